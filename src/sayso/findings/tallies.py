"""The tallies: running and period totals of losses, each its speaker's, never summed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import combinations

from sayso import ids
from sayso.findings.figures import UNNAMED, connected, disagree, same_party, same_scope, same_status, scope_note
from sayso.findings.order import value
from sayso.record.annotation import Annotation
from sayso.record.claim import Claim
from sayso.record.contest import Contest, ContestKind
from sayso.record.event import Kind
from sayso.record.figure import Figure, FigureStatus, Scope
from sayso.record.report import Evidence
from sayso.record.tally import Tally
from sayso.text.span import Span

_PERIODS = (Scope.PERIOD, Scope.WAR)
_NEAR = 3  # days between two publications whose running totals are compared


def tallies(annotations: Iterable[Annotation]) -> tuple[Tally, ...]:
    """The totals of all documents, sorted by id; the same total of one speaker in several documents is one, with all its evidence.

    A figure is a total if it stands in a loss tally, is cumulative, or counts over a period.
    """
    found: dict[str, Tally] = {}
    for annotation in sorted(annotations, key=lambda a: (str(a.document.published), a.document.id)):
        claims = {claim.id: claim for claim in annotation.claims}
        counted = {figure for event in annotation.events if event.kind is Kind.TALLY for figure in event.figures}
        for figure in annotation.figures:
            if figure.id in counted or figure.cumulative or figure.scope in _PERIODS:
                tally = _tally(annotation, figure, claims.get(figure.claim or ""))
                known = found.get(tally.id)
                found[tally.id] = tally if known is None else _with(known, tally)
    return tuple(sorted(found.values(), key=lambda tally: tally.id))


def _with(known: Tally, tally: Tally) -> Tally:
    evidence = tuple(dict.fromkeys((*known.evidence, *tally.evidence)))
    return Tally(**{name: getattr(known, name) for name in Tally.__slots__} | {"evidence": evidence})


def _tally(annotation: Annotation, figure: Figure, claim: Claim | None) -> Tally:
    speaker = claim.speaker if claim else None
    told = speaker.key if speaker else annotation.document.outlet or annotation.document.id
    identity = (
        told,
        figure.unit.value,
        figure.status.value,
        figure.party,
        figure.low,
        figure.high,
        figure.since,
        figure.until,
        figure.detail,
    )
    return Tally(
        id=ids.make("tl", *identity),
        speaker=speaker,
        unit=figure.unit,
        status=figure.status,
        low=figure.low,
        high=figure.high,
        since=figure.since,
        until=figure.until,
        scope=figure.scope,
        evidence=(_evidence(annotation, figure, claim),),
        party=figure.party,
        figure=figure.id,
        approx=figure.approx,
    )


def _evidence(annotation: Annotation, figure: Figure, claim: Claim | None) -> Evidence:
    """The content of the claim, or the sentence of the event, that holds the figure; else the figure's own words."""
    spans: list[Span] = [*(claim.content if claim else ()), *(e.sentence for e in annotation.events if figure.id in e.figures)]
    span = next((s for s in spans if s.covers(figure.span)), figure.span)
    return Evidence(
        document=annotation.document.id,
        span=span,
        quote=span.of(annotation.document.text),
        lang=annotation.lang,
        relays=claim.relays if claim else (),
        claim=claim.id if claim else None,
    )


def tally_contests(tallies: Iterable[Tally], days: Mapping[str, date] | None = None) -> tuple[Contest, ...]:
    """The contests between totals, sorted by what they are about.

    Between speakers: the same unit, fate and party over a period that may be the same; where one does not state its period, the note says
    "scope: unstated". `days` maps document ids to days of publication: running totals published more than three days apart are no
    contest, and of one speaker the latest counts. Totals whose speaker is not known stand in none. Within one speaker: a part of a
    period with more in it than the whole; the note says so.
    """
    told = sorted((tally for tally in tallies if tally.speaker is not None), key=lambda tally: tally.id)
    days = days or {}
    latest = _wholes(_latest(told, days))
    links: dict[str, set[str]] = defaultdict(set)
    for a, b in combinations(latest, 2):
        if _name(a) != _name(b) and _comparable(a, b) and _near(a, b, days) and disagree(a, b):
            links[a.id].add(b.id)
            links[b.id].add(a.id)
    by_id = {tally.id: tally for tally in latest}
    made = [_between([by_id[name] for name in members]) for members in connected(links)]
    made += [_contradiction(a, b) for a, b in combinations(told, 2) if _name(a) == _name(b) and _contradicts(a, b, days)]
    return tuple(sorted(made, key=lambda contest: (contest.about, contest.id)))


