"""The pack's places: those that a conflict's data names itself, beside what a gazetteer knows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sayso.lexicon.names import Named, NameIndex
from sayso.lexicon.rows import Row
from sayso.lexicon.toponyms import ToponymBook, demonyms
from sayso.record.place import PlaceKind

LANGUAGES = ("en", "ru", "uk", "fr")
FIELDS = (
    "id", "kind", "names", "aliases", "demonyms", "region", "country", "admin", "lat", "lon", "radius_km", "population", "capital",
    "source",
)  # fmt: skip
_DEEPEST = 6  # places inside one another


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPlace:
    """A place that a pack lists. `region` is the listed place that it lies in; where there is none, `country` and `admin` say where it is.

    `demonyms` are adjectives and names of its people, by language; `capital` marks a seat that speaks for its rulers.
    """

    id: str
    kind: PlaceKind
    names: dict[str, str]
    lat: float
    lon: float
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    demonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    region: str | None = None
    country: str = ""
    admin: tuple[str, ...] = ()
    radius_km: float | None = None
    population: int = 0
    capital: bool = False
    source: str = "unverified"

    def name(self, lang: str = "en") -> str:
        """The name in a language, else in English, else the id."""
        return self.names.get(lang) or self.names.get("en") or self.id

    def spellings(self) -> Iterator[tuple[str, str]]:
        """(language, name) of all its names and aliases."""
        yield from self.names.items()
        yield from ((lang, alias) for lang, aliases in self.aliases.items() for alias in aliases)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPlaces:
    """The places of a pack by id. `index` finds their names in texts, `peoples` has stem -> English name for each language."""

    by_id: dict[str, PackPlace] = field(default_factory=dict)
    index: NameIndex = field(default_factory=lambda: NameIndex.of(()))
    peoples: dict[str, dict[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, places: dict[str, PackPlace]) -> "PackPlaces":
        """These places with their index."""
        named = [Named(id=p.id, of="place", how="name", lang=lang, words=words) for p in places.values() for lang, words in p.spellings()]
        rows = [{"place": p.name(), **p.demonyms} for p in places.values()]
        peoples = {lang: demonyms(lang, rows) for lang in LANGUAGES} if places else {}
        return cls(by_id=places, index=NameIndex.of(named), peoples=peoples)

    def __bool__(self) -> bool:
        return bool(self.by_id)

    @property
    def countries(self) -> tuple[str, ...]:
        """The codes of the countries that the pack lists itself."""
        return tuple(dict.fromkeys(p.country for p in self.by_id.values() if p.kind is PlaceKind.COUNTRY))

    def chain(self, place: PackPlace) -> tuple[PackPlace, ...]:
        """The listed places that it lies in, the largest first."""
        found: list[PackPlace] = []
        at = place
        while at.region is not None and len(found) < _DEEPEST:
            at = self.by_id[at.region]
            found.insert(0, at)
        return tuple(found)

    def told_in(self, book: ToponymBook) -> ToponymBook:
        """A language's toponym book with the peoples of these places."""
        own = self.peoples.get(book.lang)
        return replace(book, demonyms=book.demonyms | own) if own else book


def entered(rows: Sequence[Row], faults: list[str], *, unread: bool = False) -> dict[str, PackPlace]:
    """The places of these rows by id; every fault, with the id or the number of its row, is added to `faults`.

    `unread`: other lines could not be read, so that a region that is not here may be theirs.
    """
    places: dict[str, PackPlace] = {}
    for number, row in enumerate(rows, 1):
        who = row["id"] if _is_text(row.get("id")) else f"place {number}"
        own = [f"{who}: {fault}" for fault in _faults(row)]
        if who in places:
            own.append(f"{who} stands twice among the places")
        faults += own
        if not own:
            places[who] = _place(row)
    broken = {row["id"] for row in rows if _is_text(row.get("id"))} - places.keys()
    faults += [fault for place in places.values() for fault in _lost(place, places, None if unread else broken)]
    return places


