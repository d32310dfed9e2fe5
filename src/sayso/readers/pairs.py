"""Pairs of a cue with a source or a content: what stands between them, as numbers."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

WIDTH = 14
_STOPS = frozenset(".!?…")
_QUOTES = frozenset('"“”«»„')
_COMMAS = frozenset(",—–-:;")
Range = tuple[int, int]  # first and last word of a span


def signs(text: str, words: np.ndarray) -> tuple[np.ndarray, ...]:
    """How many sentence ends, line ends, quotation marks and commas stand before each word of a passage."""
    edges = words[:, :2].tolist()
    written = [text[start:end] for start, end in edges]
    lines = ["\n" in text[end:start] for (_, end), (start, _) in pairwise(edges)]
    stops, quotes, commas = ([word in marks for word in written] for marks in (_STOPS, _QUOTES, _COMMAS))
    return tuple(_running(flags) for flags in (stops, [*lines, False], quotes, commas))


def pair_features(
    signs: Sequence[np.ndarray], cues: Sequence[Range], others: Sequence[Range], spans: Mapping[str, Sequence[Range]]
) -> np.ndarray:
    """Features [cues, others, WIDTH] in float32; `spans` are all spans of the passage by role ("source", "cue", "content").

    Direction, gap in words, spans of each role, sentence ends, line ends and quotation marks between, and both lengths.
    """
    out = np.zeros((len(cues), len(others), WIDTH), np.float32)
    if not cues or not others:
        return out
    count = len(signs[0]) - 1
    starts = ([a for a, _ in spans.get(role, ())] for role in ("source", "cue", "content"))
    sums = [*signs, *(_running(np.bincount(np.array(some, np.int64), minlength=count)) for some in starts)]
    c, o = np.array(cues), np.array(others)
    before = o[None, :, 1] < c[:, None, 0]
    low = np.where(before, o[None, :, 1], c[:, None, 1]) + 1
    high = np.where(before, c[:, None, 0], o[None, :, 0])
    inside = high < low
    high = np.maximum(high, low)
    gap = high - low
    out[..., 0] = np.where(before, 1.0, -1.0)
    out[..., 1] = np.log1p(gap)
    out[..., 2] = gap == 0
    out[..., 3] = gap <= 3
    for column, total in enumerate(sums):
        out[..., 4 + column] = np.minimum(total[np.minimum(high, count)] - total[np.minimum(low, count)], 4)
    out[..., 11] = inside
    out[..., 12] = np.log1p(o[:, 1] - o[:, 0])[None, :]
    out[..., 13] = np.log1p(c[:, 1] - c[:, 0])[:, None]
    return out


def _running(flags: Sequence[int] | np.ndarray) -> np.ndarray:
    """How many of the flags stand before each place."""
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(flags, dtype=np.int64)))
