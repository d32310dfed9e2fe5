"""The case that a preposition, an adjective or a noun before it asks of a word, in Russian and Ukrainian."""

from collections.abc import Sequence

from sayso.readers.analysis import Analysis

_GOVERNS = {
    **dict.fromkeys("из от до для у без около возле вокруг после против вместо кроме мимо среди ради изо ото из-за из-под вдоль "
    "вблизи относительно "
                    "від для без біля навколо після проти замість крім серед з-за з-під вздовж поблизу щодо задля".split(), ("gen",)),
    **dict.fromkeys("к ко благодаря согласно вопреки завдяки всупереч".split(), ("dat",)),
    **dict.fromkeys("через про сквозь несмотря крізь попри".split(), ("acc",)),
    **dict.fromkeys("над перед между надо передо межу між".split(), ("ins",)),
    **dict.fromkeys("о об обо при".split(), ("loc",)),
    **dict.fromkeys("в во на".split(), ("loc", "acc")),
    "у": ("gen", "loc", "acc"), "по": ("dat", "loc", "acc"), "за": ("ins", "acc"), "под": ("ins", "acc"), "під": ("ins", "acc"),
    "с": ("ins", "gen"), "со": ("ins", "gen"), "з": ("gen", "ins"), "із": ("gen", "ins"), "зі": ("gen", "ins"),
}  # fmt: skip
_SMALL = frozenset({"ADP", "CONJ", "PTCL"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "PART", "NUM", "DET", "PRON"})


def chosen(words: Sequence[str], analyses: Sequence[tuple[Analysis, ...]]) -> list[Analysis]:
    """One analysis for each word: the likeliest among those that fit what stands before.

    After a preposition no verb and only its cases; after an adjective, its case; after a noun, a genitive goes before an accusative.
    """
    found: list[Analysis] = []
    wanted: tuple[str, ...] = ()  # the cases that a preposition asks for, until its noun came
    before: Analysis | None = None
    for word, options in zip(words, analyses, strict=True):
        picked = _picked(options, wanted, before)
        found.append(picked)
        if picked.pos == "ADP":
            wanted = _GOVERNS.get(picked.lemma, ())
        elif picked.pos in ("NOUN", "PROPN", "PRON", "VERB", "CONJ", "AUX") or (picked.pos == "PUNCT" and word not in "«„“\"'("):
            wanted = ()
        before = picked if picked.pos != "PUNCT" or word not in "«„“\"'(" else before
    return found


def _picked(options: tuple[Analysis, ...], wanted: tuple[str, ...], before: Analysis | None) -> Analysis:
    if len(options) == 1 or options[0].pos in _SMALL:
        return options[0]
    numeral = next((o for o in options if o.pos == "NUM"), None)
    if numeral:
        return numeral  # "три" is three, and no order to rub
    if before and before.pos == "NUM" and options[0].pos in ("NOUN", "PROPN", "ADJ", "PART") and not _ends_in_one(before.lemma):
        counted = [o for o in options if o.case == "gen" and o.pos in _NOMINAL]  # "пять лет", "три дома"
        if counted:
            return counted[0]
    if wanted:
        for case in wanted if before and before.pos != "ADP" and before.case in wanted else ("",):
            fitting = [o for o in options if o.pos in _NOMINAL and (o.case in wanted) and (not case or o.case == before.case)]  # type: ignore[union-attr]
            if fitting:
                return fitting[0]
    if before and before.pos in ("ADJ", "PART", "DET") and before.case:
        fitting = [
            o for o in options if o.pos in _NOMINAL and o.case == before.case and (not before.number or o.number in ("", before.number))
        ]
        if fitting:
            return fitting[0]
    if before and before.pos in ("NOUN", "PROPN") and options[0].pos in ("NOUN", "PROPN") and options[0].case != "gen":
        genitive = [o for o in options if o.case == "gen" and o.lemma == options[0].lemma]
        if genitive and options[0].pos == "NOUN" and options[0].case in ("acc", "loc", "dat"):
            return genitive[0]
    even = options[0].score == options[1].score  # the dictionary knows no frequencies
    if even and before and before.pos == "VERB" and options[0].case in ("dat", "gen", "loc", "nom"):
        thing = next((o for o in options if o.case == "acc" and o.pos == "NOUN"), None)
        if thing and options[0].pos == "NOUN":
            return thing
    if (options[0].case == "acc" or (even and options[0].case)) and (before is None or before.pos in ("CONJ", "PUNCT")):
        subject = next((o for o in options if o.case == "nom" and (even or o.lemma == options[0].lemma)), None)
        if subject:
            return subject
    return options[0]


def _ends_in_one(number: str) -> bool:
    return number.endswith("1") and not number.endswith("11")
