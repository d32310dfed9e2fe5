"""The source: the noun phrase that names who says it."""

from sayso.claims.view import DASHES, END, View
from sayso.lexicon.cues import Through

Range = tuple[int, int]
_MOST = 40  # tokens of a source with its apposition
_OPENING = frozenset({",", ";", ":", "(", ")", "[", "]", "/", "|", "•"}) | END | DASHES
_QUOTE_MARKS = frozenset('"“”„«»‹›‟')
_INSIDE = frozenset(
    {"of", "for", "from", "at", "in", "on", "de", "d'", "du", "des", "по", "з", "із", "при", "à", "en", "из", "от", "в", "у", "на"}
)
_PEOPLE = ("person", "spokes", "witness", "sources", "armed group")
_BODIES = ("government", "military", "agency", "outlet", "organisation")
_JOINING = frozenset({"and", "&", "и", "і", "та", "й", "et"})


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
                and not any(view.words[k] in _OPENING or view.pos(k) in ("VERB", "PRON") or view.capital(k) for k in between)
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
            end = _adjunct_end(view, at, high)
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


def _adjunct_end(view: View, at: int, high: int) -> int | None:
    """The end of a prepositional phrase that tells when, where or through what something was said."""
    end = None
    for k in range(at + 1, min(high, at + 9)):
        if view.in_quote[k] >= 0 or view.word_in("that", k) or (view.words[k] in _OPENING and view.words[k] != "."):
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
    start = _reached(view, at, low)
    start = _trimmed(view, start, at)
    if start >= at or not _nominal(view, start, at):
        return None
    # "The mayor of Kursk, Igor Kutsak, said": a title before the comma belongs to a name after it
    if start - 1 > low and view.words[start - 1] == "," and _is_name(view, start, at):
        title = _plain(view, start - 1, low)
        if (
            title
            and any(view.among("person", k) or view.among("spokes", k) for k in range(*title))
            and not _opens_adverbial(view, title[0], low)
        ):
            return (title[0], at)
    return (start, at)


def _reached(view: View, at: int, low: int) -> int:
    """How far back the noun phrase that ends before `at` reaches."""
    start = at
    while start > low and at - start < _MOST and _goes_on(view, start - 1, low):
        start -= 1
        if (any(view.word_in(name, start) for name in ("he", "she", "they")) and not view.word_in("possessive", start)) or (
            view.lang == "en" and view.words[start] == "it"
        ):
            return start
        if (start + 1 < at and _opens_phrase(view, start, low)) or _after_relay(view, start, low):
            return start
    return start


def _opens_phrase(view: View, start: int, low: int) -> bool:
    """Does an article begin the phrase here: nothing before it needs it as a complement?"""
    if view.lang not in ("en", "fr") or view.words[start] not in ("the", "a", "an", "le", "la", "les", "un", "une", "l'"):
        return False
    if start <= low:
        return True
    before = start - 1
    return not (
        view.word_in("preposition", before)
        or view.words[before] in _JOINING
        or view.pos(before) in ("ADP", "DET", "NUM")
        or view.words[before] in ("all", "both", "tous", "toutes")
    )


def _after_relay(view: View, start: int, low: int) -> bool:
    """Does "quoted by" or the like end just before `start`?"""
    for k in range(max(low, start - 3), start):
        for rule, end in view.book.relays_at(k, view.words, view.lemmas):
            if rule.through is Through.BY and rule.after and end == start and end - k >= 2 and not view.word_in("preposition", k):
                return True
    return False


def _opens_adverbial(view: View, start: int, low: int) -> bool:
    return start > low and view.word_in("preposition", start - 1) and view.lang in ("en", "fr")


