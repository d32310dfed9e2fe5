"""What an encoder takes for a source and is none."""

from dataclasses import replace

import pytest

from sayso.claims.proposal import Proposal
from sayso.claims.relays import handed_on
from sayso.claims.roster import prepared
from sayso.claims.union import bare_source, united
from sayso.claims.view import view_of
from sayso.lexicon.cues import Frame
from sayso.lexicon.language import lexicon
from sayso.lexicon.pack import Pack
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.claim import Attribution, Stance
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


def test_who_speaks_before_the_outlet_that_is_named_for_it_is_the_speaker(pack: Pack) -> None:
    text = "The legion spoke. “The bridge is wholly ours,” it wrote, according to Harbour Wire."
    (reading,) = PlainReader(Morphology()).read([document(text, name="x")])
    assert isinstance(reading, Reading)
    book = lexicon("en").cues
    view, _ = prepared(reading, book, pack)
    by = next(rule for rule in book.cues if rule.frame is Frame.BY)
    wrote = next(rule for rule in book.cues if rule.frame is Frame.VERB and rule.stances[0] is Stance.ASSERTS)

    def at(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    told = at("The bridge is wholly ours")
    known = Proposal(
        source=at("Harbour Wire"),
        cue=at("according to"),
        content=told,
        stance=Stance.ASSERTS,
        frame=told[0],
        score=0.9,
        rule=by,
        confidence=0.5,
    )
    ruled = Proposal(source=at("it"), cue=at("wrote"), content=told, stance=Stance.ASSERTS, frame=told[0], score=0.85, rule=wrote)
    (one,) = united((known,), (ruled,), view, lambda proposal: proposal)
    assert [span.of(text) for span in one.source] == ["it"]
    assert one.confidence == 0.5
    (other,) = united((replace(known, source=at("legion")),), (ruled,), view, lambda proposal: proposal)
    assert [span.of(text) for span in other.source] == ["legion"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("None of the officials confirmed the strike.", Stance.DOUBTS),
        ("Neither the army nor the police confirmed the strike.", Stance.DOUBTS),
        ("One of the officials confirmed the strike.", Stance.CONFIRMS),
        ("Both the army and the police confirmed the strike.", Stance.CONFIRMS),
    ],
)
def test_what_nobody_confirms_is_not_confirmed(read, text: str, stance: Stance) -> None:
    claims, _ = read(text, lang="en")
    assert [claim.stance for claim in claims if claim.attribution is Attribution.EXPLICIT] == [stance]
