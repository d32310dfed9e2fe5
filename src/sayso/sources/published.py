"""The time of publication, in the forms that reports give it."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DOTTED_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_FRACTION = re.compile(r"\.(\d{6})\d+")
_UNIX = re.compile(r"\d{9,11}")

LATEST_YEAR = 2100  # no report is of a later one: such a date is a slip, and would stand before all others for ever


def published_at(value: object) -> datetime | date | None:
    """The time in `value`: ISO 8601 (a day or a time), RFC 2822, seconds since 1970; None where it is none of these.

    A time without an offset is taken as UTC: a document has an aware time, or a day, or none.

    >>> published_at("2024-03-12T14:25:00+01:00").isoformat(), published_at("2024-03-12").isoformat(), published_at("soon")
    ('2024-03-12T14:25:00+01:00', '2024-03-12', None)
    """
    if isinstance(value, datetime):
        return _aware(value)
    if isinstance(value, date):
        return value
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    words = str(value).strip()
    if not words or len(words) > 64:
        return None
    try:
        return _read(words)
    except (ValueError, OverflowError, TypeError, OSError):
        return None


def too_late(when: datetime | date | None) -> str | None:
    """Why a time of publication is refused: all times that hang on it would be wrong, and it would stand as the latest word.

    >>> too_late(date(2101, 1, 1)), too_late(date(2100, 12, 31))
    ('the date of publication, 2101-01-01, lies after the year 2100', None)
    """
    if when is None or when.year <= LATEST_YEAR:
        return None
    return f"the date of publication, {when.isoformat()}, lies after the year {LATEST_YEAR}"


def from_unix(seconds: object) -> datetime | None:
    """The time of a Telegram field in seconds since 1970, in UTC; None where it is none."""
    try:
        return datetime.fromtimestamp(int(str(seconds)), tz=UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _read(words: str) -> datetime | date:
    for pattern in (_DAY, _COMPACT_DAY):
        day = pattern.fullmatch(words)
        if day:
            return date(int(day[1]), int(day[2]), int(day[3]))
    dotted = _DOTTED_DAY.fullmatch(words)
    if dotted:
        return date(int(dotted[3]), int(dotted[2]), int(dotted[1]))
    if _UNIX.fullmatch(words):
        return datetime.fromtimestamp(int(words), tz=UTC)
    if words[:4].isdigit():
        return _aware(datetime.fromisoformat(_FRACTION.sub(r".\1", words)))
    return _aware(parsedate_to_datetime(words))


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
