"""The analysis: one way to read a word."""

import re
from dataclasses import dataclass
from functools import cache

from sayso.text.folding import composed

_NUMBER = re.compile(r"\d[\d.,:\s\u00a0\u2009\u202f]*%?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """A lemma (small letters), a part of speech, and features in the fixed order case, number, tense or form, voice."""

    lemma: str
    pos: str
    case: str = ""
    number: str = ""
    tense: str = ""
    voice: str = ""
    score: float = 1.0

    @property
    def tag(self) -> str:
        """The tag as `record.reading.Tokens` has it.

        >>> Analysis(lemma="уничтожить", pos="PART", number="sg", tense="past", voice="pass").tag
        'PART,sg,past,pass'
        """
        return _joined(self.pos, self.case, self.number, self.tense, self.voice)


@cache
def _joined(*features: str) -> str:
    """The features that are told; there are some hundred combinations."""
    return ",".join(part for part in features if part)


def no_word(token: str) -> Analysis | None:
    """The analysis of a number, mark or address; None where the token is a word."""
    if token.isalpha():
        return None
    if _NUMBER.fullmatch(token):
        return Analysis(lemma=token, pos="NUM")
    if not any(ch.isalnum() for ch in token):
        return Analysis(lemma=token, pos="PUNCT" if (len(token) == 1 and not token.isprintable()) or token in _PUNCTUATION else "X")
    if token.startswith(("http://", "https://", "www.", "t.me/")):
        return Analysis(lemma=token.lower(), pos="X")
    return None


_PUNCTUATION = frozenset(".,;:!?…\"'’‘“”„«»‹›()[]{}-–—―/\\|*•·`´")


def bare(word: str) -> str:
    """The word in small letters, with one kind of apostrophe and without what does not show."""
    folded = composed(word.casefold())
    return folded if folded.isalpha() and "ʼ" not in folded else folded.translate(_UNSEEN)


_UNSEEN = (
    dict.fromkeys(map(ord, "’‘ʼ`´"), "'")
    | dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301\u0300"), None)
    | dict.fromkeys(map(ord, "\u2010\u2011"), "-")
)
