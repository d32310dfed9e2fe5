"""The third schema: texts that a post had before and has again."""

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, Text

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Adds the table and two indexes; addresses and posts may be longer than PostgreSQL sorts, so that there both go by hash."""
    op.drop_index("documents_by_post", table_name="documents")
    op.create_index("documents_by_post", "documents", ["post"], postgresql_using="hash")
    op.create_index("documents_by_name", "documents", ["name"], postgresql_using="hash")
    op.create_table(
        "returned",
        Column("seq", Integer, primary_key=True, autoincrement=True),
        Column("document", Text, ForeignKey("documents.id"), nullable=False),
        Column("last", Integer, nullable=False),
    )
    op.create_index("returned_by_document", "returned", ["document"])
