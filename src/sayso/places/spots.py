"""The spot: a stretch of a text that may be a toponym, and what is asked about it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.lexicon.language import Lexicon
from sayso.lexicon.pack import Pack
from sayso.lexicon.places import PackPlaces
from sayso.lexicon.toponyms import PlaceWord, ToponymBook
from sayso.places.bases import adjective_forms, names_of, towns_of
from sayso.record.mention import Mention
from sayso.record.place import PlaceKind, PlaceQuery
from sayso.record.reading import Reading
from sayso.text.folding import plain
from sayso.text.span import Span
from sayso.text.stems import stem

_MOST_WORDS = 5
_LONGEST_RUN = 12  # capitalised words in a row; more is a headline or a shouted text
_LONGEST_LIST = 20  # words from a region word back to the first of the names that share it
# What English hangs on a name: "Russia's", "London-based".
_POSSESSIVE = re.compile(r"(?:['’ʼ][sS]?|-(?:based|born|wide|area|led|run|backed|held|controlled|occupied|made|style|linked|registered))$")
_SMALL = frozenset("of de del la le el al les du des am an der sur on upon the and-the na над на і и de-la d l ' ’ en sous lès by".split())
_JOINING = frozenset({"and", "or", ",", "et", "ou", "de", "d'"})
_SAINTS = frozenset({"st", "ste", "mt", "ft"})
_KINDS = {"settlement": PlaceKind.SETTLEMENT, "region": PlaceKind.REGION}
_WHOLE_ONLY = frozenset({"county", "parish", "co", "valley", "city", "island", "islands", "peninsula"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A stretch that may be a toponym: tokens `first` up to but not including `last`.

    `how`: name, part (of a hyphened word), region (with its place word), demonym,
    adjective, abbreviation, facility, listed (several words that the pack has). `run` are the tokens of the capitals it stands in.
    """

    span: Span
    first: int
    last: int
    names: tuple[str, ...]
    how: str
    kind: PlaceKind | None = None
    run: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a reading as words: surface without possessive, plain form, and whether it has a capital."""

    surfaces: tuple[str, ...]
    plains: tuple[str, ...]
    capital: tuple[bool, ...]
    sentences: tuple[int, ...]
    shouted: bool

    @classmethod
    def of(cls, reading: Reading) -> "Words":
        text, tokens = reading.text, reading.tokens
        english = reading.lang not in ("ru", "uk", "fr")
        raw = [text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)]
        surfaces = tuple(
            [_POSSESSIVE.sub("", w) if len(w) > 2 and not (w.isascii() and w.isalpha()) else w for w in raw] if english else raw
        )
        capital = tuple([w[:1].isupper() for w in surfaces])
        long = [w for w in surfaces if len(w) > 3]
        letters = sum(w.isalpha() for w in long)
        shouted = letters > 8 and sum(w.isupper() for w in long) > 0.6 * letters
        numbers: list[int] = []
        number = -1
        ends = [s.end for s in reading.sentences]
        for start in tokens.starts:
            while number + 1 < len(ends) and (number < 0 or start >= ends[number]):
                number += 1
            numbers.append(number)
        return cls(surfaces, tuple(map(plain, surfaces)), capital, tuple(numbers), shouted)


@dataclass(frozen=True, slots=True)
class _Looked:
    """What was seen in a reading, by which lexicon and pack."""

    reading: Reading
    lexicon: Lexicon
    pack: Pack
    words: Words
    spots: tuple[Spot, ...]


_last: _Looked | None = None


def looked(reading: Reading, lexicon: Lexicon, pack: Pack) -> tuple[Words, tuple[Spot, ...]]:
    """The words of a reading and its stretches that may be toponyms; those of the last reading are kept, for asking and for locating."""
    global _last
    last = _last
    if last is None or last.reading is not reading or last.lexicon is not lexicon or last.pack is not pack:
        words = Words.of(reading)
        last = _last = _Looked(reading, lexicon, pack, words, spots(reading, words, lexicon, pack))
    return last.words, last.spots


def ask(reading: Reading, mentions: Sequence[Mention], lexicon: Lexicon, pack: Pack) -> tuple[PlaceQuery, ...]:
    """What to ask the gazetteer about a text: one query a stretch, its spellings in order of trust."""
    return tuple(
        PlaceQuery(span=spot.span, names=spot.names, lang=reading.lang, kind=spot.kind)
        for spot in looked(reading, lexicon, pack)[1]
        if spot.names
    )


def spots(reading: Reading, words: Words, lexicon: Lexicon, pack: Pack) -> tuple[Spot, ...]:
    """The stretches that may be toponyms, in text order, overlapping ones too; one a span, place words going first."""
    book = pack.places.told_in(lexicon.toponyms)
    best: dict[tuple[Span, bool], Spot] = {}
    for spot in (
        *_listed(reading, words, pack.places),
        *_peoples(reading, words, book),
        *_regions(reading, words, book),
        *_abbreviations(reading, words, book),
        *_runs(reading, words, book),
    ):
        best.setdefault((spot.span, spot.how == "facility"), spot)  # "College Station" is a town or a building
    return tuple(sorted(best.values(), key=lambda s: (s.span.start, s.span.end)))


def _listed(reading: Reading, words: Words, places: PackPlaces) -> Iterator[Spot]:
    """The pack's places of several words, small ones too: "the Lorvan power station", "у Верхньому Ланні"."""
    if not places:
        return
    at = [i for i, surface in enumerate(words.surfaces) if surface[:1].isalnum() or any(ch.isalnum() for ch in surface)]
    for found in places.index.find([reading.tokens.stems[i] for i in at], [words.surfaces[i] for i in at], reading.lang):
        first, last = at[found.first], at[found.last - 1] + 1
        if found.last - found.first > 1 and words.sentences[first] == words.sentences[last - 1]:
            names = tuple(dict.fromkeys(named.words for named in found.named))
            yield Spot(span=_span(reading, words, first, last), first=first, last=last, names=names, how="listed", run=(first, last))


