"""French words: base forms by simplemma, parts of speech by closed lists, endings and neighbours."""

from collections.abc import Sequence

from sayso.readers.analysis import Analysis, bare, no_word

_CLOSED = {
    **dict.fromkeys(
        "le la les l' un une des du ce cet cette ces mon ma mes ton son sa ses notre nos votre vos leur leurs quelque quelques chaque "
        "plusieurs aucun aucune tout toute tous toutes".split(),
        "DET",
    ),
    **dict.fromkeys(
        "il elle ils elles on nous vous je tu j' m' t' s' se me te lui eux y en qui que qu' quoi dont où celui celle ceux celles cela "
        "ça c' ceci".split(),
        "PRON",
    ),
    **dict.fromkeys(
        "de d' à au aux dans par pour sur avec sans sous chez entre vers depuis pendant contre après avant devant derrière près lors "
        "selon malgré parmi dès jusque jusqu' via hors outre".split(),
        "ADP",
    ),
    **dict.fromkeys("et ou mais ni car or donc si quand lorsque lorsqu' puisque comme tandis alors quoique".split(), "CONJ"),
    **dict.fromkeys("ne n' pas plus jamais aussi même seulement non".split(), "PTCL"),
    **dict.fromkeys(
        "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante "
        "soixante cent cents mille million millions "
        "dizaine dizaines centaine centaines millier milliers douzaine".split(),
        "NUM",
    ),
    **dict.fromkeys(
        "hier demain aujourd'hui encore déjà très bien là ici ensuite toujours environ notamment ainsi peu trop presque".split(), "ADV"
    ),
}
_AUX = {
    "être": "est:pres sont:pres était:past étaient:past sera:fut seront:fut serait: seraient: soit: soient: fut:past furent:past "
    "étant: être:inf été:past suis:pres sommes:pres êtes:pres",
    "avoir": "a:pres ont:pres avait:past avaient:past aura:fut auront:fut aurait: auraient: ait: aient: eut:past eurent:past ayant: "
    "avoir:inf eu:past ai:pres avons:pres avez:pres",
}  # fmt: skip
_AUXILIARIES = {form.split(":")[0]: (lemma, form.split(":")[1]) for lemma, forms in _AUX.items() for form in forms.split()}
# finite forms that no ending gives away: form -> base form, tense
_IRREGULAR = {
    form: (base, tense)
    for base, forms in {
        "dire": "dit:pres disent:pres disait:past disaient:past", "faire": "fait:pres font:pres fit:past firent:past faisait:past",
        "aller": "va:pres vont:pres",
        "pouvoir": "peut:pres peuvent:pres pourrait: pourraient: pouvait:past", "devoir": "doit:pres doivent:pres devrait: devraient:",
        "vouloir": "veut:pres veulent:pres", "prendre": "prend:pres prennent:pres prit:past",
        "tenir": "tient:pres tiennent:pres tenait:past",
        "venir": "vient:pres viennent:pres", "savoir": "sait:pres savent:pres", "voir": "voit:pres voient:pres",
        "écrire": "écrit:pres écrivent:pres",
        "mettre": "met:pres mettent:pres mit:past", "perdre": "perd:pres perdent:pres", "détruire": "détruit:pres détruisent:pres",
        "abattre": "abat:pres abattent:pres",
        "reconnaître": "reconnaît:pres", "démentir": "dément:pres démentent:pres", "prétendre": "prétend:pres prétendent:pres",
        "affirmer": "affirme:pres",
        "assurer": "assure:pres assurent:pres", "annoncer": "annonce:pres annoncent:pres", "accuser": "accuse:pres accusent:pres",
        "estimer": "estime:pres estiment:pres",
        "indiquer": "indique:pres indiquent:pres", "déclarer": "déclare:pres déclarent:pres",
        "confirmer": "confirme:pres confirment:pres", "rapporter": "rapporte:pres rapportent:pres",
        "ajouter": "ajoute:pres ajoutent:pres", "revendiquer": "revendique:pres revendiquent:pres", "nier": "nie:pres nient:pres",
        "contrôler": "contrôle:pres contrôlent:pres",
        "attaquer": "attaque:pres attaquent:pres", "frapper": "frappe:pres frappent:pres", "menacer": "menace:pres menacent:pres",
        "rejeter": "rejette:pres",
        "craindre": "craint:pres craignent:pres", "soutenir": "soutient:pres soutiennent:pres", "citer": "cite:pres citent:pres",
        "évoquer": "évoque:pres",
    }.items()
    for form, _, tense in (f.partition(":") for f in forms.split())
}  # fmt: skip
# participles that the lemmatiser keeps as adjectives, or that end unlike others
_PARTICIPLES = {
    "dit": "dire", "fait": "faire", "pris": "prendre", "prise": "prendre", "prises": "prendre", "mis": "mettre", "mise": "mettre",
    "détruit": "détruire", "détruite": "détruire",
    "détruits": "détruire", "détruites": "détruire", "abattu": "abattre", "abattus": "abattre", "abattue": "abattre",
    "abattues": "abattre", "perdu": "perdre", "perdus": "perdre",
    "tenu": "tenir", "venu": "venir", "vu": "voir", "écrit": "écrire", "subi": "subir", "subie": "subir", "repris": "reprendre",
    "reprise": "reprendre", "conquis": "conquérir",
    "mort": "mourir", "morts": "mourir", "ouvert": "ouvrir", "offert": "offrir", "reçu": "recevoir", "entendu": "entendre",
    "attendu": "attendre", "démenti": "démentir",
    "reconnu": "reconnaître", "survenu": "survenir", "survenue": "survenir", "atteint": "atteindre", "atteinte": "atteindre",
    "atteints": "atteindre",
}  # fmt: skip
_PAST = (("aient", "pl"), ("ait", "sg"), ("èrent", "pl"), ("irent", "pl"))
_FUTURE = (("eront", "pl"), ("iront", "pl"), ("era", "sg"), ("ira", "sg"))
_ADJECTIVE = (
    "ien",
    "ienne",
    "iens",
    "iennes",
    "aire",
    "aires",
    "ique",
    "iques",
    "eux",
    "euse",
    "if",
    "ive",
    "ifs",
    "ives",
    "able",
    "ables",
    "el",
    "elle",
    "al",
    "ale",
    "aux",
    "ais",
    "aise",
    "aises",
)


