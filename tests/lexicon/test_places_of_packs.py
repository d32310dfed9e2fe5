"""A pack's own places: what is read of them, and every fault told at once."""

import json
from typing import Any

import pytest

from sayso.errors import DataError
from sayso.lexicon.loading import BUILT_IN, built_in, pack_of
from sayso.lexicon.pack import Pack
from sayso.lexicon.toponyms import toponym_book
from sayso.record.place import PlaceKind

HEADER = 'name = "isle"\nversion = "1"\n[[sides]]\nid = "north"\n'
LAND: dict[str, Any] = {"id": "isle", "kind": "country", "names": {"en": "Isle"}, "country": "XQ", "lat": 1.0, "lon": 2}
TOWN: dict[str, Any] = {"id": "town", "kind": "settlement", "names": {"en": "Town"}, "region": "isle", "lat": 1.5, "lon": 2.5}


def loaded(*rows: dict[str, Any], actors: str = "") -> Pack:
    return pack_of(HEADER, actors.splitlines(), (), [json.dumps(row) for row in rows], where="tests")


def faults_of(*rows: dict[str, Any]) -> tuple[str, ...]:
    with pytest.raises(DataError) as caught:
        loaded(*rows)
    return caught.value.faults


def test_a_pack_without_places_has_none() -> None:
    assert not loaded().places
    assert built_in("ukraine-russia").places.told_in(toponym_book("ru")) is toponym_book("ru")


def test_a_place_lies_in_the_places_that_its_region_names() -> None:
    county = {"id": "county", "kind": "region", "names": {"en": "County"}, "region": "isle", "lat": 1.2, "lon": 2.2}
    places = loaded(TOWN | {"region": "county"}, LAND, county).places
    assert [place.id for place in places.chain(places.by_id["town"])] == ["isle", "county"]
    assert places.by_id["isle"].kind is PlaceKind.COUNTRY


def test_the_countries_that_a_pack_lists_belong_to_its_theatre() -> None:
    assert loaded(LAND).countries == ("XQ",)


def test_a_place_of_a_real_country_says_its_code_and_what_it_lies_in() -> None:
    place = loaded({**TOWN, "region": None, "country": "UA", "admin": ["Ukraine", "Kharkiv Oblast"]}).places.by_id["town"]
    assert (place.country, place.admin) == ("UA", ("Ukraine", "Kharkiv Oblast"))


def test_the_peoples_of_a_pack_join_those_of_a_language() -> None:
    places = loaded(LAND | {"demonyms": {"ru": ["островский"], "en": ["Islish"]}}).places
    assert places.told_in(toponym_book("ru")).demonyms["островск"] == "Isle"
    assert places.told_in(toponym_book("en")).demonyms["islish"] == "Isle"
    assert places.told_in(toponym_book("en")).demonyms["russian"] == "Russia"


def test_all_faults_are_told_at_once_beside_those_of_actors() -> None:
    rows = (TOWN | {"lat": "north", "kind": "hamlet"}, LAND | {"lon": 200})
    with pytest.raises(DataError) as caught:
        loaded(*rows, actors='{"id": "guard", "kind": "military", "names": {}}')
    told = "\n".join(caught.value.faults)
    assert all(part in told for part in ("guard: no name", "town: lat 'north'", "town: kind 'hamlet'", "isle: lon 200"))


def test_lines_that_are_no_json_are_told_beside_other_faults() -> None:
    with pytest.raises(DataError) as caught:
        pack_of(HEADER, ['{"id": "guard", "kind": "military", "names": {}}'], (), ["{"], where="tests")
    assert len(caught.value.faults) == 2
    assert caught.value.faults[0].startswith("places.jsonl: line 1")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"id": ""}, "no id"),
        ({"names": {}}, "no name"),
        ({"names": {"ru": "Город"}}, "no English name"),
        ({"names": {"en": "Town", "de": "Stadt"}}, "'de' is not one of"),
        ({"names": {"en": "Town", "ru": 7}}, "the name in ru is no text"),
        ({"aliases": ["Towne"]}, "aliases are no lists"),
        ({"demonyms": {"en": "Townish"}}, "demonyms are no lists"),
        ({"lat": None}, "lat None"),
        ({"lat": True}, "lat True"),
        ({"lat": float("nan")}, "lat nan"),
        ({"lat": 10**400}, "is no number of degrees"),
        ({"radius_km": 0}, "radius_km 0"),
        ({"population": -5}, "population -5"),
        ({"population": 2.5}, "population 2.5"),
        ({"kind": "facility", "capital": True}, "capital is true for a settlement only"),
        ({"popluation": 5}, "'popluation' is no field"),
        ({"region": None}, "it lies nowhere"),
        ({"region": "nowhere"}, "region 'nowhere' is no place of this file"),
        ({"region": ["isle"]}, "is no id of a place"),
        ({"country": "UA"}, "give either"),
        ({"region": None, "country": "Ukraine"}, "is no code of two capitals"),
        ({"region": None, "country": "UA", "admin": "Ukraine"}, "admin is no list"),
    ],
)
def test_a_fault_is_told_in_a_sentence(change: dict[str, Any], told: str) -> None:
    (fault,) = faults_of(LAND, TOWN | change)
    assert told in fault


def test_a_country_lies_in_nothing_and_has_a_code() -> None:
    assert "a country lies in no region" in faults_of(LAND | {"country": None})[0]


def test_an_id_given_twice_is_told() -> None:
    assert faults_of(LAND, TOWN, TOWN) == ("town stands twice among the places",)


def test_places_in_one_another_are_told() -> None:
    one = {"id": "one", "kind": "region", "names": {"en": "One"}, "region": "two", "lat": 1, "lon": 2}
    two = {"id": "two", "kind": "region", "names": {"en": "Two"}, "region": "one", "lat": 1, "lon": 2}
    assert len(faults_of(one, two)) == 2


def test_no_place_lies_in_a_town() -> None:
    assert "a settlement, not a region or country" in faults_of(LAND, TOWN, TOWN | {"id": "quarter", "region": "town"})[0]


def test_what_lies_in_a_faulty_place_is_no_fault_of_its_own() -> None:
    assert len(faults_of(LAND | {"lat": 100}, TOWN)) == 1


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_places_of_the_packs_that_come_with_the_program_are_named_in_four_languages(name: str) -> None:
    for place in built_in(name).places.by_id.values():
        assert set(place.names) == {"en", "ru", "uk", "fr"}, place.id
        for _, spelling in place.spellings():
            assert spelling == " ".join(spelling.split()), place.id


def test_no_invented_country_takes_the_code_of_a_real_one() -> None:
    for name in BUILT_IN:
        assert all(code.startswith("X") for code in built_in(name).places.countries)
