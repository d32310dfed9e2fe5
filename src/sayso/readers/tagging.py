"""Tags of words turned into spans: the best legal sequence of begin, inside and outside."""

import numpy as np

NEVER = -1e9


def log_softmax(scores: np.ndarray) -> np.ndarray:
    """Logarithms of shares along the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)))


def best_tags(log_shares: np.ndarray) -> np.ndarray:
    """The likeliest legal tags [sequences, words] for shares [sequences, words, tags].

    Tag 0 is outside, then begin and inside of each kind in turn; inside may follow only begin or inside of its own kind.

    >>> best_tags(np.log(np.array([[[0.3, 0.1, 0.6], [0.1, 0.2, 0.7]]]))).tolist()
    [[1, 2]]
    """
    out = np.zeros(log_shares.shape[:2], np.int64)
    for number, rows in enumerate(log_shares.astype(np.float64).tolist()):
        out[number] = _best(rows)
    return out


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
    at, count = 0, len(tags)
    while at < count:
        if not tags[at]:
            at += 1
            continue
        kind, start = (int(tags[at]) - 1) // 2, at
        at += 1
        while at < count and tags[at] == 2 * kind + 2:
            at += 1
        both = np.logaddexp(log_shares[start:at, 1 + 2 * kind], log_shares[start:at, 2 + 2 * kind])
        out.append((kind, start, at - 1, float(np.exp(both.mean()))))
    return out
