"""The tenor: what a content says by its own first words, whatever its cue: a guess, a forecast, a call, a threat, or that one cannot tell.

Asked of English and French contents whose cue only says that something is said.
"""

import re

from sayso.claims.openings import opening
from sayso.claims.view import END, View
from sayso.record.claim import Stance
from sayso.text.span import Span

_OPENING = 14  # words of a content that are looked at
_WHO = r"(that )?(it|they|he|she|we|i)( also| still)?"
_QUI = r"(que |qu' )?((il|elle|ils|elles|nous|je|j') )?"
_NE = r"(ne |n' )(pas )?"
_NEWS = r"(connaissance )?(d'|de|aucune?) (éléments?|informations?|aucune?|connaissance)"
_FIRST = {
    "en": (
        (
            Stance.DOUBTS,
            re.compile(
                rf"{_WHO} (know|knows|knew) nothing (of|about)"
                rf"|{_WHO} (has|have|had) no (information|knowledge|details)\b"
                rf"|{_WHO} (was|were|is|are) (looking into|checking|verifying|studying)\b"
                rf"|{_WHO} (did not|didn't|does not|do not) (discuss|believe (it|them))\b"
                r"|(that )?no conclusions? (could|can) be drawn|(that )?there (is|was) no (proof|indication) that\b"
                rf"|{_WHO} (has|have|had) no comment\b"
            ),
        ),
        (
            Stance.ORDERS,
            re.compile(r"(we|i) (demand|urge|appeal|implore|call (on|upon)|ask (all|every|the|our|people|residents|everyone))\b"),
        ),
        (Stance.EXPECTS, re.compile(rf"{_WHO} (hope|hopes|hoped|fear|fears|feared|expect|expects|expected)\b|(that )?there would be\b")),
    ),
    "fr": (
        (
            Stance.DOUBTS,
            re.compile(
                rf"{_QUI}{_NE}(étai|est|sommes|sont|suis|être)\w* (pas )?en mesure d"
                rf"|{_QUI}{_NE}a(voir|vait|vaient|vons|i|)? (pas )?{_NEWS}\b"
                rf"|{_QUI}{_NE}(y )?(croire|savoir|pouvoir (confirmer|dire|vérifier|établir|préciser))\b"
                rf"|{_QUI}{_NE}(rien savoir|disposer d' aucun|commenter|pou\w+ (pas )?exclure)\b"
                r"|(qu' )?il (est|était) impossible de (dire|conclure)\b"
                rf"|{_QUI}n' exclu\w+ (aucune?|rien)\b"
            ),
        ),
        (
            Stance.ORDERS,
            re.compile(
                r"nous (demandons|exigeons|exhortons|appelons|invitons|prions)\b|qu' on (nous|me|leur|lui)\b|([\w']+ ){0,8}?ne \w+ez pas\b"
            ),
        ),
        (
            Stance.EXPECTS,
            re.compile(r"((il|elle|ils|elles) )?(craindre|craign\w+|craint|espér\w+|s' attend\w*|(n' )?attendre|redout\w+)\b"),
        ),
    ),
}
_THREAT = {
    "en": re.compile(
        r"\b(bear|face|suffer) (the |all |grave |serious )?consequences\b|\b(would|will) respond in kind\b"
        r"|\b(will|shall|would) (retaliate|strike back|be avenged|pay (for|dearly)|not (go|remain) (unanswered|unpunished))\b"
        r"|\b(any|every|each) (new |further |other )?"
        r"(attack|strike|raid|attempt|provocation|violation|incursion|aggression|escort|gathering|ship|vessel)\b"
        r".{0,50}\b(will|would|shall) be (met|answered|treated|destroyed|sunk|punished|dealt)\b"
    ),
    "fr": re.compile(
        r"\bmesures de (réciprocité|rétorsion|représailles)\b|\b(subir|subira|subiront|assumera|assumeront) les conséquences\b"
        r"|\bne (restera|resterait|resteront|resteraient) pas (impunie?s?|sans (réponse|suite))\b"
        r"|\b(toute|chaque) (nouvelle |autre )?(attaque|frappe|agression|provocation|violation|incursion|tentative)\b"
        r".{0,50}\b(entraînera\w*|recevra\w*|provoquera\w*|essuiera\w*|(sera|serait) (suivie|punie|traitée|considérée))\b"
    ),
}
_LIKELY = {
    "en": re.compile(r"\b(probably|(most|very|highly) likely|in all likelihood)\b"),
    "fr": re.compile(r"\b(probable|probables|probablement|vraisemblablement|vraisemblable|pourrait s' agir|pourraient s' agir)\b"),
}
_AHEAD = {"en": re.compile(r"\b(will|would|shall|won't)\b"), "fr": re.compile(r"$^")}


