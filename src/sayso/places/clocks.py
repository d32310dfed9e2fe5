"""The clock: a name that only says in whose time an hour is told."""

import re

from sayso.places.naming import Scene
from sayso.places.spot import Spot

_OF = frozenset(("of", "de", "du", "d'"))
_HOURS = frozenset(("heure", "heures"))
_TIME = frozenset(("time", "hours"))
_LOCAL = frozenset(("local", "locale", "standard", "summer", "winter"))
_BRACKET = re.compile(r"\(([^()\n]{0,60})$")
_REST = re.compile(r"(?:[\w ]{0,16})\)")
# What a bracket with hours in it holds beside them: "(entre 10 h 40 et 11 h 40 à ", "(11:40–12:40 за ", "(9 p.m. in ".
_HOURLY = re.compile(
    r"(?:[\d\s:.,–—−-]|\b(?:h|heures?|entre|et|from|to|between|and|at|of|in|a\.?m\.?|p\.?m\.?|noon|midi|minuit|midnight|hours?"
    r"|с|до|от|между|и|по|в|за|около|з|від|між|і|у|о|об|близько|vers|de|à|local(?:e)?|time|час\w*|годин\w*|врем\w*)(?!\w))*",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<!\d)(?:[01]?\d|2[0-4])(?:[:.h]|\s?h\s?)[0-5]?\d(?:\s?(?:[ap]\.?m\.?))?\s*(?:\([^()\n]{0,40}\)\s*)?$", re.IGNORECASE
)
_TIE = {"en": ("of",), "ru": ("по",), "uk": ("за", "по"), "fr": ()}
_REACH = 70  # characters before a name in which its hour stands


def of_clock(spot: Spot, at: Scene) -> bool:
    """Does a name tell a time zone ("Moscow time", "heure de Moscou", "(10:40-11:40 in Paris)", "12:40 по Москве", "за Києвом")?"""
    plains = at.words.plains
    after = spot.last
    while after < len(plains) and plains[after] in _LOCAL:
        after += 1
    if after < len(plains) and plains[after] in _TIME and at.book.lang != "fr":
        return True
    before = spot.first - 1
    if before > 0 and plains[before] in _OF:
        hour = before - 1
        while hour > 0 and plains[hour] in _LOCAL:
            hour -= 1
        if plains[hour] in _HOURS:
            return True
    return _bracketed(spot, at) or _tied(spot, at)


def _bracketed(spot: Spot, at: Scene) -> bool:
    """Does it stand in a bracket with nothing but hours?"""
    text = at.reading.text
    bracket = _BRACKET.search(text, max(0, spot.span.start - _REACH), spot.span.start)
    if bracket is None or not any(c.isdigit() for c in bracket[1]) or _HOURLY.fullmatch(bracket[1]) is None:
        return False
    return _REST.match(text, spot.span.end) is not None


def _tied(spot: Spot, at: Scene) -> bool:
    """Does it follow an hour and the small word that ties a zone to it?"""
    before = spot.first - 1
    if before < 0 or at.words.plains[before] not in _TIE.get(at.book.lang, ()):
        return False
    start = at.reading.tokens.starts[before]
    return _CLOCK.search(at.reading.text, max(0, start - _REACH), start) is not None
