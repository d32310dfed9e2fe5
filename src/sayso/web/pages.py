"""The pages of a ledger: start, incidents, documents, speakers, the edition."""

import base64
import hashlib
import re
from typing import Annotated, Any

from fastapi import APIRouter, Query
from markupsafe import Markup
from starlette.responses import HTMLResponse, Response

from sayso.errors import ConfigError, InputError
from sayso.record.account import Account
from sayso.record.edition import Edition, Entry
from sayso.record.event import Kind
from sayso.run.config import RULES
from sayso.run.publishing import entry_page, map_of, words_of
from sayso.run.showing import numbered, pieces, titled
from sayso.text.span import Span
from sayso.web import review
from sayso.web.access import POLICY
from sayso.web.asked import Day, Id, Number, Sentence, Short, TheDesk, Wishes
from sayso.web.drawing import address, page, sheet
from sayso.web.paging import Page, Wanted, chosen, page_of

router = APIRouter()
router.include_router(review.router)
_PER, _LATEST = 25, 8
_AT = re.compile(r"(\d{1,9})-(\d{1,9})")
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_LANGS = {"en": "English", "ru": "русский", "uk": "українська", "fr": "français"}


@router.get("/")
def start(desk: TheDesk) -> Response:
    """What the ledger holds, the latest incidents, what is to be reviewed."""
    edition = desk.edition()
    latest = chosen(edition.entries, Wanted())[:_LATEST]
    return page(
        "start.html.j2",
        desk,
        held=desk.holdings(),
        edition=edition,
        latest=latest,
        map=Markup(map_of(latest, edition, _to)),
        questions=desk.queue().questions[:5],
        words={q.id: review.in_short(desk, q, 30) for q in desk.queue().questions[:5]},
        speakers=desk.speakers()[:12],
    )


@router.get("/incidents")
def incidents(desk: TheDesk, wanted: Wishes, number: Number = 1) -> Response:
    """Incidents by day range, kind, place and speaker."""
    edition = desk.edition()
    found = page_of(chosen(edition.entries, wanted), number, _PER)
    kinds = sorted({entry.incident.kind.value for entry in edition.entries} | ({wanted.kind} & {kind.value for kind in Kind}))
    shape = Markup(map_of(found.items, edition, _to))
    return page("incidents.html.j2", desk, found=found, wanted=wanted, kinds=kinds, map=shape, edition=edition)


@router.get("/incidents/{key}")
def incident(desk: TheDesk, key: Id) -> Response:
    """One incident: accounts side by side, contests, origins, figures by source, a map."""
    entry, edition = desk.entry(key), desk.edition()
    sources = {source.id: source for source in edition.documents}
    families: dict[str, list[Any]] = {}
    for name in entry.incident.documents:
        families.setdefault(sources[name].family, []).append(sources[name])
    return page(
        "incident.html.j2",
        desk,
        entry=entry,
        article=Markup(entry_page(entry, edition, address)),
        map=Markup(map_of([entry], edition, _to)),
        families=list(families.values()),
        merges=[(rule, detail) for group, rule, detail in edition.merges if group in families],
        others=[e for e in edition.entries if e is not entry][:200],
        claims={account.id: _claims(account, edition) for account in entry.accounts},
        sources=sources,
    )


@router.get("/documents")
def documents(desk: TheDesk, since: Day = "", until: Day = "", outlet: Short = "", number: Number = 1) -> Response:
    """Documents, the latest first."""
    total, items = desk.documents(since=since, until=until, outlet=outlet, first=(number - 1) * _PER, most=_PER)
    found = Page(items=items, number=number, per=_PER, total=total)
    query = {"since": since, "until": until, "outlet": outlet}
    return page("documents.html.j2", desk, found=found, query=query, outlets=desk.outlets())


