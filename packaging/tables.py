"""The tables beside this file: names of regions (regions.tsv) and outlines of regions (admin1.tsv)."""

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
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


@dataclass(frozen=True, slots=True)
class Region:
    """A row of regions.tsv."""

    name: str
    names: tuple[str, ...]


def regions() -> dict[tuple[str, str], Region]:
    """(country, name in reverse_geocode) -> names."""
    table = {}
    for line in (HERE / "regions.tsv").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            country, source, english, ru, uk, fr, more = [*line.split("\t"), ""][:7]
            further = [n for n in more.split(";") if n]
            bare = [short(english), *(short_slavic(n) for n in (ru, uk)), short_french(fr)]
            full = f"{short(english)} region" if short(english) != english else english
            table[country, source] = Region(english, tuple(dict.fromkeys(n for n in (english, full, ru, uk, fr, *further, *bare) if n)))
    return table


def short(name: str) -> str:
    lower = name.lower()
    return next((name[: -len(word)] for word in GENERIC if lower.endswith(word)), name)


def short_slavic(name: str) -> str:
    for word in (" область", " край", " район"):
        name = name.removesuffix(word)
    return "" if name.startswith(("город ", "місто ")) else name


def short_french(name: str) -> str:
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
