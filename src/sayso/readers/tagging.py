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
    count, words, tags = log_shares.shape
    step = np.zeros((tags, tags))  # from, to
    for inside in range(2, tags, 2):
        step[:, inside] = NEVER
        step[inside - 1 : inside + 1, inside] = 0
    best = log_shares[:, 0].astype(np.float64)
    best[:, 2::2] = NEVER
    back = np.zeros((count, words, tags), np.int16)
    for word in range(1, words):
        paths = best[:, :, None] + step[None]
        back[:, word] = paths.argmax(1)
        best = np.take_along_axis(paths, back[:, word][:, None, :].astype(np.int64), 1)[:, 0] + log_shares[:, word]
    out = np.zeros((count, words), np.int64)
    out[:, -1] = best.argmax(-1)
    rows = np.arange(count)
    for word in range(words - 1, 0, -1):
        out[:, word - 1] = back[rows, word, out[:, word]]
    return out


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
