"""The view: the words of a reading in the forms by which phrases are looked for, with their sentence and line."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from sayso.lexicon.phrases import fold, parts
from sayso.record.reading import Reading
from sayso.text.span import Span

_NEWLINE = re.compile(r"\n")
_BULLET = re.compile(r"[ \t]*(?:[-–—•*▪▫◾◽●○·✔✅☑❌💥🔥➖➤►▶️⚡]|\d{1,2}[.)])[ \t\ufe0f]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Words as parallel tuples; a hyphenated word counts as its parts, a designation with digits ("Х-101") as one.

    `sentences` and `lines` number the sentence and the line that each word lies in; `numeric` marks words that begin with a digit;
    `wordy` marks words with a letter or digit (the rest are marks).
    """

    text: str
    lang: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    forms: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    sentences: tuple[int, ...]
    lines: tuple[int, ...]
    numeric: tuple[bool, ...]
    wordy: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, first: int, last: int) -> Span:
        """The characters of words `first` up to but not including `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def joined(self, at: int) -> bool:
        """Does word `at` follow its neighbour without a space?"""
        return at > 0 and self.ends[at - 1] == self.starts[at]

    def listed(self, at: int) -> bool:
        """Is the line of word `at` an item of a list?"""
        start = self.text.rfind("\n", 0, self.starts[at]) + 1
        return _BULLET.match(self.text, start) is not None


_last: tuple[Reading, View] | None = None


def view(reading: Reading, lang: str) -> View:
    """The view of a reading, in the lexicon's language `lang`; that of the last reading is kept, since several stages ask for it."""
    global _last
    last = _last
    if last is None or last[0] is not reading or last[1].lang != lang:
        last = _last = (reading, _viewed(reading, lang))
    return last[1]


def _viewed(reading: Reading, lang: str) -> View:
    text, tokens, ends_of = reading.text, reading.tokens, [sentence.end for sentence in reading.sentences]
    rows: list[tuple[int, int, _Piece, str, str, int, int]] = []
    breaks = [match.start() for match in _NEWLINE.finditer(text)]
    sentence = line = 0
    for start, end, lemma, tag in zip(tokens.starts, tokens.ends, tokens.lemmas, tokens.tags, strict=True):
        while line < len(breaks) and breaks[line] < start:
            line += 1
        while sentence + 1 < len(ends_of) and start >= ends_of[sentence]:
            sentence += 1
        made = _pieces(text[start:end])
        if len(made) > 1:
            lemma = ""
        for piece in made:
            rows.append((start + piece[0], start + piece[1], piece, lemma, tag, sentence, line))
    starts, ends, pieces, lemmas, tags, sentences, lines = zip(*rows, strict=True) if rows else ((),) * 7
    return View(
        text=text,
        lang=lang,
        starts=starts,
        ends=ends,
        forms=tuple([piece.form for piece in pieces]),
        lemmas=lemmas,
        tags=tags,
        sentences=sentences,
        lines=lines,
        numeric=tuple([piece.numeric for piece in pieces]),
        wordy=tuple([piece.wordy for piece in pieces]),
    )


class _Piece(NamedTuple):
    """A part of a word: where it stands in the word, its folded form, whether it begins with a digit and has a letter or digit."""

    start: int
    end: int
    form: str
    numeric: bool
    wordy: bool


@lru_cache(maxsize=50_000)
def _pieces(word: str) -> tuple[_Piece, ...]:
    found: list[_Piece] = []
    at = 0
    for piece in parts(word):
        at = word.index(piece, at)
        form = fold(piece)
        found.append(_Piece(at, at + len(piece), form, form[:1].isdigit(), any(ch.isalnum() for ch in form)))
        at += len(piece)
    return tuple(found)
