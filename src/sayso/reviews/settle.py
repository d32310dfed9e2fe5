"""The settling of judgements: each put back on what it was about, after the documents were read anew."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.record.annotation import Annotation
from sayso.record.judgement import WITHDRAWN, Anchor, Judgement
from sayso.text.span import Span

_SHARED = 0.5  # of the characters of both: below this it is another passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Judgements whose `about` names a record of the new reading, and orphans, which go back to the queue."""

    judgements: tuple[Judgement, ...]
    orphans: tuple[Judgement, ...]


def settle(judgements: Iterable[Judgement], annotations: Iterable[Annotation]) -> Settled:
    """The judgements moved to the claim, place or two events that now stand where they were given, oldest first.

    A record that has kept its id keeps its judgement; else the one that shares most characters with the anchor takes it. One whose
    document is gone, whose quote no longer stands there, or whose passage no record overlaps by half, is an orphan.
    """
    by_document = {annotation.document.id: annotation for annotation in annotations}
    kept: list[Judgement] = []
    orphans: list[Judgement] = []
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id)):
        moved = _moved(judgement, by_document)
        (orphans if moved is None else kept).append(moved or judgement)
    return Settled(judgements=tuple(kept), orphans=tuple(orphans))


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The last judgement on each thing, oldest first; none where the last one takes the earlier ones back."""
    last: dict[object, Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id)):
        last.pop(judgement.about, None)
        last[judgement.about] = judgement
    return tuple(judgement for judgement in last.values() if judgement.verdict != WITHDRAWN)


def _moved(judgement: Judgement, by_document: Mapping[str, Annotation]) -> Judgement | None:
    if judgement.document is None:
        return judgement
    annotation = by_document.get(judgement.document)
    if annotation is None or judgement.span is None:
        return None
    span = anchored(judgement, annotation.document.text)
    if span is None:
        return None
    kind, _, names = judgement.about.partition(":")
    if kind == "pair":
        return _moved_pair(judgement, names, annotation, span, by_document)
    if kind == "speaker":
        found = _nearest(span, names, [(c.id, (*c.content, *c.source, *c.cue)) for c in annotation.claims])
    elif kind == "place":
        found = _nearest(span, names, [(p.id, (p.span,)) for p in annotation.places])
    else:
        return replace(judgement, span=span)
    return None if found is None else replace(judgement, span=span, about=f"{kind}:{found}")


def _moved_pair(
    judgement: Judgement, names: str, annotation: Annotation, span: Span, by_document: Mapping[str, Annotation]
) -> Judgement | None:
    """The judgement on two events, each where its words stand; the ids in order, whatever order they were given in."""
    other = judgement.other
    away = by_document.get(other.document) if other else None
    there = anchored(other, away.document.text) if other and away else None
    if other is None or away is None or there is None:
        return None
    first, _, second = names.partition(":")
    here_ids = {event.id for event in annotation.events}
    if first not in here_ids and second in here_ids:
        first, second = second, first
    one = _nearest(span, first, [(e.id, (e.trigger,)) for e in annotation.events])
    two = _nearest(there, second, [(e.id, (e.trigger,)) for e in away.events])
    if one is None or two is None or one == two:
        return None
    return replace(judgement, span=span, other=replace(other, span=there), about=f"pair:{min(one, two)}:{max(one, two)}")


def anchored(judgement: Judgement | Anchor, text: str) -> Span | None:
    """Where the judgement's words stand in a text: in their place, else nearest to it; None where they do not, or no words were kept."""
    if judgement.span is None or not judgement.quote:
        return None
    if judgement.span.of(text) == judgement.quote:
        return judgement.span
    best, at = None, text.find(judgement.quote)
    while at >= 0:
        if best is None or abs(at - judgement.span.start) < abs(best - judgement.span.start):
            best = at
        at = text.find(judgement.quote, at + 1)
    return None if best is None else Span(best, best + len(judgement.quote))


def _nearest(span: Span, known: str, records: Sequence[tuple[str, tuple[Span, ...]]]) -> str | None:
    """The id of the record one of whose spans shares most with `span`, of equal ones that of id `known`.

    None where none shares half of the characters of the two.
    """
    scored = [(max((_jaccard(span, s) for s in spans), default=0.0), name == known, name) for name, spans in records]
    best = max(scored, default=(0.0, False, ""))
    return best[2] if best[0] >= _SHARED else None


def _jaccard(a: Span, b: Span) -> float:
    both = a.shared(b)
    return both / (a.length + b.length - both) if both else 0.0
