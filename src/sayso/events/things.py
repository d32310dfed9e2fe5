"""The thing: a count of arms, vehicles, buildings or attacks, with the status that the words around it give."""

from collections.abc import Mapping

from sayso.events.count import ARMS, PEOPLE, Count
from sayso.events.numerals import Numeral
from sayso.events.unitwords import NounPhrase, Words, vague
from sayso.events.view import View
from sayso.lexicon.phrases import Met
from sayso.lexicon.units import UnitWord
from sayso.record.figure import FigureStatus, Unit

_CITIES = ("city", "cities", "ville", "город", "міст")
_OF_WHOLE = frozenset(("of", "из", "із", "з", "зі", "sur", "des", "out"))
_FLOWN = frozenset((FigureStatus.SHOT_DOWN, FigureStatus.LAUNCHED))
_WITHIN = frozenset("in at inside near в во у на in dans à sur".split())
_CAME = tuple("came flew fell landed reached got прилет прилёт долет дошл упал впал влет впав влуч tomb abatt".split())
_STRUCK = tuple("hit hits struck penetrat попал порази достиг прорва прорвав влуч досяг ураз прорвал touch atteint frapp perc".split())
_ANSWERING = frozenset(":—–-")
_NEXT = 3  # words after a number in which it comes, falls or reaches something
_LAUNCHES = ("пуск", "launch", "tir")
_REACH_AFFECTED = 10


def thing_count(
    view: View,
    words: Words,
    numeral: Numeral,
    phrase: NounPhrase,
    effect: Met[UnitWord] | None,
    previous: Count | None,
    heads: Mapping[int, Met[UnitWord]],
) -> Count | None:
    """A count of things, with the status that the words around it give."""
    assert phrase.noun is not None
    assert phrase.noun.entry.unit is not None
    entry = phrase.noun.entry
    unit = meant(view, words, numeral, phrase.noun) or phrase.noun.entry.unit
    if unit is Unit.TANK and words.fuel and view.sentences[numeral.first] not in words.armed:
        unit = Unit.BUILDING  # tanks of a fuel depot
    if unit is Unit.ATTACK and numeral.first in heads and heads[numeral.first].entry.status is FigureStatus.DESTROYED:
        arms = next((met for met in words.nouns.get(phrase.noun.last, ()) if met.entry.unit in ARMS), None)
        if arms is not None and arms.entry.unit is not None:
            entry, unit = arms.entry, arms.entry.unit  # attacks are not destroyed: a slip for "attack drones"
    status = effect.entry.status if effect is not None and effect.entry.status else None
    touched = status is None and effect is not None and effect.entry.unit in (Unit.EVACUATED, Unit.AFFECTED)
    if status is None and unit is Unit.BUILDING and _affected(view, words, numeral):
        at = (phrase.noun.first, phrase.noun.last)
        return Count(numeral=numeral, unit=Unit.AFFECTED, status=FigureStatus.CLAIMED, noun=at, told=True)
    if touched and unit in (Unit.BUILDING, Unit.SETTLEMENT):
        return Count(numeral=numeral, unit=unit, status=FigureStatus.OTHER, noun=(phrase.noun.first, phrase.noun.last), told=True)
    if status is None and numeral.first in heads:
        status = heads[numeral.first].entry.status
    if (
        previous is not None
        and view.forms[numeral.first - 1] in _OF_WHOLE
        and numeral.first - previous.numeral.last <= 2
        and previous.unit is unit
    ):
        status = FigureStatus.LAUNCHED if unit in (Unit.DRONE, Unit.MISSILE) else FigureStatus.OTHER  # "12 of 15 drones": the whole
    if (
        status is None
        and previous is not None
        and previous.unit not in PEOPLE
        and numeral.first - max(previous.noun[1], previous.numeral.last) <= 3
    ):
        status = previous.status
    elif (
        status is None
        and previous is not None
        and previous.unit in PEOPLE
        and previous.told
        and numeral.first - max(previous.noun[1], previous.numeral.last) <= 2
    ):
        status = FigureStatus.DESTROYED if unit in ARMS else None
    if status is FigureStatus.DESTROYED and unit is Unit.DRONE:
        status = FigureStatus.SHOT_DOWN
    answers = numeral.first > 0 and view.forms[numeral.first - 1] in _ANSWERING  # "The army: one lorry"
    single = numeral.low == numeral.high == 1 and not answers
    if status is None and unit in (Unit.SETTLEMENT, Unit.BUILDING, Unit.VEHICLE, Unit.OTHER) and single:
        return None
    if status is None and unit in (Unit.BUILDING, Unit.OTHER) and numeral.first > 0 and view.forms[numeral.first - 1] in _WITHIN:
        return None  # "beds were set up in two churches"
    introduced = phrase.noun.last < len(view) and view.forms[phrase.noun.last] in ("of", "de", "d'")
    if unit is Unit.SETTLEMENT and (status is None or introduced) and _named(view, phrase):
        return None
    if unit is Unit.ATTACK:
        if numeral.low == numeral.high == 1:
            return None
        status = FigureStatus.CLAIMED
    return Count(
        numeral=numeral,
        unit=unit,
        status=status or FigureStatus.CLAIMED,
        detail=entry.detail,
        noun=(phrase.noun.first, phrase.noun.last),
        told=status is not None,
    )


