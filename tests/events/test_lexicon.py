"""The number, unit, trigger and kind data: every rule has an example that it matches."""

import pytest

from sayso.events.view import view
from sayso.lexicon.kinds import compatible, entry_of, kinds
from sayso.lexicon.numbers import number_book
from sayso.lexicon.phrases import PhraseBook, fold, parts
from sayso.lexicon.rows import packaged
from sayso.lexicon.triggers import families, trigger_book
from sayso.lexicon.units import unit_book
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.document import document
from sayso.record.event import Kind
from sayso.text.words import words

READER = PlainReader(morphology=Morphology())
LANGUAGES = ("en", "ru", "uk", "fr")


def forms(text: str) -> list[str]:
    return [fold(piece) for span in words(text) for piece in parts(span.of(text))]


def unmatched(lang: str, rows) -> list[str]:
    missed = []
    for row in rows:
        says = row["say"] if isinstance(row["say"], list) else [row["say"]]
        book = PhraseBook.of(lang, [(say, row["example"]) for say in says])
        read = view(READER.reading(document(row["example"], lang=lang)), lang)
        if not book.find(read.forms, read.lemmas, [0] * len(read)):
            missed.append(f"{lang}: {says[:3]} does not match {row['example']!r}")
    return missed


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("file", ["numbers", "units", "triggers"])
def test_every_rule_matches_its_example(lang, file):
    assert unmatched(lang, packaged(f"sayso.lexicon.data.{lang}", f"{file}.jsonl")) == []


def test_the_shared_designations_match_their_examples():
    assert unmatched("en", packaged("sayso.lexicon.data", "units.jsonl")) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_has_triggers_in_every_language(lang):
    rows = packaged(f"sayso.lexicon.data.{lang}", "triggers.jsonl")
    named = {Kind(row["kind"]) for row in rows if "kind" in row}
    for row in rows:
        if "family" in row:
            family = families()[row["family"]]
            named |= {kind for _, kind in family.by} | ({family.otherwise} if family.otherwise else set())
    assert named == set(Kind)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_books_of_a_language_load(lang):
    assert number_book(lang).lang == unit_book(lang).lang == trigger_book(lang).lang == lang


def test_every_kind_has_an_entry():
    assert [entry.kind for entry in kinds()] == list(Kind)
    assert all(entry.description and entry.note is not None for entry in kinds())


def test_compatibility_is_the_same_either_way_round():
    assert all(compatible(a, b) == compatible(b, a) for a in Kind for b in Kind)
    assert all(compatible(a, a) for a in Kind)


def test_a_loss_tally_goes_with_no_incident():
    assert not any(compatible(Kind.TALLY, other) for other in Kind if other is not Kind.TALLY)


def test_a_loss_tally_is_no_event_of_another_scheme():
    entry = entry_of(Kind.TALLY)
    assert entry.acled is entry.ucdp is entry.plover is None


def test_a_phrase_may_have_gaps_alternatives_and_missing_words():
    book = PhraseBook.of("en", [("fired ~2 rocket@|missile@ ?at", "x")])
    for text, met in (("fired two old rockets at us", 5), ("fired missiles", 2), ("fired three of the missiles", 0)):
        found = forms(text)
        assert [m.last for m in book.find(found, [""] * len(found), [0] * len(found))] == ([met] if met else [])


def test_a_phrase_does_not_run_over_two_sentences():
    book = PhraseBook.of("en", [("fired ~2 rockets", "x")])
    assert book.find(["fired", "rockets"], ["", ""], [0, 1]) == []


def test_a_phrase_cannot_begin_with_a_gap():
    with pytest.raises(ValueError, match="must begin with a word"):
        PhraseBook.of("en", [("~2 rockets", "x")])
