"""The head: the noun on which a source turns, its core without what only describes, and its owner."""

from sayso.claims.adjuncts import adjunct_end
from sayso.claims.roster import SMALL
from sayso.claims.view import DASHES, Range, View

_POSTPOSED = frozenset("же ж таки то ка також теж".split())
_CASES = ("gen", "dat", "acc", "ins", "loc")
_TITLES = ("person", "spokes", "rank", "official", "desk")


def core(view: View, first: int, last: int) -> Range:
    """A source without leading numbers and marks, and without what follows a comma, unless that is a title or a name in apposition."""
    while last - first > 1 and (
        (view.mark(first) and view.surface(first) not in "«“\"'(") or _clock(view, first) or view.words[first] in ("also", "itself")
    ):
        first += 1
    at = first + 1
    while at < last:
        if view.words[at] == "," and not _apposed(view, first, at + 1, last):
            return first, at
        if view.word_in("relative", at) and view.words[at] != "where" and at > first + 1 - (view.mark(first)):
            return first, at - 1 if view.words[at - 1] == "," else at
        if view.word_in("preposition", at) and adjunct_end(view, at, last) == last and not _body(view, at, last):
            return first, at
        at += 1
    while last - first > 1 and (
        view.words[last - 1] in _POSTPOSED
        or view.words[last - 1] == ","
        or (view.pos(last - 1) in ("ADV", "CONJ") and not view.capital(last - 1) and not _only_noun(view, first, last - 1))
        or _manner(view, last - 1)
    ):
        last -= 1
    return first, last


def _only_noun(view: View, first: int, k: int) -> bool:
    """Is it all that follows a possessive or article: "his family", read as an adverb?"""
    return all(view.word_in("possessive", j) or view.word_in("determiner", j) for j in range(first, k))


def _manner(view: View, k: int) -> bool:
    """A Slavic adverb that looks like a neuter adjective after a name («Орвенна рішуче»)."""
    return (
        view.lang in ("ru", "uk")
        and view.pos(k) == "ADJ"
        and view.words[k].endswith(("о", "е"))
        and not view.capital(k)
        and view.capital(k - 1)
        and not view.among("person", k)
    )


def _body(view: View, first: int, last: int) -> bool:
    return any(view.any_of(("organisation", "government", "military", "agency"), k) for k in range(first, last))


def _clock(view: View, k: int) -> bool:
    return view.words[k][0].isdigit() and any(ch in ".:" for ch in view.words[k])


def _apposed(view: View, first: int, at: int, last: int) -> bool:
    """Does a title or a name stand after the comma, rather than an age, a participle, a circumstance?"""
    end = next((k for k in range(at, last) if view.words[k] == ","), last)
    if any(view.any_of(_TITLES, k) for k in range(at, end)):
        return True
    start = next((k for k in range(at, end) if not view.mark(k) and not view.word_in("determiner", k)), end)
    if start >= end:
        return False
    joined = any(view.words[k] in ("and", "и", "і", "та", "et") for k in range(at, last))
    return view.capital(start) or joined or (view.pos(start) == "NOUN" and any(view.capital(k) for k in range(first, at)))


def head(view: View, first: int, last: int) -> int | None:
    """The head noun: in English the last noun before a preposition, elsewhere the first; None where there is no noun."""
    found = None
    classes = view.book.classes
    relative, preposition, passed = classes["relative"], classes["preposition"], view.book.either(("determiner", "possessive"))
    english, ranks = view.lang == "en", view.book.either(("rank", "official"))
    for k in range(first, last):
        word = view.words[k]
        if word in (",", "(") or word in DASHES or word in relative or (found is not None and word in preposition):
            break
        if view.marks[k] or word in SMALL or word in passed:
            if word in SMALL and found is not None:
                break
            continue
        rank = english and word in ranks  # "the major", read as an adjective
        nominal = view.parts[k] in ("NOUN", "PROPN", "X")
        if nominal or view.capitals[k] or rank:
            if not english:
                return k
            if found is not None and not nominal and not rank:
                break
            found = k
        elif found is not None and (not english or view.parts[k] != "ADJ"):
            break  # in "Talvenian foreign ministry aides" the head is still to come
    return found


def nominative(view: View, k: int) -> bool:
    """Is a word in the nominative, or without a mark of case in its dictionary form?"""
    tags = view.tags[k].split(",")
    return "nom" in tags or (not any(case in tags for case in _CASES) and view.words[k] == view.lemmas[k])


def complement(view: View, at: int, last: int) -> Range | None:
    """What follows a head: the phrase of its preposition, or the genitive beside it ("of the ministry", "орвеннського відомства")."""
    start = at + 1
    while start < last and (view.mark(start) or view.pos(start) in ("VERB", "PART") or view.words[start] == "by"):
        start += 1
    while start < last and (view.word_in("preposition", start) or view.words[start] in SMALL or view.word_in("determiner", start)):
        start += 1
    return (start, last) if start < last else None


def genitive(view: View, first: int, at: int) -> Range | None:
    """The owner that stands before an English head ("Haldan's proclamation", "the farmers' union leaflet")."""
    start = first
    while start < at and (view.words[start] in SMALL or view.word_in("determiner", start)):
        start += 1
    end = at
    while end > start and (view.words[end - 1] in ("'s", "’s", "'", "’")):
        end -= 1
    return (start, end) if view.lang == "en" and start < end else None
