"""The daypart: which hours "morning", "overnight" or "late evening" stand for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hours:
    """From `start` to `end`, in hours after the midnight that begins the day; below 0 is the evening before, above 24 the day after."""

    start: int
    end: int


# The hours of war reporting, one table for all languages. "Night" is the night that ends on the day named: the night of 12 March, ночь на
# 12 марта, are 11 March 20:00 to 12 March 08:00. "Night after" is the one that begins on it: Tuesday night.
HOURS = {
    "night": Hours(-4, 8),
    "night after": Hours(20, 32),
    "small hours": Hours(0, 6),
    "before dawn": Hours(1, 6),
    "predawn": Hours(3, 6),
    "dawn": Hours(5, 7),
    "morning": Hours(6, 12),
    "noon": Hours(12, 12),
    "afternoon": Hours(12, 17),
    "dusk": Hours(18, 20),
    "evening": Hours(17, 24),
    "midnight": Hours(0, 0),
    "daytime": Hours(8, 20),
    "first half": Hours(6, 12),
}
EDGED = {
    ("early", "morning"): Hours(4, 8),
    ("mid", "morning"): Hours(9, 11),
    ("late", "morning"): Hours(10, 12),
    ("early", "afternoon"): Hours(12, 14),
    ("mid", "afternoon"): Hours(14, 16),
    ("late", "afternoon"): Hours(15, 18),
    ("early", "evening"): Hours(17, 20),
    ("late", "evening"): Hours(20, 24),
    ("mid", "night"): Hours(-2, 4),
    ("late", "night"): Hours(-2, 4),
    ("mid", "night after"): Hours(22, 28),
    ("late", "night after"): Hours(22, 28),
}
EDGES_OF_DAY = {"early": Hours(0, 8), "late": Hours(20, 24)}


def hours_of(part: str | None, edge: str | None) -> Hours | None:
    """The hours of a part of the day, or of an edge of the whole day; None for the day itself.

    >>> hours_of("evening", "late")
    Hours(start=20, end=24)
    """
    if part is None:
        return EDGES_OF_DAY.get(edge or "")
    return EDGED.get((edge or "", part), HOURS[part])