def flown(view: View, words: Words, numeral: Numeral, *, told: bool = False) -> FigureStatus | None:
    """What became of drones or missiles of which only the number is told ("25 attacked; 22 were shot down, one fell into the river").

    `told`: drones or missiles are counted just before, so that "nine hit their targets" are some of them.
    """
    here = view.sentences[numeral.first]
    for met in words.around(numeral.first, numeral.last, 4):
        gap = max(met.first - numeral.last, numeral.first - met.last)
        if met.entry.status in _FLOWN and gap <= 2 and view.sentences[met.first] == here:
            return met.entry.status
    beside = (*range(max(0, numeral.first - 1), numeral.first), *range(numeral.last, min(numeral.last + _NEXT, len(view))))
    came = any(view.forms[at].startswith(_CAME + _STRUCK if told else _CAME) for at in beside if view.sentences[at] == here)
    return FigureStatus.HIT if came else None


def struck(view: View, at: int) -> bool:
    """Does a verb of hitting or falling stand at this word ("nine hit targets", «два впали самі»)?"""
    return at < len(view) and view.forms[at].startswith(_STRUCK + _CAME)


def shot_down(view: View, words: Words, at: int) -> bool:
    """Does a word for shooting down begin here?"""
    return any(met.first == at and met.entry.status is FigureStatus.SHOT_DOWN for met in words.around(at, at, 1))


def meant(view: View, words: Words, numeral: Numeral, noun: Met[UnitWord]) -> Unit | None:
    """The unit of a noun, that of a vague one by what the text names: "appareils" are its drones, «машины» its tanks."""
    unit, form = noun.entry.unit, view.forms[noun.first]
    if unit is Unit.ATTACK and words.flying is Unit.MISSILE and form.startswith(_LAUNCHES):
        return Unit.MISSILE
    if not vague(view, noun.first):
        return unit
    if unit in (Unit.AIRCRAFT, Unit.OTHER):
        return words.flying or unit
    if unit is Unit.VEHICLE and Unit.VEHICLE not in words.named and noun.first == numeral.last == noun.last - 1:
        if Unit.TANK in words.named and not words.fuel:
            return Unit.TANK
        return Unit.ARMOURED_VEHICLE if Unit.ARMOURED_VEHICLE in words.named else unit
    return unit


def _affected(view: View, words: Words, numeral: Numeral) -> bool:
    """Does the sentence tell that homes are cut off from power or the like ("300 houses are without light")?"""
    return any(
        met.entry.unit is Unit.AFFECTED and met.entry.status is None and view.sentences[met.first] == view.sentences[numeral.first]
        for met in words.around(numeral.first, numeral.last, _REACH_AFFECTED)
    )


def _named(view: View, phrase: NounPhrase) -> bool:
    """Are cities counted only to name them ("the two cities of ...")? That tells nothing of what befell them."""
    return phrase.noun is not None and any(form.startswith(_CITIES) for form in view.forms[phrase.noun.first : phrase.noun.last])
