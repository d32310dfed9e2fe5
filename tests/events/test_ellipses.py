"""Bare numbers: what they take up, and what they are not."""

import pytest

from sayso.events.figures import figures
from sayso.lexicon.language import lexicon
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.document import document

READER = PlainReader(morphology=Morphology())


def counted(text: str, lang: str) -> list[tuple[str, str]]:
    return [(f.span.of(text), f.unit.value) for f in figures(READER.reading(document(text, lang=lang)), (), lexicon(lang))]


TAKEN_UP = (
    ("en", "Nine people were wounded in Lemna. The mayor knows of seven.", ("seven", "wounded")),
    ("ru", "В Лемне ранены девять человек. Мэр говорит о семерых.", ("семерых", "wounded")),
    ("uk", "У Лемні поранено дев'ять людей. Мер говорить про сімох.", ("сімох", "wounded")),
    ("fr", "Neuf personnes ont été blessées à Lemna. Le maire en compte sept.", ("sept", "wounded")),
)


@pytest.mark.parametrize(("lang", "text", "last"), TAKEN_UP)
def test_a_bare_number_takes_up_the_count_before_it(lang, text, last):
    assert counted(text, lang)[-1] == last


NO_COUNTS = (
    ("en", "Nine people were wounded in Lemna. The bridge opens at seven."),
    ("en", "Nine people were wounded in Lemna. It was the day of the old Boeing 727."),
    ("fr", "Neuf personnes ont été blessées à Lemna. Le pont ouvre à 13 h 40."),
    ("en", "Nine people were wounded in Lemna.\n22.05 The road is open."),
)


@pytest.mark.parametrize(("lang", "text"), NO_COUNTS)
def test_clock_times_and_designations_take_up_nothing(lang, text):
    assert [words.casefold() for words, _ in counted(text, lang)] == [text.split()[0].casefold()]


SWAPS = (
    ("en", "A prisoner exchange took place near Lemna: 40 captives came home. The swap gave each side twenty.", "captured"),
    ("ru", "Под Лемной прошёл обмен пленными: домой вернулись 40 бойцов. Пленных обменяли поровну.", "captured"),
    ("uk", "Під Лемною відбувся обмін полоненими: додому повернулися 40 бійців. Полонених обміняли порівну.", "captured"),
    ("fr", "Un échange de prisonniers a eu lieu près de Lemna : 40 soldats sont rentrés.", "captured"),
)


@pytest.mark.parametrize(("lang", "text", "unit"), SWAPS)
def test_people_counted_in_an_exchange_of_prisoners_are_captives(lang, text, unit):
    assert ("40", unit) in counted(text, lang)


PRESENT = (
    ("en", "The commander says 1,400 fighters are with him."),
    ("ru", "Командир говорит, что с ним 1400 бойцов."),
    ("uk", "Командир каже, що з ним 1400 бійців."),
    ("fr", "Le commandant dit que 1 400 combattants sont avec lui."),
)


@pytest.mark.parametrize(("lang", "text"), PRESENT)
def test_people_to_whom_nothing_happened_are_counted_as_other(lang, text):
    assert [unit for _, unit in counted(text, lang)] == ["other"]


def test_tanks_of_a_fuel_depot_are_buildings():
    assert counted("Three tanks of the fuel depot burned.", "en") == [("Three", "building")]
    assert counted("Three tanks burned on the road.", "en") == [("Three", "tank")]


@pytest.mark.parametrize(
    ("lang", "text", "low", "high"),
    [
        ("fr", "Mille quatre cents soldats ont été tués.", 1400, 1400),
        ("fr", "Trente et un soldats ont été tués.", 31, 31),
        ("ru", "Погибли тысяча двадцать солдат.", 1020, 1020),
        ("en", "Four to six hundred soldiers were killed.", 400, 600),
    ],
)
def test_round_numbers_are_read_whole(lang, text, low, high):
    found = figures(READER.reading(document(text, lang=lang)), (), lexicon(lang))
    assert [(f.low, f.high) for f in found] == [(low, high)]


@pytest.mark.parametrize("number", ["9" * 5000, "999 " * 400, "1," * 3 + "000," * 400 + "000", "hundred " * 400])
def test_what_is_past_counting_is_no_number_and_hides_no_other(number):
    told = counted(f"The army said {number} soldiers were killed. Nine people were wounded.", "en")
    assert told == [("Nine", "wounded")]


@pytest.mark.parametrize("day", ["²", "①"])
def test_digits_that_are_no_day_open_no_period(day):
    assert counted(f"Since {day} March nine people were wounded.", "en") == [("nine", "wounded")]
