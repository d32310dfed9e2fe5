"""The count: a numeral with what it counts, by the words around it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.events.numerals import Numeral
from sayso.events.view import View
from sayso.lexicon.phrases import Met
from sayso.lexicon.units import UnitBook, UnitWord
from sayso.record.figure import FigureStatus, Unit, Who

PEOPLE = frozenset({Unit.KILLED, Unit.WOUNDED, Unit.CAPTURED, Unit.MISSING, Unit.DISPLACED, Unit.EVACUATED, Unit.AFFECTED})
_ARMS = frozenset(
    {
        Unit.TANK,
        Unit.ARMOURED_VEHICLE,
        Unit.ARTILLERY,
        Unit.AIR_DEFENCE,
        Unit.VEHICLE,
        Unit.DRONE,
        Unit.MISSILE,
        Unit.AIRCRAFT,
        Unit.SHIP,
        Unit.AMMUNITION,
    }
)
_OPENING = frozenset("\"'«“„‘([/")
_DASHES = frozenset("-–—‒−:‑")
_OF = frozenset(("of", "из", "із", "з", "зі", "des", "de", "d'"))
_OF_WHOLE = frozenset(("of", "из", "із", "з", "зі", "sur", "des", "out"))
_BE = frozenset("was were is are been being be be- get got getting".split())
_AND = frozenset("and и та й і et und".split())
_DETERMINERS = frozenset("the his her their its our a an this that these those some many".split())
_FURTHEST_PEOPLE, _FURTHEST_STRANGER, _FURTHEST_BARE, _FURTHEST_THING = 14.0, 4.0, 3.5, 18.0
_FURTHEST_BEFORE = 9.0  # words between a verb of loss and the people counted after it


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A numeral with its unit; `noun` are the words of its noun (empty range where it has none).

    `told` says that a verb or noun of loss stands with it; `part` that it is stated to be a part of the count before it in the sentence.
    """

    numeral: Numeral
    unit: Unit
    status: FigureStatus
    who: Who | None = None
    detail: str | None = None
    noun: tuple[int, int] = (0, 0)
    told: bool = False
    part: bool = False
    gain: bool = False


@dataclass(slots=True)
class Words:
    """The unit words of a view, by what they are and where they begin (walls, measures and the like) or in order (effects)."""

    nouns: dict[int, list[Met[UnitWord]]] = field(default_factory=dict)
    ending: dict[int, Met[UnitWord]] = field(default_factory=dict)
    sorts: dict[str, dict[int, Met[UnitWord]]] = field(default_factory=dict)
    effects: list[Met[UnitWord]] = field(default_factory=list)
    effect_firsts: list[int] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)
    number_ends: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, view: View, book: UnitBook) -> "Words":
        """The unit words of a view."""
        words = cls()
        for met in book.words.find(view.forms, view.lemmas, view.sentences):
            sort = met.entry.sort
            if sort in ("thing", "people", "toll"):
                words.nouns.setdefault(met.first, []).append(met)
                ending = words.ending.get(met.last)
                if ending is None or (met.first, sort != "thing") < (ending.first, ending.entry.sort != "thing"):
                    words.ending[met.last] = met
            if sort in ("effect", "toll"):
                words.effects.append(met)
            if sort not in ("thing", "people", "toll", "effect"):
                words.sorts.setdefault(sort, {}).setdefault(met.first, met)
        words.effect_firsts = [met.first for met in words.effects]
        return words

    def at(self, sort: str, first: int) -> Met[UnitWord] | None:
        """The word of this sort that begins here."""
        return self.sorts.get(sort, {}).get(first)

    def around(self, first: int, last: int, reach: int) -> Sequence[Met[UnitWord]]:
        """The effects that begin within `reach` words of a stretch."""
        return self.effects[bisect_left(self.effect_firsts, first - reach) : bisect_left(self.effect_firsts, last + reach)]


@dataclass(slots=True)
class _Phrase:
    """What follows a numeral: its noun, the effect inside, and where it ends."""

    end: int
    noun: Met[UnitWord] | None = None
    who: Met[UnitWord] | None = None
    inside: Met[UnitWord] | None = None
    strangers: int = 0
    refused: bool = False
    part: bool = False


