"""English words: base forms by simplemma, parts of speech by closed lists, endings and neighbours."""

from collections.abc import Sequence

from sayso.readers.analysis import Analysis, bare, no_word

_CLOSED = {
    **dict.fromkeys(
        "the a an this these those each every some any no another its my your their our his both all either neither".split(), "DET"
    ),
    **dict.fromkeys(
        "he she it they we i you him them us me who whom whose which what himself herself itself themselves everyone nobody someone "
        "something nothing".split(),
        "PRON",
    ),
    **dict.fromkeys(
        "of in on at by for with from into onto over under near to between among amid during after before since until against through "
        "across along "
        "about around behind beyond within without toward towards upon via despite inside outside off per as".split(),
        "ADP",
    ),
    **dict.fromkeys("and or but nor because although though while if unless whereas when where that than so".split(), "CONJ"),
    **dict.fromkeys("not n't only also even just".split(), "PTCL"),
    **dict.fromkeys(
        "is are was were be been being am has have had having do does did will would shall should can could may might must cannot "
        "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't".split(),
        "AUX",
    ),
    **dict.fromkeys(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
        "twenty thirty "
        "forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million dozens dozen".split(),
        "NUM",
    ),
    **dict.fromkeys(
        "there here now then again still already yesterday today tomorrow later earlier very too ago however meanwhile never always "
        "often nearly "
        "almost about perhaps soon far away back".split(),
        "ADV",
    ),
}
_AUX_LEMMA = {
    **dict.fromkeys("is are was were be been being am isn't aren't wasn't weren't".split(), "be"),
    **dict.fromkeys("has have had having hasn't haven't hadn't".split(), "have"),
    **dict.fromkeys("do does did don't doesn't didn't".split(), "do"), "won't": "will", "wouldn't": "would", "can't": "can",
    "cannot": "can", "couldn't": "could",
}  # fmt: skip
_AUX_TENSE = {
    **dict.fromkeys("was were had did wasn't weren't hadn't didn't".split(), "past"),
    **dict.fromkeys(("will", "won't", "shall"), "fut"),
}
# past form (also participle where there is no second) -> base form
_IRREGULAR = dict(
    pair.split(":") for pair in
    "said:say told:tell struck:strike hit:hit fell:fall shot:shoot fought:fight left:leave took:take taken:take gave:give given:give "
    "began:begin begun:begin "
    "brought:bring came:come came:come went:go gone:go knew:know known:know made:make met:meet found:find lost:lose held:hold "
    "heard:hear kept:keep led:lead "
    "put:put ran:run rose:rise risen:rise saw:see seen:see sent:send set:set spoke:speak spoken:speak spent:spend spread:spread "
    "stood:stand swore:swear "
    "thought:think threw:throw thrown:throw understood:understand withdrew:withdraw withdrawn:withdraw won:win wrote:write "
    "written:write broke:break broken:break "
    "built:build burnt:burn burned:burn caught:catch cut:cut dealt:deal drove:drive driven:drive flew:fly flown:fly blew:blow "
    "blown:blow grew:grow grown:grow "
    "hid:hide hidden:hide laid:lay paid:pay quit:quit read:read sank:sink sunk:sink sought:seek sold:sell split:split stole:steal "
    "stolen:steal taught:teach "
    "tore:tear torn:tear warned:warn bore:bear borne:bear became:become chose:choose chosen:choose fled:flee felt:feel forgot:forget "
    "got:get overran:overrun "
    "overthrew:overthrow overthrown:overthrow shook:shake slept:sleep swept:sweep wound:wind undertook:undertake undertaken:undertake "
    "bled:bleed bound:bind".split()
)  # fmt: skip
_ONLY_PARTICIPLE = frozenset("taken given begun gone known risen seen spoken thrown withdrawn written broken driven flown blown grown "
"hidden sunk stolen torn borne chosen "
                             "overthrown undertaken".split())  # fmt: skip
