"""What an encoder takes for a source and is none."""

import pytest

from sayso.claims.proposal import Proposal
from sayso.claims.relays import handed_on
from sayso.claims.roster import prepared
from sayso.claims.union import bare_source
from sayso.claims.view import view_of
from sayso.lexicon.language import lexicon
from sayso.lexicon.pack import Pack
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.claim import Stance
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


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("statement by the mayor of Lower Dell carried by Harbour Wire", "statement by the mayor of Lower Dell"),
        ("residents interviewed by Harbour Wire", "residents"),
        ("residents interviewed by the commission", "residents interviewed by the commission"),
    ],
)
def test_a_source_ends_where_an_outlet_takes_over(source: str, left: str, pack: Pack) -> None:
    text = f"A {source} said that the bridge had burned."
    (reading,) = PlainReader(Morphology()).read([document(text, name="x")])
    assert isinstance(reading, Reading)
    view, roster = prepared(reading, lexicon("en").cues, pack)
    cue = Span(text.index("said"), text.index("said") + 4)
    told = Span(text.index("the bridge"), len(text) - 1)
    proposal = Proposal(source=(Span(2, 2 + len(source)),), cue=(cue,), content=(told,), stance=Stance.ASSERTS, frame=cue, score=1.0)
    assert [span.of(text) for span in handed_on(view, roster, proposal).source] == [left]
