"""Numbers whose noun stands elsewhere: before them, or in an earlier count of the same number."""

import pytest

from sayso.events.figures import figures
from sayso.lexicon.language import lexicon
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.document import document

READER = PlainReader(morphology=Morphology())


def counted(text: str, lang: str) -> list[tuple[str, str]]:
    return [(f.span.of(text), f.unit.value) for f in figures(READER.reading(document(text, lang=lang)), (), lexicon(lang))]


TURNED = (
    ("ru", "Вагонов на станции побито четыре.", ("четыре", "vehicle")),
    ("uk", "Човнів потоплено чотири.", ("чотири", "ship")),
    ("ru", "После осмотра число сожжённых танков выросло до семи.", ("семи", "tank")),
    ("en", "The number of burnt tanks has risen to seven.", ("seven", "tank")),
    ("en", "Rescuers put the number of dead at six.", ("six", "killed")),
    ("ru", "За утро погибших двое.", ("двое", "killed")),
)


@pytest.mark.parametrize(("lang", "text", "figure"), TURNED)
def test_the_noun_of_a_bare_number_may_stand_before_it(lang, text, figure):
    assert figure in counted(text, lang)


FOLLOWED = (
    ("en", "Fourteen drones attacked Lemna. Petrol is rationed. The ministry says that all fourteen fell short.", ("fourteen", "drone")),
    ("fr", "Cinq morts, contre quatre jeudi, à Lemna.", ("quatre", "killed")),
    ("ru", "В Лемне сожжены девять танков. По данным бригады, шесть сожжённых вытащили.", ("шесть", "tank")),
)


@pytest.mark.parametrize(("lang", "text", "figure"), FOLLOWED)
def test_what_follows_a_bare_number_may_be_no_noun(lang, text, figure):
    assert figure in counted(text, lang)


NONE = (
    ("en", "Nine people were wounded in Lemna. Two of the ministers resigned."),
    ("ru", "В Лемне ранены девять человек. Минут двадцать было тихо."),
    ("uk", "У Лемні поранено дев'ятьох людей. Хвилин двадцять було тихо."),
)


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_parts_of_others_and_turned_measures_take_up_nothing(lang, text):
    assert len(counted(text, lang)) == 1


def test_a_rejected_number_counts_what_the_right_one_counts():
    assert counted("Docker Rell heard not seven but ten blasts.", "en") == [("seven", "other"), ("ten", "other")]


def test_a_count_whose_time_is_not_stated_is_of_the_incident():
    told = figures(READER.reading(document("The barn holds four tractors.", lang="en")), (), lexicon("en"))
    assert [(f.scope.value, f.status.value) for f in told] == [("incident", "claimed")]


def test_number_words_without_end_are_noise_and_no_fault():
    assert ("Deux", "killed") in counted("cent " * 400 + "tués. Deux tués à Lemna.", "fr")
