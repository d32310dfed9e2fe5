"""The quotation's manner: direct, indirect or mixed."""

from bisect import bisect_left
from collections.abc import Sequence

from sayso.record.claim import Manner
from sayso.text.quotes import Quotation
from sayso.text.span import Span

_FURTHEST = 4000  # characters that a quotation may be long
_NAME_MOST = 3  # words of a name or title in quotation marks


def manner(text: str, quotations: Sequence[Quotation], content: Sequence[Span]) -> Manner:
    """Direct where all words of the content stand in quotation marks, mixed where some do; names and single scare words do not count.

    >>> from sayso.text.quotes import quotations
    >>> text = 'He said: "We hold the bridge."'
    >>> manner(text, quotations(text), [Span(10, 28)]).value
    'direct'
    """
    quoted = total = counted = 0
    for span in content:
        total += _letters(text, span.start, span.end)
        reach = span.start
        first = bisect_left(quotations, span.start - _FURTHEST, key=lambda q: q.span.start)
        for quotation in (quotations[k] for k in range(first, len(quotations))):
            if quotation.span.start >= span.end:
                break
            start, end = max(quotation.inner.start, reach), min(quotation.inner.end, span.end)
            if start >= end:
                continue
            reach = max(reach, end)
            inside = _letters(text, start, end)
            quoted += inside
            if (quotation.inner.start <= span.start + 2 and end >= span.end - 2) or _said(text, quotation):
                counted += inside
    if total and quoted >= 0.95 * total:
        return Manner.DIRECT
    return Manner.MIXED if counted else Manner.INDIRECT


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))


def _said(text: str, quotation: Quotation) -> bool:
    """More than a name, title or scare-quoted word."""
    words = quotation.inner.of(text).split()
    if len(words) <= 1:
        return False
    return not (len(words) <= _NAME_MOST and words[0][:1].isupper() and quotation.inner.of(text)[-1:] not in ".,!?…")
