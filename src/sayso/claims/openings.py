"""The opening: where a content begins, past quotation marks and the word that joins it to its cue."""

from sayso.claims.view import View
from sayso.text.span import Span


def opening(view: View, span: Span) -> tuple[int, int, bool]:
    """The first token of the clause, the token after its last, and whether a "that" joins it."""
    first, last = view.tokens_in(span)
    joined = first > 0 and view.word_in("that", first - 1)
    while first < last and (view.mark(first) or view.word_in("that", first)):
        joined = joined or view.word_in("that", first)
        first += 1
    return first, last, joined
