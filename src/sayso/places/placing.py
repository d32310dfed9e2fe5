"""The placing: a toponym and the belief in its candidates, made into a place."""

from collections.abc import Mapping
from dataclasses import replace

from sayso import ids
from sayso.places.belief import Belief, is_area
from sayso.places.naming import Scene
from sayso.places.romanised import romanised
from sayso.places.spot import Spot
from sayso.places.uses import use_of
from sayso.record.method import Method
from sayso.record.place import Candidate, Place, PlaceKind, Precision, Rival, Use

METHOD = Method(name="places by names and surroundings", version="1")
_TOWN = 20_000  # people from which a place is no village
LEAST_SHARE = 0.3  # of the belief that a place must have to get coordinates
_LEAST_OF_VILLAGE = 0.4
_MARGIN = 1.2  # by which a hamlet must be likelier than its rival
_RIVALS = 5
_RADIUS = {Precision.SETTLEMENT: 5.0, Precision.DISTRICT: 25.0, Precision.REGION: 120.0, Precision.COUNTRY: 500.0, Precision.FACILITY: 8.0}


def place(spot: Spot, belief: Belief, at: Scene, main: Mapping[int, Candidate]) -> Place:
    document = at.reading.document.id
    identity = ids.make("p", document, list(spot.span))
    if spot.how == "facility":
        return _facility(spot, at, main.get(spot.first), identity)
    if not belief:
        name = romanised(spot.names[0], at.reading.lang)
        return Place(
            id=identity,
            document=document,
            span=spot.span,
            name=name,
            lat=None,
            lon=None,
            geonames_id=None,
            kind=PlaceKind.SETTLEMENT,
            use=use_of(spot, None, at),
            confidence=0.1,
            method=METHOD,
        )
    best, share = belief[0]
    kind, precision = _kind(spot, best)
    use = use_of(spot, best, at)
    rivals = tuple(Rival(name=c.name, lat=c.lat, lon=c.lon, confidence=round(s, 3)) for c, s in belief[1 : _RIVALS + 1] if s >= 0.02)
    second = belief[1][1] if len(belief) > 1 else 0.0
    # Of two hamlets alike neither: that would be a guess.
    least = LEAST_SHARE if is_area(best) or best.population >= _TOWN or best.listed else _LEAST_OF_VILLAGE
    sure = share >= least and (share >= _MARGIN * second or best.population > 1000)
    bare = Place(
        id=identity,
        document=document,
        span=spot.span,
        name=best.name if sure else romanised(spot.names[0], at.reading.lang),
        lat=None,
        lon=None,
        geonames_id=None,
        kind=kind,
        use=use,
        confidence=round(min(share, 0.99), 3),
        rivals=rivals,
        method=METHOD,
    )
    if not sure:
        first = Rival(name=best.name, lat=best.lat, lon=best.lon, confidence=round(share, 3))
        return replace(bare, rivals=(first, *rivals)[:_RIVALS])
    radius = best.radius_km if best.radius_km is not None else _RADIUS[precision]
    return replace(
        bare,
        lat=best.lat,
        lon=best.lon,
        geonames_id=best.geonames_id,
        admin=best.admin,
        country=best.country or None,
        precision=precision,
        radius_km=max(radius, _RADIUS[precision]) if precision is Precision.DISTRICT else radius,
    )


def _kind(spot: Spot, best: Candidate) -> tuple[PlaceKind, Precision]:
    """Kind and precision; a district named after a town that the index lacks is the town's surroundings."""
    if best.feature == "PCLI":
        return PlaceKind.COUNTRY, Precision.COUNTRY
    if best.feature in ("ADM1", "CONT", "RGN"):
        return PlaceKind.REGION, Precision.REGION
    if best.feature.startswith("ADM"):
        return PlaceKind.REGION, Precision.DISTRICT
    if best.feature == "FCL":
        return PlaceKind.FACILITY, Precision.FACILITY
    if not best.feature.startswith("PPL"):
        return PlaceKind.OTHER, Precision.REGION
    if spot.how == "region":
        return PlaceKind.REGION, Precision.DISTRICT
    return PlaceKind.SETTLEMENT, Precision.DISTRICT if best.radius_km else Precision.SETTLEMENT


def _facility(spot: Spot, at: Scene, town: Candidate | None, identity: str) -> Place:
    bare = Place(
        id=identity,
        document=at.reading.document.id,
        span=spot.span,
        name=spot.span.of(at.reading.text),
        lat=None,
        lon=None,
        geonames_id=None,
        kind=PlaceKind.FACILITY,
        use=Use.LOCATION if use_of(spot, None, at) is Use.LOCATION else Use.MODIFIER,
        confidence=0.5,
        method=METHOD,
    )
    if town is None:
        return bare
    return replace(
        bare,
        lat=town.lat,
        lon=town.lon,
        admin=(*town.admin, town.name),
        country=town.country or None,
        precision=Precision.FACILITY,
        radius_km=_RADIUS[Precision.FACILITY],
    )
