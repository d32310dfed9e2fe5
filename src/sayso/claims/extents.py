"""The extents: how far the noun phrase of a source reaches, to the left and to the right."""

from sayso.claims.adjuncts import OPENING, adjunct_end
from sayso.claims.view import QUOTE_MARKS, Range, View
from sayso.lexicon.cues import Through

MOST = 40  # tokens of a source with its apposition
_INSIDE = frozenset(
    {"of", "for", "from", "at", "in", "on", "de", "d'", "du", "des", "по", "з", "із", "при", "à", "en", "из", "от", "в", "у", "на"}
)
_PEOPLE = ("person", "spokes", "witness", "sources", "armed group")
_PERSONS = ("he", "she", "they")
_BODIES = ("government", "military", "agency", "outlet", "organisation")
JOINING = frozenset({"and", "&", "и", "і", "та", "й", "et"})


def reached(view: View, at: int, low: int) -> int:
    """How far back the noun phrase that ends before `at` reaches."""
    start, persons = at, view.book.either(_PERSONS)
    while start > low and at - start < MOST and _goes_on(view, start - 1, low):
        start -= 1
        if (view.words[start] in persons and not view.word_in("possessive", start)) or (view.lang == "en" and view.words[start] == "it"):
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
        or view.words[before] in JOINING
        or view.pos(before) in ("ADP", "DET", "NUM")
        or view.words[before] in ("all", "both", "tous", "toutes")
    )


def _after_relay(view: View, start: int, low: int) -> bool:
    """Does "quoted by" or the like end just before `start`?"""
    for k in range(max(low, start - 3), start):
        for rule, end in view.relays_at(k):
            if rule.through is Through.BY and rule.after and end == start and end - k >= 2 and not view.word_in("preposition", k):
                return True
    return False


def plain(view: View, at: int, low: int) -> Range | None:
    start = trimmed(view, reached(view, at, low), at)
    return (start, at) if start < at and nominal(view, start, at) else None


def _goes_on(view: View, k: int, low: int) -> bool:
    """May the word at `k` stand in the noun phrase that ends after it?"""
    word, pos = view.words[k], view.pos(k)
    if view.in_quote[k] >= 0 or (k + 1 in view.sentence_starts):
        return False
    if word in OPENING:
        # a full stop of an abbreviation ("Gen."), a hyphen between words
        return word == "." and k > low and len(view.words[k - 1]) <= 4 and view.capital(k - 1) and k + 1 not in view.sentence_starts
    if word in QUOTE_MARKS:
        return True
    if word in JOINING:
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
    if view.words[k - 1] in QUOTE_MARKS:
        left = "PROPN"
    after = view.pos(k + 2) if right == "DET" and k + 2 < len(view) else right
    if left not in nominal or after not in nominal or not _alike(view, k, low):
        return False
    # a verb to the left means that "and" joins clauses
    for j in range(k - 1, max(low, k - 14) - 1, -1):
        if view.words[j] in OPENING:
            return True
        if view.pos(j) in ("VERB", "AUX") and not view.capital(j):
            return False
    return True


def _alike(view: View, k: int, low: int) -> bool:
    """ "volunteers and lessons": people are joined with people, names and bodies, not with a thing."""
    if not any(view.any_of(_PEOPLE, j) for j in range(max(low, k - 3), k) if not view.capital(j)):
        return True
    for j in range(k + 1, min(len(view), k + 5)):
        if view.words[j] in OPENING or (view.word_in("preposition", j) and j > k + 1):
            return False
        if view.capital(j) or view.pos(j) == "PRON" or any(view.among(name, j) for name in (*_PEOPLE, *_BODIES)):
            return True
    return False


def trimmed(view: View, start: int, end: int) -> int:
    """Leave out an adverbial at the head of a phrase: "On Tuesday the ministry", "В среду губернатор"."""
    while start < end and (
        (view.mark(start) and view.words[start] not in QUOTE_MARKS)
        or view.word_in("adverb", start)
        or (view.word_in("conjunction", start) and view.pos(start) == "CONJ")
    ):
        start += 1
    if start < end and view.words[start] in QUOTE_MARKS and not any(view.words[k] in QUOTE_MARKS for k in range(start + 1, end)):
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


def nominal(view: View, start: int, end: int) -> bool:
    """Does the phrase have a noun, a name or a pronoun that can speak?"""
    return any(view.pos(k) in ("NOUN", "PROPN", "PRON", "X") or view.capital(k) for k in range(start, end)) or (
        (end - start >= 1 and any(view.word_in(name, end - 1) for name in ("he", "she", "it", "they", "we")))
        or any(view.pos(k) in ("ADJ", "DET", "NUM") for k in range(start, end))
    )


def is_name(view: View, start: int, end: int) -> bool:
    return all(view.capital(k) or view.words[k] in (".", "de", "von", "van") for k in range(start, end)) and end - start <= 4


def continues(view: View, k: int, at: int, high: int) -> bool:
    word, pos = view.words[k], view.pos(k)
    if k > at and k in view.sentence_starts:
        return False
    if word in QUOTE_MARKS:
        return True
    if word in OPENING:
        return (
            word == "."
            and k > at
            and len(view.words[k - 1]) <= 4
            and view.capital(k - 1)
            and k + 1 < high
            and k + 1 not in view.sentence_starts
        )
    if word in JOINING:
        return k + 1 < high and k > at and _joins(view, k, at) and not any(view.pos(j) == "VERB" for j in range(k + 1, min(high, k + 6)))
    if view.word_in("preposition", k):
        if k == at or word not in _INSIDE:
            return False
        return adjunct_end(view, k, min(high, k + 5)) is None
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