def counts(view: View, words: Words, numerals: Sequence[Numeral]) -> list[Count]:
    """The counts of a view, in order of their numerals. Numerals that count nothing of the closed list of units are left out."""
    starts = {numeral.first for numeral in numerals if not numeral.article} | {numeral.core for numeral in numerals if not numeral.article}
    found: list[Count] = []
    words.numbers.update(numeral.first for numeral in numerals)
    words.number_ends.update(numeral.last for numeral in numerals)
    heads = _heads(view, words)
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
        made = _count(view, words, numeral, starts, numerals, i, previous, heads)
        if made is not None:
            found.append(made)
    return _listed_articles(view, found)


def _count(
    view: View,
    words: Words,
    numeral: Numeral,
    starts: set[int],
    numerals: Sequence[Numeral],
    index: int,
    previous: Count | None,
    heads: dict[int, Met[UnitWord]],
) -> Count | None:
    if _apart(view, words, numeral):
        return None
    phrase = _phrase(view, words, numeral, starts)
    labelled = _label(view, words, numeral)
    if phrase.noun is None and not phrase.refused and phrase.strangers <= 1:
        phrase = _of_whole(view, words, numeral, numerals, index, starts) or phrase
    if phrase.refused:
        return None
    if labelled is not None and (phrase.noun is None or phrase.noun.entry.sort != "thing"):
        return _labelled(view, words, numeral, labelled, phrase, heads)
    near = previous is not None and view.sentences[previous.numeral.first] == view.sentences[numeral.first]
    part = near and (phrase.part or _part_before(words, numeral))
    effect, cost = _effect(view, words, numeral, phrase, numerals, index)
    noun = phrase.noun.entry if phrase.noun is not None else None
    at = (phrase.noun.first, phrase.noun.last) if phrase.noun is not None else (0, 0)
    if noun is not None and noun.sort == "thing" and noun.unit is not None:
        return _thing(view, words, numeral, phrase, effect, previous if near else None, heads)
    furthest = _FURTHEST_PEOPLE if noun is not None else _FURTHEST_STRANGER if phrase.strangers else _FURTHEST_BARE
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
    if unit is None or unit not in PEOPLE:
        return None
    if numeral.article and noun is None:
        return None
    return Count(numeral=numeral, unit=unit, status=FigureStatus.CLAIMED, who=who or Who.UNKNOWN, noun=at, told=True, part=bool(part))


def _thing(
    view: View,
    words: Words,
    numeral: Numeral,
    phrase: _Phrase,
    effect: Met[UnitWord] | None,
    previous: Count | None,
    heads: dict[int, Met[UnitWord]],
) -> Count | None:
    """A count of things, with the status that the words around it give."""
    assert phrase.noun is not None
    assert phrase.noun.entry.unit is not None
    entry = phrase.noun.entry
    unit = phrase.noun.entry.unit
    if unit is Unit.ATTACK and numeral.first in heads and heads[numeral.first].entry.status is FigureStatus.DESTROYED:
        arms = next((met for met in words.nouns.get(phrase.noun.last, ()) if met.entry.unit in _ARMS), None)
        if arms is not None and arms.entry.unit is not None:
            entry, unit = arms.entry, arms.entry.unit  # attacks are not destroyed: a slip for "attack drones"
    status = effect.entry.status if effect is not None and effect.entry.status else None
    if status is None and effect is not None and effect.entry.unit in (Unit.EVACUATED, Unit.AFFECTED):
        if unit in (Unit.BUILDING, Unit.SETTLEMENT):
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
        status = FigureStatus.DESTROYED if unit in _ARMS else None
    if status is FigureStatus.DESTROYED and unit is Unit.DRONE:
        status = FigureStatus.SHOT_DOWN
    if status is None and unit in (Unit.SETTLEMENT, Unit.BUILDING, Unit.VEHICLE) and numeral.low == numeral.high == 1:
        return None
    if unit is Unit.ATTACK:
        if numeral.low == numeral.high == 1:
            return None
        status = FigureStatus.OTHER
    return Count(
        numeral=numeral,
        unit=unit,
        status=status or FigureStatus.OTHER,
        detail=entry.detail,
        noun=(phrase.noun.first, phrase.noun.last),
        told=status is not None,
    )


def _apart(view: View, words: Words, numeral: Numeral) -> bool:
    """Is the numeral part of a name or date by the word before it ("flight 17", "12 March")?"""
    first = numeral.first
    before = words.sorts.get("before", {})
    if numeral.digits and first > 0 and first == numeral.core and first - 1 in before:
        month = words.at("month", first - 1) is not None
        return not month or numeral.low <= 31 or 1900 <= numeral.low <= 2100
    if numeral.digits and first > 1 and before.get(first - 2) is not None and view.numeric[first - 1]:
        return True  # "4 FEB 90": the year
    if numeral.digits and first > 2 and before.get(first - 3) is not None and view.numeric[first - 2] and view.forms[first - 1] in _AND:
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


