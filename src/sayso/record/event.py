"""The event: what a claim says happened."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.record.method import Method
from sayso.text.span import Span


class Kind(StrEnum):
    """The closed list of DESIGN.md §5; their mappings stand in `lexicon/kinds`."""

    CLASH = "clash"
    ARMOURED_ASSAULT = "armoured assault"
    SHELLING = "shelling"
    MISSILE_STRIKE = "missile strike"
    AIR_STRIKE = "air strike"
    DRONE_STRIKE = "drone strike"
    INTERCEPTION = "interception"
    EXPLOSION = "explosion"
    MINE = "mine"
    SUICIDE_ATTACK = "suicide attack"
    GRENADE = "grenade"
    CHEMICAL_ATTACK = "chemical attack"
    KILLING = "killing"
    ATTACK_ON_CIVILIANS = "attack on civilians"
    SEXUAL_VIOLENCE = "sexual violence"
    ABDUCTION = "abduction"
    ARREST = "arrest"
    RAID = "raid or incursion"
    CAPTURE = "capture of place"
    WITHDRAWAL = "withdrawal"
    DAMAGE = "damage to property"
    LOOTING = "looting"
    FIRE = "fire"
    ATTACK_ON_AID = "attack on health or aid"
    CLOSURE = "evacuation or closure"
    AGREEMENT = "ceasefire or agreement"
    EXCHANGE = "exchange of prisoners"
    DEPLOYMENT = "mobilisation or deployment"
    GROUP_CHANGE = "group change"
    CYBER_ATTACK = "cyber attack"
    PROTEST = "protest"
    RIOT = "riot"
    TALLY = "loss tally"
    OTHER = "other"


class Actuality(StrEnum):
    HAPPENED = "happened"
    ATTEMPTED = "attempted"
    PREVENTED = "prevented"
    DENIED = "denied"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"


class Role(StrEnum):
    AGENT = "agent"
    TARGET = "target"
    VICTIM = "victim"
    HOLDER = "place-holder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An actor in a role; `id` is the pack's actor id where it is listed."""

    role: Role
    name: str
    id: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What a claim says happened; `claims` are ids of the claims that hold it (none: the document's own voice).

    `figures` are ids of figures. `acled` is (event type, sub-event type) where it differs from that of the kind.
    `holder` is the side or actor said to hold the place, for capture of place and withdrawal.
    """

    id: str
    document: str
    kind: Kind
    actuality: Actuality
    trigger: Span
    sentence: Span
    participants: tuple[Participant, ...] = ()
    figures: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    confidence: float = 0.5
    acled: tuple[str, str] | None = None
    method: Method | None = None
