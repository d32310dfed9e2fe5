"""The gazetteer: a read-only index of places, asked in batches."""

import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from sayso import ids
from sayso.errors import DataError, MissingError
from sayso.gazetteer.keys import coarse, key, spelling
from sayso.gazetteer.schema import PAIR, SCALE, VERSION
from sayso.record.place import Candidate, PlaceKind, PlaceQuery
from sayso.text.folding import fold, plain
from sayso.text.span import Span

MOST = 30  # candidates a query
_VARIANTS = 8  # of them at least for forms of neighbouring languages
_REGIONS = ("ADM", "RGN")
_KEPT = 50_000  # names whose candidates are kept in memory
_KEPT_QUERIES = 5_000
_AT_ONCE = (1, 8, 64, 256)  # rows asked for in one statement: few sizes, so that statements are prepared once
_MAPPED = 64 << 20  # bytes of an index that are read through the page cache
_ALIKE = 0.75  # of a name met by its coarse key: the share of letters in the same order
_VARIANT_LEAST = 5  # letters of a name that may be met by its coarse key
_ORDER = {"exact": 0, "folded": 1, "variant": 2}


def packaged() -> Path:
    """Where the index that comes with the program lies."""
    return Path(str(resources.files("sayso").joinpath("gazetteer", "data", "places.sqlite")))


class Gazetteer:
    """One or more place indexes, opened when first asked; safe to share between threads.

    `path` is the main index (that of the package where None), `further` are indexes that a user added, e.g. of villages.
    """

    def __init__(self, path: Path | None = None, further: Sequence[Path] = ()) -> None:
        self.paths = (path or packaged(), *further)
        self._local = threading.local()
        self._named: dict[str, tuple[Candidate, ...]] = {}
        self._ranked = lru_cache(maxsize=_KEPT_QUERIES)(self._rank)

    def look_up(self, queries: Iterable[PlaceQuery]) -> dict[Span, tuple[Candidate, ...]]:
        """The candidates of each query, at most 30: by match, kind asked for, then population; queries without any are left out.

        The names of a query are tried in their order; a name met exactly goes before one met by a neighbouring language's form.
        """
        queries = tuple(queries)
        self._fetch(name for query in queries for name in query.names)
        found: dict[Span, tuple[Candidate, ...]] = {}
        for query in queries:
            candidates = self.candidates(query.names, query.kind)
            if candidates:
                found[query.span] = candidates
        return found

    def candidates(self, names: Sequence[str], kind: PlaceKind | None = None) -> tuple[Candidate, ...]:
        """The candidates of the first of these names that has any, with those of the others after them."""
        return self._ranked(tuple(names), kind)

    def _rank(self, names: tuple[str, ...], kind: PlaceKind | None) -> tuple[Candidate, ...]:
        named = self._fetch(names)
        best: dict[tuple[int | str | None, str, float], tuple[tuple[int, int, int, int], Candidate]] = {}
        for number, name in enumerate(names):
            for candidate in named[name]:
                rank = (_ORDER[candidate.match], number, 0 if _fits(candidate, kind) else 1, -candidate.population)
                identity = (candidate.geonames_id, candidate.name, candidate.lat)
                if identity not in best or rank < best[identity][0]:
                    best[identity] = (rank, candidate)
        ordered = sorted(best.values(), key=lambda pair: (*pair[0], pair[1].name, str(pair[1].geonames_id)))
        # Forms of neighbouring languages keep a few places behind the names themselves.
        kept = [c for _, c in ordered if c.match != "variant"][: MOST - _VARIANTS]
        return (*kept, *[c for _, c in ordered if c.match == "variant"][: MOST - len(kept)])

    def region(self, name: str) -> Candidate | None:
        """The country or region of a name (e.g. of a pack's theatre), the largest of several; None where there is none."""
        fitting = [c for c in self.candidates((name,), PlaceKind.REGION) if c.feature == "PCLI" or c.feature.startswith(_REGIONS)]
        return min(fitting, key=lambda c: (_ORDER[c.match], -c.population), default=None)

    @cached_property
    def digest(self) -> str:
        """The SHA-256 over the indexes' files."""
        return ids.digest(b"".join(path.read_bytes() for path in self.paths))

    def meta(self) -> tuple[dict[str, str], ...]:
        """What is recorded of each index: where its data come from, versions, licence."""
        return tuple(dict(base.execute("select key, value from meta")) for base in self._bases())

    def _fetch(self, names: Iterable[str]) -> dict[str, tuple[Candidate, ...]]:
        """The candidates of each name, those of names not met before read from the indexes in one go."""
        known = {name: self._named.get(name) for name in names}
        unknown = [name for name, some in known.items() if some is None]
        found = {name: some for name, some in known.items() if some is not None}
        if unknown:
            read = self._read(unknown)
            if len(self._named) + len(read) > _KEPT:
                self._named.clear()
            self._named.update(read)
            found.update(read)
        return found

    def _read(self, names: Sequence[str]) -> dict[str, tuple[Candidate, ...]]:
        found: dict[str, list[Candidate]] = {name: [] for name in names}
        for base in self._bases():
            _add(base, found)
        several = len(self.paths) > 1  # one place of several indexes counts once
        return {name: tuple(_unlike(some) if several and plain(name) else some) for name, some in found.items()}

    def _bases(self) -> list[sqlite3.Connection]:
        """This thread's connections."""
        bases: list[sqlite3.Connection] | None = getattr(self._local, "bases", None)
        if bases is None:
            bases = self._local.bases = [_opened(path) for path in self.paths]
        return bases


