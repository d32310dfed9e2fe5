"""The unit book: the words that say what a number counts, whose it is, and over which time."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.phrases import PhraseBook, said
from sayso.lexicon.rows import Row, packaged
from sayso.record.figure import FigureStatus, Scope, Unit, Who


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWord:
    """A word about a count. `sort` says which of these it is.

    - thing: a noun with its `unit` (tank, drone, house); `detail` a finer word.
    - people: a noun for people; `who` they are.
    - toll: a noun or adjective that is a unit of people by itself (dead, wounded, погибших).
    - effect: a verb or participle that makes a unit of people (`unit`) or a status of things (`status`), or both (destroyed, lost);
      `side` says where the counted stands: before the word, after it, or both.
    - measure: after a number it makes no figure (percent, km, years).
    - party: whose; `name` is a country or body, "enemy" and "own" are told from the speaker.
    - scope: over which time; `scope` and whether a total.
    - part: what follows is a part of what went before (including, of them).
    - swap: an exchange of prisoners: people counted in such a text are captives.
    - head: opens a list of losses; `status`.
    """

    sort: str
    unit: Unit | None = None
    who: Who | None = None
    detail: str | None = None
    status: FigureStatus | None = None
    side: str = "both"
    name: str | None = None
    scope: Scope | None = None
    total: bool = False
    example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitBook:
    """The unit words of a language."""

    lang: str
    words: PhraseBook[UnitWord]


@cache
def unit_book(lang: str) -> UnitBook:
    """The unit book of a language: its own units.jsonl, and the designations of weapons that all languages share (data/units.jsonl)."""
    own = packaged(f"sayso.lexicon.data.{lang}", "units.jsonl")
    shared = packaged("sayso.lexicon.data", "units.jsonl")
    return UnitBook(lang=lang, words=PhraseBook.of(lang, said((*own, *shared), _word)))


def _word(row: Row) -> UnitWord:
    return UnitWord(
        sort=row["sort"],
        unit=Unit(row["unit"]) if row.get("unit") else None,
        who=Who(row["who"]) if row.get("who") else None,
        detail=row.get("detail"),
        status=FigureStatus(row["status"]) if row.get("status") else None,
        side=row.get("side", "both"),
        name=row.get("name"),
        scope=Scope(row["scope"]) if row.get("scope") else None,
        total=bool(row.get("total")),
        example=row["example"],
    )
