"""The tally: a running or period total that one speaker gives; never summed into incidents."""

from dataclasses import dataclass

from sayso.record.claim import Speaker
from sayso.record.figure import FigureStatus, Scope, Unit
from sayso.record.report import Evidence


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
