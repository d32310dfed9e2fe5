"""The page of a list, and the choosing of incidents for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from sayso.record.edition import Entry
from sayso.run.publishing import day_of

MOST, LAST = 100, 1_000_000  # items on a page, number of a page
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Item]):
    """Some items of a list: `number` counts pages from 1, `total` all items."""

    items: Sequence[Item]
    number: int
    per: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return max(1, -(-self.total // self.per))

    @property
    def first(self) -> int:
        """The number of the first item on the page, from 1."""
        return (self.number - 1) * self.per + 1 if self.items else 0


def page_of(items: Sequence[Item], number: int, per: int) -> Page[Item]:
    """A page of a whole list."""
    start = (number - 1) * per
    return Page(items=items[start : start + per], number=number, per=per, total=len(items))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which incidents are wanted; "" leaves a thing open. Days are ISO 8601."""

    since: str = ""
    until: str = ""
    kind: str = ""
    place: str = ""
    speaker: str = ""

    def __bool__(self) -> bool:
        return any((self.since, self.until, self.kind, self.place, self.speaker))

    def query(self, **more: object) -> str:
        """The address's query of these wishes."""
        told = {name: getattr(self, name) for name in ("since", "until", "kind", "place", "speaker")} | more
        return urlencode({key: value for key, value in told.items() if value})

    def takes(self, entry: Entry) -> bool:
        """Is the incident wanted? One without a day is not where days are asked for."""
        incident = entry.incident
        if self.since or self.until:
            start, end = incident.start or incident.end, incident.end or incident.start
            if start is None or end is None:
                return False
            if (self.since and end.date().isoformat() < self.since) or (self.until and start.date().isoformat() > self.until):
                return False
        if self.kind and incident.kind.value != self.kind:
            return False
        if self.place:
            names = (incident.place.name, *incident.place.admin) if incident.place else ()
            if not any(_in(self.place, name) for name in names):
                return False
        return not self.speaker or any(_in(self.speaker, account.name) for account in entry.accounts)


def chosen(entries: Sequence[Entry], wanted: Wanted) -> list[Entry]:
    """The incidents that are wanted, the latest first by the days that their titles name; undated ones last."""
    found = [entry for entry in entries if wanted.takes(entry)]
    dated = sorted((e for e in found if e.incident.start), key=lambda e: e.number)
    dated.sort(key=lambda e: (day_of(e), e.incident.start.timestamp() if e.incident.start else 0.0), reverse=True)
    return [*dated, *(e for e in found if not e.incident.start)]


def _in(words: str, name: str) -> bool:
    return " ".join(words.split()).casefold() in name.casefold()
