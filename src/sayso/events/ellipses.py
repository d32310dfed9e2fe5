"""The ellipsis: a bare number that counts what the count before it counts ("nine are hurt; the mayor says seven")."""

from sayso.events.count import PEOPLE, Count
from sayso.events.numerals import Numeral
from sayso.events.unitwords import NounPhrase, Words
from sayso.events.view import View
from sayso.lexicon.phrases import Met
from sayso.lexicon.units import UnitWord
from sayso.record.figure import FigureStatus, Unit, Who

_NEAR = 3  # sentences
# Words that make a bare number a clock time, a score or a place in a list.
_CLOCK = {
    "en": frozenset("except at by until till past to since before after from".split()),
    "ru": frozenset("кроме в к с во ко".split()),
    "uk": frozenset("крім о об з із".split()),
    "fr": frozenset("sauf à vers dès depuis avant du au".split()),
}
# Words after which a number behind "at" or "à" is a count: "put the number of dead at six".
_COUNTING = tuple(
    "number toll count total estimat figure dead wounded losses числ колич оцени кільк оцін bilan nombre chiffr estim".split()
)
_COUNTED = 8  # words
_OPENING = frozenset("«“„\"'(")
_MOST = 100_000
_DOZENS = 20


def taken_up(
    view: View, words: Words, numeral: Numeral, phrase: NounPhrase, effect: Met[UnitWord] | None, previous: Count | None
) -> Count | None:
    """The count of a bare number that takes up the count before it; None where it has a noun of its own or stands too far from it.

    Where no count stands before it, it takes the people that its sentence tells of; in a text of an exchange it counts captives,
    "forty for forty", whatever they are called. A bare "one", clock times ("at nine"), numbers of a list's items and years are none.
    """
    if phrase.refused or phrase.noun is not None or (phrase.strangers and not words.swap) or numeral.article:
        return None
    if (numeral.low == numeral.high and (numeral.low <= 1 or 1900 <= numeral.low <= 2100)) or numeral.low > _MOST:
        return None
    if numeral.high is None and numeral.first == numeral.core and numeral.low >= _DOZENS:
        return None  # "thousands and thousands"
    if _timed(view, numeral) or _item(view, numeral) or _named(view, words, numeral):
        return None
    if words.swap and previous is not None and previous.unit not in PEOPLE:
        previous = None
    if previous is None or previous.gain or view.sentences[numeral.first] - view.sentences[previous.numeral.first] > _NEAR:
        unit = effect.entry.unit if effect is not None and effect.entry.status is None else Unit.CAPTURED if words.swap else None
        if unit not in PEOPLE or unit is None:
            return None
        return Count(numeral=numeral, unit=unit, status=FigureStatus.CLAIMED, who=Who.UNKNOWN, told=True)
    return Count(
        numeral=numeral,
        unit=previous.unit,
        status=previous.status,
        who=previous.who if previous.unit in PEOPLE else None,
        detail=previous.detail,
        told=previous.told,
        part=phrase.part,
    )


def _timed(view: View, numeral: Numeral) -> bool:
    here = view.sentences[numeral.first]
    before = numeral.first - 1
    if any(view.forms[at].startswith(_COUNTING) and view.sentences[at] == here for at in range(max(0, before - _COUNTED), before)):
        return False
    while before >= 0 and view.forms[before] in _OPENING:
        before -= 1
    return before >= 0 and view.sentences[before] == here and view.forms[before] in _CLOCK.get(view.lang, _CLOCK["en"])


def _named(view: View, words: Words, numeral: Numeral) -> bool:
    """Is the number part of a date or a designation ("28 MAR 89", "Boeing 727", ".45-calibre")?"""
    before, after = numeral.first - 1, numeral.last
    if not numeral.digits or before < 0 or view.sentences[before] != view.sentences[numeral.first]:
        return False
    if after < len(view) and view.forms[after] in "-–" and view.joined(after):
        return True
    name = view.text[view.starts[before] : view.ends[before]]
    begins = before == 0 or view.sentences[before - 1] != view.sentences[before]
    named = len(name) > 1 and name[0].isupper() and numeral.first == numeral.core and not begins
    return named or view.forms[before] in ".-" or before in words.sorts.get("month", {})


def _item(view: View, numeral: Numeral) -> bool:
    """Does the number head a line, as that of an item or a time stamp does?"""
    first, after = numeral.first, numeral.last
    heads = first == 0 or view.lines[first - 1] != view.lines[first]
    return heads and numeral.digits and after < len(view) and view.forms[after] in (".", ")", "-", "–", "—", ":", "/")
