"""Passages, tags, pairs and joining of the encoder, without its weights."""

import random
import re

import numpy as np
import pytest
from tokenizers import Tokenizer, models, pre_tokenizers, processors

from sayso.readers.pairs import WIDTH, pair_features, signs
from sayso.readers.passages import WORD, pack, unglued
from sayso.readers.tagging import best_tags, log_softmax, tagged_spans
from sayso.record.reading import RoleSpan
from sayso.text.span import Span


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    letters = "abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщыьэюяіїє0123456789.,!?\"«»“”'’—-:;()…"
    pieces = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -2.0)]
    pieces += [(c, -3.0) for c in letters] + [("▁" + c, -2.5) for c in letters]
    made = Tokenizer(models.Unigram(pieces, unk_id=3))
    made.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    made.post_processor = processors.TemplateProcessing(single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)])
    return made


def test_every_word_of_a_text_lies_in_exactly_one_passage(tokenizer: Tokenizer) -> None:
    dice = random.Random(7)
    for _ in range(60):
        text = "".join(dice.choice("abc где  \n\"«».,!?…’'—1") for _ in range(dice.randint(0, 900)))
        found = [tuple(int(x) for x in word) for passage in pack(text, tokenizer, limit=64) for word in passage.words]
        assert found == list(unglued(text, 0, len(text)))


def test_no_passage_is_longer_than_the_limit(tokenizer: Tokenizer) -> None:
    text = "Слово за слово. " * 400
    passages = pack(text, tokenizer, limit=128)
    assert len(passages) > 10
    assert max(len(p.ids) for p in passages) <= 128


def test_a_passage_ends_with_its_sentence_where_it_can(tokenizer: Tokenizer) -> None:
    text = "one two three four five. " * 60
    for passage in pack(text, tokenizer, limit=100):
        assert text[passage.start : passage.end].rstrip().endswith(".")


@pytest.mark.parametrize("text", ["", " \n\t", "\u200b"])
def test_a_text_without_a_word_has_no_words(text: str, tokenizer: Tokenizer) -> None:
    assert sum(len(p.words) for p in pack(text, tokenizer) if text.strip() == "") == 0


@pytest.mark.parametrize(
    "text", ['"' * 10_000, "." * 200_000, 'a."' * 30_000, "x" * 300_000, "слово " * 100_000, "a," * 30_000, "forcesThe" * 3_000]
)
def test_a_hostile_line_is_packed_in_bounded_time(text: str, tokenizer: Tokenizer) -> None:
    assert all(len(p.ids) <= 256 for p in pack(text, tokenizer))


def test_a_french_elision_is_a_word_of_its_own() -> None:
    assert WORD.findall("l’armée qu'il a п'ять don't") == ["l’", "armée", "qu'", "il", "a", "п'ять", "don't"]


def test_inside_never_follows_outside() -> None:
    scores = np.random.default_rng(3).normal(size=(20, 50, 7))
    for tags in best_tags(log_softmax(scores)):
        before = 0
        for tag in tags:
            if tag and tag % 2 == 0:
                assert before in (tag - 1, tag)
            before = tag


def _likeliest(shares: list[list[float]]) -> list[int]:
    """The best legal tags, found by trying every tag before every other."""
    best = [(share if tag == 0 or tag % 2 else -1e9, [tag]) for tag, share in enumerate(shares[0])]
    for row in shares[1:]:
        ways = [[(score, tags) for score, tags in best if tag == 0 or tag % 2 or tags[-1] in (tag - 1, tag)] for tag in range(len(row))]
        best = [(max(some)[0] + row[tag], [*max(some)[1], tag]) for tag, some in enumerate(ways)]
    return max(best)[1]


@pytest.mark.parametrize("spread", [0.5, 2.0, 6.0])
@pytest.mark.parametrize("tags", [3, 7])
def test_the_tags_are_the_likeliest_legal_ones(spread: float, tags: int) -> None:
    draw = np.random.default_rng(11)
    scores = spread * draw.normal(size=(40, 30, tags))
    scores[..., 0] += spread  # most words are outside
    shares = log_softmax(scores)
    found = best_tags(shares)
    assert found.tolist() == [_likeliest(rows) for rows in shares.tolist()]
    assert (found != shares.argmax(-1)).any()


def test_no_words_have_no_tags() -> None:
    assert best_tags(np.zeros((2, 0, 3))).shape == (2, 0)


def test_spans_carry_kind_and_words() -> None:
    shares = log_softmax(np.zeros((5, 7)))
    assert [s[:3] for s in tagged_spans(np.array([1, 2, 0, 5, 6]), shares)] == [(0, 0, 1), (2, 3, 4)]


def test_features_tell_the_side_on_which_a_source_stands() -> None:
    text = "Anna said it, Boris wrote"
    words = np.array([m.span() for m in WORD.finditer(text)])
    made = pair_features(signs(text, words), [(1, 1)], [(0, 0), (4, 4)], {"cue": [(1, 1)], "source": [(0, 0), (4, 4)]})
    assert made.shape == (1, 2, WIDTH)
    assert made[0, 0, 0] == 1.0
    assert made[0, 1, 0] == -1.0
    assert made[0, 0, 1] == 0.0
    assert made[0, :, 7].tolist() == [0.0, 1.0]  # the comma
    assert made[0, 1, 1] > 0


def _role(role: str, start: int, end: int) -> RoleSpan:
    return RoleSpan(role=role, span=Span(start, end), score=0.9)


def test_words_that_were_glued_are_read_as_two() -> None:
    text = "was joined byAFP This morning"
    assert [text[a:b] for a, b in unglued(text, 0, len(text))] == ["was", "joined", "by", "AFP", "This", "morning"]


@pytest.mark.parametrize(
    "text", ["the forcesThe unit said", "roofs were lost,the mayor said", "«мост цел»сказал мэр", "was joined byAFP This"]
)
def test_glued_words_are_read_with_a_blank_and_keep_their_places(text: str, tokenizer: Tokenizer) -> None:
    spaced = re.sub(r"(?<=forces)|(?<=lost,)|(?<=»)(?=с)|(?<=by)(?=A)", " ", text)
    (glued,), (apart,) = pack(text, tokenizer), pack(spaced, tokenizer)
    assert glued.ids.tolist() == apart.ids.tolist()
    assert [text[a:b] for a, b in glued.words] == [spaced[a:b] for a, b in apart.words]


def test_a_text_without_glued_words_is_read_as_it_is(tokenizer: Tokenizer) -> None:
    text = "McDonald wrote, and the 3,000 said: “no”."
    assert pack(text, tokenizer)[0].ids.tolist() == tokenizer.encode(text).ids
