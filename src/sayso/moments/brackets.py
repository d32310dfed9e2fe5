"""The bracket: a clock told again in another zone, as "12:40 (10:40 Paris time)"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from sayso.lexicon.times import Told
from sayso.record.moment import Moment, ZoneFrom
from sayso.text.span import Span


def zone_told(told: Told | None) -> str | None:
    """The zone that words name, at any of their ends."""
    if told is None:
        return None
    return told.zone or zone_told(told.end) or zone_told(told.start)


def restated(made: list[Moment], said: Sequence[Told], text: str) -> list[Moment]:
    """A clock in brackets right after another, in a named zone, is the same moment; it fixes the zone of one that names none."""
    result = list(made)
    for index in range(1, len(made)):
        first, second = result[index - 1], result[index]
        told, bracketed = said[index - 1], said[index]
        if first.span is None or second.span is None or not _bracket(text, first.span, second.span):
            continue
        named, again = zone_told(told), zone_told(bracketed)
        if not (_clocked(told) and _clocked(bracketed)) or not (again or named):
            continue
        if named is None or named == "local":
            result[index - 1] = first = _in_zone_of(first, second)
        elif again is None:
            result[index] = second = _in_zone_of(second, first)
        if _same(first, second):
            result[index] = replace(second, same_as=first.id)
        elif first.start and second.start and _clock_gap(first, second) == timedelta(0):
            result[index] = replace(second, start=first.start.astimezone(second.start.tzinfo), end=first.end, same_as=first.id)
    return result


def _bracket(text: str, first: Span, second: Span) -> bool:
    between = text[first.end : second.start]
    return len(between) <= 4 and between.strip() in ("(", ", (", "/", "[", "),(")


def _clocked(told: Told) -> bool:
    if told.start is not None and told.end is not None:
        return told.start.hour is not None or told.end.hour is not None
    return told.hour is not None


def _clock_gap(first: Moment, second: Moment) -> timedelta:
    """How far apart the two stand, but for whole days."""
    if first.start is None or second.start is None:
        return timedelta(days=1)
    return timedelta(seconds=(first.start - second.start).total_seconds() % 86400)


def _same(first: Moment, second: Moment) -> bool:
    return first.start is not None and first.start == second.start and first.end == second.end


def _in_zone_of(moment: Moment, other: Moment) -> Moment:
    """The moment read in the zone that makes it the same as `other`, where the two clocks are a zone's distance apart."""
    if moment.start is None or other.start is None or other.start.utcoffset() is None:
        return moment
    clock, across = datetime.combine(date(2000, 1, 2), moment.start.time()), datetime.combine(date(2000, 1, 2), other.start.time())
    apart = (clock - across + timedelta(hours=12)) % timedelta(days=1) - timedelta(hours=12)
    offset = (other.start.utcoffset() or timedelta(0)) + apart
    if apart % timedelta(minutes=15) or abs(offset) > timedelta(hours=14):
        return moment
    zone = timezone(offset)
    start = other.start.astimezone(zone)
    end = None if moment.end is None or other.end is None else other.end.astimezone(zone)
    if start.time() != moment.start.time() or (end and moment.end and end.time() != moment.end.time()):
        return moment
    return replace(moment, start=start, end=end, zone_from=ZoneFrom.TEXT)
