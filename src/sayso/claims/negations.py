"""The negation: a content whose main clause says that a deed or a thing was not, or that what others say is false."""

import re

from sayso.claims.slights import false_word, falsehood, reported, slights
from sayso.claims.view import END, MARKS, View
from sayso.lexicon.cues import Frame
from sayso.record.claim import Stance
from sayso.text.span import Span

_SENTENCES = 2  # sentences of a content that are looked at: a denial comes first
_PIECES = 2  # pieces of a content that are looked at
_CLAUSE = 24  # words of a main clause that are looked at
_SHORT = 14  # words of a clause in which a word for a falsehood is the main thing

_NOT = {
    "en": frozenset(
        "not n't never no nobody none nothing neither nowhere cannot didn't wasn't weren't isn't aren't hasn't haven't hadn't".split()
    ),
    "ru": frozenset(
        "не нет ни никто никого никому никем никакой никакого никакая никакое никакие никаких никаким ничего ничто никогда никуда".split()
    )
    | {"никогда", "никуда", "ниоткуда", "непричастны", "непричастен", "непричастна"},
    "uk": frozenset("не ні ані нема немає ніхто нікого ніким нікому ніякий ніякого ніякої ніяка ніяких жоден жодна жодне жодного".split())
    | frozenset("жодної жодних жодні жодному жодній жодну нічого ніщо ніколи нікуди непричетні непричетний непричетна".split()),
    "fr": frozenset("pas aucun aucune jamais personne rien nul nulle point ni".split()),
}
_JOIN = {
    "en": frozenset("and but or nor so yet as".split()),
    "ru": frozenset("и а но да или либо однако зато так".split()),
    "uk": frozenset("і й та а але або однак проте так".split()),
    "fr": frozenset("et mais ou or donc alors bien".split()),
}

_HEDGED = {
    "ru": frozenset(
        "менее меньше более больше позднее позже раньше ранее только столько просто до дальше далее ниже"
        " выше хуже полностью всегда везде совсем вполне очень столь так слишком сразу весь все всех всем".split()
    ),
    "uk": frozenset(
        "менше менш більше більш пізніше раніше тільки лише стільки просто до далі нижче вище гірше"
        " повністю завжди скрізь зовсім цілком дуже надто так одразу відразу весь всі всіх усі усіх".split()
    ),
}
"""Words that a "not" before them makes a bound of or a degree: "не менее", «не до кінця»."""
_APART = {
    "ru": re.compile(r"(связан|причаст|отношения$)"),
    "uk": re.compile(r"(пов.язан|причетн|стосу)"),
}
"""What somebody or something is said to have no part in."""
_LET = frozenset("пусть пускай нехай хай чтобы щоб давайте".split())

