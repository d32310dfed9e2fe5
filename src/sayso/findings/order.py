"""The order of reports in time, and the words in which a figure's value is told."""

from datetime import UTC, date, datetime, time

from sayso.record.figure import Figure
from sayso.record.report import Report
from sayso.record.tally import Tally


def stated_at(report: Report) -> tuple[bool, datetime, int, str]:
    """The key by which reports stand in order: unknown publication first, then as published, then as they stand in the text."""
    at = report.published
    if at is None:
        moment = datetime.min.replace(tzinfo=UTC)
    elif isinstance(at, datetime):
        moment = at if at.tzinfo else at.replace(tzinfo=UTC)
    else:
        moment = datetime.combine(at, time(), UTC)
    return (at is not None, moment, report.evidence[0].span.start if report.evidence else 0, report.id)


def iso(at: datetime | date | None) -> str | None:
    """The moment in ISO 8601, None where there is none."""
    return None if at is None else at.isoformat()


def value(of: Figure | Tally) -> str:
    """A figure's value in words.

    >>> from sayso.record.tally import Tally
    >>> from sayso.record.figure import FigureStatus, Scope, Unit
    >>> value(Tally(id="t", speaker=None, unit=Unit.TANK, status=FigureStatus.DESTROYED, low=24, high=None, since=None, until=None,
    ...     scope=Scope.UNSTATED, evidence=()))
    'at least 24'
    """
    low = f"{of.low:g}" if of.low < 1e6 else f"{of.low:.0f}"
    if of.high is None:
        return f"at least {low}"
    high = f"{of.high:g}" if of.high < 1e6 else f"{of.high:.0f}"
    told = low if of.low == of.high else f"up to {high}" if of.low == 0 else f"{low} to {high}"
    return f"about {told}" if of.approx else told
