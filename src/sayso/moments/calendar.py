"""The calendar: intervals of what words tell, seen from a standpoint."""

from dataclasses import replace
from datetime import datetime

from sayso.lexicon.times import Told
from sayso.moments.days import tells_day, weekday_of, within, within_day
from sayso.moments.periods import add_months, ago, apart, long, turn
from sayso.moments.standpoint import DAY, Interval, Standpoint
from sayso.record.moment import Anchor, Grain


def interval(told: Told, at: Standpoint) -> Interval | None:
    """The interval that words tell, seen from a standpoint; None where there is no such date (31 February).

    Without a publication date what hangs on it has neither start nor end, and its anchor is unknown.
    """
    try:
        return _interval(told, at)
    except (OverflowError, ValueError):
        return None  # a date that no calendar has, or a day after one that was not told


def _interval(told: Told, at: Standpoint) -> Interval | None:
    if told.start is not None or told.end is not None:
        return range_(told, at)
    if told.shape == "within":
        told = replace(told, shape="ahead") if at.tense == "future" else replace(told, shape="turn", turn="past")
    if told.shape in ("ago", "ahead"):
        return ago(told, at)
    if told.shape in ("earlier", "later"):
        return apart(told, at)
    if told.shape in ("turn", "streak"):
        return turn(told, at)
    if tells_day(told) or told.hour is not None or told.part is not None:
        return within_day(told, at)
    return long(told, at)


_BEFORE = {"dawn": ("before dawn", None), "noon": ("first half", None), "midnight": ("evening", "late")}


def range_(told: Told, at: Standpoint) -> Interval | None:
    """From one time to another, or open at an end. What one end leaves out the other end tells."""
    ends = told.start or told.end
    if told.shape in ("after", "before") and ends and ends.part and ends.hour is None:
        # "After dawn" is about dawn; before dawn, noon and midnight lie parts of the day of their own.
        part, edge = _BEFORE.get(ends.part, (ends.part, ends.edge)) if told.shape == "before" else (ends.part, ends.edge)
        return interval(replace(ends, part=part, edge=edge), at)
    if told.shape in ("since", "after") and told.start is not None:
        first = interval(told.start, replace(at, tense="past" if told.shape == "since" else at.tense))
        if first is None or told.shape == "since":
            return first and replace(first, end=None)
        # After an hour: it begins there; after a day: at the next midnight.
        return replace(first, start=first.end, end=None)
    if told.shape in ("until", "before") and told.end is not None:
        ahead = at.tense or ("future" if told.shape == "until" else None)
        last = interval(told.end, replace(at, tense=ahead))
        return last and replace(last, start=None, end=last.end if told.shape == "until" else last.start)
    if told.start is None or told.end is None:
        return None
    start, end = _completed(told)
    return _ends(told, start, end, at)


_SHARED_DAY = ("year", "month", "day", "rel", "ctx", "weekday", "turn", "yrel")


def _completed(told: Told) -> tuple[Told, Told]:
    """Both ends with what stands at the other end or outside: year, month, day, half of the day, zone."""
    start, end = told.start or Told(), told.end or Told()
    outside = {name: getattr(told, name) for name in (*_SHARED_DAY, "zone", "half") if getattr(told, name) is not None}
    ends = []
    for one, other in ((start, end), (end, start)):
        filled = {name: value for name, value in outside.items() if getattr(one, name) is None}
        for name in ("zone", "year", "yrel"):
            lacks = getattr(one, name) is None and getattr(other, name) is not None and name not in filled
            if lacks and not (name == "year" and one.rel is not None):
                filled[name] = getattr(other, name)
        if one.day is not None and one.month is None and "month" not in filled:
            filled["month"] = other.month
        if one.hour is not None and not tells_day(one) and not any(name in filled for name in ("day", "rel", "ctx", "weekday")):
            filled |= {name: getattr(other, name) for name in _SHARED_DAY if getattr(other, name) is not None}
        ends.append(replace(one, **filled))
    first, last = ends
    if first.hour is not None and first.half is None and last.half and first.hour <= 12 and first.part is None:
        same = last.half if (first.hour % 12, first.minute or 0) <= ((last.hour or 0) % 12, last.minute or 0) else "am"
        first = replace(first, half=same)
    if first.hour is not None and first.part is None and last.part and last.hour is not None and first.half is None:
        first = replace(first, part=last.part)
    return first, last


def _ends(told: Told, first: Told, last: Told, at: Standpoint) -> Interval | None:
    if first.weekday is not None and last.weekday is not None and first.day is None and last.day is None:
        return _weekdays(told, first, last, at)
    if told.part == "night":
        first, last = replace(first, part="night after"), replace(last, part="night")
    a, b = interval(first, at), interval(last, at)
    if a is None or b is None:
        return None
    start, end = a.start, b.end
    if start is not None and end is not None and end < start:
        end = _later(start, end, first, last)
        if end is None:
            start = _add_years(start, -1)
            end = b.end
            if end is None or start > end:
                return None
    grain = Grain.DAYPART if told.part == "night" else b.grain if a.grain == b.grain else min(a.grain, b.grain, key=list(Grain).index)
    anchor = Anchor.UNKNOWN if start is None and end is None else Anchor.TEXT if Anchor.TEXT in (a.anchor, b.anchor) else Anchor.PUBLISHED
    return Interval(start=start, end=end, grain=grain, anchor=anchor, day=a.day, assumed=a.assumed and b.assumed)


def _later(start: datetime, end: datetime, first: Told, last: Told) -> datetime | None:
    """An end before the start is of the next day where both are clocks, of the next year where the year was left open."""
    if last.hour is not None and first.hour is not None and first.day == last.day:
        return end + DAY
    if last.year is None and end < start:
        return None
    raise ValueError("the end lies before the start")


def _add_years(moment: datetime, count: int) -> datetime:
    day = add_months(moment.date(), 12 * count)
    return datetime.combine(day, moment.timetz())


def _weekdays(told: Told, first: Told, last: Told, at: Standpoint) -> Interval | None:
    """From one weekday to another: in the past the last such stretch, else the next."""
    if at.today is None:
        return Interval(start=None, end=None, grain=Grain.DAY, anchor=Anchor.UNKNOWN)
    if at.tense == "future":
        begin = weekday_of(first, at.today, "future")
        finish = weekday_of(last, begin, "future")
    else:
        finish = weekday_of(last, at.today, at.tense)
        begin = weekday_of(first, finish, at.tense)
    night = told.part == "night"
    a, b = replace(first, weekday=None), replace(last, weekday=None)
    left = Told(hour=a.hour, minute=a.minute, half=a.half, part="night after" if night else a.part, edge=None if night else a.edge)
    right = Told(hour=b.hour, minute=b.minute, half=b.half, part="night" if night else b.part, edge=None if night else b.edge)
    start = within(left, begin, at, assumed=False)[0]
    _, end, grain = within(right, finish, at, assumed=False)
    return Interval(start=start, end=end, grain=Grain.DAYPART if night else grain, anchor=Anchor.PUBLISHED, day=begin)