# What an absence is told of without denying anybody's word: harm, knowledge, plans and duties, supplies.
_ABSENT = {
    "en": re.compile(
        r"casualt|victim|injur|hurt|wound|harm|damag|kill|dead|death|die[sd]?$|fatal|know|clear|confirm|information|word$|comment|verif|establish"
        r"|identif|certain|sure$|think|believe|hear|understand|remember|sleep|slept|will$|won't|would|shall|should|must|can$|cannot|could|need"
        r"|going|plan|intend|want|water|power|electric|light|gas$|heat|food|bread|medic|signal|only|just$|yet|longer|enough|let$|allow|easy|wrong|found$|find|simply|mere|wear|wore|badge|manage|surviv|everything|all$|every$|but$|alone"
        r"|notic|observ|told$|come$|visited$|arriv|receiv|intercept|reach|affect|missing$"
    ),
    "ru": re.compile(
        r"пострада|жертв|ранен|поги[бн]|поврежд|разруш|убит|травм|знаю|знае|знал|известн|подтвержд|подтверди|информац|сведени|данны|ясн|понятн|установлен"
        r"|уверен|дума|помн|спал|слыш|буд(у|ет|ем|ут)$|должн|мо[гж]|смо|нельзя|следует|стоит|нужн|надо|хо[чт]|собира|вод[аыу]$|свет|электр|газ|связи"
        r"|хлеб|еды|лекарств|отоплен|только|лишь|еще$|больше|хвата|допуст|обнаруж|нашл|найд|удал|понять|опреде|дожи|выжи|все$|всё$"
    ),
    "uk": re.compile(
        r"постражда|жертв|поранен|заги[бн]|пошкодж|зруйн|вбит|убит|травм|знаю|знає|знал|знав|відом|підтвердж|інформац|відомост|дани|ясно|зрозуміл"
        r"|встановлен|впевнен|дума|пам.ята|спал|спав|чу[влєю]|буд(у|е|емо|уть)$|повинн|мож|змож|змог|варто|потрібн|треба|хоч|слід$|збира|вод[аиу]$"
        r"|світл|струм|електр|газ|зв.язк|хліб|їж|ліків|опален|тільки|лише|ще$|більше|вистача|допуст|име(мо|ш|те)?$|имуть$|знайш|виявл|вдал|зрозумі|визнач|дожи|вижи|все$|всі$"
    ),
    "fr": re.compile(
        r"victime|bless|mort|tué|dégât|dommage|endommag|détruit|perte$|sai[st]$|sav|connaî|connu|confirm|information|certain|clair|identifi|établi"
        r"|croi|pense|entend|dorm|compren|pourr|peu[tvx]|pouv|doi|dev|faut|veu|voul|eau$|électri|courant$|lumière|gaz$|pain$|chauff|réseau|médic"
        r"|seulement|encore|plus$|assez|\w+[aeiudr]r(a|ai|as|ons|ont|ez)$|(?!aur|ser|dev)\w+[aeiudr]r(ait|aient)$|sera$|seront$|laiss|permet|trouv|réussi|surv[ié]|tout$|tous$"
        r"|constat|observ|remarqu|consult|prévue?s?$|programmé|revendiqu|chang|aussi$|vraiment$|reçu|recev|souffert|souffr|dangers?$|peur$|accès$|arriv|intercept|dispos|informé|menacée?s?$|pronostic|concern"
    ),
}

# The same of a bare "not" (threats, deliveries, arrivals, stops, answers, sights): with "no ... whatever" a denial they are.
_BARE = {
    "ru": re.compile(
        r"угро[жз]|потерь$|тревог|остан[ао]в|прекра[щт]|преры|прерв|утиха|стиха|смолка|получ|пропус[ктч]|пуска|впус[ктч]|дожда|дош[её]?л|дое[хз]|доле[тж]"
        r"|прибы|приш[её]?л|прихо|приход|приех|привез|довез|хвати|вправе|остал|превыш|меша|боит|боим|боят|боюсь|спор(ит|ить|им|ю|ят)$|вер(ит|ю|им|ят)$|смысл|спраш"
        r"|спрос|доступ|успе[лв]|готов[аыо]?$|уже$|торо|спеш|поступ(ал|ил|ают|ает)|предъяв|соблюда|достиг|отвеча|выдвиг|выдвин"
        r"|пожар[а]?$|попадани|вытека|держ|жалоб|сигнал|вызыва|выводи|вывел|люб(ил|ит|ят)"
    ),
    "uk": re.compile(
        r"загро[жз]|втрат(и)?$|тривог|зупиня|припиня|перери|перерв|вщуха|стиха|отрим|пропус|пуска|впус|діста|дочека|дійш|дойш|доїх|долет|доліт|прибу|прий[шд]|прихо|приїх"
        r"|поїх|привез|довез|вистач|вправі|лишил|залишил[оа]с|перевищ|заважа|боїт|боїм|боят|боюс|спереча|вір(ить|ю|имо|ять)$|сенс|пита|спита|доступ|встиг|готов[аіо]?$"
        r"|вже$|уже$|поспіша|почув|чут|успіх|йшло(ся|сь)$|відчин|видал[ио]|люби|чека|шкода$|пока(за|зу)|погодж|узгодж|доплив|будит|приймає|приймаємо|їсть|досяг"
        r"|пожеж[аі]?$|влучан|скарг|сигнал|видн"
    ),
}
_WHATEVER = re.compile(r"(никак\w+|ни|жод\w+|ніяк\w+)$")

