"""The dead who are counted apart from the deed, and the words by which a place, a mine or aid is told of."""

from dataclasses import replace

import pytest

from sayso.events.code import code
from sayso.events.figures import figures
from sayso.lexicon.language import lexicon
from sayso.lexicon.names import NameIndex
from sayso.lexicon.pack import Pack
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.document import document
from sayso.record.event import Event
from sayso.record.reading import TriggerSpan
from sayso.text.span import Span

NO_PACK = Pack(name="", version="0", actors={}, outlets={}, sides={}, countries=(), regions=(), header={}, index=NameIndex.of(()))
READER = PlainReader(morphology=Morphology())


def told(text: str, lang: str) -> dict[str, list[float]]:
    """The numbers of each kind of event of a text."""
    reading = READER.reading(document(text, lang=lang))
    counted = figures(reading, (), lexicon(lang))
    low = {figure.id: figure.low for figure in counted}
    events: tuple[Event, ...] = code(reading, (), counted, (), lexicon(lang), NO_PACK)
    return {event.kind.value: [low[key] for key in event.figures] for event in events}


COUNTED_LATER = (
    ("en", "Shells hit the market at noon. Police first spoke of four people. Two people have died, the mayor says."),
    ("ru", "В полдень обстреляли рынок. Сначала в полиции молчали. Двое погибли, сообщает мэр."),
    ("uk", "Опівдні обстріляли ринок. Спершу в поліції мовчали. Двоє загинули, повідомляє мер."),
    ("fr", "Des obus ont touché le marché à midi. La police n'a d'abord rien dit. Deux personnes ont été tuées, dit le maire."),
)


@pytest.mark.parametrize(("lang", "text"), COUNTED_LATER)
def test_the_dead_counted_below_a_deed_are_its_own_and_no_attack_apart(lang, text):
    assert told(text, lang) == {"shelling": [2.0]}


def test_losses_of_one_fight_are_no_tally_and_those_of_a_day_are():
    fight = "Rebels fought soldiers for the ridge at dawn. We lost eight soldiers there, the colonel says."
    assert told(fight, "en") == {"clash": [8.0]}
    summed = "Rebels fought soldiers for the ridge at dawn. Over the past day the enemy lost 80 soldiers and six tanks."
    assert told(summed, "en") == {"clash": [], "loss tally": [80.0, 6.0]}


def test_who_is_told_to_have_killed_is_an_event_of_its_own():
    assert "attack on civilians" in told("Shells hit the market at noon. In the evening gunmen killed two farmers.", "en")


WORDS = (
    ("en", "The staff denies the loss of the village.", "capture of place"),
    ("en", "An aid convoy was hit near the ford.", "attack on health or aid"),
    ("en", "Nobody says who laid the mine.", "mine"),
    ("en", "A workshop blew up at noon.", "explosion"),
    ("ru", "В штабе не признают потерю посёлка.", "capture of place"),
    ("ru", "Обстрел клиники продолжался час.", "attack on health or aid"),
    ("ru", "Мину поставили зимой.", "mine"),
    ("ru", "По порту прилетело ночью.", "missile strike"),
    ("uk", "У штабі не визнають втрату села.", "capture of place"),
    ("uk", "Обстріл клініки тривав годину.", "attack on health or aid"),
    ("uk", "Міну встановили взимку.", "mine"),
    ("uk", "По порту прилетіло вночі.", "missile strike"),
    ("fr", "L'état-major nie la perte du village.", "capture of place"),
    ("fr", "Le bombardement du dispensaire a duré une heure.", "attack on health or aid"),
    ("fr", "Ils disent n'avoir posé aucune mine.", "mine"),
)


@pytest.mark.parametrize(("lang", "text", "kind"), WORDS)
def test_a_place_lost_a_mine_laid_and_aid_that_is_hit_are_events(lang, text, kind):
    assert list(told(text, lang)) == [kind]


def test_a_hint_for_which_nothing_speaks_is_an_event_where_the_model_is_all_but_sure():
    reading = READER.reading(document("They came at six.", lang="en"))
    start = reading.text.index("came")
    for score, kinds in ((0.6, []), (0.95, ["armoured assault"])):
        proposal = TriggerSpan(kind="other", span=Span(start, start + 4), score=score, actuality="happened", actuality_score=0.8)
        events = code(replace(reading, triggers=(proposal,)), (), (), (), lexicon("en"), NO_PACK)
        assert [event.kind.value for event in events] == kinds


@pytest.mark.parametrize(("text", "unit"), [("31 drones attacked the port.", "drone"), ("31 drone attacks were counted.", "attack")])
def test_a_plural_before_the_word_for_attacking_is_what_is_counted(text, unit):
    (figure,) = figures(READER.reading(document(text, lang="en")), (), lexicon("en"))
    assert figure.unit.value == unit
