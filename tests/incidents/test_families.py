"""Families: reprints and near-copies."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import read_document

from sayso.incidents.families import families
from sayso.record.document import document

CASES = json.loads((Path(__file__).parents[1] / "cases" / "incidents" / "families.json").read_text("utf-8"))


def sets(found, documents):
    at = {made.id: i for i, (made, _) in enumerate(documents)}
    return sorted(sorted(at[name] for name in family.documents) for family in found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_copies_are_families_and_other_texts_are_not(case):
    documents = [read_document(row) for row in case["documents"]]
    assert sets(families(documents), documents) == sorted(case["expect"]), case["why"]


@given(st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_the_order_of_documents_changes_no_family(rand: random.Random):
    documents = [read_document(row) for case in CASES for row in case["documents"]]
    expected = families(documents)
    rand.shuffle(documents)
    assert families(documents) == expected


def test_an_unrelated_document_changes_no_other_family():
    documents = [read_document(row) for case in CASES for row in case["documents"]]
    more = (document("Quarterly wheat prices rose by a tenth on the inland exchanges.", outlet="Market Day"), "en")
    before, after = families(documents), families([*documents, more])
    assert set(before) == {family for family in after if family.documents != (more[0].id,)}


def test_thirty_reprints_are_one_family():
    text = (
        "The governor said that the bridge over the Talitsa was closed after shelling, and that repair crews would start on Monday morning."
    )
    documents = [(document(text + f" ({i} Gazette)".replace(str(i), "x" * i), outlet=f"paper {i}"), "en") for i in range(30)]
    (family,) = families(documents)
    assert len(family.documents) == 30
    assert family.reasons


@given(st.lists(st.text(max_size=200), max_size=6))
@settings(max_examples=40, deadline=None)
def test_every_document_stands_in_one_family_whatever_its_text(texts):
    documents = [(document(text, outlet=str(i)), None) for i, text in enumerate(texts)]
    found = families(documents)
    assert sorted(name for family in found for name in family.documents) == sorted(made.id for made, _ in documents)


def test_a_line_of_a_million_characters_is_read_in_bounded_time():
    long = document("слово " * 170_000, outlet="A")
    assert len(families([(long, "ru"), (document("other words here", outlet="B"), "en")])) == 2
