"""The mark: a word, a number or a sign of a text, as the time rules see it."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from sayso.lexicon.times import Told
from sayso.text.folding import levelled

# What begins with a letter, then what begins with a digit behind one look ahead, then the rest: most tokens are words.
_TOKEN = re.compile(
    r"""
    (?P<ampm>[ap]\.\s?m\.|[ap]\.?m(?![^\W_]))
  | (?P<word>[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)
  | (?=\d)(?:
      (?P<iso>\d{4}-\d{2}-\d{2}(?!\d))(?:[T\ ](?P<isoclock>\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?P<isozone>Z|[+-]\d{2}:?\d{2})?(?!\d))?
    | (?P<dmy>\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})(?![\d.]\d|\d))
    | (?P<hhmm>\d{1,2}:\d{2}(?::\d{2})?(?!\d|:\d))
    | (?P<hclock>\d{1,2}\s?h(?:\s?\d{2})?(?![^\W_]))
    | (?P<dotted>\d{1,2}\.\d{2}(?!\d|\.\d|,\d))
    | (?P<ord>\d{1,2}(?:st|nd|rd|th|er|re|e|[èe]me|-?(?:го|му|е|й|ого|ым|та|те|ї|ій|га|ге|ше|ша|ту|у|я|а))(?![^\W_]))
    | (?P<junk>\d{1,3}(?:[,\u00a0\u202f\ ]\d{3})+(?!\d)|\d+[.,/]\d{1,3}(?!\d)(?:[./]\d+)*|\d{5,})
    | (?P<num>\d+)
    )
  | (?P<gap>\n[^\S\n]*\n)
  | (?P<sign>[^\s*_])
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Accents that were typed as signs of their own belong to the word.
_ACCENT = re.compile("[\u0300-\u036f]")
_ACCENTED_TOKEN = re.compile(_TOKEN.pattern.replace(r"[^\W\d_]+", r"(?:[^\W\d_]|[\u0300-\u036f])+"), re.VERBOSE | re.IGNORECASE)
_GLUED = re.compile(r"(?<=[a-zà-öø-ÿа-яёіїєґ])(?=[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ])")
_DASHES = "‐‑‒–—−"
_AFTER_CODE = re.compile(r"[^\W\d_][-‐–]$|[№#§$€£₽]\s?$|[-‐–][^\W_]*$")

_ENTRY_BEFORE = re.compile(r"(?:\A|\n)[^\w\n]*\Z")
_ENTRY_AFTER = re.compile(r"\s*[-–—:|.]?\s+[^\W\d_a-zà-öø-ÿа-яёіїєґ]|\s*[-–—:|]\s")


class Mark(NamedTuple):
    """One mark: where it stands, its folded form, whether it has a capital, and the symbols that its digits bear."""

    start: int
    end: int
    word: str
    capital: bool
    symbols: tuple[tuple[str, Told], ...] = ()


def marks(text: str, lang: str, abbreviations: frozenset[str] = frozenset()) -> list[Mark]:
    """The marks of a text in order; signs of emphasis (*, _) are passed over, a blank line is the mark "\\n".

    >>> [m.word for m in marks("On Mar. 12, at 3 a.m.", "en", frozenset({"mar"}))]
    ['on', 'mar', '12', ',', 'at', '3', 'a.m.']
    """
    found: list[Mark] = []
    token = _TOKEN if text.isascii() or not _ACCENT.search(text) else _ACCENTED_TOKEN
    for match in token.finditer(text):
        kind, (start, end), raw = match.lastgroup or "", match.span(), match.group()
        if kind == "word":
            if not (raw.islower() or raw.istitle()) and _GLUED.search(raw):
                found += [_word(raw[a:b], start + a, abbreviations, text) for a, b in _pieces(raw)]
                continue
            if lang in ("fr", "uk", "ru") and "'" in raw.replace("’", "'"):
                found += _elided(raw, start, lang)
                continue
            found.append(_word(raw, start, abbreviations, text))
        elif kind == "sign":
            # The dot of an abbreviation belongs to the mark before it.
            if not (found and raw == "." and found[-1].end == end):
                found.append(Mark(start, end, "-" if raw in _DASHES else raw, False))
        elif kind == "gap":
            found.append(Mark(start, end, "\n", False))
        elif kind == "ampm":
            half = Told(half=f"{raw[0].lower()}m")
            found.append(Mark(start, end, raw.casefold(), False, (("ampm", half),)))
        else:
            kind = "iso" if match["iso"] else kind  # its clock and zone are groups too
            found.append(Mark(start, end, raw.casefold(), False, _symbols(kind, match, text, lang)))
    return found


def _word(raw: str, start: int, abbreviations: frozenset[str], text: str) -> Mark:
    """The mark of a word, without 's, with the dot of an abbreviation."""
    folded, length, capital = _folded(raw)
    end = start + length
    if folded in abbreviations and text[end : end + 1] == ".":
        end += 1
    return Mark(start, end, folded, capital)


@lru_cache(maxsize=65536)
def _folded(raw: str) -> tuple[str, int, bool]:
    """The folded form of a word without 's, how long it is in the text, and whether it has a capital."""
    folded, length = raw.casefold() if raw.isascii() else levelled(raw), len(raw)
    if folded.endswith("'s"):
        folded, length = folded[:-2], length - 2
    return folded, length, raw[0].isupper()


def _pieces(raw: str) -> list[tuple[int, int]]:
    """The pieces of words that were glued together ("ofTuesday")."""
    cuts = [0, *(match.start() for match in _GLUED.finditer(raw)), len(raw)]
    return list(pairwise(cuts))