def tenor(view: View, content: tuple[Span, ...]) -> Stance | None:
    """The stance that the first words of a content have of themselves; None where they only say that something is so.

    "it hoped the truce would hold" expects, "the number was probably higher" estimates, "nous demandons du pain" orders.
    """
    if view.lang not in _FIRST or not content:
        return None
    said = _opening(view, content[0])
    for stance, rule in _FIRST[view.lang]:
        if rule.match(said):
            return stance
    if _THREAT[view.lang].search(said):
        return Stance.THREATENS
    if _LIKELY[view.lang].search(said):
        return Stance.EXPECTS if _AHEAD[view.lang].search(said) else Stance.ESTIMATES
    return None


def _opening(view: View, span: Span) -> str:
    """The words of the first clause, parted by blanks."""
    first, last = view.tokens_in(span)
    end = next((k for k in range(first, last) if view.words[k] in END or view.words[k] in (";", ":")), last)
    return " ".join(view.words[k] for k in range(first, min(end, first + _OPENING)) if not view.mark(k))


_TO_COME = re.compile(
    r"(?!\w*(tir|mir|pir|sir|chir)a$)"
    r"(\w{2,}(era|ira|ura|dra|rra|eront|iront|uront|dront|rront|ttra|ttront|îtra|îtront|erons|irons|drons|rrons)|sera|seront|serons|ira|iront|irons)$"
)
_WOULD = re.compile(r"(?!aur|ser|\w*(tir|mir|pir|sir|chir)ai)\w{2,}(er|ir|dr|rr|mettr|îtr)(ait|aient)$")
_MAY = re.compile(r"pourr(a|ont|ait|aient)$")
_MUST = re.compile(r"(doit|doivent|devrait|devraient|devra|devront)$")
_DUE = re.compile(r"(prévu|attendu|programmé|fixé)e?s?$")  # "est prévue le 12"
_PAST = frozenset("a ont avait avaient".split())  # of a cue: what it says in the conditional was then to be
_HAS = re.compile(r"aur(a|ont)$")
_WOULD_BE = re.compile(r"ser(ait|aient)$|aur(ait|aient)$")
_LASTS = re.compile(r"(rester|demeurer|maintiendr|durer|dépendr)")
_WHEN = re.compile(
    r"(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|lendemain|bientôt|prochaine?s?|avant|dès|lieu|quand|lorsque|janvier|février|mars"
    r"|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)$"
)


def to_come(view: View, content: tuple[Span, ...], cue: tuple[Span, ...]) -> bool:
    """French: is the first verb of the content one of what is still to be («le trafic reprendrait lundi», «le pont rouvrira»)?

    A conditional counts in a clause with "que", one of being or having only after a past cue or with a word for when: else it is
    hearsay. What will stay as it is, is told.
    """
    if view.lang != "fr" or not content:
        return False
    first, last, joined = opening(view, content[0])
    past = any(view.words[k] in _PAST for span in cue for k in range(*view.tokens_in(span)))
    for k in range(first, min(last, first + _OPENING)):
        word = view.words[k]
        if word in END or (k > first and (view.word_in("that", k) or view.among("relative", k))):
            return False
        if not view.finite(k) or "-" in word:
            continue
        if _LASTS.match(word):
            return False
        if _TO_COME.match(word) or (joined and _WOULD.match(word)) or _MAY.match(word):
            return True
        if _HAS.match(word):
            return not any(view.pos(j) == "PART" or view.words[j].endswith("é") for j in range(k + 1, min(last, k + 4)))
        dated = any(_WHEN.match(view.words[j]) for j in range(k, last))
        if joined and past and word in ("serait", "seraient"):
            return True
        if k + 2 < last and word in ("est", "sont") and _DUE.match(view.words[k + 1]):
            return True
        return dated and bool(_MUST.match(word) or (joined and _WOULD_BE.match(word)))
    return False


