"""The sentence and the paragraph, in texts that came well or badly."""

import re
from itertools import pairwise

from sayso.text.span import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c]+")
_STOP = re.compile(r"(?P<stop>[.!?…]+|[。！？])(?P<closing>[\"»”“’')\]]*)(?P<space>\s*)")
_LIST = re.compile(r"[ \t]*(?:[-–—•▪▫◾◽●○■□►▶→➡✅❌❗‼⚡⚠🔹🔸🔻🔺➖✔*·]|\d{1,2}[.)]\s|[^\w\s\"«“„'‘(\[@#$€£№+%.,;:!?…»”’)\]])")
_EMOJI = re.compile(
    r"[\u2022\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\ufe0e\ufe0f\u200d\U0001f000-\U0001faff\u2190-\u2bff]*\s*(?=[^\W_])"
)
_WORD_BEFORE = re.compile(r"[\w'’.\-]{1,24}$")
_BULLETS = "•▪●■◾◽○□➖➡→▶►"
_ENDED = ".!?…:;。"
_CLOSING = "\"»”“’')]"
_SHORT = 8
MOST = 2000  # characters of a sentence

# Abbreviations after which a sentence does not end.
_NEVER = frozenset(
    "mr mrs ms messrs dr prof sens reps gens drs lt col gen capt maj sgt cpl pvt adm cmdr brig gov sen rep rev hon st jr sr "
    "no nos vs approx dept est fig vol pp ed eds al ave blvd "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun "
    "m mm gén mme mmes mlle mlles me mgr cf env av bd art chap éd n° ste "
    "г гг ул д обл р-н п пос с дер пгт ст просп пр пер пл бул наб корп стр кв им т тт гр св проф акад доц ген полк подп подполк майор "
    "кап лейт серж ряд адм "
    "гос зам нач рук ред см ср напр рис табл янв февр фев мар апр июн июл авг сент сен окт нояб ноя дек "
    "вул м р смт с-ще буд просп пров пл ім імені р-ну проф акад ген полк зам нач ред див напр рис табл січ лют бер квіт трав черв лип "
    "серп вер жовт лист груд".split()
)
# Abbreviations that may end one: they do where a word follows that begins sentences.
_MAYBE = frozenset(
    "тыс млн млрд трлн руб коп долл чел ед экз шт тис крб грн чол од etc inc ltd corp co u.s u.n u.k e.u a.m p.m d.c ph.d e.g i.e км "
    "мм см кг мин час сек др пр".split()
)
_STARTS = frozenset(
    "the he she it they we you i a an this that these those there then but and in on at his her its their our after before when while "
    "as according for from meanwhile "
    "il elle ils elles nous vous le la les un une des ce cette ces mais dans selon pour par sur après avant "
    "он она оно они мы вы я это эти этот но и а в во на по при также ранее позже после его её их что все для как однако затем "
    "він вона воно вони ми ви це ці але та й у за під також раніше після його її що всі для як однак потім".split()
)

_SMALL = frozenset("and but in on at after before while as for from by with to of or".split())


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text, without white space at their edges.

    A paragraph is a line; where the text was wrapped at a column, the lines up to a blank one.

    >>> [p.of("One line.\\nAnother.") for p in paragraphs("One line.\\nAnother.")]
    ['One line.', 'Another.']
    """
    lines = [Span(*match.span()) for match in _LINE.finditer(text)]
    wrapped = _is_wrapped(text, lines)
    found: list[Span] = []
    for number, line in enumerate(lines):
        span = line.stripped(text)
        if not span.length:
            continue
        if found and number and _goes_on(text, found[-1], lines[number - 1], span, wrapped=wrapped):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)


def sentences(text: str, lang: str | None = None) -> tuple[Span, ...]:
    """The sentences of a text, each within one paragraph, without white space at their edges, none over 2,000 characters.

    >>> text = "Lt. Gen. Ivanov left at 3.5 a.m. on Monday.He returned."
    >>> [s.of(text) for s in sentences(text)]
    ['Lt. Gen. Ivanov left at 3.5 a.m. on Monday.', 'He returned.']
    """
    found: list[Span] = []
    for paragraph in paragraphs(text):
        start = paragraph.start
        for end in _ends(text, paragraph):
            if end < paragraph.end and end - start < _SHORT and not any(ch.isalpha() for ch in text[start:end]):
                continue  # the number of a list, or dots that lead in, belong to what follows
            found += _bounded(text, Span(start, end).stripped(text))
            start = end
    return tuple(found)


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Were lines broken at a column? Most lines that another follows then are long, alike, and do not end a sentence."""
    inner = [a for a, b in pairwise(lines) if text.count("\n", a.end, b.start) == 1 and not text[b.start : b.end].isspace()]
    if len(inner) < 2:
        return False
    full = [line for line in inner if 45 <= line.length <= 100]
    return len(full) >= 0.6 * len(inner) and sum(
        text[s.end - 1] not in _ENDED for s in (f.stripped(text) for f in full) if s.length
    ) >= 0.6 * len(full)


