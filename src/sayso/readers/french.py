"""French words: base forms by simplemma, parts of speech by closed lists, endings and neighbours."""

from collections.abc import Sequence

from sayso.readers.analysis import Analysis, bare, no_word
from sayso.readers.french_words import ADJECTIVES, ADVERBS, AUXILIARIES, CLOSED, IRREGULAR, PARTICIPLES

# nouns end in -re as often as verbs do
_INFINITIVES = tuple(
    "ndre ttre battre rdre faire dire lire écrire uire suivre vivre vaincre aindre eindre oindre naître naitre paraître croire boire "
    "rompre clure rire plaire".split()
)
_PAST = (("aient", "pl"), ("ait", "sg"), ("èrent", "pl"), ("irent", "pl"))
_FUTURE = (("eront", "pl"), ("iront", "pl"), ("era", "sg"), ("ira", "sg"))
_ADJECTIVE = tuple(
    "ien ienne iens iennes aire aires ique iques eux euse if ive ifs ives able ables el elle al ale aux ais aise aises".split()
)


class French:
    """Words of French; the neighbours decide between noun and verb."""

    def __init__(self) -> None:
        import simplemma

        self._lemmatize, self._is_known = simplemma.lemmatize, simplemma.is_known
        self._lemmatize("mots", lang="fr")  # loads the dictionary now, not in the first text

    def analyses(self, word: str) -> tuple[Analysis, ...]:
        """What the word may be by itself, likeliest first."""
        other = no_word(word)
        if other:
            return (other,)
        plain = bare(word)
        if plain in AUXILIARIES:
            lemma, tense = AUXILIARIES[plain]
            return (Analysis(lemma=lemma, pos="AUX", tense=tense),)
        if plain in CLOSED:
            return (Analysis(lemma=plain, pos=CLOSED[plain]),)
        return tuple(self._verbal(plain) + self._nominal(plain, word))

    def chosen(self, words: Sequence[str], analyses: Sequence[tuple[Analysis, ...]]) -> list[Analysis]:
        """One analysis for each word: noun after determiner or preposition, participle after an auxiliary, verb after a subject."""
        if sum(map(str.isupper, words)) > len(words) / 2:  # a text in capitals: they tell nothing of names
            words = [w.lower() if bare(w) in CLOSED or self._is_known(w.lower(), lang="fr") else w for w in words]
            analyses = [self.analyses(w) for w in words]
        found: list[Analysis] = []
        for i, options in enumerate(analyses):
            first = i == 0 or words[i - 1] in '.!?…«“"'
            # a clitic's hyphen ("dit-il") counts as the pronoun that it brings
            follows = analyses[i + 1][0].pos if i + 1 < len(words) else ""
            if i + 2 < len(words) and words[i + 1] in ("-", "-t-"):
                follows = analyses[i + 2][0].pos
            found.append(_choice(words[i], found, options, follows=follows, first=first))
        return found

    def _verbal(self, plain: str) -> list[Analysis]:
        found = []
        if plain in PARTICIPLES:
            found.append(Analysis(lemma=PARTICIPLES[plain], pos="PART", number=_number(plain), tense="past", voice="pass"))
        if plain in IRREGULAR:
            lemma, tense = IRREGULAR[plain]
            found.append(Analysis(lemma=lemma, pos="VERB", number="pl" if plain.endswith("nt") else "sg", tense=tense))
        if found:
            return found
        lemma = bare(self._lemmatize(plain, lang="fr"))
        participle = next((end for end in ("ées", "és", "ée", "é") if plain.endswith(end)), None)
        if participle and len(plain) - len(participle) > 2:
            return [Analysis(lemma=plain[: -len(participle)] + "er", pos="PART", number=_number(plain), tense="past", voice="pass")]
        if plain.endswith(("èrent", "aient")) and len(plain) > 7:
            base = lemma if lemma.endswith(("er", "ir", "re", "oir")) else plain[:-5] + "er"
            return [Analysis(lemma=base, pos="VERB", number="pl", tense="past")]
        if lemma == plain and (plain.endswith(("er", "ir")) or plain.endswith(_INFINITIVES)):
            return [Analysis(lemma=lemma, pos="VERB", tense="inf")]
        if lemma == plain or not lemma.endswith(("er", "ir", "re", "oir")):
            return []
        if plain.endswith("ant"):
            return [Analysis(lemma=lemma, pos="PART", tense="pres")]
        for endings, tense in ((_PAST, "past"), (_FUTURE, "fut")):
            for ending, number in endings:
                if plain.endswith(ending):
                    return [Analysis(lemma=lemma, pos="VERB", number=number, tense=tense)]
        ends_in_i = lemma.endswith("ir") and plain.endswith(("i", "is", "ie", "ies"))
        ends_in_u = not lemma.endswith("er") and plain.endswith(("u", "us", "ue", "ues"))
        if ends_in_i or ends_in_u:
            return [Analysis(lemma=lemma, pos="PART", number=_number(plain), tense="past", voice="pass")]
        past = plain.endswith("a") and lemma.endswith("er")
        return [Analysis(lemma=lemma, pos="VERB", number="pl" if plain.endswith("nt") else "sg", tense="past" if past else "pres")]

    def _nominal(self, plain: str, word: str) -> list[Analysis]:
        number = _number(plain)
        lemma = bare(self._lemmatize(plain, lang="fr"))
        if lemma.endswith(("er", "ir", "oir")) and lemma != plain:
            lemma = plain[:-1] if number == "pl" else plain
        if plain in ADJECTIVES:
            return [Analysis(lemma=ADJECTIVES[plain], pos="ADJ", number=number)]
        if plain.endswith("ment") and len(plain) > 6 and self._is_adverb(plain):
            return [Analysis(lemma=plain, pos="ADV")]
        if word[:1].isupper():
            return [
                Analysis(lemma=plain if number == "sg" else lemma, pos="PROPN", number=number),
                Analysis(lemma=lemma, pos="NOUN", number=number),
            ]
        if plain.endswith(_ADJECTIVE) and len(plain) > 5:
            return [Analysis(lemma=lemma, pos="ADJ", number=number), Analysis(lemma=lemma, pos="NOUN", number=number)]
        return [Analysis(lemma=lemma, pos="NOUN", number=number)]

    def _is_adverb(self, plain: str) -> bool:
        """An adverb has an adjective before -ment ("directe-ment"), a noun a verb ("bombarde-ment")."""
        if plain.endswith(("amment", "emment", "ément", "iment")):
            return True
        if plain in ADVERBS:
            return True
        base = bare(self._lemmatize(plain[:-4], lang="fr"))
        return (
            self._is_known(plain[:-4], lang="fr")
            and not base.endswith(("er", "ir", "re"))
            and not self._is_known(plain[:-4] + "r", lang="fr")
        )


