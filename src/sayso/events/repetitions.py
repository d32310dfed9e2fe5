"""The repetition: how often something was attacked or heard to explode ("stormed the mill twice", «48 разів обстріляли»)."""

from collections.abc import Sequence

from sayso.events.count import Count
from sayso.events.numerals import Numeral
from sayso.events.view import View
from sayso.record.figure import FigureStatus, Unit

_ADVERBS = {
    "twice": 2.0,
    "thrice": 3.0,
    "дважды": 2.0,
    "трижды": 3.0,
    "четырежды": 4.0,
    "двічі": 2.0,
    "тричі": 3.0,
}
_TIMES = frozenset("times раз раза разів рази fois reprises occasions".split())
# Beginnings of verbs and nouns of attack, and of loud bangs.
_ATTACKS = tuple(
    "attack assault storm shell struck bombard bombed raid fired strafed "
    "атакова атакув штурм обстрел обстріл ударил ударя вдари ударив бомби бомб бил били бив гатил гатив гатили наступа нападал "
    "attaqu assaill bombard pilonn frapp tiré tirs assaut".split()
)
_BANGS = tuple("bang boom explo blast бах грем грим рвану взрыв вибух гуп бабах deton détoné explos retenti".split())
_REACH = 5  # words between the number and the verb


def repetition(view: View, numeral: Numeral) -> Count | None:
    """The count of a number followed by "times" beside a verb of attack or a bang."""
    at = numeral.last
    if at >= len(view) or view.forms[at] not in _TIMES or view.sentences[at] != view.sentences[numeral.first]:
        return None
    return _told(view, numeral, at + 1)


def adverbs(view: View, counts: Sequence[Count]) -> list[Count]:
    """The counts in order, with those of the adverbs of repetition ("twice")."""
    found = list(counts)
    for at, form in enumerate(view.forms):
        times = _ADVERBS.get(form)
        if times is not None:
            made = _told(view, Numeral(first=at, last=at + 1, core=at, low=times, high=times), at + 1)
            if made is not None:
                found.append(made)
    return sorted(found, key=lambda count: count.numeral.first) if len(found) > len(counts) else found


def _told(view: View, numeral: Numeral, end: int) -> Count | None:
    here = view.sentences[numeral.first]
    near = [at for at in range(max(0, numeral.first - _REACH), min(len(view), end + _REACH)) if view.sentences[at] == here]
    for beginnings, unit in ((_ATTACKS, Unit.ATTACK), (_BANGS, Unit.OTHER)):
        if numeral.low > 1 and any(view.forms[at].startswith(beginnings) and not _noun(view, at) for at in near):
            return Count(numeral=numeral, unit=unit, status=FigureStatus.CLAIMED, told=True)
    return None


def _noun(view: View, at: int) -> bool:
    """Is the word a noun that is not the goal of a verb ("the attack was three times as strong")?"""
    tag = view.tags[at].split(",")[0]
    return tag in ("NOUN", "PROPN") and not (at > 0 and view.forms[at - 1] in ("на", "to", "into", "à", "l'"))
