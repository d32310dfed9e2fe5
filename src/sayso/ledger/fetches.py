"""The fetch: when an address was asked last, what it answered with, and when it may be asked again."""

from dataclasses import asdict, dataclass

from sqlalchemy import Engine, select
from sqlalchemy.exc import DBAPIError

from sayso.errors import LedgerError
from sayso.ledger import schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """The last request to an address. `tried` and `next` are ISO 8601 in UTC; `failures` counts those since the last success."""

    address: str
    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    tried: str | None = None
    next: str | None = None
    note: str | None = None


def fetch_of(engine: Engine, address: str) -> Fetch:
    """What is known of an address; nothing where it was never asked."""
    query = select(schema.fetches).where(schema.fetches.c.address == address)
    try:
        with engine.connect() as connection:
            row = connection.execute(query).mappings().first()
    except DBAPIError as why:
        raise _damaged(engine, why) from None
    return Fetch(**row) if row else Fetch(address=address)


def keep(engine: Engine, fetch: Fetch) -> None:
    """Writes down a request in place of the one before."""
    try:
        with engine.begin() as connection:
            connection.execute(schema.fetches.delete().where(schema.fetches.c.address == fetch.address))
            connection.execute(schema.fetches.insert().values(**asdict(fetch)))
    except DBAPIError as why:
        raise _damaged(engine, why) from None


def _damaged(engine: Engine, why: DBAPIError) -> LedgerError:
    told = str(why.orig or why).strip().splitlines()[0]
    return LedgerError(f"cannot be read or written ({told})", where=str(engine.url.database), then="mend it, then run again")
