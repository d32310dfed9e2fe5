"""Frozen layers are read once: what is kept of them leads to the same vectors as reading all layers anew."""

from pathlib import Path

import pytest
from tokenizers import Tokenizer

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

from training.examples import Tagged, examples  # noqa: E402
from training.fitting import collate  # noqa: E402
from training.lowered import Lowered  # noqa: E402
from training.model import Encoder  # noqa: E402

TOKENIZER = Path(__file__).resolve().parents[2] / "src" / "sayso" / "readers" / "weights" / "tokenizer.json"


@pytest.mark.parametrize("frozen", [1, 2, 3])
def test_kept_vectors_lead_to_the_same_vectors_above(frozen: int) -> None:
    torch.manual_seed(3)
    sizes = {"hidden_size": 32, "num_hidden_layers": 4, "num_attention_heads": 4, "intermediate_size": 64}
    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    trunk = transformers.BertModel(transformers.BertConfig(vocab_size=tokenizer.get_vocab_size(), **sizes), add_pooling_layer=False)
    model = Encoder(trunk, 32, narrow=2)
    texts = ("The mayor of Velin said that two bridges were down.", "Двое раненых, сообщили в ведомстве.")
    items = examples([Tagged(id=str(i), text=text, claims=[], mentions=[]) for i, text in enumerate(texts)], tokenizer)
    batch = collate(items, "cpu")
    lowered = Lowered(model.train(), frozen, "cpu")
    below = [lowered.vectors(items, batch) for _ in range(2)]
    assert model.training
    assert torch.equal(*below)
    model.eval()
    with torch.no_grad():
        whole = model.hidden(batch["ids"], batch["mask"], batch["kept"], batch["there"])
        above = model.hidden(batch["ids"], batch["mask"], batch["kept"], batch["there"], below[0], start=frozen)
    there = batch["there"].bool()
    assert (whole - above)[there].abs().max() < 0.02 < whole[there].abs().max()
