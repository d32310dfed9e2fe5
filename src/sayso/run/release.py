"""The release: what does not leave the program by default (docs/responsible-use.md)."""

from collections.abc import Iterable

from sayso.record.annotation import Annotation
from sayso.record.claim import Attribution
from sayso.record.mention import MentionKind
from sayso.text.span import Span


def private_names(annotations: Iterable[Annotation]) -> tuple[tuple[str, Span], ...]:
    """(document id, span) of the names of persons who hold no listed office and are not quoted as a source: they are not shown.

    A person who is on record as a speaker speaks in public; a victim, witness or prisoner who is only named does not.
    """
    found = []
    for annotation in annotations:
        sources = [span for claim in annotation.claims if claim.attribution is Attribution.EXPLICIT for span in claim.source]
        for mention in annotation.mentions:
            if mention.kind is MentionKind.PERSON and mention.actor is None and not any(span.covers(mention.span) for span in sources):
                found.append((annotation.document.id, mention.span))
    return tuple(sorted(set(found)))
