"""The gazetteer: a read-only index of places, asked in batches."""

import sqlite3
import threading
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from importlib import resources
from pathlib import Path

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
        self._named = lru_cache(maxsize=_KEPT)(self._fetch)

    def look_up(self, queries: Iterable[PlaceQuery]) -> dict[Span, tuple[Candidate, ...]]:
        """The candidates of each query, at most 30: by match, kind asked for, then population; queries without any are left out.

        The names of a query are tried in their order; a name met exactly goes before one met by a neighbouring language's form.
        """
        found: dict[Span, tuple[Candidate, ...]] = {}
        for query in queries:
            candidates = self.candidates(query.names, query.kind)
            if candidates:
                found[query.span] = candidates
        return found

    def candidates(self, names: Sequence[str], kind: PlaceKind | None = None) -> tuple[Candidate, ...]:
        """The candidates of the first of these names that has any, with those of the others after them."""
        best: dict[tuple[int | str | None, str, float], tuple[tuple[int, int, int, int], Candidate]] = {}
        for number, name in enumerate(names):
            for candidate in self._named(name):
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

    def _fetch(self, name: str) -> tuple[Candidate, ...]:
        exact = plain(name)
        found: list[Candidate] = []
        for base in self._bases():
            pairs = _pairs(base, key(name))
            bit = spelling(name)
            found += _places(base, [(number, "exact" if bits & bit else "folded") for number, bits in pairs])
            if len(fold(name)) >= _VARIANT_LEAST and not any(c.feature == "PCLI" for c in found):
                found += _alike(_places(base, [(number, "variant") for number in _numbers(base, name) - {n for n, _ in pairs}]), name)
        if not exact or len(self.paths) == 1:
            return tuple(found)
        unlike = {(c.geonames_id, c.name): c for c in found}
        return tuple(unlike.values())

    def _bases(self) -> list[sqlite3.Connection]:
        """This thread's connections."""
        bases: list[sqlite3.Connection] | None = getattr(self._local, "bases", None)
        if bases is None:
            bases = self._local.bases = [_opened(path) for path in self.paths]
        return bases


def _alike(candidates: Iterable[Candidate], name: str) -> list[Candidate]:
    """Those whose name is written much like this one, vowels aside; the likest first."""
    own = fold(name)
    likeness = [(SequenceMatcher(None, own, fold(c.name)).ratio(), c) for c in candidates]
    return [c for ratio, c in sorted(likeness, key=lambda pair: (-round(pair[0], 1), -pair[1].population)) if ratio >= _ALIKE]


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
    return base


def _pairs(base: sqlite3.Connection, each: str) -> list[tuple[int, int]]:
    row = base.execute("select places from names where key = ?", (each,)).fetchone()
    return [] if row is None else list(PAIR.iter_unpack(row[0]))


def _numbers(base: sqlite3.Connection, name: str) -> set[int]:
    return {number for number, _ in _pairs(base, coarse(name))}


_SELECT = """select p.id, p.geonames, p.name, p.lat, p.lon, p.feature, p.country, a.names, p.population, p.radius
from place p join admin a on a.id = p.admin where p.id in ({})"""


def _places(base: sqlite3.Connection, matches: list[tuple[int, str]]) -> list[Candidate]:
    """The places of these numbers, exact matches first, then by population."""
    wanted = dict(sorted(matches, key=lambda m: (_ORDER[m[1]], m[0]))[: 4 * MOST])
    if not wanted:
        return []
    rows = base.execute(_SELECT.format(",".join(map(str, wanted))), ()).fetchall()
    made = {row[0]: _candidate(row[1:], wanted[row[0]]) for row in rows}
    return [made[number] for number in wanted]


def _candidate(row: tuple[str | None, str, int, int, str, str, str, int, float | None], match: str) -> Candidate:
    geonames, name, lat, lon, feature, country, admin, population, radius = row
    return Candidate(
        geonames_id=int(geonames) if geonames is not None and str(geonames).isdigit() else geonames,
        name=name, lat=lat / SCALE, lon=lon / SCALE, feature=feature, country=country,
        admin=tuple(admin.split("\t")) if admin else (), population=population, match=match, radius_km=radius,
    )  # fmt: skip
