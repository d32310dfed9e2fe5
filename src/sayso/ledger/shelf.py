"""The shelf: the documents of a ledger by page, with what tells whether the ledger has changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, DateTime, cast, func, select, true

from sayso.ledger import schema
from sayso.ledger.store import SqlLedger

State = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A document in a list: no text."""

    id: str
    name: str
    outlet: str | None
    published: str | None
    lang: str | None


def state(store: SqlLedger) -> State:
    """What changes whenever anything is added: nothing is ever altered, so the number of rows says it."""
    with store.connected() as connection:
        last = connection.execute(select(func.coalesce(func.max(schema.annotations.c.seq), 0))).scalar_one()
        returned, documents, judgements = (
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (schema.returned, schema.documents, schema.judgements)
        )
    return last + returned, documents, judgements


def page(
    store: SqlLedger, *, since: str | None = None, until: str | None = None, outlet: str | None = None, first: int = 0, most: int = 50
) -> tuple[int, tuple[Listed, ...]]:
    """(how many there are, `most` of them from `first` on), by day and in it the latest first; undated ones last, only without limits."""
    where = _where(since, until, outlet)
    d = schema.documents.c
    query = select(d.id, d.name, d.outlet, d.published, d.lang).where(where)
    with store.connected() as connection:
        query = query.order_by(d.day.is_(None), d.day.desc(), _instant(connection).desc(), d.id)
        total = connection.execute(select(func.count()).select_from(schema.documents).where(where)).scalar_one()
        rows = connection.execute(query.offset(first).limit(most)).all()
    return total, tuple(Listed(id=r[0], name=r[1], outlet=r[2], published=r[3], lang=r[4]) for r in rows)


def days(store: SqlLedger) -> tuple[str | None, str | None]:
    """The first and the last day of publication."""
    with store.connected() as connection:
        row = connection.execute(select(func.min(schema.documents.c.day), func.max(schema.documents.c.day))).one()
    return row[0], row[1]


def outlets(store: SqlLedger, most: int = 500) -> Sequence[str]:
    """The outlets, those of most documents first."""
    column = schema.documents.c.outlet
    query = select(column).where(column.is_not(None)).group_by(column).order_by(func.count().desc(), column).limit(most)
    with store.connected() as connection:
        return [str(name) for name in connection.scalars(query)]


def versions(store: SqlLedger, document: str, most: int = 50) -> tuple[Listed, ...]:
    """The other texts that stand in the ledger under the name and outlet of a document, as where a post was edited."""
    d = schema.documents.c
    own = schema.documents.alias()
    query = (
        select(d.id, d.name, d.outlet, d.published, d.lang)
        .join(own, (own.c.name == d.name) & (func.coalesce(own.c.outlet, "") == func.coalesce(d.outlet, "")) & (own.c.id != d.id))
        .where(own.c.id == document)
        .limit(most)
    )
    with store.connected() as connection:
        rows = connection.execute(query.order_by(_instant(connection), d.id)).all()
    return tuple(Listed(id=r[0], name=r[1], outlet=r[2], published=r[3], lang=r[4]) for r in rows)


def readings(store: SqlLedger, document: str) -> int:
    """How often a document was read, each time by another version; the last reading stands."""
    where = schema.annotations.c.document == document
    with store.connected() as connection:
        return connection.execute(select(func.count()).select_from(schema.annotations).where(where)).scalar_one()


def _instant(connection: Connection) -> ColumnElement[Any]:
    """When documents were published, whatever zone that is told in."""
    told = schema.documents.c.published
    return func.julianday(told) if connection.dialect.name == "sqlite" else cast(told, DateTime(timezone=True))


def _where(since: str | None, until: str | None, outlet: str | None) -> ColumnElement[bool]:
    d = schema.documents.c
    where: ColumnElement[bool] = true()
    if since:
        where = where & (d.day >= since)
    if until:
        where = where & (d.day <= until)
    return where & (d.outlet == outlet) if outlet else where