_TRUE = {
    "en": re.compile(
        r"true$|accurate|credible|correct|right$|reliable|important|serious|preliminary|plausible|encouraging|alarming|official|open|on$|for$"
    ),
    "ru": re.compile(r"правд(а|ой|ив)|верн|точн|достоверн|надежн|важн|серьезн|предварительн|тревожн|официальн"),
    "uk": re.compile(r"правд(а|ою|ив)|вірн|точн|достовірн|надійн|важлив|серйозн|попередн|тривожн|офіційн"),
    "fr": re.compile(r"vraie?s?$|exact|fiable|crédible|correct|juste|important|sérieu|provisoire|préliminaire|inquiét|officiel"),
}
_CALL = {
    "en": re.compile(
        r"(call|brand|name|find|label|describ|dismiss|denounc|derid|term|dub|condemn|consider|reject|decri|decry|regard|characteri[sz]|portray|treat)(e|s|es|ed|ing|d|led|led|ling)?$"
    ),
    "ru": re.compile(r"назва|назов|назыв|обозва|объяв|счита|сочт?л|окрести|именова|именуе|расцен"),
    "uk": re.compile(r"назв|назива|обізва|оголо|вважа|охрести|іменує|розцін"),
    "fr": re.compile(r"qualifi|trait|parl|jug|dénon|nomm|crie|cria|évoqu|estim|considèr|trouv|tax|regard|dépein|tient$|tiennent$"),
}
_OTHERS = frozenset("they he she it ils elles il elle".split())
_WHO = frozenset({"who", "whom", "whose"})  # what stands after them is told of somebody, not of the matter
_REACH = 8  # words between a calling verb and the word for a falsehood


def calling(view: View, k: int) -> bool:
    """Is the word a verb by which something is called something ("call", "qualifier")?"""
    return _CALL[view.lang].match(view.words[k]) is not None


def good(view: View, k: int) -> bool:
    """Is the word one that makes good what it is said of ("credible")?"""
    return _TRUE[view.lang].match(view.words[k]) is not None


def calls_false(view: View, cue: tuple[Span, ...], content: tuple[Span, ...] = ()) -> bool:
    """Does the cue call something false: by its own words ("dismissed as a lie") or by those just beside it ("called X a lie")?"""
    if any(false_word(view.lang, span.of(view.text)) for span in cue):
        return True
    for span in cue:
        first, last = view.tokens_in(span)
        if not any(_CALL[view.lang].match(view.words[k]) for k in range(first, last)):
            continue
        low, high = view.unit_at(first)
        near = range(max(low, first - 3), min(high, last + _REACH))
        if any(falsehood(view, k) for k in near):
            return True
        if _belittles(view, last, min(high, last + _REACH)) or slights(view, near, content):
            return True
    return False


def _belittles(view: View, first: int, last: int) -> bool:
    """Is what somebody said called something in quotation marks, and nothing that makes it good ('called the report “bar talk”')?"""
    told = any(reported(view, k) for k in range(first, last))
    opened = next((k for k in range(first, last) if view.text[view.starts[k]] in MARKS), None)
    return told and opened is not None and not any(_TRUE[view.lang].match(view.words[k]) for k in range(opened, last))


def denies_within(view: View, content: tuple[Span, ...]) -> bool:
    """Is the main verb of the content itself one of denying ("said that it rejects the report")?"""
    if not content:
        return False
    first, last = view.tokens_in(content[0])
    for k in range(first, min(last, first + _SHORT)):
        if view.words[k] in END or (k > first and view.words[k] in view.book.classes["that"]):
            return False
        met = view.cue_at(k)
        if view.in_quote[k] >= 0 and view.words[k] in _OTHERS:
            return False  # “They denied it so well”: the speaker tells of others
        if met is not None and met[1] <= last and met[0].frame is Frame.VERB and met[0].stances[0] is Stance.DENIES:
            return not (k > first and view.words[k - 1] in _NOT[view.lang])
        if view.finite(k) or view.pos(k) in ("NOUN", "PROPN", "X"):
            return False  # another speaker's denial is his own claim
    return False


