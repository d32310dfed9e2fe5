"""The noun phrase that a number opens."""

from sayso.events.losses import governs
from sayso.events.numerals import Numeral
from sayso.events.unitwords import NounPhrase, Words
from sayso.events.view import View
from sayso.record.figure import Unit, Who

_BEHIND, _TURNED = 9, 5  # words
_PARTING = frozenset(",;:()")
_HEADS = frozenset(("человек", "чоловік"))  # counted forms: "человек девятьсот"
_NUMBER = ("number", "count", "total", "числ", "колич", "кільк", "nombre", "chiffr")
_OPENING = frozenset("\"'«“„‘([/")


def noun_phrase(view: View, words: Words, numeral: Numeral, starts: set[int]) -> NounPhrase:
    """The noun phrase that a numeral opens."""
    at = numeral.last
    phrase = NounPhrase(end=at)
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
        if at == numeral.last and view.lang != "en" and view.tags[at].startswith("VERB") and measure is None and at not in words.nouns:
            break  # "четыре сожгли пекарню", "six ont brûlé": the number itself is what does or suffers it
        nouns = [met for met in words.nouns.get(at, ()) if met.last - at == 1 or not _verb(view, met.last - 1, met.entry.unit)]
        if view.forms[at] == "home" and at > numeral.last:
            break  # "two of them went home"
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
            if phrase.noun is not None and (at > phrase.end or _verb(view, phrase.noun.last, best.entry.unit)):
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
            best = max(nouns, key=lambda met: (met.last, met.entry.sort == "toll"))
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
            # Right after its number a participle goes with the noun behind it: "100 eliminated fighters".
            apposed = at == numeral.last and words.nouns.get(effect.last) and effect.last not in starts
            governing = governs(view, words, effect) and not apposed
            if phrase.inside is None and at - numeral.last <= 2 and effect.entry.side != "after" and not governing:
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


def noun_before(view: View, words: Words, numeral: Numeral, phrase: NounPhrase, after: int) -> NounPhrase:
    """The phrase of a bare number whose noun stands before it, not before word `after`; else `phrase` as it is.

    In Russian and Ukrainian a noun in the genitive plural ("вагонов побито два"), and a measure right before the number makes it none
    ("минут двадцать"); in all languages a noun whose number is told ("the number of burnt tanks has risen to seven").
    """
    slavic, sentence = view.lang in ("ru", "uk"), view.sentences[numeral.first]
    if slavic and numeral.first > 0 and words.at("measure", numeral.first - 1) is not None and numeral.first == numeral.core:
        tags = view.tags[numeral.first - 1].split(",")
        ruled = numeral.first > 1 and view.tags[numeral.first - 2].startswith("ADP") and view.sentences[numeral.first - 2] == sentence
        if tags[0] == "NOUN" and "gen" in tags and not ruled:
            phrase.refused = True
        return phrase
    for at in range(numeral.first, max(after, numeral.first - _BEHIND), -1):
        if at < numeral.first and (
            view.forms[at] in _PARTING or at in words.numbers or view.sentences[at] != view.sentences[numeral.first]
        ):
            break
        met = words.ending.get(at)
        if met is None or met.first < after or view.sentences[met.first] != view.sentences[numeral.first] or _toll(words, met.first):
            continue
        told = any(view.forms[i].startswith(_NUMBER) and not _tolled(words, i, met.first) for i in range(max(0, met.first - 4), met.first))
        turned = (
            slavic
            and ({"gen", "pl"} <= set(view.tags[met.last - 1].split(",")) or view.forms[met.last - 1] in _HEADS)
            and numeral.first - at < _TURNED
        )
        if told or (turned and not _ruled(view, met.first)):
            return NounPhrase(end=numeral.last, noun=met, who=met if met.entry.sort == "people" else None, part=phrase.part)
    return phrase


def _tolled(words: Words, number: int, first: int) -> bool:
    """Do people who fell or were hurt stand between a word for their number and a noun ("число погибших при подрыве трактора")?"""
    return any(_toll(words, at) for at in range(number, first))


def _toll(words: Words, at: int) -> bool:
    """Is the noun that begins here a unit of people by itself ("пострадавших")? That is found as their loss."""
    return any(met.entry.sort == "toll" for met in words.nouns.get(at, ()))


def _ruled(view: View, at: int) -> bool:
    """Does a preposition or a noun stand right before a word, to which it belongs ("из машин", "колонна машин")?"""
    tag = view.tags[at - 1].split(",")[0] if at > 0 and view.sentences[at - 1] == view.sentences[at] else ""
    return tag in ("ADP", "NOUN", "NUM")


def _verb(view: View, at: int, unit: Unit | None) -> bool:
    """Is a word for attacks the verb of the plural before it ("31 drones attacked", "two shells struck")? A drone attack is singular."""
    return view.lang == "en" and unit is Unit.ATTACK and view.forms[at - 1].endswith("s")
