"""The view: the words of a document with what the claims stage must know of each."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.lexicon.cues import CueBook, CueRule, Frame, RelayRule, fold
from sayso.record.reading import Reading, Tokens
from sayso.text.span import Span

_INVERTED = re.compile(r"(?<=\w)-(?:t-)?(?=(?:ils?|elles?|on|je|nous|vous)\b)", re.IGNORECASE)
MARKS = "\"“”„«»‹›‟'’‘"
QUOTE_MARKS = frozenset('"“”„«»‹›‟')
DASHES = frozenset("-–—―‒")
PAUSES = frozenset({",", ";", ":"}) | DASHES
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
    """Tokens as parallel tuples: offsets, words as written and folded, folded lemmas, tags and their parts of speech.

    Also the quotation and the unit that each lies in (-1: none).
    A unit is a sentence, or sentences that one quotation holds together; `units` are token ranges, `paragraphs` too.
    """

    text: str
    lang: str
    book: CueBook
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    surfaces: tuple[str, ...]
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    stems: tuple[str, ...]
    tags: tuple[str, ...]
    parts: tuple[str, ...]
    capitals: tuple[bool, ...]
    in_quote: tuple[int, ...]
    quotes: tuple[Quote, ...]
    units: tuple[tuple[int, int], ...]
    paragraphs: tuple[tuple[int, int], ...]
    paragraph_of: tuple[int, ...]
    sentence_starts: frozenset[int]
    marks: tuple[bool, ...]
    cue_words: tuple[int, ...]
    """The tokens at which a cue of the lexicon may begin."""
    outlets: dict[int, int] = field(default_factory=dict)
    """First token of a known outlet's name -> index after its last; filled in when the pack has been looked up."""
    _cues: dict[int, tuple[CueRule, int] | None] = field(default_factory=dict)
    _relays: dict[int, tuple[tuple[RelayRule, int], ...]] = field(default_factory=dict)
    _ranges: dict[Span, Range] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.starts)

    def surface(self, i: int) -> str:
        """The token as written."""
        return self.surfaces[i]

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens `first` up to but not including `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def pos(self, i: int) -> str:
        """The coarse part of speech."""
        return self.parts[i]

    def among(self, name: str, i: int) -> bool:
        """Is the word or its lemma in a class of the cue book?"""
        words = self.book.classes[name]
        return self.words[i] in words or self.lemmas[i] in words

    def any_of(self, names: tuple[str, ...], i: int) -> bool:
        """Is the word or its lemma in one of these classes?"""
        words = self.book.either(names)
        return self.words[i] in words or self.lemmas[i] in words

    def word_in(self, name: str, i: int) -> bool:
        """Is the word itself in a class of the cue book?"""
        return self.words[i] in self.book.classes[name]

    def capital(self, i: int) -> bool:
        """Is the token written with a capital?"""
        return self.capitals[i]

    def mark(self, i: int) -> bool:
        """Is the token neither word nor number?"""
        return self.marks[i]

    def finite(self, i: int) -> bool:
        """Is the word likely a finite verb or auxiliary? A capital, an article before it, or a word for a medium speaks against."""
        part = self.parts[i]
        if part not in ("VERB", "AUX") or self.capitals[i]:
            return False
        if part == "AUX":
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

    def cue_at(self, i: int) -> tuple[CueRule, int] | None:
        """The longest cue of the lexicon that begins at a token, with the index after its last; remembered, since many rules ask."""
        if i not in self._cues:
            self._cues[i] = self.book.cue_at(i, self.words, self.lemmas)
        return self._cues[i]

    def relays_at(self, i: int) -> tuple[tuple[RelayRule, int], ...]:
        """The relay constructions that begin at a token, longest first, each with the index after its last word; remembered too."""
        found = self._relays.get(i)
        if found is None:
            found = self._relays[i] = self.book.relays_at(i, self.words, self.lemmas)
        return found

    def cues(self, low: int, high: int) -> Iterator[tuple[int, int, CueRule]]:
        """Where the cues begin and end that begin within tokens, outside of quoted speech; they may overlap."""
        for at in self.cue_words[bisect_left(self.cue_words, low) : bisect_left(self.cue_words, high)]:
            if self.in_quote[at] < 0 and (met := self.cue_at(at)) is not None and met[1] <= high:
                yield at, met[1], met[0]

    def tokens_in(self, span: Span) -> Range:
        """The tokens that lie in a span, as a range; remembered, since the spans of claims are asked for again and again."""
        found = self._ranges.get(span)
        if found is None:
            found = self._ranges[span] = self._range(*span)
        return found

    def _range(self, start: int, end: int) -> Range:
        first = bisect_left(self.starts, start)
        if first and self.ends[first - 1] > start:
            first -= 1
        last = bisect_left(self.starts, end, first)
        return first, last if last > first else first

    def unit_at(self, i: int) -> tuple[int, int]:
        """The unit that a token lies in."""
        return self.units[max(0, bisect_right(self.units, (i, len(self.starts) + 1)) - 1)]


def view_of(reading: Reading, book: CueBook) -> View:
    """The view of a reading; the hyphens of French inversions ("dit-il") are left out."""
    text, tokens = reading.text, _without_hyphens(reading) if book.lang == "fr" else reading.tokens
    starts, ends, tags = tokens.starts, tokens.ends, tokens.tags
    surfaces = tuple([text[start:end] for start, end in zip(starts, ends, strict=True)])
    words, lemmas = tuple(map(fold, surfaces)), tuple(map(fold, tokens.lemmas))
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
    begin = book.by_word
    paragraph_of = [0] * len(starts)
    for number, (first, last) in enumerate(paragraphs):
        paragraph_of[first:last] = [number] * (last - first)
    return View(
        text=text,
        lang=book.lang,
        book=book,
        starts=starts,
        ends=ends,
        surfaces=surfaces,
        words=words,
        lemmas=lemmas,
        stems=tokens.stems,
        tags=tags,
        parts=tuple([tag.partition(",")[0] for tag in tags]),
        capitals=tuple([surface[0].isupper() for surface in surfaces]),
        in_quote=tuple(in_quote),
        quotes=quotes,
        units=_units(sentence_starts, len(starts), in_quote, paragraph_of),
        paragraphs=paragraphs,
        paragraph_of=tuple(paragraph_of),
        sentence_starts=frozenset(sentence_starts),
        marks=tuple([not (word[0].isalnum() or any(ch.isalnum() for ch in word)) for word in words]),
        cue_words=tuple([i for i, (word, lemma) in enumerate(zip(words, lemmas, strict=True)) if word in begin or lemma in begin]),
    )


def _without_hyphens(reading: Reading) -> Tokens:
    """The tokens without the hyphens of "dit-il", "a-t-on"."""
    text, tokens = reading.text, reading.tokens
    inverted = {i for i, start in enumerate(tokens.starts) if text[start] == "-" and _INVERTED.match(text, start)}
    if not inverted:
        return tokens
    kept = [i for i in range(len(tokens)) if i not in inverted]
    return Tokens(
        starts=tuple([tokens.starts[i] for i in kept]),
        ends=tuple([tokens.ends[i] for i in kept]),
        lemmas=tuple([tokens.lemmas[i] for i in kept]),
        stems=tuple([tokens.stems[i] for i in kept]),
        tags=tuple([tokens.tags[i] for i in kept]),
    )


def _quotes(reading: Reading, starts: Sequence[int], ends: Sequence[int], words: Sequence[str], tags: Sequence[str]) -> tuple[Quote, ...]:
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


def _speech(reading: Reading, inner: Span, first: int, last: int, ends: Sequence[int], words: Sequence[str], tags: Sequence[str]) -> bool:
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
    text: str, book: CueBook, quote: Quote, starts: Sequence[int], ends: Sequence[int], words: Sequence[str], lemmas: Sequence[str]
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
