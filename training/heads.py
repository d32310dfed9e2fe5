"""Heads fitted again on the released trunk: they learn its int8 numbers, and to link spans as the tagger really finds them."""

import argparse
import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn

from sayso.readers.pairs import pair_features, signs
from sayso.readers.tagging import best_tags, log_softmax, tagged_spans
from training.accounts import accounts
from training.examples import ROLES, SKIP, Example, Pairs, examples, nest, polnear
from training.model import Links, Stance, group_loss, tag_loss
from training.reports import reports
from training.silver import silver

Range = tuple[int, int]
EPOCHS = {"roles": 2, "inner": 4, "mentions": 8, "events": 15, "stance": 12}
OUTSIDE = {"events": 0.3}  # weight of words outside any span, where a head would else learn to say nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An example with the vectors of its words from the released trunk."""

    example: Example
    words: np.ndarray  # float16 [words, hidden]


def see(folder: Path, items: list[Example], threads: int) -> list[Seen]:
    """The word vectors of all examples, by the trunk of a release folder."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    trunk = onnxruntime.InferenceSession(str(folder / "trunk.onnx"), options, providers=["CPUExecutionProvider"])
    out = []
    for x in items:
        hidden = trunk.run(None, {"ids": x.passage.ids[None], "kept": x.passage.kept})[0][0]
        out.append(Seen(example=x, words=hidden[1:].astype(np.float16)))
    return out


def gold_spans(tags: np.ndarray) -> list[tuple[int, int, int]]:
    """Spans (kind, first, last) of gold tags; words that teach nothing count as outside."""
    plain = np.where(tags < 0, 0, tags)
    return [(k, a, b) for k, a, b, _ in tagged_spans(plain, np.zeros((len(plain), 7)))]


def found_pairs(x: Example, scores: np.ndarray) -> Pairs | None:
    """Pairs among the spans that the tagger finds, judged by the gold spans that they overlap."""
    if x.pairs is None or (x.roles == SKIP).any():
        return None
    found = [(k, a, b) for k, a, b, _ in tagged_spans(best_tags(log_softmax(scores)[None])[0], scores)]
    golden = x.pairs
    gold = [(int(f), int(t)) for f, t in zip(golden.first, golden.last, strict=True)]
    none_gold = len(gold)
    source_of: dict[Range, set[Range] | None] = {}  # gold cue -> its sources, None where it has none
    cue_of: dict[Range, Range] = {}
    for h, t, kind, right in zip(golden.head, golden.tail, golden.kind, golden.right, strict=True):
        if right and kind == 0:
            source_of[gold[h]] = None if t == none_gold else (source_of.get(gold[h]) or set()) | {gold[t]}
        elif right and h != none_gold:
            cue_of[gold[t]] = gold[h]
    outer = {(k, a, b) for k, a, b in gold_spans(x.roles)}
    by_role: dict[str, list[Range]] = {r: [(a, b) for k, a, b in found if k == i] for i, r in enumerate(ROLES)}
    if not by_role["cue"]:
        return None

    def counterpart(span: Range, kind: int) -> Range | None:
        near = [(min(span[1], b) - max(span[0], a), (a, b)) for k, a, b in outer if k == kind and a <= span[1] and span[0] <= b]
        return max(near)[1] if near else None

    spans = [w for r in ROLES for w in by_role[r]]
    at = {r: sum(len(by_role[q]) for q in ROLES[:i]) for i, r in enumerate(ROLES)}
    tables = {r: pair_features(signs(x.text, x.passage.words), by_role["cue"], by_role[r], by_role) for r in ("source", "content")}
    empty = np.zeros(tables["source"].shape[-1], np.float32)
    cues = [counterpart(c, 1) for c in by_role["cue"]]
    sources = [counterpart(s, 0) for s in by_role["source"]]
    rows: list[tuple[int, int, int, int, bool, np.ndarray]] = []
    group = 0
    for i, cue in enumerate(cues):
        if cue is None or cue not in source_of:
            continue
        wanted = source_of[cue]
        good = [wanted is not None and s in wanted for s in sources]
        if wanted is not None and not any(good):
            continue  # its source was not found: nothing is right here
        rows += [(at["cue"] + i, at["source"] + j, 0, group, g, tables["source"][i, j]) for j, g in enumerate(good)]
        rows.append((at["cue"] + i, len(spans), 0, group, wanted is None, empty))
        group += 1
    for j, content in enumerate(by_role["content"]):
        owner = counterpart(content, 2)
        if owner is None or (owner in cue_of and cue_of[owner] not in cues):
            continue
        good = [owner in cue_of and c == cue_of[owner] for c in cues]
        rows += [(at["cue"] + i, at["content"] + j, 1, group, g, tables["content"][i, j]) for i, g in enumerate(good)]
        rows.append((len(spans), at["content"] + j, 1, group, not any(good), empty))
        group += 1
    if not rows:
        return None
    head, tail, kind, groups, right, features = zip(*rows, strict=True)
    return Pairs(
        first=np.array([a for a, _ in spans]),
        last=np.array([b for _, b in spans]),
        head=np.array(head),
        tail=np.array(tail),
        kind=np.array(kind),
        features=np.stack(features),
        group=np.array(groups),
        right=np.array(right),
    )


def descend(optimizer: torch.optim.Optimizer, loss: torch.Tensor, rate: float) -> None:
    """One step down a loss, at a rate."""
    for group in optimizer.param_groups:
        group["lr"] = rate
    optimizer.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    optimizer.step()


def fit_links(links: Links, seen: list[Seen], roles: tuple[np.ndarray, np.ndarray], *, epochs: int, noise: float, seed: int) -> None:
    """Fit the pair scorer on spans found with noise on the tagger's scores, so that it meets the mistakes of unseen texts."""
    dice, random_order = np.random.default_rng(seed), random.Random(seed)
    optimizer = torch.optim.AdamW(links.parameters(), lr=5e-4, weight_decay=0.02)
    items = [s for s in seen if s.example.pairs is not None]
    total, step = epochs * len(items) / 16, 0
    for _ in range(epochs):
        random_order.shuffle(items)
        for start in range(0, len(items), 16):
            losses = []
            for s in items[start : start + 16]:
                words = s.words.astype(np.float32)
                scores = words @ roles[0].T + roles[1]
                scores = scores + dice.normal(0, noise, scores.shape).astype(np.float32)
                p = found_pairs(s.example, scores)
                if p is None:
                    continue
                vectors = nn.functional.dropout(torch.from_numpy(words), 0.1)
                made = links(vectors[p.first], vectors[p.last], torch.from_numpy(p.head), torch.from_numpy(p.tail),
                             torch.from_numpy(p.kind), torch.from_numpy(p.features))  # fmt: skip
                losses.append(group_loss(made, torch.from_numpy(p.group), torch.from_numpy(p.right), int(p.group.max()) + 1))
            step += 1
            if losses:
                descend(optimizer, torch.stack(losses).mean(), 5e-4 * max(0.0, 1 - step / total))


