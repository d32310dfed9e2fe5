"""The name index: finds the names of a pack in a tokenised text, whatever their inflection."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.text.stems import stem
from sayso.text.words import words as tokens

_MOST_WORDS = 16
_PLAIN_WORD = "(?:[A-Z]?[a-z]+|[А-ЯЁІЇЄҐ]?[а-яёіїєґ]+)"
_PLAIN = re.compile(f"{_PLAIN_WORD}(?: {_PLAIN_WORD})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A way of naming an actor or outlet. `how`: name, metonym, surname, office, risky or handle; `lang` "" is any language."""

    id: str
    of: str
    how: str
    lang: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A name found at tokens `first` up to but not including `last`, with all entries it may be."""

    first: int
    last: int
    named: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameIndex:
    """Names by the tuple of stem keys of their words."""

    by_stems: dict[tuple[str, ...], tuple[Named, ...]]
    lengths: dict[str, tuple[int, ...]]
    """First stem -> how many words the names have that begin with it, the longest first."""

    @classmethod
    def of(cls, names: Iterable[Named]) -> "NameIndex":
        """The index of these names; equal names of one entry are kept once."""
        by_stems: dict[tuple[str, ...], list[Named]] = {}
        lengths: dict[str, set[int]] = {}
        for name in names:
            key = tuple(stem(word, name.lang or None) for word in _parts(name.words, handle=name.how == "handle"))[:_MOST_WORDS]
            if not key:
                continue
            entries = by_stems.setdefault(key, [])
            if name not in entries:
                entries.append(name)
            lengths.setdefault(key[0], set()).add(len(key))
        return cls(
            by_stems={key: tuple(entries) for key, entries in by_stems.items()},
            lengths={first: tuple(sorted(some, reverse=True)) for first, some in lengths.items()},
        )

    def find(self, stems: Sequence[str], surfaces: Sequence[str], lang: str | None) -> tuple[Found, ...]:
        """The longest names in a token sequence, left to right, without overlaps.

        `stems` and `surfaces` are parallel; tokens without a letter or digit must have been left out, or have an empty stem.
        A name of one word must be written with a capital, or in the text's capitals, unless its entry is in small letters.
        Names of other languages are found too, but an entry in the text's own language goes first.
        """
        found: list[Found] = []
        lengths, reach = self.lengths, 0
        for at in [i for i, key in enumerate(stems) if key in lengths]:
            if at < reach:
                continue
            for length in lengths[stems[at]]:
                named = self.by_stems.get(tuple(stems[at : at + length])) if at + length <= len(stems) else None
                if named is None:
                    continue
                met = surfaces[at : at + length]
                fitting = tuple(n for n in named if _written_alike(n.words, met) and _met_whole(n.words, met))
                if fitting:
                    own = tuple(n for n in fitting if n.lang in ("", lang))
                    reach = at + length
                    found.append(Found(first=at, last=reach, named=own or fitting))
                    break
        return tuple(found)


@lru_cache(maxsize=65536)
def _parts(words: str, *, handle: bool = False) -> tuple[str, ...]:
    """The words of a name, cut as those of a text are: "l'" of "l'armée" stands alone, "Ростова-на-Дону" is one."""
    if handle:
        return (words.lstrip("@"),)
    if _PLAIN.fullmatch(words):
        return tuple(words.split(" "))  # most names: nothing in them to be told apart
    return tuple(part for part in (span.of(words) for span in tokens(words)) if any(ch.isalnum() for ch in part))


def _written_alike(words: str, surfaces: Sequence[str]) -> bool:
    """A name in capitals must be met in capitals, a capitalised one with some capital."""
    name = _parts(words)
    if len(name) == 1 and name[0].isupper() and 1 < len(name[0]) <= 6:
        return surfaces[0].isupper() or surfaces[0] == name[0]
    if any(word[:1].isupper() for word in name):
        return any(word[:1].isupper() for word in surfaces)
    return True


def _met_whole(words: str, surfaces: Sequence[str]) -> bool:
    """A single name on -ов or -ев must be met with it: its stem alone may be a word or a first name.

    >>> _met_whole("Громов", ["Громова"]), _met_whole("Громов", ["Гром"]), _met_whole("Дмитриев", ["Дмитрия"])
    (True, False, False)
    """
    name = _parts(words)
    if len(name) != 1:
        return True
    whole, met = (word.casefold().replace("ё", "е") for word in (name[0], surfaces[0]))
    for ending in ("ов", "ев", "єв"):
        root = stem(name[0]) + ending
        if whole.startswith(root):
            return met.startswith(root)
    return True
