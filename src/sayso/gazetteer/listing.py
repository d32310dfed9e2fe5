"""The listing: a pack's own places, looked up beside the world's."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from sayso.gazetteer.keys import key
from sayso.lexicon.places import PackPlace, PackPlaces
from sayso.record.place import Candidate, PlaceKind, PlaceQuery
from sayso.text.folding import plain
from sayso.text.span import Span
from sayso.text.stems import stem

_FEATURES = {
    PlaceKind.SETTLEMENT: "PPL",
    PlaceKind.COUNTRY: "PCLI",
    PlaceKind.FACILITY: "FCL",
    PlaceKind.OTHER: "LCTY",
}
_LEAST = 4  # letters of a name that may be met by its stem
_MATCHES = ("exact", "folded")
LookUp = Callable[[Iterable[PlaceQuery]], Mapping[Span, tuple[Candidate, ...]]]


class Listing:
    """A gazetteer of a pack's places and, after them, of what `world` (the look-up of another gazetteer) knows."""

    def __init__(self, places: PackPlaces, world: LookUp) -> None:
        self._world = world
        made = {place.id: _candidate(place, places) for place in places.by_id.values()}
        self._made = {match: {place: replace(one, match=match) for place, one in made.items()} for match in _MATCHES}
        self._spelled: dict[str, set[str]] = {}
        self._by_key: dict[str, list[str]] = {}
        self._by_stems: dict[tuple[str, ...], list[str]] = {}
        for place in places.by_id.values():
            for lang, name in place.spellings():
                self._spelled.setdefault(place.id, set()).add(plain(name))
                _enter(self._by_key.setdefault(key(name), []), place.id)
                _enter(self._by_stems.setdefault(_stems(name, lang), []), place.id)

    def look_up(self, queries: Iterable[PlaceQuery]) -> dict[Span, tuple[Candidate, ...]]:
        """The candidates of each query that has any: the pack's places first, then those of the world in its order."""
        asked = list(queries)
        found = dict(self._world(asked))
        for query in asked:
            own = self._named(query)
            if own:
                found[query.span] = (*own, *found.get(query.span, ()))
        return found

    def _named(self, query: PlaceQuery) -> tuple[Candidate, ...]:
        """The pack's places under the names of a query: by spelling, else by folded key, else by the stems of inflected words."""
        best: dict[str, tuple[int, int]] = {}
        for number, name in enumerate(query.names):
            for place in self._by_key.get(key(name), ()):
                rank = (0 if plain(name) in self._spelled[place] else 1, number)
                best[place] = min(best.get(place, rank), rank)
        if not best:
            for number, name in enumerate(query.names):
                if len(name) >= _LEAST:
                    best |= {place: (1, number) for place in self._by_stems.get(_stems(name, query.lang), ()) if place not in best}
        ordered = sorted((rank, number, place) for place, (rank, number) in best.items())
        return tuple(self._made[_MATCHES[rank]][place] for rank, _, place in ordered)


def _enter(listed: list[str], place: str) -> None:
    if place not in listed:
        listed.append(place)


def _stems(name: str, lang: str | None) -> tuple[str, ...]:
    return tuple(stem(word, lang) for word in plain(name).split())


def _candidate(place: PackPlace, places: PackPlaces) -> Candidate:
    """The place as a gazetteer knows one: country first in `admin`, as in the index."""
    chain = places.chain(place)
    top = chain[0] if chain else place
    above = (*top.admin, *(each.name() for each in chain))
    return Candidate(
        geonames_id=None,
        name=place.name(),
        lat=place.lat,
        lon=place.lon,
        feature=_feature(place, chain),
        country=top.country,
        admin=(place.name(),) if place.kind is PlaceKind.COUNTRY else above,
        population=place.population,
        radius_km=place.radius_km,
        listed=True,
    )


def _feature(place: PackPlace, chain: tuple[PackPlace, ...]) -> str:
    if place.kind is PlaceKind.REGION:
        deep = any(each.kind is PlaceKind.REGION for each in chain) or len(place.admin) > 1
        return "ADM2" if deep else "ADM1"
    return "PPLC" if place.capital else _FEATURES[place.kind]
