"""The background: a location in a sentence that is not where its event happened."""

import re

from sayso.record.place import Place
from sayso.text.span import Span

_SHE = r"(?:the\s|la\s|le\s|l['’]|les\s)?"
# Where a blow came from: "attacks from Ukraine", "с территории Украины", "depuis le territoire ukrainien".
_ORIGIN = re.compile(
    rf"(?:\bfrom\s{_SHE}(?:\w+ern\s)?(?:(?:territory|direction|side|soil|town|city|village)\sof\s{_SHE})?"
    rf"|\b(?:depuis|en provenance d|à partir d)[eu]?['’\s]?\s?{_SHE}(?:(?:territoire|région|ville|village)\s(?:de\s|du\s|d['’]))?{_SHE}"
    r"|(?<!\w)(?:из|із|зі|з)\s(?:\w+(?:ов|ев|ев|ий|ий|ої|ой|ого)\s)?"
    r"|(?<!\w)(?:с|со|з|зі)\s(?:территории|территорий|стороны|направления|території|територій|боку|напрямку)\s(?:\w+\s)?)$",
    re.IGNORECASE,
)
# What a distance is measured from: "40 km from Rylsk", "в 40 км от Рыльска", "à 40 kilomètres de Rylsk".
_DISTANCE = re.compile(
    r"(?:\b(?:km|kilomet(?:er|re)s?|miles?|kilomètres?)|(?<!\w)(?:км|километр\w*|кілометр\w*))\s"
    rf"(?:(?:\w+\s)?(?:from|of|to)\s{_SHE}|(?:au\s\w+\s)?(?:de|du|d['’])\s?{_SHE}|(?:\w+\s)?(?:от|до|від)\s)"
    r"(?:(?:border|frontier|frontière|границы|кордону)\s(?:of|with|de|avec|с|з)\s)?$",
    re.IGNORECASE,
)
_DIRECTION = re.compile(
    rf"(?:\b(?:north|south|east|west)[\w-]*\s(?:of|from)\s{_SHE}|\b(?:au|à l['’])\s?(?:nord|sud|est|ouest)[\w-]*\s(?:de|du|d['’])\s?{_SHE}"
    r"|(?<!\w)(?:к\s(?:северу|югу|востоку|западу|северо\S+|юго\S+)\sот|(?:северо|юго|северн|южн|восточн|западн)\S*ее"
    r"|на\s(?:північ|південь|схід|захід|північний\s\w+|південний\s\w+)\sвід|(?:північн|південн|східн|західн)\S*іше(?:\sвід)?)\s)$",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?P<day>,[^\n()]{0,24}\d[^\n()]{0,12})?\s*(?P<agency>\([^()\n]{2,40}\))?(?:\s*[-–—]{1,2}\s|\s*\.\s*[-–—]\s)")
_REACH = 60  # characters


def came_from(text: str, place: Place) -> bool:
    """Is a place told as where something came from?"""
    return _ORIGIN.search(text, max(0, place.span.start - _REACH), place.span.start) is not None


def measured_from(text: str, place: Place) -> bool:
    """Is a place told as what a distance or a direction is measured from?"""
    low = max(0, place.span.start - _REACH)
    return any(form.search(text, low, place.span.start) is not None for form in (_DISTANCE, _DIRECTION))


def dateline(text: str, place: Place, paragraph: Span | None) -> bool:
    """Does a place open its paragraph as where a report was written: "VELMORA, 3 May (Meridian) -"?"""
    if paragraph is None or text[paragraph.start : place.span.start].strip(" #*_>"):
        return False
    told = _BYLINE.match(text, place.span.end)
    return told is not None and (told["day"] is not None or told["agency"] is not None or place.span.of(text).isupper())
