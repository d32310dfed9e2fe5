"""The cases of tests/cases/text."""

import json
from itertools import combinations
from pathlib import Path

import pytest

from sayso.text.folding import fold, skeletons
from sayso.text.quotes import quotations
from sayso.text.sentences import sentences
from sayso.text.stems import stem
from sayso.text.words import words

CASES = Path(__file__).resolve().parents[1] / "cases" / "text"


def cases(name: str):
    return [pytest.param(case, id=case["label"]) for case in json.loads((CASES / f"{name}.json").read_text("utf-8"))]


@pytest.mark.parametrize("case", cases("quotes"))
def test_quotations_are_found_with_their_ends(case):
    assert [[q.inner.of(case["text"]), q.closed] for q in quotations(case["text"], case.get("lang"))] == case["expect"], case["why"]


@pytest.mark.parametrize("case", cases("words"))
def test_words_are_told_apart(case):
    assert [span.of(case["text"]) for span in words(case["text"])] == case["expect"], case["why"]


@pytest.mark.parametrize("case", cases("sentences"))
def test_sentences_end_where_they_end(case):
    assert [span.of(case["text"]) for span in sentences(case["text"])] == case["expect"], case["why"]


@pytest.mark.parametrize("case", [case for case in cases("spellings") if "same" in case.values[0]])
def test_spellings_of_one_name_share_a_key(case):
    first = fold(next(name for name in case["same"] if any("Ѐ" <= ch <= "ӿ" for ch in name)))
    assert [name for name in case["same"] if first not in skeletons(name)] == [], case["why"]


@pytest.mark.parametrize("case", [case for case in cases("spellings") if "differ" in case.values[0]])
def test_other_names_share_no_key(case):
    assert [(a, b) for a, b in combinations(case["differ"], 2) if set(skeletons(a)) & set(skeletons(b))] == [], case["why"]


@pytest.mark.parametrize(
    "case", json.loads((CASES / "stems.json").read_text("utf-8")), ids=lambda case: (case.get("same") or case["differ"])[0]
)
def test_the_forms_of_a_word_share_a_stem_and_other_names_do_not(case):
    if "same" in case:
        assert len({stem(word, case["lang"]) for word in case["same"]}) == 1
    else:
        assert len({stem(word, case["lang"]) for word in case["differ"]}) == len(case["differ"])
