"""The stem: a key that the inflected forms of one word share, in four languages."""

import re
from functools import lru_cache

from sayso.text.folding import levelled

# Endings of nouns and adjectives. `ов`, `ев` go in a second pass: "Гладков" and "Гладкова" must meet.
_ENDINGS = frozenset(
    "а я о е є ы и і ї у ю й ь ом ем ём єм ой ей єй ою ею єю ам ям ям ами ями ах ях ий ый ій ого его єго ому ему єму ым им ім ых их іх "
    "ія іям іями іях ия ии ию ией ием иям иях иями ої ьої ього ьому ая яя ое ее ую юю ые ие ії ыми ими іми ію ією ією ью".split()
)
_LONGEST = max(map(len, _ENDINGS))
_SECOND = frozenset("ов ев ів єв ам ом им ем ым ах".split())  # "Максим" and "Максима" must meet as well
# A vowel that comes and goes ("Елец", "Ельца"); taken out of all forms, so that those that keep it ("Владивостока") agree too.
_FLEETING = {
    "оец": "ойц",
    "аец": "айц",
    "ьц": "ц",
    "ец": "ц",
    "єц": "ц",
    "ьк": "к",
    "ок": "к",
    "ек": "к",
    "йк": "к",
    "єк": "к",
}
_EAGLES = {"орел": "орл", "козел": "козл", "осел": "осл", "котел": "котл"}
_VOWELS = frozenset("аеєиіїоуюя")
_LEAST = 3  # letters that must be left
_CYRILLIC = re.compile("[Ѐ-ӿ]")


@lru_cache(maxsize=65536)
def stem(word: str, lang: str | None = None) -> str:
    """The stem key of a word; an acronym in capitals is its own key.

    >>> {stem(w, "ru") for w in ("Гладков", "Гладкова", "Гладковым")}
    {'гладк'}
    >>> {stem(w, "uk") for w in ("Харків", "Харкова", "Харкові")}
    {'харк'}
    >>> stem("ministry's", "en"), stem("forces", "en"), stem("ВСУ", "ru")
    ('ministry', 'force', 'всу')
    """
    folded = levelled(word)
    if 1 < len(word) <= 6 and word.isupper():
        return folded
    if _CYRILLIC.search(folded):
        return _slavic(folded, lang)
    if folded.endswith("'s"):
        folded = folded[:-2]
    if len(folded) > 4 and folded.endswith("s") and not folded.endswith(("ss", "us", "is")):
        return folded[:-1]
    return folded


def _slavic(word: str, lang: str | None) -> str:
    if word in _EAGLES:
        return _EAGLES[word]
    if lang == "uk":
        word = word.replace("'", "")
        if word.endswith("ів"):
            word = word[:-2] + "ов"
        elif word.endswith("їв"):
            word = word[:-2] + "єв"
    word = _without(word, _ENDINGS, _LONGEST)
    word = _without(word, _SECOND, 2)
    if len(word) > _LEAST:
        word = word.rstrip("ь")
    if len(word) > _LEAST:
        word = _levelled_vowel(word)
    return _levelled(word) if lang == "uk" else word


def _without(word: str, endings: frozenset[str], longest: int) -> str:
    """The word without the longest of the endings that leaves enough."""
    for length in range(min(longest, len(word) - _LEAST), 0, -1):
        if word[-length:] in endings:
            return word[:-length]
    return word


def _levelled_vowel(word: str) -> str:
    """The word without a vowel that comes and goes, where enough is left."""
    for length in (3, 2):
        new = _FLEETING.get(word[-length:])
        if new is not None and len(word) - length + len(new) >= _LEAST:
            return word[:-length] + new
    return word


def _levelled(word: str) -> str:
    """The stem of a Ukrainian word with its changing sounds made one: "Тернопіль" and "Тернополя", "Авдіївка" and "Авдіївці"."""
    if len(word) > _LEAST and word[-1] == "ц" and word[-2] not in _VOWELS:
        word = word[:-1] + "к"
    if len(word) > _LEAST and word[-1] not in _VOWELS and word[-2] in "іе":
        word = word[:-2] + "о" + word[-1]
    return word
