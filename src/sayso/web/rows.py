"""The rows: records as the JSON interface shows them."""

from typing import Any

from sayso.record.annotation import Annotation
from sayso.record.claim import Claim, Speaker
from sayso.record.edition import Entry
from sayso.record.figure import Figure
from sayso.run.desk import Listed, Shown, speaker_id
from sayso.run.showing import pieces, shown
from sayso.web.paging import Page

Row = dict[str, Any]


def paged(page: Page[Any], items: list[Row]) -> Row:
    """A page of a list."""
    return {"page": page.number, "per": page.per, "pages": page.pages, "total": page.total, "items": items}


def incident(entry: Entry) -> Row:
    """An incident in a list."""
    told, place = entry.incident, entry.incident.place
    return {
        "id": told.id,
        "title": entry.title,
        "kind": told.kind.value,
        "place": {"name": place.name, "lat": place.lat, "lon": place.lon, "admin": list(place.admin)} if place else None,
        "start": told.start.isoformat() if told.start else None,
        "end": told.end.isoformat() if told.end else None,
        "documents": len(told.documents),
        "origins": len(told.origins),
        "speakers": [{"id": speaker_id(account), "name": account.name} for account in entry.accounts],
        "contests": [contest.kind.value for contest in entry.contests],
        "flags": list(entry.finding.flags),
    }


def listed(document: Listed) -> Row:
    """A document in a list."""
    fields = ("id", "name", "outlet", "published", "lang")
    return {field: getattr(document, field) for field in fields}


def document(told: Shown) -> Row:
    """A document: its text without the names of private persons (offsets of claims count in the text as received)."""
    doc = told.annotation.document
    return {
        "id": doc.id,
        "name": doc.name,
        "outlet": doc.outlet,
        "published": doc.iso,
        "lang": told.annotation.lang,
        "url": doc.url,
        "sha256": doc.raw_sha256,
        "text": "".join(piece.words for piece in pieces(told.annotation)),
        "claims": [claim(told.annotation, one) for one in told.annotation.claims],
        "versions": [listed(version) for version in told.versions],
    }


def claim(annotation: Annotation, one: Claim) -> Row:
    """A claim with its words."""
    return {
        "id": one.id,
        "document": one.document,
        "speaker": speaker(one.speaker),
        "stance": one.stance.value,
        "quotation": one.manner.value,
        "attribution": one.attribution.value,
        "confidence": one.confidence,
        "relays": [{"name": relay.name, "kind": relay.kind.value} for relay in one.relays],
        "content": [{"span": list(span), "quote": shown(annotation, span)} for span in one.content],
        "figures": [figure(f) for f in annotation.figures if f.claim == one.id],
        "judged": one.method is not None and one.method.name == "judgement",
    }


def figure(one: Figure) -> Row:
    """A figure."""
    return {
        "id": one.id,
        "span": list(one.span),
        "low": one.low,
        "high": one.high,
        "approx": one.approx,
        "unit": one.unit.value,
        "status": one.status.value,
        "party": one.party,
    }


def speaker(one: Speaker | None) -> Row | None:
    """A speaker."""
    return {"id": one.id, "name": one.name, "side": one.side} if one else None
