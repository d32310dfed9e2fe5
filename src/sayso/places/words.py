"""The words of a reading as the places stage sees them."""

import re
from dataclasses import dataclass

from sayso.record.reading import Reading
from sayso.text.folding import plain
from sayso.text.span import Span

# What English hangs on a name: "Russia's", "London-based".
_POSSESSIVE = re.compile(r"(?:['’ʼ][sS]?|-(?:based|born|wide|area|led|run|backed|held|controlled|occupied|made|style|linked|registered))$")


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a reading as words: surface without possessive, plain form, and whether it has a capital."""

    surfaces: tuple[str, ...]
    plains: tuple[str, ...]
    capital: tuple[bool, ...]
    sentences: tuple[int, ...]
    shouted: bool

    @classmethod
    def of(cls, reading: Reading) -> "Words":
        text, tokens = reading.text, reading.tokens
        english = reading.lang not in ("ru", "uk", "fr")
        raw = [text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)]
        surfaces = tuple(
            [_POSSESSIVE.sub("", w) if len(w) > 2 and not (w.isascii() and w.isalpha()) else w for w in raw] if english else raw
        )
        capital = tuple([w[:1].isupper() for w in surfaces])
        long = [w for w in surfaces if len(w) > 3]
        letters = sum(w.isalpha() for w in long)
        shouted = letters > 8 and sum(w.isupper() for w in long) > 0.6 * letters
        numbers: list[int] = []
        number = -1
        ends = [s.end for s in reading.sentences]
        for start in tokens.starts:
            while number + 1 < len(ends) and (number < 0 or start >= ends[number]):
                number += 1
            numbers.append(number)
        return cls(surfaces, tuple(map(plain, surfaces)), capital, tuple(numbers), shouted)


def span_of(reading: Reading, words: Words, first: int, last: int) -> Span:
    """The characters of tokens, without a possessive at the end."""
    return Span(reading.tokens.starts[first], reading.tokens.starts[last - 1] + len(words.surfaces[last - 1]))


def adjacent(reading: Reading, i: int) -> bool:
    """Does token i + 1 follow token i with nothing but a blank or hyphen between?"""
    between = reading.text[reading.tokens.ends[i] : reading.tokens.starts[i + 1]]
    return len(between) <= 2 and between.strip(" \u00a0-–") == "" and "\n" not in between


def joined(reading: Reading, words: Words, i: int) -> bool:
    """A possessive ends a run: "Syria's Aleppo" are two names."""
    return adjacent(reading, i) and reading.tokens.starts[i] + len(words.surfaces[i]) == reading.tokens.ends[i]
