"""The designation: a number that names, dials, addresses, ages, scores or measures the cold, and so counts nothing."""

from sayso.events.numerals import Numeral
from sayso.events.unitwords import Words
from sayso.events.view import View

_HYPHENS = frozenset("-–‑‐")
_STREETS = frozenset("street st road rd avenue ave lane square boulevard blvd drive embankment quay terrace crescent close".split())
# Beginnings of words for streets that stand before their name: "ул. Садовая, 12", "12, rue Pasteur".
_WAYS = tuple("улиц вулиц проспект переул бульвар шоссе набереж площад проезд провул узвіз".split())
_WAYS_SHORT = frozenset("ул вул просп пр пер бул наб пл пров б-р".split())
_WAYS_FR = frozenset("rue avenue boulevard place quai impasse allée chemin cours passage faubourg".split())
_DIALS = frozenset(
    "call dial phone phones tel telephone hotline звоните телефон телефону тел телефони дзвоніть appelez composez téléphone".split()
)
# What may stand between a word for calling and the number, and within a number.
_BESIDE = frozenset(("+", "(", ")", "-", ".", ":", "or", "или", "або", "чи", "ou", "на", "at", "au", "le", "номер", "номером", "за", "по"))
_SIGNS = frozenset("№ no nos n # № º ° nr".split())
_MARKS = frozenset("kilometre kilometer km километре километр кілометрі кілометр kilomètre borne pk".split())
_COLD = frozenset("minus минус мінус moins plus плюс".split())
_DEGREES = frozenset(("°", "º"))
_WARMTH = tuple("temperatur thermomet température thermomètre температур термометр столбик стовпчик мороз frost gel cold froid".split())
_TOLD = 8  # words between a word for the temperature and the degrees
_YOUNG, _OLD = 3, 110  # years
_ENDING = frozenset(',.;:)—–»”"')
_NAMING = 4  # words that a street's name has at most
_HOURS = 24
# What follows an hour told in words: "пять утра", "п'ять ранку", "ten o'clock"; in French "heures" is a unit of its own.
_OF_DAY = {
    "en": frozenset("o'clock oclock".split()),
    "ru": frozenset("утра вечера ночи дня пополудни".split()),
    "uk": frozenset("ранку вечора ночі дня пополудні".split()),
}
_PARTS = frozenset("morning afternoon evening night".split())
_IN = frozenset("in at near over around из в во на под над около біля у під із in à au dans près vers sur sous".split())


def designated(view: View, words: Words, numeral: Numeral) -> bool:
    """Does a number stand in a compound, an address, a telephone number, an age, a score, degrees of cold, or a clock in words?"""
    return (
        _compound(view, words, numeral)
        or _signed(view, numeral)
        or _addressed(view, numeral)
        or _dialled(view, numeral)
        or _aged(view, numeral)
        or _scored(view, numeral)
        or _cold(view, numeral)
        or _paragraph(view, numeral)
        or _clock(view, words, numeral)
    )


def _compound(view: View, words: Words, numeral: Numeral) -> bool:
    """Is a number word the first part of a compound ("two-storey", "three-day", "deux-pièces")?"""
    last = numeral.last
    if numeral.digits or last >= len(view) or last in words.numbers or not view.wordy[last]:
        return False
    return view.text[view.ends[last - 1] : view.starts[last]] in _HYPHENS


def _signed(view: View, numeral: Numeral) -> bool:
    """Does a sign for "number" or a milestone's word stand before the number ("№ 14", "n° 5", "No. 8", "kilometre 14")?"""
    first = numeral.first
    if not numeral.digits or first == 0 or first != numeral.core:
        return False
    at = first - 1
    if view.forms[at] in ".°º" and at > 0:
        return view.forms[at - 1] in _SIGNS
    return view.forms[at] in ("№", "nos", "nr") or (view.forms[at] in _MARKS and not _plural(view, at))


def _plural(view: View, at: int) -> bool:
    return at > 0 and view.numeric[at - 1]