def _span(reading: Reading, words: Words, first: int, last: int) -> Span:
    """The characters of tokens, without a possessive at the end."""
    return Span(reading.tokens.starts[first], reading.tokens.starts[last - 1] + len(words.surfaces[last - 1]))


def _adjacent(reading: Reading, i: int) -> bool:
    """Does token i + 1 follow token i with nothing but a blank or hyphen between?"""
    between = reading.text[reading.tokens.ends[i] : reading.tokens.starts[i + 1]]
    return len(between) <= 2 and between.strip(" \u00a0-–") == "" and "\n" not in between


def runs(reading: Reading, words: Words) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words (small ones like "of" between them) in one sentence."""
    count, i = len(words.surfaces), 0
    while i < count:
        if not words.capital[i]:
            i += 1
            continue
        end = i + 1
        while end < count and words.sentences[end] == words.sentences[i] and end - i < _LONGEST_RUN:
            if words.capital[end] and _joined(reading, words, end - 1):
                end += 1
            elif (
                end + 1 < count
                and words.plains[end] in _SMALL
                and words.capital[end + 1]
                and _adjacent(reading, end - 1)
                and _adjacent(reading, end)
            ) or (words.surfaces[end] == "." and words.plains[end - 1] in _SAINTS and end + 1 < count and words.capital[end + 1]):
                end += 2
            else:
                break
        yield i, end
        i = end


def _joined(reading: Reading, words: Words, i: int) -> bool:
    """A possessive ends a run: "Syria's Aleppo" are two names."""
    return _adjacent(reading, i) and reading.tokens.starts[i] + len(words.surfaces[i]) == reading.tokens.ends[i]


def _runs(reading: Reading, words: Words, book: ToponymBook) -> Iterator[Spot]:
    tokens = reading.tokens
    lang = reading.lang or "en"
    for begin, end in runs(reading, words):
        most = 2 if words.shouted else _MOST_WORDS
        facility = _facility(words, book, begin, end)
        if facility:
            first, last = facility
            yield Spot(
                span=_span(reading, words, first, last),
                first=first,
                last=last,
                names=(),
                how="facility",
                kind=PlaceKind.FACILITY,
                run=(begin, end),
            )
        for first in range(begin, end):
            if not words.capital[first]:
                continue
            if "-" in words.surfaces[first]:
                yield from _parts(reading, words, first, (begin, end), book)
            for last in range(first + 1, min(first + most, end) + 1):
                if not words.capital[last - 1] or " ".join(words.plains[first:last]) in book.never:
                    continue
                if last - first == 1 and (
                    len(words.surfaces[first]) < 2 or (not words.surfaces[first][1:2].isalpha() and "." not in words.surfaces[first])
                ):
                    continue
                joints = tuple(reading.text[tokens.ends[k] : tokens.starts[k + 1]] for k in range(first, last - 1))
                names = names_of(words.surfaces[first:last], tokens.lemmas[first:last], tokens.tags[first:last], lang, joints)
                yield Spot(
                    span=_span(reading, words, first, last),
                    first=first,
                    last=last,
                    names=names,
                    how="name",
                    kind=_told(words, tokens.lemmas, book, first),
                    run=(begin, end),
                )


def _parts(reading: Reading, words: Words, i: int, run: tuple[int, int], book: ToponymBook) -> Iterator[Spot]:
    """The capitalised parts of a word with hyphens: "Turkish-Russian", "Seattle-based"."""
    at = reading.tokens.starts[i]
    for part in words.surfaces[i].split("-"):
        span = Span(at, at + len(part))
        at = span.end + 1
        if len(part) < 3 or not part[:1].isupper() or plain(part) in book.never:
            continue
        people = book.demonyms.get(stem(part, reading.lang))
        yield Spot(
            span=span,
            first=i,
            last=i + 1,
            names=(people or part,),
            how="demonym" if people else "part",
            kind=PlaceKind.COUNTRY if people else None,
            run=run,
        )


def _told(words: Words, lemmas: Sequence[str], book: ToponymBook, first: int) -> PlaceKind | None:
    """The kind that a place word before says: "village of X", "село X"."""
    found = place_word_before(words, lemmas, book, first)
    if found is None and first > 1 and words.plains[first - 1] in _JOINING:
        found = _plural_before(words, lemmas, book, first)
    return _KINDS.get(found.kind) if found else None


def _plural_before(words: Words, lemmas: Sequence[str], book: ToponymBook, first: int) -> PlaceWord | None:
    """A plural place word before the first of several joined names: "the oblasts of Belgorod and Kursk"."""
    at = first - 1
    while at > 0 and first - at < 10 and (words.capital[at] or words.plains[at] in _JOINING):
        found = place_words_before(words, lemmas, book, at)
        if found is not None:
            return found[0] if words.plains[found[1]].endswith("s") else None
        at -= 1
    return None


def place_word_before(words: Words, lemmas: Sequence[str], book: ToponymBook, first: int) -> PlaceWord | None:
    """The place word that stands right before token `first`, if any."""
    found = place_words_before(words, lemmas, book, first)
    return found[0] if found else None


def place_words_before(words: Words, lemmas: Sequence[str], book: ToponymBook, first: int) -> tuple[PlaceWord, int] | None:
    """The place word that stands right before token `first`, and the token it begins at; None where there is none."""
    last = first - 1
    if last < 0 or not (words.surfaces[last] == "." or words.plains[last] in book.word_ends or plain(lemmas[last]) in book.word_ends):
        return None
    for length in (3, 2, 1):
        start = first - length
        if start < 0 or words.sentences[start] != words.sentences[first]:
            continue
        surface = " ".join(words.plains[start:first]).replace(" .", "")
        lemma = " ".join(plain(each) for each in lemmas[start:first])
        for phrase in (surface, lemma, words.surfaces[start].casefold() + "." if length == 2 and words.surfaces[first - 1] == "." else ""):
            found = book.words.get(plain(phrase)) if phrase else None
            if found and found.stands == "before":
                return found, start
    return None


def _facility(words: Words, book: ToponymBook, begin: int, end: int) -> tuple[int, int] | None:
    """The tokens of a building or road in a run of capitals, by its last word (English) or a small word before it (others)."""
    if book.lang == "en":
        for last in range(end, begin + 1, -1):
            if words.plains[last - 1] in book.facilities:
                return begin, last
    elif begin > 0 and words.plains[begin - 1] in book.facilities and words.sentences[begin - 1] == words.sentences[begin]:
        return begin, end
    return None


def _regions(reading: Reading, words: Words, book: ToponymBook) -> Iterator[Spot]:
    """Names with a region word after them: "Kursk region", "в Курской и Белгородской областях"."""
    tokens, lang = reading.tokens, reading.lang or "en"
    slavic = lang in ("ru", "uk")
    for i in range(1, len(words.plains)):
        word = book.words.get(words.plains[i]) or (book.words.get(plain(tokens.lemmas[i])) if slavic else None)
        if word is None or word.stands != "after" or words.sentences[i - 1] != words.sentences[i]:
            continue
        if slavic:
            yield from _slavic_regions(reading, words, i, lang)
        elif words.capital[i - 1] and _adjacent(reading, i - 1):
            yield from _latin_regions(reading, words, book, i, word)


def _latin_regions(reading: Reading, words: Words, book: ToponymBook, i: int, word: PlaceWord) -> Iterator[Spot]:
    """The names before a region word at token `i`; a plural one is for all names joined by "and": "Belgorod and Kursk regions"."""
    tokens, kind = reading.tokens, _KINDS.get(word.kind)
    singular = words.plains[i] in book.singulars
    last, at = i + 1, i - 1
    while at >= 0 and i - at < 12 and words.capital[at] and words.sentences[at] == words.sentences[i]:
        first = at
        while first > 0 and words.capital[first - 1] and _joined(reading, words, first - 1) and at - first < 3:
            first -= 1
        for start in range(first, at + 1):
            bare = " ".join(words.surfaces[start : at + 1])
            one = book.singulars.get(words.plains[i], "County" if words.plains[i] == "co" else words.surfaces[i])
            if start == at and (words.plains[start] in book.never or tokens.stems[start] in book.demonyms):
                continue
            names = (f"{bare} {one}",) if one.casefold() in _WHOLE_ONLY else (f"{bare} {one}", bare)
            yield Spot(
                span=_span(reading, words, start, last), first=start, last=last, names=names, how="region", kind=kind, run=(first, last)
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
            span = _span(reading, words, at, last)
            yield Spot(
                span=span, first=at, last=last, names=tuple(dict.fromkeys(names)), how="region", kind=PlaceKind.REGION, run=(at, last)
            )
            last = at
        elif words.plains[at] not in ("и", "і", "й", "та", ","):
            break
        else:
            last = at
        at -= 1


def qualifies(reading: Reading, words: Words, i: int) -> bool:
    """Is word `i` a Slavic adjective in agreement with the small noun after it ("Курский губернатор"), and so no town's name?"""
    tokens = reading.tokens
    after = i + 1
    if after >= len(tokens) or words.sentences[after] != words.sentences[i] or words.capital[after] or not _adjacent(reading, i):
        return False
    adjective, noun = tokens.tags[i].split(","), tokens.tags[after].split(",")
    return adjective[0] == "ADJ" and noun[0] == "NOUN" and adjective[1:3] == noun[1:3]