def _phrase(view: View, words: Words, numeral: Numeral, starts: set[int]) -> _Phrase:
    """The noun phrase that a numeral opens."""
    at = numeral.last
    phrase = _Phrase(end=at)
    sentence = view.sentences[numeral.first]
    marks = 0
    while at < len(view) and view.sentences[at] == sentence and at - numeral.last < 12:
        if at in starts:
            break
        if not view.wordy[at]:
            if view.forms[at] in _OPENING and marks < 3:
                marks += 1
                at += 1
                continue
            if view.forms[at] in "\"'»”’" and phrase.noun is None and marks:
                at += 1
                continue
            break
        measure = words.at("measure", at)
        nouns = words.nouns.get(at, [])
        longest = max((met.last for met in nouns), default=0)
        if measure is not None and measure.last >= longest and phrase.noun is None and phrase.inside is None:
            if at == numeral.last or phrase.strangers <= 1:
                phrase.refused = True
                return phrase
            break
        part = words.at("part", at)
        if part is not None and phrase.noun is None and at == numeral.last:
            phrase.part = True
            at = part.last
            continue
        effect = next((met for met in words.around(at, at, 1) if met.first == at and met.last > at), None)
        if nouns and not (phrase.noun is not None and view.lang != "en"):
            best = max(
                nouns, key=lambda met: (met.last, met.entry.sort == "thing" and met.entry.detail is not None, met.entry.sort == "toll")
            )
            if (
                phrase.noun is not None
                and phrase.noun.entry.sort == "thing"
                and best.entry.sort == "thing"
                and best.entry.unit is Unit.OTHER
            ):
                break
            if phrase.noun is not None and at > phrase.end:
                break
            if best.entry.sort == "people" or (best.entry.sort == "toll" and phrase.who is None):
                phrase.who = best if best.entry.sort == "people" else phrase.who
            if best.entry.sort == "toll":
                phrase.inside = best
                if phrase.noun is None:
                    phrase.noun = best
            elif phrase.noun is None or phrase.noun.entry.sort != "toll":
                phrase.noun = best
            at = phrase.end = best.last
            continue
        if nouns and phrase.noun is not None:
            # Head-first languages: "трое погибших военных", "12 ракет Калибр": a later word only refines.
            best = max(nouns, key=lambda met: met.last)
            if at == phrase.end and phrase.noun.entry.sort == "toll" and best.entry.sort == "people":
                phrase.who = best
                at = phrase.end = best.last
                continue
            if at == phrase.end and phrase.noun.entry.sort == "people" and best.entry.sort == "toll" and phrase.inside is None:
                phrase.inside = best
                at = phrase.end = best.last
                continue
            if (
                at == phrase.end
                and phrase.noun.entry.sort == "people"
                and best.entry.sort == "people"
                and phrase.noun.entry.who is Who.UNKNOWN
            ):
                phrase.who = best
                at = phrase.end = best.last
                continue
            break
        if effect is not None:
            if phrase.inside is None and at - numeral.last <= 2 and effect.entry.side != "after" and not _governs(view, words, effect):
                phrase.inside = effect
                at = effect.last
                if phrase.noun is not None:
                    break
                phrase.end = at
                continue
            break
        if words.at("wall", at) is not None:
            break
        if phrase.noun is not None:
            break
        phrase.strangers += 1
        if phrase.strangers > 4:
            break
        at += 1
    if phrase.noun is None and phrase.strangers:
        phrase.end = max(phrase.end, min(at, numeral.last + phrase.strangers))
    return phrase


def _arms_follow(view: View, words: Words, end: int, numerals: Sequence[Numeral], index: int, starts: set[int]) -> bool:
    """Does a count of arms follow a count of fighters, with nothing but a comma or "and" between?"""
    if (
        index + 1 >= len(numerals)
        or not 0 < numerals[index + 1].first - end <= 2
        or view.sentences[end] != view.sentences[numerals[index].first]
    ):
        return False
    noun = _phrase(view, words, numerals[index + 1], starts).noun
    return (
        noun is not None
        and noun.entry.unit in _ARMS
        and all(form in _AND or form == "," for form in view.forms[end : numerals[index + 1].first])
    )


