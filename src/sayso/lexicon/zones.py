"""The zone: a time zone by its name."""

import re
from datetime import UTC, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_OFFSET = re.compile(r"([+-])([01]\d|2[0-3]):?([0-5]\d)")


@cache
def zone_named(name: str | None) -> tzinfo | None:
    """The zone of an IANA name, "UTC" or an offset (+03:00); None where there is none of that name.

    >>> zone_named("+03:00"), zone_named("Kestria/Karvost"), zone_named("+3")
    (datetime.timezone(datetime.timedelta(seconds=10800)), None, None)
    """
    if not name:
        return None
    if name == "UTC":
        return UTC
    if name[0] in "+-":
        found = _OFFSET.fullmatch(name)
        return timezone((1 if found[1] == "+" else -1) * timedelta(hours=int(found[2]), minutes=int(found[3]))) if found else None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
