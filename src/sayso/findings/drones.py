"""The drones and missiles of a night: what each speaker says was launched, shot down and hit."""

from collections import defaultdict
from collections.abc import Iterable

from sayso.findings.order import iso, stated_at
from sayso.record.edition import Strikes
from sayso.record.figure import Figure, FigureStatus, Scope, Unit
from sayso.record.incident import Incident
from sayso.record.report import Evidence, Report
from sayso.record.tally import Tally

_UNITS = (Unit.DRONE, Unit.MISSILE)
_ORDER = {FigureStatus.LAUNCHED: 0, FigureStatus.SHOT_DOWN: 1, FigureStatus.HIT: 2, FigureStatus.DAMAGED: 3, FigureStatus.DESTROYED: 4}


Key = tuple[str, Unit, str | None, str | None]
Counts = dict[tuple[FigureStatus, str], tuple[float, float | None]]


def strikes(incidents: Iterable[Incident], tallies: Iterable[Tally] = ()) -> tuple[Strikes, ...]:
    """One row for each speaker, unit and period, sorted by period, then speaker; counts as (status, low, high), the latest of each status.

    Totals of one day or night are taken from `tallies` too, longer ones are left out; nothing is summed, over speakers or over reports.
    """
    counts: dict[Key, Counts] = defaultdict(dict)
    evidence: dict[Key, dict[Evidence, None]] = defaultdict(dict)
    for tally in sorted(tallies, key=lambda t: t.id):
        if tally.unit in _UNITS and tally.scope is Scope.DAY:
            key = (tally.speaker.name if tally.speaker else "speaker not named", tally.unit, tally.since, tally.until)
            counts[key][tally.status, ""] = (tally.low, tally.high)
            evidence[key].update(dict.fromkeys(tally.evidence))
    for report in sorted((r for incident in incidents for r in incident.reports), key=stated_at):
        for figure in report.figures:
            if figure.unit in _UNITS and not figure.cumulative and figure.scope not in (Scope.PERIOD, Scope.WAR) and figure.part_of is None:
                key = _key(report, figure)
                counts[key][figure.status, figure.detail or ""] = (figure.low, figure.high)
                held = [e for e in report.evidence if e.document == figure.document and e.span.covers(figure.span)]
                evidence[key].update(dict.fromkeys(held or report.evidence))
    rows = [
        Strikes(speaker=key[0], unit=key[1].value, since=key[2], until=key[3], counts=_sorted(found), evidence=tuple(evidence[key]))
        for key, found in counts.items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.since or "", row.until or "", row.speaker, row.unit)))


def _key(report: Report, figure: Figure) -> Key:
    speaker = report.speaker.name if report.speaker else report.outlet or "speaker not named"
    start, end = (report.moment.start, report.moment.end) if report.moment else (None, None)
    return (speaker, figure.unit, figure.since or iso(start), figure.until or iso(end))


def _sorted(found: Counts) -> tuple[tuple[str, float, float | None], ...]:
    ordered = sorted(found.items(), key=lambda item: (_ORDER.get(item[0][0], 9), item[0]))
    return tuple((f"{status.value}, {detail}" if detail else status.value, low, high) for (status, detail), (low, high) in ordered)
