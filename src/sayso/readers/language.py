"""The language of a text, by letters that only one language has and by a small statistical model."""

import math
import re
from functools import cache
from typing import Protocol

READ = ("en", "ru", "uk", "fr")
# Languages that a war report may come in by mistake; they are named, so that a person is told why little was found.
OTHERS = (
    "de",
    "es",
    "pl",
    "it",
    "pt",
    "nl",
    "ro",
    "cs",
    "tr",
    "bg",
    "be",
    "sr",
    "ar",
    "fa",
    "he",
    "zh",
    "ja",
    "el",
    "hu",
    "sv",
    "fi",
    "ka",
    "lt",
    "lv",
    "et",
    "sk",
    "ko",
)
_ENOUGH = 4000  # characters that are looked at
_LETTERS = re.compile(r"[^\W\d_]")
_NO_PROSE = re.compile(r"https?://\S+|www\.\S+|t\.me/\S+|[@#]\w+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_RUSSIAN = re.compile(r"[ыэёъЫЭЁЪ]")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_BELARUSIAN = re.compile(r"[ўЎ]")
_RUSSIAN_WORDS = frozenset(
    "и в что с как из или если для его её они был была были это также под над более при что они кто где до после уже ещё еще который "
    "от об со".split()
)
_UKRAINIAN_WORDS = frozenset(
    "та й що з із зі як або якщо для його вони був була були це також під над більше при хто де до після вже ще який від про у не ж".split()
)
_ENGLISH_WORDS = frozenset(
    "the of and to in that was were for with on by from his said is has have been at it an a as he after not".split()
)
_FRENCH_WORDS = frozenset(
    "le la les des du de et à un une dans que qui est en par sur pour au aux été ont avec selon a ce l d il plus".split()
)


class _Ranker(Protocol):
    """What is asked of the statistical model."""

    def rank(self, text: str) -> list[tuple[str, float]]:
        """Languages with their log scores."""
        ...


def identify(text: str, hint: str | None = None) -> tuple[str | None, float]:
    """The language (ISO 639-1) and how sure that is, 0 to 1; (None, 0.0) for a text without letters or in no known language.

    `hint` is what the giver says: it stands unless the letters speak against it.

    >>> identify("Повідомляє обласна влада.")[0], identify("Сбиты 3 дрона")[0], identify("12:40 !")
    ('uk', 'ru', (None, 0.0))
    """
    prose = _NO_PROSE.sub(" ", text[: 4 * _ENOUGH])[:_ENOUGH]
    letters = len(_LETTERS.findall(prose))
    if not letters:
        return None, 0.0
    said = (hint or "").strip().casefold().replace("_", "-").split("-")[0] or None
    cyrillic = len(_CYRILLIC.findall(prose)) > letters / 2
    if said in READ and cyrillic == (said in ("ru", "uk")):
        return said, 1.0
    return _cyrillic(prose) if cyrillic else _other(prose)


def _cyrillic(prose: str) -> tuple[str | None, float]:
    russian, ukrainian, belarusian = (len(letters.findall(prose)) for letters in (_RUSSIAN, _UKRAINIAN, _BELARUSIAN))
    if belarusian and belarusian * 8 > russian:
        return "be", 0.9
    if russian or ukrainian:
        # A quoted word of the other language must not decide: the share of the letters does.
        share = (russian + 0.5) / (russian + ukrainian + 1)
        if not 0.3 <= share <= 0.7:
            return ("ru", share) if share > 0.5 else ("uk", 1 - share)
    words = re.findall(r"\w+", prose.casefold())
    score = sum(w in _RUSSIAN_WORDS for w in words) - sum(w in _UKRAINIAN_WORDS for w in words) + russian - ukrainian
    if score:
        return ("ru" if score > 0 else "uk"), min(0.9, 0.6 + abs(score) / 20)
    found, sure = _ranked(prose, ("ru", "uk", "bg", "sr", "be"))
    return found, min(sure, 0.8)


def _other(prose: str) -> tuple[str | None, float]:
    words = re.findall(r"\w+", prose.casefold())
    english, french = (sum(w in known for w in words) for known in (_ENGLISH_WORDS, _FRENCH_WORDS))
    found, sure = _ranked(prose, (*READ, *OTHERS))
    if found in ("en", "fr") or len(words) > 40:
        return found, sure
    # Names of people and places pull a short post to other languages; small words do not lie.
    if max(english, french) >= max(1, len(words) // 8) and english != french:
        return ("en" if english > french else "fr"), 0.6
    return found, sure


def _ranked(prose: str, langs: tuple[str, ...]) -> tuple[str | None, float]:
    lowered = prose.lower() if prose.isupper() else prose
    scores = [(lang, float(score)) for lang, score in _model().rank(lowered) if lang in langs]
    if not scores:
        return None, 0.0
    top = max(score for _, score in scores)
    shares = {lang: math.exp(max(-700.0, score - top)) for lang, score in scores}
    best = max(shares, key=lambda lang: (shares[lang], lang))
    return best, shares[best] / sum(shares.values())


@cache
def _model() -> _Ranker:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model: _Ranker = LanguageIdentifier.from_model_file(MODEL_FILE)
    return model
