"""The time book: what the words of a language tell about when, as rules of data with examples."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache

from sayso.errors import DataError
from sayso.lexicon.rows import Row, packaged

DAYPARTS = (
    "night",
    "night after",
    "small hours",
    "dawn",
    "before dawn",
    "morning",
    "noon",
    "afternoon",
    "dusk",
    "evening",
    "midnight",
    "daytime",
    "first half",
)
_SHAPES = ("ago", "ahead", "turn", "streak", "since", "until", "after", "before")
_UNITS = ("minute", "hour", "day", "week", "month", "year", "weekend", "season")
_TURNS = ("last", "this", "next", "past")
_EDGES = ("early", "mid", "late")
# Symbols that tokens of digits bear without any rule (moments/marks.py), and those that the matcher builds itself.
GIVEN = frozenset("count dnum dord ord year4 hnum hlate minnum hhmm dotted mil hclock hbare hours ampm isodate dmy dm city".split())
BUILT = frozenset({"point"})
TOP = ("none", "range", "period", "point")
PIECES = ("day", "clock", "part", "zone")


@dataclass(frozen=True, slots=True)
class Told:
    """What words tell about when; None is not told. `start` and `end` are the ends of a range.

    `rel` counts days from publication, `ctx` days from the date told before, `yrel` years from publication; `weekday` 0 is Monday.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    rel: int | None = None
    ctx: int | None = None
    yrel: int | None = None
    weekday: int | None = None
    turn: str | None = None
    unit: str | None = None
    n: int | None = None
    shape: str | None = None
    hour: int | None = None
    minute: int | None = None
    half: str | None = None
    part: str | None = None
    edge: str | None = None
    season: int | None = None
    zone: str | None = None
    start: "Told | None" = None
    end: "Told | None" = None

    def with_(self, other: "Told") -> "Told | None":
        """Both together; None where they tell different things.

        >>> both = Told(month=3).with_(Told(day=12))
        >>> both and (both.month, both.day)
        (3, 12)
        >>> Told(month=3).with_(Told(month=4)) is None
        True
        """
        if self is EMPTY or other is EMPTY:
            return other if self is EMPTY else self
        return _both(self, other)


@lru_cache(maxsize=4096)
def _both(one: Told, other: Told) -> Told | None:
    """Both together, as `with_` tells; remembered, since texts say the same times again."""
    added = {}
    for name in _FIELDS:
        theirs = getattr(other, name)
        if theirs is None:
            continue
        mine = getattr(one, name)
        if mine is None:
            added[name] = theirs
        elif mine != theirs:
            return None
    return replace(one, **added) if added else one


