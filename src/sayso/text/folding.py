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
_LEVELLED = _WHOLE | _MARKS
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ye", "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "yi",
        "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh",
        "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ў": "u", "ј": "y",
    }
)  # fmt: skip
# In this order. Digits stand for sounds that several spellings share: 7 for sh, ch, shch; 3 for kh.
# Before each pattern letters of which it needs one: most names need few of the patterns.
_RULES = tuple(
    (tuple(needs.split()), re.compile(pattern), by)
    for needs, pattern, by in (
        ("h z", r"schtsch|shch|chtch|szcz|stsch|tsch|tch|sch|sh|ch|cz|sz", "7"),
        ("kh", r"kh", "3"),
        ("zh dj dsch", r"zh|dzh|dj|dsch", "z"),
        ("gu gh", r"gu(?=[eiy])|gh", "g"),
        ("ph", r"ph", "f"),
        ("ou", r"ou", "u"),
        ("tz", r"tz|ts", "ts"),
        ("c q", r"ck|qu|q|c", "k"),
        ("x", r"x", "ks"),
        ("w", r"w", "v"),
        ("ff", r"ff\b", "v"),
        ("y j i", r"\b[yji](?=[au])", "8"),
        ("7", r"7[yji]*o", "7e"),
        ("yo jo io eo", r"(?<=[^\W\daeiouyj])[yjie]o(?=[^\Waeiouyj])", "e"),
        ("y j i", r"[yji]+(?=[aeou])", ""),
        ("y j i", r"[yji]+", "i"),
        ("h", r"h", "g"),
    )
)
_DOUBLED = re.compile(r"(.)\1+")

_CARONS = str.maketrans({"š": "sh", "č": "ch", "ž": "zh", "ŝ": "shch", "ʹ": "", "ʺ": ""})
_CYRILLIC_LETTER = re.compile(r"[\u0400-\u04ff]")
_OTHER_READINGS = (
    (re.compile(r"(?:\bs|(?<=[aeiouyj])s)(?=[aeiouyj])"), "z"),
    (re.compile(r"(?<![st])ch"), "kh"),
    (re.compile(r"(?<![cskzgpt])h"), "kh"),
    (re.compile(r"j+"), "zh"),
)
_GERMAN = re.compile(r"w|j|sch|ss")
_FIRST_VOWEL = re.compile(r"^y?[aeiou]")
_VOWELS = re.compile(r"[aeiouy]")
_BARE = re.compile(r"[a-z0-9а-яґєії' ]*")


_STRESS = re.compile("[\u0300\u0301]")


def composed(word: str) -> str:
    """The word with its accents as parts of its letters, however it was typed, and without marks of stress on Cyrillic letters.

    >>> composed("blesse\u0301s") == "bless\u00e9s", composed("обстре\u0301л")
    (True, 'обстрел')
    """
    if word.isascii():
        return word
    whole = unicodedata.normalize("NFC", word)
    return whole if whole.isalpha() else _STRESS.sub("", whole) or whole  # a mark alone stays what it is


def levelled(word: str) -> str:
    """The word in small letters, composed, with one kind of apostrophe and ё as е.

    >>> levelled("Ё\u0301лка"), levelled("L’aube")
    ('елка', "l'aube")
    """
    return composed(word.casefold()).replace("ё", "е").replace("’", "'").replace("ʼ", "'")


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """The name in small letters without diacritics; apostrophes are one, hyphens and dots are spaces, ё is е.

    >>> plain("Graïvoron"), plain("Тёткино"), plain("Мар’їнка"), plain("Gora-Podol")
    ('graivoron', 'теткино', "мар'їнка", 'gora podol')
    """
    folded = name.casefold()
    if not _BARE.fullmatch(folded):  # most names have nothing in them to be changed
        folded = unicodedata.normalize("NFC", name).casefold().translate(_LEVELLED)
    if _BARE.fullmatch(folded):
        return " ".join(folded.split()) if " " in folded else folded
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
    return _folded(_latin(name))


def skeletons(name: str) -> tuple[str, ...]:
    """All keys that a spelling may stand for, the likeliest first; two spellings may be one name where they share a key.

    Beside `fold`: a Latin "ch" or "h" may be х ("Charkiw", "Hinstein"), a German s before a vowel з ("Selenskyj"), a French j ж ("Joukov").

    >>> fold("Харків") in skeletons("Charkiw"), fold("Зеленський") in skeletons("Selenskyj"), fold("Жуков") in skeletons("Joukov")
    (True, True, True)
    """
    latin = _latin(name)
    keys = [fold(name)]
    if not _CYRILLIC_LETTER.search(name):
        readings = [latin]
        german = _GERMAN.search(latin) is not None
        for pattern, by in _OTHER_READINGS if german else _OTHER_READINGS[1:]:
            readings += [pattern.sub(by, reading) for reading in readings if pattern.search(reading)]
        keys += [_folded(reading) for reading in readings]
    return tuple(dict.fromkeys(keys))


@lru_cache(maxsize=65536)
def loose(name: str) -> str:
    """A coarse key by consonants that Russian and Ukrainian names of one place mostly share; many other names share it too.

    It is for finding candidates that something else must then confirm, such as the region.

    >>> {loose(name) for name in ("Ягодное", "Ягідне", "Yahidne")}, {loose(name) for name in ("Белогоровка", "Bilohorivka")}
    ({'Vgdn'}, {'blgrvk'})
    """
    return " ".join(_VOWELS.sub("", _FIRST_VOWEL.sub("V", word)) or word for word in fold(name).split())


def _latin(name: str) -> str:
    """The name in Latin letters without diacritics; š, č and ž are spelled out."""
    return plain(name.casefold().translate(_CARONS)).translate(_CYRILLIC).replace("'", "")


def _folded(latin: str) -> str:
    for needs, pattern, by in _RULES:
        for need in needs:
            if need in latin:
                latin = pattern.sub(by, latin)
                break
    return _DOUBLED.sub(r"\1", latin).replace("8", "y")
