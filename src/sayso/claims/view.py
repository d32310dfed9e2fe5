"""The view: the words of a document with what the claims stage must know of each."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.lexicon.cues import CueBook, Frame, fold
from sayso.record.reading import Reading
from sayso.text.span import Span

_INVERTED = re.compile(r"(?<=\w)-(?:t-)?(?=(?:ils?|elles?|on|je|nous|vous)\b)", re.IGNORECASE)
MARKS = "\"“”„«»‹›‟'’‘"
DASHES = frozenset("-–—―‒")
Range = tuple[int, int]
END = frozenset({".", "!", "?", "…", "..."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quotation by its tokens: `first` up to but not including `last` are those within the marks; `speech`: no name or scrap."""

    span: Span
    inner: Span
    first: int
    last: int
    speech: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Tokens as parallel tuples: offsets, folded words, folded lemmas, tags; the quotation and the unit that each lies in (-1: none).

    A unit is a sentence, or sentences that one quotation holds together; `units` are token ranges, `paragraphs` too.
    """

    text: str
    lang: str
    book: CueBook
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    stems: tuple[str, ...]
    tags: tuple[str, ...]
    in_quote: tuple[int, ...]
    quotes: tuple[Quote, ...]
    units: tuple[tuple[int, int], ...]
    paragraphs: tuple[tuple[int, int], ...]
    paragraph_of: tuple[int, ...]
    sentence_starts: frozenset[int]
    marks: tuple[bool, ...]
    outlets: dict[int, int] = field(default_factory=dict)
    """First token of a known outlet's name -> index after its last; filled in when the pack has been looked up."""

    def __len__(self) -> int:
        return len(self.starts)

    def surface(self, i: int) -> str:
        """The token as written."""
        return self.text[self.starts[i] : self.ends[i]]

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens `first` up to but not including `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def pos(self, i: int) -> str:
        """The coarse part of speech."""
        return self.tags[i].split(",", 1)[0]

    def among(self, name: str, i: int) -> bool:
        """Is the word or its lemma in a class of the cue book?"""
        words = self.book.classes[name]
        return self.words[i] in words or self.lemmas[i] in words

    def word_in(self, name: str, i: int) -> bool:
        """Is the word itself in a class of the cue book?"""
        return self.words[i] in self.book.classes[name]

    def capital(self, i: int) -> bool:
        """Is the token written with a capital?"""
        return self.text[self.starts[i]].isupper()

    def mark(self, i: int) -> bool:
        """Is the token neither word nor number?"""
        return self.marks[i]

    def finite(self, i: int) -> bool:
        """Is the word likely a finite verb or auxiliary? A capital, an article before it, or a word for a medium speaks against."""
        if self.pos(i) not in ("VERB", "AUX") or self.text[self.starts[i]].isupper():
            return False
        if self.pos(i) == "AUX":
            return True
        if "adjunct" in self.book.classes and self.words[i] in self.book.classes["adjunct"]:
            return False
        return not (
            i
            and self.lang in ("en", "fr")
            and (
                self.pos(i - 1) in ("DET", "ADP", "ADJ")
                or (self.words[i - 1] in self.book.classes["determiner"] and self.words[i - 1] not in ("le", "la", "l'", "les", "d'"))
            )
        )

    def tokens_in(self, span: Span) -> tuple[int, int]:
        """The tokens that lie in a span, as a range."""
        first = bisect_left(self.starts, span.start)
        if first and self.ends[first - 1] > span.start:
            first -= 1
        return first, max(first, bisect_left(self.starts, span.end))

    def unit_at(self, i: int) -> tuple[int, int]:
        """The unit that a token lies in."""
        return self.units[max(0, bisect_right(self.units, (i, len(self.starts) + 1)) - 1)]


def view_of(reading: Reading, book: CueBook) -> View:
    """The view of a reading; the hyphens of French inversions ("dit-il") are left out."""
    text, tokens = reading.text, reading.tokens
    starts: list[int] = []
    ends: list[int] = []
    lemmas: list[str] = []
    stems: list[str] = []
    tags: list[str] = []
    for start, end, lemma, stem, tag in zip(tokens.starts, tokens.ends, tokens.lemmas, tokens.stems, tokens.tags, strict=True):
        if book.lang == "fr" and text[start] == "-" and _INVERTED.match(text, start):
            continue  # the hyphens of "dit-il", "a-t-on"
        starts.append(start)
        ends.append(end)
        lemmas.append(fold(lemma))
        stems.append(stem)
        tags.append(tag)
    words = tuple(fold(text[s:e]) for s, e in zip(starts, ends, strict=True))
    quotes = _quotes(reading, starts, ends, words, tags)
    in_quote = [-1] * len(starts)
    for number, quote in enumerate(quotes):
        if quote.speech:
            for i in range(quote.first, quote.last):
                if in_quote[i] < 0:
                    in_quote[i] = number
            for first, last in _interruptions(text, book, quote, starts, ends, words, lemmas):
                in_quote[first:last] = [-1] * (last - first)
    sentence_starts = [bisect_left(starts, sentence.start) for sentence in reading.sentences]
    paragraphs = tuple((bisect_left(starts, p.start), bisect_left(starts, p.end)) for p in reading.paragraphs)
    paragraph_of = [0] * len(starts)
    for number, (first, last) in enumerate(paragraphs):
        paragraph_of[first:last] = [number] * (last - first)
    return View(
        text=text,
        lang=book.lang,
        book=book,
        starts=tuple(starts),
        ends=tuple(ends),
        words=words,
        lemmas=tuple(lemmas),
        stems=tuple(stems),
        tags=tuple(tags),
        in_quote=tuple(in_quote),
        quotes=quotes,
        units=_units(sentence_starts, len(starts), in_quote, paragraph_of),
        paragraphs=paragraphs,
        paragraph_of=tuple(paragraph_of),
        sentence_starts=frozenset(sentence_starts),
        marks=tuple(not (word[0].isalnum() or any(ch.isalnum() for ch in word)) for word in words),
    )


def _quotes(reading: Reading, starts: list[int], ends: list[int], words: tuple[str, ...], tags: list[str]) -> tuple[Quote, ...]:
    """The outermost quotations by their tokens."""
    found: list[Quote] = []
    reach = -1
    for quotation in reading.quotations:
        if quotation.span.end <= reach:
            continue  # a quotation within another
        first, last = bisect_left(starts, quotation.inner.start), bisect_left(starts, quotation.inner.end)
        if first >= last:
            continue
        reach = quotation.span.end
        found.append(
            Quote(
                span=quotation.span,
                inner=quotation.inner,
                first=first,
                last=last,
                speech=_speech(reading, quotation.inner, first, last, ends, words, tags),
            )
        )
    return tuple(found)


def _speech(reading: Reading, inner: Span, first: int, last: int, ends: list[int], words: tuple[str, ...], tags: list[str]) -> bool:
    """Are these words that somebody says? Names ("Azov") and scraps of a phrase are not."""
    length = sum(1 for i in range(first, last) if words[i][:1].isalnum())
    if length >= 7:
        return True
    beyond = inner.end + 1
    if length >= 3 and reading.text[beyond : beyond + 1].isupper():
        return True  # the reporter's words are glued to the mark: “...”He said
    said = inner.of(reading.text).rstrip()
    if length >= 2 and said[-1:] in ".,!?…":
        return True
    following = reading.text[inner.end : inner.end + 4].lstrip(MARKS + " \u00a0")
    return length >= 2 and following[:1] in (",", "—", "–") and any(tag.startswith(("VERB", "PRON", "AUX")) for tag in tags[first:last])


def _interruptions(
    text: str, book: CueBook, quote: Quote, starts: list[int], ends: list[int], words: tuple[str, ...], lemmas: list[str]
) -> list[Range]:
    """The reporter's words that a lost quotation mark left inside a quotation, glued to the word before ("forcesThe unit said")."""
    found: list[Range] = []
    for i in range(quote.first + 1, quote.last):
        if starts[i] != ends[i - 1] or not text[starts[i]].isupper() or not text[ends[i - 1] - 1].islower():
            continue
        for k in range(i + 1, min(quote.last, i + 8)):
            met = book.cue_at(k, words, lemmas)
            if met is None or met[0].frame is not Frame.VERB or met[0].weak:
                continue
            stop = next((j for j in range(met[1], min(quote.last, met[1] + 10)) if words[j] in END), None)
            if stop is not None:
                found.append((i, stop + 1))
            break
    return found


def _units(sentence_starts: list[int], count: int, in_quote: list[int], paragraph_of: list[int]) -> tuple[tuple[int, int], ...]:
    units: list[tuple[int, int]] = []
    bounds = [*sorted({s for s in sentence_starts if s < count}), count]
    for first, last in pairwise(bounds):
        held = units and in_quote[first] >= 0 and in_quote[first] == in_quote[first - 1] and paragraph_of[first] == paragraph_of[first - 1]
        if held:
            units[-1] = (units[-1][0], last)
        else:
            units.append((first, last))
    return tuple(units)
