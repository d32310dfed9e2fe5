"""Builds src/sayso/charts/data/outlines.json: country outlines of Natural Earth (public domain), by way of the npm package world-atlas 2.

    npm pack world-atlas@2 && tar xzf world-atlas-2*.tgz
    python packaging/outlines.py package/countries-50m.json

Viewpoint: internationally recognised borders. Natural Earth draws Crimea with the state that holds it; here it is Ukraine's, and the line
that parts it from the mainland is kept as a disputed line, like the lines around other territories whose status is contested.
Coordinates are hundredths of a degree (about 1 km): enough for a map that shows districts, too coarse for a street.
"""

import itertools
import json
import sys
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parents[1] / "src" / "sayso" / "charts" / "data" / "outlines.json"
CRIMEA = (32.0, 44.0, 37.0, 46.5)  # a box that holds the peninsula and nothing else of the state it is drawn with
CONTESTED = {"Kosovo", "Somaliland", "N. Cyprus", "W. Sahara", "Siachen Glacier", "Palestine"}

Point = tuple[int, int]


def main(path: str) -> None:
    """Reads the TopoJSON at `path` and writes the outlines."""
    topology = json.loads(Path(path).read_text("utf-8"))
    arcs = decoded(topology)
    countries: dict[str, list[list[int]]] = {}
    edges: dict[int, set[str]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for polygon in polygons:
            ring = points_of(polygon[0], arcs)
            crimea = name == "Russia" and within(ring)
            for part in polygon[0]:
                edges.setdefault(part if part >= 0 else ~part, set()).add("Crimea" if crimea else name)
            countries.setdefault("Ukraine" if crimea else name, []).append(flat(ring))
    disputed = [
        flat(arcs[arc]) for arc, names in sorted(edges.items()) if len(names) > 1 and (names & CONTESTED or names == {"Crimea", "Ukraine"})
    ]
    borders = [
        flat(arcs[arc])
        for arc, names in sorted(edges.items())
        if len(names) > 1 and not names & CONTESTED and names != {"Crimea", "Ukraine"}
    ]
    meta = {
        "from": "Natural Earth 1:50m, npm world-atlas 2.0.2",
        "licence": "public domain",
        "viewpoint": "internationally recognised borders",
    }
    OUT.write_text(
        json.dumps({"meta": meta, "countries": countries, "borders": borders, "disputed": disputed}, separators=(",", ":")) + "\n", "utf-8"
    )
    print(
        f"{OUT.name}: {len(countries)} countries, {len(borders)} borders, {len(disputed)} disputed lines, {OUT.stat().st_size // 1024} KB"
    )


def decoded(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs in hundredths of a degree."""
    (kx, ky), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points: list[Point] = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            point = (round((x * kx + x0) * 100), round((y * ky + y0) * 100))
            if not points or points[-1] != point:
                points.append(point)
        found.append(points)
    return found


def points_of(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """The points of a ring of arc numbers (a negative number runs the arc backwards)."""
    points: list[Point] = []
    for arc in ring:
        part = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
        points += part if not points else part[1:]
    return points


def within(ring: list[Point]) -> bool:
    """Does the ring lie in the box of Crimea?"""
    west, south, east, north = (100 * edge for edge in CRIMEA)
    return all(west <= x <= east and south <= y <= north for x, y in ring)


def flat(points: list[Point]) -> list[int]:
    """x, y, then steps: small numbers make a small file."""
    steps = [*points[0]]
    for (ax, ay), (bx, by) in itertools.pairwise(points):
        steps += [bx - ax, by - ay]
    return steps


if __name__ == "__main__":
    main(sys.argv[1])