def _of_whole(view: View, words: Words, numeral: Numeral, numerals: Sequence[Numeral], index: int, starts: set[int]) -> _Phrase | None:
    """The noun phrase of the whole, for "12 of 15 drones"."""
    at = numeral.last
    if at + 1 >= len(view) or view.forms[at] not in _OF_WHOLE or index + 1 >= len(numerals) or numerals[index + 1].first - at not in (1, 2):
        return None
    whole = _phrase(view, words, numerals[index + 1], starts)
    return whole if whole.noun is not None else None


def _effect(
    view: View, words: Words, numeral: Numeral, phrase: _Phrase, numerals: Sequence[Numeral], index: int
) -> tuple[Met[UnitWord] | None, float]:
    """The loss that a numeral is told to be, with the distance at which it is told."""
    thing = phrase.noun is not None and phrase.noun.entry.sort == "thing"
    if phrase.inside is not None and (not thing or phrase.inside.entry.status is not None):
        return phrase.inside, 0.0
    best: tuple[float, int, Met[UnitWord]] | None = None
    end = max(phrase.end, numeral.last)
    for effect in words.around(numeral.first, end, 24):
        if view.sentences[effect.first] != view.sentences[numeral.first] or (
            effect.entry.status is None if thing else effect.entry.unit is None
        ):
            continue
        if effect.entry.sort == "toll" and effect.last <= numeral.first and not _colon(view, effect.last):
            continue
        cost = _distance(view, words, effect, numeral, end, numerals, index)
        if cost is not None and (best is None or (cost, effect.first) < best[:2]):
            best = (cost, effect.first, effect)
    if best is None or best[0] > (_FURTHEST_THING if thing else _FURTHEST_PEOPLE):
        return None, 99.0
    return best[2], best[0]


def _colon(view: View, at: int) -> bool:
    return at < len(view) and view.forms[at] in _DASHES


def _distance(
    view: View, words: Words, effect: Met[UnitWord], numeral: Numeral, end: int, numerals: Sequence[Numeral], index: int
) -> float | None:
    """How far an effect is from a numeral, in words and what must be crossed; None where it cannot be its effect."""
    if effect.first >= end:
        if effect.entry.side == "after":
            return None
        low, high = end, effect.first
        cost = 0.0
        if _governs(view, words, effect):
            cost += 16 if view.lang == "en" else 5
    elif effect.last <= numeral.first:
        if effect.entry.side == "before":
            return None
        low, high = effect.last, numeral.first
        cost = 0.2
        if view.lang == "en" and effect.first > 0 and view.forms[effect.first - 1] in _BE:
            cost += 4
        if effect.first in words.number_ends and effect.last < numeral.first:
            cost += 6  # "12 wounded, and 44 men ...": the effect has its number
    else:
        return None
    for at in range(low, high):
        form = view.forms[at]
        if view.wordy[at]:
            cost += 0.7 if words.at("wall", at) is None else 1.0
            if form in _AND:
                cost += 0.5
        elif form in (",", "("):
            cost += 1.2
        elif form in (";",):
            cost += 8
        elif form in (":",):
            cost += 1
        if at != effect.first and _is_effect(words, at):
            cost += 2.5
    step = 1 if high > numeral.first else -1
    other = index + step
    while 0 <= other < len(numerals):
        crossed = numerals[other]
        if not (low <= crossed.first < high):
            break
        if not crossed.article and not crossed.plus:
            cost += 1.5
        other += step
    return cost


def _is_effect(words: Words, at: int) -> bool:
    i = bisect_left(words.effect_firsts, at)
    return i < len(words.effect_firsts) and words.effect_firsts[i] == at


def _governs(view: View, words: Words, effect: Met[UnitWord]) -> bool:
    """Does a verb have its object right after it ("guerrillas killed 3 soldiers")? Then what stands before it is no victim."""
    if effect.first > 0 and (view.forms[effect.first - 1] in _BE or view.forms[max(0, effect.first - 2)] in _BE):
        return False
    at = effect.last
    if at >= len(view) or view.sentences[at] != view.sentences[effect.first]:
        return False
    if view.numeric[at] or at in words.numbers:
        return True
    if view.lang != "en":
        return False
    return view.forms[at] in _DETERMINERS or any(met.entry.sort == "people" for met in words.nouns.get(at, ()))


def _part_before(words: Words, numeral: Numeral) -> bool:
    """Does "including" or its like stand right before the numeral?"""
    part = words.sorts.get("part", {})
    return any(first in part and part[first].last >= numeral.first - 1 for first in range(max(0, numeral.first - 4), numeral.first))


