"""The quotation: words between quotation marks, or after a dialogue dash."""

import re
from dataclasses import dataclass

from sayso.text.sentences import paragraphs
from sayso.text.span import Span

_OPENERS = "«„‹“‘"
_CLOSERS = "»”›’"
_PARTNERS = {"«": "»«", "»": "«»", "„": "“”", "“": "”“", "”": "”", "‹": "›", "‘": "’'", "'": "'’", '"': '"', "``": "''", "””": "”"}
_MARK = re.compile(r"``|''|,,(?=\w)|[«»„“”‟\"‹›‘’']")
_DEEPEST = 6  # quotations within quotations; marks below that are passed over, so that a row of openers costs little
_FURTHEST = 3000  # characters that a quotation may run on over line breaks
_DIALOGUE = re.compile(r"[ \t]*[—–―-][ \t\u00a0]+(?=\S)")
_TURN = re.compile(r"[,.!?…][ \u00a0]?[—–―-][ \u00a0](?=\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch in quotation marks: `span` with the marks, `inner` without; `closed` says whether the closing mark was found."""

    span: Span
    inner: Span
    closed: bool


@dataclass(slots=True)
class _Opened:
    """A mark that opened a quotation; `again` is where the same mark first opened another one within it."""

    mark: str
    start: int
    end: int
    again: int | None = None


def quotations(text: str, lang: str | None = None) -> tuple[Quotation, ...]:
    """The quotations of a text in the order of their beginnings; those within others stand after them.

    A quotation that is never closed ends where its paragraph ends, or where the next one begins whose mark does not nest.
    It may run on into the next lines where the closing mark stands there. `lang` decides only whether lines may be dialogue.

    >>> text = "«Наш «Рубеж» стоит», - сказал он. “We don't know»"
    >>> [q.inner.of(text) for q in quotations(text)]
    ['Наш «Рубеж» стоит', 'Рубеж', "We don't know"]
    """
    found: list[Quotation] = []
    carried: list[_Opened] = []
    singles = _single_closers(text)
    for paragraph in paragraphs(text):
        if carried and paragraph.start - carried[0].start > _FURTHEST:
            carried = []
        opened: list[_Opened] = []
        mine = _paragraph(text, paragraph, singles, opened, carried)
        if not mine and lang != "en":
            mine = _dialogue(text, paragraph)
        found += mine
        if opened:
            found += _left_open(text, paragraph, opened)
            carried = [mark for mark in opened if mark.mark in "«„“"][:1]
    return tuple(sorted(_longest_first(found), key=lambda q: (q.span.start, -q.span.end)))


def _longest_first(found: list[Quotation]) -> list[Quotation]:
    """One quotation for each beginning: one that runs on over lines replaces the piece that ended with its line."""
    best: dict[int, Quotation] = {}
    for quotation in found:
        known = best.get(quotation.span.start)
        if known is None or (quotation.closed, quotation.span.end) > (known.closed, known.span.end):
            best[quotation.span.start] = quotation
    return list(best.values())


def _paragraph(text: str, paragraph: Span, singles: dict[int, int], opened: list[_Opened], carried: list[_Opened]) -> list[Quotation]:
    found: list[Quotation] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark, start, end = _name(match.group()), match.start(), match.end()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        if mark in "'’‘" and not _is_single_quote(mark, before, after, start, opened, singles):
            continue
        if _opens(mark, before, after, opened):
            if opened and opened[-1].mark == mark and opened[-1].again is None:
                opened[-1].again = start
            if len(opened) < _DEEPEST:
                opened.append(_Opened(mark, start, end))
        elif opened:
            found += _close(text, mark, start, end, opened)
        elif carried and mark in _PARTNERS.get(carried[0].mark, ""):
            first = carried.pop()
            found.append(_quotation(text, first, start, end))
    return found


def _name(mark: str) -> str:
    return {",,": "„", "‟": "“", "''": '"', "``": "“"}.get(mark, mark)


def _opens(mark: str, before: str, after: str, opened: list[_Opened]) -> bool:
    """Does the mark open a quotation, seen from its neighbours and from what is open?"""
    at_edge = before.isspace() or before in "([{—–-:/,;.!?…«„“\"‘'" or not before.isprintable()
    starts = at_edge and not after.isspace() and (after.isalnum() or after in "«„“\"‘'([{…$€£#@№*+-–—.")
    ends = not before.isspace() and (after.isspace() or after in ".,;:!?…)]}»”\"’'—–-")
    top = opened[-1].mark if opened else ""
    if mark in "«„‹":
        return not (top == "»" and ends)
    if mark in "»›":
        return not opened and starts and before.isspace() is True and False
    if mark == "“":
        return not opened or not (ends or (top == "„" and not starts))
    if mark == "”":
        return False
    if mark == '"':
        if any(open_.mark == '"' for open_ in opened):
            return starts and not ends and before in "«„“(["
        return (starts or not ends) and not (before.isdigit() and not after.isalnum())
    return starts  # single marks


def _close(text: str, mark: str, start: int, end: int, opened: list[_Opened]) -> list[Quotation]:
    """Closes the innermost quotation that the mark belongs to; of none, the innermost: translations mix their marks."""
    fits = next((i for i in range(len(opened) - 1, -1, -1) if mark in _PARTNERS.get(opened[i].mark, "")), None)
    if fits is None:
        if mark in "'’":
            return []
        fits = len(opened) - 1
    found = [_quotation(text, inner, start, start, closed=False) for inner in opened[fits + 1 :] if inner.mark not in "'‘"]
    found.append(_quotation(text, opened[fits], start, end))
    del opened[fits:]
    return [q for q in found if q.inner.length > 1 or text[q.span.start] not in "'‘"]


def _left_open(text: str, paragraph: Span, opened: list[_Opened]) -> list[Quotation]:
    found = []
    for mark in opened:
        if mark.mark in "'‘":
            continue  # an apostrophe, most likely
        until = paragraph.end
        if mark.mark in '“"' and mark.again is not None:
            until = mark.again  # this mark does not nest: the first quotation was over by then
        found.append(_quotation(text, mark, until, until, closed=False))
    return [q for q in found if q.inner.length]


def _quotation(text: str, opened: _Opened, inner_end: int, end: int, *, closed: bool = True) -> Quotation:
    span = Span(opened.start, end) if closed else Span(opened.start, end).stripped(text)
    return Quotation(span=span, inner=Span(opened.end, max(opened.end, inner_end)).stripped(text), closed=closed)


def _single_closers(text: str) -> dict[int, int]:
    """For each single mark that can open, how far off the next mark is that can close it."""
    nearest: dict[int, int] = {}
    closer = -1
    for match in reversed(list(re.finditer("[‘’']|\n\n", text))):
        at = match.start()
        if match.group() == "\n\n":
            closer = -1
            continue
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        if not before.isspace() and not after.isalnum():
            nearest[at] = closer
            closer = at
        elif not before.isalnum() and after.isalnum():
            nearest[at] = closer
    return nearest


def _is_single_quote(mark: str, before: str, after: str, at: int, opened: list[_Opened], singles: dict[int, int]) -> bool:
    """Is it a quotation mark, and no apostrophe?"""
    if before.isalnum() and after.isalnum():
        return False
    inside = any(o.mark in "'‘" for o in opened)
    if mark != "’" and not before.isalnum() and (after.isalnum() or after in '«“"('):
        return not inside and singles.get(at, -1) > at + 2
    if not inside:
        return False
    # "the soldiers’ families’": a plural's apostrophe is followed by a word and by another mark that can close
    return not (before == "s" and after == " " and singles.get(at, -1) > at)


def _dialogue(text: str, paragraph: Span) -> list[Quotation]:
    """Speech after a dash at the start of a line, where the words of the author are set off by a second dash."""
    dash = _DIALOGUE.match(text, paragraph.start, paragraph.end)
    if not dash:
        return []
    turns = list(_TURN.finditer(text, dash.end(), paragraph.end))
    if not turns or not text[turns[0].end()].islower():
        return []
    found, begin, speech = [], dash.end(), True
    lead = dash.start() + len(dash.group()) - len(dash.group().lstrip())
    for turn in turns:
        if speech:
            found.append((lead, begin, turn.start() + (text[turn.start()] in "!?…")))
            speech = False
        elif text[turn.start()] in ".!?…" or text[turn.start()] == ",":
            lead, begin, speech = turn.end() - 2, turn.end(), True
    if speech:
        found.append((lead, begin, paragraph.end))
    return [Quotation(span=Span(at, e).stripped(text), inner=Span(s, e).stripped(text), closed=True) for at, s, e in found]
