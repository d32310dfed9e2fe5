"""The fetch: when an address was asked last, what it answered with, and when it may be asked again."""

from dataclasses import asdict, dataclass

from sqlalchemy import select

from sayso.ledger import schema
from sayso.ledger.store import SqlLedger


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


def fetch_of(store: SqlLedger, address: str) -> Fetch:
    """What is known of an address; nothing where it was never asked."""
    query = select(schema.fetches).where(schema.fetches.c.address == address)
    with store.connected() as connection:
        row = connection.execute(query).mappings().first()
    return Fetch(**row) if row else Fetch(address=address)


def keep(store: SqlLedger, fetch: Fetch) -> None:
    """Writes down a request in place of the one before."""
    with store.connected() as connection:
        connection.execute(schema.fetches.delete().where(schema.fetches.c.address == fetch.address))
        connection.execute(schema.fetches.insert().values(**asdict(fetch)))
