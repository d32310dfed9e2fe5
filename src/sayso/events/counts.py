"""The counts of a text: its numerals with what they count, by the words around them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.events.count import ARMS, FLYING, PEOPLE, Count
from sayso.events.ellipses import aboard, bare, same_before, taken_up
from sayso.events.fates import Told, fate
from sayso.events.lists import heads_of, label_of, labelled_count, without_articles
from sayso.events.losses import FURTHEST_PEOPLE, loss_of
from sayso.events.neighbours import apart, arms_follow, corrected, measured, of_these, of_whole, part_before
from sayso.events.nounphrases import noun_before, noun_phrase
from sayso.events.numerals import Numeral
from sayso.events.repetitions import adverbs, repetition
from sayso.events.things import flown, shot_down, struck, thing_count
from sayso.events.unitwords import AND, NounPhrase, Words, more, vague
from sayso.events.view import View
from sayso.lexicon.phrases import Met
from sayso.lexicon.units import UnitWord
from sayso.record.figure import FigureStatus, Unit, Who

_LOST = (FigureStatus.DESTROYED, FigureStatus.DAMAGED)
_FOR = frozenset("for на contre pour".split())
_OR = frozenset(("or", "или", "або", "чи", "ou", "либо"))
_ANOTHER = frozenset("another other autre еще ещё другой другая ще інший інша".split())  # "another one" is none of those before it
_FURTHEST_STRANGER, _FURTHEST_BARE, _FURTHEST_THESE = 4.0, 3.5, 6.0
_WITH = frozenset("with с со з із зі avec".split())
_NEAR = 3  # sentences
_RECENT = 50  # counts before a bare number among which it may take one up
_DWELLERS = ("inhabitant", "habitant")
_FURTHEST_BEFORE = 9.0  # words between a verb of loss and the people counted after it


def counts(view: View, words: Words, numerals: Sequence[Numeral]) -> list[Count]:
    """The counts of a view, in order of their numerals. Numerals that count nothing of the closed list of units are left out."""
    starts = {numeral.first for numeral in numerals if not numeral.article} | {numeral.core for numeral in numerals if not numeral.article}
    found: list[Count] = []
    words.numbers.update(numeral.first for numeral in numerals)
    words.number_ends.update(numeral.last for numeral in numerals)
    heads = heads_of(view, words)
    words.pairs = paired(view, numerals)
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
    return adverbs(view, without_articles(view, found))


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
    previous = next((count for count in reversed(told) if not count.numeral.article), None)
    if apart(view, words, numeral):
        return None
    phrase = noun_phrase(view, words, numeral, starts)
    if shot_down(view, words, numeral.last):
        phrase = NounPhrase(end=numeral.last)  # "six were fired, four shot down": no shot is counted
    labelled, these = label_of(view, words, numeral), None
    if phrase.noun is None and not phrase.refused and phrase.strangers <= 1:
        these = of_these(view, words, numeral, starts)
        phrase = of_whole(view, words, numeral, numerals, index, starts) or these or phrase
    if phrase.noun is None and not phrase.refused and bare(view, numeral):
        phrase = corrected(view, words, numeral, numerals, index, starts) or noun_before(
            view, words, numeral, phrase, previous.numeral.last if previous is not None else 0
        )
    repeated = repetition(view, numeral) if phrase.refused else None
    if repeated is not None:
        return repeated
    if phrase.refused or (phrase.noun is None and not phrase.strangers and measured(view, words, numerals, index, starts)):
        return None
    near = previous is not None and view.sentences[previous.numeral.first] == view.sentences[numeral.first]
    if (
        labelled is not None
        and not (near and view.forms[numeral.first - 1] in _OR)
        and (phrase.noun is None or phrase.noun.entry.sort != "thing")
    ):
        listed = labelled_count(view, words, numeral, labelled, phrase, heads)
        if listed is not None or phrase.noun is not None or previous is None:
            return listed
    part = (near and (phrase.part or part_before(words, numeral))) or (previous is not None and _among(view, words, numeral, previous))
    if near and previous is not None and phrase.noun is None and not phrase.strangers and _alternative(view, numeral, previous):
        return replace(previous, numeral=numeral, noun=(0, 0), part=False)
    if phrase.noun is None and not numeral.article and numeral.low != 1 and aboard(view, numeral.last):
        return Count(numeral=numeral, unit=Unit.OTHER, status=FigureStatus.CLAIMED, who=Who.UNKNOWN)
    effect, cost = loss_of(view, words, numeral, phrase, numerals, index)
    part = part or (previous is not None and near and _one_of(view, numeral, phrase, previous))
    if phrase.noun is not None and more(view, numeral.last) and phrase.noun.last == numeral.last + 1 and words.flying is not None:
        phrase = NounPhrase(end=phrase.end) if flown(view, words, numeral) is not None else phrase  # "two others fell by themselves"
    noun = phrase.noun.entry if phrase.noun is not None else None
    at = (phrase.noun.first, phrase.noun.last) if phrase.noun is not None else (0, 0)
    if noun is not None and noun.sort == "thing" and noun.unit is not None:
        return thing_count(view, words, numeral, phrase, effect, previous if near else None, heads)
    flying = previous.unit if near and previous is not None and previous.unit in FLYING else words.flying
    if (
        noun is None
        and flying is not None
        and not numeral.article
        and (not phrase.strangers or more(view, numeral.last) or struck(view, numeral.last))
    ):
        sent = flown(view, words, numeral, told=near and previous is not None and previous.unit in FLYING)
        if sent is not None:
            detail = previous.detail if previous is not None and previous.unit is flying else None
            return Count(numeral=numeral, unit=flying, status=sent, detail=detail, told=True)
    people = near and previous is not None and previous.unit in PEOPLE
    downed = noun is None and words.flying is None and not numeral.article and not phrase.strangers and not people
    if downed and flown(view, words, numeral) is FigureStatus.SHOT_DOWN:
        return Count(numeral=numeral, unit=Unit.DRONE, status=FigureStatus.SHOT_DOWN, told=True)  # "fourteen downed", whatever flew
    if noun is None and words.flying is not None and phrase.strangers == 1 and vague(view, numeral.last) and not numeral.article:
        status = effect.entry.status if effect is not None else None
        return Count(numeral=numeral, unit=words.flying, status=status or FigureStatus.CLAIMED, told=True)
    wrecked = _wrecked(view, words, numeral, effect, told) if noun is None and not phrase.strangers and not numeral.article else None
    if wrecked is not None:
        return wrecked
    furthest = FURTHEST_PEOPLE if noun is not None else _FURTHEST_STRANGER if phrase.strangers else _FURTHEST_BARE
    furthest = min(furthest, _FURTHEST_THESE) if these is not None and phrase is these else furthest
    unit = effect.entry.unit if effect is not None and cost <= furthest else None
    if noun is None and phrase.strangers and effect is not None and effect.entry.status is not None:
        return None  # "two transformers were destroyed"
    if noun is not None and noun.sort == "people" and effect is not None and effect.last <= numeral.first and cost > _FURTHEST_BEFORE:
        unit = None
    if noun is not None and noun.sort == "toll":
        unit = noun.unit
    who = phrase.who.entry.who if phrase.who is not None else None
    if who is None and unit is Unit.KILLED and effect is not None and effect.entry.status is FigureStatus.DESTROYED:
        who = Who.MILITARY  # "eliminated", "lost": words for fighters
    if unit is None and noun is not None and numeral.first in heads:
        unit = heads[numeral.first].entry.unit
    if (
        unit is None
        and who in (Who.MILITARY, Who.UNKNOWN)
        and phrase.noun is not None
        and arms_follow(view, words, phrase.noun.last, numerals, index, starts, military=who is Who.MILITARY)
    ):
        unit = Unit.KILLED  # "about 60 fighters, 5 tanks": a list of losses
    unit = fate(view, words, numeral, phrase, unit, Told(effect=effect, cost=cost, who=who, part=bool(part)), previous)
    if noun is not None and noun.sort == "people" and unit not in PEOPLE:
        fallen = _listed(view, words, numeral, phrase, told)
        same = same_before(numeral, told) if fallen is None and not words.swap else None
        if fallen is None and (same is None or same.unit not in PEOPLE):
            return _people(view, numeral, phrase, who, swap=words.swap)
        fallen = fallen or same
        assert fallen is not None
        unit, who = fallen.unit, who or fallen.who
    carried = numeral.first > 0 and view.forms[numeral.first - 1] in _WITH  # "sank with nine people aboard"
    if noun is not None and noun.sort == "people" and (unit in (Unit.MISSING, Unit.AFFECTED) or carried) and aboard(view, at[1]):
        return _people(view, numeral, phrase, who, swap=words.swap)
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
            beside = (
                (words.swap or words.captives)
                and count.noun[1] > 0
                and all(form in AND or form == "," for form in view.forms[count.noun[1] : numeral.first])
            )
            return count if (same or beside) and count.told and not others else None
    return None


def _stem(view: View, at: tuple[int, int]) -> str:
    """The head of a noun's words, short enough for its forms."""
    form = view.lemmas[at[0]] or view.forms[at[0]]
    return form[:5].casefold()


