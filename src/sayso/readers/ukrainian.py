"""Ukrainian words by the rules of their endings: for those who do without the dictionary."""

from collections.abc import Sequence

from sayso.readers.analysis import Analysis, bare, no_word
from sayso.readers.cases import chosen

CLOSED = {
    **dict.fromkeys(
        "в у на з із зі до від для за під над при про через між по без біля після проти серед навколо поблизу щодо крім перед".split(),
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
    **dict.fromkeys("тут там потім тоді вже ще вчора сьогодні завтра дуже майже зараз нині раніше пізніше також знову".split(), "ADV"),
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
         ("іла", "іти"), ("іли", "іти"), ("ів", "іти"), ("ула", "ути"), ("ули", "ути"), ("ув", "ути"))  # fmt: skip
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
    """Words of Ukrainian with the analyses that their endings allow."""

    def analyses(self, word: str) -> tuple[Analysis, ...]:
        """Analyses by closed lists and endings; a word of no known ending is a noun in its base form."""
        other = no_word(word)
        if other:
            return (other,)
        plain = bare(word)
        if plain in CLOSED:
            return (small_word(plain),)
        name = word[:1].isupper()
        if 1 < len(word) <= 6 and word.isupper():
            return (Analysis(lemma=plain, pos="PROPN"),)
        found = [] if name else _verbal(plain)
        found += _adjectival(plain)
        found += _nominal(plain, "PROPN" if name else "NOUN")
        return tuple(found)

    def chosen(self, words: Sequence[str], analyses: Sequence[tuple[Analysis, ...]]) -> list[Analysis]:
        """One analysis for each word, by the case that its preposition or adjective asks for."""
        return chosen(words, analyses)


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
