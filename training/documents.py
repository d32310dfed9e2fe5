"""The fitting of the kinship of documents, as `python -m training.documents [DOCUMENTS] [OUT]`.

A logistic regression (L2) over all pairs of documents that are worth a look (`incidents.neighbours.meeting`), once for "one retells the
other" (gold: `family`) and once for "both tell one story" (gold: `incidents`). DOCUMENTS are the Accounts Corpus's train part; no other
part is read. It prints what five-fold cross-validation by incident gives: families as forests, stories by average link.
It takes a minute; run it again when the encoder's weights change.
"""

import json
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from sayso.incidents.bare import bare_report
from sayso.incidents.families import families
from sayso.incidents.gist import Gist, gist
from sayso.incidents.group import group
from sayso.incidents.kinship import Odds, built_in
from sayso.incidents.retellings import Kin, compared
from sayso.incidents.stories import stories
from sayso.record.document import Unread
from sayso.run.assembly import pack, pipeline
from sayso.run.config import config
from sayso.sources.lines import given

REPO = Path(__file__).resolve().parents[1]
TRAIN = REPO / "data" / "accounts" / "train.jsonl"
OUT = REPO / "src" / "sayso" / "lexicon" / "data" / "incidents" / "documents.json"
PACK, FOLDS = "talvenia-kestria", 5
RIDGE = {"retold": 0.5, "story": 3.0}
GOLD: dict[str, Callable[[Mapping[str, Any]], str]] = {"retold": lambda row: row["family"], "story": lambda row: row["incidents"][0]}
THRESHOLDS = (-2.0, -1.5, -1.0, -0.5, 0.0, 0.5)
Array = np.ndarray[Any, np.dtype[np.float64]]


def gists(path: Path) -> tuple[list[dict[str, Any]], list[Gist]]:
    """The rows of a part of the corpus and the gists of their documents."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    keys = ("id", "text", "published", "outlet", "url")
    lines = [json.dumps({k: row[k] for k in keys if row.get(k)}, ensure_ascii=False).encode() for row in rows]
    found = pipeline(config(pack=PACK)).annotations(given(lines))
    return rows, [gist(one, pack(PACK)) for one in found if not isinstance(one, Unread)]


def fitted(x: Array, y: Array, ridge: float) -> Array:
    """The weights, the bias last (Newton's method)."""
    x = np.hstack([x, np.ones((len(x), 1))])
    penalty = np.append(np.full(x.shape[1] - 1, ridge), 1e-3)
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty), x.T @ (p - y) + penalty * w)
        w = w - step
        if np.abs(step).max() < 1e-6:
            break
    return w


def labels(what: str, of: Kin, known: Sequence[Gist]) -> dict[str, str]:
    """Document id -> its family or story by these kinships."""
    copies = families([(g.document, g.lang) for g in known], of)
    if what == "retold":
        return {name: family.id for family in copies for name in family.documents}
    wholes = [bare_report(g.document, g.lang) for g in known]
    return {r.document: i.id for i in group(wholes, stories(wholes, of, copies), copies) for r in i.reports}


def pair_f1(told: Mapping[str, str], gold: Mapping[str, str]) -> float:
    """F1 over pairs of documents put together."""

    def count(of: Counter[Any]) -> int:
        return sum(n * (n - 1) // 2 for n in of.values())

    both = count(Counter((told[name], gold[name]) for name in gold))
    return 2 * both / max(1, count(Counter(told[name] for name in gold)) + count(Counter(gold.values())))


def middle(tried: Mapping[float, float]) -> float:
    """The middle of the thresholds that are as good as the best to a point: one at the edge would not outlive new vectors."""
    good = sorted(threshold for threshold, value in tried.items() if value >= max(tried.values()) - 0.01)
    return good[(len(good) - 1) // 2]


def models(rows: Sequence[Mapping[str, Any]], known: Sequence[Gist], shown: Callable[[str], object] = print) -> dict[str, Odds]:
    """Both models, with what cross-validation gives."""
    row_of = {g.document.id: row for g, row in zip(known, rows, strict=True)}
    by_id = {g.document.id: g for g in known}
    seen = compared(known)
    names = sorted(next(iter(seen.values())))
    x = np.array([[traits[name] for name in names] for traits in seen.values()])
    fold = {name: zlib.crc32(row["incidents"][0].encode()) % FOLDS for name, row in row_of.items()}
    first, second = (np.array([fold[pair[side]] for pair in seen]) for side in (0, 1))
    scores, weights, best = {}, {}, {}
    for what in ("retold", "story"):
        gold = {name: GOLD[what](row) for name, row in row_of.items()}
        y = np.array([float(gold[a] == gold[b]) for a, b in seen])
        true = sum(n * (n - 1) // 2 for n in Counter(gold.values()).values())
        shown(f"{what}: {len(y)} pairs looked at, {int(y.sum())} of {true} true ones among them")
        scores[what] = np.zeros(len(y))
        for k in range(FOLDS):
            rest = (first != k) & (second != k)
            w = fitted(x[rest], y[rest], RIDGE[what])
            scores[what][first == k] = x[first == k] @ w[:-1] + w[-1]
        weights[what] = fitted(x, y, RIDGE[what])
    for what in ("retold", "story"):
        gold = {name: GOLD[what](row) for name, row in row_of.items()}
        tried = {}
        for threshold in THRESHOLDS:
            odds = {**dict.fromkeys(scores, threshold), "retold": best.get("retold", threshold)}
            cut = {key: dict(zip(seen, (scores[key] - odds[key]).round(3).tolist(), strict=True)) for key in scores}
            kept = Kin(retold=cut["retold"], story=cut["story"], gists=by_id)
            tried[threshold] = pair_f1(labels(what, kept, known), gold)
            shown(f"{what}, cross-validated, threshold {threshold}: pair F1 {tried[threshold]:.3f}")
        best[what] = middle(tried)
    return {
        what: Odds(
            bias=round(float(w[-1]), 3),
            threshold=best[what],
            of={name: round(float(value), 3) for name, value in zip(names, w[:-1], strict=True) if abs(value) >= 0.005},
        )
        for what, w in weights.items()
    }


def main(documents: Path = TRAIN, out: Path = OUT) -> None:
    """Fits, prints, writes the table."""
    made = models(*gists(documents))
    held = json.loads(out.read_text("utf-8"))
    table = {
        "about": "log-odds that two documents retell one another or tell one story; fitted by training/documents.py on the Accounts Corpus",
        **{what: {"bias": odds.bias, "threshold": odds.threshold, "of": dict(odds.of)} for what, odds in made.items()},
        "undated": held["undated"],
    }
    out.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    built_in.cache_clear()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
