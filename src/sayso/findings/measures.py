"""The measures that affect people: closures, evacuations, remote lessons."""

from collections.abc import Iterable

from sayso.findings.order import iso, stated_at
from sayso.record.edition import Measure
from sayso.record.event import Actuality, Kind
from sayso.record.incident import Incident
from sayso.record.place import Place
from sayso.record.report import Evidence, Report


def measures(incidents: Iterable[Incident]) -> tuple[Measure, ...]:
    """The measures in time order; the same measure of one speaker for one place and day is one, with the evidence of all who relay it."""
    found: dict[tuple[str | None, ...], tuple[Report, Place | None, dict[Evidence, None]]] = {}
    for report in sorted((r for incident in incidents for r in incident.reports), key=stated_at):
        if report.kind is not Kind.CLOSURE or report.actuality in (Actuality.DENIED, Actuality.HYPOTHETICAL):
            continue
        key = (_by(report), report.place.name if report.place else None, (_since(report) or "")[:10])
        _, _, evidence = found.setdefault(key, (report, report.place, {}))
        evidence.update(dict.fromkeys(report.evidence))
    return tuple(
        Measure(kind=Kind.CLOSURE.value, place=place, since=_since(report), by=_by(report), evidence=tuple(evidence))
        for report, place, evidence in found.values()
    )


def _by(report: Report) -> str | None:
    return report.speaker.name if report.speaker else report.outlet


def _since(report: Report) -> str | None:
    """From when on: as stated, else the publication."""
    return iso(report.moment.start) if report.moment and report.moment.start else iso(report.published)