def _addressed(view: View, numeral: Numeral) -> bool:
    """Is the number that of a house ("14 Mill Street", "ул. Садовая, 12", "12, rue Pasteur", "12 rue Pasteur")?"""
    if not numeral.digits or numeral.first != numeral.core:
        return False
    here, first, last = view.sentences[numeral.first], numeral.first, numeral.last
    for at in range(last, min(last + _NAMING, len(view))):
        if view.sentences[at] != here or not _capital(view, at):
            break
        if at > last and view.forms[at] in _STREETS:
            return True
    following = last + (last < len(view) and view.forms[last] == ",")
    if view.lang == "fr" and following < len(view) and view.forms[following] in _WAYS_FR and view.sentences[following] == here:
        return True
    if view.lang not in ("ru", "uk") or first == 0 or view.sentences[first - 1] != here:
        return False
    named = range(max(0, first - 1 - _NAMING), first)
    way = any((view.forms[at].startswith(_WAYS) or view.forms[at] in _WAYS_SHORT) and view.sentences[at] == here for at in named)
    return way and (view.forms[first - 1] == "," or _capital(view, first - 1))


def _capital(view: View, at: int) -> bool:
    return view.text[view.starts[at] : view.starts[at] + 1].isupper()


def _dialled(view: View, numeral: Numeral) -> bool:
    """Is the number one to call: after a word for it, after a plus, or between groups of digits?"""
    if not numeral.digits:
        return False
    here, first = view.sentences[numeral.first], numeral.first
    for at in range(first - 1, max(-1, first - 8), -1):
        if view.sentences[at] != here:
            return False
        if view.forms[at] in _DIALS or (view.forms[at] == "+" and at + 1 < first and view.joined(at + 1)):
            return True
        if view.forms[at] not in _BESIDE and not view.numeric[at]:
            return False
    return False


def _aged(view: View, numeral: Numeral) -> bool:
    """Is the number an age after a name ("said Olena, 41.", "Пётр Гай, 54,")?"""
    first, last = numeral.first, numeral.last
    if not numeral.digits or first != numeral.core or first < 3 or view.forms[first - 1] != ",":
        return False
    if numeral.low != numeral.high or not _YOUNG <= numeral.low <= _OLD or not _capital(view, first - 2):
        return False
    ends = last >= len(view) or view.sentences[last] != view.sentences[first] or view.forms[last] in _ENDING
    named = first - 3 if view.wordy[first - 3] and _capital(view, first - 3) else first - 2
    return ends and (named == 0 or view.forms[named - 1] not in _IN)


def _scored(view: View, numeral: Numeral) -> bool:
    """Is it one of the two numbers of a game or a vote ("won 3-1", «2:1»)?"""
    if not numeral.digits:
        return False
    first, last = numeral.first, numeral.last
    after = last + 1 < len(view) and view.forms[last] == ":" and view.joined(last) and view.joined(last + 1) and view.numeric[last + 1]
    before = first > 1 and view.forms[first - 1] == ":" and view.joined(first - 1) and view.joined(first) and view.numeric[first - 2]
    return after or before


def _paragraph(view: View, numeral: Numeral) -> bool:
    """Does a number in brackets head a sentence, as that of a paragraph does ("(2) It viewed the records")?"""
    first, last = numeral.first, numeral.last
    if not numeral.digits or first == 0 or last >= len(view) or view.forms[first - 1] not in "([" or view.forms[last] not in ")]":
        return False
    return first == 1 or view.sentences[first - 2] != view.sentences[last] or view.forms[first - 2] in ".!?;:"


def _clock(view: View, words: Words, numeral: Numeral) -> bool:
    """Is the number a clock's in words ("без четверти пять утра", "ten to nine in the evening")?"""
    first, last = numeral.first, numeral.last
    if numeral.digits or numeral.low != numeral.high or not 0 < numeral.low <= _HOURS:
        return False
    if last < len(view) and view.forms[last] in _OF_DAY.get(view.lang, ()):
        return True
    if view.lang != "en":
        return False
    following = view.forms[last : last + 5]
    ahead = len(following) > 1 and following[0] in ("to", "past") and last + 1 in words.numbers and not _PARTS.isdisjoint(following[2:])
    behind = first > 1 and view.forms[first - 1] in ("to", "past") and not _PARTS.isdisjoint(view.forms[last : last + 3])
    return ahead or behind


def _cold(view: View, numeral: Numeral) -> bool:
    """Is the number one of degrees ("minus 14 this morning, the thermometer said", "-12 °C", «температура мінус 9»)?"""
    first, last = numeral.first, numeral.last
    if last < len(view) and view.forms[last] in _DEGREES and view.sentences[last] == view.sentences[first]:
        return True
    if first == 0 or view.forms[first - 1] not in _COLD or view.sentences[first - 1] != view.sentences[first]:
        return False
    here = (at for at in range(max(0, first - _TOLD), first) if view.sentences[at] == view.sentences[first])
    return any(view.forms[at].startswith(_WARMTH) for at in here)
