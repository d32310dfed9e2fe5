"""The mark: a dash or colon that attributes by itself ("Words — Name", "Name: words"), and contents without the marks around them."""

from sayso.claims.proposal import Proposal
from sayso.claims.view import DASHES, END, MARKS, View
from sayso.record.claim import Stance
from sayso.text.span import Span, hull

_SHORT = frozenset("inc ltd co jr sr no etc гг обл ул св др км ст".split())
_QUOTE_MARKS = MARKS.replace("'", "").replace("’", "")
_HEAD_MOST = 8  # words before the colon of "Name: words"
_OFFICE_MOST = 5  # words that name an office or body
_AGAINST = frozenset("against versus vs contre против проти".split())
_OFFICES = ("person", "spokes", "government", "military", "armed group", "agency", "organisation", "body", "unit", "rank", "official")


def clean(view: View, first: int, last: int) -> Span:
    """The characters of tokens without outer quotation marks, pauses at the edges, and a final full stop.

    Quotation marks are left off only where they enclose the whole stretch or stand alone.
    """
    span = view.span(first, last)
    while True:
        stripped = span.stripped(view.text, ",;:-–—―( ")
        text = stripped.of(view.text)
        if not text:
            return Span(span.start, span.start)
        if text[0] in MARKS and not _closes_later(text):
            stripped = Span(stripped.start + 1, stripped.end)
        elif text[-1] in MARKS and not _opened_before(text):
            stripped = Span(stripped.start, stripped.end - 1)
        elif len(text) > 1 and text[0] in MARKS and text[-1] in MARKS and not any(mark in _QUOTE_MARKS for mark in text[1:-1]):
            stripped = Span(stripped.start + 1, stripped.end - 1)
        elif (text[-1] in ".…" and stripped.length > 1 and not _shortened(text)) or (text[-1] == ")" and "(" not in text):
            stripped = Span(stripped.start, stripped.end - 1)
        if stripped == span or stripped.length <= 0:
            return stripped if stripped.length > 0 else Span(span.start, span.start)
        span = stripped


def _shortened(text: str) -> bool:
    """Does the text end with the stop of an abbreviation ("a.m.", "Inc.", "2024 г.")?"""
    word = text.rsplit(None, 1)[-1].rstrip(".…").casefold()
    return len(word) <= 1 or "." in word or word in _SHORT


def _closes_later(text: str) -> bool:
    return any(ch in '"”»›“' for ch in text[1:])


def _opened_before(text: str) -> bool:
    return any(ch in '"“„«‹”' for ch in text[:-1]) or (text[-1] in "'’" and len(text) > 1 and text[-2].isalpha())


def tagged(view: View, low: int, high: int, named: frozenset[int]) -> list[Proposal]:
    """ "Words — Name": the dash is the cue. Only a name after the last dash, or after a quotation."""
    dash = next((k for k in range(high - 1, low, -1) if view.words[k] in DASHES), None)
    if dash is None or view.in_quote[dash] >= 0 or not 1 <= high - dash - 1 <= 12:
        return []
    rest = [k for k in range(dash + 1, high) if not view.mark(k)]
    if not rest or any(view.pos(k) in ("VERB", "AUX") for k in rest):
        return []
    share = sum(k in named or view.among("person", k) or view.word_in("preposition", k) or view.word_in("demonym", k) for k in rest) / len(
        rest
    )
    short = len(rest) <= 3 and view.words[dash - 1] == "," and all(view.capital(k) for k in rest)
    office = _office(view, rest) == rest
    if ((rest[0] not in named or share < 0.6) and not short and not office) or dash - low < 4:
        return []
    if not (
        view.words[dash - 1] in (",",)
        or view.words[dash - 1] in END
        or view.words[dash - 1] in MARKS
        or view.in_quote[dash - 1] >= 0
        or any(view.pos(k) in ("VERB", "PART") for k in range(low, dash))
    ):
        return []
    end = dash - 1 if view.words[dash - 1] == "," else dash
    content = clean(view, low, end)
    if not content.length:
        return []
    source = view.span(rest[0], rest[-1] + 1)
    cue = view.span(dash, dash + 1)
    return [Proposal(source=(source,), cue=(cue,), content=(content,), stance=Stance.ASSERTS, frame=hull([cue, source]), score=0.6)]


