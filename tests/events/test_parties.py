"""Whose people and things are counted, and who they are."""

import pytest

from sayso.events.figures import figures
from sayso.lexicon.language import lexicon
from sayso.lexicon.names import NameIndex
from sayso.lexicon.pack import Pack
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.claim import Attribution, Claim, Manner, Speaker, SpeakerKind, Stance
from sayso.record.document import document
from sayso.record.figure import Figure, Who
from sayso.text.span import Span

READER = PlainReader(morphology=Morphology())
SIDES = {
    "Norland": {"en": "Norland", "ru": "Норландия", "uk": "Норландія", "fr": "Norlandie"},
    "Sudland": {"en": "Sudland", "ru": "Судландия", "uk": "Судландія", "fr": "Sudlandie"},
    "other": {"en": "other"},
}
PACK = Pack(
    name="norland-sudland", version="0", actors={}, outlets={}, sides=SIDES, countries=(), regions=(), header={}, index=NameIndex.of(())
)


def told(text: str, lang: str, side: str | None = None, stance: Stance = Stance.ASSERTS) -> list[Figure]:
    """The figures of a text, all of it the claim of a speaker of this side; without a side it is the document's own voice."""
    reading = READER.reading(document(text, lang=lang))
    speaker = Speaker(id=None, name="Ola Brant", kind=SpeakerKind.MILITARY, side=side)
    claim = Claim(
        id="c",
        document=reading.document.id,
        source=(),
        cue=(),
        content=(Span(0, len(text)),),
        speaker=speaker,
        relays=(),
        stance=stance,
        manner=Manner.INDIRECT,
        attribution=Attribution.EXPLICIT,
        confidence=1.0,
    )
    return list(figures(reading, (claim,) if side else (), lexicon(lang), PACK))


NAMED = (
    ("en", "The enemy left twelve dead by the mill.", "Norland", "Sudland"),
    ("en", "Our losses are two men killed.", "Norland", "Norland"),
    ("en", "Twelve Sudland soldiers were killed.", None, "Sudland"),
    ("ru", "Потери противника за сутки: около 70 человек убитыми.", "Norland", "Sudland"),
    ("uk", "Втрати ворога за добу: близько 70 осіб убитими.", "Norland", "Sudland"),
    ("fr", "Nos pertes : deux soldats tués.", "Sudland", "Sudland"),
    ("en", "Fourteen drones were shot down overnight.", "Norland", "Sudland"),
    ("en", "Four drones were lost.", "Norland", "Norland"),
)


@pytest.mark.parametrize(("lang", "text", "side", "party"), NAMED)
def test_a_party_is_whom_the_words_and_the_speaker_say(lang, text, side, party):
    assert [figure.party for figure in told(text, lang, side)] == [party]


def test_what_is_denied_to_have_been_shot_down_is_ones_own():
    assert [figure.party for figure in told("22 drones were shot down.", "en", "Norland", Stance.DENIES)] == ["Norland"]


def test_a_list_of_losses_has_one_party():
    assert [figure.party for figure in told("The enemy left 12 dead and five prisoners.", "en", "Norland")] == ["Sudland", "Sudland"]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Six people died in southern Norland.", None),
        ("Two of our nurses were killed.", "other"),
        ("A man told us that two buses burned.", None),
        ("Sudland troops abducted two teachers.", None),
    ],
)
def test_a_place_a_bystander_and_a_culprit_are_no_party(text, side):
    assert {figure.party for figure in told(text, "en", side)} == {None}


@pytest.mark.parametrize(("lang", "text"), [("en", "About 30 were eliminated at the ford."), ("ru", "У брода ликвидировано до тридцати.")])
def test_words_for_fighters_say_that_the_dead_are_military(lang, text):
    assert [figure.who for figure in told(text, lang)] == [Who.MILITARY]
