"""The fate: what became of people counted, where the theme of the text or an injury named beside them decides it."""

from dataclasses import dataclass

from sayso.events.count import PEOPLE, Count
from sayso.events.losses import wounding
from sayso.events.numerals import Numeral
from sayso.events.unitwords import NounPhrase, Words
from sayso.events.view import View
from sayso.lexicon.phrases import Met
from sayso.lexicon.units import UnitWord
from sayso.record.figure import Unit, Who

_BESIDE = 2.0  # words between the exchanged and a word of death that is their own
_FAR = 6.0  # words from which on a loss is not that of a part
_INJURIES = tuple(
    "burn bruis fractur fragment shrapnel cuts wounds concuss ожог ушиб перелом осколк осколоч контуз травм сотряс опік опіки забо уламк "
    "осколков струс brûlure contusion éclats fracture coupure commotion".split()
)
_BODIES = frozenset("bodies remains corpses тела тел телами останки останков тіла тіл тілами останки corps restes".split())
_WITH = frozenset("with had have has suffered suffering с со із з зі мають имеют avec aux".split())
_BEFORE, _BEFORE_SWAP = 2, 3  # words between bodies and the number of those whose they are
_REACH = 4  # words after those counted within which an injury is theirs
_TREATED = tuple(
    "help doctor medic conscious hospital treat breath care врач медик больниц сознан дыхан помощ реаним лікар медик свідом дихан допомог "
    "непритом реанім médec consult hospit connaissance soign réanim respir".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the words around a number of people say: the loss with its distance, who they are, and whether they are part of others."""

    effect: Met[UnitWord] | None
    cost: float
    who: Who | None
    part: bool


def fate(
    view: View, words: Words, numeral: Numeral, phrase: NounPhrase, unit: Unit | None, told: Told, previous: Count | None
) -> Unit | None:
    """The unit of people: `unit` is that of the loss told near by; None where nothing happened to them."""
    people = phrase.noun is None or phrase.noun.entry.sort in ("people", "toll")
    if told.part and previous is not None and previous.unit in PEOPLE and (unit in (None, Unit.AFFECTED) or told.cost > _FAR):
        unit = previous.unit
    if unit is None and people and not numeral.article and _injured(view, numeral, phrase):
        unit = Unit.WOUNDED
    if (
        unit is Unit.AFFECTED
        and people
        and view.lang == "fr"
        and told.effect is not None
        and view.forms[told.effect.first].startswith("touch")
    ):
        unit = Unit.WOUNDED
    if words.poison and unit in (None, Unit.WOUNDED) and people and not numeral.article and _poisoned(view, numeral, unit, told.effect):
        unit = Unit.AFFECTED
    if unit is Unit.EVACUATED and words.seizing:
        unit = Unit.CAPTURED  # "armed men drove two doctors away"
    if words.swap and unit is Unit.WOUNDED and (told.part or told.effect is None or not wounding(view, told.effect)):
        unit = Unit.CAPTURED  # the wounded and the sick among those who came home
    if words.swap and unit is Unit.KILLED and (told.part or (told.who is Who.MILITARY and told.cost > _BESIDE)):
        unit = None
    before = range(max(0, numeral.first - (_BEFORE_SWAP if words.swap else _BEFORE)), numeral.first)
    forms = [view.forms[at] for at in before if view.sentences[at] == view.sentences[numeral.first]]
    if any((form in _BODIES or form.startswith("dépouill")) and (form != "corps" or view.lang == "fr") for form in forms):
        unit = Unit.KILLED
    return None if unit is Unit.EVACUATED and told.who is Who.MILITARY else unit  # troops who leave are not evacuated


def _injured(view: View, numeral: Numeral, phrase: NounPhrase) -> bool:
    """Is an injury named right after those counted ("nine with burns", «у троих осколки в ногах»)?"""
    here = view.sentences[numeral.first]
    end = max(phrase.noun.last if phrase.noun is not None else 0, numeral.last)
    theirs = numeral.first > 0 and view.forms[numeral.first - 1] == "у"
    if phrase.noun is None and not theirs and (end >= len(view) or view.forms[end] not in _WITH):
        return False  # "three bullet wounds" are no people
    for at in range(end, min(end + _REACH, len(view))):
        if view.sentences[at] != here or not view.wordy[at] or view.numeric[at]:
            return False
        if view.forms[at].startswith(_INJURIES):
            return True
    return False


def _poisoned(view: View, numeral: Numeral, unit: Unit | None, effect: Met[UnitWord] | None) -> bool:
    """In a text of poison: are those counted treated, in hospital or ill, and not said to be wounded?"""
    if unit is Unit.WOUNDED:
        return effect is None or not wounding(view, effect)
    here = view.sentences[numeral.first]
    around = range(max(0, numeral.first - 8), min(len(view), numeral.last + 8))
    return any(view.forms[at].startswith(_TREATED) for at in around if view.sentences[at] == here)
