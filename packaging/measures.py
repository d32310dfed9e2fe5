"""Measures on the globe, in degrees and kilometres."""

import math
from collections.abc import Iterable

Point = tuple[float, float]


def mean(points: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """The middle of points (degrees), right across the date line."""
    x = y = z = 0.0
    for lat, lon in points:
        a, b = math.radians(lat), math.radians(lon)
        x, y, z = x + math.cos(a) * math.cos(b), y + math.cos(a) * math.sin(b), z + math.sin(a)
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 4), round(math.degrees(math.atan2(y, x)), 4)


def spread(centre: tuple[float, float], points: Iterable[tuple[float, float]]) -> float:
    """The distance (km) within which nine tenths of the points lie."""
    away = sorted(km(centre, p) for p in points)
    return round(away[int(0.9 * (len(away) - 1))] + 5, 0)


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    (p, q), (r, s) = a, b
    h = (
        math.sin(math.radians(r - p) / 2) ** 2
        + math.cos(math.radians(p)) * math.cos(math.radians(r)) * math.sin(math.radians(s - q) / 2) ** 2
    )
    return 12742 * math.asin(math.sqrt(h))
