"""The migration of a ledger to this version's schema, by Alembic."""

from importlib import resources

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Engine, inspect

from sayso.errors import LedgerError


def migrate(engine: Engine) -> None:
    """Brings an empty or older ledger up to date; LedgerError for a database that is no ledger, or of a newer version."""
    with engine.connect() as connection:
        there = set(inspect(connection).get_table_names())
        if there and "alembic_version" not in there:
            raise LedgerError("this database is no ledger of sayso", where=str(engine.url.database), then="give another file or database")
        config = Config()
        config.set_main_option("script_location", str(resources.files("sayso").joinpath("ledger", "migrations")))
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as why:
            raise LedgerError(
                f"it was made by a newer version ({why})", where=str(engine.url.database), then="install the newest sayso"
            ) from None
        connection.commit()
