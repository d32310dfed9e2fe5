"""The incident: the reports that speak of one happening."""

from dataclasses import dataclass
from datetime import datetime

from sayso.record.event import Kind
from sayso.record.origin import Origin, Reason
from sayso.record.place import Place
from sayso.record.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """The reports of one happening, in time order, with reasons; the id comes from its earliest report.

    `place` is that of the most precise report, `start` and `end` the hull of the moments; None where no report states any.
    """

    id: str
    kind: Kind
    reports: tuple[Report, ...]
    origins: tuple[Origin, ...]
    place: Place | None
    start: datetime | None
    end: datetime | None
    reasons: tuple[Reason, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents, sorted."""
        return tuple(sorted({report.document for report in self.reports}))
