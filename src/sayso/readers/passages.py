"""Passages: a document's text packed into runs of whole sentences that the encoder reads in one go."""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sayso.text.words import glued

if TYPE_CHECKING:
    from tokenizers import Tokenizer

# French elisions stand alone, so that "l'armée" gives a span without its article.
WORD = re.compile(r"\b(?:[ldnsjmct]|(?:lors|puis|jus)?qu)['’](?=\w)|\w+(?:(?:['’.-]|(?<=\d),(?=\d))\w+)*|[^\w\s]", re.IGNORECASE)
# The lookbehind keeps a line of a million full stops linear.
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s+|[”»\"]\s+(?=[A-ZА-ЯЁІЇЄҐÀ-Ý])")
_MISSING = re.compile(r"(?<=\w)[,;](?=[^\W\d_])|(?<=[^\s(\[])[”»](?=\w)")
LIMIT = 256  # tokens of one passage, its two marks included
PIECE = 20_000  # characters handed to the tokenizer at once: a line of a million characters stays cheap


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One run of text that fits the encoder: token ids with both marks, and its words."""

    start: int
    end: int
    ids: np.ndarray  # int64, with the marks at both ends
    words: np.ndarray  # int64 [words, 2]: character offsets into the document
    first: np.ndarray  # int64 [words]: index into `ids` of each word's first token

    @property
    def kept(self) -> np.ndarray:
        """int64 [1 + words]: the tokens that the trunk gives vectors of: the opening mark, then each word's first."""
        return np.concatenate((np.zeros(1, np.int64), self.first))


def units(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs (lines with anything but white space); a huge one in pieces cut at white space where there is some."""
    for line in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        start, end = line.span()
        while end - start > PIECE:
            cut = max(text.rfind(" ", start + PIECE // 2, start + PIECE), text.rfind(". ", start + PIECE // 2, start + PIECE) + 1)
            cut = cut if cut > start else start + PIECE
            yield start, cut
            start = cut
        if text[start:end].strip():
            yield start, end


def pack(text: str, tokenizer: "Tokenizer", limit: int = LIMIT) -> tuple[Passage, ...]:
    """The passages of a text, in order: whole paragraphs packed together, a long one cut between sentences, else between words.

    Every character that is not white space lies in exactly one passage (or, a word longer than a passage, in several).
    """
    budget = limit - 2
    pieces: list[tuple[list[int], list[tuple[int, int]]]] = []  # ids, character spans
    for start, end in units(text):
        seams = _seams(text, start, end)
        encoded = tokenizer.encode(_spaced(text, start, end, seams), add_special_tokens=False)
        spans = _placed(encoded.offsets, start, seams)
        breaks = _breaks(text, start, end, spans)
        low = 0
        while len(spans) - low > budget:
            high = _cut(breaks, spans, low, low + budget, text)
            pieces.append((encoded.ids[low:high], spans[low:high]))
            low = high
        if low < len(spans):
            pieces.append((encoded.ids[low:], spans[low:]))
    out: list[Passage] = []
    ids: list[int] = []
    spans = []
    bos, eos = tokenizer.encode("").ids  # the two marks
    for more, where in pieces:
        if ids and len(ids) + len(more) > budget:
            out.append(_passage(text, ids, spans, bos, eos))
            ids, spans = [], []
        ids = ids + more
        spans = spans + where
    if ids:
        out.append(_passage(text, ids, spans, bos, eos))
    return tuple(out)


def _seams(text: str, start: int, end: int) -> list[int]:
    """Where a blank is missing: inside glued words ("byAFP"), and after a comma or a closing mark before a letter ("burned”reports")."""
    found = [match.end() for match in _MISSING.finditer(text, start, end)]
    words = itertools.pairwise(unglued(text, start, end))
    found += [low for (_, high), (low, _) in words if high == low and text[low - 1].isalpha() and text[low].isalpha()]
    return sorted(found)


def _spaced(text: str, start: int, end: int, seams: list[int]) -> str:
    """The text with a blank at each seam, as the trunk knows words."""
    return " ".join(text[low:high] for low, high in itertools.pairwise((start, *seams, end)))


def _placed(offsets: list[tuple[int, int]], start: int, seams: list[int]) -> list[tuple[int, int]]:
    """The characters of the text that the tokens of the spaced text stand for."""
    if not seams:
        return [(start + low, start + high) for low, high in offsets]
    blanks = [seam - start + i for i, seam in enumerate(seams)]
    return [(start + low - bisect_left(blanks, low), start + high - bisect_left(blanks, high)) for low, high in offsets]


def unglued(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words as the heads were trained on them, those cut in two that were glued ("byAFP"): a role must not run over the seam."""
    for match in WORD.finditer(text, start, end):
        low, high = match.span()
        seams = glued(match.group()) if high - low > 3 else ()
        if seams:
            yield from itertools.pairwise((low, *(low + seam for seam in seams), high))
        else:
            yield low, high


def _breaks(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> list[int]:
    """Token indices at which a sentence begins."""
    ends = [m.end() for m in SENTENCE_END.finditer(text, start, end)]
    out: list[int] = []
    at = 0
    for index, (_, high) in enumerate(spans):
        while at < len(ends) and ends[at] < high:
            if not out or out[-1] != index:
                out.append(index)
            at += 1
    return out


def _cut(breaks: list[int], spans: list[tuple[int, int]], low: int, high: int, text: str) -> int:
    at = bisect_right(breaks, high) - 1
    if at >= 0 and breaks[at] > low:
        return breaks[at]
    for index in range(high, low + (high - low) // 2, -1):
        if text[spans[index][0] : spans[index][0] + 1].isspace():
            return index
    return high


def _passage(text: str, ids: list[int], spans: list[tuple[int, int]], bos: int, eos: int) -> Passage:
    start, end = spans[0][0], spans[-1][1]
    words, first, at = [], [], 0
    for low, high in unglued(text, start, end):
        while at + 1 < len(spans) and spans[at][1] <= low:
            at += 1
        # A Metaspace token's span includes the space before it: it overlaps the word all the same.
        if spans[at][1] > low and spans[at][0] < high:
            words.append((low, high))
            first.append(at + 1)
    return Passage(
        start=start,
        end=end,
        ids=np.array([bos, *ids, eos], np.int64),
        words=np.array(words, np.int64).reshape(-1, 2),
        first=np.array(first, np.int64),
    )
