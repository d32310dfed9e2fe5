"""The calendar: intervals of what words tell, counted from the moment of publication."""

import calendar
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from sayso.lexicon.times import Told
from sayso.moments.dayparts import Hours, hours_of
from sayso.record.moment import Anchor, Grain

_DAY = timedelta(days=1)
_UNIT_GRAIN = {
    "minute": Grain.MINUTE, "hour": Grain.HOUR, "day": Grain.DAY, "week": Grain.WEEK, "month": Grain.MONTH, "year": Grain.YEAR,
    "weekend": Grain.DAY, "season": Grain.MONTH,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """From where words are understood: publication (a moment or a day), zone, tense ("past", "future", None) and the date told before."""

    published: datetime | date | None
    zone: tzinfo
    tense: str | None = None
    before: date | None = None

    @property
    def now(self) -> datetime | None:
        """The moment of publication in the zone; the end of the day where only the day is known."""
        if isinstance(self.published, datetime):
            aware = self.published if self.published.tzinfo else self.published.replace(tzinfo=UTC)
            return aware.astimezone(self.zone)
        return midnight(self.published + _DAY, self.zone) if self.published else None

    @property
    def today(self) -> date | None:
        """The day of publication in the zone."""
        return self.now.date() if isinstance(self.published, datetime) and self.now else self.published


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A resolved interval; `day` is the day it tells, where it tells one, and `assumed` says that the words left the day open."""

    start: datetime | None
    end: datetime | None
    grain: Grain
    anchor: Anchor
    day: date | None = None
    assumed: bool = False


def midnight(day: date, zone: tzinfo) -> datetime:
    """The beginning of a day in a zone."""
    return datetime.combine(day, time(), tzinfo=zone)


def interval(told: Told, at: Standpoint) -> Interval | None:
    """The interval that words tell, seen from a standpoint; None where there is no such date (31 February).

    Without a publication date what hangs on it has neither start nor end, and its anchor is unknown.
    """
    try:
        return _interval(told, at)
    except (OverflowError, ValueError):
        return None  # a date that no calendar has


def _interval(told: Told, at: Standpoint) -> Interval | None:
    if told.start is not None or told.end is not None:
        return _range(told, at)
    if told.shape in ("ago", "ahead"):
        return _ago(told, at)
    if told.shape in ("turn", "streak"):
        return _turn(told, at)
    if _tells_day(told) or told.hour is not None or told.part is not None:
        return _within_day(told, at)
    return _long(told, at)


def _tells_day(told: Told) -> bool:
    return told.day is not None or told.rel is not None or told.ctx is not None or told.weekday is not None


# --- days and hours -------------------------------------------------------------------------------------------------------------------


def _within_day(told: Told, at: Standpoint) -> Interval | None:
    open_ = not _tells_day(told)
    if open_:
        day = at.before or at.today
        anchor = Anchor.PUBLISHED
    else:
        day, anchor = _day(told, at)
    if day is None:
        grain = Grain.MINUTE if told.minute is not None else Grain.HOUR if told.hour is not None else Grain.DAYPART if told.part else Grain.DAY
        return Interval(start=None, end=None, grain=grain, anchor=Anchor.UNKNOWN, assumed=open_)
    made = _hours(told, day, at, assumed=open_ and at.before is None)
    start, end, grain = made
    return Interval(start=start, end=end, grain=grain, anchor=anchor, day=day, assumed=open_)


def _hours(told: Told, day: date, at: Standpoint, *, assumed: bool) -> tuple[datetime, datetime, Grain]:
    """The hours told of a day; a day that was only assumed is the one before, where else the past would lie ahead of publication."""
    if told.hour is not None:
        start = _clock(told, day, at)
        if assumed and at.now and at.tense != "future" and start > at.now + timedelta(minutes=30):
            start -= _DAY
        return start, start, Grain.MINUTE if told.minute is not None else Grain.HOUR
    part = "night after" if assumed and told.part == "night" and at.tense == "future" else told.part
    hours = hours_of(part, told.edge)
    if hours is None:
        return midnight(day, at.zone), midnight(day + _DAY, at.zone), Grain.DAY
    start, end = _between(day, hours, at.zone)
    if assumed and at.now and at.tense != "future" and start > at.now:
        start, end = _between(day - _DAY, hours, at.zone)
    return start, end, Grain.HOUR if start == end else Grain.DAYPART


def _between(day: date, hours: Hours, zone: tzinfo) -> tuple[datetime, datetime]:
    ends = []
    for hour in (hours.start, hours.end):
        days, rest = divmod(hour, 24)
        ends.append(datetime.combine(day + days * _DAY, time(rest), tzinfo=zone))
    return ends[0], ends[1]


def _clock(told: Told, day: date, at: Standpoint) -> datetime:
    """The clock of a day: halves and parts say which twelve hours are meant, and a night may begin or end on the day."""
    hour, minute = told.hour or 0, told.minute or 0
    if told.half == "am" and hour == 12:
        hour = 0
    elif told.half == "pm" and hour < 12 or (told.part in ("afternoon", "evening", "dusk") and hour < 12):
        hour += 12
    elif told.part == "night" and told.half is None and 8 <= hour <= 12:
        hour = 0 if hour == 12 else hour + 12
    if told.part == "night" and hour >= 18 and _tells_day(told):
        day -= _DAY
    if told.part == "night after" and hour < 12:
        if told.half is None and 6 <= hour:
            hour += 12
        else:
            day += _DAY
    days, hour = divmod(hour, 24)
    return datetime.combine(day + days * _DAY, time(hour, minute), tzinfo=at.zone)


def _day(told: Told, at: Standpoint) -> tuple[date | None, Anchor]:
    """The day told, and what it hangs on."""
    today = at.today
    if told.day is not None and told.month is not None:
        if told.year is not None:
            return date(told.year, told.month, told.day), Anchor.TEXT
        return _nearest_year(told, at), Anchor.PUBLISHED
    if told.ctx is not None and at.before is not None:
        return at.before + told.ctx * _DAY, Anchor.TEXT
    if today is None:
        return None, Anchor.UNKNOWN
    if told.day is not None:
        return _nearest_month(told.day, today, at.tense), Anchor.PUBLISHED
    if told.rel is not None or told.ctx is not None:
        return today + (told.rel if told.rel is not None else told.ctx or 0) * _DAY, Anchor.PUBLISHED
    return _weekday(told, today, at.tense), Anchor.PUBLISHED


def _nearest_year(told: Told, at: Standpoint) -> date | None:
    """The day and month in the year that fits: nearest to publication, before it in the past tense, after it in the future."""
    today = at.today
    if today is None or told.month is None or told.day is None:
        return None
    if told.yrel is not None:
        return date(today.year + told.yrel, told.month, told.day)
    days = [date(y, told.month, told.day) for y in range(today.year - 2, today.year + 3) if _exists(y, told.month, told.day)]
    if not days:
        raise ValueError("no such day")
    if told.weekday is not None:
        days = [day for day in days if day.weekday() == told.weekday] or days
    tense = {"past": lambda d: d > today + _DAY, "future": lambda d: d < today - _DAY}.get(at.tense or "", lambda d: False)
    # The other side of publication counts three times as far: "was shelled on 1 June" in March is of last year.
    return min(days, key=lambda day: (abs((day - today).days) * (3 if tense(day) else 1), day))


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def _nearest_month(day: int, today: date, tense: str | None) -> date:
    """A bare day of the month: the last such day, the next one in the future tense."""
    for back in range(12):
        index = today.year * 12 + today.month - 1 + (back if tense == "future" else -back)
        year, month = divmod(index, 12)
        if _exists(year, month + 1, day):
            found = date(year, month + 1, day)
            if (found >= today) if tense == "future" else (found <= today):
                return found
    raise ValueError("no such day")


def _weekday(told: Told, today: date, tense: str | None) -> date:
    """The weekday told: the last one, today included; the next one in the future tense or where the words say so."""
    weekday = told.weekday or 0
    monday = today - today.weekday() * _DAY
    if told.unit == "week":
        weeks = {"last": -1, "this": 0, "next": 1}[told.turn or "this"]
        return monday + (7 * weeks + weekday) * _DAY
    back = (today.weekday() - weekday) % 7
    if told.turn == "next":
        return today + ((weekday - today.weekday() - 1) % 7 + 1) * _DAY
    if told.turn == "last":
        return today - (back or 7) * _DAY
    if tense == "future":
        return today + (weekday - today.weekday()) % 7 * _DAY
    return today - back * _DAY


# --- weeks, months, years -------------------------------------------------------------------------------------------------------------


def _long(told: Told, at: Standpoint) -> Interval | None:
    """A month, a season or a year."""
    today = at.today
    if told.year is None and today is None:
        return Interval(start=None, end=None, grain=Grain.MONTH, anchor=Anchor.UNKNOWN)
    anchor = Anchor.TEXT if told.year is not None else Anchor.PUBLISHED
    if told.month is not None:
        year = told.year if told.year is not None else _year_of_month(told.month, told, at)
        first = date(year, told.month, 1)
        return _months(first, 1, told.edge, at, Grain.MONTH, anchor)
    if told.season is not None:
        # Winter is named by the year it ends in, or begins in where that lies nearer: taken as December to February of the year told.
        month = told.season * 3 or 12
        year = told.year if told.year is not None else _year_of_month(month, told, at)
        return _months(date(year, month, 1), 3, told.edge, at, Grain.MONTH, anchor)
    if told.year is not None:
        return _months(date(told.year, 1, 1), 12, told.edge, at, Grain.YEAR, anchor)
    if told.yrel is not None and today is not None:
        return _months(date(today.year + told.yrel, 1, 1), 12, told.edge, at, Grain.YEAR, anchor)
    return None


def _year_of_month(month: int, told: Told, at: Standpoint) -> int:
    today = at.today or date(2000, 1, 1)
    if told.yrel is not None:
        return today.year + told.yrel
    if told.turn == "last":
        return today.year if month < today.month else today.year - 1
    if told.turn == "next":
        return today.year if month > today.month else today.year + 1
    if told.turn == "this":
        return today.year
    if at.tense == "future":
        return today.year if month >= today.month else today.year + 1
    if at.tense == "past":
        return today.year if month <= today.month else today.year - 1
    ahead = (month - today.month) % 12
    return today.year + (1 if month < today.month and ahead <= 4 else -1 if month > today.month and ahead > 4 else 0)


def _months(first: date, count: int, edge: str | None, at: Standpoint, grain: Grain, anchor: Anchor) -> Interval:
    """So many months, or their early, middle or late third."""
    last = _add_months(first, count)
    if edge and count == 1:
        tenth, twentieth = first + 10 * _DAY, first + 20 * _DAY
        first, last = {"early": (first, tenth), "mid": (tenth, twentieth), "late": (twentieth, last)}[edge]
        grain = Grain.WEEK
    elif edge:
        third = count // 3
        begin = {"early": 0, "mid": third, "late": count - third}[edge]
        first = _add_months(first, begin)
        last, grain = _add_months(first, third), Grain.MONTH
    return Interval(start=midnight(first, at.zone), end=midnight(last, at.zone), grain=grain, anchor=anchor)


def _add_months(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _ago(told: Told, at: Standpoint) -> Interval | None:
    """So many units before publication, or ahead of it: an instant for hours, a day for days and weeks, a month or a year beyond."""
    unit, now, today = told.unit or "day", at.now, at.today
    if now is None or today is None:
        return Interval(start=None, end=None, grain=_UNIT_GRAIN[unit], anchor=Anchor.UNKNOWN)
    if told.shape == "ahead" and at.tense == "past":
        return None  # "через два дня он умер" counts from another day than that of publication
    n = (told.n or 1) * (1 if told.shape == "ahead" else -1)
    if unit in ("minute", "hour"):
        if not isinstance(at.published, datetime):
            return _whole_day(today, at)
        length = timedelta(minutes=n) if unit == "minute" else timedelta(hours=n)
        moment = (now.astimezone(UTC) + length).astimezone(at.zone)
        return Interval(start=moment, end=moment, grain=_UNIT_GRAIN[unit], anchor=Anchor.PUBLISHED, day=moment.date())
    if unit in ("day", "week"):
        return _whole_day(today + n * (7 if unit == "week" else 1) * _DAY, at)
    if unit == "month":
        first = _add_months(today.replace(day=1), n)
        return _months(first, 1, None, at, Grain.MONTH, Anchor.PUBLISHED)
    return _months(date(today.year + n, 1, 1), 12, None, at, Grain.YEAR, Anchor.PUBLISHED)


def _whole_day(day: date, at: Standpoint) -> Interval:
    return Interval(start=midnight(day, at.zone), end=midnight(day + _DAY, at.zone), grain=Grain.DAY, anchor=Anchor.PUBLISHED, day=day)


def _turn(told: Told, at: Standpoint) -> Interval | None:
    """Last, this or next week, month or year by the calendar; the past or coming so many units by the clock."""
    unit, today = told.unit or "day", at.today
    if today is None or at.now is None:
        return Interval(start=None, end=None, grain=_UNIT_GRAIN[unit], anchor=Anchor.UNKNOWN)
    if told.shape == "streak":
        unit_days = {"week": 7}.get(unit, 1)
        first = today - ((told.n or 1) - 1) * unit_days * _DAY
        return _span(midnight(first, at.zone), at.now, unit, first)
    if told.turn == "past" or (told.turn == "next" and told.n):
        return _rolling(told, at, today, at.now)
    step = {"last": -1, "this": 0, "next": 1}[told.turn or "this"]
    if unit == "week":
        first = today + (7 * step - today.weekday()) * _DAY
        return _span(midnight(first, at.zone), midnight(first + 7 * _DAY, at.zone), unit)
    if unit == "weekend":
        saturday = today + (5 - today.weekday()) * _DAY
        if told.turn == "last" and today.weekday() < 5:
            saturday -= 7 * _DAY
        elif told.turn == "next":
            saturday += 7 * _DAY
        elif told.turn == "this" and today.weekday() < 3 and at.tense != "future":
            saturday -= 7 * _DAY
        return _span(midnight(saturday, at.zone), midnight(saturday + 2 * _DAY, at.zone), unit)
    if unit == "month":
        return _months(_add_months(today.replace(day=1), step), 1, told.edge, at, Grain.MONTH, Anchor.PUBLISHED)
    if unit == "year":
        return _months(date(today.year + step, 1, 1), 12, told.edge, at, Grain.YEAR, Anchor.PUBLISHED)
    return _whole_day(today + step * _DAY, at)


def _rolling(told: Told, at: Standpoint, today: date, now: datetime) -> Interval:
    """The past hours or days by the clock, weeks and months from the midnight that begins their first day; the coming ones likewise."""
    unit, n = told.unit or "day", told.n or 1
    if unit in ("minute", "hour") or (unit == "day" and n == 1):
        length = {"minute": timedelta(minutes=n), "hour": timedelta(hours=n), "day": _DAY}[unit]
        other = (now.astimezone(UTC) + (length if told.turn == "next" else -length)).astimezone(at.zone)
        if not isinstance(at.published, datetime):
            other = midnight(today + _DAY if told.turn == "next" else today - _DAY, at.zone)
    else:
        back = n if told.turn == "next" else -n
        first = today + back * (7 if unit == "week" else 1) * _DAY if unit in ("day", "week") else _add_months(today, back * (12 if unit == "year" else 1))
        other = midnight(first, at.zone)
    return _span(*((now, other) if told.turn == "next" else (other, now)), unit)


def _span(start: datetime, end: datetime, unit: str, day: date | None = None) -> Interval:
    return Interval(start=start, end=end, grain=_UNIT_GRAIN[unit], anchor=Anchor.PUBLISHED, day=day)


# --- ranges ---------------------------------------------------------------------------------------------------------------------------


def _range(told: Told, at: Standpoint) -> Interval | None:
    """From one time to another, or open at an end. What one end leaves out the other end tells."""
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
            if getattr(one, name) is None and getattr(other, name) is not None and name not in filled and not (name == "year" and one.rel is not None):
                filled[name] = getattr(other, name)
        if one.day is not None and one.month is None and "month" not in filled:
            filled["month"] = other.month
        if one.hour is not None and not _tells_day(one) and not any(name in filled for name in ("day", "rel", "ctx", "weekday")):
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
        return end + _DAY
    if last.year is None and end < start:
        return None
    raise ValueError("the end lies before the start")


def _add_years(moment: datetime, count: int) -> datetime:
    day = _add_months(moment.date(), 12 * count)
    return datetime.combine(day, moment.timetz())


def _weekdays(told: Told, first: Told, last: Told, at: Standpoint) -> Interval | None:
    """From one weekday to another: in the past the last such stretch, else the next."""
    if at.today is None:
        return Interval(start=None, end=None, grain=Grain.DAY, anchor=Anchor.UNKNOWN)
    if at.tense == "future":
        begin = _weekday(first, at.today, "future")
        finish = _weekday(last, begin, "future")
    else:
        finish = _weekday(last, at.today, at.tense)
        begin = _weekday(first, finish, at.tense)
    night = told.part == "night"
    a, b = replace(first, weekday=None), replace(last, weekday=None)
    left = Told(hour=a.hour, minute=a.minute, half=a.half, part="night after" if night else a.part, edge=None if night else a.edge)
    right = Told(hour=b.hour, minute=b.minute, half=b.half, part="night" if night else b.part, edge=None if night else b.edge)
    start = _hours(left, begin, at, assumed=False)[0]
    _, end, grain = _hours(right, finish, at, assumed=False)
    return Interval(start=start, end=end, grain=Grain.DAYPART if night else grain, anchor=Anchor.PUBLISHED, day=begin)
