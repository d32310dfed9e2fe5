"""Settlements: the entries of cities500, in English, with capitals told."""

from collections.abc import Iterator

from world import THEATRE, City, World

from sayso.gazetteer.schema import Entry
from sayso.text.folding import plain


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
