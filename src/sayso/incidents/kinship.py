"""The kinship of two documents: what their gists have in common, and the log-odds that one retells the other or tells the same story."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from sayso.incidents.gist import Gist
from sayso.incidents.words import cosine

_UNDATED = 1.0  # days between two documents of which one has no date: neither near nor far
_FORGOTTEN = 120.0  # hours after which one more tells nothing
_BLOCK = 20_000  # pairs that are measured at a time
MUTUAL = "each the nearest in its language"
TRAITS = (
    "meaning, one language",
    "meaning, two languages",
    "one language",
    "words",
    "voices in turn, of the fewer",
    "voices in turn, of the more",
    "voices",
    "names, of the fewer",
    "names, of the more",
    "places not told",
    "places",
    "places, of all",
    "numbers",
    "numbers differ",
    "counts",
    "counts differ",
    "the later credits the earlier",
    "one outlet, two languages",
    "one outlet, one language",
    "the later is no longer",
    "hours",
    "first day",
    "next two days",
    "days after",
    MUTUAL,
)
Pair = tuple[str, str]
Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Odds:
    """A linear model over `traits`: log-odds, to three digits; at and above `threshold` it holds."""

    bias: float
    threshold: float
    of: Mapping[str, float]

    def scores(self, table: Table) -> Table:
        """The log-odds of pairs of documents: of each row of a table whose columns are `TRAITS`."""
        found = np.full(len(table), self.bias)
        for column, name in enumerate(TRAITS):  # one after the other: a product of matrices adds up in an order of its own
            found += self.of.get(name, 0.0) * table[:, column]
        return np.round(found, 3)


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
    """The traits of a pair, most of them from 0 to 1; the same for (a, b) and (b, a). The last, `MUTUAL`, is not of a pair alone.

    Shares are smoothed: of one name in common it is not known whether it is all that the two could share.
    """
    return dict(zip(TRAITS, _row(a, b, float(_alike([a], [b])[0])), strict=False))


def measured(pairs: Sequence[Pair], given: Mapping[str, Gist], mutual: frozenset[Pair]) -> Iterator[tuple[Sequence[Pair], Table]]:
    """The pairs in blocks, each with its table of `TRAITS`: a million pairs never stand in memory at once."""
    for start in range(0, len(pairs), _BLOCK):
        block = pairs[start : start + _BLOCK]
        firsts, others = [given[a] for a, _ in block], [given[b] for _, b in block]
        near = _alike(firsts, others)
        rows = [(*_row(a, b, cosine), float(pair in mutual)) for a, b, cosine, pair in zip(firsts, others, near, block, strict=True)]
        yield block, np.array(rows, dtype=np.float64)


def _row(a: Gist, b: Gist, near: float) -> tuple[float, ...]:
    """The values of all traits but the last."""
    if _earlier(b) < _earlier(a):
        a, b = b, a
    one_language = a.lang == b.lang
    days = days_apart(a, b)
    numbers, counts = _held(a.numbers, b.numbers), _held(a.counts, b.counts)
    places = _held(a.places, b.places)
    in_turn, names, voices = _in_turn(a.voices, b.voices), len(a.names & b.names), len({*a.voices} & {*b.voices})
    known = a.outlet is not None and b.outlet is not None
    fewer, more = sorted((len(a.voices), len(b.voices)))
    few, many = sorted((len(a.names), len(b.names)))
    return (
        near if one_language else 0.0,
        0.0 if one_language else near,
        float(one_language),
        cosine(a.words, b.words) if one_language else 0.0,
        in_turn / (fewer + 1),
        in_turn / (more + 1),
        voices / (min(len({*a.voices}), len({*b.voices})) + 1),
        names / (few + 1),
        names / (many + 1),
        float(places is None),
        places or 0.0,
        len(a.places & b.places) / (len(a.places | b.places) + 1),
        numbers or 0.0,
        float(numbers is not None and numbers < 1 / 3),
        counts or 0.0,
        float(counts is not None and counts < 1 / 2),
        float(known and a.outlet in b.credits),
        float(known and a.outlet == b.outlet and not one_language),
        float(known and a.outlet == b.outlet and one_language),
        float(b.length <= 1.15 * a.length),
        math.log1p(min(24 * days, _FORGOTTEN)) / math.log1p(_FORGOTTEN),
        min(days, 1.0),
        min(max(days - 1, 0.0), 2.0),
        min(max(days - 3, 0.0), 2.0),
    )


def days_apart(a: Gist, b: Gist) -> float:
    """The days between the two publications, one where either is not known."""
    return _UNDATED if a.at is None or b.at is None else abs(a.at - b.at)


def _alike(firsts: Sequence[Gist], others: Sequence[Gist]) -> list[float]:
    """The cosines of the vectors of pairs, 0 where one is not known or of another length."""
    found = [0.0] * len(firsts)
    both = [i for i, (a, b) in enumerate(zip(firsts, others, strict=True)) if a.vector and b.vector and len(a.vector) == len(b.vector)]
    for width in sorted({len(firsts[i].vector or ()) for i in both}):
        of = [i for i in both if len(firsts[i].vector or ()) == width]
        vectors = {g.document.id: g.vector for i in of for g in (firsts[i], others[i])}
        at = {name: row for row, name in enumerate(vectors)}
        table = np.array(list(vectors.values()), dtype=np.float64)
        left, right = ([at[side[i].document.id] for i in of] for side in (firsts, others))
        for i, cosine_of in zip(of, np.einsum("ij,ij->i", table[left], table[right]).tolist(), strict=True):
            found[i] = round(cosine_of, 6)
    return found


def _earlier(of: Gist) -> tuple[bool, float, str]:
    return (of.at is None, of.at or 0.0, of.document.id)


def _held(a: frozenset[str] | frozenset[float], b: frozenset[str] | frozenset[float]) -> float | None:
    """The share of the smaller set that the larger one has; None where one is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else None


def _in_turn(a: Sequence[str], b: Sequence[str]) -> int:
    """How many speakers the two have in common in the same order (longest common subsequence)."""
    shared = {*a} & {*b}
    if len(shared) < 2:
        return min(a.count(next(iter(shared))), b.count(next(iter(shared)))) if shared else 0
    a, b = [x for x in a if x in shared], [y for y in b if y in shared]
    row = [0] * (len(b) + 1)
    for x in a:
        before = 0
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], before + 1 if x == y else max(row[j], row[j - 1])
    return row[-1]
