"""The annotation: everything that the stages derived from one document."""

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
