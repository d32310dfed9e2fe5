"""The pipeline for one document: read, attribute, code, locate, date."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.claims.attribute import attribute
from sayso.claims.names import names
from sayso.errors import SaysoError
from sayso.events.code import code
from sayso.events.figures import figures
from sayso.lexicon.language import LANGUAGES, lexicon
from sayso.lexicon.pack import Outlet, Pack
from sayso.moments.assign import assign as date_events
from sayso.moments.moments import moments
from sayso.places import apart, ask, locate
from sayso.places import assign as place_events
from sayso.record.annotation import Annotation
from sayso.record.document import Document, Unread
from sayso.record.judgement import Judgement
from sayso.record.reading import Reading
from sayso.run.merging import merged
from sayso.run.ports import Gazetteer, Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline:
    """The stages with the edges that they need."""

    reader: Reader
    gazetteer: Gazetteer
    pack: Pack
    judgements: tuple[Judgement, ...] = ()

    def annotations(self, documents: Iterable[Document | Unread]) -> Iterator[Annotation | Unread]:
        """An annotation, or a refusal, for each document, in order; refusals that come in are passed on."""
        for document in documents:
            if isinstance(document, Unread):
                yield document
                continue
            for reading in self.reader.read([document]):
                yield reading if isinstance(reading, Unread) else self._told(reading)

    def _told(self, reading: Reading) -> Annotation | Unread:
        """The annotation, or, where a stage has a fault, a refusal of this one document: the run goes on."""
        try:
            return self.annotation(reading)
        except SaysoError:
            raise  # something that all documents need is missing
        except Exception as fault:  # noqa: BLE001  (whatever it is, the other documents are read)
            name = reading.document.name
            why = f"sayso has a fault that this text brings to light ({type(fault).__name__}: {fault})"
            return Unread(where=name, why=why, then="report it to the makers, with the text if it may be shown", name=name)

    def annotation(self, reading: Reading) -> Annotation:
        """Everything that the stages derive from a reading."""
        document, pack, lex = reading.document, self.pack, lexicon(reading.lang)
        if not reading.tokens:
            return Annotation(document=document, lang=reading.lang, error=_nothing_to_read(document))
        mentions = names(reading, lex, pack)
        claims = attribute(reading, mentions, lex, pack, self.judgements)
        counted = figures(reading, claims, lex, pack)
        events = code(reading, claims, counted, mentions, lex, pack)
        queries = ask(reading, mentions, lex, pack)
        places = locate(reading, queries, self.gazetteer.look_up(queries), mentions, lex, pack)
        events, placed = apart(reading, events, place_events(reading, events, places, claims), places)
        outlet = pack.outlet_of(document.outlet, document.url)
        dated = moments(reading, lex, outlet_zone=_zone(outlet), places=places)
        return Annotation(
            document=document,
            lang=reading.lang,
            claims=claims,
            events=events,
            figures=counted,
            places=places,
            moments=dated,
            mentions=merged(mentions, places, reading, lex, pack),
            placed=placed,
            dated=date_events(reading, events, dated, claims),
            vectors=tuple(p.vector for p in reading.passages if p.vector is not None),
            methods=reading.methods,
            error=_not_read_well(reading),
        )


def _zone(outlet: Outlet | None) -> str | None:
    return outlet.zone if outlet else None


def _nothing_to_read(document: Document) -> str:
    return f"document {document.name}: no words in the text; give a text with words in it"


def _not_read_well(reading: Reading) -> str | None:
    """A warning for a language that no lexicon covers; the document is read with the English one."""
    if reading.lang in LANGUAGES:
        return None
    told = f"the language {reading.lang!r} is not read" if reading.lang else "the language was not recognised"
    then = f'sayso reads {", ".join(LANGUAGES)}; set "lang" if it is one of these'
    return f"document {reading.document.name}: {told}, so little is found; {then}"
