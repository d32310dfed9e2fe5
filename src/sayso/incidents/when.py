"""The days: the time of a report as grouping sees it, and how two stand to each other."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sayso.record.moment import Grain, Moment
from sayso.record.report import Report

_DAY = 86400.0
_NEAR_HOURS = 2 / 24
_NEAR = 0.3  # a day is a day whatever the zone it is written in
_EXACT = (Grain.MINUTE, Grain.HOUR, Grain.DAYPART)


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """An interval in days (fractions of a day since year 1), end exclusive; `stated` False where only the publication bounds it."""

    start: float
    end: float
    stated: bool
    exact: bool = False


def ordinal(at: datetime | date) -> float:
    """Days since year 1, in UTC where the hour is known."""
    if isinstance(at, datetime):
        offset = at.utcoffset() or timedelta()
        # Reckoned in numbers: the first and the last day of the calendar have no neighbour for a time zone to reach.
        return at.toordinal() + (at.hour * 3600 + at.minute * 60 + at.second - offset.total_seconds()) / _DAY
    return float(at.toordinal())


def published(report: Report) -> float | None:
    """The day of publication, None where it is not known."""
    return None if report.published is None else ordinal(report.published)


def days(report: Report) -> Days | None:
    """When the report says it happened; an unstated moment is the two days up to publication; None where nothing is known."""
    moment = report.moment
    if moment is not None and (moment.start or moment.end):
        return _of(moment)
    told = published(report)
    return None if told is None else Days(start=told - 1, end=told + 1, stated=False)


def _of(moment: Moment) -> Days:
    first = ordinal(moment.start or moment.end)  # type: ignore[arg-type]  # one of the two is there
    last = ordinal(moment.end or moment.start)  # type: ignore[arg-type]
    first, last = min(first, last), max(first, last)
    if moment.start is None:
        first = last - 30  # "until March 12": an open start is bounded so that blocking stays small
    if moment.end is None:
        last = first + 30
    return Days(
        start=first,
        end=max(last, first + 1 / 24),
        stated=moment.span is not None or moment.anchor.value == "text",
        exact=moment.grain in _EXACT,
    )


def gap(a: Days, b: Days) -> float:
    """The days between two intervals, 0 where they overlap."""
    return max(0.0, max(a.start, b.start) - min(a.end, b.end))


def relation(a: Days | None, b: Days | None) -> str:
    """How two intervals stand, "long" before it where one is over 5 days, "assumed" alone where one is only the publication's.

    same, start (both begin alike), end, within (an hour of the day), overlap; where they lie apart near (two hours), hours, next day,
    3 days, far.
    """
    if a is None or b is None:
        return "unknown"
    between = gap(a, b)
    if not (a.stated and b.stated):
        return "assumed" if between < 1.5 else "assumed far"
    long = "long " if max(a.end - a.start, b.end - b.start) > 5 else ""
    if between > 0:
        # Two clock times of one day that lie hours apart tell two happenings; two days that touch may be one night.
        return long + (
            "near"
            if between <= _NEAR_HOURS
            else "hours"
            if between < 0.5
            else "next day"
            if between < 1.3
            else "3 days"
            if between < 3
            else "far"
        )
    if min(a.end, b.end) - max(a.start, b.start) <= 0:
        return long + "next day"
    starts, ends = abs(a.start - b.start) < _NEAR, abs(a.end - b.end) < _NEAR
    if starts and ends:
        return long + "same"
    if a.exact != b.exact and max(a.end - a.start, b.end - b.start) < 1.1:
        return "within"
    return long + ("start" if starts else "end" if ends else "overlap")
