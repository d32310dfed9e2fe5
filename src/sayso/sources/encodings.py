"""The encoding: bytes to text, without guessing where a guess is weak."""

import codecs
import re
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_CYRILLIC_WORD = re.compile(r"[А-ЯЁІЇЄҐ]?[а-яёіїєґ]+|[А-ЯЁІЇЄҐ]+")
_LATIN_WORD = re.compile(r"[A-ZÀ-ÖØ-Þ]?[a-zß-öø-ÿœ]+|[A-ZÀ-ÖØ-ÞŒ]+")
_COMMON = frozenset("оеаинтсрвл")
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\x0c\x1b")
_LOOKED_AT = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of some bytes; `assumed` names a legacy encoding that was inferred, None where the bytes say it themselves."""

    text: str
    assumed: str | None = None


def decoded(data: bytes) -> Decoded | str:
    """The text, or the reason why the bytes are no text: UTF-8, UTF-16 and UTF-32 with a mark, else cp1251, koi8-r or latin-1.

    A legacy encoding is taken only where nearly all words come out well formed.

    >>> decoded("Сбиты два дрона над областью".encode("cp1251")).assumed
    'cp1251'
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return Decoded(text=data[len(mark) :].decode(encoding))
            except UnicodeDecodeError as why:
                return f"it begins as {encoding} but is not: {why.reason} at byte {why.start}"
    head = data[:_LOOKED_AT]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as why:
        begun = data[: why.start].decode("utf-8")
        if why.reason != "unexpected end of data" or begun.isascii():
            return _legacy(data, head)
        text = begun  # a file that breaks off within its last character
    # NULs in a text that is otherwise one are read through
    if sum(byte in _CONTROLS for byte in head) > max(2, len(head) // 50):
        return "it is no text but binary data"
    return Decoded(text=text)


def _legacy(data: bytes, head: bytes) -> Decoded | str:
    if sum(byte in _CONTROLS for byte in head) > len(head) // 1000:
        return "it is no text but binary data"
    scores = {encoding: _cyrillic(head.decode(encoding, "replace")) for encoding in ("cp1251", "koi8-r")}
    scores["cp1252"] = _latin(head.decode("cp1252", "replace"))
    best = max(scores, key=lambda encoding: scores[encoding])
    others = max(score for encoding, score in scores.items() if encoding != best)
    if scores[best] < 0.9 or scores[best] - others < 0.1:
        return "its encoding is not UTF-8 and cannot be told"
    return Decoded(text=data.decode(best, "replace"), assumed=best)


def _cyrillic(text: str) -> float:
    """How much of a text is well-formed Cyrillic with the letters that Russian and Ukrainian use most, 0 to 1."""
    words = [word for word in _WORD.findall(text) if any(ch > "\x7f" for ch in word)]
    letters = [ch for word in words for ch in word.casefold() if ch > "\x7f"]
    if len(letters) < 10:
        return 0.0
    formed = sum(bool(_CYRILLIC_WORD.fullmatch(word)) for word in words) / len(words)
    common = sum(ch in _COMMON for ch in letters) / len(letters)  # about 0.65 in prose
    return float(formed * min(1.0, common / 0.5))


def _latin(text: str) -> float:
    words = _WORD.findall(text)
    strange = [word for word in words if any(ch > "\x7f" for ch in word)]
    if not words or not strange or len(strange) > 0.5 * len(words):
        return 0.0
    plain = sum(sum(ch <= "\x7f" for ch in word) >= len(word) / 2 for word in strange) / len(strange)
    return float(plain * sum(bool(_LATIN_WORD.fullmatch(word)) for word in words) / len(words))