def says_not(view: View, content: tuple[Span, ...]) -> bool:
    """Does the main clause say that somebody did not do or have a thing, or call it false?

    Absent harm, ignorance, plans, duties and lacks do not count.
    """
    for span in content[:_PIECES]:
        if _denied_by(view, span):
            return True
        if any(view.finite(k) for k in range(*view.tokens_in(span))):
            return False  # a whole clause: what it says first counts
    return False


def _denied_by(view: View, span: Span) -> bool:
    first, last = view.tokens_in(span)
    seen = 0
    while first < last and seen < _SENTENCES:
        end = first
        while end < last and view.words[end] not in END:
            end += 1
        if end > first and (
            _negates(view, first, min(end, first + _CLAUSE)) or (not seen and _just_no(view, first, end)) or _contrasts(view, first, end)
        ):
            return True
        first, seen = end + 1, seen + 1
    return False


_NO = {
    "en": re.compile(r"(no|not so|not true|not at all|certainly not|absolutely not|far from it|nothing of the (kind|sort))$"),
    "fr": re.compile(r"(non|pas du tout|absolument pas|certainement pas|surtout pas|jamais de la vie|c' est faux)$"),
}
_RATHER = {"en": frozenset({"not"}), "fr": frozenset({"pas", "non"})}
_TAIL = 6  # words of what is set against the thing told


def _just_no(view: View, first: int, last: int) -> bool:
    """Is the sentence nothing but a no ("Not so.", « Absolument pas »)?"""
    rule = _NO.get(view.lang)
    return rule is not None and rule.match(" ".join(view.words[k] for k in range(first, last) if not view.mark(k))) is not None


def _contrasts(view: View, first: int, last: int) -> bool:
    """Does the sentence end by what it was not ("a breakdown, not a strike", « neuf explosions, pas onze »)?

    "From the quay, not from the shop" only tells where.
    """
    while last > first and view.mark(last - 1):
        last -= 1
    for k in range(max(first + 1, last - _TAIL), last - 1):
        if view.words[k] not in _RATHER.get(view.lang, ()):
            continue
        before = k - 1 if view.words[k - 1] in ("et", "and") else k
        if before > first and view.words[before - 1] == "," and not any(view.finite(j) for j in range(k, last)):
            return not view.word_in("preposition", k + 1) and view.pos(k + 1) not in ("ADP", "CONJ", "ADV")
    return False


def _beside_commas(view: View, at: int, first: int, last: int) -> range:
    """The tokens between the commas on either side of a word."""
    while at > first and view.words[at - 1] != ",":
        at -= 1
    end = next((k for k in range(at, last) if view.words[k] == ","), last)
    return range(at, end)


def _lacking(view: View, k: int) -> bool:
    """Is the word one of what may be absent without denying anybody's word? A will that is somebody's is none."""
    owned = view.words[k] == "will" and k > 0 and view.word_in("possessive", k - 1)
    found = view.lang == "fr" and view.words[k].startswith("trouv") and k > 0 and view.words[k - 1] in ("se", "s'")
    return not owned and not found and _ABSENT[view.lang].match(view.words[k]) is not None


def _resumed(view: View, at: int, last: int) -> int | None:
    """The main verb after a clause that tells who somebody is: the second one from there."""
    verbs = [k for k in range(at, last) if view.finite(k) and not view.finite(k - 1)]
    return verbs[1] if len(verbs) > 1 and not any(view.words[k] == "," for k in range(at, verbs[1])) else None


def _goes_with(view: View, k: int, nots: frozenset[str]) -> bool:
    """Does a word that joins clauses belong to the negation before it ("not yet", "nothing but")?"""
    return (view.words[k] == "yet" and any(view.words[j] in nots for j in range(max(0, k - 2), k))) or (
        view.words[k] == "but" and k > 0 and view.words[k - 1] in nots
    )


