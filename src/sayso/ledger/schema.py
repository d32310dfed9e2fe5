"""The schema of the ledger: the same tables on SQLite and PostgreSQL."""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text

metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("outlet", Text),
    Column("published", Text),
    Column("day", Text),
    Column("lang", Text),
    Column("sha256", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("post", Text),
    Index("documents_by_day", "day", "id"),
    Index("documents_by_post", "post", postgresql_using="hash"),  # may be longer than PostgreSQL sorts
    Index("documents_by_name", "name", postgresql_using="hash"),
    comment="one report or post, as received; never changed",
)

annotations = Table(
    "annotations",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
    Column("made_with", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("annotations_by_document", "document", "made_with", unique=True),
    comment="what was derived from a document, by the digest of what derived it; a later row supersedes, none is deleted",
)

returned = Table(
    "returned",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
    Column("last", Integer, nullable=False),
    Index("returned_by_document", "document"),
    comment="a text that its post, after another, has again; `last` is the number of the last annotation at that time",
)

claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
    Column("made_with", Text, primary_key=True),
    Column("speaker", Text),
    Column("stance", Text, nullable=False),
    Index("claims_by_document", "document"),
    Index("claims_by_speaker", "speaker"),
    comment="which document holds a claim",
)

shingles = Table(
    "shingles",
    metadata,
    Column("hash", Integer, primary_key=True, autoincrement=False),
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    comment="hashes of runs of words, by which copies of a sentence are found",
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("body", Text, nullable=False),
    comment="what people decided; appended, applied when reading",
)

fetches = Table(
    "fetches",
    metadata,
    Column("address", Text, primary_key=True),
    Column("etag", Text),
    Column("modified", Text),
    Column("failures", Integer, nullable=False),
    Column("tried", Text),
    Column("next", Text),
    Column("note", Text),
    comment="when an address was asked, what it answered with, and when it is asked again; about sayso's requests, not about reports",
)
