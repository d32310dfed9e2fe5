"""Russian and Ukrainian words, by the dictionaries of pymorphy3."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import metadata, util
from typing import Protocol

from sayso.readers.analysis import Analysis, bare, no_word
from sayso.readers.cases import chosen
from sayso.readers.graph import quickened
from sayso.readers.ukrainian import CLOSED, named, small_word

_POS = {
    "NOUN": "NOUN", "ADJF": "ADJ", "ADJS": "ADJ", "COMP": "ADV", "VERB": "VERB", "INFN": "VERB", "PRTF": "PART", "PRTS": "PART",
    "GRND": "VERB",
    "NUMR": "NUM", "ADVB": "ADV", "NPRO": "PRON", "PRED": "ADV", "PREP": "ADP", "CONJ": "CONJ", "PRCL": "PTCL", "INTJ": "X",
}  # fmt: skip
_CASES = {
    "nomn": "nom", "voct": "nom", "gent": "gen", "gen1": "gen", "gen2": "gen", "datv": "dat", "accs": "acc", "acc2": "acc",
    "ablt": "ins", "loct": "loc", "loc1": "loc", "loc2": "loc",
}  # fmt: skip
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})
_RELATIVE = frozenset({"который", "кто", "что", "чей", "якій", "який", "котрий", "хто", "що"})
_INDECLINABLE = ("ово", "ево", "ёво", "ино", "ыно", "єво", "іно")


_LETTERS = re.compile(r"[а-яёіїєґ'-]*")


class _Tag(Protocol):
    """A tag of pymorphy3."""

    POS: str | None
    case: str | None
    number: str | None
    tense: str | None
    grammemes: frozenset[str]


_Parse = tuple[str, _Tag, str, float, object]  # a parse of pymorphy3: word, tag, normal form, score, how it was made


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What a tag tells, in the words of an analysis: `made` is how the part of speech was told, e.g. INFN."""

    made: str | None
    pos: str
    case: str
    number: str
    tense: str
    passive: bool
    impersonal: bool
    pronominal: bool
    name: bool
    gendered: bool
    possessive: bool


class Slavic:
    """Words of Russian or Ukrainian with all their analyses, the likeliest first."""

    def __init__(self, lang: str) -> None:
        import pymorphy3

        self.lang = lang
        if lang == "uk":
            import simplemma
            from simplemma.strategies import DictionaryLookupStrategy

            self._lemmatize, self._is_known = simplemma.lemmatize, simplemma.is_known
            self._listed = DictionaryLookupStrategy().get_lemma
            self._lemmatize("слова", lang="uk")
        self._dictionary = quickened(pymorphy3.MorphAnalyzer(lang=lang, result_type=None))
        self._told: dict[str, _Told] = {}  # a dictionary has some thousands of tags

    def analyses(self, word: str) -> tuple[Analysis, ...]:
        """All analyses of the word; of a capitalised word, readings as a name first."""
        other = no_word(word)
        if other:
            return (other,)
        plain = bare(word)
        if self.lang == "uk" and plain in CLOSED:
            return (small_word(plain),)  # the dictionary has no frequencies: it reads "його" as a form of "йога" too
        if plain == "лет" and self.lang == "ru":
            return (Analysis(lemma="год", pos="NOUN", case="gen", number="pl"),)
        if not _LETTERS.fullmatch(plain) and any(ch.isalpha() and not unicodedata.name(ch, "") for ch in plain):
            return (_foreign(word, plain),)  # pymorphy3 asks every letter for its name, and some have none
        parses: list[_Parse] = self._dictionary.parse(plain)
        told = [self._tag(parse[1]) for parse in parses]
        if not parses or told[0].made is None:
            return (_foreign(word, plain),)
        found = [self._analysis(parse, one, word, plain) for parse, one in zip(parses, told, strict=True)]
        if (
            word[:1].isupper()
            and not word.isupper()
            and (not self._dictionary.word_is_known(plain) or (all(one.pos == "ADJ" for one in found) and _possessive(told)))
        ):
            found = _unknown_name(plain, found)
        if self.lang == "uk":
            # The word list knows which of two base forms is the usual one: "Києві" is no form of "кий", "роботу" none of "робот".
            base = self._base(word, plain)
            found = sorted(found, key=lambda one: (one.lemma != base, one.pos == "ADJ" and one.lemma.endswith(("ин", "їн"))))
        return tuple(dict.fromkeys(found))

    def chosen(self, words: Sequence[str], analyses: Sequence[tuple[Analysis, ...]]) -> list[Analysis]:
        """One analysis for each word, by the case that its preposition or adjective asks for."""
        found = chosen(words, analyses)
        return named(words, found) if self.lang == "uk" else found

    def _base(self, word: str, plain: str) -> str:
        if word.isalpha() and "'" not in plain:  # simplemma asks its word list first: of most words that is all
            listed = self._listed(word, "uk") or self._listed(plain, "uk")
            if listed:
                return bare(listed)
        known = next((form for form in (word, plain) if self._is_known(form, lang="uk")), plain)
        return bare(self._lemmatize(known, lang="uk"))

    def _tag(self, tag: _Tag) -> _Told:
        key = str(tag)
        told = self._told.get(key)
        if told is None:
            told = self._told[key] = _told(tag)
        return told

    def _analysis(self, parse: _Parse, told: _Told, word: str, plain: str) -> Analysis:
        pos, tense, voice = told.pos, told.tense, "pass" if told.passive else ""
        lemma = bare(parse[2])
        if told.impersonal and self.lang == "uk" and plain.endswith(("но", "то")):
            pos, tense, voice = "PART", "past", "pass"
        elif told.made == "ADJF" and told.passive:
            pos, tense = "PART", "past"
        elif told.pronominal and pos == "ADJ":
            pos = "PRON" if lemma in _RELATIVE else "DET"
        elif pos == "NOUN" and word[:1].isupper() and told.name:
            pos = "PROPN"
        elif lemma in ("быть", "бути"):
            pos = "AUX"
        number = told.number
        if not number and self.lang == "uk" and told.gendered:
            number = "sg"
        return Analysis(lemma=lemma, pos=pos, case=told.case, number=number, tense=tense, voice=voice, score=round(parse[3], 3))


