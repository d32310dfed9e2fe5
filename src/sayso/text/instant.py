"""The instant: a time in ISO 8601 as people read it, and as a key by which times of several zones are put in order."""

from datetime import UTC, datetime, tzinfo

UNDATED = "9999"  # the key of what has no time: after all others


def stamp(iso: str, zone: tzinfo | None = None) -> str:
    """The time with the zone that it is told in, or in this zone, to the minute; a day stays a day.

    >>> stamp("2031-05-03T18:05:41+02:00"), stamp("2031-05-03T18:05:41+02:00", UTC), stamp("2031-05-03")
    ('2031-05-03 18:05 UTC+2', '2031-05-03 16:05 UTC', '2031-05-03')
    """
    at = _read(iso)
    if at is None:
        return iso.replace("T", " ")
    at = moved(at, zone) if zone and at.tzinfo else at
    return f"{at.isoformat(' ', 'minutes')[:16]}{_zone(at)}"


def order(iso: str | None) -> str:
    """A key that puts times in the order in which they were, whatever zones they are told in; a day stands at its beginning.

    >>> sorted(["2031-05-03T12:30:00+00:00", "2031-05-03T13:10:00+03:00", "2031-05-03"], key=order)
    ['2031-05-03', '2031-05-03T13:10:00+03:00', '2031-05-03T12:30:00+00:00']
    """
    at = _read(iso or "")
    return (iso or UNDATED) if at is None else (moved(at, UTC) if at.tzinfo else at).replace(tzinfo=None).isoformat(timespec="microseconds")


def moved(at: datetime, zone: tzinfo) -> datetime:
    """The moment in a zone; as it is told where the calendar ends before that (1 January of the year 1 in Moscow)."""
    try:
        return at.astimezone(zone)
    except OverflowError:
        return at


def _read(iso: str) -> datetime | None:
    """The moment; None for a day, and for what is none."""
    try:
        return datetime.fromisoformat(iso) if "T" in iso else None
    except ValueError:
        return None


def _zone(at: datetime) -> str:
    offset = at.utcoffset()
    if offset is None:
        return ""
    minutes = abs(round(offset.total_seconds() / 60))
    sign = "-" if offset.total_seconds() < 0 else "+"
    return " UTC" + (f"{sign}{minutes // 60}" + (f":{minutes % 60:02d}" if minutes % 60 else "") if minutes else "")
