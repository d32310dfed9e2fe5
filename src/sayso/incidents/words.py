"""The word vector: the weighted content words of a text, and how alike two are."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from sayso.text.stems import stem

Vector = dict[str, float]

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_RARE = 7.0  # the weight of a word that the background does not know


@cache
def background() -> Mapping[str, float]:
    """Frozen inverse document frequencies of common stems, of all languages in one table (`training/background.py` makes it)."""
    file = resources.files("sayso.lexicon.data").joinpath("incidents").joinpath("background.json")
    return {str(word): float(weight) for word, weight in json.loads(file.read_text("utf-8"))["idf"].items()}


def stems_of(text: str, lang: str | None = None) -> tuple[str, ...]:
    """The stems of the words and numbers of a text, in order; words of one or two letters are left out.

    >>> stems_of("Two drones hit the depot.", "en")
    ('two', 'drone', 'hit', 'the', 'depot')
    """
    return tuple(stem(word, lang) for word in _WORD.findall(text) if len(word) > 2 or word.isdigit())


def weight(word: str) -> float:
    """How much a stem tells: its frozen inverse document frequency."""
    return background().get(word, _RARE)


def vector(words: Iterable[str]) -> Vector:
    """A unit vector over stems, weights (1 + ln tf) x idf; empty where no word tells anything.

    >>> sorted(vector(("depot", "depot"))) == ["depot"]
    True
    """
    weights = {word: (1.0 + math.log(n)) * weight(word) for word, n in Counter(words).items()}
    norm = math.sqrt(sum(value * value for value in weights.values()))
    return {word: value / norm for word, value in sorted(weights.items()) if value > 0} if norm else {}


def cosine(a: Vector, b: Vector) -> float:
    """The cosine of two unit vectors, 0 to 1."""
    # Rounded so that the order of addition, which differs with the order of the words, is not seen.
    return round(sum([a[word] * b[word] for word in a.keys() & b.keys()]), 9)


def telling(of: Vector, most: int = 12) -> tuple[str, ...]:
    """The stems that tell most of a text, for looking up others that may speak of the same."""
    return tuple(word for word, _ in sorted(of.items(), key=lambda item: (-item[1], item[0]))[:most])
