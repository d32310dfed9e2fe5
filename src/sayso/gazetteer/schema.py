"""The schema of a place index, and the writing of one."""

import sqlite3
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sayso.gazetteer.keys import coarse, key, spelling

VERSION = "1"
PAIR = struct.Struct("<IH")
_MOST = 150  # places under one key
_MOST_ALIKE = 3  # of one name in one region: the largest ones
_TABLES = """
create table meta (key text primary key, value text not null) without rowid;
create table admin (id integer primary key, names text not null);
create table place (
  id integer primary key, geonames text, name text not null, lat integer not null, lon integer not null,
  feature text not null, country text not null, admin integer not null, population integer not null, radius real
);
create table names (key text primary key, places blob not null) without rowid;
"""
SCALE = 10_000  # degrees are kept as integers: 11 m


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place to be indexed: `admin` English names, country first; `related` asks for keys of neighbouring languages' forms."""

    geonames_id: int | str | None
    name: str
    lat: float
    lon: float
    feature: str
    country: str
    admin: tuple[str, ...] = ()
    population: int = 0
    radius_km: float | None = None
    names: tuple[str, ...] = ()
    related: bool = False


def write(path: Path, entries: Iterable[Entry], meta: Mapping[str, str]) -> int:
    """Writes an index of the entries to a new file; the number of places comes back.

    The same entries give the same file. A place's number follows its population, so that a key lists large places first.
    """
    ordered = sorted(entries, key=lambda e: (-e.population, e.country, e.name, str(e.geonames_id)))
    admins: dict[tuple[str, ...], int] = {}
    for entry in ordered:
        admins.setdefault(entry.admin, len(admins))
    path.unlink(missing_ok=True)
    base = sqlite3.connect(path)
    try:
        base.executescript("pragma page_size = 4096; pragma journal_mode = off; pragma synchronous = off;" + _TABLES)
        base.executemany("insert into meta values (?, ?)", sorted({"schema": VERSION, **meta}.items()))
        base.executemany("insert into admin values (?, ?)", ((number, "\t".join(names)) for names, number in admins.items()))
        base.executemany(
            "insert into place values (?,?,?,?,?,?,?,?,?,?)",
            (
                (n, None if e.geonames_id is None else e.geonames_id, e.name, round(e.lat * SCALE), round(e.lon * SCALE), e.feature,
                 e.country, admins[e.admin], e.population, e.radius_km)
                for n, e in enumerate(ordered, 1)
            ),
        )  # fmt: skip
        base.executemany("insert into names values (?, ?)", sorted(_keys(ordered).items()))
        base.commit()
        base.execute("vacuum")
    finally:
        base.close()
    return len(ordered)


def _keys(ordered: list[Entry]) -> dict[str, bytes]:
    """Key -> packed (place number, spellings) pairs, large places first."""
    table: dict[str, dict[int, int]] = {}
    for number, entry in enumerate(ordered, 1):
        for name in (entry.name, *entry.names):
            for each in (key(name), coarse(name)) if entry.related else (key(name),):
                if each.strip("~ a") or each == "a":
                    found = table.setdefault(each, {})
                    found[number] = found.get(number, 0) | spelling(name)
    return {each: _packed(found, ordered) for each, found in table.items()}


def _packed(found: dict[int, int], ordered: list[Entry]) -> bytes:
    alike: dict[tuple[str, ...], int] = {}
    kept: list[bytes] = []
    for number, bits in found.items():
        entry = ordered[number - 1]
        region = (entry.country, *entry.admin[:2])
        alike[region] = alike.get(region, 0) + 1
        if alike[region] <= _MOST_ALIKE and len(kept) < _MOST:
            kept.append(PAIR.pack(number, bits))
    return b"".join(kept)
