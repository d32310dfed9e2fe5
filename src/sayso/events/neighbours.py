"""The neighbours of a number: names and dates that it is part of, the whole that it is a part of, what stands in its place."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.events.count import ARMS
from sayso.events.designations import designated
from sayso.events.ellipses import bare
from sayso.events.nounphrases import noun_phrase
from sayso.events.numerals import Numeral
from sayso.events.unitwords import AND, NounPhrase, Words
from sayso.events.view import View
from sayso.record.figure import Unit

_OF = frozenset(("of", "из", "із", "з", "зі", "des", "de", "d'"))
_OF_WHOLE = frozenset(("of", "из", "із", "з", "зі", "sur", "des", "out"))
_NOT, _BUT = frozenset(("not", "не", "pas", "non")), frozenset(("but", "а", "mais", "но"))
_NUMBERED = frozenset("platform line track gate sector quay berth room floor ward point unit lane stage phase".split())
_YOUNGEST = tuple("youngest oldest eldest aged младш старш наймолодш найстарш молодш jeune âgé âge".split())
_WAS = frozenset("было было исполнилось було виповнилося минуло".split())
_BETWEEN = frozenset("between entre между меж між".split())
_NOT_ONE = frozenset("ни ні ані ниже".split())
_LOST = frozenset({Unit.TANK, Unit.ARMOURED_VEHICLE, Unit.ARTILLERY})  # what people lost are told beside
_AGE, _DAY = 4, 24
_THESE = frozenset("ses nos leurs ces les its our their his her the those these наших своих его их этих своїх його їхніх цих".split())
_CORRECTING = 3  # words between a rejected number and the one that replaces it
_HOURS = frozenset(("h", "heure", "heures", "moins"))


def apart(view: View, words: Words, numeral: Numeral) -> bool:
    """Is the numeral part of a name or date by the word before it ("flight 17", "12 March"), or an age, an hour, or "not one"?"""
    first = numeral.first
    if _named(view, numeral) or _aged(view, numeral) or _hours(view, numeral) or _none(view, numeral) or designated(view, words, numeral):
        return True
    if first > 0 and view.lang == "fr" and view.forms[first - 1] in _HOURS:
        return True  # "13 h 40"
    if numeral.digits and numeral.low != int(numeral.low):
        return True  # "22.05": a time, a share
    before = words.sorts.get("before", {})
    if numeral.digits and first > 0 and first == numeral.core and first - 1 in before:
        month = words.at("month", first - 1) is not None
        if view.forms[first - 1] == "les" and any(
            met.entry.sort in ("thing", "people", "toll") for met in words.nouns.get(numeral.last, ())
        ):
            return False  # "les 40 engins", but "les 17 et 18"
        return not month or numeral.low <= 31 or 1900 <= numeral.low <= 2100
    if numeral.digits and first > 1 and before.get(first - 2) is not None and view.numeric[first - 1]:
        return True  # "4 FEB 90": the year
    if numeral.digits and first > 2 and before.get(first - 3) is not None and view.numeric[first - 2] and view.forms[first - 1] in AND:
        return True  # "aged 19 and 21"
    if first > 0 and view.forms[first - 1] in ("number", "no", "nos", "номер", "numéro"):
        return True
    if (
        numeral.digits
        and 0 < first < len(view) - 1
        and view.forms[first - 1] == ","
        and view.forms[numeral.last : numeral.last + 1] == (",",)
    ):
        return numeral.low == numeral.high and numeral.low < 120  # "the mayor, 56, was killed": an age
    if numeral.digits and numeral.low == numeral.high and 1900 <= numeral.low <= 2100 and view.forms[numeral.core].isdigit():
        following = words.nouns.get(numeral.last)
        return not following
    if numeral.low == numeral.high == 1 and numeral.last < len(view) and view.forms[numeral.last] in _OF:
        tolls = (met for at in (numeral.last + 1, numeral.last + 2) for met in words.nouns.get(at, ()))
        return numeral.digits or not any(met.entry.sort == "toll" for met in tolls)  # "one of the wounded" counts
    return numeral.last < len(view) and view.joined(numeral.last) and view.text[view.ends[numeral.last - 1]] in "-–" and numeral.digits


def _named(view: View, numeral: Numeral) -> bool:
    """Is a number word the name of what stands before it ("platform two")?"""
    first = numeral.first
    return not numeral.digits and 0 < first == numeral.core and view.lang == "en" and view.forms[first - 1] in _NUMBERED


def _aged(view: View, numeral: Numeral) -> bool:
    """Is a number that no noun follows an age ("the youngest is six", «водителю было тридцать четыре»)?"""
    first, here = numeral.first, view.sentences[numeral.first]
    before = [at for at in range(max(0, first - _AGE), first) if view.sentences[at] == here]
    if not before or not bare(view, numeral):
        return False
    of = first > 1 and view.forms[first - 1] in _WAS and "dat" in view.tags[first - 2].split(",")
    return of or any(view.forms[at].startswith(_YOUNGEST) for at in before)


def _hours(view: View, numeral: Numeral) -> bool:
    """Are "between five and nine" hours? No noun follows, and both would do."""
    most = numeral.high if numeral.high is not None else _DAY + 1
    return view.forms[numeral.first] in _BETWEEN and numeral.low < most <= _DAY and bare(view, numeral)


def _none(view: View, numeral: Numeral) -> bool:
    """Is a "one" none ("ни один", "один за одним")?"""
    if numeral.digits or not numeral.low == numeral.high == 1:
        return False
    by = numeral.last < len(view) and view.forms[numeral.last] == "за"
    return by or (numeral.first > 0 and view.forms[numeral.first - 1] in _NOT_ONE)


def of_these(view: View, words: Words, numeral: Numeral, starts: set[int]) -> NounPhrase | None:
    """The noun phrase of the whole that a number is of, for "two of its drones", "deux de ses drones", "один із поранених"."""
    at = numeral.last
    if at + 1 >= len(view) or view.forms[at] not in _OF or view.sentences[at] != view.sentences[numeral.first]:
        return None
    opening = at + 1 + (view.forms[at + 1] in _THESE)
    if not words.nouns.get(opening):
        return None
    phrase = noun_phrase(view, words, replace(numeral, last=opening), starts)
    return phrase if phrase.noun is not None and not phrase.refused else None


def arms_follow(
    view: View, words: Words, end: int, numerals: Sequence[Numeral], index: int, starts: set[int], *, military: bool = True
) -> bool:
    """Does a count of arms follow a count of fighters, with nothing but a comma or "and" between?"""
    if (
        index + 1 >= len(numerals)
        or not 0 < numerals[index + 1].first - end <= 2
        or view.sentences[end] != view.sentences[numerals[index].first]
    ):
        return False
    noun = noun_phrase(view, words, numerals[index + 1], starts).noun
    return (
        noun is not None
        and noun.entry.unit in (ARMS if military else _LOST)
        and all(form in AND or form == "," for form in view.forms[end : numerals[index + 1].first])
    )


def of_whole(view: View, words: Words, numeral: Numeral, numerals: Sequence[Numeral], index: int, starts: set[int]) -> NounPhrase | None:
    """The noun phrase of the whole, for "12 of 15 drones"."""
    at = numeral.last
    if at + 1 >= len(view) or view.forms[at] not in _OF_WHOLE or index + 1 >= len(numerals) or numerals[index + 1].first - at not in (1, 2):
        return None
    whole = noun_phrase(view, words, numerals[index + 1], starts)
    return whole if whole.noun is not None else None


def corrected(view: View, words: Words, numeral: Numeral, numerals: Sequence[Numeral], index: int, starts: set[int]) -> NounPhrase | None:
    """The noun phrase of the number that stands in a rejected one's place ("not seven but ten blasts", "не сім, а десять вибухів")."""
    if index + 1 >= len(numerals) or numeral.first == 0 or view.forms[numeral.first - 1] not in _NOT:
        return None
    other = numerals[index + 1]
    between = view.forms[numeral.last : other.first]
    if not 0 < len(between) <= _CORRECTING or view.sentences[other.first] != view.sentences[numeral.first] or _BUT.isdisjoint(between):
        return None
    phrase = noun_phrase(view, words, other, starts)
    return phrase if phrase.noun is not None else None


def measured(view: View, words: Words, numerals: Sequence[Numeral], index: int, starts: set[int]) -> bool:
    """Is a bare number one of several of which the last has a measure ("aged 15, 16 and 17 years", «15, 16 и 17 лет»)?"""
    for a, b in pairwise(numerals[index:]):
        if b.first - a.last != 1 or not (view.forms[a.last] in AND or view.forms[a.last] == ",") or b.digits != numerals[index].digits:
            return False
        phrase = noun_phrase(view, words, b, starts)
        if phrase.refused or phrase.noun is not None or phrase.strangers:
            return phrase.refused
    return False


def part_before(words: Words, numeral: Numeral) -> bool:
    """Does "including" or its like stand right before the numeral?"""
    part = words.sorts.get("part", {})
    return any(first in part and part[first].last >= numeral.first - 1 for first in range(max(0, numeral.first - 4), numeral.first))
