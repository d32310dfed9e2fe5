"""The noun phrase that a number opens."""

from sayso.events.losses import governs
from sayso.events.numerals import Numeral
from sayso.events.unitwords import NounPhrase, Words
from sayso.events.view import View
from sayso.record.figure import Unit, Who

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
        nouns = [met for met in words.nouns.get(at, ()) if met.last - at == 1 or not _verb(view, met.last - 1, met.entry.unit)]
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


def _verb(view: View, at: int, unit: Unit | None) -> bool:
    """Is a word for attacks the verb of the plural before it ("31 drones attacked", "two shells struck")? A drone attack is singular."""
    return view.lang == "en" and unit is Unit.ATTACK and view.forms[at - 1].endswith("s")
