"""Who speaks takes no part; what a claim tells again, and the means of a happening, are no other happening."""

import pytest

from sayso.events.code import code
from sayso.events.figures import figures
from sayso.lexicon.language import lexicon
from sayso.lexicon.names import NameIndex
from sayso.lexicon.pack import Pack
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.claim import Attribution, Claim, Manner, Speaker, SpeakerKind, Stance
from sayso.record.document import document
from sayso.text.span import Span

NO_PACK = Pack(name="", version="0", actors={}, outlets={}, sides={}, countries=(), regions=(), header={}, index=NameIndex.of(()))
READER = PlainReader(morphology=Morphology())


def kinds(text: str, lang: str, source: str = "", content: str = "") -> list[str]:
    """The kinds of the events of a text in which one claim has this source and content."""
    reading = READER.reading(document(text, lang=lang))
    claims = ()
    if content:
        spans = [(Span(text.index(part), text.index(part) + len(part)),) if part else () for part in (source, content)]
        claims = (
            Claim(
                id="c",
                document=reading.document.id,
                source=spans[0],
                cue=(),
                content=spans[1],
                relays=(),
                stance=Stance.ASSERTS,
                manner=Manner.INDIRECT,
                speaker=Speaker(id=None, name=source, kind=SpeakerKind.PERSON),
                attribution=Attribution.EXPLICIT,
                confidence=1.0,
            ),
        )
    counted = figures(reading, claims, lexicon(lang))
    return [event.kind.value for event in code(reading, claims, counted, (), lexicon(lang), NO_PACK)]


SPEAKING = (
    ("en", "Shells hit the market. The mayor of Lemna reported two killed.", "The mayor of Lemna", "two killed"),
    ("ru", "Рынок обстреляли. Мэр Лемны сообщил о двух убитых.", "Мэр Лемны", "двух убитых"),
    ("uk", "Ринок обстріляли. Мер Лемни повідомив про двох убитих.", "Мер Лемни", "двох убитих"),
)


@pytest.mark.parametrize(("lang", "text", "source", "content"), SPEAKING)
def test_who_counts_the_dead_is_not_killed(lang, text, source, content):
    assert kinds(text, lang, source, content) == ["shelling"]


def test_the_dead_of_a_fire_or_a_collapse_are_no_attack():
    assert kinds("A warehouse caught fire at noon. Two people have died.", "en") == ["fire"]


def test_what_one_claim_tells_again_is_one_event():
    content = "shells hit the yard at noon. The shelling lasted an hour"
    assert kinds(f"The captain said {content}.", "en", "The captain", content) == ["shelling"]


def test_the_weapon_that_the_units_name_gives_an_attack_its_kind():
    assert kinds("Чиї то були гармати, він не знає. Гармати замовкли. По місту стріляли вранці.", "uk")[0] == "shelling"


KILLED = (
    ("en", "The deputy mayor of Lemna was shot dead at his door. Two men fired five rounds."),
    ("uk", "У Лемні вбито заступника мера. Двоє стріляли з авто."),
)


@pytest.mark.parametrize(("lang", "text"), KILLED)
def test_the_shots_that_killed_somebody_of_note_are_no_other_attack(lang, text):
    assert set(kinds(text, lang)) == {"killing"}
