"""The ellipsis: a bare number that counts what the count before it counts ("nine are hurt; the mayor says seven")."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.events.count import PEOPLE, Count
from sayso.events.numerals import Numeral
from sayso.events.unitwords import NounPhrase, Words, more
from sayso.events.view import View
from sayso.lexicon.phrases import Met
from sayso.lexicon.units import UnitWord
from sayso.record.figure import FigureStatus, Unit, Who

_NEAR = 3  # sentences
# How many times another a number is that counts something else, or the same; and by how much one fits better than another.
_ORDER, _ALIKE, _APART = 5.0, 1.6, 1.25
_SAME = 3  # a number from which on two that are equal are held to count the same
# What may follow a bare number: anything but a noun that it would count.
_NO_NOUN = frozenset("VERB AUX ADV ADP DET PRON CONJ PTCL PUNCT".split())
_OF = frozenset("of из із з зі de d' des parmi".split())
_THEM = frozenset(
    "them those these us you our ours their theirs his hers mine yours whom which them них нас "
    "их нашей своих этих тех наших їх тих цих своїх eux elles ses nos nous nôtres leurs vôtres".split()
)
_ONLY = frozenset("only just and but еще ещё ще лишь только тільки лише и а й і но але seul et mais encore".split())
_BOTH = frozenset("both les оба обе обоих обидва обидві обох".split())  # those just told of, not counted again
_CLOSING = frozenset("»”\"')")
# Days and the like, which a bare number may stand before ("against four on Thursday", "contre quatre jeudi").
_WHEN = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight there here "
    "lundi mardi mercredi jeudi vendredi samedi dimanche hier annoncé annoncés annoncées comptés déclarés "
    "вчера сегодня утром вечером вчора сьогодні вранці ввечері".split()
)
# Numerals that count nobody but people.
_COLLECTIVE = tuple(
    "двое двоих двоим двоє трое троих троє четвер пятеро пятерых п'ятер шестер семер восьмер вісьмер девятер дев'ятер десятер".split()
)
_NOT_COLLECTIVE = frozenset("четверг четверга четвергу четвертый четверть четвер четверті".split())
# Words that make a bare number a clock time, a score or a place in a list.
_CLOCK = {
    "en": frozenset("except in at by until till past to since before after from".split()),
    "ru": frozenset("кроме в к с во ко".split()),
    "uk": frozenset("крім о об з із".split()),
    "fr": frozenset("sauf en à vers dès depuis avant du au".split()),
}
# Words after which a number behind "at" or "à" is a count: "put the number of dead at six".
_COUNTING = tuple(
    "number toll count total estimat figure dead wounded losses числ колич оцени кільк оцін bilan nombre chiffr estim цифр".split()
)
_COUNTED = 8  # words
# Verbs of holding to a number or changing it: "sticks to three", "s'en tient à deux".
_HOLDING = tuple(
    "stick stuck keep kept rose rise risen rais revis climb lower correct increas tient tenu porté passe monte révis ramen".split()
)
_HELD = 3  # words between such a verb and the preposition of the number
_OPENING = frozenset("«“„\"'(")
# Beginnings of words for people brought out alive.
_RESCUED = tuple("rescued saved спасен спасл вряту уціл выжи вижи surviv rescap sauvé secouru survécu".split())
_BESIDE = 3  # words
_ABOARD = (("aboard",), ("on", "board"), ("on", "the", "bus"), ("на", "борту"), ("на", "борті"), ("à", "bord"))
_HEADING = 5  # words and marks of a heading
_LOOKING = frozenset("в во у с со з із зі без".split())
_ANSWER = 14  # words between a question and a number in its answer
_MOST = 100_000
_DOZENS = 20


def taken_up(
    view: View,
    words: Words,
    numeral: Numeral,
    phrase: NounPhrase,
    effect: Met[UnitWord] | None,
    previous: Count | None,
    told: Sequence[Count] = (),
) -> Count | None:
    """The count of a bare number that takes up the count before it; None where it has a noun of its own or stands too far from it.

    Where no count stands before it, it takes the people that its sentence tells of; in a text of an exchange it counts captives,
    "forty for forty", whatever they are called. A bare "one", clock times ("at nine"), numbers of a list's items and years are none.
    """
    if phrase.refused or phrase.noun is not None:
        return None
    if previous is not None and _one(view, numeral, previous):
        return replace(previous, numeral=replace(numeral, article=False), status=FigureStatus.CLAIMED, noun=(0, 0), part=False)
    if numeral.article or view.forms[numeral.first] in _BOTH:
        return None
    if phrase.strangers and not words.swap and ((numeral.digits and view.lang == "en") or not bare(view, numeral)):
        return None
    if (numeral.low == numeral.high and (numeral.low <= 1 or 1900 <= numeral.low <= 2100)) or numeral.low > _MOST:
        return None
    if numeral.high is None and numeral.first == numeral.core and numeral.low >= _DOZENS:
        return None  # "thousands and thousands"
    if _timed(view, numeral) or _item(view, numeral) or _named(view, words, numeral):
        return None
    if words.swap and previous is not None and previous.unit not in PEOPLE:
        previous = None
    if (_rescued(view, numeral) or aboard(view, numeral.last)) and (previous is None or _people(previous)):
        return Count(numeral=numeral, unit=Unit.OTHER, status=FigureStatus.CLAIMED, who=previous.who if previous else Who.UNKNOWN)
    if counts_people(view, numeral) and previous is not None and not _people(previous):
        previous = next((count for count in reversed(told) if _people(count)), None)
    if _toll(view, numeral):
        return Count(numeral=numeral, unit=Unit.KILLED, status=FigureStatus.CLAIMED, who=Who.UNKNOWN, told=True)
    previous = _rival(view, numeral, previous, told)
    asked = _asked(view, words, numeral) or _headed(view, words, numeral)
    if asked is not None:
        return asked
    same = same_before(numeral, told)
    far = previous is None or view.sentences[numeral.first] - view.sentences[previous.numeral.first] > _NEAR
    if same is not None and (far or (previous is not None and previous.unit is not same.unit)):
        previous, far = same, False
    if previous is None or previous.gain or far:
        unit = effect.entry.unit if effect is not None and effect.entry.status is None else Unit.CAPTURED if words.swap else None
        if (unit not in PEOPLE or unit is None) and _described(view, numeral):
            unit = Unit.OTHER  # "четверо в масках": people, whatever befell them
        if unit is None or unit not in (*PEOPLE, Unit.OTHER):
            return None
        return Count(numeral=numeral, unit=unit, status=FigureStatus.CLAIMED, who=Who.UNKNOWN, told=unit in PEOPLE)
    return Count(
        numeral=numeral,
        unit=previous.unit,
        status=previous.status,
        who=previous.who if previous.unit in PEOPLE else None,
        detail=previous.detail,
        told=previous.told,
        part=phrase.part,
    )


def _described(view: View, numeral: Numeral) -> bool:
    """Does a number of people alone have words that tell how they look ("четверо в масках", «двоє без нашивок»)?"""
    at = numeral.last
    beside = at < len(view) and view.sentences[at] == view.sentences[numeral.first] and view.forms[at] in _LOOKING
    return beside and counts_people(view, numeral)


def _headed(view: View, words: Words, numeral: Numeral) -> Count | None:
    """The count of a number that opens a sentence right after its noun has closed one ("Third: the prisoners. Five, says the Legion")."""
    before = numeral.first - 1
    if before < 1 or view.forms[before] not in (".", ":") or view.sentences[before] == view.sentences[numeral.first]:
        return None
    if before >= _HEADING and view.sentences[before - _HEADING] == view.sentences[before]:
        return None  # a sentence of its own
    met = words.ending.get(before)
    if met is None or met.entry.sort != "toll" or met.entry.unit is None or not _plural(view, met.last - 1):
        return None
    return Count(numeral=numeral, unit=met.entry.unit, status=FigureStatus.CLAIMED, who=Who.UNKNOWN, told=True)


def _asked(view: View, words: Words, numeral: Numeral) -> Count | None:
    """The count of a number that answers a question about things or people ("And the buses? Ten were promised, four came")."""
    here = view.sentences[numeral.first]
    mark = next((at for at in range(numeral.first - 1, max(-1, numeral.first - _ANSWER), -1) if view.forms[at] == "?"), None)
    if mark is None or here - view.sentences[mark] > 1:
        return None
    for at in range(mark, 0, -1):
        met = words.ending.get(at)
        if view.sentences[at - 1] != view.sentences[mark - 1] or at in words.numbers:
            return None
        if met is not None and _plural(view, met.last - 1) and met.entry.sort != "toll":
            if met.entry.sort == "thing" and met.entry.unit is not None:
                return Count(numeral=numeral, unit=met.entry.unit, status=FigureStatus.CLAIMED, detail=met.entry.detail)
            return Count(numeral=numeral, unit=Unit.OTHER, status=FigureStatus.CLAIMED, who=met.entry.who or Who.UNKNOWN)
    return None


def _plural(view: View, at: int) -> bool:
    tags = view.tags[at].split(",")
    return "pl" in tags or (view.lang in ("en", "fr") and view.forms[at].endswith(("s", "x", "men", "people")))


def _toll(view: View, numeral: Numeral) -> bool:
    """Is a bare number said to be the toll ("the toll stands at nine")?"""
    here = range(max(0, numeral.first - _COUNTED), numeral.first)
    return any(view.forms[at] == "toll" and view.sentences[at] == view.sentences[numeral.first] for at in here)


def aboard(view: View, at: int) -> bool:
    """Are those counted up to this word said to be on board? That tells nothing of what befell them."""
    return any(view.forms[at : at + len(words)] == words for words in _ABOARD) or any(
        view.forms[max(0, i - len(words)) : i] == words for words in _ABOARD for i in (at - 1, at - 2)
    )


def _rescued(view: View, numeral: Numeral) -> bool:
    """Are those whose number is told alive and saved ("двенадцать спасены", "two were rescued")?"""
    around = (*range(numeral.last, numeral.last + _BESIDE), *range(numeral.first - 1, numeral.first - _BESIDE, -1))
    here = view.sentences[numeral.first]
    return any(0 <= at < len(view) and view.sentences[at] == here and view.forms[at].startswith(_RESCUED) for at in around)


def _rival(view: View, numeral: Numeral, previous: Count | None, told: Sequence[Count]) -> Count | None:
    """The count that a bare number takes up: of those told together the nearest in size, since rival and earlier numbers are alike.

    "Six dead and eight in hospital; her first number was five": the five are dead. A number of another order of magnitude than they
    takes up one of its own that stands before.
    """
    if previous is None:
        return None
    here = view.sentences[previous.numeral.first]
    together = [c for c in reversed(told) if not c.gain and not c.numeral.article and view.sentences[c.numeral.first] == here]
    best = min(together, key=lambda count: _times(numeral, count), default=previous)
    if _times(numeral, best) < _ORDER:
        return best if _times(numeral, previous) > _APART * _times(numeral, best) else previous
    if (numeral.low or numeral.high or 0) < _DOZENS:
        return previous
    return next((count for count in reversed(told) if not count.gain and _times(numeral, count) <= _ALIKE), previous)


def _times(numeral: Numeral, count: Count) -> float:
    """How many times the one number is the other."""
    low, high = sorted((numeral.low or numeral.high or 1.0, count.numeral.low or count.numeral.high or 1.0))
    return high / low


def _one(view: View, numeral: Numeral, previous: Count) -> bool:
    """Is a bare "one" one of the things just counted ("nine drones were shot down; one got through")?"""
    if numeral.digits or not numeral.low == numeral.high == 1 or previous.unit in PEOPLE or previous.gain:
        return False
    if previous.unit in (Unit.OTHER, Unit.ATTACK) or (previous.numeral.high or 2) < 2 or _timed(view, numeral):
        return False
    here, there = view.sentences[numeral.first], view.sentences[previous.numeral.first]
    before = numeral.first - 1
    opens = before < 0 or view.sentences[before] != here or not view.wordy[before] or view.forms[before] in _ONLY
    return 0 <= here - there <= 1 and opens and bare(view, numeral)


def same_before(numeral: Numeral, told: Sequence[Count]) -> Count | None:
    """The last count of the very same number ("all fourteen"); small numbers come again by chance."""
    if numeral.low < _SAME:
        return None
    return next((c for c in reversed(told) if (c.numeral.low, c.numeral.high) == (numeral.low, numeral.high) and not c.gain), None)


def bare(view: View, numeral: Numeral) -> bool:
    """Is a number followed by no noun that it would count ("twenty-six ran", "three there", "шести сожжённых в ...")?"""
    at = numeral.last + more(view, numeral.last)
    while at < len(view) and view.forms[at] in _CLOSING:
        at += 1
    if at >= len(view) or view.sentences[at] != view.sentences[numeral.first]:
        return True
    tag = view.tags[at].split(",")[0]
    if view.forms[at] in _OF and view.forms[at + 1 : at + 2] and view.forms[at + 1] not in _THEM:
        return False  # "two of the drivers"
    if tag in _NO_NOUN or view.forms[at] in _WHEN:
        return True
    after = view.tags[at + 1].split(",")[0] if at + 1 < len(view) else "PUNCT"
    return tag == "PART" and after not in ("NOUN", "PROPN", "ADJ", "PART", "X")


def counts_people(view: View, numeral: Numeral) -> bool:
    """Is a number one of those that count people alone ("двое", "троє")?"""
    form = view.forms[numeral.core]
    return form.startswith(_COLLECTIVE) and form not in _NOT_COLLECTIVE


def _people(count: Count) -> bool:
    return count.unit in PEOPLE or (count.unit is Unit.OTHER and count.who is not None)


def _timed(view: View, numeral: Numeral) -> bool:
    here = view.sentences[numeral.first]
    before = numeral.first - 1
    if any(view.forms[at].startswith(_COUNTING) and view.sentences[at] == here for at in range(max(0, before - _COUNTED), before)):
        return False
    if any(view.forms[at].startswith(_HOLDING) and view.sentences[at] == here for at in range(max(0, before - _HELD), before)):
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
