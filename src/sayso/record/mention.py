"""The mention: a name in a text."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.text.span import Span


class MentionKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    FACILITY = "facility"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name: where it stands, what it names, the pack's actor or outlet it is (None if not known), its base form."""

    id: str
    span: Span
    kind: MentionKind
    name: str
    actor: str | None = None
    outlet: str | None = None
    score: float = 1.0
