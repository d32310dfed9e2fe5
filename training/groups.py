"""The fitting of the pair weights, as `python -m training.groups REPORTS OUT`.

A logistic regression (L2 = 3, Newton's method) over the candidate pairs of MAVERICK's dev reports. It prints what five-fold
cross-validation by event gives: every pair is scored by a model that saw no report of the fold of its first report, then all reports are
grouped at once, so that the density of rivals is the real one. Weights that no such report can teach (kinds, read texts, vectors)
were set by hand and stand in the file under their own heading; fitting leaves them as they are.
"""

import json
import math
import sys
import zlib
from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from sayso.incidents.given import report_of
from sayso.incidents.group import group
from sayso.incidents.likeness import features, profile
from sayso.incidents.pairs import PairDecision, pairs
from sayso.incidents.weights import Weights, built_in
from sayso.record.report import Report

FOLDS, RIDGE, RARE = 5, 3.0, 8
Array = np.ndarray[Any, np.dtype[np.float64]]


def fitted(x: Array, y: Array) -> Array:
    """The weights, the bias last."""
    x = np.hstack([x, np.ones((len(x), 1))])
    ridge = np.append(np.full(x.shape[1] - 1, RIDGE), 1e-3)
    w = np.zeros(x.shape[1])
    w[-1] = math.log(y.mean() / (1 - y.mean()))

    def loss(w: Array) -> float:
        z = x @ w
        return float((np.logaddexp(0, z) - y * z).sum() + 0.5 * (ridge * w * w).sum())

    before = loss(w)
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge), x.T @ (p - y) + ridge * w)
        size = 1.0
        while loss(w - size * step) > before and size > 1e-6:
            size /= 2
        w = w - size * step
        after = loss(w)
        if before - after < 1e-4:
            break
        before = after
    return w


def prf(labels: list[str], events: list[str]) -> tuple[float, float, float]:
    """Pair precision, recall, F1."""

    def count(of: Iterable[object]) -> int:
        return sum(n * (n - 1) // 2 for n in Counter(of).values())

    both, told, true = count(zip(labels, events, strict=True)), count(labels), count(events)
    return both / max(1, told), both / max(1, true), 2 * both / max(1, told + true)


def grouped(reports: list[Report], decisions: list[PairDecision], weights: Weights) -> list[str]:
    """The incident of each report."""
    home = {r.id: i.id for i in group(reports, decisions, weights=weights) for r in i.reports}
    return [home[r.id] for r in reports]


def main(given: str, out: str) -> None:
    """Fits, prints the cross-validated scores, writes the table."""
    rows = [json.loads(line) for line in Path(given).read_text("utf-8").splitlines()]
    reports, events = [report_of(row) for row in rows], [row["event_id"] for row in rows]
    event = dict(zip((r.id for r in reports), events, strict=True))
    fold = {r.id: zlib.crc32(e.encode()) % FOLDS for r, e in zip(reports, events, strict=True)}
    old = json.loads(Path(out).read_text("utf-8")) if Path(out).exists() else {"set by hand": {}, "unseen": -4.0, "threshold": -0.5}
    blank = Weights(bias=0.0, threshold=0.0, unseen=old["unseen"], of={})
    decisions = pairs(reports, weights=blank)
    open_ones = [d for d in decisions if d.reasons[0].rule != "apart"]
    profiles = {r.id: profile(r) for r in reports}
    seen = [features(profiles[d.a], profiles[d.b]) for d in open_ones]
    names = sorted(f for f, n in Counter(f for fs in seen for f in fs).items() if n >= RARE)
    column = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(seen), len(names)))
    for i, fs in enumerate(seen):
        for f in fs:
            if f in column:
                x[i, column[f]] = 1
    y = np.array([float(event[d.a] == event[d.b]) for d in open_ones])
    all_true = sum(event[a.id] == event[b.id] for a, b in combinations(reports, 2))
    print(f"{len(open_ones)} open pairs of {len(decisions)}, {int(y.sum())} of {all_true} true ones among them, {len(names)} features")
    first, second = (np.array([fold[getattr(d, side)] for d in open_ones]) for side in "ab")
    scores = np.zeros(len(y))
    for k in range(FOLDS):
        w = fitted(x[(first != k) & (second != k)], y[(first != k) & (second != k)])
        scores[first == k] = x[first == k] @ w[:-1] + w[-1]
    best = (0.0, 0.0)
    for unseen in (-3.0, -4.0, -6.0):
        for threshold in (-1.0, -0.75, -0.5, -0.25, 0.0, 0.5):
            tried = Weights(bias=0.0, threshold=threshold, unseen=unseen, of={})
            judged = [PairDecision(a=d.a, b=d.b, score=round(float(s), 3), reasons=()) for d, s in zip(open_ones, scores, strict=True)]
            judged += [d for d in decisions if d.reasons[0].rule == "apart"]
            p, r, f = prf(grouped(reports, judged, tried), events)
            print(f"cross-validated, unseen {unseen}, threshold {threshold}: pair P {p:.3f} R {r:.3f} F1 {f:.3f}")
            best = max(best, (f, threshold))
    w = fitted(x, y)
    table = {
        "about": "log-odds of pair features; fitted by training/groups.py on MAVERICK dev reports (CC BY 4.0, doi 10.1093/jopres/xjaf012)",
        "set by hand because": "no coded report has a kind, a text, a region-level place or a clock time; see training/groups.py",
        "bias": round(float(w[-1]), 3),
        "threshold": old["threshold"],
        "unseen": old["unseen"],
        "fitted": {name: round(float(value), 3) for name, value in zip(names, w[:-1], strict=True) if abs(value) >= 0.005},
        "set by hand": old["set by hand"],
    }
    Path(out).write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    built_in.cache_clear()


if __name__ == "__main__":
    main(*sys.argv[1:])
