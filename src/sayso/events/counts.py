"""The counts of a text: its numerals with what they count, by the words around them."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.events.count import ARMS, FLYING, PEOPLE, Count
from sayso.events.ellipses import bare, same_before, taken_up
from sayso.events.lists import heads_of, label_of, labelled_count, without_articles
from sayso.events.losses import FURTHEST_PEOPLE, loss_of
from sayso.events.nounphrases import noun_before, noun_phrase
from sayso.events.numerals import Numeral
from sayso.events.unitwords import AND, NounPhrase, Words
from sayso.events.view import View
from sayso.lexicon.phrases import Met
from sayso.lexicon.units import UnitWord
from sayso.record.figure import FigureStatus, Unit, Who

_OR = frozenset(("or", "или", "або", "чи", "ou", "либо"))
_CITIES = ("city", "cities", "ville", "город", "міст")
_OF = frozenset(("of", "из", "із", "з", "зі", "des", "de", "d'"))
_OF_WHOLE = frozenset(("of", "из", "із", "з", "зі", "sur", "des", "out"))
_ANOTHER = frozenset("another other autre еще ещё другой другая ще інший інша".split())  # "another one" is none of those before it
_FURTHEST_STRANGER, _FURTHEST_BARE = 4.0, 3.5
_NOT, _BUT = frozenset(("not", "не", "pas", "non")), frozenset(("but", "а", "mais", "но"))
_CORRECTING = 3  # words between a rejected number and the one that replaces it
_HOURS = frozenset(("h", "heure", "heures", "moins"))
_REACH_AFFECTED = 10
_FURTHEST_BEFORE = 9.0  # words between a verb of loss and the people counted after it


def counts(view: View, words: Words, numerals: Sequence[Numeral]) -> list[Count]:
    """The counts of a view, in order of their numerals. Numerals that count nothing of the closed list of units are left out."""
    starts = {numeral.first for numeral in numerals if not numeral.article} | {numeral.core for numeral in numerals if not numeral.article}
    found: list[Count] = []
    words.numbers.update(numeral.first for numeral in numerals)
    words.number_ends.update(numeral.last for numeral in numerals)
    heads = heads_of(view, words)
    for i, numeral in enumerate(numerals):
        previous = found[-1] if found else None
        if numeral.plus:
            if (
                previous is not None
                and view.sentences[previous.numeral.first] == view.sentences[numeral.first]
                and numeral.first - previous.numeral.last <= 4
            ):
                found.append(
                    Count(
                        numeral=numeral,
                        unit=previous.unit,
                        status=previous.status,
                        who=previous.who,
                        detail=previous.detail,
                        told=True,
                        gain=True,
                    )
                )
            continue
        if numeral.low == numeral.high == 0 and not numeral.article:
            continue
        made = _count(view, words, numeral, starts, numerals, i, found, heads)
        if made is not None:
            found.append(made)
    return without_articles(view, found)


def _count(
    view: View,
    words: Words,
    numeral: Numeral,
    starts: set[int],
    numerals: Sequence[Numeral],
    index: int,
    told: Sequence[Count],
    heads: dict[int, Met[UnitWord]],
) -> Count | None:
    previous = told[-1] if told else None
    if _apart(view, words, numeral):
        return None
    phrase = noun_phrase(view, words, numeral, starts)
    labelled = label_of(view, words, numeral)
    if phrase.noun is None and not phrase.refused and phrase.strangers <= 1:
        phrase = _of_whole(view, words, numeral, numerals, index, starts) or phrase
    if phrase.noun is None and not phrase.refused and bare(view, numeral):
        phrase = _corrected(view, words, numeral, numerals, index, starts) or noun_before(
            view, words, numeral, phrase, previous.numeral.last if previous is not None else 0
        )
    if phrase.refused:
        return None
    near = previous is not None and view.sentences[previous.numeral.first] == view.sentences[numeral.first]
    if (
        labelled is not None
        and not (near and view.forms[numeral.first - 1] in _OR)
        and (phrase.noun is None or phrase.noun.entry.sort != "thing")
    ):
        return labelled_count(view, words, numeral, labelled, phrase, heads)
    part = near and (phrase.part or _part_before(words, numeral))
    if near and previous is not None and phrase.noun is None and not phrase.strangers and _alternative(view, numeral, previous):
        return replace(previous, numeral=numeral, noun=(0, 0), part=False)
    effect, cost = loss_of(view, words, numeral, phrase, numerals, index)
    part = part or (previous is not None and near and _one_of(view, numeral, phrase, previous))
    noun = phrase.noun.entry if phrase.noun is not None else None
    at = (phrase.noun.first, phrase.noun.last) if phrase.noun is not None else (0, 0)
    if noun is not None and noun.sort == "thing" and noun.unit is not None:
        return _thing(view, words, numeral, phrase, effect, previous if near else None, heads)
    flying = previous.unit if near and previous is not None and previous.unit in FLYING else words.flying
    if noun is None and flying is not None and not phrase.strangers and not numeral.article:
        downed = _downed(view, words, numeral)
        if downed is not None:
            detail = previous.detail if previous is not None and previous.unit is flying else None
            return Count(numeral=numeral, unit=flying, status=FigureStatus.SHOT_DOWN, detail=detail, told=True)
    furthest = FURTHEST_PEOPLE if noun is not None else _FURTHEST_STRANGER if phrase.strangers else _FURTHEST_BARE
    unit = effect.entry.unit if effect is not None and cost <= furthest else None
    if noun is None and phrase.strangers and effect is not None and effect.entry.status is not None:
        return None  # "two transformers were destroyed"
    if noun is not None and noun.sort == "people" and effect is not None and effect.last <= numeral.first and cost > _FURTHEST_BEFORE:
        unit = None
    if noun is not None and noun.sort == "toll":
        unit = noun.unit
    who = phrase.who.entry.who if phrase.who is not None else None
    if unit is None and noun is not None and numeral.first in heads:
        unit = heads[numeral.first].entry.unit
    if part and previous is not None and previous.unit in PEOPLE and (unit is None or cost > 6):
        unit = previous.unit
    if (
        unit is None
        and who is Who.MILITARY
        and phrase.noun is not None
        and _arms_follow(view, words, phrase.noun.last, numerals, index, starts)
    ):
        unit = Unit.KILLED  # "about 60 fighters, 5 tanks": a list of losses
    if unit is Unit.EVACUATED and who is Who.MILITARY:
        unit = None  # troops who leave are not evacuated
    if noun is not None and noun.sort == "people" and unit not in PEOPLE:
        fallen = _listed(view, words, numeral, phrase, told)
        same = same_before(numeral, told) if fallen is None and not words.swap else None
        if fallen is None and (same is None or same.unit not in PEOPLE):
            return _people(view, numeral, phrase, who, swap=words.swap)
        fallen = fallen or same
        assert fallen is not None
        unit, who = fallen.unit, who or fallen.who
    if unit is None or unit not in PEOPLE:
        later = (noun_phrase(view, words, other, starts).noun for other in numerals[index + 1 : index + 3])
        return taken_up(view, words, numeral, phrase, effect, _paired(view, numeral, next((n for n in later if n), None), told), told)
    if numeral.article and noun is None:
        return None
    return Count(numeral=numeral, unit=unit, status=FigureStatus.CLAIMED, who=who or Who.UNKNOWN, noun=at, told=True, part=bool(part))


def _listed(view: View, words: Words, numeral: Numeral, phrase: NounPhrase, told: Sequence[Count]) -> Count | None:
    """The count of the same people before it in the sentence whose verb it shares ("ten men were killed at A, six men at B")."""
    assert phrase.noun is not None
    here = view.sentences[numeral.first]
    for count in reversed(told):
        if view.sentences[count.numeral.first] != here:
            return None
        if count.unit in PEOPLE:
            same = count.noun[1] > 0 and _stem(view, count.noun) == _stem(view, (phrase.noun.first, phrase.noun.last))
            verbs = range(count.numeral.last, numeral.first)
            others = any(met.first in verbs and not (met.first < count.noun[1]) for met in words.effects)
            return count if same and count.told and not others else None
    return None


def _stem(view: View, at: tuple[int, int]) -> str:
    """The head of a noun's words, short enough for its forms."""
    form = view.lemmas[at[0]] or view.forms[at[0]]
    return form[:5].casefold()


