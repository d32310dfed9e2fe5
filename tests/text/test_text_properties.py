"""What holds for any text whatever."""

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.text.folding import fold, loose, plain, skeletons
from sayso.text.offsets import view
from sayso.text.quotes import quotations
from sayso.text.sentences import MOST, paragraphs, sentences
from sayso.text.span import Span
from sayso.text.words import words

ALPHABET = st.sampled_from(
    [*list(" \n\t.,;:!?…—-«»“”„\"'’‘()0123456789абвіїёАБВЄabcdeABCDE\xa0́\u200b\x00🔥•"), "г.", "U.S.", "byAFP", "l'", "тыс."]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(ALPHABET, max_size=120).map("".join))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_words_lie_in_the_text_in_order_and_leave_out_only_white_space_and_marks_that_do_not_show(text):
    spans = words(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    covered = {i for span in spans for i in range(span.start, span.end)}
    assert all(i in covered for i, ch in enumerate(text) if ch.isalnum())


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_sentences_lie_in_paragraphs_in_order_and_hold_every_character_that_shows(text):
    found, blocks = sentences(text), paragraphs(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(0 < span.length <= MOST and not text[span.start].isspace() and not text[span.end - 1].isspace() for span in found)
    assert all(any(block.covers(span) for block in blocks) for span in found)
    covered = {i for span in found for i in range(span.start, span.end)}
    assert all(ch.isspace() or i in covered for i, ch in enumerate(text))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_quotations_lie_in_the_text_hold_their_inside_and_come_out_the_same_twice(text):
    found = quotations(text)
    assert all(0 <= q.span.start < q.span.end <= len(text) and q.span.covers(q.inner) for q in found)
    assert list(found) == sorted(found, key=lambda q: (q.span.start, -q.span.end))
    assert found == quotations(text)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_a_view_leads_back_to_the_words_it_shows(text):
    seen = view(text)
    assert seen.view.split() == [word for word in seen.view.split() if word]
    for span in words(seen.view):
        back = seen.back(span)
        assert 0 <= back.start <= back.end <= len(text)
        assert view(back.of(text)).view == span.of(seen.view)


def test_a_view_counts_from_both_sides():
    seen = view("two   men\u00ad folk\r\n\r\nleft")
    assert seen.view == "two men folk\nleft"
    assert seen.back(Span(3, 4)).of(seen.original) == "   "
    assert [seen.forth(i) for i in (0, 6, 9, 10)] == [0, 4, None, 7]


@given(st.text(max_size=60))
def test_folding_takes_any_name_and_plain_is_at_rest(name):
    assert plain(plain(name)) == plain(name)
    assert fold(name) == skeletons(name)[0]
    assert isinstance(loose(name), str)


HARD = {
    "one word": "a" * 1_000_000,
    "one line of words": "word " * 200_000,
    "one line of stops": "а. " * 333_333,
    "dots": "x" + "." * 1_000_000,
    "openers": "“" * 10_000,
    "guillemets": "« " * 10_000 + "» " * 10_000,
    "typewriter marks": "\" ' " * 10_000,
    "apostrophes": "a'b’ " * 200_000,
    "line ends": "\n" * 1_000_000,
    "digits": "1 " * 500_000,
    "hyphens": "a-" * 500_000,
    "dashes": "— да, — " * 100_000,
    "brackets": "((([[[" * 100_000,
}


@pytest.mark.parametrize("label", HARD)
def test_hard_texts_take_time_in_proportion(label):
    text = HARD[label]
    for act in (words, sentences, quotations, paragraphs, view):
        began = time.process_time()
        act(text)
        assert time.process_time() - began < 10, act.__name__


def test_a_line_of_a_million_characters_is_cut_between_words():
    text = "слово " * 170_000
    found = sentences(text)
    assert max(span.length for span in found) <= MOST
    assert all(text[span.end : span.end + 1] in ("", " ") for span in found)
