"""The moment: a resolved interval of time."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sayso.record.method import Method
from sayso.text.span import Span


class Grain(StrEnum):
    MINUTE = "minute"
    HOUR = "hour"
    DAYPART = "daypart"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Anchor(StrEnum):
    TEXT = "text"
    PUBLISHED = "published"
    UNKNOWN = "unknown"


class ZoneFrom(StrEnum):
    TEXT = "text"
    OUTLET = "outlet"
    PLACE = "place"
    PUBLISHED = "published"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """An interval [start, end] of aware datetimes; an instant has start = end, an open end is None.

    `span` is None where the moment is only assumed (the day of publication). `same_as` names the moment of the same text that a
    bracket states again in another zone.
    """

    id: str
    document: str
    span: Span | None
    start: datetime | None
    end: datetime | None
    grain: Grain
    anchor: Anchor
    zone_from: ZoneFrom
    same_as: str | None = None
    method: Method | None = None
