"""The keeping: documents added to a ledger, and what is found again in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from sayso import ids
from sayso.errors import InputError
from sayso.incidents.revisions import revisions
from sayso.ledger.store import SqlLedger
from sayso.record.annotation import Annotation
from sayso.record.claim import Claim
from sayso.record.document import Document, Unread
from sayso.record.judgement import Judgement
from sayso.record.report import Evidence
from sayso.run.assembly import pipeline
from sayso.run.config import Config
from sayso.run.reporting import evidence
from sayso.run.versions import versions
from sayso.text.instant import order
from sayso.text.sentences import sentences
from sayso.text.stems import stem
from sayso.text.words import words

_NEAR = 0.5  # share of a sentence's words that a passage must have to be its copy
_BATCH = 50  # documents between two commits


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A document that holds a sentence: the passage, the share of the sentence's words in it, who is said to have said it.

    `standing` is the id of the later text of the same post, where one supersedes the document.
    """

    document: Document
    passage: Evidence
    share: float
    claim: Claim | None
    standing: str | None = None

    @property
    def chain(self) -> tuple[str, ...]:
        """The names on the way of the words: the speaker ("" where nobody is known), the relays, who published them."""
        claim, last = self.claim, self.document.outlet or self.document.name
        first = claim.speaker.name if claim and claim.speaker else ""
        names = (first, *(relay.name for relay in (claim.relays if claim else ())), last)
        return tuple(name for i, name in enumerate(names) if not i or name != names[i - 1])

    def row(self, words: str) -> dict[str, Any]:
        """What a program is told; `words` are the passage as it may be shown."""
        return {
            "document": self.document.id,
            "name": self.document.name,
            "outlet": self.document.outlet,
            "published": self.document.iso,
            "share": round(self.share, 3),
            "span": list(self.passage.span),
            "quote": words,
            "speaker": self.claim.speaker.name if self.claim and self.claim.speaker else None,
            "relays": [relay.name for relay in self.claim.relays] if self.claim else [],
            "standing": self.standing,
        }


def ledger(config: Config, *, make: bool = True) -> SqlLedger:
    """The ledger that the configuration names; where there is none it is made, or LedgerError where it is only to be read."""
    return SqlLedger(config.ledger, make=make)


def made_with(config: Config) -> str:
    """The digest of what derives annotations: program, lexicon, pack, places."""
    return ids.make("v", [list(pair) for pair in versions(config, ())])


def add(documents: Iterable[Document | Unread], config: Config) -> Iterator[tuple[Document | Unread, bool]]:
    """(document or refusal, is it new?) for each, told only after it is committed; a document that is there already is not read again."""
    store, maker = ledger(config), made_with(config)
    stages = pipeline(config)  # what people judged is applied when the ledger is read: it may be taken back
    waiting: list[Annotation] = []
    back: dict[tuple[str, str], Document] = {}  # of a post or page the text that is here and came last, its words left out
    try:
        for document in documents:
            if isinstance(document, Document) and any(_page(document) == _page(a.document) for a in waiting):
                yield from _committed(store, waiting, maker)  # texts of one page are kept in the order in which they come
                waiting = []
            if isinstance(document, Unread):
                yield document, False
                continue
            back.pop(_page(document), None)
            if store.beside(document):
                back[_page(document)] = replace(document, text="")
            if store.has(document, maker):
                yield document, False
            else:
                for annotation in stages.annotations([document]):
                    if isinstance(annotation, Unread):
                        yield annotation, False
                    else:
                        waiting.append(annotation)
                if len(waiting) >= _BATCH:
                    yield from _committed(store, waiting, maker)
                    waiting = []
        yield from _committed(store, waiting, maker)
        for document in back.values():
            store.again(document)
    finally:
        store.close()


def kept(config: Config, since: str | None = None, until: str | None = None) -> list[Annotation]:
    """The annotations in the ledger, by day of publication."""
    store = ledger(config, make=False)
    try:
        return list(store.annotations(since=since, until=until))
    finally:
        store.close()


def said(config: Config) -> tuple[Judgement, ...]:
    """All judgements in the ledger, oldest first."""
    store = ledger(config, make=False)
    try:
        return store.judgements()
    finally:
        store.close()


def trace(sentence: str, config: Config) -> list[Trace]:
    """Where a sentence, or a near copy of it, stands in the ledger: earliest publication first. InputError for a sentence without words."""
    if not _keys(sentence, None):
        raise InputError("there is no word in this sentence", then="give some words of the sentence to be traced")
    store = ledger(config, make=False)
    try:
        found = {document.id: document for _, document in store.copies(sentence, least=0.3)}
        annotations = {a.document.id: a for a in store.annotations(documents=found)}
        posts = sorted({document.post for document in found.values() if document.post})
        others = [document for post in posts for document in store.documents_of_post(post)]
        gone = {key: r.document for r in revisions([*found.values(), *others], store.arrivals()) for key in r.earlier}
    finally:
        store.close()
    traces = [replace(t, standing=gone.get(key)) for key in found if (t := _passage(sentence, annotations[key])) is not None]
    return sorted(traces, key=lambda t: (order(t.document.iso), t.document.id))


def _page(document: Document) -> tuple[str, str]:
    return document.outlet or "", document.post or document.name


def _committed(store: SqlLedger, annotations: list[Annotation], maker: str) -> Iterator[tuple[Document, bool]]:
    store.add(annotations, made_with=maker)
    for annotation in annotations:
        yield annotation.document, True


def _passage(sentence: str, annotation: Annotation) -> Trace | None:
    """The sentence of a document that shares most words with the one sought."""
    text, wanted = annotation.document.text, _keys(sentence, annotation.lang)
    best = max(sentences(text, annotation.lang), key=lambda s: len(_keys(s.of(text), annotation.lang) & wanted), default=None)
    if best is None:
        return None
    share = len(_keys(best.of(text), annotation.lang) & wanted) / len(wanted)
    if share < _NEAR:
        return None
    claim = next((c for c in annotation.claims if any(span.overlaps(best) for span in c.content)), None)
    (passage, *_) = evidence(annotation, None, best)
    return Trace(document=annotation.document, passage=passage, share=share, claim=claim)


def _keys(text: str, lang: str | None) -> set[str]:
    return {stem(word, lang) for span in words(text) if (word := span.of(text))[0].isalnum()}
