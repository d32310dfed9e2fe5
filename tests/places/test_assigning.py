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


def test_another_paragraph_far_below_the_lead_of_two_towns_lends_nothing(reader, located):
    text = "Sirens sounded in Shebekino and in Rylsk.\n\nIt rained. Shops were open. Nobody came.\n\nShelling went on until dawn."
    assert given(text, "Shelling", "en", reader, located) is None


def test_the_one_place_that_a_text_is_about_is_lent_to_what_comes_far_below(reader, located):
    text = "Sirens sounded in Shebekino.\n\nIt rained. Shops were open. Nobody came.\n\nShelling went on until dawn."
    assert given(text, "Shelling", "en", reader, located) == "Shebekino"


def test_where_an_attack_came_from_is_not_its_place(reader, located):
    text = "Rockets from Ukraine hit Shebekino. In Rylsk it was calm."
    assert given(text, "hit", "en", reader, located) == "Shebekino"
    assert given("Гарнизон сообщил об атаке с территории Украины.", "атаке", "ru", reader, located) is None
    assert given("Атака на территории Украины продолжалась.", "Атака", "ru", reader, located) == "Украины"


def test_what_a_distance_is_measured_from_is_not_the_place_of_an_event(reader, located):
    text = "Shelling hit Sudzha, some 90 km from Kursk, at noon."
    assert given(text, "Shelling", "en", reader, located) == "Sudzha"
    text = "Обстрел повредил дом в селе в 40 км от Рыльска. В Судже тихо."
    assert given(text, "Обстрел", "ru", reader, located) != "Рыльска"


def test_a_dateline_gives_way_to_any_place_that_the_text_tells(reader, located):
    text = "KHARKIV, 3 May (Lorn Wire) - Shelling went on for an hour. Windows broke in Chuhuiv."
    assert given(text, "Shelling", "en", reader, located) == "Chuhuiv"
    text = "KHARKIV, 3 May (Lorn Wire) - Shelling went on for an hour."
    assert given(text, "Shelling", "en", reader, located) == "KHARKIV"


def test_of_two_regions_named_side_by_side_the_first_is_taken(reader, located):
    text = "В Белгородской и Курской областях идут бои."
    assert given(text, "бои", "ru", reader, located) == "Белгородской"
    text = "Clashes go on in the Kursk and Belgorod regions."
    assert given(text, "Clashes", "en", reader, located) == "Kursk"


def test_the_content_of_the_claim_lends_its_place(reader, located):
    text = "The mayor wrote about it at length. Shelling went on. In Rylsk two houses burnt."
    assert given(text, "Shelling", "en", reader, located, contents=("Shelling went on. In Rylsk two houses burnt",)) == "Rylsk"
