"""The making of reports: claims, events and assignments of one document joined."""

import re
from collections.abc import Iterable, Sequence

from sayso import ids
from sayso.claims.speakers import of_actor, of_outlet
from sayso.lexicon.earlier import earlier
from sayso.lexicon.pack import Pack
from sayso.record.annotation import Annotation
from sayso.record.claim import Attribution, Claim, Speaker, Stance
from sayso.record.document import Document
from sayso.record.event import Actuality, Event
from sayso.record.figure import Figure
from sayso.record.place import Place, PlaceKind, Precision, Use
from sayso.record.report import Evidence, Report
from sayso.text.span import Span
from sayso.text.stems import stem
from sayso.text.words import words

_MOST_WORDS = 400  # content words that a report carries for comparison
_MOST_PLACES = 40
_BRACKETS = re.compile(r"\([^)]{0,80}\)")
_REACH = 120  # characters of a sentence before a claim in which "earlier" may stand
_AFTER = 30  # and after it


def reports(annotation: Annotation, pack: Pack | None = None) -> tuple[Report, ...]:
    """One report for each event and speaker of a document.

    What a document tells in its own voice is a claim of narration; an event outside all claims makes a report only where there are none.
    `pack` tells whose voice that is then: the body's in its own channel, else the outlet's.
    """
    own = publisher(annotation.document, pack) if pack is not None else None
    claims = {claim.id: claim for claim in annotation.claims}
    told = _content_words(annotation.document.text, annotation.lang)
    found: dict[str, Report] = {}
    for number, event in enumerate(annotation.events):
        holding = [claims[key] for key in dict.fromkeys((*event.claims, *_counting(annotation, event))) if key in claims]
        if not holding and claims:
            continue  # a headline or a line between reports: what it tells stands in the claims below it
        for claim in holding or (None,):
            report = _report(annotation, event, claim, told, own, main=number == 0)
            found.setdefault(report.id, report)
    return tuple(found.values())


def evidence(annotation: Annotation, claim: Claim | None, span: Span) -> tuple[Evidence, ...]:
    """The words that a claim rests on, or those of `span` (a sentence) where the document speaks itself."""
    document = annotation.document
    spans = claim.content if claim and claim.content else (span,)
    relays = claim.relays if claim else ()
    return tuple(
        Evidence(
            document=document.id, span=s, quote=s.of(document.text), lang=annotation.lang, relays=relays, claim=claim.id if claim else None
        )
        for s in spans
    )


def publisher(document: Document, pack: Pack) -> Speaker | None:
    """Who speaks where a document speaks itself; None where the pack does not know its outlet, or it was forwarded from elsewhere."""
    outlet = pack.outlet_of(document.outlet, document.url)
    if outlet is None or document.forwarded_from:
        return None
    actor = pack.actors.get(outlet.voice_of or "")
    return of_actor(actor, document.day) if actor else of_outlet(outlet)


def _report(annotation: Annotation, event: Event, claim: Claim | None, told: tuple[str, ...], own: Speaker | None, *, main: bool) -> Report:
    document = annotation.document
    placed, dated = dict(annotation.placed), dict(annotation.dated)
    places = {place.id: place for place in annotation.places}
    moments = {moment.id: moment for moment in annotation.moments}
    speaker = claim.speaker if claim else own
    return Report(
        id=ids.make("r", document.id, event.id, speaker.key if speaker else "", claim.id if claim and not speaker else ""),
        document=document.id,
        event=event.id,
        kind=event.kind,
        actuality=_actuality(event, claim),
        stance=claim.stance if claim else Stance.ASSERTS,
        speaker=speaker,
        narrated=claim is None or claim.attribution is Attribution.NARRATION,
        outlet=document.outlet,
        published=document.published,
        lang=annotation.lang,
        place=places.get(placed.get(event.id, "")),
        moment=moments.get(dated.get(event.id, "")),
        participants=event.participants,
        figures=_figures(annotation, event, claim),
        claims=(claim.id,) if claim else (),
        evidence=evidence(annotation, claim, event.sentence),
        relays=claim.relays if claim else (),
        manner=claim.manner if claim else None,
        words=told,
        main=main,
        near=_near(annotation),
        retold=claim is not None and _retold(annotation, claim),
    )


