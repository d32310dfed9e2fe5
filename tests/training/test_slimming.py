"""Inner units that carry nothing are the ones that go, and a slim checkpoint gives its layers their width."""

from pathlib import Path

import pytest
from tokenizers import Tokenizer

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

from training.examples import Tagged, examples  # noqa: E402
from training.fitting import collate  # noqa: E402
from training.model import Encoder  # noqa: E402
from training.slimming import carried, shaped, slim  # noqa: E402

TOKENIZER = Path(__file__).resolve().parents[2] / "src" / "sayso" / "readers" / "weights" / "tokenizer.json"
WIDE, SLIM = 64, 24


@pytest.fixture
def batch():
    texts = ("The mayor of Velin said that two bridges were down.", "Двое раненых, сообщили в ведомстве.")
    items = [Tagged(id=str(i), text=text, claims=[], mentions=[]) for i, text in enumerate(texts)]
    return collate(examples(items, Tokenizer.from_file(str(TOKENIZER))), "cpu")


def encoder():
    torch.manual_seed(3)
    sizes = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": WIDE}
    words = Tokenizer.from_file(str(TOKENIZER)).get_vocab_size()
    trunk = transformers.BertModel(transformers.BertConfig(vocab_size=words, **sizes), add_pooling_layer=False)
    return Encoder(trunk, 32, narrow=1).eval()


def read(model, batch):
    with torch.no_grad():
        return model.hidden(batch["ids"], batch["mask"], batch["kept"], batch["there"])


def test_units_that_add_nothing_go_and_the_vectors_stay(batch) -> None:
    model = encoder()
    kept = torch.randperm(WIDE)[:SLIM]
    for layer in model.trunk.encoder.layer:
        silent = torch.ones(WIDE, dtype=torch.bool)
        silent[kept] = False
        with torch.no_grad():
            layer.output.dense.weight[:, silent] = 0
    before = read(model, batch)
    slim(model, SLIM, carried(model, [batch]))
    assert [layer.intermediate.dense.out_features for layer in model.trunk.encoder.layer] == [SLIM, SLIM]
    assert torch.allclose(before, read(model, batch), atol=1e-5)


def test_what_carries_is_missed_when_it_goes(batch) -> None:
    model = encoder()
    before = read(model, batch)
    slim(model, SLIM, [-strength for strength in carried(model, [batch])])
    assert not torch.allclose(before, read(model, batch), atol=1e-3)


def test_a_slim_checkpoint_shapes_the_layers_that_take_it(batch) -> None:
    model, other = encoder(), encoder()
    slim(model, SLIM, carried(model, [batch]))
    state = model.state_dict()
    shaped(other, state)
    other.load_state_dict(state)
    assert torch.equal(read(model, batch), read(other, batch))