def _place(row: Row) -> PackPlace:
    return PackPlace(
        id=row["id"],
        kind=PlaceKind(row["kind"]),
        names=dict(row["names"]),
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        aliases={lang: tuple(words) for lang, words in (row.get("aliases") or {}).items()},
        demonyms={lang: tuple(words) for lang, words in (row.get("demonyms") or {}).items()},
        region=row.get("region"),
        country=row.get("country") or "",
        admin=tuple(row.get("admin") or ()),
        radius_km=row.get("radius_km"),
        population=row.get("population") or 0,
        capital=bool(row.get("capital")),
        source=row.get("source", "unverified"),
    )


def _faults(row: Row) -> Iterator[str]:
    """What is wrong with a row by itself."""
    if not _is_text(row.get("id")):
        yield "no id"
    kinds = [kind.value for kind in PlaceKind]
    if row.get("kind") not in kinds:
        yield f"kind {row.get('kind')!r} is not one of {', '.join(kinds)}"
    yield from (f"{key!r} is no field of a place (there are {', '.join(FIELDS)})" for key in row if key not in FIELDS)
    names = row.get("names")
    if not isinstance(names, dict) or not names:
        yield "no name: give names by language"
    else:
        yield from _languages("names", names)
        yield from (f"the name in {lang} is no text" for lang, name in names.items() if not _is_text(name))
        if not _is_text(names.get("en")):
            yield "no English name, by which it is shown"
    for key in ("aliases", "demonyms"):
        words = row.get(key) or {}
        if not isinstance(words, dict) or not all(isinstance(w, list) and all(map(_is_text, w)) for w in words.values()):
            yield f"{key} are no lists of words by language"
        else:
            yield from _languages(key, words)
    for key, most in (("lat", 90), ("lon", 180)):
        if not _is_number(row.get(key)) or abs(row[key]) > most:
            yield f"{key} {row.get(key)!r} is no number of degrees from -{most} to {most}"
    if row.get("radius_km") is not None and not (_is_number(row["radius_km"]) and row["radius_km"] > 0):
        yield f"radius_km {row['radius_km']!r} is no number above 0"
    people = row.get("population")
    if people is not None and not (isinstance(people, int) and _is_number(people) and people >= 0):
        yield f"population {people!r} is no count"
    if row.get("capital") not in (None, True, False) or (row.get("capital") and row.get("kind") != "settlement"):
        yield "capital is true for a settlement only"
    yield from _faults_of_chain(row)


def _faults_of_chain(row: Row) -> Iterator[str]:
    region, country, admin = row.get("region"), row.get("country"), row.get("admin")
    if region is not None and not _is_text(region):
        yield f"region {region!r} is no id of a place"
    if country is not None and not (isinstance(country, str) and len(country) == 2 and country.isascii() and country.isupper()):
        yield f"country {country!r} is no code of two capitals, such as UA; an invented land takes one of XA to XZ"
    if admin and not (isinstance(admin, list) and all(map(_is_text, admin))):
        yield "admin is no list of English names, country first"
    if row.get("kind") == PlaceKind.COUNTRY and (region is not None or country is None):
        yield "a country lies in no region, and has its own code in country"
    elif region is None and country is None:
        yield "it lies nowhere: give region (the id of a place of this file) or country (a code, with admin)"
    elif region is not None and (country is not None or admin):
        yield "its region tells country and admin: give either"


def _lost(place: PackPlace, places: dict[str, PackPlace], broken: set[str] | None) -> Iterator[str]:
    """What is wrong with where a place lies, as far as places without a fault of their own tell. `broken` None: any may be missing."""
    seen = {place.id}
    at = place
    while at.region is not None:
        parent = places.get(at.region)
        if parent is None:
            if at is place and broken is not None and at.region not in broken:
                yield f"{place.id}: region {at.region!r} is no place of this file"
            return
        if parent.kind not in (PlaceKind.REGION, PlaceKind.COUNTRY):
            if at is place:
                yield f"{place.id}: region {at.region!r} is a {parent.kind.value}, not a region or country"
            return
        if parent.id in seen or len(seen) > _DEEPEST:
            yield f"{place.id}: it lies in itself, or more than {_DEEPEST} deep ({at.id} in {parent.id})"
            return
        seen.add(parent.id)
        at = parent


def _languages(key: str, words: dict[str, Any]) -> Iterator[str]:
    yield from (f"{key}: {lang!r} is not one of {', '.join(LANGUAGES)}" for lang in words if lang not in LANGUAGES)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and -1e12 < value < 1e12  # NaN is not
