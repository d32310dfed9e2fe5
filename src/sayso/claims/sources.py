"""The source: the noun phrase that names who says it."""

from sayso.claims.adjuncts import OPENING, skipped_left
from sayso.claims.extents import JOINING, MOST, continues, is_name, nominal, plain, reached, trimmed
from sayso.claims.view import DASHES, END, Range, View


def left_of(view: View, at: int, low: int) -> Range | None:
    """The source before a verb at a token, past the adjuncts between them; None where nothing is before it."""
    return before(view, skipped_left(view, at, low), low) if at > low else None


def before(view: View, at: int, low: int) -> Range | None:
    """The noun phrase that ends just before `at`, with an apposition between commas."""
    if at <= low:
        return None
    if view.words[at - 1] == "," and at - 2 > low:
        return _with_apposition(view, at, low)
    if view.words[at - 1] == ")":
        opening = next((k for k in range(at - 2, max(low, at - 12) - 1, -1) if view.words[k] == "("), None)
        if opening is None:
            return None
        inner = before(view, opening, low)
        return (inner[0], at) if inner else None
    start = at
    if view.lang in ("en", "fr") and (relative := _with_relative(view, at, low)):
        return relative
    start = reached(view, at, low)
    start = trimmed(view, start, at)
    if start >= at or not nominal(view, start, at):
        return None
    # "The mayor of Kursk, Igor Kutsak, said": a title before the comma belongs to a name after it
    if start - 1 > low and view.words[start - 1] == "," and is_name(view, start, at):
        title = plain(view, start - 1, low)
        if (
            title
            and any(view.among("person", k) or view.among("spokes", k) for k in range(*title))
            and not _opens_adverbial(view, title[0], low)
        ):
            return (title[0], at)
    return (start, at)


def _opens_adverbial(view: View, start: int, low: int) -> bool:
    return start > low and view.word_in("preposition", start - 1) and view.lang in ("en", "fr")


def _with_apposition(view: View, at: int, low: int) -> Range | None:
    """ "NP, apposition," before the cue."""
    comma = None
    for k in range(at - 2, max(low, at - 32) - 1, -1):
        if view.in_quote[k] >= 0 or view.words[k] in END:
            break
        if view.words[k] == ",":
            comma = k
            first = k + 1
            relative = view.word_in("relative", first) or view.word_in("determiner", first) or view.among("person", first)
            clause = view.word_in("relative", first)
            if clause or _one_phrase(view, first, at - 1):
                inner = plain(view, k, low)
                if (
                    inner
                    and not (view.word_in("adjunct", inner[1] - 1) and not is_name(view, *inner))
                    and (
                        is_name(view, *inner)
                        or relative
                        or clause
                        or view.capital(first)
                        or view.among("person", first)
                        or any(view.among("person", j) for j in range(first, at - 1))
                        or any(view.among("person", j) for j in range(*inner))
                    )
                ):
                    return (inner[0], at - 1)
    if comma is None:
        return None
    return None


def _one_phrase(view: View, first: int, last: int) -> bool:
    """No finite verb, but for one in a relative clause ("a former deputy who lives in exile")."""
    relative = next((k for k in range(first, last) if view.among("relative", k)), last)
    return not any(view.finite(k) for k in range(first, relative))


def _with_relative(view: View, at: int, low: int) -> Range | None:
    """ "Armed men who fight beside Ukraine" before a cue, without commas."""
    for k in range(at - 2, max(low, at - 16), -1):
        if view.in_quote[k] >= 0 or view.words[k] in OPENING:
            return None
        if view.words[k] in ("who", "which", "qui"):
            inner = plain(view, k, low)
            return (inner[0], at) if inner and sum(view.finite(j) for j in range(k, at)) == 1 else None
    return None


def after(view: View, at: int, high: int, *, apposition: bool = True) -> Range | None:
    """The noun phrase that begins at `at`, with an apposition between commas."""
    end = at
    if at >= high or view.in_quote[at] >= 0:
        return None
    if any(view.word_in(name, at) for name in ("he", "she", "it", "they", "we")):
        return (at, at + 1)
    while end < high and end - at < MOST and view.in_quote[end] < 0 and continues(view, end, at, high):
        end += 1
    while end > at and (view.word_in("preposition", end - 1) or view.words[end - 1] in OPENING or view.words[end - 1] in JOINING):
        end -= 1
    if end <= at or not nominal(view, at, end):
        return None
    if apposition and end < high and view.words[end] == ",":
        closing = _apposition_end(view, at, end + 1, high)
        if closing:
            end = closing
    return (at, end)


def _apposition_end(view: View, at: int, start: int, high: int) -> int | None:
    """The end of an apposition that begins at `start`: a title after a name, a name after a title."""
    end = start
    while (
        end < high
        and view.in_quote[end] < 0
        and view.words[end] not in (",", ";", ":")
        and view.words[end] not in DASHES
        and end not in view.sentence_starts
    ):
        if view.words[end] in END and not (
            view.words[end] == "." and len(view.words[end - 1]) <= 4 and view.capital(end - 1) and end + 1 < high
        ):
            break
        if end - start > 18:
            return None
        if view.pos(end) in ("VERB", "AUX") and not view.capital(end) and not any(view.word_in("relative", k) for k in range(start, end)):
            return None
        end += 1
    if end == start:
        return None
    titled = any(view.among("person", k) or view.among("spokes", k) for k in range(start, min(end, start + 8)))
    title_before = any(view.among("person", k) for k in range(at, start - 1))
    name = is_name(view, start, end)
    if view.word_in("relative", start):
        return end
    if (titled and (view.word_in("determiner", start) or not view.capital(start) or view.among("person", start))) or (
        title_before and name
    ):
        return None if view.word_in("conjunction", start) or view.word_in("preposition", start) else end
    return None