def _plain(view: View, at: int, low: int) -> Range | None:
    start = _trimmed(view, _reached(view, at, low), at)
    return (start, at) if start < at and _nominal(view, start, at) else None


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
                inner = _plain(view, k, low)
                if (
                    inner
                    and not (view.word_in("adjunct", inner[1] - 1) and not _is_name(view, *inner))
                    and (
                        _is_name(view, *inner)
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
        if view.in_quote[k] >= 0 or view.words[k] in _OPENING:
            return None
        if view.words[k] in ("who", "which", "qui"):
            inner = _plain(view, k, low)
            return (inner[0], at) if inner and sum(view.finite(j) for j in range(k, at)) == 1 else None
    return None


def _goes_on(view: View, k: int, low: int) -> bool:
    """May the word at `k` stand in the noun phrase that ends after it?"""
    word, pos = view.words[k], view.pos(k)
    if view.in_quote[k] >= 0 or (k + 1 in view.sentence_starts):
        return False
    if word in _OPENING:
        # a full stop of an abbreviation ("Gen."), a hyphen between words
        return word == "." and k > low and len(view.words[k - 1]) <= 4 and view.capital(k - 1) and k + 1 not in view.sentence_starts
    if word in _QUOTE_MARKS:
        return True
    if word in _JOINING:
        return _joins(view, k, low)
    if view.word_in("relative", k) or (view.word_in("that", k) and word not in ("как", "як", "si", "if")) or view.word_in("conjunction", k):
        return False
    if view.finite(k):
        return False
    if view.word_in("auxiliary", k) and view.lang in ("en",) and word not in ("'s",):
        return False
    return not (
        pos == "PART" and view.lang in ("ru", "uk") and "pass" not in view.tags[k] and not any(c in view.tags[k] for c in ("nom", "gen"))
    )


def _joins(view: View, k: int, low: int) -> bool:
    """Does "and" join two names or nouns of one phrase, rather than two clauses?"""
    if k - 1 < low or k + 1 >= len(view):
        return False
    left, right = view.pos(k - 1), view.pos(k + 1)
    nominal = ("NOUN", "PROPN", "X", "ADJ", "NUM")
    if view.words[k - 1] in _QUOTE_MARKS:
        left = "PROPN"
    after = view.pos(k + 2) if right == "DET" and k + 2 < len(view) else right
    if left not in nominal or after not in nominal or not _alike(view, k, low):
        return False
    # a verb to the left means that "and" joins clauses
    for j in range(k - 1, max(low, k - 14) - 1, -1):
        if view.words[j] in _OPENING:
            return True
        if view.pos(j) in ("VERB", "AUX") and not view.capital(j):
            return False
    return True


def _alike(view: View, k: int, low: int) -> bool:
    """ "volunteers and lessons": people are joined with people, names and bodies, not with a thing."""
    if not any(view.among(name, j) for j in range(max(low, k - 3), k) for name in _PEOPLE if not view.capital(j)):
        return True
    for j in range(k + 1, min(len(view), k + 5)):
        if view.words[j] in _OPENING or (view.word_in("preposition", j) and j > k + 1):
            return False
        if view.capital(j) or view.pos(j) == "PRON" or any(view.among(name, j) for name in (*_PEOPLE, *_BODIES)):
            return True
    return False


def _trimmed(view: View, start: int, end: int) -> int:
    """Leave out an adverbial at the head of a phrase: "On Tuesday the ministry", "В среду губернатор"."""
    while start < end and (
        (view.mark(start) and view.words[start] not in _QUOTE_MARKS)
        or view.word_in("adverb", start)
        or (view.word_in("conjunction", start) and view.pos(start) == "CONJ")
    ):
        start += 1
    if start < end and view.words[start] in _QUOTE_MARKS and not any(view.words[k] in _QUOTE_MARKS for k in range(start + 1, end)):
        start += 1
    if start >= end or not view.word_in("preposition", start):
        return start
    if view.lang in ("ru", "uk"):
        nominative = next(
            (
                k
                for k in range(start + 1, end)
                if "nom" in view.tags[k] and view.pos(k) in ("NOUN", "PROPN", "PRON", "ADJ") and "acc" not in view.tags[k]
            ),
            None,
        )
        if nominative is not None:
            return nominative
        return start + 1
    seen_noun = False
    for k in range(start + 1, end):
        if (
            seen_noun
            and (
                view.word_in("determiner", k)
                or view.pos(k) == "PRON"
                or (view.among("adjunct", k - 1) and not view.word_in("preposition", k))
            )
            and not view.word_in("preposition", k - 1)
        ):
            return k
        seen_noun = seen_noun or view.pos(k) in ("NOUN", "PROPN")
    return end


def _nominal(view: View, start: int, end: int) -> bool:
    """Does the phrase have a noun, a name or a pronoun that can speak?"""
    return any(view.pos(k) in ("NOUN", "PROPN", "PRON", "X") or view.capital(k) for k in range(start, end)) or (
        (end - start >= 1 and any(view.word_in(name, end - 1) for name in ("he", "she", "it", "they", "we")))
        or any(view.pos(k) in ("ADJ", "DET", "NUM") for k in range(start, end))
    )


def _is_name(view: View, start: int, end: int) -> bool:
    return all(view.capital(k) or view.words[k] in (".", "de", "von", "van") for k in range(start, end)) and end - start <= 4


def after(view: View, at: int, high: int, *, apposition: bool = True) -> Range | None:
    """The noun phrase that begins at `at`, with an apposition between commas."""
    end = at
    if at >= high or view.in_quote[at] >= 0:
        return None
    if any(view.word_in(name, at) for name in ("he", "she", "it", "they", "we")):
        return (at, at + 1)
    while end < high and end - at < _MOST and view.in_quote[end] < 0 and _continues(view, end, at, high):
        end += 1
    while end > at and (view.word_in("preposition", end - 1) or view.words[end - 1] in _OPENING or view.words[end - 1] in _JOINING):
        end -= 1
    if end <= at or not _nominal(view, at, end):
        return None
    if apposition and end < high and view.words[end] == ",":
        closing = _apposition_end(view, at, end + 1, high)
        if closing:
            end = closing
    return (at, end)


def _continues(view: View, k: int, at: int, high: int) -> bool:
    word, pos = view.words[k], view.pos(k)
    if k > at and k in view.sentence_starts:
        return False
    if word in _QUOTE_MARKS:
        return True
    if word in _OPENING:
        return (
            word == "."
            and k > at
            and len(view.words[k - 1]) <= 4
            and view.capital(k - 1)
            and k + 1 < high
            and k + 1 not in view.sentence_starts
        )
    if word in _JOINING:
        return k + 1 < high and k > at and _joins(view, k, at) and not any(view.pos(j) == "VERB" for j in range(k + 1, min(high, k + 6)))
    if view.word_in("preposition", k):
        if k == at or word not in _INSIDE:
            return False
        return _adjunct_end(view, k, min(high, k + 5)) is None
    if view.word_in("that", k) or view.word_in("relative", k) or view.word_in("conjunction", k):
        return False
    if pos in ("VERB", "AUX") and not view.capital(k):
        return False
    if view.lang == "en" and k > at and view.word_in("auxiliary", k):
        return False
    if k > at and (view.word_in("adverb", k) and not view.capital(k)):
        return False
    return not (
        k > at and view.word_in("adjunct", k) and view.pos(k) != "NOUN" and not view.word_in("preposition", k - 1) and view.lang == "en"
    )


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
    name = _is_name(view, start, end)
    if view.word_in("relative", start):
        return end
    if (titled and (view.word_in("determiner", start) or not view.capital(start) or view.among("person", start))) or (
        title_before and name
    ):
        return None if view.word_in("conjunction", start) or view.word_in("preposition", start) else end
    return None