def _elided(raw: str, start: int, lang: str) -> list[Mark]:
    """The marks of a French word with an elided article ("l'aube" -> "l'" and "aube"); a Cyrillic word stays whole."""
    folded = levelled(raw)
    head, _, rest = folded.partition("'")
    if lang != "fr" or head not in ("l", "d", "qu", "jusqu", "n", "s", "c", "j", "lorsqu", "puisqu") or not rest:
        return [Mark(start, start + len(raw), folded, raw[0].isupper())]
    cut = start + len(head) + 1
    return [Mark(start, cut, f"{head}'", raw[0].isupper()), Mark(cut, start + len(raw), rest, raw[len(head) + 1].isupper())]


def _symbols(kind: str, match: "re.Match[str]", text: str, lang: str) -> tuple[tuple[str, Told], ...]:
    """What a number may be. A number with a letter and a hyphen before it (T-72), or a sign of money, is none of these."""
    start, raw = match.start(), match.group()
    if kind == "junk" or (kind in ("num", "ord") and _AFTER_CODE.search(text[max(0, start - 3) : start])):
        if kind == "num" and re.search(r"[^\W\d_]{2}-$", text[max(0, start - 3) : start]) and 1900 <= int(raw) <= 2100:
            return (("year4", Told(year=int(raw))),)  # mid-2022
        if kind == "num" and re.search(r"[а-яёіїє]{2}[-‐–]$", text[max(0, start - 3) : start]) and 1 <= int(raw) <= 31:
            return (("dnum", Told(day=int(raw))),)  # 30 ноября-1 декабря
        return _ranged(text, start, raw) if kind == "num" else ()
    if kind == "iso":
        return _iso(match)
    if kind == "dmy":
        return _dmy(raw)
    if kind == "dotted" and _ENTRY_BEFORE.search(text, max(0, start - 8), start) and _ENTRY_AFTER.match(text, match.end()):
        # The clock that opens an entry of a live report; 12.03 is a day in March elsewhere.
        kind = "hhmm" if lang == "en" or not 1 <= int(raw[-2:]) <= 12 else kind
    if kind in ("hhmm", "hclock", "dotted"):
        return _clock(kind, raw)
    return _number(kind, raw)


def _ranged(text: str, start: int, raw: str) -> tuple[tuple[str, Told], ...]:
    """A number after a hyphen is still one where a number stands before the hyphen (15-17 March)."""
    return _number("num", raw) if re.search(r"\d[-‐–]$", text[max(0, start - 2) : start]) else ()


def _number(kind: str, raw: str) -> tuple[tuple[str, Told], ...]:
    digits = re.match(r"\d+", raw)
    value = int(digits[0]) if digits else 0
    if kind == "ord":
        return (("ord", Told(n=value)), ("dord", Told(day=value)), ("dnum", Told(day=value))) if 1 <= value <= 31 else ()
    found: list[tuple[str, Told]] = []
    if len(raw) <= 2:
        found += [("dnum", Told(day=value))] if 1 <= value <= 31 else []
        found += [("hnum", Told(hour=value))] if value <= 24 else []
        found += [("hlate", Told(hour=value))] if 13 <= value <= 24 else []
        found += [("minnum", Told(minute=value))] if value <= 59 and len(raw) == 2 else []
    if len(raw) == 4:
        found += [("year4", Told(year=value))] if 1900 <= value <= 2100 else []
        hour, minute = divmod(value, 100)
        found += [("mil", Told(hour=hour, minute=minute))] if hour <= 24 and minute < 60 else []
    if len(raw) <= 3 and value:
        found.append(("count", Told(n=value)))
    return tuple(found)


def _iso(match: "re.Match[str]") -> tuple[tuple[str, Told], ...]:
    year, month, day = (int(part) for part in match["iso"].split("-"))
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1900 <= year <= 2100):
        return ()
    told = Told(year=year, month=month, day=day)
    if not match["isoclock"]:
        return (("isodate", told),)
    hour, minute = (int(part) for part in match["isoclock"].split(":"))
    if hour > 24 or minute > 59:
        return (("isodate", told),)
    zone = match["isozone"]
    offset = None if not zone else "UTC" if zone in "Zz" else f"{zone[:3]}:{zone[-2:]}"
    told = told.with_(Told(hour=hour, minute=minute, zone=offset)) or told
    return (("isodate", told),)


def _dmy(raw: str) -> tuple[tuple[str, Told], ...]:
    day, month, year = (int(part) for part in re.split(r"[./]", raw))
    year += 2000 if year < 100 else 0
    if month > 12 >= day and "/" in raw:
        day, month = month, day  # 03/25/2024 can only be American
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1900 <= year <= 2100):
        return ()
    return (("dmy", Told(year=year, month=month, day=day)),)


def _clock(kind: str, raw: str) -> tuple[tuple[str, Told], ...]:
    parts = [int(part) for part in re.findall(r"\d+", raw)]
    hour, minute = parts[0], parts[1] if len(parts) > 1 else None
    found: list[tuple[str, Told]] = []
    if hour <= 24 and (minute or 0) <= 59:
        # "4h" alone is as often how long as when.
        found.append(("hbare" if kind == "hclock" and minute is None else kind, Told(hour=hour, minute=minute)))
    if kind == "hclock" and minute is None:
        found.append(("hours", Told(n=hour, unit="hour")))  # "ces dernières 24 h"
    if kind == "dotted" and 1 <= hour <= 31 and 1 <= (minute or 0) <= 12:
        found.append(("dm", Told(day=hour, month=minute)))
    return tuple(found)
