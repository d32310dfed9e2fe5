"""The match: words of a text that a time rule reads, with what they tell."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sayso.lexicon.times import EMPTY, GIVEN, PIECES, TOP, Item, Rule, TimeBook, Told
from sayso.moments.marks import Mark

_MOST = 8  # readings kept of one symbol at one place
_SMALL_WORDS = 5  # an expression has a telling word among its first five
_DAY = ("year", "month", "day", "rel", "ctx", "weekday")


@dataclass(frozen=True, slots=True)
class Match:
    """Marks `first` up to but not including `last`, what they tell, and the numbers of the rules that read them."""

    first: int
    last: int
    told: Told
    rules: tuple[int, ...]


Found = tuple[int, Told, tuple[int, ...]]


def matches(marks: list[Mark], book: TimeBook) -> list[Match]:
    """The longest expressions from left to right, without overlaps; what the book blocks ("Sunday Times") is passed over."""
    reader = Reader(marks, book)
    found: list[Match] = []
    at = 0
    while at < len(marks):
        best: tuple[int, str, Told, tuple[int, ...]] | None = None
        if reader.may_begin(at):
            begins = reader.begins[at]
            for symbol in TOP:  # at equal length the earlier symbol stands
                if symbol in begins and (readings := reader.read(symbol, at)):
                    end, told, rules = readings[0]
                    if best is None or end > best[0]:
                        best = (end, symbol, told, rules)
        if best is None:
            at += 1
            continue
        blocked = reader.blocked(at, best[0])
        if blocked:
            at = blocked
            continue
        if best[1] != "none" and _tells(best[2]):
            found.append(Match(at, best[0], best[2], best[3]))
        at = max(best[0], at + 1)
    return found


def _tells(told: Told) -> bool:
    """A zone, an edge or a half of the day alone tells no time."""
    return any(getattr(told, name) is not None for name in (*_DAY, "yrel", "shape", "turn", "hour", "part", "start", "end", "season"))


class Reader:
    """Reads symbols at places of one text; what was read once is remembered, so that the work is linear in the text."""

    def __init__(self, marks: list[Mark], book: TimeBook) -> None:
        self.marks, self.book = marks, book
        self.read_before: dict[tuple[str, int], list[Found]] = {}
        self.present = frozenset([mark.word for mark in marks])
        words = {word: _begun(word, book) for word in self.present}
        self.begins = [_begins(mark, words[mark.word], book) if mark.symbols else words[mark.word] for mark in marks]
        self.reached = frozenset(symbol for symbols in set(self.begins) for symbol in symbols)
        self.worded: dict[tuple[str, str], tuple[tuple[Rule, ...], tuple[Rule, ...]]] = {}
        self.slotted: dict[str, tuple[Rule, ...]] = {}
        self.begun: dict[tuple[str, frozenset[str]], tuple[Rule, ...]] = {}
        self.tells = [
            mark.word not in book.fillers and (bool(begins) or mark.word in book.known)
            for mark, begins in zip(marks, self.begins, strict=True)
        ]

    def may_begin(self, at: int) -> bool:
        """May an expression begin here? Not with small words that no word of time follows soon ("in the village of")."""
        return bool(self.begins[at]) and any(self.tells[at : at + _SMALL_WORDS])

    def blocked(self, first: int, last: int) -> int | None:
        """Where a blocked phrase ends that begins inside the marks and runs on ("on 8 March Street")."""
        ends = [end for at in range(first + 1, last) for end, _, _ in self.read("none", at)[:1]]
        return max((end for end in ends if end > last), default=None)

    def read(self, symbol: str, at: int) -> list[Found]:
        """The readings of a symbol at a place, the longest first."""
        if at >= len(self.marks) or symbol not in self.begins[at]:
            return []
        key = (symbol, at)
        known = self.read_before.get(key)
        if known is None:
            self.read_before[key] = []  # a rule that begins with itself finds nothing
            found = self._chains(at) if symbol == "point" else self._by_rules(symbol, at)
            found.sort(key=lambda reading: -reading[0])
            known = self.read_before[key] = found[:_MOST]
        return known

    def _by_rules(self, symbol: str, at: int) -> list[Found]:
        mark, book = self.marks[at], self.book
        found: list[Found] = [(at + 1, told, ()) for name, told in mark.symbols if name == symbol] if symbol in GIVEN else []
        inner = self._slotted(symbol, self.begins[at])
        key = (symbol, mark.word)
        if key not in self.worded:
            prefixes = [prefix for prefix in book.prefixes.get(symbol, ()) if mark.word.startswith(prefix)]
            others = [rule for prefix in prefixes for rule in book.by_word[(symbol, f"{prefix}*")]]
            self.worded[key] = self._able(book.by_word.get(key, ())), self._able(others)
        whole, begun = self.worded[key]
        for rule in (*whole, *inner, *begun):
            if (not rule.capital or mark.capital) and self._goes_on(rule, at + 1):
                # The first word is known to fit: the rule was looked up by it.
                first = 0 if rule.items[0].slot else 1
                self._rule(rule, first, at + first, rule.adds, (rule.number,), found)
        return found

    def _slotted(self, symbol: str, begins: frozenset[str]) -> tuple[Rule, ...]:
        """The rules of a symbol that begin with one of the symbols that may begin at a mark."""
        key = (symbol, begins)
        if key not in self.begun:
            if symbol not in self.slotted:
                self.slotted[symbol] = self._able(self.book.by_slot.get(symbol, ()))
            self.begun[key] = tuple([rule for rule in self.slotted[symbol] if rule.items[0].slot in begins])
        return self.begun[key]

    def _able(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """Those of the rules whose words all stand in the text: the others need not be tried anywhere."""
        return tuple(rule for rule in rules if all(self._stands(item) for item in rule.items))

    def _stands(self, item: Item) -> bool:
        if item.optional:
            return True
        return item.slot in self.reached if item.slot else bool(item.prefixes) or not item.words.isdisjoint(self.present)

    def _goes_on(self, rule: Rule, at: int) -> bool:
        """Can the mark at `at` follow a first word of the rule? Left open where the second item may be missing."""
        if len(rule.items) < 2 or rule.items[0].slot or rule.items[1].optional:
            return True
        item = rule.items[1]
        return at < len(self.marks) and (item.slot in self.begins[at] if item.slot else _fits(item, self.marks[at].word))

    def _rule(self, rule: Rule, number: int, at: int, told: Told, used: tuple[int, ...], found: list[Found]) -> None:
        if number == len(rule.items):
            if not any(end == at and known == told for end, known, _ in found):
                found.append((at, told, used))
            return
        item = rule.items[number]
        if item.slot:
            for end, inner, rules in self.read(item.slot, at) if at < len(self.begins) and item.slot in self.begins[at] else ():
                both = _joined(told, item, inner)
                if both is not None:
                    self._rule(rule, number + 1, end, both, used + rules, found)
        elif at < len(self.marks) and _fits(item, self.marks[at].word):
            self._rule(rule, number + 1, at + 1, told, used, found)
        if item.optional:
            self._rule(rule, number + 1, at, told, used, found)

    def _chains(self, at: int) -> list[Found]:
        """Pieces one after the other that go together: day, clock, part of the day, zone, in any order."""
        found: list[Found] = []
        self._chain(at, EMPTY, (), frozenset(), found)
        for end, told, rules in self.read("period", at):
            found.append((end, told, rules))
        return found

    def _chain(self, at: int, told: Told, rules: tuple[int, ...], had: frozenset[str], found: list[Found]) -> None:
        for piece in PIECES:
            if piece in had or (piece == "zone" and "clock" not in had):
                continue
            for end, inner, used in self.read(piece, at)[:3]:
                both = told.with_(inner) if _together(told, inner) else None
                if both is None or any(e == end and t == both for e, t, _ in found):
                    continue
                found.append((end, both, rules + used))
                if len(found) < 4 * _MOST:
                    self._chain(self._past_comma(end, piece, both), both, rules + used, had | {piece}, found)

    def _past_comma(self, at: int, piece: str, told: Told) -> int:
        """After a date a comma may stand before the clock ("12 March, at 21:00"), after a clock before the zone.

        Not after a weekday: "on Tuesday, at 1 p.m." are two expressions, of which the second takes the day of the first.
        """
        if at + 1 < len(self.marks) and self.marks[at].word == ",":
            if piece == "day" and told.day is not None and self.read("clock", at + 1):
                return at + 1
            if piece == "clock" and self.read("zone", at + 1):
                return at + 1
        return at


_NONE: frozenset[str] = frozenset()


def _begins(mark: Mark, begun: frozenset[str], book: TimeBook) -> frozenset[str]:
    """The symbols that may begin at a mark of digits; `begun` are those that may begin with its word."""
    return begun.union(*(book.begins.get(f"{{{symbol}}}", _NONE) for symbol, _ in mark.symbols))


def _begun(word: str, book: TimeBook) -> frozenset[str]:
    found = book.begins.get(word, _NONE)
    if word.startswith(book.begin_prefixes):
        found = found.union(*(book.begins[f"{prefix}*"] for prefix in book.begin_prefixes if word.startswith(prefix)))
    return found


def _tells_day(told: Told) -> bool:
    return (
        told.day is not None
        or told.month is not None
        or told.rel is not None
        or told.weekday is not None
        or told.year is not None
        or told.ctx is not None
    )


def _together(told: Told, inner: Told) -> bool:
    """Two days do not make one expression, nor a night told of two days; the halves of the clock must agree with the part."""
    if _tells_day(told) and _tells_day(inner):
        return False
    return told.start is None and inner.start is None and (told.shape is None and inner.shape is None)


def _fits(item: Item, word: str) -> bool:
    return word in item.words or (bool(item.prefixes) and word.startswith(item.prefixes))


def _joined(told: Told, item: Item, inner: Told) -> Told | None:
    if item.key is None:
        return told.with_(inner)
    return replace(told, start=inner) if item.key == "start" else replace(told, end=inner)
