"""The weights: what each feature of a pair is worth, as frozen data."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Log-odds of a feature; `bias` of a pair of which nothing is known; `unseen` of a pair that blocking kept apart."""

    bias: float
    threshold: float
    unseen: float
    of: Mapping[str, float]

    def score(self, features: tuple[str, ...]) -> float:
        """The log-odds that a pair with these features is one incident, to three digits."""
        return round(self.bias + sum(self.of.get(feature, 0.0) for feature in features), 3)


@cache
def built_in() -> Weights:
    """The weights that come with the program; the file says which were fitted, on what and how, and which were set by hand."""
    file = resources.files("sayso.lexicon.data").joinpath("incidents").joinpath("weights.json")
    table = json.loads(file.read_text("utf-8"))
    return Weights(bias=table["bias"], threshold=table["threshold"], unseen=table["unseen"], of={**table["fitted"], **table["set by hand"]})
