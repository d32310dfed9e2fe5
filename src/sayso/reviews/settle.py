"""The settling of judgements: each put back on what it was about, after the documents were read anew."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.record.annotation import Annotation
from sayso.record.judgement import Judgement
from sayso.text.span import Span

_SHARED = 0.5  # of the characters of both: below this it is another passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Judgements whose `about` names a record of the new reading, and orphans, which go back to the queue."""

    judgements: tuple[Judgement, ...]
    orphans: tuple[Judgement, ...]


def settle(judgements: Iterable[Judgement], annotations: Iterable[Annotation]) -> Settled:
    """The judgements on claims and places moved to the claim or place that shares most characters with their anchor.

    A judgement about anything else ("pair:A:B", "scope:X") stays as it is while its anchor's words still stand in its document. One whose
    document is gone, whose quote no longer stands there, or whose passage no record overlaps by half, is an orphan.
    """
    by_document = {annotation.document.id: annotation for annotation in annotations}
    kept: list[Judgement] = []
    orphans: list[Judgement] = []
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id)):
        moved = _moved(judgement, by_document)
        (orphans if moved is None else kept).append(moved or judgement)
    return Settled(judgements=tuple(kept), orphans=tuple(orphans))


def _moved(judgement: Judgement, by_document: Mapping[str, Annotation]) -> Judgement | None:
    if judgement.document is None:
        return judgement
    annotation = by_document.get(judgement.document)
    if annotation is None or judgement.span is None:
        return None
    span = anchored(judgement, annotation.document.text)
    if span is None:
        return None
    kind, _, _ = judgement.about.partition(":")
    if kind == "speaker":
        found = _nearest(span, [(c.id, (*c.content, *c.source, *c.cue)) for c in annotation.claims])
    elif kind == "place":
        found = _nearest(span, [(p.id, (p.span,)) for p in annotation.places])
    else:
        return replace(judgement, span=span)
    return None if found is None else replace(judgement, span=span, about=f"{kind}:{found}")


def anchored(judgement: Judgement, text: str) -> Span | None:
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


def _nearest(span: Span, records: Sequence[tuple[str, tuple[Span, ...]]]) -> str | None:
    """The id of the record one of whose spans shares most with `span`; None where none shares half of the characters of the two."""
    scored = [(max((_jaccard(span, s) for s in spans), default=0.0), name) for name, spans in records]
    best = max(scored, key=lambda pair: (pair[0], pair[1]), default=(0.0, ""))
    return best[1] if best[0] >= _SHARED else None


def _jaccard(a: Span, b: Span) -> float:
    both = a.shared(b)
    return both / (a.length + b.length - both) if both else 0.0
