"""A released trunk comes back with the weights that were released."""

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("onnx", reason="onnx is of the extra [train]")


def test_a_release_restored_and_released_again_is_the_same(tmp_path: Path) -> None:
    from training.export import heads_of, manifest_of, trunk
    from training.restoring import constants, restored

    dice = np.random.default_rng(3)
    size, wide, layers, words = 128, 256, 2, 40

    def dense(name: str, outputs: int, inputs: int) -> dict[str, np.ndarray]:
        weight = dice.normal(size=(outputs, inputs)).astype(np.float32)
        return {f"{name}.weight": weight, f"{name}.bias": dice.normal(size=outputs).astype(np.float32)}

    state = dense("roles", 7, size) | dense("inner", 7, size) | dense("mentions", 12, size) | dense("vector", size, size)
    for name, labels in (("events", 35), ("actualities", 6), ("uses", 3)):
        state |= dense(f"wordwise.{name}", labels, size)
    state |= dense("stance.mix", 128, 4 * size) | dense("stance.out", 9, 128)
    state |= dense("links.as_head", 128, 2 * size) | dense("links.as_tail", 128, 2 * size) | dense("links.out", 1, 128)
    state |= dense("links.mix", 128, 3 * 128 + 14) | {"links.none": dice.normal(size=2 * size).astype(np.float32)}
    state["links.kind.weight"] = dice.normal(size=(2, 128)).astype(np.float32)
    for name, rows in (("word", words), ("position", 64), ("token_type", 2)):
        state[f"trunk.embeddings.{name}_embeddings.weight"] = dice.normal(size=(rows, size)).astype(np.float32)
    norms = ["trunk.embeddings.LayerNorm"]
    for n in range(layers):
        key = f"trunk.encoder.layer.{n}"
        norms += [f"{key}.attention.output.LayerNorm", f"{key}.output.LayerNorm"]
        for part in ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"):
            state |= dense(f"{key}.{part}", size, size)
        state |= dense(f"{key}.intermediate.dense", wide, size) | dense(f"{key}.output.dense", size, wide)
    for name in norms:
        state |= {f"{name}.weight": dice.normal(size=size).astype(np.float32), f"{name}.bias": dice.normal(size=size).astype(np.float32)}

    first, second = tmp_path / "first", tmp_path / "second"
    for folder, weights in ((first, state), (second, None)):
        folder.mkdir()
        given = weights if weights is not None else restored(first)[0]
        made = trunk(given, layers, 4, 1, small_words=True, careful=(0,))
        (folder / "trunk.onnx").write_bytes(made.SerializeToString())
        heads_of(given, folder)
        manifest_of(folder, {"trunk": {"narrow": 1}, "role_bias": [0.5] * 7} if weights is not None else {"trunk": {"narrow": 1}})
    ours, theirs = constants(first / "trunk.onnx"), constants(second / "trunk.onnx")
    assert ours.keys() == theirs.keys()
    for name, values in ours.items():
        assert np.allclose(values, theirs[name], atol=1e-6), name
    again, _ = restored(first)
    assert np.allclose(again["roles.bias"], state["roles.bias"] - 0.5)
    assert np.allclose(again["links.as_head.weight"], state["links.as_head.weight"])
