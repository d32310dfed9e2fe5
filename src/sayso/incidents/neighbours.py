"""The neighbours: documents that lie near each other by their vectors, their names and their day."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso import ids
from sayso.incidents.gist import Gist

DAYS = 5.0  # between two publications, beyond which nothing is compared
_RARE = 12  # keys by which a document is looked up: its rarest
_MEETS = 80  # earlier documents that it meets by one key: the nearest in time
_EXACT = 3000  # documents up to which every two vectors are compared
_CELLS = 3  # pivots that a vector belongs to, where there are more
_NEAREST = 4  # neighbours of a vector in each language
Matrix = NDArray[np.float32]


def meeting(gists: Iterable[Gist], near: Mapping[str, Mapping[str, Sequence[tuple[float, str]]]]) -> set[tuple[str, str]]:
    """Pairs of document ids, in order, that are worth a look: a rare key in common, or near by vector, within some days.

    Of n documents with k keys each there are at most n x k x 80 pairs.
    """
    given = {g.document.id: g for g in gists}
    keys = {name: g.keys for name, g in given.items()}
    often = Counter(key for mine in keys.values() for key in mine)
    holders: dict[str, list[str]] = defaultdict(list)
    for name in sorted(given, key=lambda name: (_at(given[name]), name)):
        for key in sorted(keys[name], key=lambda key: (often[key], key))[:_RARE]:
            holders[key].append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        for i, b in enumerate(names):
            for a in reversed(names[max(0, i - _MEETS) : i]):
                if within(given[a], given[b]):
                    shared[min(a, b), max(a, b)] += 1
    found = set(shared)
    return found | {(min(a, b), max(a, b)) for a, by_lang in near.items() for others in by_lang.values() for _, b in others}


def _at(of: Gist) -> float:
    return math.inf if of.at is None else of.at


def within(a: Gist, b: Gist) -> bool:
    """Were the two published within some days of each other (or is that not known)?"""
    return a.at is None or b.at is None or abs(a.at - b.at) <= DAYS


def nearest(gists: Iterable[Gist]) -> dict[str, dict[str, list[tuple[float, str]]]]:
    """Document id -> language -> the (cosine, id) of its nearest neighbours in that language, the nearest first.

    Up to 3,000 documents every two vectors are compared; of more those that share one of their three nearest pivots, which are as many
    documents as the square root says, drawn by the hash of their ids: n documents cost n to the power of 1.5.
    """
    given = sorted((g for g in gists if g.vector is not None and g.lang), key=lambda g: g.document.id)
    if not given:
        return {}
    width = Counter(len(g.vector or ()) for g in given).most_common(1)[0][0]
    given = [g for g in given if len(g.vector or ()) == width]
    vectors = np.array([g.vector for g in given], dtype=np.float32)
    found: dict[int, dict[int, float]] = defaultdict(dict)
    for cell in _cells([g.document.id for g in given], vectors):
        _compare(given, vectors, cell, found)
    made: dict[str, dict[str, list[tuple[float, str]]]] = {}
    for i, others in found.items():
        by_lang: dict[str, list[tuple[float, str]]] = defaultdict(list)
        for j, cosine in others.items():
            by_lang[given[j].lang or ""].append((cosine, given[j].document.id))
        made[given[i].document.id] = {lang: sorted(told, key=lambda t: (-t[0], t[1]))[:_NEAREST] for lang, told in sorted(by_lang.items())}
    return made


def _cells(names: Sequence[str], vectors: Matrix) -> list[list[int]]:
    if len(names) <= _EXACT:
        return [list(range(len(names)))]
    drawn = sorted(range(len(names)), key=lambda i: (ids.make("pivot", names[i]), names[i]))[: math.isqrt(len(names))]
    pivots = vectors[drawn]
    cells: dict[int, list[int]] = defaultdict(list)
    for start in range(0, len(names), _EXACT):
        near = np.argpartition(-(vectors[start : start + _EXACT] @ pivots.T), _CELLS, axis=1)[:, :_CELLS]
        for i, row in enumerate(near.tolist(), start):
            for pivot in row:
                cells[pivot].append(i)
    return [cell for _, cell in sorted(cells.items())]


def _compare(given: Sequence[Gist], vectors: Matrix, cell: Sequence[int], found: dict[int, dict[int, float]]) -> None:
    """Enters the nearest of each language for every member of a cell, in blocks."""
    at = np.array([np.nan if (g := given[i]).at is None else g.at for i in cell])
    langs = [given[i].lang for i in cell]
    columns = {lang: np.array([k for k, told in enumerate(langs) if told == lang]) for lang in sorted({lang or "" for lang in langs})}
    mine = vectors[list(cell)]
    for start in range(0, len(cell), _EXACT):
        rows = mine[start : start + _EXACT] @ mine.T
        rows[np.abs(at[start : start + _EXACT, None] - at[None, :]) > DAYS] = -1.0
        rows[np.arange(len(rows)), np.arange(start, start + len(rows))] = -1.0
        for columns_of in columns.values():
            part = rows[:, columns_of]
            top = np.argsort(-np.round(part, 4), axis=1, kind="stable")[:, :_NEAREST]
            for i, picks in enumerate(top.tolist()):
                for k in picks:
                    if part[i, k] > 0:
                        found[cell[start + i]][cell[int(columns_of[k])]] = round(float(part[i, k]), 4)
