"""The rounding: a number that a content does not give exactly."""

import re

from sayso.claims.view import View
from sayso.lexicon.times import time_book
from sayso.text.span import Span

_LARGE = re.compile(r"(миллион|миллиард|мільйон|мільярд|million|billion|milliard)")
_HEADS = frozenset("человек людей чоловік душ".split())
_ROUND = re.compile(r"(сотн|тысяч|тисяч|десятк|dozens|hundreds|thousands|dizaines|centaines|milliers)")
_ROUGH = {
    "en": re.compile(r"(about|around|roughly|some|nearly|almost|at least|more than|fewer than|up to|dozens|hundreds|thousands)\b"),
    "ru": re.compile(
        r"(около|примерно|порядка|приблизительно|свыше|более|не менее|не более|не меньше|не больше|почти|от|до|минимум|больше"
        r"|сотн\w+|тысяч\w*|десятк\w+)\b"
    ),
    "uk": re.compile(
        r"(близько|приблизно|орієнтовно|понад|більш|більше|менше|щонайменше|не менше|не більше|не менш|майже|від|до|зо"
        r"|сотн\w+|тисяч\w*|десятк\w+)\b"
    ),
    "fr": re.compile(r"(environ|près de|quelque|presque|au moins|plus de|moins de|jusqu'à|dizaines|centaines|milliers)\b"),
}


def roughly(view: View, content: tuple[Span, ...]) -> bool:
    """Does the content hold a number that is not given exactly («не менее сорока», «дві тисячі»)?"""
    for span in content:
        first, last = view.tokens_in(span)
        for k in range(first, last):
            said = " ".join(view.words[k : min(last, k + 2)])
            if k + 1 < last and view.words[k] in _HEADS and (view.pos(k + 1) == "NUM" or _ROUND.match(view.words[k + 1])):
                return True  # «человек девятьсот»
            counted = k > first and view.words[k - 1][:1].isdigit()
            if _LARGE.match(view.words[k]):
                return True
            if (
                not (counted and _ROUND.match(view.words[k]))
                and _ROUGH[view.lang].match(said)
                and any(_number(view, j) for j in range(k, min(last, k + 4)))
            ):
                return True
    return False


def _number(view: View, k: int) -> bool:
    """Is the word a number that counts? The day of a month does not («до 5 мая»)."""
    if _ROUND.match(view.words[k]):
        return True
    day = k + 1 < len(view.words) and view.words[k + 1] in time_book(view.lang).months
    return not day and (view.pos(k) == "NUM" or view.words[k][:1].isdigit())


_TERM = re.compile(
    r"\b(за|через) ([\w-]+ )?(час(а|ов)?|годин(у|и)?|доб(у|и)|сутки|суток|день|дня|дней|дні|днів|недел(ю|и|ь)|тиждень|тижн(і|ів)"
    r"|месяц(а|ев)?|місяц(ь|і|ів)|год(а)?|лет|рік|рок(и|ів))\b"
)


def counted(view: View, content: tuple[Span, ...]) -> bool:
    """Does the content hold a number, or how long something takes («за тиждень»)?"""
    if any(view.pos(k) == "NUM" or view.words[k].isdigit() for span in content for k in range(*view.tokens_in(span))):
        return True
    return any(_TERM.search(span.of(view.text).casefold()) for span in content)
