"""The contents of claims, for finding those that hold a stretch of the text."""

from bisect import bisect_right
from collections.abc import Sequence

from sayso.events.view import View
from sayso.record.claim import Claim
from sayso.text.span import Span

_LONG = 4_000  # characters; the few contents longer than this are asked one by one


class Contents:
    """The contents of claims in text order; the asking looks at those that begin near by, and at the few long ones."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        rows = [(span.start, span.end, sum(s.length for s in claim.content), i) for i, claim in enumerate(claims) for span in claim.content]
        self._claims = claims
        self._long = [row for row in rows if row[1] - row[0] > _LONG]
        self._rows = sorted(row for row in rows if row[1] - row[0] <= _LONG)
        self._starts = [row[0] for row in self._rows]

    def of(self, span: Span) -> tuple[Claim, ...]:
        """The claims with a stretch of content that covers the span, the shortest first; of equals the first in the list."""
        found = {(size, i) for start, end, size, i in self._long if start <= span.start and end >= span.end}
        at = bisect_right(self._starts, span.start) - 1
        while at >= 0 and self._starts[at] >= span.end - _LONG:
            _, end, size, i = self._rows[at]
            if end >= span.end:
                found.add((size, i))
            at -= 1
        return tuple(self._claims[i] for _, i in sorted(found))

    def smallest(self, span: Span) -> Claim | None:
        """The first of `of`; None where no content covers the span."""
        return next(iter(self.of(span)), None)


class Attributions:
    """The words of claims that say who speaks, by what verb and by whom it is relayed."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        spans = {span for claim in claims for span in (*claim.source, *claim.cue)}
        spans |= {relay.span for claim in claims for relay in claim.relays if relay.span}
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        self._furthest: list[int] = []  # the furthest end of the spans up to each
        for span in self._spans:
            self._furthest.append(max(span.end, self._furthest[-1] if self._furthest else 0))

    def words_of(self, view: View) -> frozenset[int]:
        """The words of a view that stand in one of them."""
        found: set[int] = set()
        for span in self._spans:
            at = bisect_right(view.ends, span.start)
            while at < len(view) and view.starts[at] < span.end:
                found.add(at)
                at += 1
        return frozenset(found)

    def touch(self, span: Span) -> bool:
        """Does one of them share a character with the span?"""
        at = bisect_right(self._starts, span.end - 1) - 1
        while at >= 0 and self._furthest[at] > span.start:
            if self._spans[at].overlaps(span):
                return True
            at -= 1
        return False
