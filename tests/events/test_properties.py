"""What holds of figures and events whatever the text."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.events.code import code
from sayso.events.figures import figures
from sayso.lexicon.language import lexicon
from sayso.lexicon.names import NameIndex
from sayso.lexicon.pack import Pack
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.claim import Attribution, Claim, Manner, Speaker, Stance
from sayso.record.document import document
from sayso.record.event import Actuality, Kind
from sayso.record.figure import Scope
from sayso.text.span import Span

READER = PlainReader(morphology=Morphology())
NO_PACK = Pack(name="", version="0", actors={}, outlets={}, sides={}, countries=(), regions=(), header={}, index=NameIndex.of(()))
PIECES = st.sampled_from(
    "killed wounded три 5 12–15 at least до about drones дронів chars tanks . , \n - : « » ( +12 ) 1,200 от до 10 since 10 March за "
    'удар обстрел tué deux вибух не не вдалося thwarted will if "Shahed-136/131" 2024 км % $ and й dozens of'.split(" ")
)


def read(text: str, lang: str = "en"):
    return READER.reading(document(text, lang=lang, published=date(2024, 3, 12)))


def told(text: str, lang: str = "en", claims: tuple[Claim, ...] = ()):
    reading = read(text, lang)
    found = figures(reading, claims, lexicon(lang))
    return found, code(reading, claims, found, (), lexicon(lang), NO_PACK)


def claim(content: Span, *, stance: Stance = Stance.ASSERTS, name: str = "c-1") -> Claim:
    return Claim(
        id=name,
        document="d",
        source=(),
        cue=(),
        content=(content,),
        speaker=Speaker(id=None, name="ministry"),
        relays=(),
        stance=stance,
        manner=Manner.INDIRECT,
        attribution=Attribution.EXPLICIT,
        confidence=0.9,
    )


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join)), st.sampled_from(["en", "ru", "uk", "fr"]))
def test_spans_lie_inside_the_text_and_two_runs_are_the_same(text, lang):
    found, events = told(text, lang)
    for span in [f.span for f in found] + [e.trigger for e in events]:
        assert 0 <= span.start < span.end <= len(text)
    assert all(f.low >= 0 and (f.high is None or f.high >= f.low) for f in found)
    assert {i for e in events for i in e.figures} <= {f.id for f in found}
    assert len({e.id for e in events}) == len(events)
    assert all(0 <= e.confidence <= 1 for e in events)
    assert (found, events) == told(text, lang)


@pytest.mark.parametrize(
    "text",
    [
        "5 killed " * 20_000,
        "killed " * 50_000,
        "«" * 10_000,
        "1 2 3 4 5 " * 10_000,
        "attack" * 100_000,
        "- 5 танків\n" * 10_000,
        "at least between " * 20_000,
    ],
)
def test_time_is_bounded_on_odd_texts(text):
    reading = read(text)
    begun = time.process_time()
    found = figures(reading, (), lexicon("en"))
    code(reading, (), found, (), lexicon("en"), NO_PACK)
    assert time.process_time() - begun < 25


def test_a_text_without_words_has_nothing():
    assert told("") == ((), ())
    assert told("…!? —\n") == ((), ())


def test_a_figure_knows_the_smallest_claim_that_holds_it():
    text = "The ministry said the governor said 5 people were killed."
    found, _ = told(text, claims=(claim(Span(18, 56), name="outer"), claim(Span(36, 56), name="inner")))
    assert [f.claim for f in found] == ["inner"]


def test_a_denied_content_makes_a_denied_event():
    text = "Drones attacked the port."
    _, events = told(text, claims=(claim(Span(0, 24), stance=Stance.DENIES),))
    assert [(e.kind, e.actuality, e.claims) for e in events] == [(Kind.DRONE_STRIKE, Actuality.DENIED, ("c-1",))]


def test_a_claimed_event_is_told_as_happened():
    _, events = told("Drones attacked the port.", claims=(claim(Span(0, 24)),))
    assert [e.actuality for e in events] == [Actuality.HAPPENED]


def test_an_event_owns_the_figures_of_its_sentence_and_of_the_next():
    found, events = told("A shell hit the market in Lemna. Three people were killed.")
    assert events[0].figures == (found[0].id,)


def test_a_sum_since_a_day_is_cumulative_and_dated():
    (figure,), _ = told("Since 10 March 100 enemy soldiers were killed.")
    assert (figure.scope, figure.since, figure.cumulative, figure.party) == (Scope.PERIOD, "2024-03-10", True, "enemy")


def test_a_sum_since_the_start_of_the_war_is_of_the_war():
    (figure,), _ = told("З початку війни ворог втратив 1000 танків.", "uk")
    assert (figure.scope, figure.cumulative) == (Scope.WAR, True)


def test_losses_within_a_day_have_that_scope():
    found, _ = told("За сутки уничтожено 30 боевиков и два танка.", "ru")
    assert {f.scope for f in found} == {Scope.DAY}


def test_deaths_told_of_one_deed_belong_to_an_incident():
    (figure,), _ = told("Une frappe a tué trois personnes.", "fr")
    assert figure.scope is Scope.INCIDENT


def test_a_part_names_its_whole():
    whole, part = told("Nine people were killed, including three children.")[0]
    assert part.part_of == whole.id


def test_the_main_event_stands_first():
    _, events = told("The mayor gave an interview. Two houses were damaged. A suicide bomber struck the mosque, killing ten.")
    assert events[0].kind is Kind.SUICIDE_ATTACK
