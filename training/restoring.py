"""The way back: a released trunk and its heads as a checkpoint to go on fitting from, so that no float32 checkpoint need be kept.

`python -m training.restoring release checkpoint.pt` writes what `python -m training --from checkpoint.pt` starts from.
Weights come back as int8 rounded them: exact where a run fits with `--rounded`, half a step off at most elsewhere.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import numpy_helper

from training.examples import WORDWISE
from training.export import BLOCK, State

TYPES = 2  # token types that the base knows; one is ever read
DENSE = {"mixed": "attention.output.dense", "wide": "intermediate.dense", "back": "output.dense"}
NORMS = {"read": "attention.output.LayerNorm", "out": "output.LayerNorm"}


def constants(path: Path) -> State:
    """The constants of an ONNX file by name."""
    return {t.name: numpy_helper.to_array(t) for t in onnx.load(path).graph.initializer}


def matrix(found: State, name: str) -> np.ndarray:
    """A weight [outputs, inputs] as float32, in whichever of the three ways of `training.export` it was written."""
    if f"{name}.w" in found and found[f"{name}.w"].dtype == np.uint8:  # MatMulNBits
        whole = found[f"{name}.w"].astype(np.float32) - 128
        rows, blocks, width = whole.shape
        if width != BLOCK:
            raise ValueError(f"{name}: blocks of {width} inputs; {BLOCK} are known")
        return (whole * found[f"{name}.scale"].reshape(rows, blocks, 1)).reshape(rows, blocks * width)
    if f"{name}.w_quantized" in found:
        zero = found[f"{name}.w_zero_point"].astype(np.float32)
        return ((found[f"{name}.w_quantized"].astype(np.float32) - zero) * found[f"{name}.w_scale"]).T
    return found[f"{name}.w"].astype(np.float32).T


def trunk_state(found: State) -> State:
    """The trunk's weights under the names that `transformers` gives them."""
    words = found["words.int8"].astype(np.float32) * found["words.scale"] if "words.int8" in found else found["words.table"]
    out = {
        "embeddings.word_embeddings.weight": words,
        "embeddings.position_embeddings.weight": found["positions"],
        "embeddings.token_type_embeddings.weight": np.zeros((TYPES, words.shape[1]), np.float32),  # it stands in the positions
        "embeddings.LayerNorm.weight": found["embedded.w"],
        "embeddings.LayerNorm.bias": found["embedded.b"],
    }
    for n in range(sum(name.endswith(".qkv.b") for name in found)):
        key = f"encoder.layer.{n}"
        joint, bias = np.split(matrix(found, f"l{n}.qkv"), 3), np.split(found[f"l{n}.qkv.b"], 3)
        for part, weight, constant in zip(("query", "key", "value"), joint, bias, strict=True):
            out |= {f"{key}.attention.self.{part}.weight": weight, f"{key}.attention.self.{part}.bias": constant}
        for short, name in DENSE.items():
            out |= {f"{key}.{name}.weight": matrix(found, f"l{n}.{short}"), f"{key}.{name}.bias": found[f"l{n}.{short}.b"]}
        for short, name in NORMS.items():
            out |= {f"{key}.{name}.weight": found[f"l{n}.{short}.w"], f"{key}.{name}.bias": found[f"l{n}.{short}.b"]}
    return {f"trunk.{name}": values for name, values in out.items()}


def head_state(release: Path, manifest: dict[str, Any]) -> State:
    """The heads' weights; biases that were added after fitting are taken off again."""
    out: State = {}
    for file, name in {"roles": "roles", "inner": "inner", "mentions": "mentions", "vector": "vector"}.items():
        out |= _dense(constants(release / f"{file}.onnx"), "scores", name)
    for name in WORDWISE:
        out |= _dense(constants(release / f"{name}.onnx"), "scores", f"wordwise.{name}")
    for name, added in (("roles", "role_bias"), ("inner", "inner_bias")):
        out[f"{name}.bias"] = out[f"{name}.bias"] - np.array(manifest.get(added, 0.0), np.float32)
    stance = constants(release / "stance.onnx")
    out |= _dense(stance, "mixed", "stance.mix") | _dense(stance, "scores", "stance.out")
    links = constants(release / "links.onnx")
    for short, name in {"as_head": "as_head", "as_tail": "as_tail", "mixed": "mix", "wide": "out"}.items():
        out |= _dense(links, short, f"links.{name}")
    return out | {"links.none": links["none"][0], "links.kind.weight": links["kinds"]}


def _dense(found: State, short: str, name: str) -> State:
    return {f"{name}.weight": matrix(found, short), f"{name}.bias": found[f"{short}.b"]}


def restored(release: Path) -> tuple[State, dict[str, Any]]:
    """All weights of a release folder, and its manifest."""
    manifest = json.loads((release / "manifest.json").read_text("utf-8"))
    return trunk_state(constants(release / "trunk.onnx")) | head_state(release, manifest), manifest


def main() -> None:
    """Write the checkpoint."""
    import torch

    parser = argparse.ArgumentParser(prog="python -m training.restoring", description=__doc__)
    parser.add_argument("release", type=Path)
    parser.add_argument("out", type=Path, help="the checkpoint.pt to write")
    options = parser.parse_args()
    state, manifest = restored(options.release)
    tensors = {name: torch.from_numpy(np.array(values, np.float32)) for name, values in state.items()}
    torch.save({"model": tensors, "narrow": manifest["trunk"]["narrow"]}, options.out)


if __name__ == "__main__":
    main()
