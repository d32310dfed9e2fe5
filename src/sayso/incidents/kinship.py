"""The kinship of two documents: what their gists have in common, and the log-odds that one retells the other or tells the same story."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from sayso.incidents.gist import Gist
from sayso.incidents.words import cosine

_UNDATED = 1.0  # days between two documents of which one has no date: neither near nor far
_FORGOTTEN = 120.0  # hours after which one more tells nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Odds:
    """A linear model over `traits`: log-odds, to three digits; at and above `threshold` it holds."""

    bias: float
    threshold: float
    of: Mapping[str, float]

    def score(self, traits: Mapping[str, float]) -> float:
        """The log-odds of a pair of documents with these traits."""
        return round(self.bias + math.fsum(self.of.get(name, 0.0) * value for name, value in traits.items()), 3)


@cache
def built_in() -> Mapping[str, Odds]:
    """The models that come with the program: `retold`, `story`, and `undated` for the story of two of which one has no date.

    `python -m training.documents` fits the first two again; the third was set by hand.
    """
    file = resources.files("sayso.lexicon.data").joinpath("incidents").joinpath("documents.json")
    table = json.loads(file.read_text("utf-8"))
    return {
        name: Odds(bias=row["bias"], threshold=row["threshold"], of=row["of"]) for name, row in table.items() if isinstance(row, Mapping)
    }


def traits(a: Gist, b: Gist) -> dict[str, float]:
    """The traits of a pair, most of them from 0 to 1; the same for (a, b) and (b, a).

    Shares are smoothed: of one name in common it is not known whether it is all that the two could share.
    """
    if _earlier(b) < _earlier(a):
        a, b = b, a
    one_language = a.lang == b.lang
    hours = 24 * days_apart(a, b)
    days = hours / 24
    numbers, counts = _held(a.numbers, b.numbers), _held(a.counts, b.counts)
    places = _held(a.places, b.places)
    in_turn, names, voices = _in_turn(a.voices, b.voices), len(a.names & b.names), len({*a.voices} & {*b.voices})
    known = a.outlet is not None and b.outlet is not None
    near = alike(a, b)
    return {
        "meaning, one language": near if one_language else 0.0,
        "meaning, two languages": 0.0 if one_language else near,
        "one language": float(one_language),
        "words": cosine(a.words, b.words) if one_language else 0.0,
        "voices in turn, of the fewer": in_turn / (min(len(a.voices), len(b.voices)) + 1),
        "voices in turn, of the more": in_turn / (max(len(a.voices), len(b.voices)) + 1),
        "voices": voices / (min(len({*a.voices}), len({*b.voices})) + 1),
        "names, of the fewer": names / (min(len(a.names), len(b.names)) + 1),
        "names, of the more": names / (max(len(a.names), len(b.names)) + 1),
        "places not told": float(places is None),
        "places": places or 0.0,
        "places, of all": len(a.places & b.places) / (len(a.places | b.places) + 1),
        "numbers": numbers or 0.0,
        "numbers differ": float(numbers is not None and numbers < 1 / 3),
        "counts": counts or 0.0,
        "counts differ": float(counts is not None and counts < 1 / 2),
        "the later credits the earlier": float(known and a.outlet in b.credits),
        "one outlet, two languages": float(known and a.outlet == b.outlet and not one_language),
        "one outlet, one language": float(known and a.outlet == b.outlet and one_language),
        "the later is no longer": float(b.length <= 1.15 * a.length),
        "hours": math.log1p(min(hours, _FORGOTTEN)) / math.log1p(_FORGOTTEN),
        "first day": min(days, 1.0),
        "next two days": min(max(days - 1, 0.0), 2.0),
        "days after": min(max(days - 3, 0.0), 2.0),
    }


def days_apart(a: Gist, b: Gist) -> float:
    """The days between the two publications, one where either is not known."""
    return _UNDATED if a.at is None or b.at is None else abs(a.at - b.at)


def alike(a: Gist, b: Gist) -> float:
    """The cosine of the two vectors, 0 where one is not known."""
    if a.vector is None or b.vector is None or len(a.vector) != len(b.vector):
        return 0.0
    return round(math.fsum(x * y for x, y in zip(a.vector, b.vector, strict=True)), 6)


def _earlier(of: Gist) -> tuple[bool, float, str]:
    return (of.at is None, of.at or 0.0, of.document.id)


def _held(a: frozenset[str] | frozenset[float], b: frozenset[str] | frozenset[float]) -> float | None:
    """The share of the smaller set that the larger one has; None where one is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else None


def _in_turn(a: Sequence[str], b: Sequence[str]) -> int:
    """How many speakers the two have in common in the same order (longest common subsequence)."""
    row = [0] * (len(b) + 1)
    for x in a:
        before = 0
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], before + 1 if x == y else max(row[j], row[j - 1])
    return row[-1]
