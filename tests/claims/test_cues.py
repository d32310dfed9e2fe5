"""The cue books: every rule has an example, every example its rule."""

import pytest

from sayso.errors import DataError
from sayso.lexicon.cues import CueBook, Frame, Through, book_of, cue_book, fold, match
from sayso.record.claim import Stance
from sayso.text.words import words

LANGUAGES = ("en", "ru", "uk", "fr")
LEAST = {"en": 150, "ru": 150, "uk": 120, "fr": 100}


def pieces(book: CueBook, text: str) -> list[str]:
    """The words as the claims stage sees them: without the hyphens of French inversions."""
    return [word for span in words(text) if (word := fold(span.of(text))) not in ("-", "-t-") or book.lang != "fr"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_cue_matches_its_example(lang):
    book = cue_book(lang)
    for rule in book.cues:
        found = pieces(book, rule.example)
        assert any(match(rule.items, at, found, found) for at in range(len(found))), (rule.id, rule.example)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_relay_construction_matches_its_example(lang):
    book = cue_book(lang)
    for rule in book.relays:
        found = pieces(book, rule.example)
        assert any(match(rule.items, at, found, found) for at in range(len(found))), (rule.id, rule.example)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_cues_of_all_stances_and_frames(lang):
    book = cue_book(lang)
    assert len(book.cues) >= LEAST[lang]
    assert {stance for rule in book.cues for stance in rule.stances} == set(Stance)
    assert {rule.frame for rule in book.cues} >= {Frame.VERB, Frame.BY, Frame.NOUN, Frame.IMPERSONAL}
    assert {rule.through for rule in book.relays} == set(Through)


def test_the_languages_know_the_same_word_classes():
    classes = [set(cue_book(lang).classes) for lang in LANGUAGES]
    assert all(one == classes[0] for one in classes)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_cue_is_found_through_the_book(lang):
    book = cue_book(lang)
    for rule in book.cues:
        found = pieces(book, rule.example)
        met = {one.id for at in range(len(found)) for one in [book.cue_at(at, found, found)] if one is not None for one in [one[0]]}
        assert met, rule.example


def test_a_faulty_book_names_every_faulty_row():
    with pytest.raises(DataError) as told:
        book_of(
            "en",
            [{"id": "a", "words": "say", "frame": "song", "takes": ["that"], "stance": ["asserts"], "example": "x"}, {"id": "b"}],
            [],
            [],
        )
    assert len(told.value.faults) == 2
