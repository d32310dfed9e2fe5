"""The gold of one document on the screen, and the program's own reading beside it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.cli.highlights import STYLES, marked
from sayso.cli.screen import coloured, working
from sayso.cli.wording import Row, named, quoted, rows_of
from sayso.record.annotation import Annotation
from sayso.record.claim import Attribution, Claim
from sayso.record.event import Event
from sayso.record.figure import Figure, FigureStatus, Scope
from sayso.record.gold import GoldDocument
from sayso.run.gold import GoldFile
from sayso.text.printable import hidden, printable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


def document_shown(gold: GoldDocument, file: GoldFile, screen: "Console") -> None:
    """Prints a document: what it is, its text with the claims marked, then claim by claim what gold says of it."""
    from rich.text import Text

    annotation = gold.annotation
    doc = annotation.document
    screen.rule(Text(printable(f"{doc.name} · {doc.outlet or 'outlet not known'}")), style="dim", align="left")
    screen.print(rows_of(_about(gold, file)))
    screen.print()
    words = marked(doc.text, [(claim.id, claim) for claim in annotation.claims], colours=coloured(screen))
    screen.print(words, soft_wrap=not screen.is_terminal)
    screen.print()
    if odd := hidden(doc.text):
        screen.print(f"(· stands for characters that steer a terminal or hide in it: {', '.join(odd)})")
        screen.print()
    for title, rows in (
        ("Claims", _claims(gold, file, Attribution.EXPLICIT)),
        ("Narration", _claims(gold, file, Attribution.NARRATION)),
        ("Events and figures of no claim above", _loose(annotation)),
        ("Places, times, names", _found(annotation)),
    ):
        if listed := list(rows):
            screen.print(Text(title, style="bold"))
            screen.print(rows_of(listed))
            screen.print()
    if not annotation.claims:
        screen.print("Nobody is said to have said anything here.")


def _about(gold: GoldDocument, file: GoldFile) -> Iterator[Row]:
    from rich.text import Text

    told = (gold.annotation.lang, gold.genre, gold.published)
    yield "", Text(printable(" · ".join(filter(None, told))))
    if gold.incidents:
        yield "incident", Text(printable(", ".join(gold.incidents)))
    for field, value in (("family", gold.family), ("origin", gold.origin)):
        if value:
            akin = [name for name in file.akin(field, value) if name != gold.annotation.document.name]
            others = f", with {', '.join(akin)}" if akin else ", alone in this file"
            yield field, Text(printable(value + others))
    for what, value in gold.copies:
        yield what.replace("_", " "), Text(printable(value))


def _claims(gold: GoldDocument, file: GoldFile, attribution: Attribution) -> Iterator[Row]:
    from rich.text import Text

    text, corefers = gold.annotation.document.text, dict(gold.corefers)
    for claim in gold.annotation.claims:
        if claim.attribution is not attribution:
            continue
        line = Text(named(claim.speaker), style=STYLES["source"])
        line.append(f" {claim.stance.value}", style=STYLES["cue"])
        relays = "".join(f", via {relay.name}" for relay in claim.relays)
        line.append(printable(f"{relays}; {claim.manner.value}"), style="dim")
        yield claim.id, line
        if claim.attribution is Attribution.NARRATION:
            yield "", Text(quoted(claim.content, text), style="italic")
        if claim.denied:
            yield "", Text(f"denies {_denied(claim.denied, gold, file)}")
        if claim.id in corefers:
            yield "", Text(printable(f"its speaker is that of claim {corefers[claim.id]}"))
        for _, place, holder in (row for row in gold.control if row[0] == claim.id):
            yield "", Text(printable(f"control: {place} is held by {holder}"))
        for event in (e for e in gold.annotation.events if claim.id in e.claims):
            yield "", Text(_event(event, text))
        for figure in (f for f in gold.annotation.figures if f.claim == claim.id):
            yield "", Text(_figure(figure, text))


def _denied(reference: str, gold: GoldDocument, file: GoldFile) -> str:
    """What a denial denies: a claim of this document (2), or of another (a03-02:1)."""
    whole = reference if ":" in reference else f"{gold.annotation.document.name}:{reference}"
    found = file.claim(whole)
    if found is None:
        return printable(f"claim {reference}, which is not in this file")
    return printable(f"claim {reference}, of {named(found[1].speaker)}: ") + quoted(found[1].content, found[0].annotation.document.text)


def _loose(annotation: Annotation) -> Iterator[Row]:
    """The events and figures of the document's own voice."""
    from rich.text import Text

    text = annotation.document.text
    for event in annotation.events:
        if not event.claims:
            yield "", Text(_event(event, text))
    for figure in annotation.figures:
        if figure.claim is None:
            yield "", Text(_figure(figure, text))


