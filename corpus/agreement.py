"""The agreement of two annotations of one text, layer by layer: F1, accuracy and Cohen's kappa."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import combinations
from typing import Any

_TOKEN = re.compile(r"\w+(?:['’.,-]\w+)*")
Record = dict[str, Any]
Pairs = list[tuple[Record, Record]]


def agreement(
    first: Iterable[Record], second: Iterable[Record], incidents: tuple[Sequence[Record], Sequence[Record]] = ((), ())
) -> dict[str, Any]:
    """Agreement over the documents that both have; ValueError where their texts differ.

    Claims: `whole` asks of every role that the first has a Jaccard of .5 over words, and that a role absent in one is absent in the other;
    what is said of claims (speaker, stance ...) is measured on contents matched one to one by Jaccard .5.
    """
    others = {d["id"]: d for d in second}
    both = [(d, others[d["id"]]) for d in first if d["id"] in others]
    for a, b in both:
        if a["text"] != b["text"]:
            raise ValueError(f"the two texts of {a['id']} differ")
    matched = [(x, y, a, b) for a, b in both for x, y in _claims(a, b)]
    found: dict[str, Any] = {
        "documents": len(both),
        "claims": [sum(len(a["claims"]) for a, _ in both), sum(len(b["claims"]) for _, b in both)],
    }
    found["claims whole F1"] = _f1(
        both, "claims", lambda x, y, text: min((_near(x[r], y[r], text) for r in ("source", "cue", "content")), default=0.0)
    )
    found["claims content F1"] = _f1(both, "claims", lambda x, y, text: _near(x["content"], y["content"], text))
    found["narration F1"] = _f1(both, "narration", lambda x, y, text: _near(x["content"], y["content"], text))
    found["matched claims"] = len(matched)
    speakers = [(speaker(x), speaker(y)) for x, y, _, _ in matched]
    found["speaker accuracy"] = _share(same_speaker(x, y) for x, y, _, _ in matched)
    found["speaker accuracy, names outside the pack letter by letter"] = _share(a == b for a, b in speakers)
    for key in ("stance", "quotation", "side", "speaker_kind"):
        labels = [(x[key], y[key]) for x, y, _, _ in matched]
        found[f"{key} accuracy"], found[f"{key} kappa"] = _share(a == b for a, b in labels), kappa(labels)
    found["relays F1"] = _sets(({r["id"] for r in x["relays"]}, {r["id"] for r in y["relays"]}) for x, y, _, _ in matched)
    found["figures F1"] = _f1(
        both, "figures", lambda x, y, _: _over(x["span"], y["span"]) * all(x[k] == y[k] for k in ("low", "high", "unit"))
    )
    found["figures with status and party F1"] = _f1(
        both,
        "figures",
        lambda x, y, _: (
            _over(x["span"], y["span"]) * all(x[k] == y[k] for k in ("low", "high", "unit", "status", "party", "cumulative", "approx"))
        ),
    )
    found["places F1"] = _f1(both, "places", lambda x, y, _: _over(x["span"], y["span"]) * (x["name"] == y["name"]))
    uses = [(x["use"], y["use"]) for a, b in both for x, y in _pairs(a["places"], b["places"], lambda x, y: _over(x["span"], y["span"]))]
    found["place use kappa"] = kappa(uses)
    found["times F1"] = _f1(both, "times", lambda x, y, _: _over(x["span"], y["span"]) * _same_time(x, y))
    found["mentions F1"] = _f1(both, "mentions", lambda x, y, _: float(x["span"] == y["span"] and x["kind"] == y["kind"]))
    found["events F1"] = _f1(both, "events", lambda x, y, _: _over(x["trigger"], y["trigger"]) * (x["kind"] == y["kind"]))
    triggers = [(x, y) for a, b in both for x, y in _pairs(a["events"], b["events"], lambda x, y: _over(x["trigger"], y["trigger"]))]
    found["actuality kappa"] = kappa([(x["actuality"], y["actuality"]) for x, y in triggers])
    found["family pairs F1"], found["origin pairs F1"] = _grouped(both, "family"), _grouped(both, "origin")
    return found | _of_incidents(*incidents)


def speaker(claim: Record) -> str:
    """What a claim's speaker is compared by: ids of the members, id, or folded name."""
    who = claim["speaker"] or {}
    members = sorted(m["id"] or m["name"] for m in who.get("members", []))
    return "+".join(members) or who.get("id") or " ".join(re.findall(r"\w+", (who.get("name") or "").casefold()))


def same_speaker(x: Record, y: Record) -> bool:
    """Whether two claims with one content name one speaker: the same id; or both somebody outside the pack, in whatever words."""
    ids = [(c["speaker"] or {}).get("id") for c in (x, y)]
    outside = [bool(c["speaker"]) and not c["speaker"].get("id") and not c["speaker"].get("members") for c in (x, y)]
    return speaker(x) == speaker(y) or (ids == [None, None] and all(outside))


