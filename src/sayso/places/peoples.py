"""Peoples: demonyms, and the adjectives of countries and regions."""

from collections.abc import Iterator

from sayso.lexicon.toponyms import ToponymBook
from sayso.places.bases import adjective_forms
from sayso.places.spot import Spot
from sayso.places.words import Words, adjacent, span_of
from sayso.record.place import PlaceKind
from sayso.record.reading import Reading


def peoples(reading: Reading, words: Words, book: ToponymBook) -> Iterator[Spot]:
    """Demonyms and country adjectives; in Russian and Ukrainian also a region's adjective in small letters ("курский губернатор")."""
    tokens, lang = reading.tokens, reading.lang or "en"
    slavic, last = lang in ("ru", "uk"), len(tokens) - 1
    for i, root in enumerate(tokens.stems):
        if not root or (lang == "en" and not words.capital[i]):
            continue
        end = i + 1
        if i < last and (place := book.demonyms.get(f"{root} {tokens.stems[i + 1]}")) and adjacent(reading, i):
            end = i + 2
        else:
            place = book.demonyms.get(root) or book.demonyms.get(tokens.lemmas[i])
        if place:
            yield Spot(
                span=span_of(reading, words, i, end),
                first=i,
                last=end,
                names=(place,),
                how="demonym",
                kind=PlaceKind.COUNTRY,
                run=(i, end),
            )
        elif slavic and (not words.capital[i] or qualifies(reading, words, i)) and (forms := adjective_forms(tokens.lemmas[i], lang)):
            yield Spot(
                span=span_of(reading, words, i, i + 1),
                first=i,
                last=i + 1,
                names=forms[:1],
                how="adjective",
                kind=PlaceKind.REGION,
                run=(i, i + 1),
            )


def qualifies(reading: Reading, words: Words, i: int) -> bool:
    """Is word `i` a Slavic adjective in agreement with the small noun after it ("Курский губернатор"), and so no town's name?"""
    tokens = reading.tokens
    after = i + 1
    if after >= len(tokens) or words.sentences[after] != words.sentences[i] or words.capital[after] or not adjacent(reading, i):
        return False
    adjective, noun = tokens.tags[i].split(","), tokens.tags[after].split(",")
    return adjective[0] == "ADJ" and noun[0] == "NOUN" and adjective[1:3] == noun[1:3]
