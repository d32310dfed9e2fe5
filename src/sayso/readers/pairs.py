"""Pairs of a cue with a source or a content: what stands between them, as numbers."""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

import numpy as np

WIDTH = 14
_STOPS = frozenset(".!?…")
_QUOTES = frozenset('"“”«»„')
_COMMAS = frozenset(",—–-:;")
Range = tuple[int, int]  # first and last word of a span


def pair_features(
    text: str, words: np.ndarray, cues: Sequence[Range], others: Sequence[Range], spans: Mapping[str, Sequence[Range]]
) -> np.ndarray:
    """Features [cues, others, WIDTH] in float32; `spans` are all spans of the passage by role ("source", "cue", "content").

    Direction, gap in words, spans of each role, sentence ends, line ends and quotation marks between, and both lengths.
    """
    out = np.zeros((len(cues), len(others), WIDTH), np.float32)
    if not cues or not others:
        return out
    edges = words[:, :2].tolist()
    first = [text[start:end] for start, end in edges]
    count = len(first)
    sums = [_running([word in marks for word in first]) for marks in (_STOPS, _QUOTES, _COMMAS)]
    sums.insert(1, _running(["\n" in text[end:start] for (_, end), (start, _) in pairwise(edges)] + [False]))
    for role in ("source", "cue", "content"):
        starts = [0] * count
        for a, _ in spans.get(role, ()):
            starts[a] += 1
        sums.append(_running(starts))
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


def _running(flags: Sequence[int]) -> np.ndarray:
    """How many of the flags stand before each place."""
    return np.array([0, *accumulate(flags)])
