"""The benchmark of scale: its documents are the same every time, and what it says was read stands in them."""

from benchmarks.scale import Read, lines

from sayso.record.document import Document
from sayso.sources.lines import given


def test_the_synthetic_documents_are_the_same_every_time_and_hold_what_was_read() -> None:
    assert list(lines(40)) == list(lines(40))
    documents = [document for document in given(lines(40)) if isinstance(document, Document)]
    for annotation in Read().annotations(documents):
        text = annotation.document.text
        assert annotation.places[0].span.of(text) == annotation.places[0].name
        assert annotation.figures[0].span.of(text) == f"{annotation.figures[0].low:g}"
        assert annotation.claims[0].content[0].of(text)
