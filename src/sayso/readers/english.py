"""English words: base forms by simplemma, parts of speech by closed lists, endings and neighbours."""

from collections.abc import Sequence

from sayso.readers.analysis import Analysis, bare, no_word
from sayso.readers.english_words import ADJECTIVES, AUX_LEMMA, AUX_TENSE, BASE_VERBS, CLOSED, IRREGULAR, MODALS, ONLY_PARTICIPLE, SUBJECTS

_BE = frozenset({"be", "get"})
_NOUNISH = ("tion", "sion", "ment", "ness", "ity", "ship", "ism", "ist", "er", "or", "ance", "ence", "ing")
_ADJECTIVE = ("al", "ous", "ful", "ive", "ic", "able", "ible", "less", "ian", "ese")

_NO_NOUN = frozenset({"", "AUX", "VERB", "ADP", "PUNCT", "PRON", "DET"})
_VERBAL = ("ate", "ize", "ise", "ify", "ish")


class English:
    """Words of English; the neighbours decide between noun and verb."""

    def __init__(self) -> None:
        import simplemma

        self._lemmatize, self._is_known = simplemma.lemmatize, simplemma.is_known
        self._lemmatize("words", lang="en")  # loads the dictionary now, not in the first text

    def analyses(self, word: str) -> tuple[Analysis, ...]:
        """What the word may be by itself, likeliest first."""
        other = no_word(word)
        if other:
            return (other,)
        plain = bare(word)
        closed = CLOSED.get(plain)
        if closed:
            number = {"these": "pl", "those": "pl"}.get(plain, "")
            return (Analysis(lemma=AUX_LEMMA.get(plain, plain), pos=closed, number=number, tense=AUX_TENSE.get(plain, "")),)
        stem = plain.removesuffix("'s").removesuffix("'")
        lemma = bare(self._lemmatize(stem, lang="en"))
        found = _verbal(stem, lemma) if stem == plain else []
        found += _nominal(stem, lemma, word)
        return tuple(found)

    def chosen(self, words: Sequence[str], analyses: Sequence[tuple[Analysis, ...]]) -> list[Analysis]:
        """One analysis for each word: noun after determiner or preposition, verb after a subject, "to" or an auxiliary."""
        if sum(map(str.isupper, words)) > len(words) / 2:  # a text in capitals: they tell nothing of names
            words = [w.lower() if bare(w) in CLOSED or self._is_known(w.lower(), lang="en") else w for w in words]
            analyses = [self.analyses(w) for w in words]
        found: list[Analysis] = []
        for i, options in enumerate(analyses):
            found.append(_choice(words, analyses, found, i, options))
        return found


def _verbal(plain: str, lemma: str) -> list[Analysis]:
    if plain in ADJECTIVES or "-" in plain:
        return []
    if plain in IRREGULAR:
        base = IRREGULAR[plain]
        past = [] if plain in ONLY_PARTICIPLE else [Analysis(lemma=base, pos="VERB", tense="past")]
        return [*past, Analysis(lemma=base, pos="PART", tense="past", voice="pass")]
    if plain.endswith("ed") and len(plain) > 3 and lemma != plain:
        return [Analysis(lemma=lemma, pos="VERB", tense="past"), Analysis(lemma=lemma, pos="PART", tense="past", voice="pass")]
    if plain.endswith("ing") and len(plain) > 4 and lemma != plain:
        return [Analysis(lemma=lemma, pos="PART", tense="pres")]
    if plain in BASE_VERBS:
        return [Analysis(lemma=plain, pos="VERB", tense="pres")]
    if plain.endswith("s") and not plain.endswith("ss") and len(plain) > 3 and (lemma in BASE_VERBS or _could_be_verb(lemma)):
        return [Analysis(lemma=lemma, pos="VERB", number="sg", tense="pres")]
    return []


def _nominal(plain: str, lemma: str, word: str) -> list[Analysis]:
    plural = plain.endswith("s") and lemma != plain and not plain.endswith("ss")
    if plain.endswith("ly") and len(plain) > 4:
        return [Analysis(lemma=plain, pos="ADV")]
    number = "pl" if plural or plain in ("men", "women", "children", "people", "troops") else "sg"
    base = lemma if number == "pl" else plain
    if plain in ADJECTIVES:
        return [Analysis(lemma=plain, pos="ADJ"), *([Analysis(lemma=plain, pos="PROPN", number="sg")] if word[:1].isupper() else [])]
    if "-" in plain and plain.endswith("ed"):
        return [Analysis(lemma=plain, pos="ADJ")]
    if word[:1].isupper():
        return [Analysis(lemma=base, pos="PROPN", number=number), Analysis(lemma=base, pos="NOUN", number=number)]
    if plain.endswith(_ADJECTIVE) and not plural and len(plain) > 4:
        return [Analysis(lemma=plain, pos="ADJ"), Analysis(lemma=plain, pos="NOUN", number="sg")]
    return [Analysis(lemma=base, pos="NOUN", number=number)]