def _peoples(reading: Reading, words: Words, book: ToponymBook) -> Iterator[Spot]:
    """Demonyms and country adjectives; in Russian and Ukrainian also a region's adjective in small letters ("курский губернатор")."""
    tokens, lang = reading.tokens, reading.lang or "en"
    slavic, last = lang in ("ru", "uk"), len(tokens) - 1
    for i, root in enumerate(tokens.stems):
        if not root or (lang == "en" and not words.capital[i]):
            continue
        if i < last and (place := book.demonyms.get(f"{root} {tokens.stems[i + 1]}")) and _adjacent(reading, i):
            yield Spot(
                span=_span(reading, words, i, i + 2),
                first=i,
                last=i + 2,
                names=(place,),
                how="demonym",
                kind=PlaceKind.COUNTRY,
                run=(i, i + 2),
            )
        elif place := book.demonyms.get(root) or book.demonyms.get(tokens.lemmas[i]):
            yield Spot(
                span=_span(reading, words, i, i + 1),
                first=i,
                last=i + 1,
                names=(place,),
                how="demonym",
                kind=PlaceKind.COUNTRY,
                run=(i, i + 1),
            )
        elif slavic and (not words.capital[i] or qualifies(reading, words, i)) and (forms := adjective_forms(tokens.lemmas[i], lang)):
            yield Spot(
                span=_span(reading, words, i, i + 1),
                first=i,
                last=i + 1,
                names=forms[:1],
                how="adjective",
                kind=PlaceKind.REGION,
                run=(i, i + 1),
            )


def _abbreviations(reading: Reading, words: Words, book: ToponymBook) -> Iterator[Spot]:
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
