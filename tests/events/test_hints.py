"""Everyday words that name an event only where a model takes them for triggers, and kinds that the document tells."""

from dataclasses import replace

import pytest

from sayso.events.code import code
from sayso.lexicon.language import lexicon
from sayso.lexicon.names import NameIndex
from sayso.lexicon.pack import Pack
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.document import document
from sayso.record.reading import Reading, TriggerSpan
from sayso.text.span import Span

NO_PACK = Pack(name="", version="0", actors={}, outlets={}, sides={}, countries=(), regions=(), header={}, index=NameIndex.of(()))
READER = PlainReader(morphology=Morphology())


def proposing(text: str, lang: str, word: str) -> Reading:
    """The reading of a text with one word that a model takes for a trigger."""
    start = text.index(word)
    trigger = TriggerSpan(kind="other", span=Span(start, start + len(word)), score=0.8, actuality="happened", actuality_score=0.8)
    return replace(READER.reading(document(text, lang=lang)), triggers=(trigger,))


def kinds(reading: Reading, lang: str) -> list[str]:
    return [event.kind.value for event in code(reading, (), (), (), lexicon(lang), NO_PACK)]


HINTS = (
    ("en", "The garrison left Lemna at dusk.", "left", "withdrawal"),
    ("ru", "Гарнизон ушёл из Лемны в сумерках.", "ушёл", "withdrawal"),
    ("uk", "Гарнізон пішов із Лемни у сутінках.", "пішов", "withdrawal"),
    ("fr", "La garnison est partie de Lemna au crépuscule.", "partie", "withdrawal"),
    ("en", "The mayor's sister said the ferry road is shut.", "shut", "evacuation or closure"),
    ("ru", "Дорога к парому закрыта до утра.", "закрыта", "evacuation or closure"),
    ("uk", "Дорогу до порома перекрито до ранку.", "перекрито", "evacuation or closure"),
    ("fr", "La route du bac reste coupée.", "coupée", "evacuation or closure"),
)


@pytest.mark.parametrize(("lang", "text", "word", "kind"), HINTS)
def test_an_everyday_word_is_an_event_where_a_model_takes_it_for_one(lang, text, word, kind):
    assert kinds(proposing(text, lang, word), lang) == [kind]


@pytest.mark.parametrize(("lang", "text", "word", "kind"), HINTS)
def test_an_everyday_word_alone_is_no_event(lang, text, word, kind):
    assert kinds(replace(proposing(text, lang, word), triggers=()), lang) == []


DOCUMENTS = (
    ("en", "Nine drones attacked Lemna. A mill burned. The town council called the attack a disgrace."),
    ("ru", "Девять дронов атаковали Лемну. Мельница сгорела. В городском совете атаку назвали позором."),
    ("uk", "Дев'ять дронів атакували Лемну. Млин згорів. У міській раді атаку назвали ганьбою."),
    ("fr", "Neuf drones ont attaqué Lemna. Un moulin a brûlé. Le conseil a qualifié l'attaque de honte."),
)


@pytest.mark.parametrize(("lang", "text"), DOCUMENTS)
def test_a_bare_attack_has_the_weapon_that_the_document_tells(lang, text):
    found = kinds(READER.reading(document(text, lang=lang)), lang)
    assert "clash" not in found
    assert found.count("drone strike") == 2