_ESTIMATE = {
    "en": re.compile(r"(estimate|estimates|estimation|reckoning|assessment|opinion|view)$"),
    "fr": re.compile(r"(estimations?|avis|évaluations?)$"),
}
_QUESTION = {
    "en": re.compile(r"(whether|if|who|whom|what|when|where|why|how|which)$"),
    "fr": re.compile(r"(si|s'|qui|quand|où|pourquoi|comment|combien|quelles?|quels?)$"),
}
_BY = frozenset("by in on according de d' selon à".split())
_ASKS = frozenset({"ask", "demander", "wonder"})


_PHRASES = {
    "en": (
        (
            Stance.ACCUSES,
            re.compile(
                r"\b(hold|holds|held|holding)\b.*\b(responsible|accountable|to blame)\b"
                r"|\b(lay|lays|laid|laying|put|puts|putting)\b.*\bat the door of\b"
            ),
        ),
        (
            Stance.DOUBTS,
            re.compile(
                r"(\bnot|n['’]t) (yet )?(been )?in a position to\b"
                r"|\b(is|was|are|were)( not|n['’]t) (yet |immediately )*(clear|known|established)\b"
                r"|\b(could|can) ?not be (established|determined|ascertained)\b"
            ),
        ),
    ),
    "fr": ((Stance.ACCUSES, re.compile(r"\b(tenir|tient|tiennent|tenu|tenait)\b.*\bresponsables?\b")),),
}


def phrase(view: View, cue: tuple[Span, ...]) -> Stance | None:
    """The stance of a cue whose words stand apart, or of which the lexicon has a part ("held | the army | responsible")."""
    if view.lang not in _PHRASES or not cue:
        return None
    said = " ".join(span.of(view.text) for span in cue).casefold()
    return next((stance for stance, rule in _PHRASES[view.lang] if rule.search(said)), None)


_HARDLY = re.compile(r"(crédibles?|prématurée?s?|invraisemblables?|credible|premature|implausible)$")


def hardly(view: View, cue: tuple[Span, ...]) -> bool:
    """Does the cue call something early or unlikely («juge « peu crédible »»)?"""
    return any(_HARDLY.match(view.words[k]) for span in cue for k in range(*view.tokens_in(span)))


def of_estimate(view: View, cue: tuple[Span, ...]) -> bool:
    """Is the cue a phrase that names an estimate ("by the mission's estimate")?"""
    rule = _ESTIMATE.get(view.lang)
    if rule is None or not cue:
        return False
    first, last = view.tokens_in(cue[-1])
    return view.words[first] in _BY and any(rule.match(view.words[k]) for k in range(first, last))


def asks(view: View, rule_id: str, content: tuple[Span, ...]) -> bool:
    """Is a question asked, not a deed asked for ("asked who gave the order", "« Où sont les clés ? », demande-t-il")?"""
    if rule_id not in _ASKS or view.lang not in _QUESTION or not content:
        return False
    first, last = view.tokens_in(content[0])
    while first < last and view.mark(first):
        first += 1
    if first >= last:
        return False
    told = view.text[content[-1].start : content[-1].end + 3]
    opened = bool(_QUESTION[view.lang].match(view.words[first])) or (
        first > 0 and view.in_quote[first] < 0 and bool(_QUESTION[view.lang].match(view.words[first - 1]))
    )
    return opened or "?" in told
