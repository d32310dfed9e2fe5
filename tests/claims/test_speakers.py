"""The speakers of made texts: who is meant by a description, a pronoun or a title, and on which side."""

import json
from pathlib import Path

import pytest

from sayso.claims import forms, lands
from sayso.claims.attribute import attribute
from sayso.claims.names import names
from sayso.lexicon.language import lexicon
from sayso.lexicon.loading import built_in
from sayso.record.claim import Attribution
from sayso.record.document import document

CASES = json.loads((Path(__file__).parents[1] / "cases" / "claims" / "speakers.json").read_text("utf-8"))


def speakers(claims):
    """Name, or names of members, and side of each explicit claim's speaker."""
    said = [claim.speaker for claim in claims if claim.attribution is Attribution.EXPLICIT]
    return [(who and ([m.name for m in who.members] or who.name), who and who.side) for who in said]


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_a_source_is_resolved_to_whom_a_reader_takes_it_for(read, case):
    claims, _ = read(case["text"], lang=case["lang"], outlet=case.get("outlet"))
    assert speakers(claims) == [tuple(one) for one in case["expect"]]


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        ("The Talvenian military said that two bridges had been destroyed.", "en", "Talvenian army"),
        ("Soldiers in Halmora said that two bridges had been destroyed.", "en", "Talvenian army"),
        ("Les militaires de Halmora affirment que deux ponts ont été détruits.", "fr", "Talvenian army"),
        ("Хальморские военные заявили, что мост цел.", "ru", "Talvenian army"),
        ("Гальморські військові заявили, що міст цілий.", "uk", "Talvenian army"),
        ("The Talvenian police said that two bridges had been destroyed.", "en", "Talvenian police"),
    ],
)
def test_a_land_s_military_is_its_army(reader, text, lang, name):
    reading, book, own = reader.reading(document(text, lang=lang)), lexicon(lang), built_in("talvenia-kestria")
    claims = attribute(reading, names(reading, book, own), book, own)
    assert [who for who, _ in speakers(claims)] == [name]


@pytest.mark.parametrize(
    ("text", "lang", "sided"),
    [
        ("Armed Russians said they had crossed the river.", "en", False),
        ("The Russians said they had crossed the river.", "en", True),
        ("Russian drivers said they had crossed the river.", "en", True),
        ("Les Russes ont affirmé avoir franchi la rivière.", "fr", True),
        ("Вооружённые россияне заявили, что перешли реку.", "ru", False),
        ("Россияне заявили, что перешли реку.", "ru", True),
        ("Озброєні росіяни заявили, що перейшли річку.", "uk", False),
        ("Росіяни заявили, що перейшли річку.", "uk", True),
    ],
)
def test_some_of_a_people_are_not_its_state(reader, text, lang, sided):
    reading, book, own = reader.reading(document(text, lang=lang)), lexicon(lang), built_in("ukraine-russia")
    claims = attribute(reading, names(reading, book, own), book, own)
    assert [side is not None for _, side in speakers(claims)] == [sided]


@pytest.mark.parametrize(
    ("word", "name", "lang", "met"),
    [
        ("норландского", "норландия", "ru", True),
        ("норландцы", "норландия", "ru", True),
        ("norlandais", "norland", "fr", True),
        ("norlander", "norland", "en", False),
        ("долина", "дол", "ru", False),
    ],
)
def test_a_land_is_known_by_its_case_forms_and_adjectives(word, name, lang, met):
    assert lands.formed(word, name, lang) is met


def test_a_plural_and_an_adjective_agree_in_the_nominative():
    assert forms._plural("мешканець", "uk") == "мешканці"
    assert forms._adjective("местный", "f", "ru") == "местная"
