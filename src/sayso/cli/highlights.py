"""The highlights: a text with the sources, cues and contents of its claims marked."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.record.annotation import Annotation
from sayso.record.claim import Attribution, Claim
from sayso.text.printable import printable
from sayso.text.span import Span

if TYPE_CHECKING:
    from rich.text import Text

STYLES = {"source": "bold cyan", "cue": "bold magenta", "content": "on grey23", "narration": "on grey11"}
# What stands before a claim's number in the brackets: a content has the number alone.
LETTERS = {"source": "s", "cue": "q", "content": "", "narration": ""}
Mark = tuple[Span, str, str]  # where, role, number


def told(annotation: Annotation) -> list[tuple[str, Claim]]:
    """The claims that have a speaker other than the document's own voice, numbered."""
    return [(str(n), c) for n, c in enumerate((c for c in annotation.claims if c.attribution is Attribution.EXPLICIT), 1)]


def marked(text: str, claims: Iterable[tuple[str, Claim]], *, colours: bool) -> "Text":
    """The text with its claims marked by number: contents `[1 ... 1]`, sources `[s1 ...]`, cues `[q1 ...]`; and by colours, where asked."""
    from rich.text import Text

    marks = _marks(claims)
    opens: dict[int, list[Mark]] = {}
    closes: dict[int, list[Mark]] = {}
    for mark in marks:
        opens.setdefault(mark[0].start, []).append(mark)
        closes.setdefault(mark[0].end, []).append(mark)
    out = Text()
    for start, end in pairwise(sorted({0, len(text), *opens, *closes})):
        _close(out, closes.get(start, ()))
        # The longest opens first, so that brackets lie inside of each other where spans do.
        for _, role, number in sorted(opens.get(start, ()), key=lambda mark: (-mark[0].end, *mark[1:])):
            out.append(f"[{LETTERS[role]}{number} ", style="dim")
        out.append(printable(text[start:end]), style=_style(marks, Span(start, end)) if colours else "")
    _close(out, closes.get(len(text), ()))
    return out


def claims_below(annotation: Annotation) -> Iterator["Text"]:
    """A line for each claim: number, speaker, stance, relays, its events and figures."""
    from rich.text import Text

    numbered = told(annotation)
    if not numbered:
        yield Text("Nobody is said to have said anything here.")
    for number, claim in numbered:
        speaker = claim.speaker.name if claim.speaker else "speaker not known"
        side = f" ({claim.speaker.side})" if claim.speaker and claim.speaker.side else ""
        relays = "".join(f", via {relay.name}" for relay in claim.relays)
        line = Text(f"{number:>3}  ")
        line.append(printable(f"{speaker}{side}"), style=STYLES["source"])
        line.append(f" {claim.stance.value}", style=STYLES["cue"])
        line.append(printable(f"{relays}; {claim.manner.value}; confidence {claim.confidence:.2f}  {claim.id}"), style="dim")
        yield line
        for event in annotation.events:
            if claim.id in event.claims:
                trigger = printable(event.trigger.of(annotation.document.text))
                yield Text(f"       {event.kind.value}, {event.actuality.value}: “{trigger}”")
        for figure in annotation.figures:
            if figure.claim == claim.id:
                high = "or more" if figure.high is None else "" if figure.high == figure.low else f"to {figure.high:g}"
                yield Text(f"       {figure.low:g} {high} {figure.unit.value}, {figure.status.value}".replace("  ", " "))


def _marks(claims: Iterable[tuple[str, Claim]]) -> list[Mark]:
    """The marks of the claims; where one span has one role in several claims, it is marked once, with all their numbers."""
    numbers: dict[tuple[Span, str], list[str]] = {}
    for number, claim in claims:
        content = "content" if claim.attribution is Attribution.EXPLICIT else "narration"
        for role, spans in (("source", claim.source), ("cue", claim.cue), (content, claim.content)):
            for span in spans:
                numbers.setdefault((span, role), []).append(printable(number))
    return [(span, role, ",".join(dict.fromkeys(found))) for (span, role), found in numbers.items()]


def _close(out: "Text", marks: Iterable[Mark]) -> None:
    for _, role, number in sorted(marks, reverse=True):
        # A content may be long, and hold others: its end says whose it is.
        out.append("]" if LETTERS[role] else f" {number}]", style="dim")


def _style(marks: Iterable[Mark], span: Span) -> str:
    styles = {role: STYLES[role] for where, role, _ in marks if where.covers(span)}
    return next((styles[role] for role in ("cue", "source", "content", "narration") if role in styles), "")
