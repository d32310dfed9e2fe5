"""The revision: what a post said before its outlet changed it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A post with several texts: the id of the document that stands, and those of the earlier ones, oldest first."""

    document: str
    earlier: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier text of a document: its id, when it was edited or published (ISO 8601), and the hash of its bytes."""

    id: str
    stated: str | None
    sha256: str
