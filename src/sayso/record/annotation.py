"""The annotation: everything that the stages derived from one document."""

import math
from dataclasses import dataclass

from sayso.record.claim import Claim
from sayso.record.document import Document
from sayso.record.event import Event
from sayso.record.figure import Figure
from sayso.record.mention import Mention
from sayso.record.method import Method
from sayso.record.moment import Moment
from sayso.record.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """The claims, events, figures, places, moments and mentions of a document, and what was assigned to which event.

    `placed` pairs (event id, place id), `dated` pairs (event id, moment id); events stand with the main one first.
    """

    document: Document
    lang: str | None
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    places: tuple[Place, ...] = ()
    moments: tuple[Moment, ...] = ()
    mentions: tuple[Mention, ...] = ()
    placed: tuple[tuple[str, str], ...] = ()
    dated: tuple[tuple[str, str], ...] = ()
    vectors: tuple[tuple[float, ...], ...] = ()
    methods: tuple[Method, ...] = ()
    error: str | None = None

    @property
    def vector(self) -> tuple[float, ...] | None:
        """The unit vector of the whole document: the mean of those of its passages; None where it has none.

        >>> from sayso.record.document import document
        >>> Annotation(document=document("Two passages."), lang="en", vectors=((1.0, 0.0), (0.0, 1.0))).vector
        (0.707107, 0.707107)
        """
        if not self.vectors:
            return None
        total = [math.fsum(column) for column in zip(*self.vectors, strict=True)]
        norm = math.sqrt(math.fsum(value * value for value in total))
        return tuple(round(value / norm, 6) for value in total) if norm else None
