"""The second schema: by what its outlet knows a document, and when addresses were asked."""

from alembic import op
from sqlalchemy import Column, Integer, Text

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Adds the column and the table."""
    op.add_column("documents", Column("post", Text))
    op.create_index("documents_by_post", "documents", ["post"])
    op.create_table(
        "fetches",
        Column("address", Text, primary_key=True),
        Column("etag", Text),
        Column("modified", Text),
        Column("failures", Integer, nullable=False),
        Column("tried", Text),
        Column("next", Text),
        Column("note", Text),
    )
