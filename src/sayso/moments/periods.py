"""The period: weeks, months, seasons and years, and stretches counted back from publication."""

import calendar
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sayso.lexicon.times import Told
from sayso.moments.standpoint import DAY, Interval, Standpoint, midnight, whole_day
from sayso.record.moment import Anchor, Grain

_UNIT_GRAIN = {
    "minute": Grain.MINUTE,
    "hour": Grain.HOUR,
    "day": Grain.DAY,
    "week": Grain.WEEK,
    "month": Grain.MONTH,
    "year": Grain.YEAR,
    "weekend": Grain.DAY,
    "season": Grain.MONTH,
}


def long(told: Told, at: Standpoint) -> Interval | None:
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
    last = add_months(first, count)
    if edge and count == 1:
        tenth, twentieth = first + 10 * DAY, first + 20 * DAY
        first, last = {"early": (first, tenth), "mid": (tenth, twentieth), "late": (twentieth, last)}[edge]
        grain = Grain.WEEK
    elif edge:
        third = count // 3
        begin = {"early": 0, "mid": third, "late": count - third}[edge]
        first = add_months(first, begin)
        last, grain = add_months(first, third), Grain.MONTH
    return Interval(start=midnight(first, at.zone), end=midnight(last, at.zone), grain=grain, anchor=anchor)


def add_months(day: date, count: int) -> date:
    """The day so many months on, or the last one of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def ago(told: Told, at: Standpoint) -> Interval | None:
    """So many units before publication, or ahead of it: an instant for hours, a day for days and weeks, a month or a year beyond."""
    unit, now, today = told.unit or "day", at.now, at.today
    if now is None or today is None:
        return Interval(start=None, end=None, grain=_UNIT_GRAIN[unit], anchor=Anchor.UNKNOWN)
    if told.shape == "ahead" and at.tense == "past":
        return None  # "через два дня он умер" counts from another day than that of publication
    n = (told.n or 1) * (1 if told.shape == "ahead" else -1)
    if unit in ("minute", "hour"):
        if not isinstance(at.published, datetime):
            return whole_day(today, at)
        length = timedelta(minutes=n) if unit == "minute" else timedelta(hours=n)
        moment = (now.astimezone(UTC) + length).astimezone(at.zone)
        return Interval(start=moment, end=moment, grain=_UNIT_GRAIN[unit], anchor=Anchor.PUBLISHED, day=moment.date())
    if unit in ("day", "week"):
        return whole_day(today + n * (7 if unit == "week" else 1) * DAY, at)
    if unit == "month":
        first = add_months(today.replace(day=1), n)
        return _months(first, 1, None, at, Grain.MONTH, Anchor.PUBLISHED)
    return _months(date(today.year + n, 1, 1), 12, None, at, Grain.YEAR, Anchor.PUBLISHED)


def apart(told: Told, at: Standpoint) -> Interval | None:
    """So many days, weeks, months or years earlier or later than the day told before; earlier than publication where none was told."""
    unit, base = told.unit or "day", at.before
    if base is None and told.shape == "earlier":
        base = at.today
    if base is None or unit in ("minute", "hour"):
        return None
    n = (told.n or 1) * (1 if told.shape == "later" else -1)
    made = ago(replace(told, shape="ahead", n=n), replace(at, published=base, tense=None))
    return made and replace(made, anchor=Anchor.PUBLISHED if at.before is None else Anchor.TEXT)


def turn(told: Told, at: Standpoint) -> Interval | None:
    """Last, this or next week, month or year by the calendar; the past or coming so many units by the clock."""
    unit, today = told.unit or "day", at.today if told.ctx is None else at.before or at.today
    if today is None or at.now is None:
        return Interval(start=None, end=None, grain=_UNIT_GRAIN[unit], anchor=Anchor.UNKNOWN)
    if told.shape == "streak":
        back = 1 - (told.n or 1)
        if unit in ("month", "year"):
            first = add_months(today.replace(day=1, month=1 if unit == "year" else today.month), back * (12 if unit == "year" else 1))
        else:
            first = today + back * (7 if unit == "week" else 1) * DAY
        return _span(midnight(first, at.zone), at.now, unit, first)
    if told.turn == "past" or (told.turn == "next" and told.n):
        return _rolling(told, at, today, at.now)
    step = {"last": -1, "this": 0, "next": 1}[told.turn or "this"]
    if unit == "week":
        first = today + (7 * step - today.weekday()) * DAY
        return _span(midnight(first, at.zone), midnight(first + 7 * DAY, at.zone), unit)
    if unit == "weekend":
        saturday = today + (5 - today.weekday()) * DAY
        if told.turn == "last" and today.weekday() < 5:
            saturday -= 7 * DAY
        elif told.turn == "next":
            saturday += 7 * DAY
        elif told.turn == "this" and today.weekday() < 3 and at.tense == "past":
            saturday -= 7 * DAY
        return _span(midnight(saturday, at.zone), midnight(saturday + 2 * DAY, at.zone), unit)
    if unit == "month":
        return _months(add_months(today.replace(day=1), step), 1, told.edge, at, Grain.MONTH, Anchor.PUBLISHED)
    if unit == "year":
        return _months(date(today.year + step, 1, 1), 12, told.edge, at, Grain.YEAR, Anchor.PUBLISHED)
    return whole_day(today + step * DAY, at)


def _rolling(told: Told, at: Standpoint, today: date, now: datetime) -> Interval:
    """The past hours or days by the clock, weeks and months from the midnight that begins their first day; the coming ones likewise."""
    unit, n = told.unit or "day", told.n or 1
    if unit in ("minute", "hour") or (unit == "day" and n == 1):
        length = {"minute": timedelta(minutes=n), "hour": timedelta(hours=n), "day": DAY}[unit]
        other = (now.astimezone(UTC) + (length if told.turn == "next" else -length)).astimezone(at.zone)
        if not isinstance(at.published, datetime):
            other = midnight(today + DAY if told.turn == "next" else today - DAY, at.zone)
    else:
        back = n if told.turn == "next" else -n
        if unit in ("day", "week"):
            first = today + back * (7 if unit == "week" else 1) * DAY
        else:
            first = add_months(today, back * (12 if unit == "year" else 1))
        other = midnight(first, at.zone)
    return _span(*((now, other) if told.turn == "next" else (other, now)), unit)


def _span(start: datetime, end: datetime, unit: str, day: date | None = None) -> Interval:
    return Interval(start=start, end=end, grain=_UNIT_GRAIN[unit], anchor=Anchor.PUBLISHED, day=day)