_FIELDS = tuple(f.name for f in fields(Told))
EMPTY = Told()
_INTS = frozenset("year month day rel ctx yrel weekday n hour minute season".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One place in a rule: one of some words, a word that begins so, or a slot for a symbol, told under `key` where that is given."""

    words: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    slot: str | None = None
    key: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How a symbol may be written, and what it then tells; `capital` asks for a capital letter at its first word."""

    number: int
    makes: str
    reads: str
    items: tuple[Item, ...]
    adds: Told
    example: str
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """Words of a list, and beginnings of words."""

    words: frozenset[str]
    prefixes: tuple[str, ...]

    @classmethod
    def of(cls, words: Iterable[str]) -> "Listed":
        """The list of words as a data row writes them; a beginning ends in *."""
        given = tuple(words)
        return cls(frozenset(w for w in given if not w.endswith("*")), tuple(w[:-1] for w in given if w.endswith("*")))

    def __contains__(self, word: str) -> bool:
        return word in self.words or word.startswith(self.prefixes)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeBook:
    """The rules of a language, by symbol and by what they begin with.

    `begins` are the symbols that may begin with a word, with a word that begins so ("прошл*"), or with a given symbol ("{count}").
    `future` and `past` are beginnings of words that tell the tense of a clause, `leads` prepositions and hedges that may stand before
    an expression and belong to its span. `fillers` are leads and other small words that tell no time alone; `known` all words of the rules.
    """

    lang: str
    rules: tuple[Rule, ...]
    by_word: dict[tuple[str, str], tuple[Rule, ...]]
    by_slot: dict[str, tuple[Rule, ...]]
    prefixes: dict[str, tuple[str, ...]]
    begins: dict[str, frozenset[str]]
    begin_prefixes: tuple[str, ...]
    leads: frozenset[str]
    fillers: frozenset[str]
    known: frozenset[str]
    future: "Listed"
    past: "Listed"
    abbreviations: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneBook:
    """IANA zones of countries (ISO 3166-1 alpha-2) and of regions (country, English name), and the words that name a zone."""

    countries: dict[str, str]
    regions: dict[tuple[str, str], str]
    named: dict[str, dict[str, str]]


@cache
def time_book(lang: str) -> TimeBook:
    """The time book of a language; DataError with all faults where its file is faulty."""
    return book_of(packaged(f"sayso.lexicon.data.{lang}", "times.jsonl"), lang, zone_book())


@cache
def zone_book() -> ZoneBook:
    """The zones of places and of zone names; DataError with all faults where the file is faulty."""
    countries: dict[str, str] = {}
    regions: dict[tuple[str, str], str] = {}
    named: dict[str, dict[str, str]] = {}
    faults = []
    for row in packaged("sayso.lexicon.data", "zones.jsonl"):
        zone, kind = row.get("zone"), row.get("kind")
        if not isinstance(zone, str) or ("/" not in zone and not re.fullmatch(r"UTC|[+-]\d\d:\d\d", zone)):
            faults.append(f"{row}: no zone")
        elif kind == "country":
            countries[row["country"]] = zone
        elif kind == "region":
            regions.update({(row["country"], name.casefold()): zone for name in row["names"]})
        elif kind == "name":
            for lang, words in row["words"].items():
                named.setdefault(lang, {}).update({word.casefold(): zone for word in words})
        else:
            faults.append(f"{row}: kind {kind!r} is none of country, region, name")
    if faults:
        raise DataError("the zones are faulty", faults=tuple(faults), where="zones.jsonl", then="mend the rows named")
    return ZoneBook(countries=countries, regions=regions, named=named)


def book_of(rows: Iterable[Row], lang: str, zones: ZoneBook) -> TimeBook:
    """The time book of these rows.

    A rule row has `makes`, `reads`, `adds`?, `capital`? and `example`; `reads` is written in words: `a|b` one of these, `a*` a word that
    begins so, `{symbol}` a symbol, `{symbol:start}` told as the start of a range, `?` at the end of each: may be missing.
    A list row has `list` (lead, filler, future, past, abbreviation), `words` and `example`. Raises DataError with all faults.
    """
    faults: list[str] = []
    rules: list[Rule] = []
    lists: dict[str, list[str]] = {}
    for row in rows:
        if not row.get("example"):
            faults.append(f"{row}: no example")
        if "list" in row:
            lists.setdefault(row["list"], []).extend(row["words"].split())
            continue
        try:
            rules += _rules(row, len(rules))
        except (KeyError, TypeError, ValueError) as why:
            faults.append(f"{row}: {type(why).__name__} {why}")
    for word in zones.named.get(lang, {}):
        made = {"makes": "city", "reads": word, "adds": {"zone": zones.named[lang][word]}, "example": word}
        rules += _rules(made, len(rules))
    known = {rule.makes for rule in rules} | GIVEN | BUILT
    faults += [f"{r.reads}: no symbol {i.slot}" for r in rules for i in r.items if i.slot and i.slot not in known]
    faults += [f"no list {name!r}" for name in lists if name not in ("lead", "filler", "future", "past", "abbreviation")]
    if faults:
        raise DataError("the time words are faulty", faults=tuple(faults), where=f"{lang}/times.jsonl", then="mend the rows named")
    return _book(tuple(rules), lang, {name: tuple(words) for name, words in lists.items()})


def _book(rules: tuple[Rule, ...], lang: str, lists: dict[str, tuple[str, ...]]) -> TimeBook:
    by_word: dict[tuple[str, str], list[Rule]] = {}
    by_slot: dict[str, list[Rule]] = {}
    prefixes: dict[str, list[str]] = {}
    for rule in rules:
        first = rule.items[0]
        if first.slot:
            by_slot.setdefault(rule.makes, []).append(rule)
        for word in (*first.words, *(f"{p}*" for p in first.prefixes)):
            by_word.setdefault((rule.makes, word), []).append(rule)
        prefixes.setdefault(rule.makes, []).extend(p for p in first.prefixes if p not in prefixes.get(rule.makes, []))
    begins = _begins(rules)
    return TimeBook(
        lang=lang,
        rules=rules,
        by_word={key: tuple(found) for key, found in by_word.items()},
        by_slot={key: tuple(found) for key, found in by_slot.items()},
        prefixes={key: tuple(found) for key, found in prefixes.items()},
        begins=begins,
        begin_prefixes=tuple(sorted({p for rule in rules for p in rule.items[0].prefixes})),
        leads=frozenset(lists.get("lead", ())),
        fillers=frozenset((*lists.get("lead", ()), *lists.get("filler", ()))),
        known=frozenset(word for rule in rules for item in rule.items for word in item.words if word.isalpha()),
        future=Listed.of(lists.get("future", ())),
        past=Listed.of(lists.get("past", ())),
        abbreviations=frozenset(lists.get("abbreviation", ())),
    )


def _begins(rules: tuple[Rule, ...]) -> dict[str, frozenset[str]]:
    """For each word, beginning of a word (with *) and given symbol (in braces): all symbols that may begin with it."""
    above: dict[str, set[str]] = {piece: {"point"} for piece in (*PIECES, "period")}
    direct: dict[str, set[str]] = {f"{{{symbol}}}": {symbol} for symbol in GIVEN}
    for rule in rules:
        first = rule.items[0]
        if first.slot:
            above.setdefault(first.slot, set()).add(rule.makes)
        for word in (*first.words, *(f"{p}*" for p in first.prefixes)):
            direct.setdefault(word, set()).add(rule.makes)
    found = {}
    for word, symbols in direct.items():
        open_, all_ = list(symbols), set()
        while open_:
            symbol = open_.pop()
            if symbol not in all_:
                all_.add(symbol)
                open_ += above.get(symbol, ())
        found[word] = frozenset(all_)
    return found


def _rules(row: Row, number: int) -> list[Rule]:
    """The rule of a row, in as many forms as its beginning has optional items."""
    items = tuple(_item(part) for part in str(row["reads"]).split())
    rule = Rule(
        number=number,
        makes=row["makes"],
        reads=row["reads"],
        items=items,
        adds=told_of(row.get("adds") or {}),
        example=row["example"],
        capital=bool(row.get("capital")),
    )
    found: list[Rule] = []
    while items:
        found.append(replace(rule, number=number + len(found), items=(replace(items[0], optional=False), *items[1:])))
        if not items[0].optional:
            return found
        items = items[1:]
    raise ValueError("a rule must have an item that is not optional")


def _item(part: str) -> Item:
    optional = len(part) > 1 and part.endswith("?")
    part = part[:-1] if optional else part
    if slot := re.fullmatch(r"\{(\w+)(?::(start|end))?\}", part):
        return Item(slot=slot[1], key=slot[2], optional=optional)
    if "{" in part:
        raise ValueError(f"{part} is no slot")
    words = [word.replace("’", "'") for word in part.split("|")] if part != "|" else [part]
    prefixes = tuple(word[:-1] for word in words if len(word) > 1 and word.endswith("*"))
    return Item(words=frozenset(word for word in words if not (len(word) > 1 and word.endswith("*"))), prefixes=prefixes, optional=optional)


def told_of(adds: Row) -> Told:
    """What a row adds; ValueError where a name or value is not known.

    >>> told_of({"part": "noon"}).part
    'noon'
    """
    allowed = {"part": DAYPARTS, "shape": _SHAPES, "unit": _UNITS, "turn": _TURNS, "edge": _EDGES, "half": ("am", "pm")}
    for name, value in adds.items():
        if name not in _FIELDS or name in ("start", "end"):
            raise ValueError(f"{name} is nothing that words tell")
        if name in allowed and value not in allowed[name]:
            raise ValueError(f"{name} {value!r} is none of {allowed[name]}")
        if name in _INTS and not isinstance(value, int):
            raise ValueError(f"{name} {value!r} is no number")
    return Told(**adds) if adds else EMPTY
