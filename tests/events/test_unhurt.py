"""That nobody was hurt denies no attack, and whose hands a place is said to be in."""

import pytest

from sayso.events.code import code
from sayso.events.figures import figures
from sayso.lexicon.language import lexicon
from sayso.lexicon.names import NameIndex
from sayso.lexicon.pack import Pack
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.document import document
from sayso.record.event import Role
from sayso.record.mention import Mention, MentionKind
from sayso.text.span import Span

NO_PACK = Pack(name="", version="0", actors={}, outlets={}, sides={}, countries=(), regions=(), header={}, index=NameIndex.of(()))
READER = PlainReader(morphology=Morphology())

UNHURT = (
    ("en", "Nobody was hurt in the shelling."),
    ("en", "There were no casualties in the shelling of the port."),
    ("ru", "Никто не пострадал при обстреле."),
    ("ru", "Обстрел порта обошёлся без жертв."),
    ("uk", "Ніхто не постраждав під час обстрілу."),
    ("uk", "Обстріл порту минувся, обійшлося без жертв."),
    ("fr", "Le bombardement du port s'est achevé sans faire de victime."),
    ("fr", "Aucun blessé dans le pilonnage du port."),
)


@pytest.mark.parametrize(("lang", "text"), UNHURT)
def test_that_nobody_was_hurt_denies_no_attack_and_is_none(lang, text):
    reading = READER.reading(document(text, lang=lang))
    assert [(e.kind.value, e.actuality.value) for e in code(reading, (), (), (), lexicon(lang), NO_PACK)] == [("shelling", "happened")]
    assert not figures(reading, (), lexicon(lang))


@pytest.mark.parametrize(
    ("lang", "text"), [("en", "There was no shelling of the port."), ("ru", "Обстрела не было."), ("uk", "Обстрілу не було.")]
)
def test_that_there_was_no_attack_denies_it(lang, text):
    (event,) = code(READER.reading(document(text, lang=lang)), (), (), (), lexicon(lang), NO_PACK)
    assert event.actuality.value == "denied"


KEPT = (
    ("en", "The village is in the hands of the Marsh Brigade.", "Marsh Brigade"),
    ("en", "The village is under the control of the Marsh Brigade.", "Marsh Brigade"),
    ("en", "The village is under Marsh Brigade control.", "Marsh Brigade"),
    ("ru", "Посёлок в руках Болотной бригады.", "Болотной бригады"),
    ("ru", "Посёлок находится под контролем Болотной бригады.", "Болотной бригады"),
    ("uk", "Село в руках Болотної бригади.", "Болотної бригади"),
    ("uk", "Село перебуває під контролем Болотної бригади.", "Болотної бригади"),
    ("fr", "Le village est aux mains de la Brigade du marais.", "Brigade du marais"),
    ("fr", "Le village est sous le contrôle de la Brigade du marais.", "Brigade du marais"),
)


@pytest.mark.parametrize(("lang", "text", "name"), KEPT)
def test_whose_hands_a_place_is_in_holds_it(lang, text, name):
    at = text.index(name)
    mention = Mention(id="m", span=Span(at, at + len(name)), name=name, kind=MentionKind.ORGANISATION)
    (event,) = code(READER.reading(document(text, lang=lang)), (), (), (mention,), lexicon(lang), NO_PACK)
    assert [(p.role, p.name) for p in event.participants] == [(Role.HOLDER, name)]


def test_a_fire_under_control_is_no_place_held():
    found = code(READER.reading(document("The fire is under control.", lang="en")), (), (), (), lexicon("en"), NO_PACK)
    assert "capture of place" not in [event.kind.value for event in found]