def _people(view: View, numeral: Numeral, phrase: NounPhrase, who: Who | None, *, swap: bool) -> Count | None:
    """People counted to whom nothing is told to have happened ("1,400 fighters are with him"); a single one is a speaker as a rule."""
    if numeral.article or numeral.low == numeral.high == 1 or phrase.noun is None:
        return None
    at = (phrase.noun.first, phrase.noun.last)
    return Count(
        numeral=numeral,
        unit=Unit.CAPTURED if swap else Unit.OTHER,
        status=FigureStatus.CLAIMED,
        who=who or Who.UNKNOWN,
        detail=None if swap else " ".join(view.forms[at[0] : at[1]]),
        told=swap,
        noun=at,
    )


def _paired(view: View, numeral: Numeral, noun: Met[UnitWord] | None, told: Sequence[Count]) -> Count | None:
    """The count that a bare number takes up: the last one, or the one before it where the next `noun` counted is the last one's.

    "Sixty killed and five tanks; the other side says a hundred, and six tanks": the hundred are killed.
    """
    if not told:
        return None
    if noun is None or noun.entry.unit is not told[-1].unit or view.sentences[noun.first] != view.sentences[numeral.first]:
        return told[-1]
    before = told[-2] if len(told) > 1 else None
    together = before is not None and view.sentences[before.numeral.first] == view.sentences[told[-1].numeral.first]
    return before if together else told[-1]


def _alternative(view: View, numeral: Numeral, previous: Count) -> bool:
    """Is a bare number another reading of the count before it ("six tanks or five")?"""
    end = max(previous.noun[1], previous.numeral.last)
    return numeral.first > 0 and view.forms[numeral.first - 1] in _OR and numeral.first - end <= 2