_BASE_VERBS = frozenset(
    "say tell claim report deny confirm accuse estimate expect threaten order warn announce state add note declare allege insist "
    "admit acknowledge believe think "
    "describe write post quote cite call urge ask vow pledge suggest reject dismiss condemn attack strike hit shell bomb kill wound "
    "injure destroy damage capture "
    "seize take hold withdraw retreat enter cross fire shoot down launch intercept repel advance fight clash evacuate flee burn "
    "explode target use try continue "
    "remain become have be do make go come see know show include leave lose find give get put set run keep let begin seem help".split()
)
_BE = frozenset({"be", "get"})
_NOUNISH = ("tion", "sion", "ment", "ness", "ity", "ship", "ism", "ist", "er", "or", "ance", "ence", "ing")
_ADJECTIVE = ("al", "ous", "ful", "ive", "ic", "able", "ible", "less", "ian", "ese", "ish")
_SUBJECT = frozenset({"PRON", "NOUN", "PROPN"})


class English:
    """Words of English; the neighbours decide between noun and verb."""

    def __init__(self) -> None:
        import simplemma

        self._lemmatize = simplemma.lemmatize
        self._lemmatize("words", lang="en")  # loads the dictionary now, not in the first text

    def analyses(self, word: str) -> tuple[Analysis, ...]:
        """What the word may be by itself, likeliest first."""
        other = no_word(word)
        if other:
            return (other,)
        plain = bare(word)
        closed = _CLOSED.get(plain)
        if closed:
            number = {"these": "pl", "those": "pl"}.get(plain, "")
            return (Analysis(lemma=_AUX_LEMMA.get(plain, plain), pos=closed, number=number, tense=_AUX_TENSE.get(plain, "")),)
        stem = plain.removesuffix("'s").removesuffix("'")
        found = list(self._verbal(stem)) if stem == plain else []
        found += self._nominal(stem, word)
        return tuple(found)

    def chosen(self, words: Sequence[str], analyses: Sequence[tuple[Analysis, ...]]) -> list[Analysis]:
        """One analysis for each word: noun after determiner or preposition, verb after a subject, "to" or an auxiliary."""
        capitals = sum(w.isupper() for w in words) > len(words) / 2
        found: list[Analysis] = []
        for i, options in enumerate(analyses):
            found.append(_choice(words, analyses, found, i, options, capitals=capitals))
        return found

    def _verbal(self, plain: str) -> list[Analysis]:
        if plain in _IRREGULAR:
            base = _IRREGULAR[plain]
            past = [] if plain in _ONLY_PARTICIPLE else [Analysis(lemma=base, pos="VERB", tense="past")]
            return [*past, Analysis(lemma=base, pos="PART", tense="past", voice="pass")]
        lemma = bare(self._lemmatize(plain, lang="en"))
        if plain.endswith("ed") and len(plain) > 3 and lemma != plain:
            return [Analysis(lemma=lemma, pos="VERB", tense="past"), Analysis(lemma=lemma, pos="PART", tense="past", voice="pass")]
        if plain.endswith("ing") and len(plain) > 4 and lemma != plain:
            return [Analysis(lemma=lemma, pos="PART", tense="pres")]
        if plain in _BASE_VERBS:
            return [Analysis(lemma=plain, pos="VERB", tense="pres")]
        if plain.endswith("s") and not plain.endswith("ss") and len(plain) > 3 and (lemma in _BASE_VERBS or _could_be_verb(lemma)):
            return [Analysis(lemma=lemma, pos="VERB", number="sg", tense="pres")]
        return []

    def _nominal(self, plain: str, word: str) -> list[Analysis]:
        lemma = bare(self._lemmatize(plain, lang="en"))
        plural = plain.endswith("s") and lemma != plain and not plain.endswith("ss")
        if plain.endswith("ly") and len(plain) > 4:
            return [Analysis(lemma=plain, pos="ADV")]
        number = "pl" if plural or plain in ("men", "women", "children", "people", "troops") else "sg"
        base = lemma if number == "pl" else plain
        if word[:1].isupper():
            return [Analysis(lemma=base, pos="PROPN", number=number), Analysis(lemma=base, pos="NOUN", number=number)]
        if plain.endswith(_ADJECTIVE) and not plural and len(plain) > 4:
            return [Analysis(lemma=plain, pos="ADJ"), Analysis(lemma=plain, pos="NOUN", number="sg")]
        return [Analysis(lemma=base, pos="NOUN", number=number)]


