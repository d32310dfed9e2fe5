"""The span: a piece of a text, as character offsets."""

from typing import NamedTuple


class Span(NamedTuple):
    """Characters `start` up to but not including `end`, Python `str` offsets into a document's text as received.

    >>> Span(0, 5).of("Kursk region")
    'Kursk'
    >>> Span(0, 5) < Span(6, 12)
    True
    """

    start: int
    end: int

    @property
    def length(self) -> int:
        """The number of characters."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Do the two share a character?"""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Does every character of `other` lie in this span?"""
        return self.start <= other.start and other.end <= self.end

    def shared(self, other: "Span") -> int:
        """How many characters the two share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def gap(self, other: "Span") -> int:
        """How many characters lie between the two; 0 where they touch or overlap."""
        return max(0, max(self.start, other.start) - min(self.end, other.end))

    def moved(self, by: int) -> "Span":
        """The span `by` characters further on."""
        return Span(self.start + by, self.end + by)

    def stripped(self, text: str, marks: str = "") -> "Span":
        """The span without white space, and without `marks`, at its edges; empty where nothing else is in it.

        >>> Span(0, 9).stripped(" «Kursk» ", "«»")
        Span(start=2, end=7)
        """
        start, end = self
        while start < end and (text[start].isspace() or text[start] in marks):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in marks):
            end -= 1
        return Span(start, end)


def hull(spans: "tuple[Span, ...] | list[Span]") -> Span:
    """The shortest span that covers all of `spans`; ValueError where there are none."""
    if not spans:
        raise ValueError("no spans to cover")
    return spans[0] if len(spans) == 1 else Span(min(spans)[0], max([end for _, end in spans]))
