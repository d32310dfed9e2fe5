"""What an encoder takes for a source and is none."""

import pytest

from sayso.claims.union import bare_source
from sayso.claims.view import view_of
from sayso.lexicon.language import lexicon
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.document import document
from sayso.record.reading import Reading
from sayso.text.span import Span


@pytest.mark.parametrize(
    ("text", "source", "left"),
    [
        ("The governor reported “fire” Targeting the border village, stating that roofs were lost.", "Targeting the border village", None),
        ("By the mayor of Lower Dell the bridge was called lost.", "By the mayor of Lower Dell", "mayor of Lower Dell"),
        ("Sterling Harrow, the harbour master, said the quay had burned.", "Sterling Harrow", "Sterling Harrow"),
    ],
)
def test_a_deed_is_no_speaker(text: str, source: str, left: str | None) -> None:
    (reading,) = PlainReader(Morphology()).read([document(text, name="x")])
    assert isinstance(reading, Reading)
    at = text.index(source)
    span = bare_source(view_of(reading, lexicon("en").cues), Span(at, at + len(source)))
    assert (span.of(text) if span else None) == left
