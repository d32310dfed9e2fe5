"""What bare numbers and vague words count, by what the text is about; whose people and things these are."""

import pytest

from sayso.events.figures import figures
from sayso.lexicon.language import lexicon
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.document import document

READER = PlainReader(morphology=Morphology())


def counted(text: str, lang: str) -> list[tuple[str, float, float | None, str]]:
    found = figures(READER.reading(document(text, lang=lang)), (), lexicon(lang))
    return [(f.span.of(text), f.low, f.high, f.unit.value) for f in found]


EXCHANGES = (
    ("en", "Exchange at Lemna: 75 for 75. Ours walked first.", [75, 75]),
    ("ru", "Обмен у Лемны: 75 на 75. Домой едут семьдесят четыре наших.", [75, 75, 74]),
    ("uk", "Обмін біля Лемни: 75 на 75. Додому їдуть сімдесят чотири наших.", [75, 75, 74]),
    ("fr", "Échange à Lemna : 75 contre 75. Nous en avons rendu soixante-quatorze.", [75, 75, 74]),
)


@pytest.mark.parametrize(("lang", "text", "values"), EXCHANGES)
def test_numbers_told_for_their_like_in_an_exchange_count_captives(lang, text, values):
    assert [low for _, low, _, unit in counted(text, lang) if unit == "captured"] == values


def test_an_exchange_of_fire_takes_no_captives():
    assert "captured" not in [
        unit for *_, unit in counted("The two posts exchanged fire at dawn. Five homes burned and two people were hurt.", "en")
    ]


POISONED = (
    ("en", "Four soldiers are in hospital after a cloud of chlorine reached the trench.", "affected"),
    ("en", "Four soldiers are in hospital after a shell reached the trench.", "wounded"),
    ("ru", "После облака хлора в больнице четверо бойцов.", "affected"),
    ("uk", "Після хмари хлору в лікарні четверо бійців.", "affected"),
    ("fr", "Après un nuage toxique, quatre soldats sont hospitalisés.", "affected"),
)


@pytest.mark.parametrize(("lang", "text", "unit"), POISONED)
def test_who_is_in_hospital_from_poison_is_affected_and_not_wounded(lang, text, unit):
    assert [got for *_, got in counted(text, lang)] == [unit]


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "Masked men evacuated two doctors from the ward."), ("uk", "Люди в масках вивезли з лікарні двох лікарів.")],
)
def test_whom_masked_men_drive_away_is_a_captive(lang, text):
    assert [unit for *_, unit in counted(text, lang)] == ["captured"]


VAGUE = (
    ("ru", "В атаку пошли десять танков. Потеряны три машины.", "tank"),
    ("uk", "В атаку пішли десять танків. Втрачено три машини.", "tank"),
    ("fr", "Des drones ont survolé Lemna. Six appareils ont été abattus.", "drone"),
    ("ru", "Ракеты шли с моря. По версии штаба, было пять пусков.", "missile"),
)


@pytest.mark.parametrize(("lang", "text", "unit"), VAGUE)
def test_a_vague_word_counts_what_the_text_names(lang, text, unit):
    assert counted(text, lang)[-1][3] == unit


ONES = (
    ("en", "Nine drones were shot down over Lemna. One got through.", 1),
    ("en", "Six missiles were fired at the port; four were shot down, two got through.", 2),
    ("ru", "Над Лемной сбили девять беспилотников. Один долетел.", 1),
    ("uk", "Над Лемною збили дев'ять безпілотників. Один долетів.", 1),
    ("fr", "Quatre bombes sont tombées sur Lemna ; une n'a pas explosé.", 1),
    ("en", "Gunners shot down five drones and then three more.", 3),
)


@pytest.mark.parametrize(("lang", "text", "value"), ONES)
def test_one_or_some_of_the_things_just_counted_count_too(lang, text, value):
    found = counted(text, lang)
    assert found[-1][1:] == (value, value, found[0][3])


RIVALS = (
    (
        "en",
        "It left 4,200 homes without power and damaged two depots. The firm puts the number at 3,900.",
        3900,
        "affected",
    ),
    ("en", "Six people died and eight are wounded. Her first number was five.", 5, "killed"),
    ("ru", "Шестеро погибли, восемнадцать ранены. Утром мэр говорил о пятерых.", 5, "killed"),
    ("uk", "Шестеро загинули, вісімнадцять поранені. Уранці мер казав про п'ятьох.", 5, "killed"),
    ("fr", "Le bilan est de six morts et dix-huit blessés. Le maire s'en tient à cinq.", 5, "killed"),
)


@pytest.mark.parametrize(("lang", "text", "value", "unit"), RIVALS)
def test_a_rival_number_counts_what_the_number_next_to_it_in_size_counts(lang, text, value, unit):
    assert (value, unit) in [(low, got) for _, low, _, got in counted(text, lang)]


NONE = (
    ("en", "Three people were hurt; the youngest is six.", [3]),
    ("en", "Two buses burned beside platform two.", [2]),
    ("en", "No vehicles were seen there between five and nine. Two trucks burned.", [2]),
    ("ru", "Два дрона сбиты, и ни один аппарат не долетел.", [2]),
    ("en", "Lemna, a town of 600 inhabitants, was shelled. Two people died.", [2]),
    ("en", "Beds were set up in two churches. Five people died.", [5]),
    ("fr", "Deux drones ont été abattus. La ville est coupée en deux.", [2]),
)


@pytest.mark.parametrize(("lang", "text", "values"), NONE)
def test_ages_hours_names_and_places_are_no_figures(lang, text, values):
    assert [low for _, low, _, _ in counted(text, lang)] == values


BOUNDED = (
    ("Lemna : au moins un mort.", ("au moins un", 1, None, "killed")),
    ("La police parle d'un mort.", ("un", 1, 1, "killed")),
    ("On compte huit cents à mille blessés.", ("huit cents à mille", 800, 1000, "wounded")),
    ("Il y a deux à trois mille blessés.", ("deux à trois mille", 2000, 3000, "wounded")),
)


@pytest.mark.parametrize(("text", "figure"), BOUNDED)
def test_french_numbers_and_the_article_that_counts(text, figure):
    assert counted(text, "fr") == [figure]


INJURED = (
    ("en", "Doctors saw nine people with burns.", "wounded"),
    ("ru", "У троих осколки в ногах.", "wounded"),
    ("uk", "У трьох уламки в ногах.", "wounded"),
)


@pytest.mark.parametrize(("lang", "text", "unit"), INJURED)
def test_an_injury_beside_people_says_that_they_are_wounded(lang, text, unit):
    assert [got for *_, got in counted(text, lang)] == [unit]
