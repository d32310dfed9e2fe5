"""The cue book: the words by which a language says that somebody says something, and the small words around them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from typing import TypeVar

from sayso.errors import DataError
from sayso.lexicon.rows import Row, packaged
from sayso.record.claim import Stance
from sayso.text.words import words

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "´": "'", "‘": "'", "ё": "е"})


class Frame(StrEnum):
    """How a cue holds its source: as subject, after a preposition ("according to X"), inside ("по его словам"), as owner, or not at all."""

    VERB = "verb"
    BY = "by"
    OWN = "own"
    NOUN = "noun"
    IMPERSONAL = "impersonal"
    PASSIVE = "passive"


class Through(StrEnum):
    """How a relay is named: told to it, quoted by it, it reports, citing a speaker, or published on it."""

    TO = "to"
    BY = "by"
    REPORT = "report"
    CITING = "citing"
    ON = "on"


_TAKES = frozenset({"that", "quote", "np", "inf", "subject", "around"})
RELAY, SPEAKER = "$R", "$S"

T = TypeVar("T")
Item = tuple[frozenset[str], bool]
"""Alternatives for one word, folded, and whether the word may be missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueRule:
    """A cue: its words, frame, what it takes as content, its stances.

    `weak`: counts only with a quotation or a that-clause. `object`: its noun phrase names the accused.
    `recipient`: a hearer may stand first.
    """

    id: str
    items: tuple[Item, ...]
    frame: Frame
    takes: frozenset[str]
    stances: tuple[Stance, ...]
    example: str
    weak: bool = False
    object: bool = False
    recipient: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayRule:
    """A construction that names a relay, or with `citing` a speaker; the slot is at `slot` of the items (0: before them, -1: after)."""

    id: str
    items: tuple[Item, ...]
    through: Through
    after: bool
    speaker: bool
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CueBook:
    """The cues, relay constructions and small words of a language; rules stand under every word that may begin them."""

    lang: str
    cues: tuple[CueRule, ...]
    relays: tuple[RelayRule, ...]
    classes: dict[str, frozenset[str]]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    phrase_words: dict[str, frozenset[str]]
    """All words of the phrases of each class."""
    by_word: dict[str, tuple[CueRule, ...]]
    relays_by_word: dict[str, tuple[RelayRule, ...]]
    _joined: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, compare=False)

    def either(self, names: tuple[str, ...]) -> frozenset[str]:
        """The words of several classes; remembered, since the same classes are asked for again. KeyError as in `among`."""
        found = self._joined.get(names)
        if found is None:
            found = self._joined[names] = frozenset[str]().union(*(self.classes[name] for name in names))
        return found

    def among(self, name: str, word: str) -> bool:
        """Is a folded word in the class? An unknown class is a mistake in the code and raises KeyError."""
        return word in self.classes[name]

    def cue_at(self, at: int, surfaces: Sequence[str], lemmas: Sequence[str]) -> tuple[CueRule, int] | None:
        """The longest cue that begins at a word, with the index after its last word."""
        best: tuple[CueRule, int] | None = None
        word, lemma = surfaces[at], lemmas[at]
        rules = self.by_word.get(word, ())
        if lemma != word and lemma in self.by_word:
            rules = (*rules, *self.by_word[lemma])
        for rule in rules:
            end = match(rule.items, at, surfaces, lemmas)
            if end is not None and (best is None or end > best[1]):
                best = (rule, end)
        return best

    def relays_at(self, at: int, surfaces: Sequence[str], lemmas: Sequence[str]) -> tuple[tuple[RelayRule, int], ...]:
        """The relay constructions that begin at a word, longest first, each with the index after its last word."""
        rules = self.relays_by_word.get(surfaces[at])
        if not rules:
            return ()
        found = []
        for rule in rules:
            end = match(rule.items, at, surfaces, lemmas)
            if end is not None:
                found.append((rule, end))
        return tuple(sorted(found, key=lambda pair: -pair[1]))


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word as the cue book writes it: small letters, one kind of apostrophe, е for ё.

    >>> fold("Подчёркивал"), fold("D’après")
    ('подчеркивал', "d'après")
    """
    folded = word.casefold()
    return folded if folded.isalpha() and "ʼ" not in folded and "ё" not in folded else folded.translate(_APOSTROPHES)


def match(items: tuple[Item, ...], at: int, surfaces: Sequence[str], lemmas: Sequence[str]) -> int | None:
    """The index after the last word where the items stand from `at` on, else None."""
    for alternatives, optional in items:
        if at < len(surfaces) and (surfaces[at] in alternatives or lemmas[at] in alternatives):
            at += 1
        elif not optional:
            return None
    return at


@cache
def cue_book(lang: str) -> CueBook:
    """The cue book of a language from the package's data.

    Raises DataError with every faulty row.
    """
    where = f"sayso.lexicon.data.{lang}"
    return book_of(lang, packaged(where, "cues.jsonl"), packaged(where, "relays.jsonl"), packaged(where, "claimwords.jsonl"))


def book_of(lang: str, cues: Sequence[Row], relays: Sequence[Row], classes: Sequence[Row]) -> CueBook:
    """The cue book of these rows; DataError names every faulty one."""
    faults: list[str] = []
    made = _made(cues, _cue, faults)
    through = _made(relays, _relay, faults)
    named: dict[str, frozenset[str]] = {}
    for row in classes:
        if not row.get("id") or not row.get("words") or not row.get("example"):
            faults.append(f"{row.get('id', row)}: a word class needs id, words and an example")
            continue
        named[row["id"]] = frozenset(fold(word) for word in row["words"])
    for group in (cues, relays, classes):
        ids = [row.get("id") for row in group]
        faults += [f"{one} stands twice" for one in sorted({str(i) for i in ids if ids.count(i) > 1})]
    if faults:
        raise DataError("the cue book is faulty", faults=tuple(faults), where=f"lexicon/data/{lang}", then="mend the rows named")
    by_word: dict[str, list[CueRule]] = {}
    for rule in made:
        for word in sorted(_first_words(rule.items)):
            by_word.setdefault(word, []).append(rule)
    relays_by_word: dict[str, list[RelayRule]] = {}
    for one in through:
        for word in sorted(_first_words(one.items)):
            relays_by_word.setdefault(word, []).append(one)
    phrases = {
        key: tuple(sorted((tuple(_pieces(w)) for w in value if len(_pieces(w)) > 1), key=lambda p: (-len(p), p)))
        for key, value in named.items()
    }
    return CueBook(
        lang=lang,
        cues=tuple(made),
        relays=tuple(through),
        classes=named,
        phrases=phrases,
        phrase_words={key: frozenset(word for phrase in some for word in phrase) for key, some in phrases.items()},
        by_word={key: tuple(rules) for key, rules in by_word.items()},
        relays_by_word={key: tuple(rules) for key, rules in relays_by_word.items()},
    )


def _made(given: Sequence[Row], make: Callable[[Row], T], faults: list[str]) -> list[T]:
    found = []
    for row in given:
        try:
            found.append(make(row))
        except (KeyError, ValueError, TypeError, AttributeError) as why:
            faults.append(f"{row.get('id', row)}: {type(why).__name__} {why}")
    return found


def _pieces(phrase: str) -> list[str]:
    return [fold(span.of(phrase)) for span in words(phrase)]


def _items(pattern: str) -> tuple[Item, ...]:
    """The items of a pattern such as "claim/claims responsibility": alternatives with strokes, `?` after a word that may be missing."""
    items: list[Item] = []
    for word in pattern.split():
        optional = word.endswith("?")
        items.append((frozenset(fold(one) for one in word.removesuffix("?").split("/")), optional))
    if not items or items[0][1]:
        raise ValueError("a pattern begins with a word that must stand")
    return tuple(items)


def _first_words(items: tuple[Item, ...]) -> frozenset[str]:
    return items[0][0]


def _cue(row: Row) -> CueRule:
    takes = frozenset(row["takes"])
    if not takes or takes - _TAKES:
        raise ValueError(f"takes {sorted(takes - _TAKES)}")
    return CueRule(
        id=row["id"],
        items=_items(row["words"]),
        frame=Frame(row["frame"]),
        takes=takes,
        stances=tuple(Stance(one) for one in row["stance"]),
        example=_example(row),
        weak=bool(row.get("weak")),
        object=bool(row.get("object")),
        recipient=bool(row.get("recipient")),
    )


def _relay(row: Row) -> RelayRule:
    pattern = row["words"].split()
    slot = RELAY if RELAY in pattern else SPEAKER
    if pattern.count(slot) != 1 or slot not in (pattern[0], pattern[-1]):
        raise ValueError(f"{row['words']!r} needs one {RELAY} or {SPEAKER}, first or last")
    after = pattern[-1] == slot
    return RelayRule(
        id=row["id"],
        items=_items(" ".join(re.sub(r"\s+", " ", word) for word in pattern if word != slot)),
        through=Through(row["as"]),
        after=after,
        speaker=slot == SPEAKER,
        example=_example(row),
    )


def _example(row: Row) -> str:
    example = row["example"]
    if not isinstance(example, str) or not example:
        raise ValueError("needs an example")
    return example
