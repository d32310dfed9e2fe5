"""What the frozen layers say of each passage: computed once, without dropout, and kept in 16 bits, for they never change."""

from typing import Any

import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from training.examples import Example
from training.model import Encoder
from training.precision import halved


class Lowered:
    """The vectors that the lowest layer still fitted reads, by passage. About 1 GB for 7,000 passages of 200 tokens."""

    def __init__(self, model: Encoder, layers: int, device: str) -> None:
        self.model, self.layers, self.device = model, layers, device
        self.known: dict[bytes, Tensor] = {}

    def vectors(self, items: list[Example], batch: dict[str, Any]) -> Tensor:
        """Vectors [passages, tokens, hidden], or [passages, 1 + words, hidden] where that layer is narrow; zero beyond a passage's end."""
        keys = [x.passage.ids.tobytes() for x in items]
        if any(key not in self.known for key in keys):
            was = self.model.training
            self.model.eval()
            with torch.no_grad(), torch.autocast(self.device, torch.bfloat16, enabled=halved(self.device)):
                seen = self.model.lower(batch["ids"], batch["mask"], batch["kept"], batch["there"], self.layers)
            self.model.train(was)
            narrow = self.layers >= self.model.narrow
            for i, (x, key) in enumerate(zip(items, keys, strict=True)):
                width = 1 + len(x.passage.words) if narrow else len(x.passage.ids)
                self.known[key] = seen[i, :width].to("cpu", torch.float16)
        return pad_sequence([self.known[key].float() for key in keys], batch_first=True).to(self.device)
