"""The tally: a running or period total that one speaker gives; never summed into incidents."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.record.claim import Speaker, SpeakerKind
from sayso.record.event import Kind
from sayso.record.figure import Figure, FigureStatus, Scope, Unit
from sayso.record.place import Place, Precision
from sayso.record.report import Evidence

_FLYING = (Unit.DRONE, Unit.MISSILE, Unit.AIRCRAFT)
_BODIES = (SpeakerKind.MILITARY, SpeakerKind.GOVERNMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A speaker's total over a period; `since` and `until` are ISO 8601, None where not stated."""

    id: str
    speaker: Speaker | None
    unit: Unit
    status: FigureStatus
    low: float
    high: float | None
    since: str | None
    until: str | None
    scope: Scope
    evidence: tuple[Evidence, ...]
    party: str | None = None
    figure: str = ""
    approx: bool = False


def of_a_day(kind: Kind | None, figures: Sequence[Figure], place: Place | None, speaker: Speaker | None) -> bool:
    """Is what a ministry or an air force tells the sum of a day or night ("38 drones were shot down last night")?

    It counts nothing but what flies, over a day, and names no place but a country: it sums up many happenings, and is none.
    """
    counted = bool(figures) and all(f.unit in _FLYING and f.scope is Scope.DAY for f in figures)
    wide = place is None or place.precision is Precision.COUNTRY
    return kind is Kind.INTERCEPTION and counted and wide and speaker is not None and speaker.kind in _BODIES