def _people(view: View, numeral: Numeral, phrase: NounPhrase, who: Who | None, *, swap: bool) -> Count | None:
    """People counted to whom nothing is told to have happened ("1,400 fighters are with him"); a single one is a speaker as a rule."""
    if numeral.article or (numeral.low == numeral.high == 1 and not swap) or phrase.noun is None:
        return None
    at = (phrase.noun.first, phrase.noun.last)
    if not swap and view.forms[at[0]].startswith(_DWELLERS):
        return None  # "a village of 600 inhabitants"
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


def _wrecked(view: View, words: Words, numeral: Numeral, effect: Met[UnitWord] | None, told: Sequence[Count]) -> Count | None:
    """The count of a bare number of what was destroyed or lost, where arms or buildings were counted just before and nobody was killed.

    Drones and missiles may be counted some sentences before, the rest in the same sentence. Of "18 trucks, three of them armoured" the
    whole is taken up ("six were burned").
    """
    here = view.sentences[numeral.first]
    recent = told[-_RECENT:]
    some = [count for count in recent if not count.gain and not count.numeral.article]
    previous = some[-1] if some else None
    if previous is None or effect is None:
        return None
    here_told = words.around(effect.first, effect.first + 1, 0)
    lost = [met.entry.status for met in here_told if met.first == effect.first and met.entry.status in _LOST]
    if not lost:
        return None
    if previous.unit in FLYING:
        near = here - view.sentences[previous.numeral.first] <= _NEAR and effect.entry.status is FigureStatus.DESTROYED
        return (
            replace(previous, numeral=numeral, noun=(0, 0), part=False) if near and all(c.unit is not Unit.KILLED for c in recent) else None
        )
    together = [count for count in some if view.sentences[count.numeral.first] == here]
    if previous.unit not in (*ARMS, Unit.BUILDING) or previous not in together or any(count.unit in PEOPLE for count in together):
        return None
    wholes = [count for count in reversed(together) if not part_before(words, count.numeral)]
    whole = next((count for count in wholes if (count.numeral.high or numeral.low) >= numeral.low), previous)
    return replace(whole, numeral=numeral, status=lost[0] or whole.status, noun=(0, 0), part=False)


