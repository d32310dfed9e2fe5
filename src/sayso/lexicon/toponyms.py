"""The toponym book: the words of a language that stand beside place names, and the names of peoples."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sayso.errors import DataError
from sayso.lexicon.rows import Row, packaged
from sayso.text.folding import plain
from sayso.text.stems import stem

_SETS = ("never", "risky", "title", "organisation", "facility", "inside", "prefix", "saying", "media", "near", "building")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWord:
    """A word that says what kind of place a name is: `stands` before or after the name."""

    kind: str
    stands: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToponymBook:
    """The words beside place names, as `folding.plain` has them.

    `words`: phrase -> what it says; `demonyms`: stem of a people's name or country's adjective -> English name of the place;
    `abbreviations`: surface -> English name. `never`: capitalised words that are no places; `risky`: names of places that are more
    often something else; `titles` stand before persons; `organisations` end names of bodies; `facilities` names of buildings and roads;
    `inside`: words before a place where something is; `prefixes`: parts of a place; `sayings`: what capitals do as actors (lemmas);
    `media` end the names of papers and channels; `singulars`: plural region word -> singular;
    `buildings`: small words that end a row of nouns for something built, which stands where its first name says;
    `near`: words that only places follow; `word_ends`: the last words of the phrases of `words` that stand before.
    """

    lang: str
    words: dict[str, PlaceWord]
    demonyms: dict[str, str]
    abbreviations: dict[str, str]
    never: frozenset[str]
    risky: frozenset[str]
    titles: frozenset[str]
    organisations: frozenset[str]
    facilities: frozenset[str]
    inside: frozenset[str]
    prefixes: frozenset[str]
    sayings: frozenset[str]
    media: frozenset[str]
    singulars: dict[str, str]
    near: frozenset[str]
    word_ends: frozenset[str]
    buildings: frozenset[str] = frozenset()


@cache
def toponym_book(lang: str) -> ToponymBook:
    """The book of a language, from the data of the package; DataError with every faulty row."""
    return book_of(lang, packaged(f"sayso.lexicon.data.{lang}", "toponyms.jsonl"), packaged("sayso.lexicon.data", "demonyms.jsonl"))


def book_of(lang: str, rows: Iterable[Row], peoples: Iterable[Row]) -> ToponymBook:
    """The book of these rows (see data/en/toponyms.jsonl) and peoples (data/demonyms.jsonl)."""
    words: dict[str, PlaceWord] = {}
    abbreviations: dict[str, str] = {}
    singulars: dict[str, str] = {}
    sets: dict[str, set[str]] = {name: set() for name in _SETS}
    faults: list[str] = []
    for row in rows:
        kind, listed = row.get("row"), row.get("words")
        if not isinstance(listed, list) or not row.get("example"):
            faults.append(f"{row}: a row has words and an example")
        elif kind == "word":
            words |= {plain(phrase): PlaceWord(kind=row["kind"], stands=row["stands"]) for phrase in listed}
        elif kind == "abbreviation":
            abbreviations |= dict(pair.split("=", 1) for pair in listed)
        elif kind == "plural":
            singulars |= {plain(a): b for a, b in (pair.split("=", 1) for pair in listed)}
        elif kind in sets:
            sets[kind] |= {plain(word) for word in listed}
        else:
            faults.append(f"{kind!r} is no row of a toponym book")
    if faults:
        raise DataError("the toponym book is faulty", faults=tuple(faults), where=f"{lang}/toponyms.jsonl")
    return ToponymBook(
        lang=lang,
        words=words,
        demonyms=demonyms(lang, peoples),
        abbreviations=abbreviations,
        never=frozenset(sets["never"]),
        risky=frozenset(sets["risky"]),
        titles=frozenset(sets["title"]),
        organisations=frozenset(sets["organisation"]),
        facilities=frozenset(sets["facility"]),
        inside=frozenset(sets["inside"]),
        prefixes=frozenset(sets["prefix"]),
        sayings=frozenset(sets["saying"]),
        media=frozenset(sets["media"]),
        singulars=singulars,
        near=frozenset(sets["near"]),
        buildings=frozenset(sets["building"]),
        word_ends=frozenset(phrase.split(" ")[-1] for phrase, word in words.items() if word.stands == "before"),
    )


def demonyms(lang: str, peoples: Iterable[Row]) -> dict[str, str]:
    """Stem keys of a people's names in a language (words joined by a blank) -> English name of the place.

    >>> demonyms("ru", [{"place": "Poland", "ru": ["польский"]}])
    {'польск': 'Poland'}
    """
    return {" ".join(stem(part, lang) for part in word.split()): row["place"] for row in peoples for word in row.get(lang, ())}