def _goes_on(text: str, paragraph: Span, last: Span, line: Span, *, wrapped: bool) -> bool:
    """Does a line carry on the sentence of the line before it?"""
    between = text[last.end : line.start]
    if between.count("\n") > 1 or last.stripped(text).length == 0 or "\u2029" in between or "\x0c" in between:
        return False
    if _LIST.match(text, line.start, line.end):
        return False
    end = text[paragraph.end - 1]
    if wrapped:
        return True
    return (
        text[line.start].islower() and end not in _ENDED and end not in _CLOSING and not _LIST.match(text, paragraph.start, paragraph.end)
    )


def _ends(text: str, paragraph: Span) -> list[int]:
    ends = [
        match.end("closing") for match in _STOP.finditer(text, paragraph.start, paragraph.end) if _ends_sentence(text, match, paragraph)
    ]
    for match in _EMOJI.finditer(text, paragraph.start + 1, paragraph.end):
        follows = text[match.end()]
        apart = text[match.start() - 1].isspace() or text[match.start() - 1] in _ENDED
        if apart and (text[match.start()] in _BULLETS or follows.isupper() or follows.isdigit()):
            ends.append(match.start())
    return sorted({*(e for e in ends if e < paragraph.end), paragraph.end})


def _ends_sentence(text: str, match: re.Match[str], paragraph: Span) -> bool:
    after = match.end()
    if after >= paragraph.end:
        return True
    follows = text[after]
    stop, closing, space = match.group("stop"), match.group("closing"), match.group("space")
    if follows in "—–-,;:)»”" and closing + space:
        # "«Go!» — he said": the author's words follow; a dash after a plain full stop opens a new turn of speech
        return not closing and follows in "—–-" and stop != "," and _capital_after(text, after + 1, paragraph.end)
    if not space and not closing:
        return _is_glued(text, match, paragraph)
    if follows.islower():
        return False
    before = _WORD_BEFORE.search(text, max(paragraph.start, match.start() - 24), match.start())
    word = before.group().casefold() if before else ""
    if stop != "." or closing:
        return True
    return not _is_abbreviation(text, word, before.group() if before else "", after, match)


def _capital_after(text: str, at: int, end: int) -> bool:
    while at < end and text[at].isspace():
        at += 1
    return at < end and text[at].isupper()


def _is_abbreviation(text: str, word: str, written: str, after: int, match: re.Match[str]) -> bool:
    word = word.strip("'’")
    bare = word.rsplit("’", 1)[-1]
    follow = re.compile(r"[\w’'-]{1,30}").match(text, after)
    next_word = follow.group() if follow else ""
    starts = next_word.casefold() in _STARTS
    if len(next_word) > 1 and next_word.isupper():
        starts = starts and next_word.casefold() not in _SMALL  # "IN THE U.S. ON 5 MAY" is one
    year = re.search(r"\d\s*$", text[max(0, match.start() - len(word) - 2) : match.start() - len(word)])
    if word in ("г", "гг", "р", "рр") and year:
        return not starts
    if bare in _NEVER and not (written.isupper() and len(written) > 3):
        return True
    if word in _MAYBE or re.fullmatch(r"(?:\w\.)+\w", word):
        return not starts
    return len(written) == 1 and written.isalpha() and written.isupper() and written not in "IАЯ"


def _is_glued(text: str, match: re.Match[str], paragraph: Span) -> bool:
    """Does a new sentence begin right after the stop ("Legion.The")?"""
    at = match.end()
    if match.group("stop") != "." and text[at].isupper():
        return True
    follow = re.compile(r"[^\W\d_]{1,30}").match(text, at, paragraph.end)
    before = re.search(r"[^\W\d_]+[\d]*$", text[max(paragraph.start, match.start() - 24) : match.start()])
    if not follow or not before or not follow.group()[0].isupper() or len(before.group()) < 2:
        return text[at].isupper() and match.group("stop") != "."
    if before.group().casefold() in _NEVER or (follow.end() < paragraph.end and text[follow.end()] == "."):
        return False
    return len(follow.group()) > 1 or text[follow.end() : follow.end() + 1].isspace()


def _bounded(text: str, span: Span) -> list[Span]:
    """The sentence, cut at white space where it is longer than `MOST`."""
    found = []
    while span.length > MOST:
        cut = next((i for i in range(span.start + MOST, span.start + MOST // 2, -1) if text[i].isspace()), span.start + MOST)
        found.append(Span(span.start, cut).stripped(text))
        span = Span(cut, span.end).stripped(text)
    return [s for s in (*found, span) if s.length]
