"""The judging: what people decided, applied to the annotations of an edition."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from sayso import ids
from sayso.claims.speakers import of_actor, of_outlet
from sayso.lexicon.pack import Actor, Outlet, Pack
from sayso.record.annotation import Annotation
from sayso.record.claim import Speaker
from sayso.record.judgement import Judgement
from sayso.record.place import Candidate, Place, PlaceQuery, Precision
from sayso.reviews.apply import applied, by_document
from sayso.reviews.settle import settle, standing
from sayso.run.assembly import gazetteer_of
from sayso.text.span import Span

_SAME = 0.02  # degrees: what a gazetteer knows nearer than this to a chosen point is the place chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Annotations as people corrected them and as `machine` made, the judgements that stand, and those whose words are nowhere any more."""

    annotations: tuple[Annotation, ...]
    machine: tuple[Annotation, ...]
    judgements: tuple[Judgement, ...]
    orphans: tuple[Judgement, ...]

    @property
    def version(self) -> tuple[tuple[str, str], ...]:
        """What an edition says of them among its versions: their number and digest; nothing where there are none."""
        if not self.judgements:
            return ()
        digest = ids.make("j", [[j.id, j.about] for j in self.judgements])[2:14]
        return (("judgements", f"{len(self.judgements)} {digest}"),)


def judged(read: Sequence[Annotation], judgements: Sequence[Judgement], pack: Pack) -> Judged:
    """The annotations with the speakers and places that people chose; the order of what is given stays."""
    if not judgements:
        return Judged(annotations=tuple(read), machine=tuple(read), judgements=(), orphans=())
    settled = settle(judgements, read)
    those = standing(settled.judgements)
    mine = by_document(those)

    @cache
    def speaker_of(name: str, on: date | None) -> Speaker:
        return speaker(pack, name, on)

    def place_of(place: Place, lat: float, lon: float, name: str) -> Place:
        return place_at(place, lat, lon, name, pack)

    corrected = (applied(a, mine[a.document.id], speaker_of=speaker_of, place_of=place_of) if a.document.id in mine else a for a in read)
    return Judged(annotations=tuple(corrected), machine=tuple(read), judgements=those, orphans=standing(settled.orphans))


def speaker(pack: Pack, name: str, on: date | None = None) -> Speaker:
    """The speaker of a name or an id: as the pack lists it, else somebody of that name of whom nothing more is known."""
    found = listed(pack, name)
    if len(found) != 1:
        return Speaker(id=None, name=name)
    (one,) = found
    return of_actor(one, on) if isinstance(one, Actor) else of_outlet(one)


def listed(pack: Pack, name: str) -> tuple[Actor | Outlet, ...]:
    """The actors and outlets of the pack that have this id, else this name in any language, else this alias."""
    key = " ".join(name.split()).casefold()
    everybody: list[Actor | Outlet] = [*pack.actors.values(), *pack.outlets.values()]
    for words in (_ids, _names, _aliases):
        if found := tuple(one for one in everybody if key in {word.casefold() for word in words(one)}):
            return found
    return ()


def _ids(one: Actor | Outlet) -> Iterable[str]:
    return (one.id,)


def _names(one: Actor | Outlet) -> Iterable[str]:
    return one.names.values()


def _aliases(one: Actor | Outlet) -> Iterable[str]:
    return (alias for aliases in one.aliases.values() for alias in aliases)


def place_at(place: Place, lat: float, lon: float, name: str, pack: Pack) -> Place:
    """The place of a toponym at a chosen point: with what the gazetteer knows of the place there, else with the point alone."""
    known = candidate_at(place, lat, lon, name, pack)
    if known is None:
        return replace(place, name=name, lat=lat, lon=lon, geonames_id=None, admin=(), country=None, precision=Precision.SETTLEMENT)
    return replace(
        place,
        name=known.name,
        lat=known.lat,
        lon=known.lon,
        geonames_id=known.geonames_id,
        admin=known.admin,
        country=known.country,
        radius_km=known.radius_km,
        precision=Precision.REGION if known.feature.startswith("ADM1") else Precision.SETTLEMENT,
    )


def candidate_at(place: Place, lat: float, lon: float, name: str, pack: Pack) -> Candidate | None:
    """What the pack and the gazetteer know under the place's names at a point."""
    query = PlaceQuery(span=Span(0, 0), names=tuple(dict.fromkeys((name, place.name))), lang=None)
    found = [c for those in gazetteer_of(pack).look_up([query]).values() for c in those if max(abs(c.lat - lat), abs(c.lon - lon)) <= _SAME]
    return min(found, key=lambda c: (abs(c.lat - lat) + abs(c.lon - lon), -c.population, str(c.geonames_id)), default=None)