def kappa(labels: list[tuple[str, str]]) -> float | None:
    """Cohen's kappa; None without labels, 1.0 where both know one label only and agree.

    >>> kappa([("a", "a"), ("b", "b"), ("a", "b"), ("b", "b")])
    0.5
    """
    if not labels:
        return None
    n = len(labels)
    same = sum(a == b for a, b in labels) / n
    left, right = Counter(a for a, _ in labels), Counter(b for _, b in labels)
    chance = sum(left[k] * right[k] for k in left) / n**2
    return 1.0 if chance == 1 else round((same - chance) / (1 - chance), 4)


def _words(spans: Iterable[Sequence[int]], text: str) -> set[int]:
    inside = [(a, b) for a, b in spans]
    return {m.start() for m in _TOKEN.finditer(text) if any(a < m.end() and m.start() < b for a, b in inside)}


def _near(x: list[list[int]], y: list[list[int]], text: str) -> float:
    a, b = _words(x, text), _words(y, text)
    if not a and not b:
        return 1.0
    share = len(a & b) / len(a | b)
    return share if share >= 0.5 else 0.0


def _over(x: list[int], y: list[int]) -> float:
    return float(max(0, min(x[1], y[1]) - max(x[0], y[0])))


def _pairs(xs: list[Record], ys: list[Record], score: Callable[[Record, Record], float]) -> Pairs:
    """One to one, best first."""
    scored = sorted(((score(x, y), i, j) for i, x in enumerate(xs) for j, y in enumerate(ys)), key=lambda t: (-t[0], t[1], t[2]))
    left: set[int] = set()
    right: set[int] = set()
    made = []
    for value, i, j in scored:
        if value > 0 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            made.append((xs[i], ys[j]))
    return made


def _claims(a: Record, b: Record) -> Pairs:
    return _pairs(a["claims"], b["claims"], lambda x, y: _near(x["content"], y["content"], a["text"]))


def _f1(both: Pairs, layer: str, score: Callable[[Record, Record, str], float]) -> float:
    hits = sum(len(_pairs(a[layer], b[layer], lambda x, y: score(x, y, a["text"]))) for a, b in both)  # noqa: B023  used within the step
    size = sum(len(a[layer]) + len(b[layer]) for a, b in both)
    return round(2 * hits / size, 4) if size else 1.0


def _share(values: Iterable[bool]) -> float | None:
    listed = list(values)
    return round(sum(listed) / len(listed), 4) if listed else None


def _sets(pairs: Iterable[tuple[set[Any], set[Any]]]) -> float:
    listed = list(pairs)
    size = sum(len(a) + len(b) for a, b in listed)
    return round(2 * sum(len(a & b) for a, b in listed) / size, 4) if size else 1.0


def _same_time(x: Record, y: Record) -> bool:
    (a, b), (c, d) = ((datetime.fromisoformat(t["start"]), datetime.fromisoformat(t["end"])) for t in (x, y))
    if a == b or c == d:
        return abs((a - c).total_seconds()) <= 1800 and abs((b - d).total_seconds()) <= 1800
    common, whole = (min(b, d) - max(a, c)).total_seconds(), (max(b, d) - min(a, c)).total_seconds()
    return common / whole >= 0.5


def _grouped(both: Pairs, key: str) -> float:
    """F1 over pairs of documents of one incident that stand in one group."""
    sides: list[set[tuple[str, str]]] = [set(), set()]
    for side in (0, 1):
        rows = [pair[side] for pair in both]
        for x, y in combinations(rows, 2):
            if x["incidents"][:1] == y["incidents"][:1] and x[key] == y[key]:
                sides[side].add((x["id"], y["id"]))
    return _sets([(sides[0], sides[1])])


def _of_incidents(first: Sequence[Record], second: Sequence[Record]) -> dict[str, Any]:
    """Contests match by kind and the speakers between whom they stand (two in common); supersessions by speaker and documents."""
    others = {i["id"]: i for i in second}
    both = [(i, others[i["id"]]) for i in first if i["id"] in others]
    if not both:
        return {}

    accounts = [({c["speaker"] for c in a.get("accounts", [])}, {c["speaker"] for c in b.get("accounts", [])}) for a, b in both]
    replaced = [(_superseded(a), _superseded(b)) for a, b in both]
    return {"contests F1": contests(both), "accounts F1": _sets(accounts), "supersessions F1": _sets(replaced)}


def contests(both: Pairs) -> float:
    """F1 of the contests of incidents that both annotated: the same kind, and two speakers in common."""

    def contest(x: Record, y: Record, _: str) -> float:
        common = {p[0] for p in x["between"]} & {p[0] for p in y["between"]}
        return len(common) * (x["kind"] == y["kind"]) if len(common) > 1 else 0.0

    rows = [({"text": "", "contests": a.get("contests", [])}, {"text": "", "contests": b.get("contests", [])}) for a, b in both]
    return _f1(rows, "contests", contest)


def _superseded(incident: Record) -> set[tuple[str, str, str]]:
    return {
        (a["speaker"], old.partition(":")[0], new.partition(":")[0])
        for a in incident.get("accounts", [])
        for old, new in a.get("supersedes", [])
    }
