"""The tutor: a fitted encoder whose vectors and taggings a smaller, or rounded, one learns beside the gold.

Hidden vectors of the last layer are matched as in TinyBERT (Jiao et al. 2020, arXiv:1909.10351), taggings as in Hinton et al. 2015
(arXiv:1503.02531). The tutor reads each passage once, without dropout; its vectors are kept in 16 bits.
"""

from typing import Any

import torch
from torch import Tensor
from torch.nn import functional
from torch.nn.utils.rnn import pad_sequence

from training.examples import Example
from training.model import Encoder
from training.precision import halved

TAGGED = ("roles", "inner", "mentions")
HEAT = 1.5  # temperature of both sides


class Tutor:
    """The vectors of a fitted encoder by passage, and its heads."""

    def __init__(self, model: Encoder, device: str) -> None:
        self.model, self.device = model.eval().to(device), device
        self.known: dict[str, Tensor] = {}

    def vectors(self, items: list[Example], batch: dict[str, Any]) -> Tensor:
        """Vectors [passages, 1 + words, hidden] of the passages that make up the batch, zero beyond a passage's end."""
        if any(x.key not in self.known for x in items):
            with torch.no_grad(), torch.autocast(self.device, torch.bfloat16, enabled=halved(self.device)):
                seen = self.model.hidden(batch["ids"], batch["mask"], batch["kept"], batch["there"])
            for i, x in enumerate(items):
                self.known[x.key] = seen[i, : 1 + len(x.passage.words)].to("cpu", torch.float16)
        return pad_sequence([self.known[x.key].float() for x in items], batch_first=True).to(self.device)

    def losses(self, student: Encoder, vectors: Tensor, batch: dict[str, Any]) -> dict[str, Tensor]:
        """How far the student is from its tutor: in vectors [passages, 1 + words, hidden], and in what each head says of the words."""
        wanted = batch["told"]
        mask = batch["there"].unsqueeze(-1).float()
        away = ((vectors.float() - wanted) ** 2 * mask).sum() / (mask.sum() * vectors.shape[-1])
        here = batch["there"][:, 1:].bool()
        total = torch.zeros((), device=wanted.device)
        for head in TAGGED:
            with torch.no_grad():
                theirs = getattr(self.model, head)(wanted[:, 1:]).float()
            ours = getattr(student, head)(vectors[:, 1:]).float()
            if head == "mentions":
                theirs, ours = theirs.unflatten(-1, (-1, 3)), ours.unflatten(-1, (-1, 3))
            apart = functional.kl_div(
                functional.log_softmax(ours / HEAT, -1), functional.log_softmax(theirs / HEAT, -1), reduction="none", log_target=True
            ).sum(-1)
            total = total + HEAT**2 * apart[here].mean()
        return {"vectors": away, "taggings": total}