def _could_be_verb(lemma: str) -> bool:
    return len(lemma) > 3 and not lemma.endswith(_NOUNISH + _ADJECTIVE)


def _choice(
    words: Sequence[str], analyses: Sequence[tuple[Analysis, ...]], found: list[Analysis], i: int, options: tuple[Analysis, ...]
) -> Analysis:
    verbal = [o for o in options if o.pos in ("VERB", "PART")]
    nominal = [o for o in options if o.pos not in ("VERB", "PART")] if verbal else list(options)
    before = found[-1] if found else None
    if before is not None and before.pos in ("ADV", "PTCL"):
        before = next((f for f in reversed(found[-3:-1]) if f.pos not in ("ADV", "PTCL")), None)
    follows = analyses[i + 1][-1].pos if i + 1 < len(analyses) else ""
    first = i == 0 or (found[-1].pos == "PUNCT" and words[i - 1] in '.!?…"“«„')
    if words[i][:1].isupper():
        # "Said", "Struck" at the start of a sentence; elsewhere a capital is a name
        if first and verbal and verbal[0].tense == "past" and follows in ("DET", "ADP", "PRON"):
            return verbal[0]
        return _name(nominal or verbal, first=first)
    if not verbal:
        wanted = _wanted(before, nominal[0], words[i], follows)
        if wanted:
            return Analysis(lemma=nominal[0].lemma, pos="VERB", tense=wanted)
        # "the proposal was": an ending of adjectives, and nothing that it could stand before
        alone = nominal[0].pos == "ADJ" and before is not None and before.pos in ("DET", "ADJ", "ADP") and follows in _NO_NOUN
        return nominal[-1] if alone else nominal[0]
    by = i + 1 < len(analyses) and analyses[i + 1][0].lemma == "by"
    if not nominal:
        return _participle(verbal, before, by=by)
    past = verbal[0].tense == "past"
    if before is None or before.pos == "PUNCT":
        return _participle(verbal, before, by=by) if past else nominal[0]
    if before.pos in ("AUX", "PRON") or (before.lemma == "to" and verbal[0].tense == "pres" and not verbal[0].number):
        return _participle(verbal, before, by=by)
    if before.pos in ("DET", "ADJ") or (before.pos == "ADP" and not past):
        if past and (follows in ("NOUN", "PROPN", "ADJ") or before.pos == "DET"):
            return next((v for v in verbal if v.pos == "PART"), verbal[0])  # "the armed forces", "the wounded"
        return nominal[0] if not past else _participle(verbal, before, by=by)
    if past:
        return _participle(verbal, before, by=by)
    if before.pos in ("NOUN", "PROPN") and verbal[0].pos == "VERB":
        agrees = (before.number != "pl") == bool(verbal[0].number)
        return verbal[0] if agrees and follows in ("DET", "PRON", "CONJ", "PROPN", "NUM") else nominal[0]
    return nominal[0] if verbal[0].pos == "VERB" else verbal[0]


def _wanted(before: Analysis | None, noun: Analysis, word: str, follows: str) -> str:
    """The tense of the verb that a word must be which is none by itself: after "must", "they", or "to" with an object; "" for none."""
    if before is None or noun.pos != "NOUN":
        return ""
    if before.lemma == "to" and word.endswith(_VERBAL):
        return "inf"
    if before.pos == "AUX" and before.lemma in MODALS:
        return "inf"
    if before.pos == "PRON" and (before.lemma in SUBJECTS or (before.lemma in ("he", "she", "it") and word.endswith("s"))):
        return "pres"
    return "inf" if before.lemma == "to" and follows in ("DET", "PRON") else ""


def _participle(verbal: list[Analysis], before: Analysis | None, *, by: bool) -> Analysis:
    """The passive participle after a form of "be" or before "by", after "have" a past tense, after other auxiliaries the base form."""
    passive = next((v for v in verbal if v.voice == "pass"), None)
    if passive and ((before and before.lemma in _BE) or by):
        return passive
    base = verbal[0]
    if before and base.tense == "pres" and not base.number and (before.lemma == "to" or before.lemma in MODALS):
        return Analysis(lemma=base.lemma, pos="VERB", tense="inf")
    return base


def _name(options: list[Analysis], *, first: bool) -> Analysis:
    """A capitalised word: at the start of a sentence an adjective or a plural is none; otherwise its capital counts."""
    if first:
        return next((o for o in options if o.pos in ("ADJ", "ADV") or (o.pos == "NOUN" and o.number == "pl")), options[0])
    return next((o for o in options if o.pos == "PROPN"), options[0])
