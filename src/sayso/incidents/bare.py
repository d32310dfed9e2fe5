"""The bare report: a document in which no event was found, as one report, so that its words alone may place it."""

from sayso import ids
from sayso.incidents.words import stems_of
from sayso.record.claim import Stance
from sayso.record.document import Document
from sayso.record.event import Actuality
from sayso.record.report import Evidence, Report
from sayso.text.span import Span

_MOST = 2000  # words that are compared


def bare_report(document: Document, lang: str | None) -> Report:
    """A report of no known kind, place or moment in the document's own voice; its words are the document's."""
    return Report(
        id=ids.make("r", document.id, "bare"),
        document=document.id,
        event=ids.make("e", document.id, "bare"),
        kind=None,
        actuality=Actuality.HAPPENED,
        stance=Stance.ASSERTS,
        speaker=None,
        narrated=True,
        outlet=document.outlet,
        published=document.published,
        lang=lang,
        place=None,
        moment=None,
        # Without evidence it would be taken for somebody's own coding.
        evidence=(Evidence(document=document.id, span=Span(0, len(document.text)), quote="", lang=lang),),
        words=stems_of(document.text[:100_000], lang)[:_MOST],
        main=True,
    )
