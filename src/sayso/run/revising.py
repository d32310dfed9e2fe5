"""The revising: an edition in which a post counts once, whatever its outlet changed, and says what it said before."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sayso.editions.edition import edition
from sayso.incidents.revisions import revisions
from sayso.record.account import Account
from sayso.record.annotation import Annotation
from sayso.record.document import Document, Unread
from sayso.record.edition import Edition, Source
from sayso.record.figure import Figure
from sayso.record.report import Report
from sayso.record.revision import Earlier
from sayso.run.assembly import pack
from sayso.run.briefing import briefed
from sayso.run.config import Config
from sayso.run.keeping import ledger
from sayso.run.release import private_names
from sayso.run.reporting import reports
from sayso.run.viewpoint import spoken


def revised(
    given: Iterable[Annotation | Unread],
    config: Config,
    arrivals: Mapping[str, int] | None = None,
    **options: Any,  # noqa: ANN401 - those of `briefed`
) -> tuple[Edition, Mapping[str, str]]:
    """The edition of these annotations, the latest text of each post standing, and the texts of all by document id.

    What a speaker said in an earlier text of a post is superseded in his account. `arrivals` tells in which order documents came.
    """
    told = list(given)
    read = {item.document.id: item for item in told if isinstance(item, Annotation)}
    found = revisions((item.document for item in read.values()), arrivals)
    before = {r.document: tuple(read[key] for key in r.earlier) for r in found}
    gone = {key for r in found for key in r.earlier}
    made, texts = briefed((i for i in told if isinstance(i, Unread) or i.document.id not in gone), config, **options)
    if not found and not any(item.document.excerpt for item in read.values()):
        return made, texts
    texts = {**texts, **{key: read[key].document.text for key in gone}}
    return edition(_revised(made, read, before, config), texts), texts


def standing(given: Iterable[Annotation], arrivals: Mapping[str, int] | None = None) -> list[Annotation]:
    """The annotations without those of texts that a later text of the same post supersedes."""
    read = list(given)
    gone = superseded((a.document for a in read), arrivals)
    return [a for a in read if a.document.id not in gone]


def superseded(documents: Iterable[Document], arrivals: Mapping[str, int] | None = None) -> dict[str, str]:
    """Id of each text that a later one of its post supersedes -> the id of the one that stands."""
    return {key: r.document for r in revisions(documents, arrivals) for key in r.earlier}


def arrivals(config: Config) -> dict[str, int]:
    """Document id -> its number in the order in which the ledger took documents in."""
    store = ledger(config, make=False)
    try:
        return store.arrivals()
    finally:
        store.close()


def _revised(made: Edition, read: Mapping[str, Annotation], before: Mapping[str, tuple[Annotation, ...]], config: Config) -> Edition:
    chosen = pack(config.pack)
    superseded = {
        key: tuple(report for a in earlier for report in reports(spoken(a, chosen, config.lang), chosen)) for key, earlier in before.items()
    }
    return replace(
        made,
        made_from=tuple(sorted({*made.made_from, *(a.document.id for earlier in before.values() for a in earlier)})),
        documents=tuple(_source(s, read[s.id].document, before.get(s.id, ())) for s in made.documents),
        entries=tuple(replace(e, accounts=tuple(_account(a, superseded) for a in e.accounts)) for e in made.entries),
        withheld=(*made.withheld, *private_names([a for earlier in before.values() for a in earlier])),
    )


def _source(source: Source, document: Document, before: tuple[Annotation, ...]) -> Source:
    earlier = tuple(Earlier(id=a.document.id, stated=_stated(a.document), sha256=a.document.raw_sha256) for a in before)
    return replace(source, excerpt=document.excerpt, earlier=earlier)


def _stated(document: Document) -> str | None:
    return document.edited.isoformat() if document.edited else document.iso


def _account(account: Account, superseded: Mapping[str, tuple[Report, ...]]) -> Account:
    """The account with what its speaker said of the same in earlier texts of its documents."""
    kinds = {(r.document, r.kind) for r in account.reports}
    mine = [r for key in dict.fromkeys(r.document for r in account.reports) for r in superseded.get(key, ()) if (key, r.kind) in kinds]
    mine = [r for r in mine if _speaks(r, account)]
    if not mine:
        return account
    standing = {_told(f) for f in (*account.figures, *account.superseded_figures)}
    figures = {_told(f): f for r in mine for f in r.figures if _told(f) not in standing}
    words = {" ".join(e.quote.split()) for e in account.evidence}
    gone = dict.fromkeys(e for r in mine for e in r.evidence if " ".join(e.quote.split()) not in words)
    return replace(
        account,
        superseded_figures=(*account.superseded_figures, *figures.values()),
        replaced=tuple(gone),
        replaced_claims=tuple(dict.fromkeys(key for r in mine for key in r.claims)),
    )


def _speaks(report: Report, account: Account) -> bool:
    if report.speaker is None or account.speaker is None:
        return report.speaker is None and account.speaker is None and report.narrated == account.latest.narrated
    return account.speaker.key in {member.key for member in report.speaker.members or (report.speaker,)}


def _told(figure: Figure) -> tuple[object, ...]:
    return figure.unit, figure.status, figure.party, figure.who, figure.low, figure.high
