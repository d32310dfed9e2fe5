"""The exchange format: one annotation as an object of `sayso annotate` (DESIGN.md §5)."""

import json
import re
from datetime import UTC, datetime
from typing import Any

from sayso.record.annotation import Annotation
from sayso.record.claim import Claim, Relay, Speaker
from sayso.record.document import Document, Unread
from sayso.record.event import Event, Participant
from sayso.record.figure import Figure
from sayso.record.mention import Mention
from sayso.record.moment import Moment
from sayso.record.place import Place
from sayso.text.instant import moved
from sayso.text.span import Span

Json = dict[str, Any]
_CONTROL = re.compile("[\x7f-\x9f]")  # what JSON leaves raw and a terminal obeys


def annotated(annotation: Annotation) -> Json:
    """The object that answers a document; its id is as the giver wrote it."""
    placed, dated = dict(annotation.placed), dict(annotation.dated)
    holding: dict[str, list[str]] = {}
    for event in annotation.events:
        for key in event.claims:
            holding.setdefault(key, []).append(event.id)
    answer: Json = {
        "id": identity(annotation.document),
        "lang": annotation.lang,
        "claims": [claim_of(claim, holding.get(claim.id, [])) for claim in annotation.claims],
        "events": [event_of(event, placed.get(event.id), dated.get(event.id)) for event in annotation.events],
        "figures": [figure_of(figure) for figure in annotation.figures],
        "places": [place_of(place) for place in annotation.places],
        "times": [time_of(moment) for moment in annotation.moments],
        "mentions": [mention_of(mention) for mention in annotation.mentions],
    }
    if annotation.error:
        answer["error"] = annotation.error
    return answer


def identity(document: Document) -> str | int:
    """The id as the giver wrote it: a number stays a number."""
    return document.name if document.key is None else document.key


def refused(unread: Unread) -> Json:
    """The object that answers a line which cannot be read."""
    then = f"; {unread.then}" if unread.then else ""
    where = f"{unread.where}: " if unread.where else ""
    return {"id": unread.name, "line": max(1, unread.line or 1), "error": f"{where}{unread.why}{then}"}


def line(answer: Json) -> str:
    """The object as a line of JSON; letters are written as they are, lone surrogates escaped."""
    text = _CONTROL.sub(_escaped, json.dumps(answer, ensure_ascii=False, separators=(", ", ": "), allow_nan=False))
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(answer, ensure_ascii=True, separators=(", ", ": "), allow_nan=False)
    return text


def claim_of(claim: Claim, events: list[str]) -> Json:
    """A claim of the exchange format."""
    return {
        "id": claim.id,
        "source": _spans(claim.source),
        "cue": _spans(claim.cue),
        "content": _spans(claim.content),
        "speaker": speaker_of(claim.speaker),
        "relays": [relay_of(relay) for relay in claim.relays],
        "stance": claim.stance.value,
        "quotation": claim.manner.value,
        "attribution": claim.attribution.value,
        "confidence": round(claim.confidence, 4),
        "events": events,
        "denies": claim.denied,
    }


def speaker_of(speaker: Speaker | None) -> Json | None:
    """A speaker, with its members where several speak as one."""
    if speaker is None:
        return None
    found: Json = {"id": speaker.id, "name": speaker.name, "side": speaker.side}
    if speaker.members:
        found["members"] = [{"id": m.id, "name": m.name, "side": m.side, "kind": m.kind.value} for m in speaker.members]
    found["kind"] = speaker.kind.value
    if speaker.role:
        found["role"] = speaker.role
    return found


def relay_of(relay: Relay) -> Json:
    """A relay."""
    return {"name": relay.name, "kind": relay.kind.value, "span": _span(relay.span), "id": relay.id}


def event_of(event: Event, place: str | None, moment: str | None) -> Json:
    """An event; its claim is the first that holds it."""
    found: Json = {
        "id": event.id,
        "kind": event.kind.value,
        "actuality": event.actuality.value,
        "trigger": _span(event.trigger),
        "actors": [participant_of(participant) for participant in event.participants],
        "place": place,
        "time": moment,
        "figures": list(event.figures),
        "claim": event.claims[0] if event.claims else None,
        "confidence": round(event.confidence, 4),
    }
    if event.acled:
        found["acled"] = {"event_type": event.acled[0], "sub_event_type": event.acled[1]}
    return found


def participant_of(participant: Participant) -> Json:
    """An actor in a role."""
    return {"role": participant.role.value, "name": participant.name, "id": participant.id, "span": _span(participant.span)}


def figure_of(figure: Figure) -> Json:
    """A figure."""
    found: Json = {
        "id": figure.id,
        "span": _span(figure.span),
        "low": number(figure.low),
        "high": number(figure.high),
        "approx": figure.approx,
        "unit": figure.unit.value,
        "status": figure.status.value,
        "party": figure.party,
        "who": figure.who.value if figure.who else None,
        "scope": figure.scope.value,
        "since": figure.since,
        "cumulative": figure.cumulative,
        "claim": figure.claim,
    }
    extra = {"until": figure.until, "detail": figure.detail, "part_of": figure.part_of}
    return found | {key: value for key, value in extra.items() if value is not None}


def place_of(place: Place) -> Json:
    """A place."""
    return {
        "id": place.id,
        "span": _span(place.span),
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "geonames_id": place.geonames_id,
        "kind": place.kind.value,
        "use": place.use.value,
        "admin": list(place.admin),
        "precision": place.precision.value if place.precision else None,
        "radius_km": place.radius_km,
        "confidence": round(place.confidence, 4),
        "rivals": [{"name": r.name, "lat": r.lat, "lon": r.lon, "confidence": round(r.confidence, 4)} for r in place.rivals],
    }


def time_of(moment: Moment) -> Json:
    """A time."""
    return {
        "id": moment.id,
        "span": _span(moment.span),
        "start": iso(moment.start),
        "end": iso(moment.end),
        "grain": moment.grain.value,
        "anchor": moment.anchor.value,
        "zone_from": moment.zone_from.value,
        "same_as": moment.same_as,
    }


def mention_of(mention: Mention) -> Json:
    """A mention; `actor` is the pack's actor, or the outlet where the name is that of an outlet."""
    return {
        "id": mention.id,
        "span": _span(mention.span),
        "kind": mention.kind.value,
        "actor": mention.actor or mention.outlet,
        "name": mention.name,
    }


def iso(at: datetime | None) -> str | None:
    """ISO 8601 with its offset in whole minutes."""
    if at is None:
        return None
    offset = at.utcoffset()
    if offset is None or offset.total_seconds() % 60:
        at = moved(at, UTC).replace(tzinfo=UTC)  # in the calendar's first hours it is not moved
    return at.isoformat()


def number(value: float | None) -> int | float | None:
    """A whole number without a decimal point."""
    return int(value) if value is not None and float(value).is_integer() else value


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span is not None else None


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