def _told(tag: _Tag) -> _Told:
    grammemes, made = tag.grammemes, tag.POS
    tense = {"past": "past", "pres": "pres", "futr": "fut"}.get(tag.tense or "", "")
    if made == "INFN" or "infn" in grammemes:
        tense = "inf"
    elif made == "GRND":
        tense = "ger"
    elif "impr" in grammemes:
        tense = "imp"
    return _Told(
        made=made,
        pos=_POS.get(made or "", "X"),
        case=_CASES.get(tag.case or "", ""),
        number={"sing": "sg", "plur": "pl"}.get(tag.number or "", ""),
        tense=tense,
        passive="pssv" in grammemes,
        impersonal="Impe" in grammemes,
        pronominal="Apro" in grammemes,
        name=bool(grammemes & _NAMES),
        gendered=bool(grammemes & {"masc", "femn", "neut"}),
        possessive="Poss" in grammemes,
    )


@cache
def dictionary_of(lang: str) -> str | None:
    """Name and version of an installed dictionary, e.g. "pymorphy3-dicts-uk 2.4.1"; None where there is none."""
    package = f"pymorphy3_dicts_{lang}"
    if util.find_spec(package) is None:
        return None
    try:
        return f"{lang} pymorphy3-dicts-{lang} {metadata.version(f'pymorphy3-dicts-{lang}')}"
    except metadata.PackageNotFoundError:
        return f"{lang} pymorphy3-dicts-{lang}"


def _possessive(told: Sequence[_Told]) -> bool:
    """Is a word only known as "aunt's", as Тёткино is?"""
    return all(one.possessive for one in told)


def _foreign(word: str, plain: str) -> Analysis:
    return Analysis(lemma=plain, pos="PROPN" if word[:1].isupper() else "X")


def _unknown_name(plain: str, guesses: list[Analysis]) -> list[Analysis]:
    """Readings of a capitalised word that the dictionary lacks: a noun it looks like; "Тёткино" is its own base form."""
    nouns = [guess for guess in guesses if guess.pos in ("NOUN", "PROPN")]
    named = [Analysis(lemma=g.lemma, pos="PROPN", case=g.case, number=g.number, score=g.score) for g in nouns]
    if plain.endswith(_INDECLINABLE):
        return [Analysis(lemma=plain, pos="PROPN", number="sg"), *named]
    adjectives = [guess for guess in guesses if guess.pos == "ADJ"]
    return named + adjectives if named else (adjectives or guesses)
