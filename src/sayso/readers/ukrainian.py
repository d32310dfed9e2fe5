"""Ukrainian words by a word list and the rules of their endings: for those who do without the dictionary."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.readers.analysis import Analysis, bare, no_word
from sayso.readers.cases import chosen

CLOSED = {
    **dict.fromkeys(
        "в у на з із зі до від для за під над при про через між по без біля після проти серед навколо "
        "понад поблизу щодо крім перед".split(),
        "ADP",
    ),
    **dict.fromkeys("і й та а але що як якщо коли або чи бо тому щоб хоча поки ані".split(), "CONJ"),
    **dict.fromkeys("не ні б би ж же лише навіть тільки саме нехай".split(), "PTCL"),
    **dict.fromkeys(
        "він вона воно вони ми ви я ти його її їх їм йому їй ним нею ними хто який яка яке які якого якої яких що себе нас вас "
        "мене".split(),
        "PRON",
    ),
    **dict.fromkeys(
        "цей ця це ці цього цієї цих той та те ті того тієї тих весь вся все всі наш свій свою свої своїх кожен інший інші".split(), "DET"
    ),
    **dict.fromkeys(
        "тут там ніколи іноді часто досі потім тоді вже ще вчора сьогодні завтра дуже майже зараз нині раніше пізніше також знову".split(),
        "ADV",
    ),
    **dict.fromkeys(
        "мене мені мною нам нами вам вами яку якому якій яким якими кого кому ким чого чому нього ньому неї ній нею них".split(), "PRON"
    ),
    **dict.fromkeys("є був була було були буде будуть бути".split(), "AUX"),
    **dict.fromkeys(
        "один одна одне два дві три чотири п'ять шість сім вісім дев'ять десять двоє троє кілька сто тисяча тисяч мільйон".split(), "NUM"
    ),
}
_PAST = (("ився", "итися"), ("илася", "итися"), ("илися", "итися"), ("ався", "атися"), ("алася", "атися"), ("алися", "атися"), ("ило",
"ити"), ("ила", "ити"),
         ("или", "ити"), ("ив", "ити"), ("ала", "ати"), ("ало", "ати"), ("али", "ати"), ("ав", "ати"), ("яла", "яти"), ("яли", "яти"),
         ("яв", "яти"),
         ("іла", "іти"), ("іли", "іти"), ("ула", "ути"), ("ули", "ути"), ("ув", "ути"))  # fmt: skip
_PRESENT = (("ується", "уватися"), ("уються", "уватися"), ("ює", "ювати"), ("юють", "ювати"), ("ує", "увати"), ("ують", "увати"),
("ляє", "ляти"),
            ("ляють", "ляти"), ("ає", "ати"), ("ають", "ати"), ("яє", "яти"), ("яють", "яти"), ("ить", "ити"), ("ять", "ити"))  # fmt: skip
_IMPERSONAL = (("ено", "ити"), ("єно", "їти"), ("ано", "ати"), ("яно", "яти"), ("ито", "ити"), ("уто", "ути"))
_PARTICIPLE = (
    "ений",
    "ена",
    "ене",
    "ені",
    "ених",
    "еного",
    "еним",
    "еними",
    "аний",
    "ана",
    "ане",
    "ані",
    "аних",
    "аного",
    "ованих",
    "овані",
)
_ADJECTIVE = (("ського", "gen", "sg"), ("ської", "gen", "sg"), ("ських", "gen", "pl"), ("ський", "nom", "sg"), ("ська", "nom", "sg"),
("ське", "nom", "sg"),
              ("ські", "nom", "pl"), ("ському", "loc", "sg"), ("ській", "loc", "sg"), ("ським", "ins", "sg"), ("ською", "ins", "sg"),
              ("ську", "acc", "sg"),
              ("ого", "gen", "sg"), ("ому", "loc", "sg"), ("ими", "ins", "pl"), ("их", "gen", "pl"), ("ий", "nom", "sg"), ("ій",
              "loc", "sg"), ("ої", "gen", "sg"))  # fmt: skip
# (ending, what the base form ends in, case, number); longest first
_NOUN = (("ськом", "ськ", "ins", "sg"), ("ська", "ськ", "gen", "sg"), ("ську", "ськ", "loc", "sg"), ("ові", "", "dat", "sg"), ("еві",
"", "dat", "sg"), ("ами", "а", "ins", "pl"),
         ("ями", "я", "ins", "pl"), ("ах", "а", "loc", "pl"), ("ях", "я", "loc", "pl"), ("ам", "а", "dat", "pl"), ("ям", "я", "dat",
         "pl"), ("ою", "а", "ins", "sg"),
         ("єю", "я", "ins", "sg"), ("ею", "я", "ins", "sg"), ("ому", "е", "loc", "sg"), ("ом", "", "ins", "sg"), ("ем", "", "ins",
         "sg"), ("ії", "ія", "gen", "sg"), ("ію", "ія", "acc", "sg"),
         ("ців", "ець", "gen", "pl"), ("цями", "ець", "ins", "pl"), ("ці", "ка", "loc", "sg"), ("ки", "ка", "gen", "sg"), ("ку", "ка",
         "acc", "sg"), ("ині", "ина", "loc", "sg"),
         ("ини", "ина", "gen", "sg"), ("ину", "ина", "acc", "sg"))  # fmt: skip
_NEUTER = frozenset("село місто слово вікно кіно військо озеро дно число військо".split())
_ADJECTIVE_FORMS = (
    ("ого", "gen", "sg"), ("ого", "acc", "sg"), ("ьому", "loc", "sg"), ("ому", "dat", "sg"), ("ому", "loc", "sg"), ("ими", "ins",
    "pl"), ("іми", "ins", "pl"), ("их", "gen", "pl"),
    ("их", "acc", "pl"), ("их", "loc", "pl"), ("ої", "gen", "sg"), ("ою", "ins", "sg"), ("им", "ins", "sg"), ("им", "dat", "pl"),
    ("ій", "dat", "sg"), ("ій", "loc", "sg"),
    ("ий", "nom", "sg"), ("ий", "acc", "sg"), ("у", "acc", "sg"), ("ю", "acc", "sg"), ("а", "nom", "sg"), ("я", "nom", "sg"), ("е",
    "nom", "sg"), ("е", "acc", "sg"),
    ("і", "nom", "pl"), ("і", "acc", "pl"),
)  # fmt: skip
_PLURAL = (
    ("ами", (("ins", "pl"),)), ("ями", (("ins", "pl"),)), ("ах", (("loc", "pl"),)), ("ях", (("loc", "pl"),)), ("ам", (("dat",
    "pl"),)), ("ям", (("dat", "pl"),)),
)  # fmt: skip
_FEMININE = (
    *_PLURAL, ("ою", (("ins", "sg"),)), ("ею", (("ins", "sg"),)), ("єю", (("ins", "sg"),)), ("у", (("acc", "sg"),)), ("ю", (("acc",
    "sg"),)),
    ("и", (("gen", "sg"), ("nom", "pl"), ("acc", "pl"))), ("і", (("loc", "sg"), ("dat", "sg"), ("gen", "sg"), ("nom", "pl"))),
    ("ї", (("gen", "sg"), ("loc", "sg"), ("dat", "sg"), ("nom", "pl"))),
)  # fmt: skip
_NEUTER_FORMS = (
    *_PLURAL, ("ом", (("ins", "sg"),)), ("ем", (("ins", "sg"),)), ("а", (("gen", "sg"), ("nom", "pl"), ("acc", "pl"))), ("я", (("gen",
    "sg"), ("nom", "pl"))),
    ("у", (("dat", "sg"), ("loc", "sg"))), ("ю", (("dat", "sg"), ("loc", "sg"))), ("і", (("loc", "sg"),)),
)  # fmt: skip
_MASCULINE = (
    *_PLURAL, ("ові", (("dat", "sg"), ("loc", "sg"))), ("еві", (("dat", "sg"), ("loc", "sg"))), ("єві", (("dat", "sg"), ("loc",
    "sg"))), ("ом", (("ins", "sg"),)), ("ем", (("ins", "sg"),)),
    ("єм", (("ins", "sg"),)), ("ів", (("gen", "pl"), ("acc", "pl"))), ("їв", (("gen", "pl"), ("acc", "pl"))), ("ей", (("gen", "pl"),
    ("acc", "pl"))),
    ("а", (("gen", "sg"), ("acc", "sg"))), ("я", (("gen", "sg"), ("acc", "sg"))), ("у", (("gen", "sg"), ("dat", "sg"), ("loc", "sg"))),
    ("ю", (("gen", "sg"), ("dat", "sg"), ("loc", "sg"), ("ins", "sg"))), ("и", (("nom", "pl"), ("acc", "pl"))),
    ("і", (("loc", "sg"), ("gen", "sg"), ("nom", "pl"), ("acc", "pl"))), ("ї", (("loc", "sg"), ("nom", "pl"), ("acc", "pl"))),
)  # fmt: skip
_NOUN_SURE = ("ння", "ття", "ість", "ення", "ання", "іння")

PRONOUNS = {
    **dict.fromkeys("його йому нього ньому ним".split(), "він"),
    **dict.fromkeys("її їй неї ній нею".split(), "вона"),
    **dict.fromkeys("їх їм них ними".split(), "вони"),
    **dict.fromkeys("мене мені мною".split(), "я"),
    **dict.fromkeys("нас нам нами".split(), "ми"),
    **dict.fromkeys("вас вам вами".split(), "ви"),
    **dict.fromkeys("яка яке які якого якої яких якому якій яким якими яку".split(), "який"),
    **dict.fromkeys("кого кому ким".split(), "хто"),
    **dict.fromkeys("чого чому чим".split(), "що"),
}


class UkrainianRules:
    """Words of Ukrainian with the analyses that their base form (simplemma) and their endings allow."""

    def __init__(self) -> None:
        import simplemma

        self._lemmatize, self._is_known = simplemma.lemmatize, simplemma.is_known
        self._lemmatize("слова", lang="uk")  # loads the word list now, not in the first text

    def analyses(self, word: str) -> tuple[Analysis, ...]:
        """Analyses by closed lists, the word list and endings; a word of no known ending is a noun in its base form."""
        other = no_word(word)
        if other:
            return (other,)
        plain = bare(word)
        if plain in CLOSED:
            return (small_word(plain),)
        if 1 < len(word) <= 6 and word.isupper():
            return (Analysis(lemma=plain, pos="PROPN"),)
        known = next((form for form in (word, plain) if self._is_known(form, lang="uk")), None)
        if known:
            found = _by_base(plain, bare(self._lemmatize(known, lang="uk")), capital=word[:1].isupper())
            if found:
                return tuple(found)
        name = word[:1].isupper()
        found = [] if name else _verbal(plain)
        found += _adjectival(plain)
        found += _nominal(plain, "PROPN" if name else "NOUN")
        return tuple(found)

    def chosen(self, words: Sequence[str], analyses: Sequence[tuple[Analysis, ...]]) -> list[Analysis]:
        """One analysis for each word, by the case that its preposition or adjective asks for; a capital within a sentence marks a name."""
        return named(words, chosen(words, analyses))


def named(words: Sequence[str], found: list[Analysis]) -> list[Analysis]:
    """The analyses with names marked by their capital within a sentence: nouns, and surnames that look like adjectives.

    Neither the dictionary nor the rules of Ukrainian know names.
    """
    capitals = sum(word.isupper() for word in words) > len(words) / 2
    marked = []
    for i, (word, one) in enumerate(zip(words, found, strict=True)):
        within = i > 0 and (found[i - 1].pos != "PUNCT" or words[i - 1] in ",—–-(")
        surname = one.pos == "ADJ" and not (i + 1 < len(found) and found[i + 1].pos in ("NOUN", "ADJ", "PROPN"))
        if word[:1].isupper() and not capitals and within and (one.pos == "NOUN" or surname):
            one = replace(one, pos="PROPN")
        marked.append(one)
    return marked


def _by_base(plain: str, lemma: str, *, capital: bool) -> list[Analysis]:
    """The analyses of a form whose base form is known: the base form tells the part of speech, the ending the rest."""
    if lemma.endswith(("ти", "тися", "тись")) and len(lemma) > 4 and lemma not in ("втрати", "витрати"):
        return [_verb_form(plain, lemma)]
    if lemma.endswith(("ий", "ій")) and len(lemma) > 3:
        part = lemma.endswith(("ений", "єний", "аний", "яний", "битий", "ятий", "итий")) and len(lemma) > 5
        forms = [(case, number) for ending, case, number in _ADJECTIVE_FORMS if plain.endswith(ending)][:3] or [("nom", "sg")]
        tense, voice = ("past", "pass") if part else ("", "")
        return [Analysis(lemma=lemma, pos="PART" if part else "ADJ", case=case, number=n, tense=tense, voice=voice) for case, n in forms]
    if lemma.endswith("о") and lemma == plain and plain.endswith(("но", "ко", "во", "то")) and not capital and plain not in _NEUTER:
        return [Analysis(lemma=lemma, pos="ADV")]
    return [Analysis(lemma=lemma, pos="NOUN", case=case, number=number) for case, number in _noun_forms(plain, lemma)]


def _verb_form(plain: str, lemma: str) -> Analysis:
    pos, tense, voice = "VERB", "pres", ""
    if plain == lemma or plain.endswith(("ти", "тися", "тись")):
        return Analysis(lemma=lemma, pos="VERB", tense="inf")
    core = plain.removesuffix("ся").removesuffix("сь")
    if core.endswith(("но", "то")):
        return Analysis(lemma=lemma, pos="PART", tense="past", voice="pass")
    if core.endswith(("в", "ла", "ло", "ли")) or core[-1:] not in "юуєїеьямшо":
        tense = "past"
    if core.endswith(("имуть", "имемо", "име", "итиме", "тиме", "тимуть")):
        tense = "fut"
    if core.endswith(("вши", "ючи", "ячи", "учи", "ачи")):
        return Analysis(lemma=lemma, pos="VERB", tense="ger")
    number = "pl" if core.endswith(("ли", "ють", "уть", "ать", "ять", "мо", "те")) else "sg"
    return Analysis(lemma=lemma, pos=pos, number=number, tense=tense, voice=voice)


def _noun_forms(plain: str, lemma: str) -> list[tuple[str, str]]:
    """The cases that a form of a noun may be in, likeliest first."""
    if plain == lemma:
        if lemma.endswith(("а", "я")) and not lemma.endswith(("ння", "ття", "лля", "ззя", "ччя", "жжя")):
            return [("nom", "sg")]
        return [("nom", "sg"), ("acc", "sg"), *([("gen", "sg"), ("nom", "pl")] if lemma.endswith(("ння", "ття")) else [])]
    table = _FEMININE if lemma.endswith(("а", "я")) else _NEUTER_FORMS if lemma.endswith(("о", "е")) else _MASCULINE
    for ending, forms in table:
        if plain.endswith(ending):
            return list(forms)
    return [("gen", "pl"), ("acc", "pl")]


def small_word(plain: str) -> Analysis:
    """The analysis of a word of the closed lists."""
    pos = CLOSED[plain]
    return Analysis(lemma="бути" if pos == "AUX" else PRONOUNS.get(plain, plain), pos=pos)


def _verbal(plain: str) -> list[Analysis]:
    if plain.endswith(("ти", "тися", "тись")) and len(plain) > 4:
        return [Analysis(lemma=plain, pos="VERB", tense="inf")]
    for endings, pos, tense, voice in ((_IMPERSONAL, "PART", "past", "pass"), (_PAST, "VERB", "past", ""), (_PRESENT, "VERB", "pres", "")):
        for ending, base in endings:
            if plain.endswith(ending) and len(plain) - len(ending) >= 2:
                number = "pl" if plain.endswith(("ли", "лися", "ють", "ять")) else "sg"
                return [Analysis(lemma=plain[: -len(ending)] + base, pos=pos, number=number, tense=tense, voice=voice)]
    return []


def _adjectival(plain: str) -> list[Analysis]:
    if plain.endswith(_PARTICIPLE) and len(plain) > 6:
        ending = next(e for e in _PARTICIPLE if plain.endswith(e))
        return [Analysis(lemma=plain[: -len(ending)] + ending[:2] + "ий", pos="PART", tense="past", voice="pass")]
    for ending, case, number in _ADJECTIVE:
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            base = "ський" if ending.startswith("ськ") else "ий"
            return [Analysis(lemma=plain[: -len(ending)] + base, pos="ADJ", case=case, number=number)]
    return []


def _nominal(plain: str, pos: str) -> list[Analysis]:
    found = []
    if not plain.endswith(_NOUN_SURE):
        for ending, base, case, number in _NOUN:
            if plain.endswith(ending) and len(plain) - len(ending) >= 2:
                found.append(Analysis(lemma=plain[: -len(ending)] + base, pos=pos, case=case, number=number))
                break
    found.append(Analysis(lemma=plain, pos=pos, case="nom", number="sg"))
    return found
