"""The run: capitalised words in a row, and the names that may be in it."""

from collections.abc import Iterator, Sequence

from sayso.lexicon.toponyms import PlaceWord, ToponymBook
from sayso.places.bases import names_of
from sayso.places.placewords import place_word_before, place_words_before
from sayso.places.spot import TOLD_KINDS, Spot
from sayso.places.words import Words, adjacent, joined, span_of
from sayso.record.place import PlaceKind
from sayso.record.reading import Reading
from sayso.text.folding import plain
from sayso.text.span import Span
from sayso.text.stems import stem

_MOST_WORDS = 5
_LONGEST_RUN = 12  # capitalised words in a row; more is a headline or a shouted text
_SMALL = frozenset("of de del la le el al les du des am an der sur on upon the and-the na над на і и de-la d l ' ’ en sous lès by".split())
_JOINING = frozenset({"and", "or", ",", "et", "ou", "de", "d'"})
_SAINTS = frozenset({"st", "ste", "mt", "ft"})


def runs(reading: Reading, words: Words, book: ToponymBook) -> Iterator[Spot]:
    tokens = reading.tokens
    lang = reading.lang or "en"
    for begin, end in _stretches(reading, words):
        most = 2 if words.shouted else _MOST_WORDS
        facility = _facility(words, book, begin, end)
        if facility:
            first, last = facility
            yield Spot(
                span=span_of(reading, words, first, last),
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
                    span=span_of(reading, words, first, last),
                    first=first,
                    last=last,
                    names=names,
                    how="name",
                    kind=_told(words, tokens.lemmas, book, first),
                    run=(begin, end),
                )


def _stretches(reading: Reading, words: Words) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words (small ones like "of" between them) in one sentence."""
    count, i = len(words.surfaces), 0
    while i < count:
        if not words.capital[i]:
            i += 1
            continue
        end = i + 1
        while end < count and words.sentences[end] == words.sentences[i] and end - i < _LONGEST_RUN:
            if words.capital[end] and joined(reading, words, end - 1):
                end += 1
            elif (
                end + 1 < count
                and words.plains[end] in _SMALL
                and words.capital[end + 1]
                and adjacent(reading, end - 1)
                and adjacent(reading, end)
            ) or (words.surfaces[end] == "." and words.plains[end - 1] in _SAINTS and end + 1 < count and words.capital[end + 1]):
                end += 2
            else:
                break
        yield i, end
        i = end


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
    return TOLD_KINDS.get(found.kind) if found else None


def _plural_before(words: Words, lemmas: Sequence[str], book: ToponymBook, first: int) -> PlaceWord | None:
    """A plural place word before the first of several joined names: "the oblasts of Belgorod and Kursk"."""
    at = first - 1
    while at > 0 and first - at < 10 and (words.capital[at] or words.plains[at] in _JOINING):
        found = place_words_before(words, lemmas, book, at)
        if found is not None:
            return found[0] if words.plains[found[1]].endswith("s") else None
        at -= 1
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
