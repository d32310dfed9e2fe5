"""The tense: whether the words around an expression tell of the past or of the future."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from sayso.lexicon.times import TimeBook
from sayso.record.reading import Reading
from sayso.text.folding import composed
from sayso.text.span import Span

_FRENCH_FUTURE = re.compile(r"(?:[^\W\d_]{2,}(?:r|dr))(?:a|ont|ai|ons|ez)$")
_FRENCH_NOUNS = ("opéra", "caméra", "front", "affront", "confront", "choléra", "extra", "contra", "infra", "para", "sahara")
_FARTHEST = 220  # characters to either side
_ORDERED = 60  # characters from a word of ordering to the infinitive that it governs


@dataclass(frozen=True, slots=True)
class Tenses:
    """The places in a text where a word marks the past or the future, in text order."""

    starts: tuple[int, ...]
    marked: tuple[tuple[int, int, str], ...]

    @classmethod
    def of(cls, reading: Reading, book: TimeBook) -> "Tenses":
        """The tense marks of a reading: by the tag of a verb, or by the words of the book."""
        found: list[tuple[int, int, str]] = []
        tokens, text = reading.tokens, reading.text
        french = book.lang == "fr"
        known: dict[tuple[str, str, str], str | None] = {}  # words come again
        words = [composed(text[start:end].casefold()).replace("ё", "е") for start, end in zip(tokens.starts, tokens.ends, strict=True)]
        order = -_ORDERED - 1  # where the last word of ordering or promising ends
        for word, after, start, end, tag in zip(
            words, [*words[1:], ""][: len(words)], tokens.starts, tokens.ends, tokens.tags, strict=True
        ):
            key = (word, after if word in book.paired else "", tag)
            tense = known.get(key, "")
            if tense == "":
                tense = known[key] = _tense(word, f"{word}_{after}", tag, book, french)
            if word in book.orders:
                order = end
            elif tag == "VERB,inf" and start - order <= _ORDERED and not tense:
                tense = "future"  # "ordered them to leave by Friday"
            after_future = bool(found) and found[-1][2] == "future" and start - found[-1][1] < 16
            if tense == "past" and after_future and tag.startswith(("VERB", "AUX", "PART")):
                tense = "future"  # "will be held"
            if tense:
                found.append((start, end, tense))
        return cls(tuple(start for start, _, _ in found), tuple(found))

    def at(self, span: Span, sentence: Span) -> str | None:
        """The tense of the nearest mark in the sentence, "past" or "future"; None without one."""
        best: tuple[int, str] | None = None
        index = bisect_left(self.starts, max(sentence.start, span.start - _FARTHEST))
        for start, end, tense in self.marked[index : index + 60]:
            if start >= min(sentence.end, span.end + _FARTHEST):
                break
            if span.start <= start < span.end:
                continue
            gap = span.gap(Span(start, end))
            if best is None or gap < best[0]:
                best = (gap, tense)
        return best[1] if best else None


def _tense(word: str, pair: str, tag: str, book: TimeBook, french: bool) -> str | None:
    if word in book.future or pair in book.future.words:
        return "future"
    if word in book.past or pair in book.past.words:
        return "past"
    if tag.startswith(("VERB", "AUX")):
        if "fut" in tag:
            return "future"
        if "past" in tag:
            return "past"
    # No noun ends as the third person plural does, but for those listed; taggers often take such a verb for one.
    verbal = tag.startswith(("VERB", "AUX", "X")) or (word.endswith("ront") and tag.startswith("NOUN"))
    if french and verbal and _FRENCH_FUTURE.search(word) and not word.startswith(_FRENCH_NOUNS):
        return "future"
    return None
