"""Weights of two checkpoints, averaged."""

import pytest

torch = pytest.importorskip("torch")


def test_each_weight_lies_between_the_two() -> None:
    from training.averaging import averaged

    one, other = {"a": torch.zeros(2), "b": torch.ones(1)}, {"a": torch.ones(2) * 4, "b": torch.ones(1)}
    assert {name: values.tolist() for name, values in averaged(one, other, 0.25).items()} == {"a": [1.0, 1.0], "b": [1.0]}
    with pytest.raises(ValueError, match="only one of the two has b"):
        averaged(one, {"a": torch.ones(2)}, 0.5)