def _found(annotation: Annotation) -> Iterator[Row]:
    from rich.text import Text

    text = annotation.document.text
    for place in annotation.places:
        at = f", {place.lat:.2f} {place.lon:.2f}" if place.lat is not None and place.lon is not None else ""
        yield "place", Text(f"{quoted([place.span], text)} {printable(place.name)} ({place.kind.value}, as {place.use.value}{at})")
    for moment in annotation.moments:
        ends = [at.isoformat(sep=" ", timespec="minutes") if at else "open" for at in (moment.start, moment.end)]
        words = quoted([moment.span], text) if moment.span else "(assumed)"
        yield "time", Text(f"{words} {ends[0]}" if ends[0] == ends[1] else f"{words} {ends[0]} to {ends[1]}")
    for mention in annotation.mentions:
        actor = f", {mention.actor}" if mention.actor else ""
        yield "name", Text(printable(f"{quoted([mention.span], text)} ({mention.kind.value}{actor})"))


def _event(event: Event, text: str) -> str:
    return f"{event.kind.value}, {event.actuality.value} {quoted([event.trigger], text)}"


def _figure(figure: Figure, text: str) -> str:
    high = " or more" if figure.high is None else "" if figure.high == figure.low else f" to {figure.high:g}"
    more = (
        "about" if figure.approx else "",
        figure.status.value if figure.status is not FigureStatus.CLAIMED else "",
        f"of {figure.party}" if figure.party else "",
        figure.who.value if figure.who else "",
        figure.scope.value if figure.scope not in (Scope.INCIDENT, Scope.UNSTATED) else "",
        f"since {figure.since}" if figure.since else "",
        "running total" if figure.cumulative else "",
        figure.detail or "",
    )
    told = "".join(f", {word}" for word in more if word)
    return printable(f"{figure.low:g}{high} {figure.unit.value}{told} ") + quoted([figure.span], text)


def beside_shown(gold: GoldDocument, pack: str | None, screen: "Console") -> None:
    """Prints what the program finds, misses and adds."""
    from rich.text import Text

    from sayso.run.comparison import compared, differences, own_reading
    from sayso.run.config import config

    settings = config(pack=pack)
    with working("reading"):
        own = own_reading(gold, settings)
    seen = compared(gold.annotation, own)
    text = gold.annotation.document.text
    screen.rule(Text(printable(f"what sayso reads with the pack {settings.pack}")), style="dim", align="left")
    rows: list[Row] = []
    for want, got in seen.found:
        apart = differences(want, got)
        rows.append((want.id, Text("found" if not apart else "found, but", style="green" if not apart else "yellow")))
        rows += [("", Text(printable(f"{what}: gold {of_gold}, read {of_own}"))) for what, of_gold, of_own in apart]
    rows += [(claim.id, _with("missed", claim, text)) for claim in seen.missed]
    rows += [("+", _with("false", claim, text)) for claim in seen.false]
    screen.print(rows_of(rows))
    counts = f"{len(seen.found)} found, {len(seen.missed)} missed, {len(seen.false)} false"
    screen.print(f"{counts} (claims with a speaker; found: half of the words of the two contents are common)")


def _with(verdict: str, claim: Claim, text: str) -> "Text":
    from rich.text import Text

    line = Text(verdict, style="red")
    line.append(f"  {named(claim.speaker)} {claim.stance.value} {quoted(claim.content, text)}", style="")
    return line