class French:
    """Words of French; the neighbours decide between noun and verb."""

    def __init__(self) -> None:
        import simplemma

        self._lemmatize = simplemma.lemmatize
        self._lemmatize("mots", lang="fr")  # loads the dictionary now, not in the first text

    def analyses(self, word: str) -> tuple[Analysis, ...]:
        """What the word may be by itself, likeliest first."""
        other = no_word(word)
        if other:
            return (other,)
        plain = bare(word)
        if plain in _AUXILIARIES:
            lemma, tense = _AUXILIARIES[plain]
            return (Analysis(lemma=lemma, pos="AUX", tense=tense),)
        if plain in _CLOSED:
            return (Analysis(lemma=plain, pos=_CLOSED[plain]),)
        return tuple(self._verbal(plain) + self._nominal(plain, word))

    def chosen(self, words: Sequence[str], analyses: Sequence[tuple[Analysis, ...]]) -> list[Analysis]:
        """One analysis for each word: noun after determiner or preposition, participle after an auxiliary, verb after a subject."""
        found: list[Analysis] = []
        capitals = sum(w.isupper() for w in words) > len(words) / 2
        for i, options in enumerate(analyses):
            found.append(_choice(words[i], found, options, capitals=capitals, first=i == 0 or words[i - 1] in '.!?…«“"'))
        return found

    def _verbal(self, plain: str) -> list[Analysis]:
        found = []
        if plain in _PARTICIPLES:
            found.append(Analysis(lemma=_PARTICIPLES[plain], pos="PART", number=_number(plain), tense="past", voice="pass"))
        if plain in _IRREGULAR:
            lemma, tense = _IRREGULAR[plain]
            found.append(Analysis(lemma=lemma, pos="VERB", number="pl" if plain.endswith("nt") else "sg", tense=tense))
        if found:
            return found
        lemma = bare(self._lemmatize(plain, lang="fr"))
        participle = next((end for end in ("ées", "és", "ée", "é") if plain.endswith(end)), None)
        if participle and len(plain) - len(participle) > 2:
            return [Analysis(lemma=plain[: -len(participle)] + "er", pos="PART", number=_number(plain), tense="past", voice="pass")]
        if lemma == plain and plain.endswith(("er", "ir", "re", "oir")):
            return [Analysis(lemma=lemma, pos="VERB", tense="inf")]
        if lemma == plain or not lemma.endswith(("er", "ir", "re", "oir")):
            return []
        if plain.endswith("ant"):
            return [Analysis(lemma=lemma, pos="PART", tense="pres")]
        for endings, tense in ((_PAST, "past"), (_FUTURE, "fut")):
            for ending, number in endings:
                if plain.endswith(ending):
                    return [Analysis(lemma=lemma, pos="VERB", number=number, tense=tense)]
        if plain.endswith(("i", "is", "ie", "ies", "u", "us", "ue", "ues")):
            return [Analysis(lemma=lemma, pos="PART", number=_number(plain), tense="past", voice="pass")]
        past = plain.endswith("a") and lemma.endswith("er")
        return [Analysis(lemma=lemma, pos="VERB", number="pl" if plain.endswith("nt") else "sg", tense="past" if past else "pres")]

    def _nominal(self, plain: str, word: str) -> list[Analysis]:
        number = _number(plain)
        lemma = bare(self._lemmatize(plain, lang="fr"))
        if lemma.endswith(("er", "ir", "oir")) and lemma != plain:
            lemma = plain[:-1] if number == "pl" else plain
        if plain.endswith("ment") and len(plain) > 7 and plain[-5] in "eéai" and not plain.endswith("ement"):
            return [Analysis(lemma=plain, pos="ADV")]
        if word[:1].isupper():
            return [
                Analysis(lemma=plain if number == "sg" else lemma, pos="PROPN", number=number),
                Analysis(lemma=lemma, pos="NOUN", number=number),
            ]
        if plain.endswith(_ADJECTIVE) and len(plain) > 5:
            return [Analysis(lemma=lemma, pos="ADJ", number=number), Analysis(lemma=lemma, pos="NOUN", number=number)]
        return [Analysis(lemma=lemma, pos="NOUN", number=number)]