def _unlike(candidates: Iterable[Candidate]) -> Iterable[Candidate]:
    return {(c.geonames_id, c.name): c for c in candidates}.values()


def _add(base: sqlite3.Connection, found: dict[str, list[Candidate]]) -> None:
    """Adds to each name its candidates in one index: those of its spelling, then those of a neighbouring language's form."""
    pairs = _pairs(base, {name: key(name) for name in found})
    matches = {name: _first((n, "exact" if bits & spelling(name) else "folded") for n, bits in some) for name, some in pairs.items()}
    rows = _rows(base, {number for some in matches.values() for number in some})
    for name, some in matches.items():
        found[name] += [_candidate(rows[number], match) for number, match in some.items()]
    distant = [name for name in found if len(fold(name)) >= _VARIANT_LEAST and not any(c.feature == "PCLI" for c in found[name])]
    coarsely = _pairs(base, {name: coarse(name) for name in distant})
    variants = {}
    for name, coarser in coarsely.items():
        own = {number for number, _ in pairs.get(name, ())}
        variants[name] = _first((number, "variant") for number, _ in coarser if number not in own)
    rows = _rows(base, {number for some in variants.values() for number in some})
    for name, some in variants.items():
        found[name] += _alike([_candidate(rows[number], match) for number, match in some.items()], name)


def _alike(candidates: Iterable[Candidate], name: str) -> list[Candidate]:
    """Those whose name is written much like this one, vowels aside; the likest first."""
    own = fold(name)
    likeness = [(ratio, c) for c in candidates if (ratio := _likeness(own, fold(c.name))) >= _ALIKE]
    return [c for _, c in sorted(likeness, key=lambda pair: (-round(pair[0], 1), -pair[1].population))]


@lru_cache(maxsize=_KEPT)
def _likeness(one: str, other: str) -> float:
    """The share of letters in the same order; 0 where the lengths already say that it is too small."""
    if 2 * min(len(one), len(other)) < _ALIKE * (len(one) + len(other)):
        return 0.0
    return SequenceMatcher(None, one, other).ratio()


def _fits(candidate: Candidate, kind: PlaceKind | None) -> bool:
    match kind:
        case PlaceKind.COUNTRY:
            return candidate.feature == "PCLI"
        case PlaceKind.REGION:
            return candidate.feature.startswith(_REGIONS)
        case PlaceKind.SETTLEMENT:
            return candidate.feature.startswith("PPL")
        case _:
            return True


def _opened(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise MissingError("there is no place index", where=str(path), then="run packaging/gazetteer.py, or name an index that is there")
    base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        version = base.execute("select value from meta where key = 'schema'").fetchone()
    except sqlite3.DatabaseError as why:
        base.close()
        raise DataError("this is no place index", faults=(str(why),), where=str(path), then="import the dump again") from None
    if version is None or version[0] != VERSION:
        base.close()
        seen = version and version[0]
        raise DataError(f"the place index has schema {seen}, not {VERSION}", where=str(path), then="import the dump again")
    base.execute(f"pragma mmap_size = {_MAPPED}")
    return base


def _pairs(base: sqlite3.Connection, keys: Mapping[str, str]) -> dict[str, list[tuple[int, int]]]:
    """Name -> (place number, bits of its spellings) of the places under the name's key; names without any are left out."""
    blobs = dict(_asked(base, "select key, places from names where key in ({})", sorted(set(keys.values()))))
    return {name: list(PAIR.iter_unpack(blobs[each])) for name, each in keys.items() if each in blobs}


_SELECT = """select p.id, p.geonames, p.name, p.lat, p.lon, p.feature, p.country, a.names, p.population, p.radius
from place p join admin a on a.id = p.admin where p.id in ({})"""
_Row = tuple[str | None, str, int, int, str, str, str, int, float | None]


def _first(matches: Iterable[tuple[int, str]]) -> dict[int, str]:
    """Place number -> match, exact matches first, then by population; as many as can matter."""
    return dict(sorted(matches, key=lambda m: (_ORDER[m[1]], m[0]))[: 4 * MOST])


def _rows(base: sqlite3.Connection, numbers: Collection[int]) -> dict[int, _Row]:
    return {row[0]: row[1:] for row in _asked(base, _SELECT, sorted(numbers))}


def _asked(base: sqlite3.Connection, statement: str, values: Sequence[str] | Sequence[int]) -> Iterator[Any]:
    """The rows of a statement for all of the values."""
    at = 0
    while at < len(values):
        size = next((size for size in _AT_ONCE if size >= len(values) - at), _AT_ONCE[-1])
        some = values[at : at + size]
        at += size
        yield from base.execute(statement.format(",".join("?" * size)), (*some, *[some[-1]] * (size - len(some))))


def _candidate(row: _Row, match: str) -> Candidate:
    geonames, name, lat, lon, feature, country, admin, population, radius = row
    return Candidate(
        geonames_id=int(geonames) if geonames is not None and str(geonames).isdigit() else geonames,
        name=name, lat=lat / SCALE, lon=lon / SCALE, feature=feature, country=country,
        admin=tuple(admin.split("\t")) if admin else (), population=population, match=match, radius_km=radius,
    )  # fmt: skip
