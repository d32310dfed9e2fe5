"""Stretches without their quotation marks and pauses."""

import pytest

from sayso.claims.marked import clean
from sayso.claims.view import view_of
from sayso.lexicon.language import lexicon
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.document import document
from sayso.record.reading import Reading


@pytest.mark.parametrize(
    ("text", "first", "left"),
    [
        ("“We hold it.”", 0, "We hold it"),
        ("Gone – ,", 1, ""),
        ("Gone, ; –", 1, ""),
        ("- “gone”,", 0, "gone"),
        ("at 5 a.m.", 0, "at 5 a.m."),
    ],
)
def test_what_is_left(text: str, first: int, left: str) -> None:
    (reading,) = PlainReader(Morphology()).read([document(text, name="x")])
    assert isinstance(reading, Reading)
    view = view_of(reading, lexicon("en").cues)
    span = clean(view, first, len(reading.tokens.starts))
    assert span.of(text) == left
