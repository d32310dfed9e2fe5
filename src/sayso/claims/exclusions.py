"""The exclusion: a denial without a plain "not": only this was done, the contrary is so, that is not the case.

Asked of English and French contents whose cue only says that something is said.
"""

import re

from sayso.claims.openings import opening
from sayso.claims.view import END, View
from sayso.text.span import Span

_OPENING = 14  # words of a content that are looked at
_DEED = {
    "en": r"(hit|struck|strikes?|fired?|fires|shot|shoots?|targets?|targeted|attack(s|ed)?|bomb(s|ed)?|shell(s|ed)?"
    r"|deliver(s|ed)?|sends?|sent"
    r"|suppl(y|ies|ied)|transport(s|ed)?|carr(y|ies|ied)|kill(s|ed)?|use[sd]?|engage[sd]?)",
    "fr": r"(frapp|tir|vis|bombard|attaqu|livr|fourni|déplac|envoy|utilis|emplo|transport|détrui|cibl|pilonn|engag|riposté)\w*",
}
_WHO = r"(that )?(it|they|he|she|we|i|(the |its |their |his |our )?\w+( \w+)?) ((has|have|had|would|do|does|did) )?(ever )?"
_BOUND = r"(?! (\d|one|two|three|four|five|six|seven|eight|nine|ten|after|when|in|on|once|from)\b)"
_COUNTED = r"(?!.{0,60}\bque (\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt))"
_ONLY = {
    "en": re.compile(rf"{_WHO}(only (ever )?{_DEED['en']}|{_DEED['en']} only)\b{_BOUND}|.{{0,60}}\b(and|but) nothing (but|else)\b"),
    "fr": re.compile(
        rf"{_COUNTED}.{{0,40}}\b(ne |n' )((a|ont|avons|avoir|avait|avaient) )?(jamais )?{_DEED['fr']}( (sur|contre|vers|à))? (que |qu' )"
        r"|.{0,60}\b(et|mais) (sur )?rien d' autre\b"
    ),
}
_CONTRARY = {
    "en": re.compile(r"(exactly |just |quite )?(the )?(opposite|contrary|reverse)$|otherwise$"),
    "fr": re.compile(r"(tout |exactement )?(le |l' )?(contraire|inverse)$|autrement$"),
}
_NOT_SO = {
    "en": re.compile(
        r"(that )?(this|that|it|which) ((is|was) )?(\w+ )?(not|n't|isn't|wasn't) (\w+ )?(the case|true|so|correct|accurate)\b"
        r"|(that )?nothing (of the (kind|sort)|like (it|that))\b|(that )?nothing could be further\b|(that )?not (true|so|a word of it)\b"
    ),
    "fr": re.compile(
        r"(que |qu' )?(ce|c'|cela|ça) (n' |ne )?(est|était|fut) (\w+ ){0,3}?(pas|nullement) (\w+ ){0,2}?(le cas|vrai|exact|ainsi)\b"
        r"|(que |qu' )?rien de (tel|semblable|pareil)\b|(que |qu' )?il n' en (est|était) rien\b|(que |qu' )?(non|pas vrai)$"
    ),
}


def excludes(view: View, content: tuple[Span, ...]) -> bool:
    """Does the content deny by what it leaves: "we only hit military targets", « le contraire », "that is not the case"?"""
    if view.lang not in _ONLY or not content:
        return False
    said = _said(view, content[0])
    return any(bool(rule[view.lang].match(said)) for rule in (_CONTRARY, _NOT_SO, _ONLY))


def _said(view: View, span: Span) -> str:
    """The words of the first sentence, parted by blanks."""
    first, last, _ = opening(view, span)
    end = next((k for k in range(first, last) if view.words[k] in END or view.words[k] == ";"), last)
    return " ".join(view.words[k] for k in range(first, min(end, first + _OPENING)) if not view.mark(k))