def _wholes(told: list[Tally]) -> list[Tally]:
    """Without the parts: of what one speaker counts in one passage of one document only the largest is set against others."""
    largest: dict[tuple[object, ...], Tally] = {}
    for tally in told:
        fate = tally.status if tally.status in (FigureStatus.DAMAGED, FigureStatus.HIT, FigureStatus.LAUNCHED) else None
        key = (_name(tally), tally.unit, fate, tally.evidence[0].document)
        if key not in largest or largest[key].low < tally.low:
            largest[key] = tally
    return sorted(largest.values(), key=lambda tally: tally.id)


def _name(tally: Tally) -> str:
    return tally.speaker.name if tally.speaker else "speaker not named"


def _day(tally: Tally, days: Mapping[str, date]) -> date | None:
    return max((days[e.document] for e in tally.evidence if e.document in days), default=None)


def _near(a: Tally, b: Tally, days: Mapping[str, date]) -> bool:
    first, second = _day(a, days), _day(b, days)
    return first is None or second is None or abs((first - second).days) <= _NEAR


def _latest(told: list[Tally], days: Mapping[str, date]) -> list[Tally]:
    """Of each speaker's totals of one thing over one period the latest; all of them where days are not known."""
    last: dict[tuple[object, ...], list[Tally]] = defaultdict(list)
    for tally in told:
        last[_name(tally), tally.unit, tally.status, tally.party, tally.since, tally.scope].append(tally)
    kept = []
    for same in last.values():
        newest = max((day for t in same if (day := _day(t, days)) is not None), default=None)
        kept += [t for t in same if newest is None or _day(t, days) in (None, newest)]
    return sorted(kept, key=lambda tally: tally.id)


def _comparable(a: Tally, b: Tally) -> bool:
    return (
        a.unit == b.unit
        and same_status(a.status, b.status)
        and same_party(a.party, b.party)
        and same_scope(a.scope, a.since, b.scope, b.since)
    )


def _between(members: list[Tally]) -> Contest:
    members = sorted(members, key=lambda tally: (_name(tally), tally.id))
    note = next((n for a, b in combinations(members, 2) if (n := scope_note(a.scope, b.scope))), "")
    if not note and len({t.since for t in members}) > 1:
        note = "scope: unstated"
    fate = next((t.status.value for t in members if t.status not in (FigureStatus.CLAIMED, FigureStatus.OTHER)), None)
    whom = next((t.party for t in members if t.party not in UNNAMED), None)
    about = " ".join(part for part in (members[0].unit.value, fate, whom) if part)
    return Contest(
        id=ids.make("x", "tally", about, [tally.id for tally in members]),
        kind=ContestKind.FIGURE,
        between=tuple(dict.fromkeys((_name(tally), value(tally)) for tally in members)),
        evidence=tuple(dict.fromkeys(e for tally in members for e in tally.evidence[:1])),
        about=about,
        note=note,
    )


def _contradicts(a: Tally, b: Tally, days: Mapping[str, date]) -> bool:
    """Does one total of a speaker count more in a part of a period than the other in the whole?"""
    if a.unit != b.unit or a.status != b.status or a.party != b.party or a.since is None or b.since is None:
        return False
    inner, outer = (a, b) if a.since > b.since else (b, a)
    until_inner, until_outer = (t.until or (str(day) if (day := _day(t, days)) else None) for t in (inner, outer))
    if inner.since == outer.since or until_inner is None or until_outer is None or until_inner[:10] > until_outer[:10]:
        return False
    return disagree(inner, outer) and inner.low > outer.low


def _contradiction(a: Tally, b: Tally) -> Contest:
    ordered = sorted((a, b), key=lambda tally: (tally.since or "", tally.id))
    about = f"{a.unit} {a.status}"
    return Contest(
        id=ids.make("x", "self", about, [tally.id for tally in ordered]),
        kind=ContestKind.FIGURE,
        between=tuple((_name(tally), f"{value(tally)} since {tally.since}") for tally in ordered),
        evidence=tuple(dict.fromkeys(e for tally in ordered for e in tally.evidence[:1])),
        about=about,
        note="the speaker contradicts his own total",
    )
