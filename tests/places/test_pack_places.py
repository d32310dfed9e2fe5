"""The places of a pack in texts of four languages: an invented land that no gazetteer knows."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.gazetteer.index import Gazetteer
from sayso.gazetteer.listing import Listing
from sayso.lexicon.language import lexicon
from sayso.lexicon.loading import pack_of
from sayso.lexicon.pack import Pack
from sayso.places import ask, locate
from sayso.readers.plain import PlainReader
from sayso.record.document import document
from sayso.record.place import Place, PlaceKind, Precision, Use
from sayso.run.assembly import pipeline
from sayso.run.config import Config
from sayso.run.front import edition_of, take_in, written
from sayso.sources.packs import pack_from

LAND_FOLDER = Path(__file__).parents[1] / "cases" / "packs" / "velmaria"
LAND = pack_from(LAND_FOLDER)
Located = Callable[..., dict[str, Place]]


@pytest.fixture(scope="module")
def located(reader: PlainReader, gazetteer: Gazetteer) -> Located:
    """The places of a text by their words."""

    def places(text: str, lang: str, pack: Pack = LAND) -> dict[str, Place]:
        reading = reader.reading(document(text, lang=lang))
        book = lexicon(reading.lang)
        queries = ask(reading, (), book, pack)
        look_up = Listing(pack.places, gazetteer.look_up).look_up if pack.places else gazetteer.look_up
        return {place.span.of(text): place for place in locate(reading, queries, look_up(queries), (), book, pack)}

    return places


@pytest.mark.parametrize(
    ("lang", "text", "words", "name"),
    [
        ("en", "Two shells fell on Karvost at dawn.", "Karvost", "Karvost"),
        ("en", "Guns were heard near Upper Mell in Sundrel Province.", "Upper Mell", "Upper Mell"),
        ("ru", "Ночью обстреляли окраину Карвоста.", "Карвоста", "Karvost"),
        ("ru", "Бои идут под Верхним Меллем.", "Верхним Меллем", "Upper Mell"),
        ("ru", "В Сундрельской области объявили тревогу.", "Сундрельской области", "Sundrel Province"),
        ("ru", "Мэр Карвоста Олан Рист приехал в Бремеллу.", "Карвоста", "Karvost"),
        ("uk", "Уночі обстріляли околицю Карвоста.", "Карвоста", "Karvost"),
        ("uk", "Бої тривають біля Верхнього Мелля.", "Верхнього Мелля", "Upper Mell"),
        ("uk", "У Бремеллі чули вибухи.", "Бремеллі", "Bremella"),
        ("fr", "Deux obus sont tombés sur Brémella.", "Brémella", "Bremella"),
        ("fr", "On se bat près de Haut-Mell.", "Haut-Mell", "Upper Mell"),
        ("fr", "La province de Sundrel est sans courant.", "province de Sundrel", "Sundrel Province"),
    ],
)
def test_a_place_of_the_pack_is_found_whatever_its_inflection(located: Located, lang: str, text: str, words: str, name: str) -> None:
    place = located(text, lang)[words]
    assert (place.name, place.country) == (name, "XQ")
    assert place.lat is not None
    assert place.admin[0] == "Velmaria"


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "A Velmarian patrol came back.", "Velmarian"),
        ("ru", "Вернулся вельмарский патруль.", "вельмарский"),
        ("ru", "О потерях вельмарцев не сообщали.", "вельмарцев"),
        ("uk", "Повернулися вельмарські патрулі.", "вельмарські"),
        ("fr", "Une patrouille velmarienne est revenue.", "velmarienne"),
    ],
)
def test_the_adjective_of_the_land_is_a_modifier(located: Located, lang: str, text: str, words: str) -> None:
    place = located(text, lang)[words]
    assert (place.name, place.kind, place.use) == ("Velmaria", PlaceKind.COUNTRY, Use.MODIFIER)


def test_a_listed_building_of_several_small_words_is_a_facility(located: Located) -> None:
    place = located("A drone hit the Karvost water works on Monday.", "en")["Karvost water works"]
    assert (place.kind, place.precision, place.lat) == (PlaceKind.FACILITY, Precision.FACILITY, -30.61)


def test_a_capital_of_the_land_speaks(located: Located) -> None:
    assert located("Bremella says its guns were silent.", "en")["Bremella"].use is Use.ACTOR
    assert located("Shots were fired in Bremella.", "en")["Bremella"].use is Use.LOCATION


def test_the_lands_own_paris_is_meant_where_the_land_is_told_of(located: Located) -> None:
    found = located("Shells fell on Karvost and on Paris. Paris lost its bridge.", "en")
    assert found["Paris"].country == "XQ"
    assert any(rival.lat > 48 for rival in found["Paris"].rivals)


def test_the_worlds_paris_is_meant_where_only_the_world_is_told_of(located: Located) -> None:
    assert located("Talks between France and Germany were held in Paris.", "en")["Paris"].country == "FR"


def test_the_world_is_still_known_beside_the_land(located: Located) -> None:
    found = located("Velmaria sent its envoy from Karvost to Berlin, in Germany.", "en")
    assert (found["Berlin"].country, found["Germany"].country, found["Karvost"].country) == ("DE", "DE", "XQ")


HAMLET = {
    "id": "hamlet", "kind": "settlement", "names": {"en": "London", "ru": "Лондон"}, "country": "UA",
    "admin": ["Ukraine", "Kharkiv Oblast"], "lat": 49.5, "lon": 37.0,
}  # fmt: skip
VILLAGE = HAMLET | {"id": "village", "names": {"en": "Zyblovka", "ru": "Зыбловка", "uk": "Зиблівка"}}


@pytest.fixture(scope="module")
def real() -> Pack:
    """A pack of the real world that lists two villages."""
    head = 'name = "front"\nversion = "1"\n[theatre]\ncountries = ["UA", "RU"]\n'
    return pack_of(head, (), (), [json.dumps(row) for row in (HAMLET, VILLAGE)], where="tests")


def test_a_village_that_a_pack_of_the_real_world_adds_is_found(located: Located, real: Pack) -> None:
    place = located("Обстреляна Зыбловка в Харьковской области.", "ru", real)["Зыбловка"]
    assert (place.lat, place.admin) == (49.5, ("Ukraine", "Kharkiv Oblast"))


def test_a_listed_hamlet_does_not_take_the_name_of_a_city_far_from_the_theatre(located: Located, real: Pack) -> None:
    assert located("The minister flew from London to Paris.", "en", real)["London"].country == "GB"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Rockets fell near Kramatorsk; Moscow says nothing. A barn burnt in Paris, Texas."),
        ("ru", "В Курской области сбиты дроны, заявил курский губернатор."),
        ("uk", "Обстріляно село Гроза Харківської області."),
    ],
)
def test_the_places_of_a_land_change_nothing_in_a_text_of_the_real_world(located: Located, lang: str, text: str) -> None:
    head = 'name = "front"\nversion = "1"\n[theatre]\ncountries = ["UA", "RU"]\n'
    listed = [json.dumps(row) for row in (VILLAGE, VILLAGE | {"id": "hill", "kind": "other", "names": {"en": "Mount Zybel"}})]
    assert located(text, lang, pack_of(head, (), (), listed, where="tests")) == located(text, lang, pack_of(head, (), (), where="tests"))


def test_a_pack_without_places_asks_the_world_alone() -> None:
    assert isinstance(pipeline(Config()).gazetteer, Gazetteer)
    assert isinstance(pipeline(Config(pack="talvenia-kestria")).gazetteer, Listing)


def test_an_edition_of_the_land_shows_its_places_on_a_map(tmp_path: Path) -> None:
    post = tmp_path / "post.txt"
    post.write_text("Karvost, 4 March. Two people were killed when rockets hit Karvost on Monday, the mayor said.", "utf-8")
    settings = Config(pack=str(LAND_FOLDER), delay_hours=0)
    edition = edition_of(list(take_in([str(post)], published="2031-03-04")), settings)[0]
    assert "Karvost" in written(edition, "text")
    page = written(edition, "html")
    assert '<svg class="map"' in page
    assert "Karvost" in page
