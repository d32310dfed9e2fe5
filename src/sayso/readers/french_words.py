"""The small words, irregular verbs and common adjectives of French."""

CLOSED = {
    **dict.fromkeys(
        "le la les l' un une des du ce cet cette ces mon ma mes ton son sa ses notre nos votre vos leur leurs quelque quelques chaque "
        "plusieurs aucun aucune tout toute tous toutes".split(),
        "DET",
    ),
    **dict.fromkeys(
        "il elle ils elles on nous vous je tu j' m' t' s' se me te lui eux y qui que qu' quoi dont où celui celle ceux celles cela "
        "ça c' ceci".split(),
        "PRON",
    ),
    **dict.fromkeys(
        "de d' à au aux dans par pour sur avec sans sous chez entre vers depuis pendant contre après avant devant derrière près lors "
        "selon malgré parmi dès jusque jusqu' via hors outre en durant".split(),
        "ADP",
    ),
    **dict.fromkeys("et ou mais ni car or donc si quand lorsque lorsqu' puisque comme tandis alors quoique".split(), "CONJ"),
    **dict.fromkeys("ne n' pas plus jamais aussi même seulement non".split(), "PTCL"),
    **dict.fromkeys(
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante "
        "soixante cent cents mille million millions "
        "dizaine dizaines centaine centaines millier milliers douzaine".split(),
        "NUM",
    ),
    **dict.fromkeys(
        "autour ailleurs pourquoi moins pourtant cependant toutefois désormais maintenant enfin davantage plutôt hier demain "
        "aujourd'hui encore déjà très bien là ici ensuite toujours environ notamment ainsi peu trop presque".split(),
        "ADV",
    ),
}
_AUX = {
    "être": "est:pres sont:pres était:past étaient:past sera:fut seront:fut serait: seraient: soit: soient: fut:past furent:past "
    "étant: être:inf été:past suis:pres sommes:pres êtes:pres",
    "avoir": "a:pres ont:pres avait:past avaient:past aura:fut auront:fut aurait: auraient: ait: aient: eut:past eurent:past ayant: "
    "avoir:inf eu:past ai:pres avons:pres avez:pres",
}  # fmt: skip
AUXILIARIES = {form.split(":")[0]: (lemma, form.split(":")[1]) for lemma, forms in _AUX.items() for form in forms.split()}
# finite forms that no ending gives away: form -> base form, tense
IRREGULAR = {
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
# participles that the lemmatiser keeps as adjectives, or that end unlike others: masculine form -> base form
_MASCULINE = dict(
    pair.split(":")
    for pair in "dit:dire fait:faire pris:prendre repris:reprendre surpris:surprendre appris:apprendre compris:comprendre mis:mettre "
    "permis:permettre promis:promettre "
    "commis:commettre admis:admettre soumis:soumettre transmis:transmettre remis:remettre conquis:conquérir acquis:acquérir "
    "détruit:détruire construit:construire "
    "produit:produire conduit:conduire réduit:réduire introduit:introduire interdit:interdire écrit:écrire abattu:abattre "
    "battu:battre combattu:combattre "
    "perdu:perdre rendu:rendre vendu:vendre défendu:défendre répondu:répondre suspendu:suspendre étendu:étendre attendu:attendre "
    "entendu:entendre tenu:tenir "
    "obtenu:obtenir détenu:détenir retenu:retenir soutenu:soutenir maintenu:maintenir contenu:contenir venu:venir revenu:revenir "
    "devenu:devenir "
    "parvenu:parvenir intervenu:intervenir survenu:survenir vu:voir prévu:prévoir reçu:recevoir connu:connaître reconnu:reconnaître "
    "disparu:disparaître "
    "apparu:apparaître lu:lire élu:élire cru:croire subi:subir suivi:suivre poursuivi:poursuivre servi:servir parti:partir "
    "sorti:sortir fui:fuir démenti:démentir "
    "menti:mentir mort:mourir ouvert:ouvrir couvert:couvrir découvert:découvrir offert:offrir souffert:souffrir atteint:atteindre "
    "craint:craindre "
    "contraint:contraindre éteint:éteindre rejoint:rejoindre touché:toucher".split()
)
PARTICIPLES = {
    form: base
    for masculine, base in _MASCULINE.items()
    for form in (masculine, masculine + "e", masculine if masculine.endswith("s") else masculine + "s", masculine + "es")
}
ADJECTIVES = {
    form: base
    for base, forms in {
        "haut": "haut haute hauts hautes",
        "fort": "fort forte forts fortes",
        "local": "local locale locaux locales",
        "premier": "premier première premiers premières",
        "dernier": "dernier dernière derniers dernières",
        "nouveau": "nouveau nouvel nouvelle nouveaux nouvelles",
        "grand": "grand grande grands grandes",
        "petit": "petit petite petits petites",
        "gros": "gros grosse grosses",
        "autre": "autre autres",
        "même": "mêmes",
        "russe": "russe russes",
        "lourd": "lourd lourde lourds lourdes",
        "léger": "léger légère légers légères",
        "bon": "bon bonne bons bonnes",
        "mauvais": "mauvais mauvaise",
        "vieux": "vieux vieil vieille",
        "jeune": "jeune jeunes",
        "seul": "seul seule seuls seules",
        "tel": "tel telle tels telles",
        "ancien": "ancien ancienne anciens anciennes",
        "prochain": "prochain prochaine",
        "second": "second seconde",
        "voisin": "voisin voisine voisins voisines",
        "grave": "grave graves",
        "possible": "possible possibles",
        "allemand": "allemand allemande allemands allemandes",
    }.items()
    for form in forms.split()
}
# adverbs that look like nouns of a verb
ADVERBS = frozenset("également fermement calmement justement notamment comment".split())
