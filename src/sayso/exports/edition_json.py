"""The edition as JSON (DESIGN.md §5, `edition.schema.json`)."""

import json
from typing import Any

from sayso.exports.exchange import iso, number, relay_of, speaker_of
from sayso.exports.release import released
from sayso.record.account import Account
from sayso.record.contest import Contest
from sayso.record.edition import Edition, Entry, Measure
from sayso.record.figure import Figure
from sayso.record.place import Place
from sayso.record.report import Evidence
from sayso.record.tally import Tally

Json = dict[str, Any]


def edition_json(edition: Edition) -> str:
    """The edition as one JSON document, keys in a fixed order, ending in a newline."""
    return (
        json.dumps(edition_object(edition), ensure_ascii=False, indent=1, allow_nan=False).encode("utf-8", "backslashreplace").decode()
        + "\n"
    )


def edition_object(edition: Edition) -> Json:
    """The edition as an object."""
    return {
        "edition": {
            "id": edition.id,
            "made_from": list(edition.made_from),
            "rule": edition.rule,
            "versions": dict(edition.versions),
            "lang": edition.lang,
            "zone": edition.zone,
            "since": edition.since,
            "until": edition.until,
            "delay_hours": number(edition.delay_hours),
            "held_back": edition.held_back,
        },
        "incidents": [_entry(edition, entry) for entry in edition.entries],
        "tallies": [_tally(edition, tally) for tally in edition.tallies],
        "contests": [_contest(edition, contest) for contest in edition.contests],
        "measures": [_measure(edition, measure) for measure in edition.measures],
        "control": [
            {
                "place": c.place,
                "holder": c.holder,
                "speaker": c.speaker,
                "stated": c.stated,
                "revises": c.revises,
                "evidence": _evidence(edition, c.evidence),
            }
            for c in edition.control
        ],
        "strikes": [
            {
                "speaker": s.speaker,
                "unit": s.unit,
                "since": s.since,
                "until": s.until,
                "counts": [{"status": status, "low": number(low), "high": number(high)} for status, low, high in s.counts],
                "evidence": _evidence(edition, s.evidence),
            }
            for s in edition.strikes
        ],
        "documents": [
            {
                "id": d.id,
                "name": d.name,
                "outlet": d.outlet,
                "published": d.published,
                "lang": d.lang,
                "family": d.family,
                "origin": d.origin,
                "sha256": d.sha256,
                "url": d.url,
                "excerpt": d.excerpt,
                "earlier": [{"id": e.id, "stated": e.stated, "sha256": e.sha256} for e in d.earlier],
            }
            for d in edition.documents
        ],
        "merges": [{"group": group, "rule": rule, "detail": detail} for group, rule, detail in edition.merges],
        "asides": [
            {"kind": a.kind, "why": a.why, "speaker": a.speaker, "evidence": _evidence(edition, a.evidence)} for a in edition.asides
        ],
        "unread": [{"where": u.where, "why": u.why, "then": u.then} for u in edition.unread],
    }


def _entry(edition: Edition, entry: Entry) -> Json:
    incident = entry.incident
    return {
        "id": incident.id,
        "title": entry.title,
        "kind": incident.kind.value,
        "place": _place(incident.place),
        "start": iso(incident.start),
        "end": iso(incident.end),
        "documents": len(incident.documents),
        "origins": len(incident.origins),
        "accounts": [_account(edition, account) for account in entry.accounts],
        "contests": [_contest(edition, contest) for contest in entry.contests],
        "finding": {
            "rule": entry.finding.rule,
            "figures": [
                {
                    "unit": r.unit.value,
                    "status": r.status.value,
                    "party": r.party,
                    "low": number(r.low),
                    "best": number(r.best),
                    "high": number(r.high),
                    "basis": list(r.basis),
                }
                for r in entry.finding.ranges
            ],
            "flags": list(entry.finding.flags),
            "grade": entry.finding.grade,
        },
        "origin_names": [{"id": o.id, "name": o.name, "documents": list(o.documents)} for o in incident.origins],
        "reasons": [{"rule": r.rule, "detail": r.detail, "between": list(r.between)} for r in incident.reasons],
    }


def _place(place: Place | None) -> Json | None:
    if place is None:
        return None
    return {
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision.value if place.precision else None,
        "radius_km": place.radius_km,
        "admin": list(place.admin),
        "geonames_id": place.geonames_id,
        "document": place.document,
        "span": [place.span.start, place.span.end],
    }


def _account(edition: Edition, account: Account) -> Json:
    stands = account.latest.claims
    earlier = [key for report in account.reports for key in report.claims if key not in stands]
    return {
        "id": account.id,
        "speaker": speaker_of(account.speaker) or account.outlet,
        "side": account.speaker.side if account.speaker else None,
        "stance": account.stance.value,
        "actuality": account.actuality.value,
        "latest": stands[0] if stands else account.latest.id,
        "superseded": list(dict.fromkeys([*account.replaced_claims, *earlier])),
        "narrated": account.latest.narrated,
        "outlet": account.outlet,
        "holds": account.holds,
        "figures": [_figure(figure) for figure in account.figures],
        "superseded_figures": [_figure(figure) for figure in account.superseded_figures],
        "evidence": _evidence(edition, account.evidence),
        "replaced": _evidence(edition, account.replaced),
    }


def _figure(figure: Figure) -> Json:
    return {
        "id": figure.id,
        "document": figure.document,
        "span": [figure.span.start, figure.span.end],
        "unit": figure.unit.value,
        "status": figure.status.value,
        "low": number(figure.low),
        "high": number(figure.high),
        "approx": figure.approx,
        "party": figure.party,
        "scope": figure.scope.value,
        "claim": figure.claim,
    }


def _contest(edition: Edition, contest: Contest) -> Json:
    return {
        "id": contest.id,
        "kind": contest.kind.value,
        "about": contest.about,
        "note": contest.note,
        "between": [[name, value] for name, value in contest.between],
        "evidence": _evidence(edition, contest.evidence),
    }


def _tally(edition: Edition, tally: Tally) -> Json:
    return {
        "id": tally.id,
        "speaker": speaker_of(tally.speaker),
        "unit": tally.unit.value,
        "status": tally.status.value,
        "low": number(tally.low),
        "high": number(tally.high),
        "approx": tally.approx,
        "since": tally.since,
        "until": tally.until,
        "scope": tally.scope.value,
        "party": tally.party,
        "evidence": _evidence(edition, tally.evidence),
    }


def _measure(edition: Edition, measure: Measure) -> Json:
    return {
        "kind": measure.kind,
        "place": _place(measure.place),
        "from": measure.since,
        "by": measure.by,
        "evidence": _evidence(edition, measure.evidence),
    }


def _evidence(edition: Edition, evidence: tuple[Evidence, ...]) -> list[Json]:
    return [
        {
            "document": e.document,
            "span": [e.span.start, e.span.end],
            "quote": released(e, edition),
            "relays": [relay_of(relay) for relay in e.relays],
            "lang": e.lang,
            "claim": e.claim,
            "translations": [
                {"lang": t.lang, "text": t.text, "by": t.by} for t in edition.translations if t.quote == " ".join(e.quote.split())
            ],
        }
        for e in evidence
    ]
