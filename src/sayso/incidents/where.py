"""The whereabouts: the place of a report as grouping sees it, and how two stand to each other."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.record.place import Place, PlaceKind, Precision
from sayso.text.folding import fold as spelling
from sayso.text.folding import plain

_STEM, _ENDING = 6, 3  # letters in common, and letters that an ending may take
_EARTH_KM = 12742.0
_GENERIC = frozenset(
    "the of city town village region oblast district raion county province area near neighborhood neighbourhood "
    "область район город село місто ville village région district quartier".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """A place folded for comparison: name parts from fine to coarse, point, bound in km, whether it is only a region or a country.

    `division` is the first division of its country that it lies in, or is; None where that is not known.
    """

    parts: tuple[str, ...]
    admin: frozenset[str]
    point: tuple[float, float] | None
    radius: float
    grain: str  # spot (below a settlement), settlement, region, country
    geonames: str | None
    division: str | None = None


def fold(name: str) -> str:
    """The folded spelling of a name without words such as "city of".

    >>> fold("Duékoué") == fold("the city of Duekoue")
    True
    """
    words = plain(name).replace(",", " ").split()
    return spelling(" ".join([word for word in words if word not in _GENERIC] or words))


_GRAINS = {
    Precision.FACILITY: "spot",
    Precision.SETTLEMENT: "settlement",
    Precision.DISTRICT: "region",
    Precision.REGION: "region",
    Precision.COUNTRY: "country",
}
_RADII = {"spot": 2.0, "settlement": 6.0, "region": 120.0, "country": 600.0}


def whereabouts(place: Place | None) -> Whereabouts | None:
    """What grouping needs of a place; None where there is neither a name nor a point."""
    if place is None:
        return None
    parts: list[str] = []
    for part in place.name.split(","):
        folded = fold(part)
        if folded and (not parts or parts[-1] != folded):
            parts.append(folded)
    point = None if place.lat is None or place.lon is None else (place.lat, place.lon)
    if not parts and point is None:
        return None
    grain = _GRAINS[place.precision] if place.precision else ("spot" if len(parts) > 2 else "settlement")
    admin = frozenset(fold(name) for name in place.admin) | frozenset(parts[1:])
    return Whereabouts(
        parts=tuple(parts),
        admin=admin - {""},
        point=point,
        radius=place.radius_km or _RADII[grain],
        grain=grain,
        geonames=None if place.geonames_id is None else str(place.geonames_id),
        division=next(iter(regions([place])), None),
    )


def regions(places: Iterable[Place]) -> frozenset[str]:
    """The folded names of the regions (first divisions of a country) in which places lie, or which they are."""
    found = set()
    for place in places:
        if place.kind is PlaceKind.REGION or place.precision is Precision.REGION:
            found.add(fold(place.name.split(",")[0]))
        elif len(place.admin) > 1:
            found.add(fold(place.admin[1]))
    return frozenset(found - {""})


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great-circle distance of two points (latitude, longitude) in km.

    >>> round(kilometres((50.45, 30.52), (49.99, 36.23)))
    409
    """
    rad = math.pi / 180
    h = math.sin((b[0] - a[0]) * rad / 2) ** 2 + math.cos(a[0] * rad) * math.cos(b[0] * rad) * math.sin((b[1] - a[1]) * rad / 2) ** 2
    return _EARTH_KM * math.asin(math.sqrt(min(1.0, h)))


def apart(a: Whereabouts, b: Whereabouts) -> float | None:
    """The distance of the two points in km, None where one has none."""
    return None if a.point is None or b.point is None else kilometres(a.point, b.point)


def within(fine: Whereabouts, coarse: Whereabouts) -> bool:
    """Does the coarser place hold the finer one, by its divisions, the tail of its name, or its radius?"""
    if coarse.parts and coarse.parts[0] in fine.parts[1:]:
        return True
    # A city bears the name of its region: only a region can hold what lies in that region.
    if coarse.grain in ("region", "country"):
        if coarse.parts and coarse.parts[0] in fine.admin:
            return True
        if coarse.grain == "region" and None not in (fine.division, coarse.division) and fine.division != coarse.division:
            return False  # its neighbour's bound reaches over the border
        km = apart(fine, coarse)
        return km is not None and km <= coarse.radius and not (fine.admin and coarse.grain == "country")
    return False


def relation(a: Whereabouts | None, b: Whereabouts | None) -> str:
    """How two places stand: unknown, same, name, inside, spot, or a band of km (2, 6, 15, 40, far).

    `same` is the same name and no more than 30 km apart (one name may belong to several villages), `name` the same name without points.
    """
    if a is None or b is None:
        return "unknown"
    km = apart(a, b)
    if a.geonames is not None and a.geonames == b.geonames:
        return "same"
    if a.parts and a.parts == b.parts:
        return "name" if km is None else "same" if km < 30 else "far"
    if a.parts and b.parts and a.parts[0] == b.parts[0] and a.grain == b.grain and (km is None or km < 30):
        return "same" if km is not None else "name"
    if within(a, b) or within(b, a):
        return "inside"
    if km is None and a.grain == b.grain and a.parts and b.parts and _inflected(a.parts[0], b.parts[0]):
        return "name"
    if km is None:
        if (lost(a) and b.grain in ("region", "country")) or (lost(b) and a.grain in ("region", "country")):
            return "unknown"
        return "far" if a.parts and b.parts else "unknown"
    for bound in (0.5, 2, 6, 15, 40):
        if km <= bound:
            return "spot" if bound == 0.5 else f"{bound:g} km"
    return "far"


def lost(of: Whereabouts) -> bool:
    """Is it a settlement of which nobody knows where it lies: without a point, and without a division that holds it?"""
    return of.grain in ("spot", "settlement") and of.point is None and not of.admin


def _inflected(a: str, b: str) -> bool:
    """Are two folded names one but for their endings ("Lipova Hirka", "Lipovoi Hirki")? Names that no gazetteer knows keep their case."""
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared >= _STEM and max(len(a), len(b)) - shared <= _ENDING


def coarser(a: Whereabouts | None, b: Whereabouts | None) -> str:
    """The grain of the coarser of two places; unknown where one is not known."""
    order = ("spot", "settlement", "region", "country")
    return "unknown" if a is None or b is None else max(a.grain, b.grain, key=order.index)
