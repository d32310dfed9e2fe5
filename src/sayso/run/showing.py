"""The showing: a text cut at the marks of its claims, without the names of private persons."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.lexicon.labels import label
from sayso.record.annotation import Annotation
from sayso.record.claim import Attribution, Claim
from sayso.run.release import private_names
from sayso.text.printable import printable
from sayso.text.span import Span
from sayso.text.stems import stem
from sayso.text.words import words

NOTE = "word: withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a text: its roles (content, source, cue, relay, narration), the claims that open here, is it what was asked for?"""

    words: str
    roles: tuple[str, ...] = ()
    opens: tuple[tuple[int, str], ...] = ()
    here: bool = False
    first: bool = False


def numbered(annotation: Annotation) -> list[tuple[int, Claim]]:
    """The claims that have a speaker other than the document's own voice, counted from 1."""
    return list(enumerate((c for c in annotation.claims if c.attribution is Attribution.EXPLICIT), 1))


def pieces(annotation: Annotation, at: Span | None = None) -> Iterator[Piece]:
    """The whole text in pieces; `at` is the stretch that was asked for."""
    text, private = annotation.document.text, [span for _, span in private_names([annotation])]
    marks = [(span, role) for claim in annotation.claims for role, spans in _spans(claim) for span in spans if span.start < span.end]
    opens: dict[int, list[tuple[int, str]]] = {}
    for number, claim in numbered(annotation):
        where = min((s.start for s in (*claim.source, *claim.cue, *claim.content)), default=0)
        opens.setdefault(where, []).append((number, claim.id))
    cuts = {0, len(text), *(n for span, _ in marks for n in span), *opens}
    cuts |= {n for span in private for n in span} | (set(at) if at else set())
    begun = False
    starts = deque(sorted(marks, key=lambda mark: mark[0].start))
    running: list[tuple[Span, str]] = []
    for start, end in pairwise(sorted(cut for cut in cuts if 0 <= cut <= len(text))):
        while starts and starts[0][0].start <= start:
            running.append(starts.popleft())
        running = [mark for mark in running if mark[0].end > start]
        stretch = Span(start, end)
        here = at is not None and at.covers(stretch)
        hidden = next((span for span in private if span.covers(stretch)), None)
        words = printable(stretch.of(text)) if hidden is None else label(NOTE, "en") if hidden.start == start else ""
        roles = tuple(dict.fromkeys(role for _, role in running))
        yield Piece(words=words, roles=roles, opens=tuple(opens.get(start, ())), here=here, first=here and not begun)
        begun = begun or here


def shown(annotation: Annotation, span: Span) -> str:
    """The words of a span, without the names of private persons and what steers a terminal."""
    return "".join(words for words, _ in _hidden(annotation.document.text, span, [private for _, private in private_names([annotation])]))


def titled(annotation: Annotation) -> str:
    """The title of a document; the names of private persons of its text are withheld in any case form."""
    title, text = annotation.document.title or "", annotation.document.text
    names = [span.of(text) for _, span in private_names([annotation])]
    private = {stem(word, annotation.lang) for name in names for w in words(name) if (word := w.of(name))[0].isupper() and len(word) > 1}
    hidden: list[Span] = []
    for span in words(title):
        word = span.of(title)
        if word[0].isupper() and stem(word, annotation.lang) in private:
            near = hidden and not title[hidden[-1].end : span.start].strip()
            hidden[-1:] = [Span(hidden[-1].start, span.end)] if near else [*hidden[-1:], span]
    return "".join(piece for piece, _ in _hidden(title, Span(0, len(title)), hidden))


def around(annotation: Annotation, span: Span, reach: int = 300) -> tuple[str, str, str]:
    """The words before a span, in it and after it, `reach` characters on each side, without the names of private persons."""
    text = annotation.document.text
    start, end = max(0, span.start - reach), min(len(text), span.end + reach)
    # No word is cut, where there is a blank to cut at.
    start = text.find(" ", start, span.start) if start and " " in text[start : span.start] else start
    end = text.rfind(" ", span.end, end) if end < len(text) and " " in text[span.end : end] else end
    before, words, after = (shown(annotation, s) for s in (Span(start, span.start), span, Span(span.end, end)))
    return ("…" if start else "") + before.lstrip(" "), words, after + ("…" if end < len(text) else "")


def _hidden(text: str, span: Span, private: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    at = span.start
    for name in sorted(private):
        if name.end <= at or name.start >= span.end:
            continue
        if name.start > at:
            yield printable(text[at : name.start]), False
        yield label(NOTE, "en"), True
        at = min(name.end, span.end)
    if at < span.end:
        yield printable(text[at : span.end]), False


def _spans(claim: Claim) -> Iterator[tuple[str, tuple[Span, ...]]]:
    yield ("content" if claim.attribution is Attribution.EXPLICIT else "narration"), claim.content
    yield "source", claim.source
    yield "cue", claim.cue
    yield "relay", tuple(relay.span for relay in claim.relays if relay.span is not None)
