"""The edition: a frozen, replayable brief."""

from dataclasses import dataclass

from sayso.record.account import Account
from sayso.record.contest import Contest
from sayso.record.document import Unread
from sayso.record.finding import Finding
from sayso.record.incident import Incident
from sayso.record.place import Place
from sayso.record.report import Evidence
from sayso.record.revision import Earlier
from sayso.record.tally import Tally
from sayso.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One incident of an edition: its accounts side by side, contests and finding. `number` counts from 1 in the edition's order."""

    number: int
    incident: Incident
    title: str
    accounts: tuple[Account, ...]
    contests: tuple[Contest, ...]
    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measure that affects people: a closure, an evacuation. `since` is ISO 8601; `by` the speaker's name."""

    kind: str
    place: Place | None
    since: str | None
    by: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """Who claims that somebody holds a place, from when on; `revises` says that the same speaker said otherwise before."""

    place: str
    holder: str
    speaker: str
    stated: str | None
    evidence: tuple[Evidence, ...]
    revises: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Strikes:
    """What one speaker says of drones or missiles in one night or day: (status, low, high) triples, never summed over speakers."""

    speaker: str
    unit: str
    since: str | None
    until: str | None
    counts: tuple[tuple[str, float, float | None], ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document of an edition. `published` is ISO 8601; `earlier` are the texts that it replaced, oldest first; `excerpt`: a summary."""

    id: str
    name: str
    outlet: str | None
    published: str | None
    lang: str | None
    family: str
    origin: str
    sha256: str
    url: str | None = None
    excerpt: bool = False
    earlier: tuple[Earlier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Something told that was not made an incident, and why."""

    kind: str
    why: str
    evidence: tuple[Evidence, ...]
    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """What a reader, `by` name, wrote as the translation of a quotation into a language; shown as such, never in its place."""

    quote: str
    lang: str
    text: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A brief made from documents under a rule; `id` is a hash of `made_from`, `rule` and `versions`; no clock is in it.

    `merges` are the reasons for which documents were taken as copies of one another: (family or origin id, rule, detail).
    `held_back` counts incidents that the delay keeps out; `delay_hours` is stated on the edition. `withheld` names the stretches
    (document id, span) that hold private persons' names: exports leave them out.
    """

    id: str
    made_from: tuple[str, ...]
    rule: str | None
    versions: tuple[tuple[str, str], ...]
    entries: tuple[Entry, ...]
    tallies: tuple[Tally, ...]
    contests: tuple[Contest, ...]
    measures: tuple[Measure, ...]
    control: tuple[Control, ...]
    strikes: tuple[Strikes, ...]
    documents: tuple[Source, ...]
    unread: tuple[Unread, ...]
    asides: tuple[Aside, ...]
    merges: tuple[tuple[str, str, str], ...] = ()
    lang: str = "en"
    zone: str | None = None
    since: str | None = None
    until: str | None = None
    delay_hours: float = 0.0
    held_back: int = 0
    withheld: tuple[tuple[str, Span], ...] = ()
    translations: tuple[Translation, ...] = ()
