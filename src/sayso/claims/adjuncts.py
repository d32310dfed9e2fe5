"""The adjuncts: adverbs, hearers and phrases of time, place or medium that stand between a cue and its source."""

from sayso.claims.view import DASHES, END, View

OPENING = frozenset({",", ";", ":", "(", ")", "[", "]", "/", "|", "•"}) | END | DASHES


def skipped_left(view: View, at: int, low: int) -> int:
    """The index after the last word before `at` that is no adverb, auxiliary, negation or expression of time."""
    while at > low:
        word = at - 1
        if view.in_quote[word] >= 0 or view.words[word] in ("там", "là"):
            return at
        if (
            view.word_in("auxiliary", word)
            or view.word_in("negation", word)
            or view.word_in("adverb", word)
            or view.pos(word) == "ADV"
            or view.words[word] in ("не", "not", "ne", "n't")
        ):
            at -= 1
            continue
        if (view.word_in("adjunct", word) and not view.capital(word)) or (
            view.word_in("adjunct", word) and word - 1 >= low and view.word_in("preposition", word - 1)
        ):
            start = next((k for k in range(word - 1, max(low, word - 5) - 1, -1) if view.word_in("preposition", k)), None)
            between = range((start or 0) + 1, word)
            if (
                start is not None
                and start > low
                and not any(view.words[k] in OPENING or view.pos(k) in ("VERB", "PRON") or view.capital(k) for k in between)
            ):
                at = start
                continue
        return at
    return at


def skipped_right(view: View, at: int, high: int) -> int:
    """The first index from `at` on that is no adverb and no phrase of time, place or medium ("on Tuesday", "in a statement")."""
    while at < high and view.in_quote[at] < 0:
        if view.word_in("that", at):
            return at
        if view.word_in("preposition", at):
            end = adjunct_end(view, at, high)
            if end is None:
                return at
            at = end
        elif view.word_in("adverb", at) or view.pos(at) == "ADV" or (view.word_in("adjunct", at) and not view.word_in("determiner", at)):
            at += 1
        elif view.pos(at) == "NUM" and at + 1 < high and view.word_in("adjunct", at + 1):
            at += 2
        elif view.words[at] == "(" and (close := next((k for k in range(at + 1, min(high, at + 14)) if view.words[k] == ")"), None)):
            at = close + 1
        else:
            return at
    return at


def adjunct_end(view: View, at: int, high: int) -> int | None:
    """The end of a prepositional phrase that tells when, where or through what something was said."""
    end = None
    for k in range(at + 1, min(high, at + 9)):
        if view.in_quote[k] >= 0 or view.word_in("that", k) or (view.words[k] in OPENING and view.words[k] != "."):
            break
        if view.pos(k) in ("VERB", "AUX") and end is not None:
            break
        if view.word_in("adjunct", k) or view.word_in("platform", k):
            end = k + 1
        elif end is not None and not (view.word_in("preposition", k) or view.pos(k) == "NUM" or view.word_in("determiner", k)):
            break
    return end


def past_hearer(view: View, at: int, high: int) -> int:
    """Past "to AFP", "à l'AFP" before an inverted source; `at` itself where no hearer stands there."""
    if at >= high or not view.word_in("to", at):
        return at
    k = at + 1
    while k < high and view.word_in("determiner", k):
        k += 1
    if k >= high or not view.capital(k):
        return at
    shouted = view.surface(k).isupper()
    while k < high and view.capital(k) and not view.mark(k) and view.surface(k).isupper() == shouted:
        k += 1
    return k
