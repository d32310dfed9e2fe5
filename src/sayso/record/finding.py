"""The finding: what an incident's accounts add up to under a named rule."""

from dataclasses import dataclass

from sayso.record.figure import FigureStatus, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Low, best and high of one unit; `best` only by a named rule. `basis` names the figures that it rests on."""

    unit: Unit
    status: FigureStatus
    low: float | None
    best: float | None
    high: float | None
    basis: tuple[str, ...]
    party: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Ranges, flags (one-sided, single origin, contested ...) and a grade of how well attested the incident is."""

    incident: str
    rule: str | None
    ranges: tuple[Range, ...]
    flags: tuple[str, ...]
    grade: str | None
