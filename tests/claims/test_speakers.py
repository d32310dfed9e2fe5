"""The speakers of made texts: who is meant by a description, a pronoun or a title, and on which side."""

import json
from pathlib import Path

import pytest

from sayso.claims import forms, lands
from sayso.claims.introductions import apposed_name
from sayso.claims.roster import prepared
from sayso.lexicon.language import lexicon
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
def test_a_land_s_military_is_its_army(claims_in, text, lang, name):
    claims = claims_in(text, lang, "talvenia-kestria")
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
def test_some_of_a_people_are_not_its_state(claims_in, text, lang, sided):
    claims = claims_in(text, lang, "ukraine-russia")
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


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        ("survivor, deckhand Josip Aren", "en", "Josip Aren"),
        ("vice-gouverneur de la province, Lasko Brenne", "fr", "Lasko Brenne"),
        ("mayor, a retired miner", "en", None),
        ("ministry, the General Staff", "en", None),
    ],
)
def test_a_name_after_a_comma_is_the_speakers(reader, pack, text, lang, name):
    view, _ = prepared(reader.reading(document(text, lang=lang)), lexicon(lang).cues, pack)
    found = apposed_name(view, 0, len(view))
    assert (view.span(*found).of(text) if found else None) == name


def test_how_somebody_was_heard_is_no_part_of_his_name(read):
    found = read("Un berger joint par téléphone jure que le bac a coulé.", lang="fr")[0]
    assert [who for who, _ in speakers(found)] == ["berger"]


def test_its_spokesman_is_no_plural_ones(read):
    text = (
        "Military bloggers said that the village was lost. The Sudmark General Staff said it held. Its spokesman said that units had left."
    )
    assert speakers(read(text, lang="en")[0])[-1][0] == "General Staff of Sudmark"