def _number(plain: str) -> str:
    return "pl" if plain.endswith(("s", "x")) and not plain.endswith(("ss", "is", "us")) else "sg"


def _choice(word: str, found: list[Analysis], options: tuple[Analysis, ...], *, capitals: bool, first: bool) -> Analysis:
    verbal = [o for o in options if o.pos in ("VERB", "PART")]
    nominal = [o for o in options if o.pos not in ("VERB", "PART")]
    if word[:1].isupper() and not capitals and nominal:
        noun = next((o for o in nominal if o.pos == "NOUN" and o.number == "pl"), None)
        return noun if first and noun else nominal[0]
    if not verbal or not nominal:
        return options[0]
    before = next((f for f in reversed(found[-3:]) if f.pos not in ("ADV", "PTCL")), None)
    if before is None or before.pos == "PUNCT":
        return verbal[0] if verbal[0].pos == "PART" or verbal[0].number else nominal[0]
    if before.pos == "AUX":
        participle = next((v for v in verbal if v.pos == "PART"), None)
        if participle and before.lemma == "avoir":  # "a détruit" is active; "a été détruit" has "été" before it
            return Analysis(lemma=participle.lemma, pos="VERB", number=participle.number, tense="past")
        return participle or nominal[0]
    finite = next((v for v in verbal if v.pos == "VERB"), None)
    if before.pos in ("DET", "NUM"):
        return nominal[0]
    if before.pos == "ADP":
        return finite if finite and finite.tense == "inf" else nominal[0]
    if before.pos == "PRON":
        return finite or verbal[0]
    if before.pos in ("NOUN", "PROPN", "ADJ"):
        if finite and (finite.tense == "inf" or (before.number and finite.number and before.number != finite.number)):
            return next((v for v in verbal if v.pos == "PART"), nominal[0])
        return finite if finite and finite.tense != "pres" else verbal[0]
    return verbal[0]
