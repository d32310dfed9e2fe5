"""The word: tokens of a text, with words that were glued together told apart."""

import re
from functools import lru_cache

from sayso.text.span import Span

_JOINT = "['’ʼ‘`´\\-\u2010\u2011]"
_IN = "[^\\W_]|[\u0300-\u036f\u00ad\u2060\u200c\u200d_]"
# First a word in plain letters with a blank or comma behind it, as most are: nothing else can begin there.
_TOKEN = re.compile(
    r"(?P<simple>[A-Za-zА-Яа-яЁёІіЇїЄєҐґ]++(?=[ ,\n]))"
    r"|(?P<url>(?:https?://|www\.|t\.me/)[^\s<>\"«»“”]{1,2000})"
    r"|(?P<number>(?<![\w.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\w])(?:[.,]\d+)?|\d+(?:[.,:]\d+)+(?!\w)(?!-\w))"
    r"|(?P<dotted>(?<!\w)(?:[A-Za-z]\.){2,}(?!\w))"
    rf"|(?P<word>(?:\d+(?:[.,]\d+)*-)?(?:{_IN})+(?:{_JOINT}(?:{_IN})+)*)"
    r"|(?P<mark>[^\w\s])",
)
_LONGEST = 200
_NUMBERS = re.compile(r"\d+(?:-\d+)+")
_PIECE = re.compile(r"\d+|-|\D+?(?=-|$)")
_ELISION = re.compile(r"(?:[ldjmtnsc]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=[aeiouyhàâäéèêëîïôöûùüœæ])", re.IGNORECASE)
# "dit-il", "a-t-elle": the pronoun stands alone
_INVERTED = re.compile(r"(?<=[a-zéèêîôû])(-t-|-)(ils?|elles?|on|je|nous|vous|ce)$")
_NO_INVERSION = frozenset("rendez-vous add-on carry-on hands-on walk-on follow-on head-on".split())
_INVERTING = frozenset("est-ce dit-on peut-on doit-on sait-on est-on faut-on voit-on".split())
_BOUNDARY = re.compile(r"(?<=[a-zà-öø-ÿа-яёіїєґ])(?=[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ])|(?<=[A-ZА-ЯЁІЇЄҐ]{2})(?=[A-ZА-ЯЁІЇЄҐ][a-zа-яёіїєґ])")
_SCRIPTS = re.compile(r"(?<=[а-яёіїєґА-ЯЁІЇЄҐ]{3})(?=[A-Za-z]{3})|(?<=[A-Za-z]{3})(?=[а-яёіїєґА-ЯЁІЇЄҐ]{3})")
_DIGITS = re.compile(r"\d{1,4}(?=[a-zа-яёіїєґ]{4,20}$)")
_LETTERS = re.compile(r"[^\W\d_]{1,40}")
_MOST_GLUED = 40  # letters of a word that may be two

# Words that stand before a name or begin a sentence; only these let a boundary beside a capitalised word through.
_BEFORE = frozenset(
    "a an and as at but by for from he her his in into is it its near of on or our over said says she that the their they this to "
    "told under was we were "
    "when where which who with et ou de du des le la les un une au aux par pour dans sur avec sous chez entre que qui dit vers selon "
    "в во на по из от до за о об с со к ко у и а но что как для при под над через між від до із з зі та й або про на за".split()
)
_STARTS = frozenset(
    "He She They We You The This That These Those There Then But And His Her Our Their When While After Before According Earlier "
    "Later Meanwhile However "
    "Il Elle Ils Elles Nous Vous Le La Les Un Une Des Ce Cette Ces Mais Dans Selon Pour Par Sur Après Avant "
    "Он Она Они Мы Вы Это Эти Этот Но Как По На При Также Ранее Позже После Его Её Их Что Все Для "
    "Він Вона Вони Ми Ви Це Ці Але Як За Під Також Раніше Після Його Її Що Всі Для".split()
)
_TWO_LETTER_SYSTEMS = frozenset({"OS"})


def words(text: str) -> tuple[Span, ...]:
    """The tokens of a text in order: words with their inner apostrophes and hyphens, numbers, addresses, and single marks.

    French elisions stand alone ("l'", "armée"). Words that were glued are told apart where the boundary is plausible (see `glued`).

    >>> text = "Су-34 and 1,000 Shahed-136, told byAFP"
    >>> [span.of(text) for span in words(text)]
    ['Су-34', 'and', '1,000', 'Shahed-136', ',', 'told', 'by', 'AFP']
    """
    return tuple([Span(start, end) for start, end in bounds(text)])