def _one_of(view: View, numeral: Numeral, phrase: NounPhrase, previous: Count) -> bool:
    """Is a bare "one" one of the people just counted ("two wounded, one with burns", "у одной ожоги")?"""
    held = numeral.first > 0 and view.forms[numeral.first - 1] in ("у", "в")
    if numeral.first > 0 and view.forms[numeral.first - 1] in _ANOTHER:
        return False
    return (
        (phrase.noun is None or held)
        and previous.unit in PEOPLE
        and not numeral.digits
        and numeral.low == numeral.high == 1
        and (previous.numeral.low or 0) > 1
    )


def _named(view: View, phrase: NounPhrase) -> bool:
    """Are cities counted only to name them ("the two cities of ...")? That tells nothing of what befell them."""
    return phrase.noun is not None and any(form.startswith(_CITIES) for form in view.forms[phrase.noun.first : phrase.noun.last])


def _downed(view: View, words: Words, numeral: Numeral) -> Met[UnitWord] | None:
    """The word for shooting down right beside a number that has no noun ("25 drones attacked; 22 were shot down")."""
    for met in words.around(numeral.first, numeral.last, 4):
        gap = max(met.first - numeral.last, numeral.first - met.last)
        if met.entry.status is FigureStatus.SHOT_DOWN and gap <= 2 and view.sentences[met.first] == view.sentences[numeral.first]:
            return met
    return None


def _thing(
    view: View,
    words: Words,
    numeral: Numeral,
    phrase: NounPhrase,
    effect: Met[UnitWord] | None,
    previous: Count | None,
    heads: dict[int, Met[UnitWord]],
) -> Count | None:
    """A count of things, with the status that the words around it give."""
    assert phrase.noun is not None
    assert phrase.noun.entry.unit is not None
    entry = phrase.noun.entry
    unit = phrase.noun.entry.unit
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
    if status is None and unit in (Unit.SETTLEMENT, Unit.BUILDING, Unit.VEHICLE, Unit.OTHER) and numeral.low == numeral.high == 1:
        return None
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


def _affected(view: View, words: Words, numeral: Numeral) -> bool:
    """Does the sentence tell that homes are cut off from power or the like ("300 houses are without light")?"""
    return any(
        met.entry.unit is Unit.AFFECTED and met.entry.status is None and view.sentences[met.first] == view.sentences[numeral.first]
        for met in words.around(numeral.first, numeral.last, _REACH_AFFECTED)
    )


def _apart(view: View, words: Words, numeral: Numeral) -> bool:
    """Is the numeral part of a name or date by the word before it ("flight 17", "12 March")?"""
    first = numeral.first
    if first > 0 and view.lang == "fr" and view.forms[first - 1] in _HOURS:
        return True  # "13 h 40"
    if numeral.digits and numeral.low != int(numeral.low):
        return True  # "22.05": a time, a share
    before = words.sorts.get("before", {})
    if numeral.digits and first > 0 and first == numeral.core and first - 1 in before:
        month = words.at("month", first - 1) is not None
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
        return True
    return numeral.last < len(view) and view.joined(numeral.last) and view.text[view.ends[numeral.last - 1]] in "-–" and numeral.digits


def _arms_follow(view: View, words: Words, end: int, numerals: Sequence[Numeral], index: int, starts: set[int]) -> bool:
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
        and noun.entry.unit in ARMS
        and all(form in AND or form == "," for form in view.forms[end : numerals[index + 1].first])
    )


def _of_whole(view: View, words: Words, numeral: Numeral, numerals: Sequence[Numeral], index: int, starts: set[int]) -> NounPhrase | None:
    """The noun phrase of the whole, for "12 of 15 drones"."""
    at = numeral.last
    if at + 1 >= len(view) or view.forms[at] not in _OF_WHOLE or index + 1 >= len(numerals) or numerals[index + 1].first - at not in (1, 2):
        return None
    whole = noun_phrase(view, words, numerals[index + 1], starts)
    return whole if whole.noun is not None else None


def _corrected(view: View, words: Words, numeral: Numeral, numerals: Sequence[Numeral], index: int, starts: set[int]) -> NounPhrase | None:
    """The noun phrase of the number that stands in a rejected one's place ("not seven but ten blasts", "не сім, а десять вибухів")."""
    if index + 1 >= len(numerals) or numeral.first == 0 or view.forms[numeral.first - 1] not in _NOT:
        return None
    other = numerals[index + 1]
    between = view.forms[numeral.last : other.first]
    if not 0 < len(between) <= _CORRECTING or view.sentences[other.first] != view.sentences[numeral.first] or _BUT.isdisjoint(between):
        return None
    phrase = noun_phrase(view, words, other, starts)
    return phrase if phrase.noun is not None else None


def _part_before(words: Words, numeral: Numeral) -> bool:
    """Does "including" or its like stand right before the numeral?"""
    part = words.sorts.get("part", {})
    return any(first in part and part[first].last >= numeral.first - 1 for first in range(max(0, numeral.first - 4), numeral.first))
