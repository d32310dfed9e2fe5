"""Tags of words turned into spans: the best legal sequence of begin, inside and outside."""

from bisect import bisect_right

import numpy as np

NEVER = -1e9
_CLOSE = 1e-9  # sums of shares that are nearer than this count as equal


def log_softmax(scores: np.ndarray) -> np.ndarray:
    """Logarithms of shares along the last axis."""
    shifted = scores - np.maximum.reduce(scores, -1, keepdims=True)
    return np.asarray(shifted - np.log(np.add.reduce(np.exp(shifted), -1, keepdims=True)))


def best_tags(log_shares: np.ndarray) -> np.ndarray:
    """The likeliest legal tags [sequences, words] for shares [sequences, words, tags].

    Tag 0 is outside, then begin and inside of each kind in turn; inside may follow only begin or inside of its own kind.

    >>> best_tags(np.log(np.array([[[0.3, 0.1, 0.6], [0.1, 0.2, 0.7]]]))).tolist()
    [[1, 2]]
    """
    shares = log_shares.astype(np.float64)
    tags = np.asarray(shares.argmax(-1))
    if not tags.size:
        return tags
    # Where each word's likeliest tag is legal, no sequence is likelier; only the stretches where one is not are searched.
    begins, insides = shares[..., 1::2], shares[..., 2::2]
    before = np.concatenate((np.zeros_like(tags[:, :1]), tags[:, :-1]), 1)
    illegal = (tags > 0) & (tags % 2 == 0) & (before != tags) & (before != tags - 1)
    if not illegal.any():
        return tags
    # A word is surely outside where that is likelier than any kind, even one that would let the next word be inside.
    gain = np.zeros_like(begins)
    gain[:, :-1] = np.maximum(insides[:, 1:] - begins[:, 1:], 0)
    outside = np.asarray((shares[..., :1] > np.maximum(begins, insides) + gain + _CLOSE).all(-1))
    for number in np.flatnonzero(illegal.any(1)):
        settled = [-1, *np.flatnonzero(outside[number]).tolist(), len(tags[number])]
        reached = 0
        for at in np.flatnonzero(illegal[number]).tolist():
            if at >= reached:
                place = bisect_right(settled, at)
                first, reached = settled[place - 1] + 1, settled[place]
                tags[number, first:reached] = _best(shares[number, first:reached].tolist())
    return tags


def _best(rows: list[list[float]]) -> list[int]:
    """The likeliest legal tags of one sequence; plain numbers, since arrays of a few tags cost more to call than to add."""
    insides = range(2, len(rows[0]), 2)
    best = list(rows[0])
    for inside in insides:
        best[inside] = NEVER
    back: list[list[int]] = []
    for shares in rows[1:]:
        most = max(best)
        came = [best.index(most)] * len(shares)
        now = [most + share for share in shares]
        for inside in insides:
            came[inside] = before = inside - 1 if best[inside - 1] >= best[inside] else inside
            now[inside] = best[before] + shares[inside]
        back.append(came)
        best = now
    tag = best.index(max(best))
    found = [tag]
    for came in reversed(back):
        tag = came[tag]
        found.append(tag)
    return found[::-1]


def tagged_spans(tags: np.ndarray, log_shares: np.ndarray) -> list[tuple[int, int, int, float]]:
    """Spans of one sequence as (kind, first word, last word, score): the score is the geometric mean of the tags' shares.

    The share of a kind counts whole, begin and inside together: where a span begins is a question of its boundary, not of its kind.
    """
    out = []
    both = np.logaddexp(log_shares[:, 1::2], log_shares[:, 2::2])
    tags, at, count = tags.tolist(), 0, len(tags)
    while at < count:
        if not tags[at]:
            at += 1
            continue
        kind, start = (tags[at] - 1) // 2, at
        at += 1
        while at < count and tags[at] == 2 * kind + 2:
            at += 1
        out.append((kind, start, at - 1, float(np.exp(np.add.reduce(both[start:at, kind]) / (at - start)))))
    return out
