"""The ledger in SQL: SQLite by default, PostgreSQL when shared."""

import json
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, func, select
from sqlalchemy.exc import DBAPIError, IntegrityError

from sayso.errors import LedgerError, MissingError
from sayso.ledger import schema
from sayso.ledger.codec import plain, restored
from sayso.ledger.migration import migrate
from sayso.ledger.shingle import shingles_of
from sayso.record.annotation import Annotation
from sayso.record.document import Document
from sayso.record.judgement import Judgement
from sayso.text.instant import order

_BATCH = 200  # documents in one transaction
_PARAMETERS = 10_000  # of one statement
_TRIES, _WAIT = 12, 0.25  # how often, and how many seconds apart, a ledger that another process is making or filling is asked again


class SqlLedger:
    """Documents, what was derived from them, and judgements: append and supersede, never update.

    Each batch of whole documents is one transaction; what `add` has counted is committed. A killed process leaves whole documents.
    """

    def __init__(self, address: str, *, make: bool = True) -> None:
        """Opens the ledger at a file path or a PostgreSQL address, makes it where there is none; LedgerError where it cannot be.

        Without `make` a file that is not there is an error too: who looks something up wants no empty ledger.
        """
        self.address = address
        self.engine = _engine(address, make=make)
        try:
            self._migrated()
        except DBAPIError as why:
            raise LedgerError(
                f"cannot be opened ({_first_line(why)})", where=address, then="is it a ledger of sayso, and may you write it?"
            ) from None

    def _migrated(self) -> None:
        """Bring the tables up to date; where another process is making them at this very moment, wait until it is done."""
        for _ in range(_TRIES):
            try:
                return migrate(self.engine)
            except DBAPIError as why:
                if not any(words in str(why.orig) for words in ("already exists", "locked")):
                    raise
                time.sleep(_WAIT)
        migrate(self.engine)

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """A connection, in one transaction; a ledger that is damaged, locked or full says so in a sentence, whatever was asked of it."""
        try:
            with self.engine.begin() as connection:
                yield connection
        except DBAPIError as why:
            then = "what was committed is kept; make room, or restore a damaged file from a copy, and run again"
            raise LedgerError(f"cannot be read or written ({_first_line(why)})", where=self.address, then=then) from None

    def close(self) -> None:
        """Lets go of the file or the server."""
        self.engine.dispose()

    def add(self, annotations: Iterable[Annotation], *, made_with: str = "") -> int:
        """Keeps documents with what was derived from them; returns how many were new or newly derived. Adding twice changes nothing.

        `made_with` is the digest of what derived them.
        """
        kept = 0
        batch: list[Annotation] = []
        for annotation in annotations:
            batch.append(annotation)
            if len(batch) >= _BATCH:
                kept += self._keep(batch, made_with)
                batch = []
        return kept + self._keep(batch, made_with)

    def has(self, document: Document, made_with: str = "") -> bool:
        """Is the document here, derived by this?"""
        where = (schema.annotations.c.document == document.id) & (schema.annotations.c.made_with == made_with)
        with self.connected() as connection:
            return connection.execute(select(schema.annotations.c.seq).where(where)).first() is not None

    def annotations(
        self, *, since: str | None = None, until: str | None = None, documents: Collection[str] | None = None
    ) -> Iterator[Annotation]:
        """The latest annotation of each document, by day of publication (`until` included) and id; undated ones only without limits.

        `documents` are the ids of those that are wanted; without it all are. Of more than 10,000 ids each 10,000 come in their own order.
        """
        latest = select(func.max(schema.annotations.c.seq)).group_by(schema.annotations.c.document)
        days, names = schema.documents.c.day, schema.documents.c.id
        query = (
            select(schema.annotations.c.body, schema.documents.c.body)
            .join_from(schema.annotations, schema.documents)
            .where(schema.annotations.c.seq.in_(latest))
            .order_by(days, names)
        )
        if since:
            query = query.where(days >= since[:10])
        if until:
            query = query.where(days <= until[:10])
        with self.connected() as connection:
            for part in _parts(documents):
                for body, document in connection.execute(query if part is None else query.where(names.in_(part))):
                    yield restored(Annotation, json.loads(body) | {"document": json.loads(document)})

    def document_of_claim(self, claim: str) -> str | None:
        """The id of the document that holds a claim."""
        with self.connected() as connection:
            row = connection.execute(select(schema.claims.c.document).where(schema.claims.c.id == claim)).first()
        return row[0] if row else None

    def documents_of_post(self, post: str) -> list[Document]:
        """The revisions of a post, by id."""
        query = select(schema.documents.c.body).where(schema.documents.c.post == _writable(post)).order_by(schema.documents.c.id)
        with self.connected() as connection:
            return [restored(Document, json.loads(body)) for body in connection.scalars(query)]

    def copies(self, sentence: str, *, least: float = 0.5) -> list[tuple[float, Document]]:
        """(share of the sentence's runs of words that stand in it, document), earliest publication first; shares from `least` up."""
        wanted = shingles_of(sentence)
        if not wanted:
            return []
        hits = func.count().label("hits")
        query = (
            select(schema.documents.c.body, hits)
            .join_from(schema.shingles, schema.documents)
            .where(schema.shingles.c.hash.in_(sorted(wanted)))
            .group_by(schema.documents.c.id, schema.documents.c.body)
            .having(hits >= least * len(wanted))
        )
        with self.connected() as connection:
            found = [(count / len(wanted), restored(Document, json.loads(body))) for body, count in connection.execute(query)]
        return sorted(found, key=lambda row: (order(row[1].iso), row[1].id))

    def judge(self, judgements: Iterable[Judgement]) -> int:
        """Appends judgements; returns how many were new."""
        new = 0
        with self.connected() as connection:
            known = set(connection.scalars(select(schema.judgements.c.id)))
            for judgement in judgements:
                if judgement.id not in known:
                    body = json.dumps(plain(judgement), ensure_ascii=False)
                    connection.execute(schema.judgements.insert().values(id=judgement.id, at=judgement.at, body=body))
                    known.add(judgement.id)
                    new += 1
        return new

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, oldest first."""
        query = select(schema.judgements.c.body).order_by(schema.judgements.c.at, schema.judgements.c.id)
        with self.connected() as connection:
            return tuple(restored(Judgement, json.loads(body)) for body in connection.scalars(query))

    def beside(self, document: Document) -> bool:
        """Are there other texts of the post or page of a document that is here, of which no stated time tells whether they stand?"""
        with self.connected() as connection:
            return bool(_rivals(connection, document))

    def again(self, document: Document) -> bool:
        """Takes note where a document that is here is what its post says again, another text having come in between; was it so?

        Nothing is noted where the times that the texts state tell which of them stands.
        """
        with self.connected() as connection:
            others = _rivals(connection, document)
            if not others:
                return False
            came = _arrived(connection, [document.id, *others])
            if max(came, key=came.__getitem__) == document.id:
                return False
            last = connection.execute(select(func.max(schema.annotations.c.seq))).scalar_one()
            connection.execute(schema.returned.insert().values(document=document.id, last=last))
        return True

    def arrivals(self) -> dict[str, int]:
        """Document id -> its number in the order in which documents came, each when it last came after another text of its post."""
        with self.connected() as connection:
            came = _arrived(connection)
        return {document: number for number, document in enumerate(sorted(came, key=came.__getitem__), 1)}

    def count(self) -> int:
        """The number of documents."""
        with self.connected() as connection:
            return connection.execute(select(func.count()).select_from(schema.documents)).scalar_one()

    def _keep(self, batch: list[Annotation], made_with: str) -> int:
        for left in reversed(range(_TRIES)):
            try:
                with self.connected() as connection:
                    try:
                        return sum(_enter(connection, annotation, made_with) for annotation in batch)
                    except DBAPIError as why:
                        if not left or not (isinstance(why, IntegrityError) or "deadlock" in str(why.orig)):
                            raise
                        raise _TakenError from None
            except _TakenError:
                time.sleep(_WAIT)
        raise AssertionError("the last try returns or raises")


class _TakenError(Exception):
    """Another process keeps the same documents at this moment: asked again, they are there."""


def _enter(connection: Connection, annotation: Annotation, made_with: str) -> bool:
    document = annotation.document
    # A lone surrogate cannot be written as UTF-8, and PostgreSQL takes no NUL: both are kept escaped in the body.
    body = json.dumps(plain(document), ensure_ascii=True)
    if connection.execute(select(schema.documents.c.id).where(schema.documents.c.id == document.id)).first() is None:
        connection.execute(
            schema.documents.insert().values(
                id=document.id,
                name=_writable(document.name),
                outlet=_writable(document.outlet),
                published=document.iso,
                day=document.day.isoformat() if document.day else None,
                lang=annotation.lang,
                sha256=document.raw_sha256,
                text=_writable(document.text),
                body=body,
                post=_writable(document.post),
            )
        )
        rows = [{"hash": value, "document": document.id} for value in sorted(shingles_of(document.text, annotation.lang))]
        if rows:
            connection.execute(schema.shingles.insert(), rows)
    where = (schema.annotations.c.document == document.id) & (schema.annotations.c.made_with == made_with)
    if connection.execute(select(schema.annotations.c.seq).where(where)).first() is not None:
        return False
    derived = {key: value for key, value in plain(annotation).items() if key != "document"}
    connection.execute(
        schema.annotations.insert().values(document=document.id, made_with=made_with, body=json.dumps(derived, ensure_ascii=True))
    )
    rows = [
        {
            "id": claim.id,
            "document": document.id,
            "made_with": made_with,
            "speaker": _writable(claim.speaker.key) if claim.speaker else None,
            "stance": claim.stance.value,
        }
        for claim in {claim.id: claim for claim in annotation.claims}.values()
    ]
    if rows:
        connection.execute(schema.claims.insert(), rows)
    return True


def _rivals(connection: Connection, document: Document) -> list[str]:
    """The ids of the other texts of the post or page of a document that is here, where their times are the same or none."""
    told = document.edited or document.published, document.excerpt
    return [d.id for d in _texts_beside(connection, document) if (d.edited or d.published, d.excerpt) == told]


def _texts_beside(connection: Connection, document: Document) -> list[Document]:
    """The other texts of the post or page of a document that is here."""
    own, d = schema.documents.alias(), schema.documents.c
    same = (func.coalesce(own.c.outlet, "") == func.coalesce(d.outlet, "")) & (own.c.id != d.id)
    if document.post:
        same = same & (own.c.post == d.post) & (own.c.post == _writable(document.post))
    elif document.url:
        same = same & (own.c.name == d.name) & (own.c.name == _writable(document.name)) & own.c.post.is_(None) & d.post.is_(None)
    else:
        return []
    query = select(d.body).join(own, same).where(own.c.id == document.id)
    return [restored(Document, json.loads(body)) for body in connection.scalars(query)]


def _arrived(connection: Connection, documents: Collection[str] | None = None) -> dict[str, tuple[int, int]]:
    """Document id -> when it came, or came again: (number of the last annotation by then, number of the return)."""
    first, back = schema.annotations.c, schema.returned.c
    took = select(first.document, func.min(first.seq)).group_by(first.document)
    returns = select(back.document, func.max(back.last), func.max(back.seq)).group_by(back.document)
    if documents is not None:
        took, returns = took.where(first.document.in_(documents)), returns.where(back.document.in_(documents))
    came = {row[0]: (row[1], 0) for row in connection.execute(took)}
    return came | {row[0]: (row[1], row[2]) for row in connection.execute(returns)}


def _parts(names: Collection[str] | None) -> Iterator[list[str] | None]:
    """The names in parts that a statement may take as parameters; None, once, for all there are."""
    if names is None:
        yield None
        return
    ordered = sorted(names)
    for start in range(0, len(ordered), _PARAMETERS):
        yield ordered[start : start + _PARAMETERS]


def _writable(words: str | None) -> str | None:
    return words.encode("utf-8", "backslashreplace").decode().replace("\x00", "\\x00") if words is not None else None


def _engine(address: str, *, make: bool) -> Engine:
    if address.startswith(("postgresql:", "postgres:")):
        try:
            return create_engine("postgresql+psycopg:" + address.split(":", 1)[1])
        except ModuleNotFoundError:
            raise MissingError("PostgreSQL needs the package psycopg", then="pip install 'sayso[postgres]'") from None
    if "://" in address:
        raise LedgerError("this kind of address is not known", where=address, then="give a file, or an address postgresql://...")
    path = Path(address)
    try:
        if path.is_dir():
            raise LedgerError("is a folder", where=str(path), then="give a file")
        if not make and not path.exists():
            raise LedgerError("there is no such ledger", where=address, then=f"fill one with: sayso add PATH --ledger {address}")
        if not path.parent.is_dir():
            raise LedgerError(
                f"there is no folder {path.parent}", where=address, then=f"make it first (mkdir -p {path.parent}), or mend the path"
            )
    except OSError as why:
        raise LedgerError(f"cannot be looked at ({why.strerror})", where=address, then="give a path that you may read") from None
    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", _settings)
    return engine


def _settings(connection: object, _: object) -> None:
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=10000", "synchronous=NORMAL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _first_line(why: DBAPIError) -> str:
    return str(why.orig or why).strip().splitlines()[0]
