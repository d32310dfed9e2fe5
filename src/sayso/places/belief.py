"""The belief: how likely a candidate is the place that a text means, from its size, the conflict's theatre and what else the text names."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.record.place import Candidate, PlaceKind
from sayso.text.folding import fold

_MATCH = {"exact": 0.0, "folded": -0.7, "variant": -1.8}
_LISTED = 3.0  # what a pack's own place has before the world's in a text about its land: about a city before a hamlet
_EARTH = 12742.0
_REGIONAL = ("ADM", "RGN", "CONT")


Belief = tuple[tuple[Candidate, float], ...]  # candidates with their shares, the likeliest first


@dataclass(slots=True)
class Surroundings:
    """What a text says about where it is: countries and regions that it names, places that it is sure of, the outlet's country."""

    theatre: Mapping[str, float] = field(default_factory=dict)  # country -> how much the text is about that theatre, 0 to 1
    front: frozenset[str] = frozenset()
    outlet: str | None = None
    foreign: bool = False  # the text is in a language that names the whole world's places in another alphabet
    countries: dict[str, float] = field(default_factory=dict)
    regions: dict[tuple[str, str], float] = field(default_factory=dict)
    points: list[tuple[float, float]] = field(default_factory=list)


def region_key(candidate: Candidate) -> tuple[str, str]:
    """Country and first-order region of a candidate; the region is empty where it is not known."""
    if candidate.feature == "ADM1":
        return candidate.country, candidate.name
    return candidate.country, candidate.admin[1] if len(candidate.admin) > 1 else ""


def is_area(candidate: Candidate) -> bool:
    """Is it a region, an area or a country rather than a settlement?"""
    return candidate.feature.startswith(_REGIONAL) or candidate.feature == "PCLI"


def weight(candidate: Candidate, around: Surroundings, kind: PlaceKind | None) -> float:
    """The logarithm of the belief in a candidate before its neighbours in the sentence are asked (any unit)."""
    total = _MATCH.get(candidate.match, -1.8) + _size(candidate) + _fitting(candidate, kind)
    near = around.theatre.get(candidate.country, 0.0)
    if near:
        total += 1.2 * near + (_LISTED * near if candidate.listed else 0.0)
        if region_key(candidate)[1] and fold(region_key(candidate)[1]) in around.front:
            total += 0.8 * near
    elif around.foreign and candidate.population < 100_000 and not is_area(candidate):
        total -= 1.5
    if candidate.country == around.outlet:
        total += 0.7
    total += 1.0 * min(1.0, around.countries.get(candidate.country, 0.0))
    total += 1.8 * min(1.0, around.regions.get(region_key(candidate), 0.0)) if region_key(candidate)[1] else 0.0
    return total + _nearness(candidate, around.points)


def _size(candidate: Candidate) -> float:
    """From 0 (a hamlet) to 4.5 (a country)."""
    if candidate.feature == "PCLI":
        return 4.5
    if candidate.feature in ("CONT", "SEA", "RGN", "GULF", "STRT", "CHN"):
        return 4.0
    size = 0.55 * math.log10(max(candidate.population, 10))
    if candidate.feature == "ADM1":
        return max(size - 0.4, 2.2)
    if candidate.feature.startswith("ADM"):
        return size - 1.2
    return size + (0.6 if candidate.feature == "PPLC" else 0.0) - (0.3 if candidate.radius_km else 0.0)


def _fitting(candidate: Candidate, kind: PlaceKind | None) -> float:
    if kind is PlaceKind.REGION:
        return 2.5 if candidate.feature.startswith(_REGIONAL) else 0.5 if candidate.feature == "PCLI" else -0.5
    if kind is PlaceKind.SETTLEMENT:
        return 0.8 if candidate.feature.startswith("PPL") else -1.5
    if kind is PlaceKind.COUNTRY:
        return 2.0 if is_area(candidate) else -2.0
    return 0.0


def _nearness(candidate: Candidate, points: Sequence[tuple[float, float]]) -> float:
    """Up to 1 for a place beside one that the text is sure of."""
    if not points or is_area(candidate):
        return 0.0
    near = min(kilometres((candidate.lat, candidate.lon), point) for point in points)
    return math.exp(-near / 150)


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The distance of two points (degrees) in km.

    >>> round(kilometres((50.45, 30.52), (49.99, 36.23)))
    409
    """
    p, q = math.radians(a[0]), math.radians(b[0])
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return _EARTH * math.asin(math.sqrt(min(1.0, h)))


def shares(weights: Sequence[float]) -> list[float]:
    """The weights as shares of one belief (sum 1)."""
    most = max(weights)
    powers = [math.exp(1.5 * (w - most)) for w in weights]
    total = sum(powers)
    return [p / total for p in powers]
