"""The list: heads, items that name their noun first, and articles that count."""

from dataclasses import replace

from sayso.events.count import ARMS, PEOPLE, Count
from sayso.events.numerals import Numeral
from sayso.events.unitwords import AND, DASHES, NounPhrase, Words
from sayso.events.view import View
from sayso.lexicon.phrases import Met
from sayso.lexicon.units import UnitWord
from sayso.record.figure import FigureStatus, Unit, Who

_FALLEN = ("mort", "tué", "bless", "disparu", "personne", "corps", "décès", "cadavre", "victime")


def label_of(view: View, words: Words, numeral: Numeral) -> Met[UnitWord] | None:
    """The noun of which a list gives the number: "tanks – 6700", "Killed: 5"."""
    at = numeral.first - 1
    if at < 1 or view.forms[at] not in DASHES or view.lines[at] != view.lines[numeral.first]:
        return None
    noun = words.ending.get(at)
    if noun is None and at >= 2:
        noun = words.ending.get(at - 1)
    if noun is None:
        effect = next((met for met in words.around(at - 1, at, 2) if met.last == at), None)
        return effect if effect is not None and effect.entry.unit in PEOPLE else None
    if view.sentences[noun.first] != view.sentences[numeral.first]:
        return None
    # "vehicles and fuel tanks - 101": the arms that the label names beside it say what it is.
    beside = words.ending.get(noun.first - 1) if view.forms[noun.first - 1] in AND else None
    return beside if beside is not None and beside.entry.unit in ARMS and noun.entry.unit not in ARMS else noun


def labelled_count(
    view: View, words: Words, numeral: Numeral, label: Met[UnitWord], phrase: NounPhrase, heads: dict[int, Met[UnitWord]]
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


def heads_of(view: View, words: Words) -> dict[int, Met[UnitWord]]:
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


def without_articles(view: View, found: list[Count]) -> list[Count]:
    """The counts without those whose number is an article, but for items of a list of losses ("5 tanks and an armoured carrier")."""
    kept: list[Count] = []
    for i, count in enumerate(found):
        if not count.numeral.article:
            kept.append(count)
            continue
        if count.numeral.low == count.numeral.high == 0:
            continue
        if _french(view, count):
            kept.append(replace(count, numeral=replace(count.numeral, article=False)))
            continue
        beside = [found[j] for j in (i - 1, i + 1) if 0 <= j < len(found) and not found[j].numeral.article]
        if (count.unit in ARMS or count.unit in (Unit.KILLED, Unit.WOUNDED)) and any(_coordinated(view, count, other) for other in beside):
            kept.append(count)
    return kept


def _french(view: View, count: Count) -> bool:
    """Is the article of French a number by its noun: of the dead or hurt ("un mort"), or of a person to whom something happened?"""
    if view.lang != "fr" or count.unit not in (Unit.KILLED, Unit.WOUNDED, Unit.MISSING) or count.noun[1] <= count.numeral.last:
        return view.lang == "fr" and count.noun[1] > 0 and count.unit in PEOPLE and view.forms[count.noun[0]] == "personne"
    return count.numeral.last == count.noun[0] and view.forms[count.noun[0]].startswith(_FALLEN)


def _coordinated(view: View, a: Count, b: Count) -> bool:
    """Do the two stand side by side in one list?"""
    first, second = (a, b) if a.numeral.first < b.numeral.first else (b, a)
    if view.sentences[first.numeral.first] != view.sentences[second.numeral.first] or a.unit not in (*ARMS, b.unit):
        return False
    between = view.forms[max(first.noun[1], first.numeral.last) : second.numeral.first]
    return len(between) <= 2 and all(form in AND or form == "," for form in between)