def tags_of(example: Example, field: str) -> np.ndarray:
    """The tags of a head for the words of an example: [words], or [words, kinds] for mentions."""
    if field in example.wordwise:
        return example.wordwise[field]
    return example.mentions.T if field == "mentions" else np.asarray(getattr(example, field))


def fit_tags(weight: np.ndarray, bias: np.ndarray, seen: list[Seen], field: str, *, epochs: int, seed: int, rate: float) -> dict[str, Any]:
    """Fit a tagging head (softmax over each word) anew from where it is; its weight and bias come back."""
    head = nn.Linear(weight.shape[1], weight.shape[0])
    with torch.no_grad():
        head.weight.copy_(torch.from_numpy(weight))
        head.bias.copy_(torch.from_numpy(bias))
    rows = [s for s in seen if (tags_of(s.example, field) != SKIP).any()]
    tags = np.concatenate([tags_of(s.example, field) for s in rows])
    weights = torch.ones(weight.shape[0])
    weights[0] = OUTSIDE.get(field, 1.0)
    words = np.concatenate([s.words for s in rows])
    optimizer = torch.optim.AdamW(head.parameters(), lr=rate, weight_decay=0.01)
    dice = np.random.default_rng(seed)
    size = 2048
    total, step = epochs * (len(words) // size + 1), 0
    for _ in range(epochs):
        order = dice.permutation(len(words))
        for start in range(0, len(order), size):
            pick = order[start : start + size]
            x = nn.functional.dropout(torch.from_numpy(words[pick].astype(np.float32)), 0.1)
            scores = head(x)
            if field == "mentions":
                scores = scores.unflatten(-1, (-1, 3))
            wanted = torch.from_numpy(tags[pick])
            if field in OUTSIDE:
                loss = nn.functional.cross_entropy(scores, wanted, weights, ignore_index=SKIP)
            else:
                loss = tag_loss(scores, wanted)
            step += 1
            descend(optimizer, loss, rate * (1 - step / (total + 1)))
    return {"weight": head.weight.detach().numpy(), "bias": head.bias.detach().numpy()}


def fit_stances(head: Stance, seen: list[Seen], *, epochs: int, seed: int, rate: float = 1e-3) -> None:
    """Fit the head of stances on the claims of all examples that have one."""
    torch.manual_seed(seed)
    known = [(s, s.example.stances) for s in seen if s.example.stances is not None]
    ends = torch.from_numpy(np.concatenate([s.words[labels.ends] for s, labels in known]).astype(np.float32)).flatten(1)
    wanted = torch.from_numpy(np.concatenate([labels.labels for _, labels in known]))
    optimizer = torch.optim.AdamW(head.parameters(), lr=rate, weight_decay=0.02)
    size = 64
    total, step = epochs * (len(wanted) // size + 1), 0
    for _ in range(epochs):
        order = torch.randperm(len(wanted))
        for start in range(0, len(order), size):
            pick = order[start : start + size]
            loss = nn.functional.cross_entropy(head(nn.functional.dropout(ends[pick], 0.2)), wanted[pick])
            step += 1
            descend(optimizer, loss, rate * (1 - step / (total + 1)))


def gold(options: argparse.Namespace, chosen: set[str], tokenizer: Tokenizer, seed: int) -> list[Example]:
    """What the chosen heads are fitted on: documents with stances for these, for others our phrases, names and a share of PolNeAR too."""
    from training.__main__ import ACCOUNTS, names_split

    items = examples(accounts(ACCOUNTS) + (reports() if "stance" in chosen else []), tokenizer)
    if chosen - {"stance"}:
        items += examples(silver(options.silver, seed) + 3 * names_split(options.data, seed)[0], tokenizer)
        if not options.without_polnear:
            known = examples(nest(polnear(options.data / "polnear_train.jsonl.gz"), 0.08, seed), tokenizer)
            items += random.Random(seed).sample(known, int(len(known) * options.share))
    return items if chosen - {"stance"} else [x for x in items if x.stances is not None]


def main() -> None:
    """Fit heads again on the trunk of a release, and write the release's heads anew."""
    from training.export import heads_of, manifest_of, state_of

    parser = argparse.ArgumentParser(prog="python -m training.heads", description=__doc__)
    parser.add_argument("release", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--only", default="mentions", help="heads to fit: links,roles,inner,mentions,events,stance")
    parser.add_argument("--without-polnear", action="store_true")
    parser.add_argument("--share", type=float, default=0.15, help="share of the PolNeAR passages to use")
    parser.add_argument("--silver", type=int, default=300)
    parser.add_argument("--noise", type=float, default=1.5)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    state, _ = state_of(options.checkpoint)
    seed = 20240312
    tokenizer = Tokenizer.from_file(str(options.release / "tokenizer.json"))
    chosen = set(options.only.split(","))
    items = gold(options, chosen, tokenizer, seed)
    seen = see(options.release, items, options.threads)
    for name in ("roles", "inner", "mentions"):
        if name in chosen:
            fitted = fit_tags(state[f"{name}.weight"], state[f"{name}.bias"], seen, name, epochs=EPOCHS[name], seed=seed, rate=5e-4)
            # Half way between the two: the fitted head knows more names outside Russian, the old one is more careful.
            state |= {f"{name}.{part}": (values + state[f"{name}.{part}"]) / 2 for part, values in fitted.items()}
    if "events" in chosen:
        key = "wordwise.events"
        fitted = fit_tags(state[f"{key}.weight"], state[f"{key}.bias"], seen, "events", epochs=EPOCHS["events"], seed=seed, rate=3e-3)
        state |= {f"{key}.{part}": values for part, values in fitted.items()}
    if "stance" in chosen:
        stances = Stance(state["stance.mix.weight"].shape[1] // 4)
        fit_stances(stances, seen, epochs=EPOCHS["stance"], seed=seed)
        state |= {f"stance.{n}": v.detach().numpy() for n, v in stances.state_dict().items()}
    if "links" in chosen:
        links = Links(state["links.none"].shape[0] // 2)
        links.load_state_dict({n.removeprefix("links."): torch.from_numpy(v) for n, v in state.items() if n.startswith("links.")})
        fit_links(links, seen, (state["roles.weight"], state["roles.bias"]), epochs=2, noise=options.noise, seed=seed)
        state |= {f"links.{n}": v.detach().numpy() for n, v in links.state_dict().items()}
    heads_of(state, options.release)
    facts = json.loads((options.release / "manifest.json").read_text("utf-8"))
    facts.pop("files", None)
    manifest_of(options.release, facts)


if __name__ == "__main__":
    main()
