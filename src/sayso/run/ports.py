"""The ports: what the pipeline asks of the edges."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from sayso.record.annotation import Annotation
from sayso.record.document import Document, Unread
from sayso.record.judgement import Judgement
from sayso.record.place import Candidate, PlaceQuery
from sayso.record.reading import Reading
from sayso.text.span import Span


class Reader(Protocol):
    """Turns documents into readings, in the order given; what cannot be read becomes `Unread`."""

    def read(self, documents: Iterable[Document]) -> Iterator[Reading | Unread]:
        """A reading, or a refusal, for each document."""
        ...


class Morphology(Protocol):
    """Base forms and parts of speech."""

    def analyse(self, words: Sequence[str], lang: str | None) -> list[tuple[str, str]]:
        """(lemma in small letters, tag) of each word; tags as in `record.reading.Tokens`."""
        ...


class Gazetteer(Protocol):
    """Candidates for the names of places."""

    def look_up(self, queries: Iterable[PlaceQuery]) -> Mapping[Span, tuple[Candidate, ...]]:
        """The candidates of each query that has any, best match first."""
        ...


class Ledger(Protocol):
    """Where annotations and judgements are kept: append and supersede."""

    def add(self, annotations: Iterable[Annotation]) -> int:
        """Keeps whole documents with all that was derived from them; returns how many were new."""
        ...

    def annotations(
        self, *, since: str | None = None, until: str | None = None, documents: Collection[str] | None = None
    ) -> Iterator[Annotation]:
        """The kept annotations, by day of publication (ISO 8601, `until` included), in a fixed order; of `documents` (ids) or of all."""
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, oldest first."""
        ...
