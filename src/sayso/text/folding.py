"""The folding of spellings: one key for the ways in which a name is written in other alphabets and romanisations."""

import re
import unicodedata
from functools import lru_cache

_MARKS = (
    dict.fromkeys(map(ord, "’‘ʼ`´′ʹʺ"), "'")
    | dict.fromkeys(map(ord, "-‐‑–—_/."), " ")
    | dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), None)
)
_WHOLE = str.maketrans({"ё": "е", "ł": "l", "ø": "o", "ı": "i", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss"})
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ye", "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "yi",
        "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh",
        "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ў": "u", "ј": "y",
    }
)  # fmt: skip
# In this order. Digits stand for sounds that several spellings share: 7 for sh, ch, shch; 3 for kh.
_RULES = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"schtsch|shch|chtch|szcz|stsch|tsch|tch|sch|sh|ch|cz|sz", "7"),
        (r"kh", "3"),
        (r"zh|dzh|dj|dsch", "z"),
        (r"gu(?=[eiy])|gh", "g"),
        (r"ph", "f"),
        (r"ou", "u"),
        (r"tz|ts", "ts"),
        (r"ck|qu|q|c", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ff\b", "v"),
        (r"\b[yji](?=[au])", "8"),
        (r"(?<=[^\W\daeiouyj])[yji]o(?=[^\W\daeiouyj])", "e"),
        (r"[yji]+(?=[aeou])", ""),
        (r"[yji]+", "i"),
        (r"h", "g"),
        (r"(.)\1+", r"\1"),
        (r"8", "y"),
    )
)


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """The name in small letters without diacritics; apostrophes are one, hyphens and dots are spaces, ё is е.

    >>> plain("Graïvoron"), plain("Тёткино"), plain("Мар’їнка"), plain("Gora-Podol")
    ('graivoron', 'теткино', "мар'їнка", 'gora podol')
    """
    folded = unicodedata.normalize("NFC", name).casefold().translate(_WHOLE).translate(_MARKS)
    # й and ї are letters of their own: only what stands on other letters is taken off
    letters = (ch if ch in "йїў" else unicodedata.normalize("NFKD", ch) for ch in folded)
    bare = "".join(part for part in "".join(letters) if not unicodedata.combining(part))
    return " ".join(bare.casefold().split())


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The key that the spellings of a name share across alphabets and romanisations; it is for comparing, not for reading.

    >>> {fold(name) for name in ("Koutsak", "Kutsak", "Куцак")}
    {'kutsak'}
    >>> {fold(name) for name in ("Zelensky", "Zelenskyy", "Зеленський", "Зеленский")}
    {'zelenski'}
    """
    key = plain(name).translate(_CYRILLIC).replace("'", "")
    for pattern, by in _RULES:
        key = pattern.sub(by, key)
    return key


def skeletons(name: str) -> tuple[str, ...]:
    """All keys that a name may have, the likeliest first: a Latin "ch" may be х ("Charkiw"), an initial s з ("Selenskyj")."""
    keys = [fold(name)]
    return tuple(dict.fromkeys(keys))
