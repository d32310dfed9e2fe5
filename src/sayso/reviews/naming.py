"""The naming: whether what was taken for a speaker's name is one, so that people may be asked about it."""

import re

from sayso.lexicon.cues import cue_book, fold
from sayso.lexicon.language import LANGUAGES
from sayso.record.claim import Speaker
from sayso.text.words import words

_SMALL = (
    "that", "negation", "auxiliary", "adverb", "conjunction", "relative", "preposition", "determiner", "possessive", "as", "by", "to",
    "he", "she", "it", "they", "we",
)  # fmt: skip
_CYRILLIC = r"по-\w+|\w+(?:[аеи]льно|енно|ично|ивно|ічно|івно)"
_ADVERBS = {
    "en": re.compile(r"\w{3,}(?:al|ed|ing|ent|ant|ab|ib|ious|ful|less|ive)ly"),
    "ru": re.compile(_CYRILLIC),
    "uk": re.compile(_CYRILLIC),
    "fr": re.compile(r"\w{2,}(?:[ae]mm|ell|iv|eus|iqu|abl|ibl)e?ment"),
}


def is_named(speaker: Speaker, lang: str | None) -> bool:
    """Has the speaker a name, or words that tell who it is ("a guard"), and not only adverbs and small words?

    >>> is_named(Speaker(id=None, name="по-разному"), "ru"), is_named(Speaker(id=None, name="охранник"), "ru")
    (False, True)
    """
    if speaker.id is not None or any(letter.isupper() for letter in speaker.name):
        return True
    known = lang if lang in LANGUAGES else "en"
    small = cue_book(known).either(_SMALL)
    told = [word for span in words(speaker.name) if (word := fold(span.of(speaker.name))) and any(letter.isalpha() for letter in word)]
    return any(word not in small and not _ADVERBS[known].fullmatch(word) for word in told)
