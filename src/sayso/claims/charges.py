"""The charge: a Russian or Ukrainian content that says whose doing a thing was, though its cue only says that it is said."""

import re
from datetime import date

from sayso.claims.lands import Lands, area_at, country_at, governments, lands_of
from sayso.claims.prospects import SLAVIC
from sayso.claims.view import View
from sayso.lexicon.pack import Pack
from sayso.record.claim import Speaker, SpeakerKind
from sayso.text.span import Span

_SHELLED = re.compile(r"(стреля|обстрел|снаряд|выстрел|стріля|обстріл|постріл)")
_NEAR = 4  # words after a deed or an origin in which the land stands
_BLAME = {
    "ru": re.compile(
        r"(ответственност\w+|вин[аы]) (\w+ ){0,4}?(лежит|лежат|ложится|возлагается|целиком на|полностью на)\b"
        r"|\b(виноват\w*|виновн\w+) (\w+ ){0,3}?(сам\w*|сторон\w+|арми\w+|войск\w*|власт\w+|враг|противник)\b|\bпо вине\b"
        r"|\bза (\w+ ){1,4}?сто(ит|ят|ял\w*) "
    ),
    "uk": re.compile(
        r"(відповідальн\w+|вин[аи]) (\w+ ){0,4}?(лежить|лежать|лягає|покладається|цілком на|повністю на)\b"
        r"|\b(винн\w+|винуват\w*) (\w+ ){0,3}?(сам\w*|сторон\w+|армі\w+|військ\w*|влад\w+|ворог|противник)\b|\bз вини\b"
        r"|\bза (\w+ ){1,4}?сто(їть|ять|яв|яла|яли) "
    ),
}
_FROM = {
    "ru": (("со", "стороны"), ("с", "территории"), ("из", "воздушного", "пространства"), ("с", "позиций"), ("из-под",)),
    "uk": (("з", "боку"), ("зі", "сторони"), ("з", "території"), ("з", "повітряного", "простору"), ("з", "позицій"), ("з-під",)),
}
_SHOT = {
    "ru": re.compile(
        r"(стреля|обстрел|прилет|залет|зашл|запущ|запуст|выпущ|выпуст|вылет|огонь|выстрел|снаряд|ракет|дрон|беспилотн|аппарат|удар)"
    ),
    "uk": re.compile(
        r"(стріля|обстріл|прилет|прилін|залет|зайшл|запущ|запуст|випущ|випуст|виліт|вилет|вогонь|постріл|снаряд|ракет|дрон|безпілотн|апарат|удар)"
    ),
}
_DEED = {
    "ru": re.compile(r"(за)?(стреля|минирова)\w*л[аи]?$|(подорв|взорв|поджег|подожг|засея)\w*$|(недолет|перелет|выстрел|промах)\w{0,2}$"),
    "uk": re.compile(r"(за)?(стріля|мінува)\w*(в|ла|ли)$|(підірв|підпали|засія)\w*$|(недоліт|недольот|переліт|постріл|промах)\w{0,2}$"),
}
_CRIME = {
    "ru": re.compile(r"(похитил|похища|казнил|пытал|изнасилова|депортирова|мародер|расстрел(ял|ива))"),
    "uk": re.compile(r"(викрал|викрада|стратил|катува|зґвалтува|згвалтува|депортува|мародер|розстріл(яв|ял|юва))"),
}
_WEAPON = re.compile(r"(взрывчатк|боеприпас|снаряд|ракет|мин[аыу]?$|бомб|дрон|осколк|вибухівк|боєприпас|міна$|міни$|уламк)")
_ONLOOKERS = frozenset({SpeakerKind.WITNESS, SpeakerKind.AGENCY, SpeakerKind.OUTLET})
_SHORT = 4  # words of a content that only tells whose a weapon is


def charges(view: View, pack: Pack, on: date | None, speaker: Speaker | None, content: tuple[Span, ...]) -> bool:
    """Does a content lay the blame on somebody, or tell a party's hostile deed by an enemy of the speaker?

    «Ответственность лежит на ...» needs no land. Whose a weapon is, the origin of a shot («со стороны X»), an author named after the
    deed («минировали X-ские военные») and a crime («X-ские военные похитили») want a land of another side than the speaker's.
    """
    if view.lang not in SLAVIC:
        return False
    for span in content:
        first, last = view.tokens_in(span)
        if _BLAME[view.lang].search(" ".join(view.words[k] for k in range(first, last) if not view.mark(k))):
            return True
        if speaker is not None and speaker.side is not None and speaker.kind not in _ONLOOKERS:
            other = _foes(view, pack, on, speaker, first, last)
            if _from_them(view, first, last, other) or _by_them(view, first, last, other) or _theirs(view, first, last, other):
                return True
    return False


def _foes(view: View, pack: Pack, on: date | None, speaker: Speaker, first: int, last: int) -> frozenset[int]:
    """The words of a content that name a land whose government is not of the speaker's side."""
    lands = lands_of(pack, view.book)
    return frozenset(k for k in range(first, last) if (side := _side(lands, pack, on, view, k)) is not None and side != speaker.side)


def _side(lands: Lands, pack: Pack, on: date | None, view: View, k: int) -> str | None:
    country = country_at(view, lands, k)
    countries = {country} if country else {one for area in area_at(view, lands, k) for one in lands.within.get(area, ())}
    if len(countries) != 1:
        return None
    found = {a.side(on) for a in governments(pack, countries.pop()) if a.metonyms}
    return found.pop() or "other" if len(found) == 1 else None


def _from_them(view: View, first: int, last: int, other: frozenset[int]) -> bool:
    """Was it shot from another side's land, or shelled from a place that is named?"""
    if not any(_SHOT[view.lang].match(view.words[k]) for k in range(first, last)):
        return False
    shelled = any(_SHELLED.match(view.words[k]) for k in range(first, last))
    after = (
        range(k + len(phrase), min(last, k + len(phrase) + _NEAR))
        for phrase in _FROM[view.lang]
        for k in range(first, last)
        if view.words[k : k + len(phrase)] == phrase
    )
    return any(j in other or (shelled and view.capital(j) and "gen" in view.tags[j].split(",")) for place in after for j in place)


def _by_them(view: View, first: int, last: int, other: frozenset[int]) -> bool:
    for k in range(first, last):
        if view.words[k - 1] == "не":
            continue
        if _DEED[view.lang].match(view.words[k]) and any(j in other for j in range(k + 1, min(last, k + _NEAR))):
            return True
        if _CRIME[view.lang].match(view.words[k]) and any(j in other for j in range(max(first, k - _NEAR), min(last, k + _NEAR))):
            return True
    return False


def _theirs(view: View, first: int, last: int, other: frozenset[int]) -> bool:
    """Is a weapon said to be another side's, and no more («вибухівка тальвенська»)?"""
    words = [k for k in range(first, last) if not view.mark(k)]
    return 2 <= len(words) <= _SHORT and words[-1] in other and any(_WEAPON.match(view.words[k]) for k in words[:-1])
