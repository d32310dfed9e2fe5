"""The release: trunk and heads as ONNX files, int8 where it saves, with manifest and card."""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.examples import KINDS, ROLES, STANCES, WORDWISE

OPSET = 20
BLOCK = 128  # inputs that share one scale where a product is rounded block by block
State = dict[str, np.ndarray]


class Graph:
    """An ONNX graph that is written down node by node."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def put(self, name: str, values: np.ndarray) -> str:
        """A constant; its name comes back."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def do(self, kind: str, inputs: list[str], name: str, **attributes: int | float | str) -> str:
        """A node with one output; the output's name comes back."""
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **attributes))
        return name

    def dense(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """x @ weight.T + bias, as torch's Linear keeps its weight."""
        product = self.do("MatMul", [x, self.put(f"{name}.w", weight.T.astype(np.float32))], f"{name}.product")
        return self.do("Add", [product, self.put(f"{name}.b", bias.astype(np.float32))], name)

    def blockwise(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """The same with int8 weights, and activations, that have a scale for every BLOCK inputs and not one for all."""
        rows, width = weight.shape
        blocks = weight.astype(np.float32).reshape(rows, width // BLOCK, BLOCK)
        scale = np.maximum(np.abs(blocks).max(-1, keepdims=True), 1e-9) / 127
        whole = (np.round(blocks / scale) + 128).astype(np.uint8)
        inputs = [x, self.put(f"{name}.w", whole), self.put(f"{name}.scale", scale.astype(np.float32).reshape(-1))]
        sizes = {"K": width, "N": rows, "bits": 8, "block_size": BLOCK, "accuracy_level": 4}
        product = self.do("MatMulNBits", inputs, f"{name}.product", domain="com.microsoft", **sizes)
        return self.do("Add", [product, self.put(f"{name}.b", bias.astype(np.float32))], name)

    def model(self, inputs: list[tuple[str, int, list[Any]]], output: tuple[str, list[Any]]) -> onnx.ModelProto:
        """The finished model."""
        graph = helper.make_graph(
            self.nodes,
            "sayso",
            [helper.make_tensor_value_info(*i) for i in inputs],
            [helper.make_tensor_value_info(output[0], TensorProto.FLOAT, output[1])],
            self.constants,
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
        made = helper.make_model(graph, opset_imports=opsets, producer_name="sayso training")
        made.ir_version = 10
        return made


def trunk(state: State, layers: int, heads: int, narrow: int, *, small_words: bool, careful: tuple[int, ...] = ()) -> onnx.ModelProto:
    """ids [passages, tokens], kept [1 + words] -> hidden [passages, 1 + words, hidden]; no mask: passages are read unpadded.

    Layers from number `narrow` on read only the tokens `kept`. With `small_words` the word vectors are int8 with one scale a row, which
    costs nothing measurable. The last product of the layers in `careful` is rounded block by block: what comes out of the GELU has
    outliers that one scale for all cannot hold.
    """
    g = Graph()
    words = state["trunk.embeddings.word_embeddings.weight"]
    if small_words:
        scale = np.maximum(np.abs(words).max(1, keepdims=True), 1e-9) / 127
        g.put("words.int8", np.round(words / scale).astype(np.int8))
        rows = g.do("Gather", [g.constants[-1].name, "ids"], "words.rows")
        rows = g.do("Cast", [rows], "words.float", to=TensorProto.FLOAT)
        scales = g.do("Gather", [g.put("words.scale", scale.astype(np.float32)), "ids"], "words.scales")
        x = g.do("Mul", [rows, scales], "words")
    else:
        x = g.do("Gather", [g.put("words.table", words), "ids"], "words")
    where = state["trunk.embeddings.position_embeddings.weight"] + state["trunk.embeddings.token_type_embeddings.weight"][:1]
    shape = g.do("Shape", ["ids"], "tokens", start=1, end=2)
    g.put("zero", np.array([0], np.int64))
    place = g.do("Slice", [g.put("positions", where.astype(np.float32)), "zero", shape, "zero"], "places")
    x = g.do("Add", [x, place], "placed")

    def norm(y: str, name: str, key: str) -> str:
        inputs = [y, g.put(f"{name}.w", state[f"{key}.weight"]), g.put(f"{name}.b", state[f"{key}.bias"])]
        return g.do("LayerNormalization", inputs, name, axis=-1, epsilon=1e-12)

    x = norm(x, "embedded", "trunk.embeddings.LayerNorm")
    for n in range(layers):
        if n == narrow:
            x = g.do("Gather", [x, "kept"], "narrowed", axis=1)
        key = f"trunk.encoder.layer.{n}."
        parts = [f"{key}attention.self.{p}" for p in ("query", "key", "value")]
        weight = np.concatenate([state[f"{p}.weight"] for p in parts])
        joint = g.dense(x, f"l{n}.qkv", weight, np.concatenate([state[f"{p}.bias"] for p in parts]))
        names = [f"l{n}.{p}" for p in "qkv"]
        g.nodes.append(helper.make_node("Split", [joint], names, name=f"l{n}.split", axis=-1, num_outputs=3))
        seen = g.do("MultiHeadAttention", names, f"l{n}.seen", domain="com.microsoft", num_heads=heads)
        mixed = g.dense(seen, f"l{n}.mixed", state[f"{key}attention.output.dense.weight"], state[f"{key}attention.output.dense.bias"])
        x = norm(g.do("Add", [mixed, x], f"l{n}.with"), f"l{n}.read", f"{key}attention.output.LayerNorm")
        wide = g.dense(x, f"l{n}.wide", state[f"{key}intermediate.dense.weight"], state[f"{key}intermediate.dense.bias"])
        wide = g.do("Gelu", [wide], f"l{n}.gelu")
        dense = g.blockwise if n in careful else g.dense
        back = dense(wide, f"l{n}.back", state[f"{key}output.dense.weight"], state[f"{key}output.dense.bias"])
        x = norm(g.do("Add", [back, x], f"l{n}.sum"), f"l{n}.out", f"{key}output.LayerNorm")
    if narrow == layers:
        g.do("Gather", [x, "kept"], "hidden", axis=1)
    else:
        g.do("Identity", [x], "hidden")
    size = words.shape[1]
    inputs: list[tuple[str, int, list[Any]]] = [("ids", TensorProto.INT64, ["passages", "tokens"]), ("kept", TensorProto.INT64, ["kept"])]
    return g.model(inputs, ("hidden", ["passages", "kept", size]))


def linear(state: State, name: str, feed: str) -> onnx.ModelProto:
    """A head that is one matrix: [rows, hidden] -> [rows, labels]."""
    g = Graph()
    weight = state[f"{name}.weight"]
    g.dense(feed, "scores", weight, state[f"{name}.bias"])
    return g.model([(feed, TensorProto.FLOAT, ["rows", weight.shape[1]])], ("scores", ["rows", weight.shape[0]]))


def links(state: State) -> onnx.ModelProto:
    """The pair scorer; span number `spans` stands for none."""
    g = Graph()
    hidden = state["links.none"].shape[0] // 2
    spans = g.do("Concat", ["first", "last"], "ends", axis=-1)
    spans = g.do("Concat", [spans, g.put("none", state["links.none"][None])], "spans", axis=0)
    sides = []
    for side, index in (("as_head", "head"), ("as_tail", "tail")):
        view = g.dense(spans, side, state[f"links.{side}.weight"], state[f"links.{side}.bias"])
        sides.append(g.do("Gather", [g.do("Gelu", [view], f"{side}.gelu"), index], f"{side}.rows", axis=0))
    both = g.do("Mul", sides, "both")
    row = g.do("Concat", [*sides, both, "features"], "row", axis=-1)
    mixed = g.dense(row, "mixed", state["links.mix.weight"], state["links.mix.bias"])
    kinds = g.do("Gather", [g.put("kinds", state["links.kind.weight"]), "kind"], "kinds.rows", axis=0)
    mixed = g.do("Gelu", [g.do("Add", [mixed, kinds], "kinded")], "mixed.gelu")
    wide = g.dense(mixed, "wide", state["links.out.weight"], state["links.out.bias"])
    g.do("Squeeze", [wide, g.put("last.axis", np.array([-1], np.int64))], "scores")
    width = state["links.mix.weight"].shape[1] - 3 * state["links.as_head.weight"].shape[0]
    inputs = [("first", TensorProto.FLOAT, ["spans", hidden]), ("last", TensorProto.FLOAT, ["spans", hidden])]
    inputs += [(name, TensorProto.INT64, ["pairs"]) for name in ("head", "tail", "kind")]
    inputs.append(("features", TensorProto.FLOAT, ["pairs", width]))
    return g.model(inputs, ("scores", ["pairs"]))


def stance(state: State) -> onnx.ModelProto:
    """The scorer of stances: vectors of the words where cue and content begin and end, one after the other."""
    g = Graph()
    mixed = g.dense("ends", "mixed", state["stance.mix.weight"], state["stance.mix.bias"])
    wide = state["stance.out.weight"]
    g.dense(g.do("Gelu", [mixed], "mixed.gelu"), "scores", wide, state["stance.out.bias"])
    inputs = [("ends", TensorProto.FLOAT, ["claims", state["stance.mix.weight"].shape[1]])]
    return g.model(inputs, ("scores", ["claims", wide.shape[0]]))


def state_of(checkpoint: Path) -> tuple[State, int]:
    """The weights of a checkpoint in float32, and the layer from which on only the first tokens of words are read."""
    import torch

    saved = torch.load(checkpoint, map_location="cpu", weights_only=True)
    return {name: values.float().numpy() for name, values in saved["model"].items()}, saved["narrow"]


def release(
    state: State,
    narrow: int,
    base: Path,
    out: Path,
    facts: dict[str, Any],
    *,
    int8: bool,
    reduce_range: bool = True,
    careful: tuple[int, ...] = (),
) -> None:
    """Write the ONNX files, the tokenizer and the manifest under `out`."""
    config = json.loads((base / "config.json").read_text("utf-8"))
    out.mkdir(parents=True, exist_ok=True)
    layers, heads = config["num_hidden_layers"], config["num_attention_heads"]
    made = trunk(state, layers, heads, narrow, small_words=int8, careful=careful if int8 else ())
    onnx.checker.check_model(made)
    if int8:
        with tempfile.TemporaryDirectory() as folder:
            plain = Path(folder) / "trunk.onnx"
            onnx.save(made, plain)
            quantize_dynamic(
                plain, out / "trunk.onnx", op_types_to_quantize=["MatMul"], per_channel=True, reduce_range=reduce_range,
                weight_type=QuantType.QInt8,
                extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
            )  # fmt: skip
    else:
        onnx.save(made, out / "trunk.onnx")
    heads_of(state, out)
    shutil.copyfile(base / "tokenizer.json", out / "tokenizer.json")
    manifest_of(out, facts | {"labels": labels()})


def labels() -> dict[str, list[str]]:
    """What the columns of each head stand for, as the reader of a release wants to know."""
    tagged = {"roles": ROLES, "inner": ROLES, "mentions": KINDS, "stance": STANCES}
    return {head: list(names) for head, names in (tagged | WORDWISE).items()}


def heads_of(state: State, out: Path) -> None:
    """Write each small head as a file of its own, so that it can be fitted again without the trunk."""
    for name in ("roles", "inner", "mentions"):
        onnx.save(linear(state, name, "words"), out / f"{name}.onnx")
    for name in WORDWISE:
        onnx.save(linear(state, f"wordwise.{name}", "words"), out / f"{name}.onnx")
    onnx.save(linear(state, "vector", "pooled"), out / "vector.onnx")
    onnx.save(links(state), out / "links.onnx")
    onnx.save(stance(state), out / "stance.onnx")


def manifest_of(out: Path, facts: dict[str, Any]) -> None:
    """Write manifest.json: the facts, and every file with its hash and size."""
    files = {}
    for path in sorted(out.iterdir()):
        if path.suffix == ".onnx" or path.name == "tokenizer.json":
            raw = path.read_bytes()
            files[path.name] = {"sha256": hashlib.sha256(raw).hexdigest(), "bytes": len(raw)}
    (out / "manifest.json").write_text(json.dumps(facts | {"files": files}, indent=1, ensure_ascii=False) + "\n", "utf-8")


def main() -> None:
    """Export a checkpoint."""
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--float", dest="plain", action="store_true", help="float32 instead of int8")
    parser.add_argument("--eight-bits", action="store_true", help="weights of 8 bits, which saturate on processors without VNNI, not of 7")
    parser.add_argument(
        "--careful", default="0,1,2,3,4,5", help="layers whose last product is rounded block by block: one scale for all hurts most there"
    )
    parser.add_argument("--facts", type=Path, help="JSON to put into the manifest: name, version, licence, labels, measured scores")
    options = parser.parse_args()
    state, narrow = state_of(options.checkpoint)
    facts = json.loads(options.facts.read_text("utf-8")) if options.facts else {}
    careful = tuple(int(n) for n in options.careful.split(",") if n)
    release(state, narrow, options.base, options.out, facts, int8=not options.plain, reduce_range=not options.eight_bits, careful=careful)


if __name__ == "__main__":
    main()