def _negates(view: View, first: int, last: int) -> bool:
    that = view.book.classes["that"]
    stops = view.book.classes["conjunction"] | that
    joins, nots = _JOIN[view.lang], _NOT[view.lang]
    while first < last and (view.mark(first) or view.words[first] in joins or view.words[first] in that):
        first += 1
    if first < last and (view.words[first] in stops - nots or view.words[first] in _LET):
        return False
    if _counts_otherwise(view, first, last):
        return True
    clause, told = last, False
    for k in range(first + 1, last):
        word = view.words[k]
        if view.lang in _HEDGED and view.words[k - 1] == "," and word.startswith(("каки", "какой", "какая", "какое", "какую")):
            clause = k  # "краска, какой на острове не торгуют"
            break
        led = view.words[k - 1] == "," or (view.lang in _HEDGED and k - first > 1 and view.words[k - 2] == "," and view.pos(k - 1) == "ADP")
        relative = view.among("relative", k) and (led or (not told and word in ("qui", "who")) or word in _WHO)
        if (word in stops and word not in joins and word not in nots) or relative:
            if not told and word in ("qui", "who") and (verb := _resumed(view, k, last)) is not None:
                first = verb - 1  # "the officer who spoke does not exist"
                continue
            clause = k
            break
        if k <= first:
            continue
        if word in joins and not _goes_with(view, k, nots) and (told or (k - first > 1 and k + 1 < last and view.words[k + 1] in nots)):
            clause = k  # "saw two lorries and no guns", "streets empty and no troops" tell of the lorries and the streets
            break
        told = told or view.finite(k - 1)
    here = [k for k in range(first, clause) if not view.mark(k)]
    said = [view.words[k] for k in here]
    if len(said) <= _SHORT and any(falsehood(view, k) for k in here):
        return True
    at = next((k for k in here if (view.words[k] in nots or view.words[k].endswith("n't")) and not _bounds(view, k)), None)
    if at is not None and _parts(view, at, clause):
        return True
    if at is None or any(_told_plainly(view, k, at) for k in _beside_commas(view, at, first, clause)):
        return False
    if view.lang == "fr" and said[:1] == ["on"] and view.parts[here[1]] != "AUX":
        return False  # « On ne parle pas à ceux qui tirent »: a maxim
    if view.lang == "fr" and "depuis" in said and ("été" in said or view.words[at] in ("aucun", "aucune")):
        return False  # "aucune aide n'est entrée depuis dix jours" tells of a lack
    if view.lang == "fr" and at != here[0] and not any(word in ("ne", "n'", "n") for word in said):
        return False
    if view.words[at - 1] == "," and at > first and not any(view.finite(k) for k in range(at, clause)):
        return at + 1 < clause and view.pos(at + 1) == "NUM"  # "eight, not thirty"; of others see `_contrasts`
    if view.lang == "fr" and at > first + 1 and view.words[at - 1] in ("ne", "n'") and view.words[at - 2] in ("de", "à"):
        return False  # "ils lui ont fait signe de ne pas atterrir"
    # "не заработает": what will not be is no denial
    return not any("fut" in view.tags[k].split(",") for k in here if view.words[k - 1] in nots)


def _bounds(view: View, k: int) -> bool:
    """Does a "not" only make a bound or a degree of the word after it («не менее сорока», «не до кінця»)?"""
    return view.lang in _HEDGED and k + 1 < len(view) and view.words[k + 1] in _HEDGED[view.lang]


def _parts(view: View, at: int, last: int) -> bool:
    """Is somebody said to have no part in a thing («не связан с обстрелом»)?"""
    return view.lang in _APART and any(_APART[view.lang].match(view.words[k]) for k in range(at + 1, min(last, at + 4)))


def _counts_otherwise(view: View, first: int, last: int) -> bool:
    """Is one number put in the place of another («пять, а не три», «не сім, а десять»)?"""
    if view.lang not in _HEDGED:
        return False
    for k in range(first, last - 1):
        if view.words[k] == "не" and view.pos(k + 1) == "NUM":
            if k > first and view.words[k - 1] == "а":
                return True
            if any(view.words[j] == "," and view.words[j + 1] == "а" for j in range(k + 2, min(last - 1, k + 5))):
                return True
    return False


def _told_plainly(view: View, k: int, at: int) -> bool:
    """Is a word near a negation one for what is absent without anybody's word being denied?"""
    if _lacking(view, k):
        return True
    return view.lang in _BARE and not _WHATEVER.match(view.words[at]) and bool(_BARE[view.lang].match(view.words[k]))
