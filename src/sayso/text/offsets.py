"""The offset map: a cleaned view of a text that knows where each of its characters came from."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.text.span import Span

_RUNS = re.compile(r"\s+|[\u00ad\u200b\u200c\u200d\u2060\ufeff\x00-\x08\x0e-\x1f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class OffsetMap:
    """A view of `original`, put together from pieces of it; positions of the view lead back.

    `starts[i]` is where piece i begins in the view, `pieces[i]` the characters of the original that it stands for.
    """

    original: str
    view: str
    starts: tuple[int, ...]
    pieces: tuple[Span, ...]

    @classmethod
    def of(cls, original: str, pieces: Iterable[tuple[Span, str]]) -> "OffsetMap":
        """The view made of these pieces in order: each the characters of the original and what is shown for them."""
        starts, spans, shown, at = [], [], [], 0
        for span, words in pieces:
            if words:
                starts.append(at)
                spans.append(span)
                shown.append(words)
                at += len(words)
        return cls(original=original, view="".join(shown), starts=tuple(starts), pieces=tuple(spans))

    def back(self, span: Span) -> Span:
        """The characters of the original that a span of the view stands for; a piece that was replaced is taken whole.

        >>> tidy = view("Two   men\\u00ad folk")
        >>> tidy.view, tidy.back(Span(4, 7)).of(tidy.original)
        ('Two men folk', 'men')
        """
        if not self.pieces:
            return Span(0, 0)
        start = self._at(span.start, end=False)
        return start if span.end <= span.start else Span(start.start, self._at(span.end - 1, end=True).end)

    def _at(self, position: int, *, end: bool) -> Span:
        """The original character of one position of the view (`end`: as the last one of a span)."""
        number = max(0, bisect_right(self.starts, position) - 1)
        piece = self.pieces[number]
        size = (self.starts[number + 1] if number + 1 < len(self.starts) else len(self.view)) - self.starts[number]
        if size != piece.length:
            return piece
        at = piece.start + min(position - self.starts[number], size - (1 if end else 0))
        return Span(at, at + 1) if end or at < piece.end else Span(at, at)

    def forth(self, position: int) -> int | None:
        """Where a character of the original stands in the view; None where it was left out."""
        for start, piece in zip(self.starts, self.pieces, strict=True):
            if piece.start <= position < piece.end:
                return start + min(position - piece.start, max(0, len(self.view) - start - 1))
        return None


def view(text: str) -> OffsetMap:
    """The text with white space as single spaces (line ends as one line end) and without characters that do not show."""
    pieces: list[tuple[Span, str]] = []
    at = 0
    for match in _RUNS.finditer(text):
        pieces.append((Span(at, match.start()), text[at : match.start()]))
        run = match.group()
        if run.isspace() and run[0] not in "\x1c\x1d\x1e\x1f":
            pieces.append((Span(*match.span()), "\n" if "\n" in run else " "))
        at = match.end()
    pieces.append((Span(at, len(text)), text[at:]))
    return OffsetMap.of(text, pieces)