def _near(annotation: Annotation) -> tuple[Place, ...]:
    """The places that the document speaks of as places of something, each name once, in text order; countries tell too little."""
    found: dict[str, Place] = {}
    for place in annotation.places:
        if place.use is Use.LOCATION and place.precision is not Precision.COUNTRY and place.kind is not PlaceKind.COUNTRY:
            found.setdefault(place.name, place)
    return tuple(found.values())[:_MOST_PLACES]


def _retold(annotation: Annotation, claim: Claim) -> bool:
    """Does the document recall the claim as an earlier one: does a word for "earlier" stand beside its source and cue?"""
    said = [*claim.source, *claim.cue]
    if not said:
        return False
    text = annotation.document.text
    start, end = min(s.start for s in said), max(s.end for s in said)
    if end - start > _REACH:
        return False
    before = text[max(0, start - _REACH) : start]
    before = before[max(before.rfind(mark) for mark in ".!?\n;") + 1 :]
    told = min((s.start for s in claim.content if s.start >= end), default=len(text))  # what is told may have its own "earlier"
    after = text[end : min(end + _AFTER, told)]
    after = after[: min((i for mark in '.!?\n;:,«“"' if (i := after.find(mark)) >= 0), default=len(after))]
    return earlier(annotation.lang).search(f"{before}{text[start:end]}{after}") is not None


def _actuality(event: Event, claim: Claim | None) -> Actuality:
    """The event's, where the claim holds its trigger; one who only gives a figure of it tells that it happened, or denies it."""
    if claim is None or claim.id in event.claims:
        return event.actuality
    return Actuality.DENIED if claim.stance is Stance.DENIES else Actuality.HAPPENED


def _counting(annotation: Annotation, event: Event) -> list[str]:
    """The claims that give a figure of the event without holding its trigger: their speakers tell of it too."""
    mine = set(event.figures)
    return [figure.claim for figure in annotation.figures if figure.id in mine and figure.claim is not None]


def _figures(annotation: Annotation, event: Event, claim: Claim | None) -> tuple[Figure, ...]:
    """The figures of the event that this claim gives; those outside all claims where the document speaks itself."""
    mine = set(event.figures)
    narrated = claim is None or claim.attribution is Attribution.NARRATION
    return tuple(
        f for f in annotation.figures if f.id in mine and (f.claim == claim.id if claim and f.claim else f.claim is None and narrated)
    )


def _content_words(text: str, lang: str | None) -> tuple[str, ...]:
    """Stem keys of the words of four letters and more, and of numbers, in text order."""
    found = []
    for span in words(text):
        word = span.of(text)
        if (len(word) >= 4 and word[0].isalpha()) or word[0].isdigit():
            found.append(stem(word, lang))
            if len(found) >= _MOST_WORDS:
                break
    return tuple(found)


def denials(annotations: Iterable[Annotation]) -> dict[str, str]:
    """Claim id -> id of the claim that it denies, where that stands in the same document."""
    return {claim.id: claim.denied for annotation in annotations for claim in annotation.claims if claim.denied}


def forwards(annotations: Iterable[Annotation]) -> dict[str, str]:
    """Document id -> the channel that it was forwarded from."""
    return {a.document.id: a.document.forwarded_from for a in annotations if a.document.forwarded_from}


def credits(annotations: Sequence[Annotation]) -> dict[str, tuple[str, ...]]:
    """Document id -> the outlets of other documents of the collection that its text names."""
    outlets = {
        name: re.compile(rf"(?<!\w){re.escape(_bare(name))}(?!\w)", re.IGNORECASE)
        for name in sorted({a.document.outlet for a in annotations if a.document.outlet})
        if len(_bare(name)) > 3
    }
    return {
        a.document.id: tuple(name for name, written in outlets.items() if name != a.document.outlet and written.search(a.document.text))
        for a in annotations
    }


def _bare(outlet: str) -> str:
    """An outlet's name without what stands in brackets."""
    return _BRACKETS.sub("", outlet).strip()