def _among(view: View, words: Words, numeral: Numeral, previous: Count) -> bool:
    """Does a sentence open with the parts of those that the sentence before it counts ("Among them were three women")?"""
    here, part = view.sentences[numeral.first], words.sorts.get("part", {})
    opening = [at for at in range(max(0, numeral.first - 6), numeral.first) if at == 0 or view.sentences[at - 1] != view.sentences[at]]
    return here - view.sentences[previous.numeral.first] == 1 and any(at in part and view.sentences[at] == here for at in opening)


def paired(view: View, numerals: Sequence[Numeral]) -> bool:
    """Is a number told for its like ("75 for 75", "75 contre 75"), as captives are exchanged?"""
    return any(a.low == b.low and b.first - a.last == 1 and view.forms[a.last] in _FOR and not a.article for a, b in pairwise(numerals))


def _alternative(view: View, numeral: Numeral, previous: Count) -> bool:
    """Is a bare number another reading of the count before it ("six tanks or five")?"""
    end = max(previous.noun[1], previous.numeral.last)
    return numeral.first > 0 and view.forms[numeral.first - 1] in _OR and numeral.first - end <= 2


def _one_of(view: View, numeral: Numeral, phrase: NounPhrase, previous: Count) -> bool:
    """Is a bare "one" one of the people just counted ("two wounded, one with burns", "у одной ожоги")?"""
    held = numeral.first > 0 and view.forms[numeral.first - 1] == "у"
    if numeral.first > 0 and view.forms[numeral.first - 1] in _ANOTHER:
        return False
    return (
        (phrase.noun is None or held)
        and previous.unit in PEOPLE
        and not numeral.digits
        and numeral.low == numeral.high == 1
        and (previous.numeral.low or 0) > 1
    )
