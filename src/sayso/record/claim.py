"""The claim: one attributed statement, with its speaker, relays and exact words."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.record.method import Method
from sayso.text.span import Span


class Stance(StrEnum):
    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    ACCUSES = "accuses"
    ESTIMATES = "estimates"
    EXPECTS = "expects"
    THREATENS = "threatens"
    ORDERS = "orders"
    DOUBTS = "doubts"


class Manner(StrEnum):
    """How the words are given: `quotation` of the exchange format."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Attribution(StrEnum):
    EXPLICIT = "explicit"
    NARRATION = "narration"


class RelayKind(StrEnum):
    AGENCY = "agency"
    OUTLET = "outlet"
    PLATFORM = "platform"


class SpeakerKind(StrEnum):
    """ANNOTATION.md rule 8, and what later stages need."""

    PERSON = "person"
    MILITARY = "military"
    GOVERNMENT = "government"
    ARMED_GROUP = "armed group"
    AGENCY = "agency"
    OUTLET = "outlet"
    WITNESS = "witness"
    INTERNATIONAL = "international"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The actor whose claim it is; `id` is the pack's actor or outlet id, None for an actor the pack does not list.

    `name` is the English name of the pack, or the base form of the words in the text. Joint speakers stand in `members`.
    """

    id: str | None
    name: str
    side: str | None = None
    kind: SpeakerKind = SpeakerKind.UNKNOWN
    role: str | None = None
    members: tuple["Speaker", ...] = ()

    @property
    def key(self) -> str:
        """What identifies the speaker across documents."""
        return self.id or self.name.casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """An agency, outlet or platform between speaker and document; `id` is the pack's outlet id where it is listed."""

    name: str
    kind: RelayKind
    span: Span | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One attributed statement; relays stand in order from the speaker to the document.

    `denied` names the claim of the same document that this one denies, where it stands there.
    `origin_outlet` is the forwarded-from channel, where the post is a forward.
    """

    id: str
    document: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: Speaker | None
    relays: tuple[Relay, ...]
    stance: Stance
    manner: Manner
    attribution: Attribution
    confidence: float
    denied: str | None = None
    method: Method | None = None
