"""Areas: the entries of countries, regions, districts, continents and seas."""

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib import resources

from measures import mean, spread
from tables import HERE, short, short_french
from world import THEATRE, City, World, point

from sayso.gazetteer.schema import Entry
from sayso.text.folding import plain


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
        bare = short(name)
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
        (o.country, plain(short_french(short(o.names[0])))): o
        for o in world.outlines
        if o.code not in first and o.country not in ("UA", "RU", "BY")
    }
    for gid, city in world.cities.items():
        if (county := world.county[gid]) and city["countrycode"] != "UA":
            inside[city["countrycode"], city["admin1code"], county].append(city)
    for (code, admin1, name), cities in inside.items():
        if len(cities) < 2 and code not in THEATRE | {"US"}:
            continue
        drawn = shapes.pop((code, plain(short_french(short(name)))), None)
        lat, lon = (drawn.lat, drawn.lon) if drawn else mean(map(point, cities))
        # A county of the United States is not called by its bare name, an English shire or French department is.
        bare = () if code == "US" else (short_french(name), short(name))
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
