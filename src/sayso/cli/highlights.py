"""The highlights: a text with the sources, cues and contents of its claims marked."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.record.annotation import Annotation
from sayso.record.claim import Attribution, Claim
from sayso.text.printable import printable
from sayso.text.span import Span

if TYPE_CHECKING:
    from rich.text import Text

STYLES = {"source": "bold cyan", "cue": "bold magenta", "content": "on grey23"}


def marked(annotation: Annotation, *, colours: bool) -> "Text":
    """The text with its claims marked: by colours on a terminal, by numbers in brackets everywhere."""
    from rich.text import Text

    text = annotation.document.text
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    told = [claim for claim in annotation.claims if claim.attribution is Attribution.EXPLICIT]
    for number, claim in enumerate(told, 1):
        for span in claim.content:
            opens.setdefault(span.start, []).append(f"[{number} ")
            closes.setdefault(span.end, []).append(f" {number}]")
    out = Text()
    edges = sorted({0, len(text), *opens, *closes, *(at for claim in told for span in (*claim.source, *claim.cue) for at in span)})
    for start, end in pairwise(edges):
        for mark in closes.get(start, ()):
            out.append(mark, style="dim")
        for mark in opens.get(start, ()):
            out.append(mark, style="dim")
        out.append(_printable(text[start:end]), style=_style(told, Span(start, end)) if colours else "")
    for mark in closes.get(len(text), ()):
        out.append(mark, style="dim")
    return out


def claims_below(annotation: Annotation) -> Iterator["Text"]:
    """A line for each claim: number, speaker, stance, relays, its events and figures."""
    from rich.text import Text

    told = [claim for claim in annotation.claims if claim.attribution is Attribution.EXPLICIT]
    if not told:
        yield Text("Nobody is said to have said anything here.")
    for number, claim in enumerate(told, 1):
        speaker = claim.speaker.name if claim.speaker else "speaker not known"
        side = f" ({claim.speaker.side})" if claim.speaker and claim.speaker.side else ""
        relays = "".join(f", via {relay.name}" for relay in claim.relays)
        line = Text(f"{number:>3}  ")
        line.append(printable(f"{speaker}{side}"), style=STYLES["source"])
        line.append(f" {claim.stance.value}", style=STYLES["cue"])
        line.append(f"{relays}; {claim.manner.value}; confidence {claim.confidence:.2f}  {claim.id}", style="dim")
        yield line
        for event in annotation.events:
            if claim.id in event.claims:
                yield Text(f"       {event.kind.value}, {event.actuality.value}: “{event.trigger.of(annotation.document.text)}”")
        for figure in annotation.figures:
            if figure.claim == claim.id:
                high = "or more" if figure.high is None else "" if figure.high == figure.low else f"to {figure.high:g}"
                yield Text(f"       {figure.low:g} {high} {figure.unit.value}, {figure.status.value}".replace("  ", " "))


def _style(claims: list[Claim], span: Span) -> str:
    for role in ("cue", "source", "content"):
        if any(piece.covers(span) for claim in claims for piece in getattr(claim, role)):
            return STYLES[role]
    return ""


def _printable(text: str) -> str:
    """The text without characters that steer a terminal."""
    return "".join(ch if ch in "\n\t" or ch.isprintable() else "·" for ch in text)