def _could_be_verb(lemma: str) -> bool:
    return len(lemma) > 3 and not lemma.endswith(_NOUNISH + _ADJECTIVE)


def _choice(
    words: Sequence[str],
    analyses: Sequence[tuple[Analysis, ...]],
    found: list[Analysis],
    i: int,
    options: tuple[Analysis, ...],
    *,
    capitals: bool,
) -> Analysis:
    verbal = [o for o in options if o.pos in ("VERB", "PART")]
    nominal = [o for o in options if o.pos not in ("VERB", "PART")]
    first = i == 0 or (found[-1].pos == "PUNCT" and words[i - 1] in '.!?…"“«„')
    if words[i][:1].isupper() and not capitals:
        # "Said", "Struck" at the start of a sentence; elsewhere a capital is a name
        if not first or not verbal or not nominal:
            plain = nominal or verbal
            return _common(plain, words[i]) if first else plain[0]
        return verbal[0] if verbal[0].tense == "past" and _next_pos(analyses, i) in ("DET", "ADP", "PRON") else _common(nominal, words[i])
    if not verbal or not nominal:
        return (
            options[0]
            if len(options) == 1
            else _participle(verbal, found, analyses, i)
            if verbal
            else (_common(nominal, words[i]) if capitals else nominal[0])
        )
    before = next((f for f in reversed(found[-3:]) if f.pos not in ("ADV", "PTCL")), None)
    if before is None or before.pos == "PUNCT":
        return _participle(verbal, found, analyses, i) if verbal[0].tense == "past" else nominal[0]
    if before.pos == "AUX" or (before.lemma == "to" and verbal[0].tense == "pres" and not verbal[0].number):
        return _participle(verbal, found, analyses, i)
    if before.pos in ("DET", "ADJ", "NUM") or (before.pos == "ADP" and verbal[0].tense != "past"):
        if before.pos in ("DET", "ADJ", "NUM") and verbal[0].tense in ("past",) and _next_pos(analyses, i) in ("NOUN", "PROPN", "ADJ"):
            return next((v for v in verbal if v.pos == "PART"), verbal[0])
        if verbal[0].tense == "past" and verbal[0].pos == "VERB" and before.pos == "NUM":
            return _participle(verbal, found, analyses, i)
        return nominal[0] if verbal[0].tense != "past" or before.pos != "NUM" else verbal[0]
    if verbal[0].tense == "past" or before.pos == "PRON":
        return _participle(verbal, found, analyses, i)
    if before.pos in _SUBJECT and verbal[0].tense == "pres" and verbal[0].pos == "VERB":
        agrees = (before.number != "pl") == bool(verbal[0].number)
        return verbal[0] if agrees and _next_pos(analyses, i) in ("DET", "PRON", "CONJ", "PROPN", "NUM") else nominal[0]
    return nominal[0] if verbal[0].pos == "VERB" else verbal[0]


def _participle(verbal: list[Analysis], found: list[Analysis], analyses: Sequence[tuple[Analysis, ...]], i: int) -> Analysis:
    """The passive participle after a form of "be" or before "by", after "have" a past tense, after other auxiliaries the base form."""
    before = next((f for f in reversed(found[-3:]) if f.pos not in ("ADV", "PTCL")), None)
    passive = next((v for v in verbal if v.voice == "pass"), None)
    by = i + 1 < len(analyses) and analyses[i + 1][0].lemma == "by"
    if passive and ((before and before.lemma in _BE) or by):
        return passive
    base = verbal[0]
    if (
        before
        and (before.lemma == "to" or (before.pos == "AUX" and before.lemma not in ("be", "have")))
        and base.tense == "pres"
        and not base.number
    ):
        return Analysis(lemma=base.lemma, pos="VERB", tense="inf")
    return base


def _next_pos(analyses: Sequence[tuple[Analysis, ...]], i: int) -> str:
    return analyses[i + 1][-1].pos if i + 1 < len(analyses) else ""


def _common(options: list[Analysis], word: str) -> Analysis:
    """A capitalised word at the start of a sentence: a common noun only where it is a plural; otherwise its capital counts."""
    noun = next((o for o in options if o.pos == "NOUN"), None)
    return noun if noun and noun.number == "pl" else options[0]