def headed(view: View, low: int, high: int, named: frozenset[int]) -> list[Proposal]:
    """ "Name: words": the colon is the cue."""
    colon = next((k for k in range(low + 1, min(high, low + _HEAD_MOST + 2)) if view.words[k] == ":"), None)
    if colon is not None and colon + 1 >= high - 1 and all(view.words[k] in "*_" for k in range(colon + 1, high)):
        return _headed_paragraph(view, low, colon, named)
    if colon is None or colon + 2 >= high or view.starts[colon + 1] == view.ends[colon]:
        return []
    head = [k for k in range(low, colon) if not view.mark(k)]
    if office := _office(view, head):
        return _of_office(view, office, colon, high)
    if not head or any(view.pos(k) in ("VERB", "AUX") and not view.capital(k) for k in head):
        return []
    if (
        not all(k in named or view.among("person", k) or view.among("spokes", k) or view.word_in("preposition", k) for k in head)
        or head[-1] not in named
        or not any(k in named for k in head)
    ):
        return []
    if sum(view.pos(k) in ("VERB", "AUX", "PART") for k in range(colon + 1, high)) == 0 and view.in_quote[colon + 1] < 0:
        return []
    content = clean(view, colon + 1, view.paragraphs[view.paragraph_of[low]][1] if view.in_quote[min(high - 1, colon + 2)] >= 0 else high)
    if not content.length:
        return []
    source, cue = view.span(head[0], head[-1] + 1), view.span(colon, colon + 1)
    return [Proposal(source=(source,), cue=(cue,), content=(content,), stance=Stance.ASSERTS, frame=hull([cue, source]), score=0.55)]


def _office(view: View, head: list[int]) -> list[int]:
    """The words before a mark, without the hour before them, where they name an office or body by its kind ("Mayor", «ВМС Верании»)."""
    while head and (view.words[head[0]][:1].isdigit() or view.words[head[0]] in ("urgent", "срочно", "терміново", "upd")):
        head = head[1:]
    if not head or len(head) > _OFFICE_MOST or view.pos(head[0]) == "ADJ" or not view.any_of(_OFFICES, head[0]):
        return []
    if any(view.pos(k) in ("VERB", "AUX", "ADV", "CONJ") and not view.capital(k) and not view.any_of(_OFFICES, k) for k in head):
        return []
    rest = head[1:]
    if view.lang in ("ru", "uk") and "nom" not in view.tags[head[0]].split(","):
        return []
    if any(view.words[k] in _AGAINST for k in rest):
        return []  # a title: "Governor against ministry: ..."
    return head if all(view.capital(k) or view.pos(k) in ("ADP", "DET", "ADJ", "NOUN", "PROPN", "X", "NUM") for k in rest) else []


def _of_office(view: View, head: list[int], mark: int, high: int) -> list[Proposal]:
    """The claim of an office or body that a colon or dash parts from its words."""
    if mark + 2 >= high or not any(view.pos(k) in ("VERB", "AUX", "PART", "NUM", "ADJ") for k in range(mark + 1, high)):
        return []
    if head[0] not in view.sentence_starts and not view.capital(head[0]) and not view.marks[head[0] - 1]:
        return []
    content = clean(view, mark + 1, high)
    if not content.length:
        return []
    source, cue = view.span(head[0], head[-1] + 1), view.span(mark, mark + 1)
    return [Proposal(source=(source,), cue=(cue,), content=(content,), stance=Stance.ASSERTS, frame=hull([cue, source]), score=0.6)]


def _headed_paragraph(view: View, low: int, colon: int, named: frozenset[int]) -> list[Proposal]:
    """ "Name:" alone in its paragraph: the next one is what it says, where that is quoted."""
    number = view.paragraph_of[low]
    head = [k for k in range(low, colon) if not view.mark(k)]
    if (
        number + 1 >= len(view.paragraphs)
        or not head
        or head[-1] not in named
        or not all(k in named or view.among("person", k) or view.word_in("preposition", k) for k in head)
    ):
        return []
    first, last = view.paragraphs[number + 1]
    quoted = [k for k in range(first, last) if view.in_quote[k] >= 0]
    if not quoted or len(quoted) < 0.5 * (last - first):
        return []
    content = clean(view, quoted[0], quoted[-1] + 1)
    source, cue = view.span(head[0], head[-1] + 1), view.span(colon, colon + 1)
    return (
        [Proposal(source=(source,), cue=(cue,), content=(content,), stance=Stance.ASSERTS, frame=hull([cue, source]), score=0.6)]
        if content.length
        else []
    )
