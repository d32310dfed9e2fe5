"""The control of places: who is said to hold a place, and how a speaker's word on it changed."""

from collections.abc import Iterable, Sequence

from sayso.findings.accounts import holder
from sayso.findings.order import iso, stated_at
from sayso.record.edition import Control
from sayso.record.event import Actuality, Kind
from sayso.record.incident import Incident
from sayso.record.report import Report
from sayso.text.folding import fold

FIGHTING = "nobody: fighting goes on"


def control(incidents: Iterable[Incident]) -> tuple[Control, ...]:
    """The claims of control in time order, one row for each change in a speaker's word on a place.

    A speaker who claimed a place and later tells of fighting there has revised it. What a document only recalls of a speaker's earlier
    word counts where the word itself is not among the reports.
    """
    said: dict[tuple[str, str], str] = {}
    rows: list[Control] = []
    reports = sorted((r for incident in incidents for r in incident.reports), key=lambda r: (r.retold, stated_at(r)))
    listed = _listed(reports)
    for report in reports:
        if report.place is None or not report.place.name:
            continue
        speakers = (
            [m.name for m in report.speaker.members] or [report.speaker.name] if report.speaker else [report.outlet or "speaker not named"]
        )
        held = _full(holder(report), listed)
        for speaker in (_full(name, listed) or name for name in speakers):
            key = (speaker, report.place.name)
            before = said.get(key)
            if report.retold and before is not None:
                continue
            now = held
            if now is None and report.kind is Kind.CLASH and report.actuality is Actuality.HAPPENED and before not in (None, FIGHTING):
                now = FIGHTING
            if now is None or now == before:
                continue
            said[key] = now
            rows.append(
                Control(
                    place=report.place.name,
                    holder=now,
                    speaker=speaker,
                    stated=iso(report.published),
                    evidence=report.evidence,
                    revises=before is not None,
                )
            )
    return tuple(sorted(rows, key=lambda row: row.stated or ""))


def _listed(reports: Sequence[Report]) -> frozenset[str]:
    """The names of the speakers that the pack lists."""
    speakers = (member for r in reports if r.speaker for member in r.speaker.members or (r.speaker,))
    return frozenset(speaker.name for speaker in speakers if speaker.id)


def _full(name: str | None, listed: frozenset[str]) -> str | None:
    """The listed name that a shortened one ("Legion") can only mean; the name as it is where there is none, or several."""
    if name is None or name in listed:
        return name
    words = frozenset(fold(word) for word in name.split())
    meant = [other for other in listed if words < frozenset(fold(word) for word in other.split())]
    return meant[0] if len(meant) == 1 else name
