"""Places named side by side, and strikes told of several towns."""

import pytest

from sayso import ids
from sayso.places import apart
from sayso.places.coordinations import coordinations
from sayso.record.document import document
from sayso.record.event import Actuality, Event, Kind
from sayso.record.place import Use
from sayso.text.span import Span


def groups(text, lang, reader, located):
    reading = reader.reading(document(text, lang=lang))
    places = [p for p in located(text, lang) if p.use is Use.LOCATION]
    return [[p.span.of(text) for p in group] for group in coordinations(reading, places)], reading, places


def struck(text, trigger, lang, reader, located, kind=Kind.DRONE_STRIKE, figures=()):
    """The towns of the events that a strike is made into."""
    _, reading, places = groups(text, lang, reader, located)
    at = text.index(trigger)
    sentence = next(s for s in reading.sentences if s.start <= at < s.end)
    event = Event(
        id=ids.make("e", text),
        document="d",
        kind=kind,
        actuality=Actuality.HAPPENED,
        trigger=Span(at, at + len(trigger)),
        sentence=sentence,
        figures=figures,
    )
    events, placed = apart(reading, [event], [(event.id, places[0].id)], places)
    assert len({e.id for e in events}) == len(events)
    names = {p.id: p.span.of(text) for p in places}
    assert events[0] == event
    return [names[place] for _, place in placed]


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "Drones hit Oryol and Kstovo.", [["Oryol", "Kstovo"]]),
        ("en", "Drones hit Oryol, Kstovo and Rylsk.", [["Oryol", "Kstovo", "Rylsk"]]),
        ("en", "Drones hit Oryol and in Kstovo a fire broke out.", [["Oryol"], ["Kstovo"]]),
        ("fr", "À Orel, à 160 kilomètres de là, et à Kstovo, à 800 kilomètres, tout brûle.", [["Orel", "Kstovo"]]),
        ("ru", "Дроны ударили по Орлу и Кстову.", [["Орлу", "Кстову"]]),
        ("ru", "В Судже погас свет, а в Рыльске упал дрон.", [["Судже"], ["Рыльске"]]),
    ],
)
def test_equals_named_side_by_side_form_a_group(lang, text, wanted, reader, located):
    assert groups(text, lang, reader, located)[0] == wanted


def test_a_strike_on_two_towns_is_a_strike_on_each(reader, located):
    assert struck("Drones hit Oryol and Kstovo at night.", "hit", "en", reader, located) == ["Oryol", "Kstovo"]


def test_a_strike_with_figures_stays_one(reader, located):
    assert struck("Drones hit Oryol and Kstovo, 3 died.", "hit", "en", reader, located, figures=("f1",)) == ["Oryol"]


def test_a_fight_for_two_towns_stays_one(reader, located):
    assert struck("Fighting goes on in Oryol and Kstovo.", "Fighting", "en", reader, located, kind=Kind.CLASH) == ["Oryol"]
