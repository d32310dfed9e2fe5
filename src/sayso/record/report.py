"""The report: one event as told by one speaker in one document; what grouping takes."""

from dataclasses import dataclass
from datetime import date, datetime

from sayso.record.claim import Manner, Relay, Speaker, Stance
from sayso.record.event import Actuality, Kind, Participant
from sayso.record.figure import Figure
from sayso.record.moment import Moment
from sayso.record.place import Place
from sayso.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words that a report, figure or contest rests on."""

    document: str
    span: Span
    quote: str
    lang: str | None = None
    relays: tuple[Relay, ...] = ()
    claim: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One event as told by one speaker in one document.

    `speaker` None: the speaker is not known. `narrated`: told in the document's own voice. A report that comes from somebody's
    own coding (`sayso group`) has no claims or evidence of its own but the fields that were given. `words` are content-word stems.
    `near` are the places that the whole
    document speaks of, by which a report without a place of its own is known to be near others. `retold`: an earlier statement that the
    document recalls ("had claimed before").
    """

    id: str
    document: str
    event: str
    kind: Kind | None
    actuality: Actuality
    stance: Stance
    speaker: Speaker | None
    narrated: bool
    outlet: str | None
    published: datetime | date | None
    lang: str | None
    place: Place | None
    moment: Moment | None
    participants: tuple[Participant, ...] = ()
    figures: tuple[Figure, ...] = ()
    claims: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    relays: tuple[Relay, ...] = ()
    manner: Manner | None = None
    words: tuple[str, ...] = ()
    main: bool = False
    near: tuple[Place, ...] = ()
    retold: bool = False
