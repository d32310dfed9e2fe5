"""The hints of the checker: names and digits that nobody has marked."""

import re
from functools import cache
from typing import Any

from corpus import world as w
from corpus.faults import Fault

_DIGITS = re.compile(r"(?<![\w-])\d[\d\u00a0 .,]*\d|(?<![\w-])\d")
_DEMONYMS = re.compile(
    r"\b(?:(?:talveni|kestri|gavri|ilmari)ans?|(?:тальвен|кестри|гаври|ильмари|кестрій|гаврій|ільмарій)(?:й)?с(?:к|ьк)\w+|"
    r"(?:talvéni|kestri|gavri|ilmari)en(?:ne)?s?)\b",
    re.I,
)
_NUMBERS = {
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty fifty hundred "
    "dozens? several",
    "ru": "два две двух двое двоих три трёх трех трое троих четыре четырёх четверо четверых пять пяти пятеро шесть шести семь семи "
    "восемь девять десять десятки несколько дюжина одиннадцать двенадцать двадцать тридцать сорок пятьдесят сто тысяч[аиу]?",
    "uk": "два дві двох двоє трьох троє чотири чотирьох четверо п’ять п’яти п’ятеро шість шести шестеро сім семи вісім восьми "
    "дев’ять десять десятки кілька одинадцять дванадцять двадцять тридцять сорок п’ятдесят сто тисяч[аіу]?",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze vingt trente quarante cinquante cent "
    "dizaines? plusieurs",
}
_OUTER = {"«": "»", "“": "”", '"': '"', "„": "“"}


@cache
def _names(lang: str) -> re.Pattern[str]:
    """Place names of a language in any case form: the first letters of each word, then up to three more."""
    stems = set()
    for row in w.world().places.values():
        if row["kind"] in ("settlement", "country") or row["id"] == "gavria":
            words = row["names"][lang].split()
            stems.add(
                r"[ -]".join(
                    re.escape(word[:-1] if lang in ("ru", "uk") and len(word) > 4 else word) + (r"\w{0,3}" if lang in ("ru", "uk") else "")
                    for word in words
                )
            )
    return re.compile(r"\b(?:" + "|".join(sorted(stems, key=len, reverse=True)) + r")\b")


def hints(record: dict[str, Any], file: str) -> list[Fault]:
    """What may be wrong in a document: place names and digits outside any mark, contents with their outer quotation marks."""
    text, found = record["text"], []
    marked = [x["span"] for layer in ("places", "mentions", "figures", "times") for x in record[layer]]

    def free(a: int, b: int) -> bool:
        return not any(s < b and a < e for s, e in marked)

    def line(at: int) -> str:
        return f"…{text[max(0, at - 20) : at + 30]}…".replace("\n", " ")

    for match in _names(record["lang"]).finditer(text) if record["lang"] in w.LANGS else ():
        if free(*match.span()):
            found.append(f"a place unmarked? {line(match.start())}")
    for match in _DEMONYMS.finditer(text):
        if free(*match.span()):
            found.append(f"an adjective of a country unmarked ({{p kestria modifier adj|..}}): {line(match.start())}")
    for match in re.finditer(rf"\b(?:{'|'.join(_NUMBERS.get(record['lang'], '').split()) or '$^'})\b", text, re.I):
        if free(*match.span()):
            found.append(f"a number word unmarked? {line(match.start())}")
    for match in _DIGITS.finditer(text):
        if free(*match.span()):
            found.append(f"digits unmarked (fine for ages, distances, numbers of units): {line(match.start())}")
    for claim in record["claims"]:
        for a, b in claim["content"]:
            if _OUTER.get(text[a : a + 1]) == text[b - 1 : b] and text[a : a + 1] not in text[a + 1 : b - 1]:
                found.append(f"claim {claim['id']}: leave the outer quotation marks out: {text[a : a + 20]}…{text[b - 10 : b]}")
            if text[b - 1 : b] in ".,;":
                found.append(f"claim {claim['id']}: a content ends before its stop: …{text[max(a, b - 20) : b]}")
    outlet = w.world().pack.outlets.get(record["outlet_id"] or "")
    if outlet and outlet.languages and record["lang"] not in outlet.languages:
        found.append(f"outlet {outlet.id} publishes in {', '.join(outlet.languages)}, not {record['lang']}")
    return [Fault(file=file, line=1, what=what, hint=True) for what in found]
