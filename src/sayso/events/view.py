"""The view: the words of a reading in the forms by which phrases are looked for, with their sentence and line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.lexicon.phrases import fold, parts
from sayso.record.reading import Reading
from sayso.text.span import Span

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


def view(reading: Reading, lang: str) -> View:
    """The view of a reading, in the lexicon's language `lang`."""
    starts: list[int] = []
    ends: list[int] = []
    forms: list[str] = []
    lemmas: list[str] = []
    tags: list[str] = []
    sentences: list[int] = []
    lines: list[int] = []
    for start, end, form, lemma, tag, sentence, line in _words(reading):
        starts.append(start)
        ends.append(end)
        forms.append(form)
        lemmas.append(lemma)
        tags.append(tag)
        sentences.append(sentence)
        lines.append(line)
    return View(
        text=reading.text,
        lang=lang,
        starts=tuple(starts),
        ends=tuple(ends),
        forms=tuple(forms),
        lemmas=tuple(lemmas),
        tags=tuple(tags),
        sentences=tuple(sentences),
        lines=tuple(lines),
        numeric=tuple(form[:1].isdigit() for form in forms),
        wordy=tuple(any(ch.isalnum() for ch in form) for form in forms),
    )


def _words(reading: Reading) -> Iterator[tuple[int, int, str, str, str, int, int]]:
    text, tokens, sentences = reading.text, reading.tokens, reading.sentences
    sentence = line = 0
    last = 0
    for i in range(len(tokens)):
        start, end = tokens.starts[i], tokens.ends[i]
        line += text.count("\n", last, start)
        last = start
        while sentence + 1 < len(sentences) and start >= sentences[sentence].end:
            sentence += 1
        word = text[start:end]
        pieces = parts(word)
        if len(pieces) == 1 and pieces[0] == word:
            yield start, end, fold(word), tokens.lemmas[i], tokens.tags[i], sentence, line
            continue
        at = start
        for piece in pieces:
            at = text.index(piece, at, end)
            yield at, at + len(piece), fold(piece), "", tokens.tags[i], sentence, line
            at += len(piece)
