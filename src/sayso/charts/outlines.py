"""The outlines: land and borders inside a box of degrees."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

Line = list[tuple[float, float]]
_SEEN = 0.04  # share of the box from which on a country is named


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """West, south, east and north in degrees."""

    west: float
    south: float
    east: float
    north: float

    @property
    def area(self) -> float:
        """Square degrees."""
        return (self.east - self.west) * (self.north - self.south)

    def meets(self, line: Line) -> bool:
        """Do the bounds of the line share a point with the box?"""
        xs, ys = [x for x, _ in line], [y for _, y in line]
        return min(xs) <= self.east and max(xs) >= self.west and min(ys) <= self.north and max(ys) >= self.south


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlines:
    """Rings of land, border lines and disputed lines as (longitude, latitude) in degrees; countries' names at their widest visible part."""

    land: tuple[Line, ...]
    names: tuple[tuple[str, float, float], ...]
    borders: tuple[Line, ...]
    disputed: tuple[Line, ...]


def outlines(box: Box) -> Outlines:
    """The land rings (clipped), borders and disputed lines that meet the box."""
    rings = {
        name: [clipped(ring, box) for ring in map(_line, country) if box.meets(ring)] for name, country in _data()["countries"].items()
    }
    return Outlines(
        land=tuple(ring for country in rings.values() for ring in country if len(ring) > 2),
        names=tuple(
            (name, *_middle(max(country, key=_area)))
            for name, country in rings.items()
            if country and _area(max(country, key=_area)) > _SEEN * box.area
        ),
        borders=tuple(line for line in map(_line, _data()["borders"]) if box.meets(line)),
        disputed=tuple(line for line in map(_line, _data()["disputed"]) if box.meets(line)),
    )


def clipped(ring: Line, box: Box) -> Line:
    """The ring inside the box (Sutherland and Hodgman 1974), empty where nothing is."""
    for axis, edge, keep_above in ((0, box.west, True), (0, box.east, False), (1, box.south, True), (1, box.north, False)):
        out: Line = []
        for i, here in enumerate(ring):
            before = ring[i - 1]
            inside, was_inside = (here[axis] >= edge) is keep_above, (before[axis] >= edge) is keep_above
            if inside is not was_inside:
                share = (edge - before[axis]) / (here[axis] - before[axis])
                out.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
            if inside:
                out.append(here)
        ring = out
        if not ring:
            return []
    return ring


def _area(ring: Line) -> float:
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, [*ring[1:], *ring[:1]], strict=True))) / 2


def _middle(ring: Line) -> tuple[float, float]:
    """The centre of gravity of a ring."""
    twice = x = y = 0.0
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        cross = ax * by - bx * ay
        twice, x, y = twice + cross, x + (ax + bx) * cross, y + (ay + by) * cross
    return (x / (3 * twice), y / (3 * twice)) if twice else ring[0]


def _line(flat: list[int]) -> Line:
    x, y = flat[0], flat[1]
    points = [(x / 100, y / 100)]
    for i in range(2, len(flat), 2):
        x, y = x + flat[i], y + flat[i + 1]
        points.append((x / 100, y / 100))
    return points


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(resources.files("sayso").joinpath("charts", "data", "outlines.json").read_text("utf-8"))
    return data
