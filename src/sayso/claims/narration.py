"""The narration: sentences that tell of a happening in the document's own voice."""

from sayso.claims.marked import clean
from sayso.claims.propose import furniture
from sayso.claims.view import END, View
from sayso.record.mention import Mention
from sayso.text.span import Span

_LEAST = 4  # words


def narrated(view: View, mentions: tuple[Mention, ...], claimed: tuple[Span, ...]) -> tuple[Span, ...]:
    """The sentences outside of all claims that state a happening: its verb or noun, with a name or a number; no headings, no furniture."""
    skipped = furniture(view)
    named = {view.tokens_in(m.span)[0] for m in mentions}
    covered = bytearray(len(view.text) + 1)
    for span in claimed:
        covered[span.start : span.end] = b"\x01" * span.length
    found: list[Span] = []
    for first, last in view.units:
        if view.paragraph_of[first] in skipped or _heading(view, first, last):
            continue
        words = [k for k in range(first, last) if not view.marks[k]]
        free = [k for k in words if not covered[view.starts[k]]]
        if len(words) < _LEAST or len(free) < 0.5 * len(words):
            continue
        if not any(view.word_in("happened", k) for k in free):
            continue
        if not any(k in named or (view.capital(k) and k != words[0]) or view.pos(k) == "NUM" or view.words[k][0].isdigit() for k in words):
            continue
        span = clean(view, first, last)
        if span.length:
            found.append(span)
    return tuple(found)


def _heading(view: View, first: int, last: int) -> bool:
    """A short line without a stop, before further paragraphs of a text that otherwise has stops; or one that ends in a question mark."""
    number = view.paragraph_of[first]
    a, b = view.paragraphs[number]
    end = next((k for k in range(last - 1, first - 1, -1) if view.text[view.starts[k]] not in '»”"’)'), first)
    if view.words[end] == "?":
        return True
    if view.words[end] in END or view.words[end] == ":":
        return False
    if (a, b) != (first, last) or number + 1 >= len(view.paragraphs):
        return False
    words = sum(1 for k in range(first, last) if not view.mark(k))
    stopped = sum(1 for x, y in view.paragraphs if y > x and view.words[y - 1] in END)
    return words <= 16 and stopped * 2 >= len(view.paragraphs) - 1
