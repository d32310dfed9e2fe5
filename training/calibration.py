"""Calibration: tag biases and the confidence of claims, fitted on one half of PolNeAR dev and checked on the other."""

import argparse
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import numpy_helper

from sayso.readers.encoder import Encoder
from training.examples import ROLES, read
from training.export import manifest_of
from training.joining import ProposedClaim, claims_from

TOKEN = re.compile(r"\w+(?:['’.,-]\w+)*")
Sets = dict[str, frozenset[int]]


def word_sets(text: str, claims: Iterable[dict[str, Any]]) -> list[Sets]:
    """Each claim's roles as sets of word numbers."""
    at = np.full(len(text) + 1, -1)
    for number, match in enumerate(TOKEN.finditer(text)):
        at[match.start() : match.end()] = number

    def words(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
        return frozenset(int(n) for s, e in spans for n in at[s:e] if n >= 0)

    return [{role: words(claim[role]) for role in ROLES} for claim in claims]


def right(found: list[Sets], gold: list[Sets]) -> list[bool]:
    """For each found claim: does it match a gold claim of its own, every role at Jaccard .5 or more, absent roles absent?"""
    scored = []
    for i, p in enumerate(found):
        for j, g in enumerate(gold):
            if not (p["content"] & g["content"] or p["cue"] & g["cue"]):
                continue
            shares = [len(p[r] & g[r]) / len(p[r] | g[r]) if p[r] or g[r] else 1.0 for r in ROLES]
            if all(share >= 0.5 if g[r] else not p[r] for r, share in zip(ROLES, shares, strict=True)):
                scored.append((-sum(shares), i, j))
    taken_p: set[int] = set()
    taken_g: set[int] = set()
    for _, i, j in sorted(scored):
        if i not in taken_p and j not in taken_g:
            taken_p.add(i)
            taken_g.add(j)
    return [i in taken_p for i in range(len(found))]


def outer(claims: tuple[ProposedClaim, ...]) -> list[ProposedClaim]:
    """Claims that do not lie inside the content of another: PolNeAR marks no others."""
    return [
        c
        for c in claims
        if not any(
            o is not c and any(k.covers(span) and k != span for k in o.content for span in (*c.cue, *c.content[:1])) and _inside(c, o)
            for o in claims
        )
    ]


def _inside(c: ProposedClaim, o: ProposedClaim) -> bool:
    return all(any(k.covers(span) for k in o.content) for span in (*c.source, *c.cue, *c.content))


def fit_logistic(features: np.ndarray, labels: np.ndarray, ridge: float = 1.0) -> np.ndarray:
    """Weights of a logistic regression, the last one the constant, by Newton's steps."""
    x = np.column_stack([features, np.ones(len(features))])
    w = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - labels) + ridge * np.append(w[:-1], 0)
        hessian = (x * (p * (1 - p))[:, None]).T @ x + ridge * np.diag(np.append(np.ones(len(w) - 1), 1e-6))
        w -= np.linalg.solve(hessian, gradient)
    return w


def calibration_error(confidence: np.ndarray, labels: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error over bins of equal width."""
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    return float(sum(abs(confidence[place == b].sum() - labels[place == b].sum()) for b in range(bins)) / len(labels))


def add_bias(path: Path, bias: np.ndarray) -> None:
    """Add to the constants of a tagging head: cues are found a little oftener, contents fall apart less often."""
    model = onnx.load(path)
    for constant in model.graph.initializer:
        if constant.name == "scores.b":
            constant.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(constant) + bias, constant.name))
    onnx.save(model, path)


def main() -> None:
    """Fit, check, and write the weights into the release's manifest."""
    parser = argparse.ArgumentParser(prog="python -m training.calibration", description=__doc__)
    parser.add_argument("release", type=Path)
    parser.add_argument("dev", type=Path, help="polnear_dev.jsonl")
    parser.add_argument("--role-bias", default="-0.3,0.3,0.3,0.3,0.3,-1,0", help="added to the scores of outside, begin and inside of each")
    parser.add_argument("--inner-bias", default="0,0,0,0,0,0,0", help="the same for the inner head")
    options = parser.parse_args()
    add_bias(options.release / "inner.onnx", np.array([float(x) for x in options.inner_bias.split(",")], np.float32))
    bias = np.array([float(x) for x in options.role_bias.split(",")], np.float32)
    add_bias(options.release / "roles.onnx", bias)
    facts = json.loads((options.release / "manifest.json").read_text("utf-8"))
    facts.pop("files", None)
    facts["inner_bias"] = [float(x) for x in options.inner_bias.split(",")]
    facts["role_bias"] = [round(float(b), 3) for b in bias]
    manifest_of(options.release, facts)
    encoder = Encoder(options.release)
    rows: list[tuple[int, np.ndarray, bool]] = []
    for number, d in enumerate(read(options.dev)):
        proposals = encoder.read(d["text"])
        claims = outer(claims_from(proposals.roles, proposals.links))
        found = word_sets(d["text"], [{"source": c.source, "cue": c.cue, "content": c.content} for c in claims])
        flags = right(found, word_sets(d["text"], d["attributions"]))
        rows += [(number % 2, np.array(c.parts), flag) for c, flag in zip(claims, flags, strict=True)]
    half = np.array([r[0] for r in rows])
    raw = np.array([np.exp(r[1][:-1].sum()) for r in rows])
    kept = np.clip(raw, 0.02, 0.985)
    level = np.log(kept / (1 - kept))[:, None]
    labels = np.array([r[2] for r in rows], float)
    found = {}
    for fit_on in (0, 1):
        slope, shift = fit_logistic(level[half == fit_on], labels[half == fit_on])
        other = half != fit_on
        confidence = 1 / (1 + np.exp(-(slope * level[other, 0] + shift)))
        error = round(calibration_error(confidence, labels[other]), 4)
        found[fit_on] = {"slope": round(slope, 3), "shift": round(shift, 3), "error_on_the_other_half": error}
    facts["confidence"] = found[0] | {
        "fitted_on": "every second document of PolNeAR dev, on the log-odds of the product of scores",
        "error_the_other_way_round": found[1]["error_on_the_other_half"],
        "error_uncalibrated": round(calibration_error(raw, labels), 4),
        "right_share": round(float(labels.mean()), 4),
    }
    manifest_of(options.release, facts)
    print(json.dumps(facts["confidence"], indent=1))


if __name__ == "__main__":
    main()
