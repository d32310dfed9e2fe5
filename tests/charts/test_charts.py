"""Maps and ranges: a circle and never a point, borders by the stated viewpoint, one scale for all."""

import re

from hypothesis import given
from hypothesis import strategies as st

from sayso.charts.maps import drawn
from sayso.charts.outlines import Box, clipped, outlines
from sayso.charts.ranges import bars
from sayso.record.chart import Pin

degrees = st.tuples(st.floats(-80, 80), st.floats(-175, 175), st.floats(0, 500))


def test_no_circle_is_smaller_than_a_settlement() -> None:
    svg = drawn([Pin(number=1, name="Verkhne", lat=48.5, lon=38.0, radius_km=0.0)], title="Where")
    assert float(re.search(r'class="reach"[^>]* r="([\d.]+)"', svg).group(1)) >= 5  # type: ignore[union-attr]


def test_names_in_a_map_are_escaped() -> None:
    svg = drawn([Pin(number=1, name="<img onerror=x>", lat=48.5, lon=38.0, radius_km=9, href='#"><b>')], title="<b>")
    assert "<img" not in svg
    assert "<b>" not in svg


@given(st.lists(degrees, max_size=12))
def test_any_pins_can_be_drawn_and_lie_inside_the_map(places: list[tuple[float, float, float]]) -> None:
    pins = [Pin(number=i, name=f"p{i}", lat=lat, lon=lon, radius_km=radius) for i, (lat, lon, radius) in enumerate(places, 1)]
    svg = drawn(pins, title="Where")
    if not pins:
        assert svg == ""
        return
    width, height = (float(n) for n in re.search(r'viewBox="0 0 ([\d.e+-]+) ([\d.e+-]+)"', svg).groups())  # type: ignore[union-attr]
    for x, y in re.findall(r'<circle class="reach" cx="([-\d.e+]+)" cy="([-\d.e+]+)"', svg):
        assert 0 <= float(x) <= width
        assert 0 <= float(y) <= height


def test_crimea_is_drawn_as_ukraines_and_its_line_as_disputed() -> None:
    around = outlines(Box(west=32, south=44, east=37, north=47))
    assert around.disputed
    assert [name for name, _, _ in around.names] == ["Ukraine"]


def test_a_ring_is_cut_at_the_box() -> None:
    box = Box(west=0, south=0, east=1, north=1)
    ring = clipped([(-1.0, -1.0), (2.0, -1.0), (2.0, 2.0), (-1.0, 2.0)], box)
    assert sorted(set(ring)) == [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)]
    assert clipped([(5.0, 5.0), (6.0, 5.0), (6.0, 6.0)], box) == []


@given(
    st.lists(st.tuples(st.floats(0, 1e6), st.one_of(st.none(), st.floats(0, 1e6))).map(lambda r: (r[0], r[1] if r[1] is None else max(r))))
)
def test_bars_stay_on_the_scale(ranges: list[tuple[float, float | None]]) -> None:
    for bar in bars(ranges):
        assert 0 <= bar.left <= 100
        assert bar.width >= -0.11
        assert bar.left + bar.width <= 100.2


def test_one_stray_place_does_not_make_the_map_world_wide() -> None:
    near = [Pin(number=n, name=f"p{n}", lat=48.0 + n / 10, lon=38.0 + n / 10, radius_km=10.0) for n in range(1, 5)]
    stray = Pin(number=5, name="Far & away", lat=10.0, lon=100.0, radius_km=10.0, href="#i5")
    alone, svg = drawn(near, title="Where"), drawn([*near, stray], title="Where")
    assert re.findall(r"<circle[^>]*>", svg) == re.findall(r"<circle[^>]*>", alone)
    assert re.search(r'<title>Far &amp; away</title>↘ <a href="#i5"><tspan>5</tspan>', svg)


def test_two_places_far_apart_are_both_on_the_map() -> None:
    pins = [Pin(number=1, name="a", lat=48.0, lon=38.0, radius_km=10.0), Pin(number=2, name="b", lat=10.0, lon=100.0, radius_km=10.0)]
    assert drawn(pins, title="Where").count("<circle") == 2
