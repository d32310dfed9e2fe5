"""The tallies: running and period totals of losses, each its speaker's, never summed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from sayso import ids
from sayso.findings.figures import UNNAMED, connected, disagree, same_party, same_scope, same_status, scope_note
from sayso.findings.order import iso, value
from sayso.record.annotation import Annotation
from sayso.record.claim import Claim
from sayso.record.contest import Contest, ContestKind
from sayso.record.event import Kind
from sayso.record.figure import Figure, FigureStatus, Scope
from sayso.record.report import Evidence
from sayso.record.tally import Tally, of_a_day
from sayso.text.span import Span

_PERIODS = (Scope.PERIOD, Scope.WAR)
# "Knocked out" in one paper is "destroyed" in the other: of one number of one speaker they are one fate.
_GONE = {FigureStatus.DESTROYED, FigureStatus.DAMAGED, FigureStatus.HIT, FigureStatus.CLAIMED, FigureStatus.OTHER}
_NEAR = 3  # days between two publications whose running totals are compared


def tallies(annotations: Iterable[Annotation]) -> tuple[Tally, ...]:
    """The totals of all documents, sorted by id; the same total of one speaker in several documents is one, with all its evidence.

    A figure is a total if it stands in a loss tally, is cumulative, counts over a period, or sums up what was shot down on a day. One
    that a document gives beside a larger one of the same speaker is a part of it and no total. Where documents differ on the period of
    one total, most of them decide. A total whose speaker is not named goes with that of the only speaker who gives it.
    """
    found: list[Tally] = []
    for annotation in sorted(annotations, key=lambda a: (str(a.document.published), a.document.id)):
        claims = {claim.id: claim for claim in annotation.claims}
        counted = {figure for event in annotation.events if event.kind is Kind.TALLY for figure in event.figures}
        daily = _daily(annotation, claims)
        for figure in annotation.figures:
            if figure.id in daily:
                figure = daily[figure.id]
            elif figure.id not in counted and not figure.cumulative and figure.scope not in _PERIODS:
                continue
            found.append(_tally(annotation, figure, claims.get(figure.claim or "") or _speaking(annotation, figure)))
    one = _gathered(_without_parts(found))
    return tuple(sorted(_attributed(one), key=lambda tally: tally.id))


def _daily(annotation: Annotation, claims: Mapping[str, Claim]) -> dict[str, Figure]:
    """The figures of sums of a day by id, each with its day as its period."""
    places, moments = {p.id: p for p in annotation.places}, {m.id: m for m in annotation.moments}
    placed, dated, figures = dict(annotation.placed), dict(annotation.dated), {f.id: f for f in annotation.figures}
    found = {}
    for event in annotation.events:
        told = [figures[key] for key in event.figures if key in figures]
        speaker = next((claims[key].speaker for key in event.claims if key in claims), None)
        if of_a_day(event.kind, told, places.get(placed.get(event.id, "")), speaker):
            moment = moments.get(dated.get(event.id, ""))
            start, end = (iso(moment.start), iso(moment.end)) if moment else (None, None)
            found.update({f.id: replace(f, since=f.since or start, until=f.until or end) for f in told})
    return found


def _without_parts(told: Sequence[Tally]) -> list[Tally]:
    """Without those beside which the same speaker gives a larger number of the same in the same document, over no other stated period."""
    beside: dict[tuple[object, ...], list[Tally]] = defaultdict(list)
    for tally in told:
        fate = tally.status if tally.status in (FigureStatus.DAMAGED, FigureStatus.HIT, FigureStatus.LAUNCHED) else None
        beside[_key(tally), tally.unit, fate, tally.evidence[0].document].append(tally)
    # "Up to 60" is a part as well as "more than 100": what counts is the larger number that somebody stands by.
    parts = {
        id(tally)
        for same in beside.values()
        for tally in same
        if any(t.low > tally.low and same_party(t.party, tally.party) and (tally.since is None or t.since == tally.since) for t in same)
    }
    return [tally for tally in told if tally.speaker is None or id(tally) not in parts]


def _key(tally: Tally) -> str | None:
    return tally.speaker.key if tally.speaker else None


def _gathered(told: Sequence[Tally]) -> list[Tally]:
    """Those of one speaker that give one number of one thing as one, in the order of the earliest."""
    found: list[list[Tally]] = []
    for tally in told:
        same = next((group for group in found if tally.speaker and all(_one(tally, other) for other in group)), None)
        if same is None:
            same = next((group for group in found if not tally.speaker and group[0].id == tally.id), None)
        if same is None:
            found.append([tally])
        else:
            same.append(tally)
    return [_merged(group) for group in found]


def _one(a: Tally, b: Tally) -> bool:
    """Do two give the same number of the same thing for one speaker? A period that one of them does not state may be the other's."""
    return _key(a) == _key(b) and _alike(a, b)


