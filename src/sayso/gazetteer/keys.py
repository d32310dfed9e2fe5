"""The key: what the spellings of one place name share in the index."""

import re
import zlib

from sayso.text.folding import fold, plain

_VOWELS = re.compile(r"[aeiouy]+")
_BITS = 16
COARSE = "~"


def key(name: str) -> str:
    """The key of a name that Latin and Cyrillic spellings share.

    >>> key("Tyotkino") == key("Тёткино")
    True
    """
    return fold(name)


def coarse(name: str) -> str:
    """A key that also neighbouring languages' forms of one name share: vowels count as present, not as which.

    >>> coarse("Синьківка") == coarse("Синьковка"), coarse("Попасна") == coarse("Попасная")
    (True, True)
    """
    return COARSE + _VOWELS.sub("a", fold(name)).rstrip("a")


def spelling(name: str) -> int:
    """One bit of 16 for the very spelling (case and diacritics aside): tells an exact match from a folded one.

    >>> spelling("Kyïv") == spelling("kyiv")
    True
    """
    return int(1 << (zlib.crc32(plain(name).encode()) % _BITS))
