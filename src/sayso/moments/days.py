"""The day: which day words tell, and which hours of it."""

import calendar
from datetime import date, datetime, time, timedelta, tzinfo

from sayso.lexicon.times import Told
from sayso.moments.dayparts import Hours, hours_of
from sayso.moments.standpoint import DAY, ROUNDED, Interval, Standpoint, midnight
from sayso.record.moment import Anchor, Grain


def tells_day(told: Told) -> bool:
    """Do the words tell a day?"""
    return told.day is not None or told.rel is not None or told.ctx is not None or told.weekday is not None


def within_day(told: Told, at: Standpoint) -> Interval | None:
    """A day, a part of it or an hour; of the day told before or of publication where the words leave it open."""
    open_ = not tells_day(told)
    if open_:
        day = at.before or at.today
        anchor = Anchor.PUBLISHED
    else:
        day, anchor = _day(told, at)
    if day is None:
        of_hours = Grain.DAYPART if told.part else Grain.DAY
        grain = Grain.MINUTE if told.minute is not None else Grain.HOUR if told.hour is not None else of_hours
        return Interval(start=None, end=None, grain=grain, anchor=Anchor.UNKNOWN, assumed=open_)
    # The day told before may be that of publication: what is past by then was the day before.
    free = at.before is None or (at.before == at.today and at.tense == "past")
    # "That evening" of no day told cannot lie ahead either.
    made = within(told, day, at, assumed=(open_ and free) or (told.ctx == 0 and at.before is None))
    start, end, grain = made
    shifted = start.date() if open_ and told.hour is not None else day
    return Interval(start=start, end=end, grain=grain, anchor=anchor, day=shifted, assumed=open_)


def within(told: Told, day: date, at: Standpoint, *, assumed: bool) -> tuple[datetime, datetime, Grain]:
    """The hours told of a day; a day that was only assumed is the one before, where else the past would lie ahead of publication."""
    if told.hour is not None:
        start = _clock(told, day, at)
        either = _either_half(told)
        if assumed and at.now and at.tense != "future" and start > at.now + at.slack:
            start -= DAY / 2 if either else DAY
            # Without a tense the nearer half stands.
            start += DAY / 2 if either and at.tense is None and start + DAY / 4 < at.now else timedelta()
        elif assumed and either and at.now and at.tense == "future" and start < at.now:
            start += DAY / 2
        return start, start, Grain.MINUTE if told.minute is not None else Grain.HOUR
    coming = told.part == "night" and at.tense == "future" and (assumed or told.rel == 0)
    part = "night after" if coming else told.part
    hours = hours_of(part, told.edge)
    if hours is None:
        return midnight(day, at.zone), midnight(day + DAY, at.zone), Grain.DAY
    start, end = _between(day, hours, at.zone)
    if assumed and at.now and at.tense != "future" and start > at.now + at.slack - ROUNDED:
        start, end = _between(day - DAY, hours, at.zone)
    return start, end, Grain.HOUR if start == end else Grain.DAYPART


def _between(day: date, hours: Hours, zone: tzinfo) -> tuple[datetime, datetime]:
    ends = []
    for hour in (hours.start, hours.end):
        days, rest = divmod(hour, 24)
        ends.append(datetime.combine(day + days * DAY, time(rest), tzinfo=zone))
    return ends[0], ends[1]


def _either_half(told: Told) -> bool:
    """Is it an hour in words that may be of either half of the day ("at six")?"""
    return told.half == "open" and told.part is None and (told.hour or 0) <= 12


def _clock(told: Told, day: date, at: Standpoint) -> datetime:
    """The clock of a day: halves and parts say which twelve hours are meant, and a night may begin or end on the day."""
    hour, minute = told.hour or 0, told.minute or 0
    half = None if told.half == "open" else told.half
    if half == "am" and hour == 12:
        hour = 0
    elif hour < 12 and (half == "pm" or told.part in ("afternoon", "evening", "dusk")):
        hour += 12
    elif told.part == "night" and half is None and 8 <= hour <= 12:
        hour = 0 if hour == 12 else hour + 12
    if told.part == "night" and hour >= 18 and tells_day(told):
        day -= DAY
    if told.part == "night after" and hour < 12:
        if half is None and hour >= 6:
            hour += 12
        else:
            day += DAY
    days, minutes = divmod(60 * hour + minute, 24 * 60)  # the minute may stand before the hour
    return datetime.combine(day + days * DAY, time(*divmod(minutes, 60)), tzinfo=at.zone)


def _day(told: Told, at: Standpoint) -> tuple[date | None, Anchor]:
    """The day told, and what it hangs on."""
    today = at.today
    if told.day is not None and told.month is not None:
        if told.year is not None:
            return date(told.year, told.month, told.day), Anchor.TEXT
        return _nearest_year(told, at), Anchor.PUBLISHED
    if told.ctx is not None and told.ctx > 0 and at.before is None:
        raise ValueError("the next day of no day")
    if told.ctx is not None and at.before is not None:
        return at.before + told.ctx * DAY, Anchor.TEXT
    if today is None:
        return None, Anchor.UNKNOWN
    if told.day is not None:
        return _nearest_month(told.day, today, at.tense), Anchor.PUBLISHED
    if told.rel is not None or told.ctx is not None:
        return today + (told.rel if told.rel is not None else told.ctx or 0) * DAY, Anchor.PUBLISHED
    return weekday_of(told, today, at.tense), Anchor.PUBLISHED


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
    tense = at.tense
    # The other side of publication counts three times as far: "was shelled on 1 June" in March is of last year.
    return min(days, key=lambda day: (abs((day - today).days) * (3 if _wrong_side(day, today, tense) else 1), day))


def _wrong_side(day: date, today: date, tense: str | None) -> bool:
    return (tense == "past" and day > today + DAY) or (tense == "future" and day < today - DAY)


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


def weekday_of(told: Told, today: date, tense: str | None) -> date:
    """The weekday told: the last one, today included; the next one in the future tense or where the words say so."""
    weekday = told.weekday or 0
    monday = today - today.weekday() * DAY
    if told.unit == "week":
        weeks = {"last": -1, "this": 0, "next": 1}[told.turn or "this"]
        return monday + (7 * weeks + weekday) * DAY
    back = (today.weekday() - weekday) % 7
    if told.turn == "next":
        return today + ((weekday - today.weekday() - 1) % 7 + 1) * DAY
    if told.turn == "last":
        return today - (back or 7) * DAY
    if tense == "future":
        return today + (weekday - today.weekday()) % 7 * DAY
    return today - back * DAY
