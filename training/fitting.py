"""Fitting: batches, losses, schedule and checkpoints."""

import json
import math
import random
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch.nn import functional

from training.examples import SKIP, WORDWISE, Example
from training.lowered import Lowered
from training.model import Encoder, group_loss, pooled, tag_loss
from training.precision import halved
from training.rounding import rounded
from training.tutoring import Tutor

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from transformers import BertModel

WEIGHTS = {
    "roles": 1.0, "inner": 0.5, "mentions": 1.5, "links": 0.4, "vector": 0.5, "stance": 0.3, "events": 0.5, "actualities": 0.2, "uses": 0.2,
    "vectors": 1.0, "taggings": 1.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to fit."""

    epochs: float = 3.0
    batch: int = 16
    rate: float = 2e-4
    head_rate: float = 1e-3
    word_rate: float = 0.0  # of the word vectors; 0 keeps them frozen
    rounded: float | None = None  # share of the steps after which products are rounded as int8 rounds them; None: never
    frozen: int = 2  # lowest layers that stay as they are: they hardly change, and cost a tenth of the time
    taught: float = 0.15  # share of passages whose vector is held near the base encoder's
    warm: float = 0.05
    decay: float = 0.01
    seed: int = 20240312
    threads: int = 2
    device: str = "cpu"
    save_every: int = 50

    @property
    def halved(self) -> bool:
        """Are products taken in bfloat16?"""
        return halved(self.device)


def collate(items: list[Example], device: str) -> dict[str, Any]:
    """Tensors of a batch; word arrays are padded with SKIP, spans of all passages are pooled into one list."""
    tokens, words = max(len(x.passage.ids) for x in items), max(len(x.passage.words) for x in items)
    n = len(items)
    ids, mask = np.ones((n, tokens), np.int64), np.zeros((n, tokens), np.int64)
    kept, there = np.zeros((n, 1 + words), np.int64), np.zeros((n, 1 + words), np.int64)
    roles, inner = np.full((n, words), SKIP, np.int64), np.full((n, words), SKIP, np.int64)
    mentions = np.full((n, items[0].mentions.shape[0], words), SKIP, np.int64)
    pairs: dict[str, list[np.ndarray]] = {k: [] for k in ("row", "first", "last", "head", "tail", "kind", "features", "group", "right")}
    labels = {head: np.full((n, words), SKIP, np.int64) for head in WORDWISE}
    stances: dict[str, list[np.ndarray]] = {k: [] for k in ("row", "ends", "labels")}
    every = sum(len(x.pairs.first) for x in items if x.pairs)
    spans = groups = 0
    for i, x in enumerate(items):
        ids[i, : len(x.passage.ids)] = x.passage.ids
        mask[i, : len(x.passage.ids)] = 1
        count = len(x.passage.words)
        kept[i, 1 : 1 + count] = x.passage.first
        there[i, : 1 + count] = 1
        roles[i, :count], inner[i, :count], mentions[i, :, :count] = x.roles, x.inner, x.mentions
        for head in WORDWISE:
            labels[head][i, :count] = x.wordwise[head]
        if x.stances:
            stances["row"].append(np.full((len(x.stances.labels), 1), i))
            stances["ends"].append(x.stances.ends)
            stances["labels"].append(x.stances.labels)
        if x.pairs:
            p = x.pairs
            own = len(p.first)
            pairs["row"].append(np.full(own, i))
            pairs["first"].append(p.first)
            pairs["last"].append(p.last)
            for side in ("head", "tail"):
                values = getattr(p, side)
                pairs[side].append(np.where(values == own, every, values + spans))
            pairs["kind"].append(p.kind)
            pairs["features"].append(p.features)
            pairs["group"].append(p.group + groups)
            pairs["right"].append(p.right)
            spans += own
            groups += int(p.group.max()) + 1

    def put(values: np.ndarray) -> torch.Tensor:
        return torch.from_numpy(values).to(device)

    out = {"ids": put(ids), "mask": put(mask), "kept": put(kept), "there": put(there)}
    out |= {"roles": put(roles), "inner": put(inner), "mentions": put(mentions)}
    out |= {head: put(values) for head, values in labels.items()}
    if stances["row"]:
        out["stances"] = {k: put(np.concatenate(v)) for k, v in stances.items()}
    if groups:
        out["pairs"] = {k: put(np.concatenate(v)) for k, v in pairs.items()} | {"groups": groups}
    return out


def losses(
    model: Encoder, batch: dict[str, Any], target: tuple[torch.Tensor, torch.Tensor] | None, tutor: Tutor | None = None
) -> dict[str, torch.Tensor]:
    """The loss of each head on one batch; `target`: rows whose passage vector has a teacher, and the teacher's centred vectors.

    With a tutor `batch` has its vectors too, under "told"; with frozen layers what they say, under "below", and their number, "start".
    """
    vectors = model.hidden(batch["ids"], batch["mask"], batch["kept"], batch["there"], batch.get("below"), start=batch.get("start", 0))
    words = model.drop(vectors)[:, 1:]
    out = {"roles": tag_loss(model.roles(words), batch["roles"]), "inner": tag_loss(model.inner(words), batch["inner"])}
    scores = model.mentions(words)
    kinds = batch["mentions"].shape[1]
    out["mentions"] = tag_loss(scores.unflatten(-1, (kinds, 3)).transpose(1, 2), batch["mentions"])
    for head, layer in model.wordwise.items():
        if (batch[head] != SKIP).any():
            out[head] = tag_loss(layer(words), batch[head])
    if tutor:
        out |= tutor.losses(model, vectors, batch)
    if "stances" in batch:
        s = batch["stances"]
        out["stance"] = functional.cross_entropy(model.stance(words[s["row"], s["ends"]].flatten(1)).float(), s["labels"])
    if "pairs" in batch:
        p = batch["pairs"]
        with torch.autocast(vectors.device.type, enabled=False):
            wide = words.float()
            made = model.links(wide[p["row"], p["first"]], wide[p["row"], p["last"]], p["head"], p["tail"], p["kind"], p["features"])
            out["links"] = group_loss(made, p["group"], p["right"], p["groups"])
    if target is not None:
        which, wanted = target
        with torch.autocast(vectors.device.type, enabled=False):
            got = model.vector(pooled(vectors.float(), batch["there"]))[which]
            out["vector"] = (1 - functional.cosine_similarity(got, wanted, dim=-1)).mean() + 0.5 * _relations(got, wanted)
    return out


def _relations(got: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    a, b = functional.normalize(got, dim=-1), functional.normalize(wanted, dim=-1)
    return ((a @ a.T - b @ b.T) ** 2).mean()


class Teacher:
    """Passage vectors of the base encoder, centred; each is computed once, and only for a share of the passages."""

    def __init__(self, trunk: "BertModel", tokenizer: "Tokenizer", device: str, share: float) -> None:
        self.trunk, self.device, self.share = trunk.eval(), device, share
        self.known: dict[str, torch.Tensor] = {}
        self.mean: torch.Tensor | None = None
        # e5 was fitted with this prefix; the student learns the prefixed vector without reading a prefix.
        self.prefix = tokenizer.encode("query:", add_special_tokens=False).ids

    def vectors(self, items: list[Example]) -> torch.Tensor:
        """Mean-pooled vectors of passages, uncentred."""
        ids = [[int(x.passage.ids[0]), *self.prefix, *x.passage.ids[1:].tolist()] for x in items]
        width = max(map(len, ids))
        table = torch.tensor([row + [1] * (width - len(row)) for row in ids], device=self.device)
        mask = torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in ids], device=self.device)
        with torch.no_grad(), torch.autocast(self.device, torch.bfloat16, enabled=halved(self.device)):
            return pooled(self.trunk(input_ids=table, attention_mask=mask).last_hidden_state.float(), mask)

    def target(self, items: list[Example]) -> tuple[torch.Tensor, torch.Tensor] | None:
        """The rows of a batch that have a teacher, and their centred vectors."""
        rows = [i for i, x in enumerate(items) if x.roles.max() < 0 or random.Random(x.key).random() < self.share]
        fresh = [items[i] for i in rows if items[i].key not in self.known]
        if fresh:
            for x, v in zip(fresh, self.vectors(fresh), strict=True):
                self.known[x.key] = v
        if len(rows) < 2 or self.mean is None:
            return None
        return torch.tensor(rows, device=self.device), torch.stack([self.known[items[i].key] for i in rows]) - self.mean


def batches(items: list[Example], size: int, seed: int, epoch: int) -> list[list[Example]]:
    """The batches of one epoch: shuffled, passages of like length together, batches shuffled again."""
    dice = random.Random(f"{seed}:{epoch}")
    order = list(items)
    dice.shuffle(order)
    out = []
    for start in range(0, len(order), size * 32):
        pool = sorted(order[start : start + size * 32], key=lambda x: len(x.passage.ids))
        out += [pool[i : i + size] for i in range(0, len(pool), size)]
    dice.shuffle(out)
    return out


def fit(
    model: Encoder, items: list[Example], plan: Plan, out: Path, teacher: Teacher | None, resume: bool, tutor: Tutor | None = None
) -> None:
    """Fit in place; writes checkpoint.pt under `out` and a line of log.jsonl now and then."""
    torch.manual_seed(plan.seed)
    torch.set_num_threads(plan.threads)
    model.to(plan.device)
    words = model.trunk.embeddings.word_embeddings.weight
    words.requires_grad_(plan.word_rate > 0)
    for part in [model.trunk.embeddings, *model.trunk.encoder.layer[: plan.frozen]]:
        for p in part.parameters():
            p.requires_grad_(p is words and plan.word_rate > 0)
    lowered = Lowered(model, plan.frozen, plan.device) if plan.frozen and not plan.word_rate else None
    trunk = [p for p in model.trunk.parameters() if p.requires_grad and p is not words]
    heads = [p for n, p in model.named_parameters() if not n.startswith("trunk.")]
    groups = [{"params": trunk, "lr": plan.rate, "top": plan.rate}, {"params": heads, "lr": plan.head_rate, "top": plan.head_rate}]
    if plan.word_rate:
        groups.append({"params": [words], "lr": plan.word_rate, "top": plan.word_rate, "weight_decay": 0.0})
    optimizer = torch.optim.AdamW(groups, weight_decay=plan.decay)
    each = math.ceil(len(items) / plan.batch)
    total = max(1, round(each * plan.epochs))
    step = 0
    path = out / "checkpoint.pt"
    if resume and path.exists():
        saved = torch.load(path, map_location=plan.device, weights_only=True)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        step = saved["step"]
        if teacher:
            teacher.mean = saved["mean"]
    if teacher and teacher.mean is None:
        sample = random.Random(plan.seed).sample(items, min(96, len(items)))
        teacher.mean = teacher.vectors(sample).mean(0)
        with torch.no_grad():  # the student's head starts as the teacher, centred
            model.vector.bias.copy_(-teacher.mean)
    (out / "plan.json").write_text(json.dumps(asdict(plan) | {"passages": len(items), "steps": total}, indent=1) + "\n", "utf-8")
    model.train()
    sums: dict[str, list[float]] = {}
    began = time.monotonic()
    while step < total:
        epoch = step // each
        for items_now in batches(items, plan.batch, plan.seed, epoch)[step % each :]:
            if step >= total:
                break
            warm = max(1.0, plan.warm * total)
            share = (step + 1) / warm if step < warm else (total - step) / total
            for g in optimizer.param_groups:
                g["lr"] = g["top"] * share
            if plan.rounded is not None and step >= plan.rounded * total:
                rounded(model.trunk.encoder)
            batch = collate(items_now, plan.device)
            target = teacher.target(items_now) if teacher else None
            if lowered:
                batch |= {"below": lowered.vectors(items_now, batch), "start": lowered.layers}
            if tutor:
                batch["told"] = tutor.vectors(items_now, batch)
            with torch.autocast(plan.device, torch.bfloat16, enabled=plan.halved):
                parts = losses(model, batch, target, tutor)
            loss = sum((WEIGHTS[k] * v for k, v in parts.items()), torch.zeros((), device=plan.device))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_([p for g in optimizer.param_groups for p in g["params"]], 1.0)
            optimizer.step()
            step += 1
            for k, v in parts.items():
                sums.setdefault(k, []).append(float(v.detach()))
            if step % 20 == 0:
                line = {"step": step, "of": total, "seconds": round(time.monotonic() - began)}
                line |= {k: round(sum(v) / len(v), 4) for k, v in sums.items()}
                with (out / "log.jsonl").open("a", encoding="utf-8") as log:
                    log.write(json.dumps(line) + "\n")
                sums = {}
            if step % plan.save_every == 0 or step == total:
                state = {
                    "model": model.state_dict(),
                    "optimizer": optimizer.state_dict(),
                    "step": step,
                    "mean": teacher.mean if teacher else torch.zeros(1),
                    "narrow": model.narrow,
                }
                torch.save(state, path.with_suffix(".tmp"))
                path.with_suffix(".tmp").replace(path)
