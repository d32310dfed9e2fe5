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
_SERBIAN = re.compile(r"[ђјљњћџ]", re.IGNORECASE)
_ONLY_RUSSIAN = re.compile(r"[ыэё]", re.IGNORECASE)
_HARD_SIGN = re.compile(r"ъ", re.IGNORECASE)
# Small words, by which short texts are told; one that several languages share counts for a part in each.
_SMALL_WORDS = {
    lang: frozenset(words.split())
    for lang, words in {
        "ru": "и в что с как из или если для его её они был была были было это также над под более при кто где до после уже ещё еще "
        "который об от со на "
        "по за не у к во что чем будет нет",
        "uk": "та й що з із зі як або якщо для його її вони був була були було це також під над більше при хто де до після вже ще "
        "який про від у на по за не "
        "і в буде немає коли дуже за",
        "en": "the of and to in that was were for with on by from his said is has have been at it an a as he after not who which this "
        "they we you i are "
        "will be or but no up out my me do",
        "fr": "le la les des du de et à un une dans que qui est en par sur pour au aux été ont avec selon a ce l d il plus elle ne "
        "pas se son sa ses je "
        "nous vous sont mais ou cette j ai n qu c on fait",
        "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie "
        "nach wird bei einer um am "
        "sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wir ich",
        "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este "
        "ya entre cuando todo esta "
        "ser son dos también fue",
        "it": "di e il la che in a per un è una sono del della non si da le con i al dei nel come più ma gli lo alla delle anche dal "
        "nella ha su questo "
        "stato o se",
        "nl": "de van het een en in is dat op te voor met die niet zijn aan er om ook als dan maar bij uit door hij naar heeft worden "
        "was over tot ze nog "
        "wordt deze",
        "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito "
        "nos já também só pelo",
        "pl": "w i na z do się nie że to jest o jak ale po co tak za od przez dla by są być oraz już tym",
    }.items()
}
_SHARE = {word: 1 / sum(word in words for words in _SMALL_WORDS.values()) for words in _SMALL_WORDS.values() for word in words}


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
    if _SERBIAN.search(prose) and not russian + ukrainian:
        return "sr", 0.8
    hard = len(_HARD_SIGN.findall(prose))
    if not ukrainian and not _ONLY_RUSSIAN.search(prose) and hard >= 3 and hard * 70 > len(prose):
        return "bg", 0.8  # many hard signs, and none of the letters that Russian has beside them
    if russian or ukrainian:
        # A quoted word of the other language must not decide: the share of the letters does.
        share = (russian + 0.5) / (russian + ukrainian + 1)
        if not 0.3 <= share <= 0.7:
            return ("ru", share) if share > 0.5 else ("uk", 1 - share)
    told = _by_small_words(prose, ("ru", "uk"))
    score = told["ru"] - told["uk"] + (russian - ukrainian) / 2
    if score:
        return ("ru" if score > 0 else "uk"), min(0.9, 0.6 + abs(score) / 20)
    found, sure = _ranked(prose, ("ru", "uk"))
    # The model leans to the smaller language on single words; where nothing speaks for Ukrainian, Russian is likelier.
    return (found, min(sure, 0.8)) if sure > 0.9 else ("ru", 0.55)


def _other(prose: str) -> tuple[str | None, float]:
    """By small words where they are clear; names of people and places pull a short text to other languages in the model."""
    told = _by_small_words(prose, tuple(_SMALL_WORDS))
    first, second = sorted(told.values(), reverse=True)[:2]
    best = max(told, key=lambda lang: told[lang])
    if first >= 1 and first >= 1.5 * second and first >= len(prose.split()) / 12:
        return best, min(0.99, 0.7 + 0.3 * (first - second) / first)
    return _ranked(prose, (*READ, *OTHERS))


def _by_small_words(prose: str, langs: tuple[str, ...]) -> dict[str, float]:
    words = re.findall(r"\w+", prose.casefold())
    return {lang: sum(_SHARE[word] for word in words if word in _SMALL_WORDS[lang]) for lang in langs}


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
