"""Which place an event is given."""

from sayso import ids
from sayso.places import assign
from sayso.record.claim import Attribution, Claim, Manner, Stance
from sayso.record.document import document
from sayso.record.event import Actuality, Event, Kind
from sayso.text.span import Span


def event(text: str, trigger: str, sentences: tuple[Span, ...], claims: tuple[str, ...] = ()) -> Event:
    start = text.index(trigger)
    sentence = next(s for s in sentences if s.start <= start < s.end)
    return Event(
        id=ids.make("e", start),
        document="d",
        kind=Kind.SHELLING,
        actuality=Actuality.HAPPENED,
        trigger=Span(start, start + len(trigger)),
        sentence=sentence,
        claims=claims,
    )


def claim(contents: tuple[Span, ...]) -> Claim:
    return Claim(
        id="c1",
        document="d",
        source=(),
        cue=(),
        content=contents,
        speaker=None,
        relays=(),
        stance=Stance.ASSERTS,
        manner=Manner.INDIRECT,
        attribution=Attribution.EXPLICIT,
        confidence=1.0,
    )


def given(text, trigger, lang, reader, located, contents=()):
    """The words of the place that the event of `trigger` is given, or None."""
    reading = reader.reading(document(text, lang=lang))
    places = located(text, lang)
    spans = tuple(Span(text.index(c), text.index(c) + len(c)) for c in contents)
    claims = (claim(spans),) if spans else ()
    pairs = assign(reading, [event(text, trigger, reading.sentences, tuple(c.id for c in claims))], places, claims)
    chosen = {identity for _, identity in pairs}
    return next((place.span.of(text) for place in places if place.id in chosen), None)


def test_the_settlement_beats_the_region_that_it_lies_in(reader, located):
    text = "Shelling hit Sudzha in Kursk region on Monday."
    assert given(text, "Shelling", "en", reader, located) == "Sudzha"


def test_a_modifier_is_never_the_place_of_an_event(reader, located):
    text = "The governor of Belgorod region said shelling hit Shebekino."
    assert given(text, "shelling", "en", reader, located) == "Shebekino"


def test_the_place_of_the_events_own_clause_goes_first(reader, located):
    text = "В Судже отключили свет, а в Рыльске обстрел повредил три дома."
    assert given(text, "обстрел", "ru", reader, located) == "Рыльске"


def test_the_sentence_before_lends_its_one_place(reader, located):
    text = "Drones flew over Shebekino at night. Shelling went on until dawn."
    assert given(text, "Shelling", "en", reader, located) == "Shebekino"


def test_two_towns_before_leave_a_far_event_without_a_place(reader, located):
    text = "Sirens sounded in Shebekino and in Rylsk. Shelling went on until dawn."
    assert given(text, "Shelling", "en", reader, located) is None


def test_another_paragraph_far_below_the_lead_lends_nothing(reader, located):
    text = "Sirens sounded in Shebekino.\n\nIt rained. Shops were open. Nobody came.\n\nShelling went on until dawn."
    assert given(text, "Shelling", "en", reader, located) is None


def test_the_content_of_the_claim_lends_its_place(reader, located):
    text = "The mayor wrote about it at length. Shelling went on. In Rylsk two houses burnt."
    assert given(text, "Shelling", "en", reader, located, contents=("Shelling went on. In Rylsk two houses burnt",)) == "Rylsk"