def _label(view: View, words: Words, numeral: Numeral) -> Met[UnitWord] | None:
    """The noun of which a list gives the number: "tanks – 6700", "Killed: 5"."""
    at = numeral.first - 1
    if at < 1 or view.forms[at] not in _DASHES or view.lines[at] != view.lines[numeral.first]:
        return None
    noun = words.ending.get(at)
    if noun is None and at >= 2:
        noun = words.ending.get(at - 1)
    if noun is None:
        effect = next((met for met in words.around(at - 1, at, 2) if met.last == at), None)
        return effect if effect is not None and effect.entry.unit in PEOPLE else None
    return noun if view.sentences[noun.first] == view.sentences[numeral.first] else None


def _labelled(
    view: View, words: Words, numeral: Numeral, label: Met[UnitWord], phrase: _Phrase, heads: dict[int, Met[UnitWord]]
) -> Count | None:
    """The count of an item of a list that names its noun first."""
    entry = label.entry
    head = heads.get(numeral.first)
    if entry.sort == "thing" and entry.unit is not None:
        status = head.entry.status if head is not None and head.entry.status else FigureStatus.DESTROYED
        if status is FigureStatus.DESTROYED and entry.unit is Unit.DRONE:
            status = FigureStatus.SHOT_DOWN
        if entry.unit in (Unit.ATTACK, Unit.SETTLEMENT, Unit.BUILDING) and head is None:
            status = FigureStatus.OTHER
        return Count(numeral=numeral, unit=entry.unit, status=status, detail=entry.detail, noun=(label.first, label.last), told=True)
    unit = entry.unit if entry.unit in PEOPLE else phrase.inside.entry.unit if phrase.inside is not None else None
    if unit is None and head is not None and head.entry.unit in PEOPLE:
        unit = head.entry.unit
    if unit is None and entry.sort == "people" and entry.who is Who.MILITARY:
        unit = Unit.KILLED
    if unit is None or unit not in PEOPLE:
        return None
    return Count(
        numeral=numeral, unit=unit, status=FigureStatus.CLAIMED, who=entry.who or Who.UNKNOWN, noun=(label.first, label.last), told=True
    )


def _heads(view: View, words: Words) -> dict[int, Met[UnitWord]]:
    """For words that open an item of a list, the effect in the line that heads the list ("ЗНИЩЕНО:")."""
    if "\n" not in view.text:
        return {}
    by_line: dict[int, list[int]] = {}
    for at in range(len(view)):
        by_line.setdefault(view.lines[at], []).append(at)
    effects: dict[int, Met[UnitWord]] = {}
    for met in words.effects:
        if met.entry.status is not None or met.entry.unit is not None:
            effects.setdefault(view.lines[met.first], met)
    found: dict[int, Met[UnitWord]] = {}
    head: Met[UnitWord] | None = None
    for line in sorted(by_line):
        members = by_line[line]
        own = effects.get(line)
        numbered = any(view.numeric[at] for at in members)
        if own is not None and (view.forms[members[-1]] == ":" or not numbered):
            head = own
            continue
        if own is None and head is not None and (view.listed(members[0]) or numbered):
            for at in members:
                found[at] = head
        elif own is None and sum(view.wordy[at] for at in members) > 9:
            head = None
    return found


def _listed_articles(view: View, found: list[Count]) -> list[Count]:
    """The counts without those whose number is an article, but for items of a list of losses ("5 tanks and an armoured carrier")."""
    kept: list[Count] = []
    for i, count in enumerate(found):
        if not count.numeral.article:
            kept.append(count)
            continue
        if count.numeral.low == count.numeral.high == 0:
            continue
        beside = [found[j] for j in (i - 1, i + 1) if 0 <= j < len(found) and not found[j].numeral.article]
        if (count.unit in _ARMS or count.unit in (Unit.KILLED, Unit.WOUNDED)) and any(_coordinated(view, count, other) for other in beside):
            kept.append(count)
    return kept


def _coordinated(view: View, a: Count, b: Count) -> bool:
    """Do the two stand side by side in one list?"""
    first, second = (a, b) if a.numeral.first < b.numeral.first else (b, a)
    if view.sentences[first.numeral.first] != view.sentences[second.numeral.first] or a.unit not in (*_ARMS, b.unit):
        return False
    between = view.forms[max(first.noun[1], first.numeral.last) : second.numeral.first]
    return len(between) <= 2 and all(form in _AND or form == "," for form in between)
