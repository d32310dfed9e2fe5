"""What holds for the places of every text."""

import time

from hypothesis import given
from hypothesis import strategies as st

from sayso.record.place import PlaceKind

WORDS = (
    "Курской Курск области Харків Харківщина село в у near in Kyiv Paris Texas , . ; "
    "the region governor Moscow says Москва заявила Russian-Ukrainian St. John's "
    "« » “ ” KHARKIV — Новая Таволжанке région de Koursk l'Ukraine U.S. N.J. - ' \n 12 Новый Оскол County"
).split(" ")
texts = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


@given(text=texts, lang=st.sampled_from([None, "en", "ru", "uk", "fr"]))
def test_places_lie_in_the_text_in_order_and_without_overlaps(text, lang, located):
    places = located(text, lang)
    ends = [0]
    for place in places:
        assert ends[-1] <= place.span.start < place.span.end <= len(text)
        assert place.span.of(text).strip() == place.span.of(text)
        ends.append(place.span.end)


@given(text=texts)
def test_coordinates_come_with_precision_and_belief_and_rivals_are_five_at_most(text, located):
    for place in located(text):
        assert (place.lat is None) == (place.lon is None) == (place.precision is None)
        assert place.lat is None or (place.radius_km is not None and place.radius_km > 0 and -90 <= place.lat <= 90)
        assert 0 <= place.confidence < 1
        assert len(place.rivals) <= 5
        assert place.kind in PlaceKind


@given(text=texts)
def test_the_same_text_has_the_same_places_twice(text, located):
    assert located(text) == located(text)


@given(text=st.text(max_size=300))
def test_any_text_is_answered(text, located):
    assert all(place.span.of(text) for place in located(text, "en"))


def test_a_long_text_takes_time_in_proportion(located):
    sentence = "Shelling hit Kharkiv, Paris, Texas and the village of Zorkovets in Kursk region, Gov. Smith said. "
    located(sentence * 10, "en")

    def taken(times: int) -> float:
        start = time.process_time()
        located(sentence * times, "en")
        return time.process_time() - start

    short, long = taken(100), taken(800)
    assert long < 8 * short * 3 + 1


def test_capitals_without_end_are_answered(located):
    assert isinstance(located("Kyiv " * 20_000, "en"), tuple)
    assert isinstance(located("КУРСК " * 5_000, "ru"), tuple)