@router.get("/documents/{key}")
def document(desk: TheDesk, key: Id, at: Annotated[str, Query(max_length=20)] = "") -> Response:
    """One document: its text with the claims marked, and what was found in it."""
    told = desk.document(key)
    annotation = told.annotation
    places = {place.id: place for place in annotation.places}
    rivals = {p.name: p for p in annotation.places if p.rivals and p.id in dict(annotation.placed).values()}
    return page(
        "document.html.j2",
        desk,
        told=told,
        doc=annotation.document,
        title=titled(annotation),
        annotation=annotation,
        pieces=list(pieces(annotation, _span(at, len(annotation.document.text)))),
        claims=numbered(annotation),
        events={c.id: [e for e in annotation.events if c.id in e.claims] for c in annotation.claims},
        figures={c.id: [f for f in annotation.figures if f.claim == c.id] for c in annotation.claims},
        place_of={event: places[place] for event, place in annotation.placed if place in places},
        rivals=list(rivals.values()),
        incidents=[e for e in desk.edition().entries if key in e.incident.documents],
    )


@router.get("/speakers")
def speakers(desk: TheDesk, number: Number = 1) -> Response:
    """Who speaks, those of most incidents first."""
    return page("speakers.html.j2", desk, found=page_of(desk.speakers(), number, 100))


@router.get("/speakers/{key}")
def speaker(desk: TheDesk, key: Id, number: Number = 1) -> Response:
    """One speaker's accounts over time."""
    found, edition = desk.accounts(key), desk.edition()
    account = next((a for _, a in found if a.speaker), found[0][1])
    told = page_of(found, number, _PER)
    return page("speaker.html.j2", desk, found=told, account=account, key=key, quoted=lambda piece: words_of(piece, edition))


@router.get("/search")
def search(desk: TheDesk, q: Sentence = "") -> Response:
    """Where a sentence was first seen, and its copies."""
    fault, found = "", []
    try:
        found = desk.traces(q) if q.strip() else []
    except InputError as why:
        fault = f"{why.what}; {why.then}"
    return page("search.html.j2", desk, q=q, found=found, fault=fault)


@router.get("/edition")
def edition(desk: TheDesk, lang: Short = "", rule: Short = "") -> Response:
    """The edition, byte for byte as `sayso brief --format html` writes it."""
    if (lang and lang not in _LANGS) or (rule and rule not in RULES):
        raise ConfigError("there is no such language or rule", then=f"languages: {', '.join(_LANGS)}; rules: {', '.join(RULES)}")
    words = desk.page(lang=lang or None, rule=rule or None).encode("utf-8", "backslashreplace")
    # Its style stands in the page: allowed by its hash, and no other.
    inline = _STYLE.search(words.decode())
    digest = base64.b64encode(hashlib.sha256((inline.group(1) if inline else "").encode()).digest()).decode()
    return HTMLResponse(words, headers={"content-security-policy": POLICY.replace("style-src 'self'", f"style-src 'sha256-{digest}'")})


@router.get("/static/desk.css")
def style() -> Response:
    """The style sheet."""
    return Response(sheet(), media_type="text/css", headers={"cache-control": "max-age=300"})


def _claims(account: Account, edition: Edition) -> list[tuple[str, str, str]]:
    """(id, words, document) of each claim of an account, the first report first."""
    found: dict[str, tuple[str, str]] = {}
    for report in account.reports:
        for piece in report.evidence:
            if piece.claim and piece.claim not in found:
                found[piece.claim] = (words_of(piece, edition), piece.document)
        for claim in report.claims:
            found.setdefault(claim, ("", report.document))
    return [(claim, *told) for claim, told in found.items()]


def _to(entry: Entry) -> str:
    return f"/incidents/{entry.incident.id}"


def _span(at: str, length: int) -> Span | None:
    """The stretch of a text that an address asks for; None where it is none of this text."""
    found = _AT.fullmatch(at)
    if found is None:
        return None
    start, end = int(found.group(1)), int(found.group(2))
    return Span(start, end) if start < end <= length else None
