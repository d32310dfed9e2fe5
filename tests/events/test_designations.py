"""Numbers that name, age, dial, address or cool, and so count nothing; number words in all their forms."""

import pytest

from sayso.events.figures import figures
from sayso.lexicon.language import lexicon
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.document import document

READER = PlainReader(morphology=Morphology())


def counted(text: str, lang: str) -> list[tuple[str, str]]:
    return [(f.span.of(text), f.unit.value) for f in figures(READER.reading(document(text, lang=lang)), (), lexicon(lang))]


def ends(text: str, lang: str) -> list[tuple[float, float | None]]:
    return [(f.low, f.high) for f in figures(READER.reading(document(text, lang=lang)), (), lexicon(lang))]


NAMING = (
    ("en", "Nine people were wounded in Lemna when a two-storey barn fell."),
    ("en", "Nine people were wounded in Lemna, said Olena, 41."),
    ("en", "Nine people were wounded in Lemna. Call 112 or +44 20 7946 0991."),
    ("en", "Nine people were wounded in Lemna. The shelter is at 14 Mill Street."),
    ("en", "Nine people were wounded in Lemna. The temperature fell to minus 14."),
    ("en", "Nine people were wounded in Lemna when drones came about ten to six in the evening."),
    ("ru", "В Лемне ранены девять человек: без четверти пять утра дроны попали в дом."),
    ("uk", "У Лемні поранено дев'ятьох людей: о п'ятій, за чверть шість ранку дрони влучили в дім."),
    ("en", "(1) The clinic was closed. (2) Nine people were wounded in Lemna. (3) The bridge is open."),
    ("ru", "В Лемне ранены девять человек. Разрушен подъезд дома № 14."),
    ("ru", "В Лемне ранены девять человек. Сбор по адресу: ул. Садовая, 12."),
    ("ru", "В Лемне ранены девять подростков 15, 16 и 17 лет."),
    ("ru", "В Лемне ранены девять человек. Стреляли с расстояния двух километров минут сорок."),
    ("uk", "У Лемні поранено дев'ятьох людей. Автобуси від вул. Садової, 12."),
    ("fr", "Neuf personnes ont été blessées à Lemna, à l'école n° 5, 12, rue Pasteur."),
    ("fr", "Neuf personnes ont été blessées à Lemna. Il faisait -12 °C."),
)


@pytest.mark.parametrize(("lang", "text"), NAMING)
def test_numbers_that_name_count_nothing(lang, text):
    assert len(counted(text, lang)) == 1


FORMS = (
    ("ru", "Повреждены десятка два домов.", (20, 20)),
    ("ru", "Без света тысячи три жителей.", (3000, 3000)),
    ("ru", "Выпущено до полусотни дронов.", (0, 50)),
    ("ru", "Лагерь с тремястами пленными закрыт.", (300, 300)),
    ("ru", "Ушли человек двести.", (200, 200)),
    ("uk", "Без світла від 12 до 15 тисяч осіб.", (12000, 15000)),
    ("uk", "Поранено п'ятнадцятьох людей.", (15, 15)),
    ("uk", "Пошкоджено пів тисячі будинків.", (500, 500)),
    ("en", "Shelling wounded a handful of guards.", (2, None)),
    ("en", "Scores were wounded.", (40, None)),
    ("fr", "Une poignée de soldats ont été tués.", (2, None)),
)


@pytest.mark.parametrize(("lang", "text", "low_high"), FORMS)
def test_number_words_are_read_in_all_their_forms(lang, text, low_high):
    assert low_high in ends(text, lang)


REPEATED = (
    ("uk", "Противник двічі штурмував млин.", ("двічі", "attack")),
    ("uk", "За добу вороги 48 разів обстріляли прикордоння.", ("48", "attack")),
    ("ru", "Ночью бахало девять раз.", ("девять", "other")),
    ("en", "The mill was attacked three times.", ("three", "attack")),
    ("fr", "L'ennemi a attaqué trois fois le moulin.", ("trois", "attack")),
)


@pytest.mark.parametrize(("lang", "text", "figure"), REPEATED)
def test_attacks_and_bangs_are_counted_by_their_times(lang, text, figure):
    assert figure in counted(text, lang)


def test_other_repetitions_count_nothing():
    assert counted("Prices rose three times in Lemna.", "en") == []
    assert counted("Ціни зросли тричі.", "uk") == []


TAKEN = (
    ("en", "The convoy of 24 trucks was ambushed; 11 were burned.", ("11", "vehicle")),
    ("en", "The navy sank two boats; the other side admits the loss of one.", ("one", "ship")),
    ("en", "Fourteen drones were seen; nine hit targets in Lemna.", ("nine", "drone")),
    ("en", "Where were the buses? Ten were promised.", ("Ten", "vehicle")),
    ("fr", "Des soldats ? J'en ai vu deux.", ("deux", "other")),
    ("fr", "Le convoi comptait dix-huit camions, dont trois blindés ; six ont été détruits.", ("six", "vehicle")),
    ("fr", "Dix drones ont été abattus. Le gouverneur corrige : huit, deux autres sont tombés seuls.", ("deux", "drone")),
    ("fr", "Le débarquement s'est fait avec six barques. Quatre ont touché la rive.", ("Quatre", "ship")),
    ("ru", "Число погибших выросло до одиннадцати, раненых шестьдесят.", ("одиннадцати", "killed")),
    ("ru", "Число погибших при подрыве трактора возросло до двух.", ("двух", "killed")),
    ("ru", "За ночь сбили девять дронов. Четыре прошли, один сжёг пекарню.", ("один", "drone")),
    ("uk", "Першого разу про чотирнадцять збитих сказав губернатор.", ("чотирнадцять", "drone")),
    ("uk", "З полону повернулися 71 військовий і четверо цивільних.", ("четверо", "captured")),
)


@pytest.mark.parametrize(("lang", "text", "figure"), TAKEN)
def test_a_bare_number_takes_up_what_fits_it(lang, text, figure):
    assert figure in counted(text, lang)


FATES = (
    ("ru", "Спасатели извлекли тела четырёх женщин.", ("четырёх", "killed")),
    ("uk", "Рятувальники дістали тіла двох жінок.", ("двох", "killed")),
    ("uk", "Загинуло восьмеро моряків, двох врятували.", ("двох", "other")),
    ("en", "Six sailors are missing. There were only twelve on board.", ("twelve", "other")),
    ("en", "Police arrested a dozen protesters after about 2,000 demonstrators marched on parliament.", ("about 2,000", "other")),
    ("en", "We had eleven funerals in Lemna.", ("eleven", "killed")),
    ("ru", "Минус двенадцать боевиков за ночь.", ("двенадцать", "killed")),
    ("fr", "Six blessés ont été emmenés en ambulance.", ("Six", "wounded")),
    ("uk", "Медики прийняли вісімнадцятьох обпечених.", ("вісімнадцятьох", "wounded")),
    ("fr", "1 300 personnes déplacées depuis lundi.", ("1 300", "displaced")),
)


@pytest.mark.parametrize(("lang", "text", "figure"), FATES)
def test_what_befell_people_is_told_by_the_words_beside_them(lang, text, figure):
    assert figure in counted(text, lang)


def test_a_corps_is_no_body():
    assert counted("The security corps arrested three persons in Lemna.", "en") == [("three", "captured")]


def test_a_label_of_two_nouns_counts_the_arms():
    assert ("101", "vehicle") in counted("Losses of the enemy:\n- vehicles and fuel tanks - 101", "en")
