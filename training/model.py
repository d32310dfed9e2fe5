"""The model: one trunk pass over a passage, and small heads that read it."""

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.readers.pairs import WIDTH
from training.examples import KINDS, SKIP, STANCES, WORDWISE

if TYPE_CHECKING:
    from transformers import BertModel

PAIR = 128


class Links(nn.Module):
    """Scores of pairs: a cue with a source, or a content with a cue; the span after the last one stands for "none"."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.as_head = nn.Linear(2 * hidden, PAIR)
        self.as_tail = nn.Linear(2 * hidden, PAIR)
        self.none = nn.Parameter(torch.zeros(2 * hidden))
        self.kind = nn.Embedding(2, PAIR)
        self.mix = nn.Linear(3 * PAIR + WIDTH, PAIR)
        self.out = nn.Linear(PAIR, 1)

    def forward(self, first: Tensor, last: Tensor, head: Tensor, tail: Tensor, kind: Tensor, features: Tensor) -> Tensor:
        """Scores [pairs]; `first` and `last` are the hidden vectors [spans, hidden] of each span's first and last word."""
        spans = torch.cat([torch.cat([first, last], -1), self.none[None]])
        a, b = functional.gelu(self.as_head(spans))[head], functional.gelu(self.as_tail(spans))[tail]
        mixed = self.mix(torch.cat([a, b, a * b, features], -1)) + self.kind(kind)
        scores: Tensor = self.out(functional.gelu(mixed)).squeeze(-1)
        return scores


class Stance(nn.Module):
    """Scores of a claim's stance from the words where its cue and its content begin and end."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.mix = nn.Linear(4 * hidden, PAIR)
        self.out = nn.Linear(PAIR, len(STANCES))

    def forward(self, ends: Tensor) -> Tensor:
        """Scores [claims, stances] for vectors [claims, 4 * hidden]."""
        scores: Tensor = self.out(functional.gelu(self.mix(ends)))
        return scores


class Encoder(nn.Module):
    """Trunk and heads.

    The layers from number `narrow` on read only the first token of each word, and the mark before them: the heads read no other, and
    a Russian text has 1.7 tokens a word. (Tokens dropped on the way up: Goyal et al. 2020, arXiv:2001.08950.)
    """

    def __init__(self, trunk: "BertModel", hidden: int, narrow: int) -> None:
        super().__init__()
        self.trunk = trunk
        self.narrow = narrow
        self.roles = nn.Linear(hidden, 7)
        self.inner = nn.Linear(hidden, 7)
        self.mentions = nn.Linear(hidden, 3 * len(KINDS))
        self.links = Links(hidden)
        self.stance = Stance(hidden)
        self.wordwise = nn.ModuleDict({head: nn.Linear(hidden, len(labels)) for head, labels in WORDWISE.items()})
        self.vector = nn.Linear(hidden, hidden)
        with torch.no_grad():
            self.vector.weight.copy_(torch.eye(hidden))
            self.vector.bias.zero_()
        self.drop = nn.Dropout(0.1)

    def hidden(self, ids: Tensor, mask: Tensor, kept: Tensor, there: Tensor, below: Tensor | None = None, *, start: int = 0) -> Tensor:
        """Vectors [batch, 1 + words, hidden] of the opening mark and of each word.

        `ids`, `mask`: [batch, tokens]; `kept`, `there`: [batch, 1 + words], the token that stands for each, and whether there is one.
        `below`: what layer `start` reads, as `lower` gives it, where that is known.
        """
        x = self.lower(ids, mask, kept, there, 0) if below is None else below
        return self._up(x, mask, kept, there, start, len(self.trunk.encoder.layer))

    def lower(self, ids: Tensor, mask: Tensor, kept: Tensor, there: Tensor, stop: int) -> Tensor:
        """What layer `stop` reads: [batch, tokens, hidden], or [batch, 1 + words, hidden] where it is a narrow one."""
        x = self.trunk.embeddings(input_ids=ids)
        return self._up(x if self.narrow else _picked(x, kept), mask, kept, there, 0, stop)

    def _up(self, x: Tensor, mask: Tensor, kept: Tensor, there: Tensor, start: int, stop: int) -> Tensor:
        for number in range(start, stop):
            seen = mask if number < self.narrow else there
            x = self.trunk.encoder.layer[number](x, seen.bool()[:, None, None])
            if number + 1 == self.narrow:
                x = _picked(x, kept)
        return x


def _picked(vectors: Tensor, kept: Tensor) -> Tensor:
    """The vectors [batch, n, hidden] of the tokens `kept` [batch, words]."""
    return vectors[torch.arange(len(vectors), device=vectors.device)[:, None], kept]


def pooled(vectors: Tensor, mask: Tensor) -> Tensor:
    """The mean of the vectors [batch, n, hidden] that the mask [batch, n] lets through."""
    weights = mask.unsqueeze(-1).to(vectors.dtype)
    return (vectors * weights).sum(1) / weights.sum(1)


def tag_loss(scores: Tensor, tags: Tensor) -> Tensor:
    """Cross entropy over the words that have a tag; zero when none has."""
    count = (tags != SKIP).sum()
    total = functional.cross_entropy(scores.float().flatten(0, -2), tags.flatten(), ignore_index=SKIP, reduction="sum")
    return total / count.clamp(min=1)


def group_loss(scores: Tensor, group: Tensor, right: Tensor, groups: int) -> Tensor:
    """Minus the log of the share that right pairs have in their group's softmax, averaged over groups."""
    scores = scores.float()
    top = torch.full((groups,), -1e4).to(scores).scatter_reduce(0, group, scores.detach(), "amax")
    weights = torch.exp(scores - top[group])
    every = torch.zeros(groups).to(scores).index_add(0, group, weights)
    good = torch.zeros(groups).to(scores).index_add(0, group, weights * right)
    losses = torch.log(every) - torch.log(good.clamp(min=1e-9))
    return losses.mean()
