"""The map: where the incidents of an edition are said to have been, each as a circle as wide as the place is uncertain."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from sayso.charts.outlines import Box, Line, outlines
from sayso.record.chart import Pin

WIDTH = 640.0
_LEAST_KM = 8.0  # no circle is drawn smaller: a settlement is not a point
_LABEL = 14.0  # pixels that a number takes
_KM = 111.2  # kilometres in a degree of latitude
_BULK = 0.75  # the share of the pins that a map is fitted to at least
_STRAY = 3.0  # times as far from the middle as the bulk reaches: a pin there does not widen the map
_NEAR = 5.0  # degrees from the middle at which nothing is far
_EDGE = 16.0  # pixels from the edge at which an arrow to a far place stands
_LETTER = 12.0  # pixels that a letter of a number takes at most
_ARROWS = "→↘↓↙←↖↑↗"


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    box: Box
    scale: float
    squeeze: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        return round((lon - self.box.west) * self.squeeze * self.scale, 1), round((self.box.north - lat) * self.scale, 1)

    @property
    def height(self) -> float:
        return round((self.box.north - self.box.south) * self.scale, 1)


def drawn(pins: Sequence[Pin], *, title: str, least_degrees: float = 3.0, width: float = WIDTH) -> str:
    """The pins as an SVG element (equidistant cylindrical about the middle latitude); empty without pins.

    It is fitted to the bulk: places far from all others are told at its edge, each by an arrow towards it.
    Colours come from the style sheet of the page: classes land, border, disputed, reach, number.
    """
    if not pins:
        return ""
    near = _bulk(pins)
    view = _view(near, least_degrees, width)
    shapes = outlines(view.box)
    parts = [
        f'<svg class="map" role="img" viewBox="0 0 {width:g} {view.height:g}" xmlns="http://www.w3.org/2000/svg">',
        f"<title>{escape(title)}</title>",
        f'<path class="land" d="{"".join(_path(ring, view, close=True) for ring in shapes.land)}"/>',
        f'<path class="border" d="{"".join(_path(line, view) for line in shapes.borders)}"/>',
        f'<path class="disputed" d="{"".join(_path(line, view) for line in shapes.disputed)}"/>',
    ]
    for name, lon, lat in shapes.names:
        x, y = view.at(lon, lat)
        parts.append(f'<text class="country" x="{x:g}" y="{y:g}">{escape(name)}</text>')
    # Wide circles first, so that a village inside a region can still be met by the pointer.
    for pin in sorted(near, key=lambda p: (-p.radius_km, p.number)):
        x, y = view.at(pin.lon, pin.lat)
        radius = round(max(pin.radius_km, _LEAST_KM) / _KM * view.scale, 1)
        parts.append(f'<circle class="reach" cx="{x:g}" cy="{y:g}" r="{max(radius, 5):g}"><title>{escape(pin.name)}</title></circle>')
    for x, y, group in _together([(view.at(pin.lon, pin.lat), pin) for pin in near]):
        numbers = ", ".join(_linked(pin) for pin in group)
        parts.append(f'<text class="number" x="{x:g}" y="{y:g}">{numbers}</text>')
    far = {pin.number: _edge(view, pin, width) for pin in pins if pin not in near}
    for x, y, group in _together([(far[pin.number][:2], pin) for pin in pins if pin.number in far]):
        numbers = ", ".join(_linked(pin) for pin in group)
        names = escape(", ".join(dict.fromkeys(pin.name for pin in group)))
        half = _LETTER * (2 + len(", ".join(str(pin.number) for pin in group))) / 2  # the text stands about its middle
        x = round(min(max(x, half), width - half), 1)
        parts.append(f'<text class="number" x="{x:g}" y="{y:g}"><title>{names}</title>{far[group[0].number][2]} {numbers}</text>')
    return "".join([*parts, "</svg>"])


def _bulk(pins: Sequence[Pin]) -> list[Pin]:
    """The pins without those that lie far from where most lie."""
    lat, lon = (sorted(values)[len(pins) // 2] for values in ([p.lat for p in pins], [p.lon for p in pins]))
    squeeze = max(0.1, math.cos(math.radians(lat)))
    away = [math.hypot(pin.lat - lat, (pin.lon - lon) * squeeze) for pin in pins]
    reach = sorted(away)[math.ceil(len(pins) * _BULK) - 1]
    return [pin for pin, far in zip(pins, away, strict=True) if far <= max(_NEAR, reach * _STRAY)]


def _edge(view: _View, pin: Pin, width: float) -> tuple[float, float, str]:
    """Where at the edge a far place is told, and the arrow towards it."""
    x, y = view.at(pin.lon, pin.lat)
    turn = round(math.atan2(y - view.height / 2, x - width / 2) / (math.pi / 4)) % 8
    return min(max(x, _EDGE), width - _EDGE), min(max(y, _EDGE), view.height - _EDGE), _ARROWS[turn]


def _view(pins: Sequence[Pin], least: float, width: float) -> _View:
    reach = [max(pin.radius_km, _LEAST_KM) / _KM for pin in pins]
    south = min(pin.lat - r for pin, r in zip(pins, reach, strict=True))
    north = max(pin.lat + r for pin, r in zip(pins, reach, strict=True))
    middle = (south + north) / 2
    squeeze = max(0.1, math.cos(math.radians(middle)))
    west = min(pin.lon - r / squeeze for pin, r in zip(pins, reach, strict=True))
    east = max(pin.lon + r / squeeze for pin, r in zip(pins, reach, strict=True))
    high = max(north - south, least) * 1.15
    wide = max((east - west), least / squeeze) * 1.15
    high = max(high, wide * squeeze / 2.4)
    wide = max(wide, 1.6 * high / squeeze)  # a map that leaves room for what it is about
    centre = (west + east) / 2
    box = Box(west=centre - wide / 2, south=middle - high / 2, east=centre + wide / 2, north=middle + high / 2)
    return _View(box=box, scale=width / (wide * squeeze), squeeze=squeeze)


def _path(line: Line, view: _View, *, close: bool = False) -> str:
    points: list[tuple[float, float]] = []
    for lon, lat in line:
        point = view.at(lon, lat)
        if not points or abs(point[0] - points[-1][0]) + abs(point[1] - points[-1][1]) >= 1:
            points.append(point)
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points) + ("Z" if close else "") if len(points) > 1 else ""


def _together(placed: list[tuple[tuple[float, float], Pin]]) -> list[tuple[float, float, list[Pin]]]:
    """Labels: pins that would be written over one another share one, at the place of the first."""
    labels: list[tuple[float, float, list[Pin]]] = []
    for (x, y), pin in placed:
        near = next((group for a, b, group in labels if abs(x - a) < _LABEL * (1 + len(group)) and abs(y - b) < _LABEL), None)
        if near is None:
            labels.append((x, y, [pin]))
        else:
            near.append(pin)
    return labels


def _linked(pin: Pin) -> str:
    mark = f"<tspan>{pin.number}</tspan>"
    return f'<a href="{escape(pin.href)}">{mark}</a>' if pin.href else mark
