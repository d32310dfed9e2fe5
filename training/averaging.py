"""The average: the weights of two checkpoints, the second of which was fitted from the first.

Between the two lie weights that keep most of what either knows (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models",
arXiv:2109.01903): a run on war reports forgets some of the news that the run before had learnt.
"""

import argparse
from pathlib import Path

import torch
from torch import Tensor


def averaged(first: dict[str, Tensor], second: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """Each weight as (1 - share) of the first and share of the second; ValueError where they do not have the same weights."""
    if first.keys() != second.keys():
        odd = sorted(first.keys() ^ second.keys())
        raise ValueError(f"only one of the two has {odd[0]}: they are not of one shape")
    return {name: (1 - share) * values.float() + share * second[name].float() for name, values in first.items()}


def main() -> None:
    """Write the checkpoint."""
    parser = argparse.ArgumentParser(prog="python -m training.averaging", description=__doc__)
    parser.add_argument("first", type=Path, help="the checkpoint.pt that the other was fitted from")
    parser.add_argument("second", type=Path)
    parser.add_argument("out", type=Path, help="the checkpoint.pt to write")
    parser.add_argument("--share", type=float, default=0.5, help="of the second")
    options = parser.parse_args()
    first, second = (torch.load(path, map_location="cpu", weights_only=True) for path in (options.first, options.second))
    if first["narrow"] != second["narrow"]:
        parser.error(f"narrow from layer {first['narrow']} and from layer {second['narrow']}: they are not of one shape")
    torch.save({"model": averaged(first["model"], second["model"], options.share), "narrow": second["narrow"]}, options.out)


if __name__ == "__main__":
    main()
