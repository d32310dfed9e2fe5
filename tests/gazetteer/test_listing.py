"""The places of a pack beside those of the world."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from sayso.gazetteer.listing import Listing
from sayso.record.place import Candidate, PlaceQuery
from sayso.sources.packs import pack_from
from sayso.text.span import Span

PACK = pack_from(Path(__file__).parents[1] / "cases" / "packs" / "velmaria")
AT = Span(0, 5)
WORLDS_PARIS = Candidate(geonames_id=2988507, name="Paris", lat=48.85, lon=2.35, feature="PPLC", country="FR", population=2_000_000)


def world(queries: Iterable[PlaceQuery]) -> dict[Span, tuple[Candidate, ...]]:
    return {query.span: (WORLDS_PARIS,) for query in queries if "Paris" in query.names}


def met(*names: str, lang: str = "en") -> tuple[Candidate, ...]:
    return Listing(PACK.places, world).look_up([PlaceQuery(span=AT, names=names, lang=lang)]).get(AT, ())


def test_a_place_of_the_pack_is_known_as_a_gazetteer_knows_one() -> None:
    (place,) = met("Karvost")
    assert (place.name, place.feature, place.country, place.match, place.listed) == ("Karvost", "PPL", "XQ", "exact", True)
    assert place.admin == ("Velmaria", "Sundrel Province")
    assert (place.lat, place.lon) == (-30.6, -20.6)


@pytest.mark.parametrize(
    ("name", "feature"),
    [("Velmaria", "PCLI"), ("Sundrel Province", "ADM1"), ("Bremella", "PPLC"), ("Karvost water works", "FCL")],
)
def test_the_kinds_have_their_features(name: str, feature: str) -> None:
    assert met(name)[0].feature == feature


def test_names_are_met_in_every_language_and_by_alias() -> None:
    for name in ("Brémella", "Бремелла", "BREMELLA"):
        assert met(name)[0].name == "Bremella"
    assert met("Карвостополь")[0].name == "Karvost"


def test_an_inflected_name_is_met_by_its_stems() -> None:
    (place,) = met("Верхнему Меллю", lang="ru")
    assert (place.name, place.match) == ("Upper Mell", "folded")


def test_the_packs_place_goes_before_the_worlds_of_that_name() -> None:
    assert [(c.listed, c.country) for c in met("Paris")] == [(True, "XQ"), (False, "FR")]


def test_what_the_pack_does_not_list_is_the_worlds() -> None:
    found = Listing(PACK.places, lambda queries: {q.span: (WORLDS_PARIS,) for q in queries}).look_up(
        [PlaceQuery(span=AT, names=("Lutetia",), lang="en")]
    )
    assert found == {AT: (WORLDS_PARIS,)}
    assert met("Nowhere") == ()
