"""The standpoint: from where the words of a text are understood, and the interval that they tell."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from sayso.record.moment import Anchor, Grain

DAY = timedelta(days=1)
ROUNDED = timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """From where words are understood: publication (a moment or a day), zone, tense ("past", "future", None) and the date told before.

    `slack` is how far after publication a past clock may seem to lie: clocks are rounded, and a zone that is only assumed may be wrong.
    """

    published: datetime | date | None
    zone: tzinfo
    tense: str | None = None
    before: date | None = None
    slack: timedelta = ROUNDED

    @property
    def now(self) -> datetime | None:
        """The moment of publication in the zone; the end of the day where only the day is known."""
        if isinstance(self.published, datetime):
            aware = self.published if self.published.tzinfo else self.published.replace(tzinfo=UTC)
            return aware.astimezone(self.zone)
        return midnight(self.published + DAY, self.zone) if self.published else None

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


def whole_day(day: date, at: Standpoint) -> Interval:
    """The interval of a day that was counted from publication."""
    return Interval(start=midnight(day, at.zone), end=midnight(day + DAY, at.zone), grain=Grain.DAY, anchor=Anchor.PUBLISHED, day=day)
