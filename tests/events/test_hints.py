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
    ("en", "The last patrol left Lemna at dusk.", "left", "withdrawal"),
    ("ru", "Последний патруль снялся в сумерках.", "снялся", "withdrawal"),
    ("uk", "Останні патрулі знялися у сутінках.", "знялися", "withdrawal"),
    ("fr", "La patrouille est partie de Lemna au crépuscule.", "partie", "withdrawal"),
    ("en", "The mayor's sister said the ferry house is shut.", "shut", "evacuation or closure"),
    ("ru", "Дорога к парому закрыта до утра.", "закрыта", "evacuation or closure"),
    ("uk", "Під'їзд до порома перекрито до ранку.", "перекрито", "evacuation or closure"),
    ("fr", "La piste du bac reste coupée.", "coupée", "evacuation or closure"),
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


UNBORNE = (
    ("en", "The clerks were on the move before lunch.", "move"),
    ("en", "Her cousins were taking part as well.", "taking"),
    ("en", "The choir tried to break the silence.", "break"),
    ("ru", "Приезжие приняли участие в ярмарке.", "приняли"),
    ("uk", "Гості взяли участь у ярмарку.", "взяли"),
    ("fr", "Les visiteurs ont pris part à la foire.", "pris"),
)


@pytest.mark.parametrize(("lang", "text", "word"), UNBORNE)
def test_a_word_that_only_the_model_takes_for_an_event_is_none(lang, text, word):
    assert kinds(proposing(text, lang, word), lang) == []


BORNE = (
    ("en", "They had pushed into two border districts by noon.", "pushed", "raid or incursion"),
    ("en", "Bremella denied that the border was breached.", "breached", "raid or incursion"),
    ("en", "The mill burned all night.", "burned", "fire"),
    ("ru", "В порту упал беспилотник.", "упал", "drone strike"),
    ("uk", "У порту впав безпілотник.", "впав", "drone strike"),
    ("fr", "Un drone s'est abattu sur la mairie.", "abattu", "drone strike"),
)


@pytest.mark.parametrize(("lang", "text", "word", "kind"), BORNE)
def test_the_words_beside_it_and_not_the_model_give_an_event_its_kind(lang, text, word, kind):
    assert kinds(proposing(text, lang, word), lang) == [kind]


def test_a_plane_that_comes_down_in_an_accident_is_no_interception():
    text = "A cargo plane comes down near Lemna. The plane crashed after an engine failed."
    assert "interception" not in kinds(proposing(text, "en", "down"), "en")
    assert "interception" in kinds(proposing("Two hostile aircraft came down near Lemna.", "en", "down"), "en")


DEATHS = (
    ("en", "Shells fell on Lemna at noon. The square was empty. Two people have died, the mayor says."),
    ("ru", "Утром Лемну обстреляли из миномётов. Площадь была пуста. По словам мэра, погибли двое."),
    ("uk", "Уранці Лемну обстріляли з мінометів. Площа була порожня. За словами мера, загинули двоє."),
    ("fr", "Des obus sont tombés sur Lemna à midi. La place était vide. Le maire fait état de deux morts."),
)


@pytest.mark.parametrize(("lang", "text"), DEATHS)
def test_deaths_counted_apart_from_their_deed_are_no_other_deed(lang, text):
    assert set(kinds(READER.reading(document(text, lang=lang)), lang)) == {"shelling"}


ORDERS = (
    ("fr", "Le comité a appelé les habitants du bourg à évacuer au plus vite."),
    ("ru", "Комитет призвал жителей посёлка эвакуироваться."),
    ("uk", "Комітет закликав мешканців селища евакуюватися."),
)


@pytest.mark.parametrize(("lang", "text"), ORDERS)
def test_a_call_to_leave_is_no_evacuation_that_happened(lang, text):
    found = code(READER.reading(document(text, lang=lang)), (), (), (), lexicon(lang), NO_PACK)
    assert {event.actuality.value for event in found if event.kind.value == "evacuation or closure"} == {"planned"}
