"""The scope: over which time, and of whom, a count is told."""

import re
from dataclasses import dataclass
from datetime import date

from sayso.events.count import Count
from sayso.events.unitwords import Words
from sayso.events.view import View
from sayso.record.figure import Scope

_NUMERIC = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"\d{1,2}")
# Short words that open a period only if a date follows them ("с 10 марта", but not "с места").
_BARE = frozenset(("since", "с", "з", "від", "depuis", "начиная с", "починаючи з"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A scope with its first day, and whether it makes totals."""

    scope: Scope
    since: str | None = None
    total: bool = False


def periods(view: View, words: Words, published: date | None) -> dict[int, list[tuple[int, Period]]]:
    """The periods that a text states, by sentence, each with the word it begins at."""
    found: dict[int, list[tuple[int, Period]]] = {}
    for first, met in sorted(words.sorts.get("scope", {}).items()):
        scope = met.entry.scope or Scope.UNSTATED
        phrase = " ".join(view.forms[met.first : met.last])
        since = _day_after(view, words, met.last, published)
        if phrase in _BARE and since is None:
            continue
        period = Period(scope=scope, since=since if scope is not Scope.DAY else None, total=met.entry.total)
        found.setdefault(view.sentences[first], []).append((first, period))
    return found


def period_of(count: Count, listed: dict[int, list[tuple[int, Period]]], view: View) -> Period | None:
    """The period stated for a count: of its sentence the longest one, war before period before day; None where none is stated."""
    here = listed.get(view.sentences[count.numeral.first], [])
    order = {Scope.WAR: 0, Scope.PERIOD: 1, Scope.DAY: 2}
    return min((period for _, period in here), key=lambda period: order.get(period.scope, 3), default=None)


def total(count: Count, words: Words) -> bool:
    """Does a word say that the count is a total?"""
    sums = words.sorts.get("total", {})
    return any(first in sums for first in range(count.numeral.first - 6, max(count.noun[1], count.numeral.last) + 4))


def _day_after(view: View, words: Words, at: int, published: date | None) -> str | None:
    """The day, month or year that is named from word `at` on, as ISO 8601."""
    day = month = year = None
    months = words.sorts.get("month", {})
    for i in range(at, min(at + 4, len(view))):
        form = view.forms[i]
        numeric = _NUMERIC.fullmatch(form)
        if numeric:
            day, month = int(numeric[1]), int(numeric[2])
            year = int(numeric[3]) if numeric[3] else None
            year = year + 2000 if year is not None and year < 100 else year
            break
        if i in months:
            month = int(months[i].entry.name or 0)
        elif _YEAR.fullmatch(form):
            year = int(form)
            break
        elif _DAY.fullmatch(form) and 1 <= int(form) <= 31 and day is None:
            day = int(form)
        elif view.wordy[i] and form not in ("the", "le", "of", "er"):
            break
    if month is None:
        return None if year is None or day is not None else f"{year:04d}"
    if year is None and published is not None:
        year = published.year if month <= published.month else published.year - 1
    if year is None:
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
