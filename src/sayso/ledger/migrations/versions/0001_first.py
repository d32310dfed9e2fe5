"""The first schema: documents, annotations, claims, shingles, judgements."""

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, Text

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "documents",
        Column("id", Text, primary_key=True),
        Column("name", Text, nullable=False),
        Column("outlet", Text),
        Column("published", Text),
        Column("day", Text),
        Column("lang", Text),
        Column("sha256", Text, nullable=False),
        Column("text", Text, nullable=False),
        Column("body", Text, nullable=False),
    )
    op.create_index("documents_by_day", "documents", ["day", "id"])
    op.create_table(
        "annotations",
        Column("seq", Integer, primary_key=True, autoincrement=True),
        Column("document", Text, ForeignKey("documents.id"), nullable=False),
        Column("made_with", Text, nullable=False),
        Column("body", Text, nullable=False),
    )
    op.create_index("annotations_by_document", "annotations", ["document", "made_with"], unique=True)
    op.create_table(
        "claims",
        Column("id", Text, primary_key=True),
        Column("document", Text, ForeignKey("documents.id"), nullable=False),
        Column("made_with", Text, primary_key=True),
        Column("speaker", Text),
        Column("stance", Text, nullable=False),
    )
    op.create_index("claims_by_document", "claims", ["document"])
    op.create_index("claims_by_speaker", "claims", ["speaker"])
    op.create_table(
        "shingles",
        Column("hash", Integer, primary_key=True, autoincrement=False),
        Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    )
    op.create_table(
        "judgements",
        Column("id", Text, primary_key=True),
        Column("at", Text, nullable=False),
        Column("body", Text, nullable=False),
    )