def _number(plain: str) -> str:
    return "pl" if plain.endswith(("s", "x")) and not plain.endswith(("ss", "is", "us")) else "sg"


def _choice(word: str, found: list[Analysis], options: tuple[Analysis, ...], *, follows: str, first: bool) -> Analysis:
    verbal = [o for o in options if o.pos in ("VERB", "PART")]
    nominal = [o for o in options if o.pos not in ("VERB", "PART")]
    if word[:1].isupper() and nominal:
        if first and nominal[0].pos in ("ADV", "ADJ"):
            return nominal[0]
        noun = next((o for o in nominal if o.pos == "NOUN" and o.number == "pl"), None)
        return noun if first and noun else nominal[0]
    if not verbal or not nominal:
        return options[0]
    before = next((f for f in reversed(found[-3:]) if f.pos not in ("ADV", "PTCL")), None)
    finite = next((v for v in verbal if v.pos == "VERB"), None)
    if before is None or before.pos == "PUNCT":
        if finite and finite.number and follows in ("PRON", "DET", "PROPN", "PUNCT"):
            return finite  # "..., dit le préfet"
        return verbal[0] if verbal[0].pos == "PART" or verbal[0].number else nominal[0]
    if before.pos == "AUX":
        participle = next((v for v in verbal if v.pos == "PART"), None)
        if participle and before.lemma == "avoir":  # "a détruit" is active; "a été détruit" has "été" before it
            return Analysis(lemma=participle.lemma, pos="VERB", number=participle.number, tense="past")
        return participle or nominal[0]
    if before.pos in ("DET", "NUM"):
        return nominal[0]
    if before.pos == "ADP":
        return finite if finite and finite.tense == "inf" else nominal[0]
    if before.pos == "PRON":
        return finite or verbal[0]
    if before.pos in ("NOUN", "PROPN", "ADJ"):
        apart = finite is not None and finite.tense == "pres" and bool(before.number and finite.number) and before.number != finite.number
        if finite and (finite.tense == "inf" or apart):
            return next((v for v in verbal if v.pos == "PART"), nominal[0])
        return finite if finite and finite.tense != "pres" else verbal[0]
    return verbal[0]