def _alike(a: Tally, b: Tally) -> bool:
    return (
        (a.unit, a.low, a.high) == (b.unit, b.low, b.high)
        and (same_status(a.status, b.status) or {a.status, b.status} <= _GONE)
        and same_party(a.party, b.party)
        and (a.since is None or b.since is None or a.since[:10] == b.since[:10])
    )


def _merged(group: Sequence[Tally]) -> Tally:
    """One tally of several, with all evidence; the period is that which most documents give it, a stated one where as many give none."""
    first = group[0]
    given = Counter((t.since, t.until, t.scope) for t in {t.evidence[0].document: t for t in reversed(group)}.values())
    since, until, scope = max(given, key=lambda key: (given[key], key[0] is not None, str(key)))
    return replace(
        first,
        since=since,
        until=until,
        scope=scope,
        status=next((t.status for t in group if t.status not in (FigureStatus.CLAIMED, FigureStatus.OTHER)), first.status),
        party=next((t.party for t in group if t.party not in UNNAMED), first.party),
        approx=any(t.approx for t in group),
        evidence=tuple(dict.fromkeys(e for t in group for e in t.evidence)),
    )


def _attributed(told: Sequence[Tally]) -> list[Tally]:
    """Those that nobody is named for put to the only speaker who gives the same; of several to the one in the same document."""
    named = {t.id: [t] for t in told if t.speaker is not None}
    left = []
    for tally in (t for t in told if t.speaker is None):
        alike = [group for group in named.values() if _alike(tally, group[0])]
        here = [group for group in alike if {e.document for e in group[0].evidence} & {e.document for e in tally.evidence}]
        home = here if len(here) == 1 else alike
        if len(home) == 1:
            home[0].append(tally)
        else:
            left.append(tally)
    # The named one's own period stands.
    joined = [replace(group[0], evidence=tuple(dict.fromkeys(e for t in group for e in t.evidence))) for group in named.values()]
    return joined + left


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


def _speaking(annotation: Annotation, figure: Figure) -> Claim | None:
    """The claim of the only named speaker of the sentence in which a figure stands outside all claims; None where there is no such one."""
    sentence = next((e.sentence for e in annotation.events if e.sentence.covers(figure.span)), None)
    if sentence is None:
        return None
    here = [c for c in annotation.claims if c.speaker and any(sentence.covers(s) for s in (*c.source, *c.cue))]
    return here[0] if len({c.speaker.key for c in here if c.speaker}) == 1 else None


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
    """Of each speaker's totals of one thing over one period the latest; all of them where days are not known.

    A total whose party is not stated is of the only party that the speaker gives totals of.
    """
    alike: dict[tuple[object, ...], list[Tally]] = defaultdict(list)
    for tally in told:
        alike[_name(tally), tally.unit, tally.status, tally.since, tally.scope].append(tally)
    last: dict[tuple[object, ...], list[Tally]] = defaultdict(list)
    for key, group in alike.items():
        several = len({t.party for t in group if t.party is not None}) > 1
        for tally in group:
            last[*key, tally.party if several else None].append(tally)
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
    if a.unit != b.unit or a.status != b.status or not _one_party(a.party, b.party) or a.since is None or b.since is None:
        return False
    inner, outer = (a, b) if a.since > b.since else (b, a)
    until_inner, until_outer = (t.until or (str(day) if (day := _day(t, days)) else None) for t in (inner, outer))
    if inner.since == outer.since or until_inner is None or until_outer is None or until_inner[:10] > until_outer[:10]:
        return False
    return disagree(inner, outer) and inner.low > outer.low


def _one_party(a: str | None, b: str | None) -> bool:
    """May two totals of one speaker be of one party? His enemy is not his own side."""
    return a is None or b is None or a == b


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
