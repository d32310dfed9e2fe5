"""The loss: the verb or noun that says what became of those counted, and how far it stands from the number."""

from bisect import bisect_left
from collections.abc import Sequence

from sayso.events.numerals import Numeral
from sayso.events.unitwords import AND, DASHES, NounPhrase, Words
from sayso.events.view import View
from sayso.lexicon.phrases import Met
from sayso.lexicon.units import UnitWord

_BE = frozenset("was were is are been being be be- get got getting".split())
_HAVE = frozenset("a ont avait avaient aurait auraient ayant".split())
_ARTICLES = frozenset(("le", "la", "les", "l'", "un", "une", "des", "son", "sa", "ses", "leur", "leurs"))
_DETERMINERS = frozenset("the his her their its our a an this that these those some many".split())
# Words that say that a number of people is told, how far before them, and how far after them the number stands.
_NUMBER = tuple("number toll count tally figure put puts числ колич кільк nombre chiffr bilan".split())
_WOUNDS = tuple("wound injur hurt maim ранен ранил ранит травм поран пораненн bless".split())
# "Police arrested a dozen men after two thousand workers marched": the verb has its number before the other clause begins.
_CLAUSES = frozenset(
    "after before when while as because although since until который которые после когда пока потому поскольку хотя так "
    "після коли доки бо оскільки хоча який які що что après avant lorsque quand alors pendant tandis parce bien".split()
)
_ANOTHER_CLAUSE = 8.0
_BEFORE_TOLL, _REACH_NUMBER = 4, 9
# Words and what must be crossed between a loss and the people or things that it tells of.
FURTHEST_PEOPLE, FURTHEST_THING = 14.0, 18.0


def loss_of(
    view: View, words: Words, numeral: Numeral, phrase: NounPhrase, numerals: Sequence[Numeral], index: int
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
        if (
            effect.entry.sort == "toll"
            and effect.last <= numeral.first
            and not _colon(view, effect.last)
            and not _number_of(view, words, effect, numeral, phrase)
        ):
            continue
        if effect.entry.sort == "toll" and effect.last <= numeral.first and _number_of(view, words, effect, numeral, phrase):
            return effect, 0.0  # "the number of dead rose to six, of wounded to nine"
        most = best[0] if best is not None else FURTHEST_THING
        cost = _distance(view, words, effect, numeral, end, numerals, index, most)
        if cost is not None and (best is None or (cost, effect.first) < best[:2]):
            best = (cost, effect.first, effect)
    if best is None or best[0] > (FURTHEST_THING if thing else FURTHEST_PEOPLE):
        return None, 99.0
    return best[2], best[0]


def wounding(view: View, effect: Met[UnitWord]) -> bool:
    """Does a word say that somebody is wounded, and not only in hospital or treated?"""
    return any(form.startswith(_WOUNDS) for form in view.forms[effect.first : effect.last])


def governs(view: View, words: Words, effect: Met[UnitWord]) -> bool:
    """Does a verb have its object right after it ("guerrillas killed 3 soldiers")? Then what stands before it is no victim."""
    if effect.first > 0 and (view.forms[effect.first - 1] in _BE or view.forms[max(0, effect.first - 2)] in _BE):
        return False
    at = effect.last
    if at >= len(view) or view.sentences[at] != view.sentences[effect.first]:
        return False
    if view.numeric[at] or at in words.numbers:
        return True
    if view.lang == "fr":
        active = effect.first > 0 and view.forms[effect.first - 1] in _HAVE
        return active and view.forms[at] in _ARTICLES
    if view.lang != "en":
        return False
    return view.forms[at] in _DETERMINERS or any(met.entry.sort == "people" for met in words.nouns.get(at, ()))


def _distance(
    view: View, words: Words, effect: Met[UnitWord], numeral: Numeral, end: int, numerals: Sequence[Numeral], index: int, most: float
) -> float | None:
    """How far an effect is from a numeral, in words and what must be crossed; None where it cannot be its effect, or beyond `most`."""
    if effect.first >= end:
        if effect.entry.side == "after":
            return None
        low, high = end, effect.first
        cost = 0.0
        if governs(view, words, effect):
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
    clause = False  # does another clause begin between a verb and what is counted after it?
    for at in range(low, high):
        if cost > most:
            return None
        form = view.forms[at]
        if view.wordy[at]:
            cost += 0.7 if words.at("wall", at) is None else 1.0
            if form in AND:
                cost += 0.5
        elif form in (",", "("):
            cost += 1.2
        elif form in (";",):
            cost += 8
        elif form in (":",):
            cost += 1
        if at != effect.first and _is_effect(words, at):
            cost += 2.5
        clause |= form in _CLAUSES and low == effect.last
    step = 1 if high > numeral.first else -1
    other = index + step
    while 0 <= other < len(numerals):
        crossed = numerals[other]
        if not (low <= crossed.first < high):
            break
        if not crossed.article and not crossed.plus:
            cost += 1.5 + (_ANOTHER_CLAUSE if clause else 0)
        other += step
    return cost


def _is_effect(words: Words, at: int) -> bool:
    i = bisect_left(words.effect_firsts, at)
    return i < len(words.effect_firsts) and words.effect_firsts[i] == at


def _number_of(view: View, words: Words, effect: Met[UnitWord], numeral: Numeral, phrase: NounPhrase) -> bool:
    """Does a bare number tell how many of the dead or hurt there are ("the number of dead at six", "число погибших выросло до шести")?"""
    if phrase.noun is not None or phrase.strangers > 1 or numeral.first - effect.last > _REACH_NUMBER:
        return False
    between = range(effect.last, numeral.first)
    if view.lang in ("ru", "uk") and len(between) <= 2 and {"gen", "pl"} <= set(view.tags[effect.last - 1].split(",")):
        return not any(at in words.numbers or not view.wordy[at] for at in between)  # "погибших трое"
    return not any(at in words.numbers or view.forms[at] in ";:," for at in between) and any(
        view.forms[at].startswith(_NUMBER) for at in range(max(0, effect.first - _BEFORE_TOLL), effect.first)
    )


def _colon(view: View, at: int) -> bool:
    return at < len(view) and view.forms[at] in DASHES