def bounds(text: str) -> list[tuple[int, int]]:
    """Where the tokens of a text begin and end, as in `words`."""
    found: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text):
        kind, (start, end) = match.lastgroup, match.span()
        if kind == "simple" and end - start <= _LONGEST and (word := match.group()).isascii() and (word.islower() or word.istitle()):
            found.append((start, end))  # English: nothing was glued
        elif kind in ("simple", "word"):
            if end - start > _LONGEST:
                found += [(at, min(at + _LONGEST, end)) for at in range(start, end, _LONGEST)]
                continue
            pieces = _cut(match.group(), handle=start > 0 and text[start - 1] in "@#")
            found += [(start, end)] if len(pieces) == 1 else [(start + low, start + high) for low, high in pieces]
        elif kind == "url":
            bare = start + len(match.group().rstrip(".,;:!?)]'’"))
            found.append((start, bare))
            found += [(i, i + 1) for i in range(bare, end)]
        else:
            found.append((start, end))
    return found


def glued(word: str) -> tuple[int, ...]:
    """Where a word is to be cut because two words were glued.

    Cut: a small word before a capital ("byAFP"), a lower-case word of three letters before capitals ("joinedAFP") or of four before
    a capitalised word ("governorGladkov"), anything before a word that begins sentences ("TelegramHe", "AFPThe"), a long name before
    capitals ("TelegramAFP"), two scripts, digits before a lower-case word. Not cut: "McDonald", "iPhone", "YouTube", "LeMonde", "macOS".

    >>> [glued(word) for word in ("byAFP", "TelegramHe", "McDonald", "iPhone", "YouTube", "поданнымAFP")]
    [(2,), (8,), (), (), (), (8,)]
    """
    return _glued(word) if len(word) <= _MOST_GLUED else ()


@lru_cache(maxsize=65536)
def _glued(word: str) -> tuple[int, ...]:
    digits = _DIGITS.match(word)
    if digits:
        return (digits.end(),)
    if not _LETTERS.fullmatch(word):
        return ()  # a serial number, a name of a file
    cuts = {match.start() for match in _SCRIPTS.finditer(word)}
    bounds = [match.start() for match in _BOUNDARY.finditer(word)]
    for i, at in enumerate(bounds):
        left = word[bounds[i - 1] if i else 0 : at]
        right = word[at : bounds[i + 1] if i + 1 < len(bounds) else len(word)]
        if _plausible(left, right, last=i + 1 == len(bounds)):
            cuts.add(at)
    return tuple(sorted(cuts))


def _plausible(left: str, right: str, *, last: bool) -> bool:
    if right in _STARTS and last and len(left) >= 3:
        return True
    if left.islower():
        if left in _BEFORE and len(right) >= (2 if len(left) > 1 else 3):  # "кГц" is one
            return True
        if right.isupper():
            return len(left) >= 3 and len(right) >= 2 and right not in _TWO_LETTER_SYSTEMS
        return len(left) >= 4 and len(right) >= 3
    return right.isupper() and len(right) >= 3 and len(left) >= 6 and not left.isupper()


def _inverted(word: str) -> tuple[int, ...]:
    match = _INVERTED.search(word)
    if (
        not match
        or word.casefold() in _NO_INVERSION
        or (match[2] in ("on", "ce") and match[1] == "-" and word.casefold() not in _INVERTING)
    ):
        return ()
    return (match.start(1), match.start(2))


@lru_cache(maxsize=65536)
def _cut(word: str, *, handle: bool) -> tuple[tuple[int, int], ...]:
    """The pieces of a word as offsets into it; a handle or hashtag is written as one word."""
    if _NUMBERS.fullmatch(word):  # "12-14" is a range
        return tuple(m.span() for m in re.finditer(r"\d+|-", word))
    elision = _ELISION.match(word)
    start = elision.end() if elision else 0
    found = [(0, start)] if start else []
    rest = word[start:]
    if handle:
        return (*found, (start, len(word)))
    at = start
    for cut in (*_inverted(rest), *glued(rest), len(rest)):
        found.append((at, start + cut))
        at = start + cut
    return tuple(found)
