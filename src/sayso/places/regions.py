"""Regions by their words: "Kursk region", "в Курской и Белгородской областях"; states by their abbreviations."""

from collections.abc import Iterator

from sayso.lexicon.toponyms import PlaceWord, ToponymBook
from sayso.places.bases import adjective_forms, towns_of
from sayso.places.spot import TOLD_KINDS, Spot
from sayso.places.words import Words, adjacent, joined, span_of
from sayso.record.place import PlaceKind
from sayso.record.reading import Reading
from sayso.text.folding import plain
from sayso.text.span import Span

_LONGEST_LIST = 20  # words from a region word back to the first of the names that share it
_WHOLE_ONLY = frozenset({"county", "parish", "co", "valley", "city", "island", "islands", "peninsula"})


def regions(reading: Reading, words: Words, book: ToponymBook) -> Iterator[Spot]:
    """Names with a region word after them: "Kursk region", "в Курской и Белгородской областях"."""
    tokens, lang = reading.tokens, reading.lang or "en"
    slavic = lang in ("ru", "uk")
    for i in range(1, len(words.plains)):
        word = book.words.get(words.plains[i]) or (book.words.get(plain(tokens.lemmas[i])) if slavic else None)
        if word is None or word.stands != "after" or words.sentences[i - 1] != words.sentences[i]:
            continue
        if slavic:
            yield from _slavic_regions(reading, words, i, lang)
        elif words.capital[i - 1] and adjacent(reading, i - 1):
            yield from _latin_regions(reading, words, book, i, word)


def _latin_regions(reading: Reading, words: Words, book: ToponymBook, i: int, word: PlaceWord) -> Iterator[Spot]:
    """The names before a region word at token `i`; a plural one is for all names joined by "and": "Belgorod and Kursk regions"."""
    tokens, kind = reading.tokens, TOLD_KINDS.get(word.kind)
    singular = words.plains[i] in book.singulars
    last, at = i + 1, i - 1
    while at >= 0 and i - at < 12 and words.capital[at] and words.sentences[at] == words.sentences[i]:
        first = at
        while first > 0 and words.capital[first - 1] and joined(reading, words, first - 1) and at - first < 3:
            first -= 1
        for start in range(first, at + 1):
            bare = " ".join(words.surfaces[start : at + 1])
            one = book.singulars.get(words.plains[i], "County" if words.plains[i] == "co" else words.surfaces[i])
            if start == at and (words.plains[start] in book.never or tokens.stems[start] in book.demonyms):
                continue
            names = (f"{bare} {one}",) if one.casefold() in _WHOLE_ONLY else (f"{bare} {one}", bare)
            yield Spot(
                span=span_of(reading, words, start, last), first=start, last=last, names=names, how="region", kind=kind, run=(first, last)
            )
        if not singular or words.plains[first - 1] not in ("and", ",", "or"):
            return
        last = first - 1
        at = last - 1
        if words.plains[last] in ("and", "or") and words.plains[at] == ",":
            last, at = at, at - 1
        last = at + 1


def _slavic_regions(reading: Reading, words: Words, i: int, lang: str) -> Iterator[Spot]:
    tokens = reading.tokens
    last = i + 1
    at = i - 1
    while at >= 0 and words.sentences[at] == words.sentences[i] and i - at < _LONGEST_LIST:
        forms = adjective_forms(tokens.lemmas[at], lang)
        if forms and words.capital[at]:
            noun = tokens.lemmas[i]
            # "Курская область": the region's own words first, then the bare adjective, then the town that it may come from
            agreeing = forms[0] if noun.endswith(("ь", "а", "я")) else forms[1]
            names = (f"{agreeing} {noun}", agreeing, *forms, *towns_of(tokens.lemmas[at], lang))
            span = span_of(reading, words, at, last)
            yield Spot(
                span=span, first=at, last=last, names=tuple(dict.fromkeys(names)), how="region", kind=PlaceKind.REGION, run=(at, last)
            )
            last = at
        elif words.plains[at] not in ("и", "і", "й", "та", ","):
            break
        else:
            last = at
        at -= 1


def abbreviations(reading: Reading, words: Words, book: ToponymBook) -> Iterator[Spot]:
    """Abbreviated states after a town: "Paris, Tex."."""
    for i, surface in enumerate(words.surfaces) if book.abbreviations else ():
        if not words.capital[i]:
            continue
        dotted = surface if surface.endswith(".") else surface + "." if reading.text.startswith(".", reading.tokens.ends[i]) else surface
        name = book.abbreviations.get(dotted) or book.abbreviations.get(surface)
        after_comma = i >= 2 and words.surfaces[i - 1] == "," and words.capital[i - 2]
        if name and (after_comma or dotted.count(".") > 1):
            end = reading.tokens.starts[i] + (len(dotted) if reading.text.startswith(dotted, reading.tokens.starts[i]) else len(surface))
            span = Span(reading.tokens.starts[i], end)
            yield Spot(span=span, first=i, last=i + 1, names=(name,), how="abbreviation", kind=PlaceKind.REGION, run=(i, i + 1))
