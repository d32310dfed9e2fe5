"""The grouping of reports into incidents: a function of the set of pair decisions."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sayso import ids
from sayso.incidents.origins import origins
from sayso.incidents.pairs import PairDecision, worthy
from sayso.incidents.weights import Weights, built_in
from sayso.incidents.when import ordinal
from sayso.record.event import Actuality, Kind
from sayso.record.incident import Incident
from sayso.record.origin import Family, Reason
from sayso.record.place import Place, Precision
from sayso.record.report import Report

_CERTAIN = 8_000  # a thousandth of log-odds: no single pair outweighs a person's judgement


@dataclass(slots=True)
class _Cluster:
    """A growing set of reports: to every other cluster the sum and number of scored pairs, and those that are barred."""

    members: tuple[str, ...]
    sums: dict[int, int] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)
    barred: set[int] = field(default_factory=set)


def group(
    reports: Iterable[Report],
    decisions: Iterable[PairDecision],
    families: Sequence[Family] = (),
    *,
    forwards: Mapping[str, str] | None = None,
    weights: Weights | None = None,
) -> tuple[Incident, ...]:
    """The incidents, sorted by start, then id; every report that may stand in one stands in exactly one.

    Clusters merge while the mean log-odds between them (average link) is above the threshold and no pair between them is barred:
    a chain of likely pairs does not make a heap. Scores are summed as integers, and ties go to the smaller id.
    """
    weights = weights or built_in()
    known = {report.id: report for report in reports if worthy(report)}
    made = sorted({(d.a, d.b): d for d in decisions if d.a in known and d.b in known}.items())
    mains = {name for name, report in known.items() if report.main}
    sets = _clusters(sorted(known), [decision for _, decision in made], weights, mains)
    why = _reasons(sets, [decision for _, decision in made], weights)
    home = {document: family for family in families for document in family.documents}
    incidents = []
    for members in sets:
        told = [known[name] for name in members]
        # The families of its own documents only: all of them for each incident would grow with the square.
        own = list({family.id: family for r in told if (family := home.get(r.document))}.values())
        incidents.append(_incident(told, own, forwards or {}, why.get(members[0], ())))
    return tuple(sorted(incidents, key=lambda i: (i.start is None, i.start.timestamp() if i.start else 0.0, i.id)))


def _clusters(names: list[str], decisions: list[PairDecision], weights: Weights, mains: set[str]) -> list[tuple[str, ...]]:
    """The sets of names. Main reports are grouped first; what is told aside then joins them, and never joins two sets of them."""
    at = {name: i for i, name in enumerate(names)}
    clusters = {i: _Cluster(members=(name,)) for i, name in enumerate(names)}
    for d in decisions:
        _enter(clusters[at[d.a]], at[d.b], d)
        _enter(clusters[at[d.b]], at[d.a], d)
    # What a person joined, or copies of one passage, come first and stay together.
    for d in decisions:
        if d.verdict == "joined":
            a, b = at[d.a], at[d.b]
            if a != b and b not in clusters[a].barred:
                _merge(clusters, at, min(a, b), max(a, b))
    leading = {at[name] for name in mains}
    _merged(clusters, at, weights, lambda a, b: a in leading and b in leading)
    leading = {at[name] for name in mains}
    _merged(clusters, at, weights, lambda a, b: a not in leading or b not in leading, leading)
    return sorted(tuple(sorted(c.members)) for c in clusters.values())


def _merged(
    clusters: dict[int, _Cluster], at: dict[str, int], weights: Weights, may: Callable[[int, int], bool], leading: set[int] | None = None
) -> None:
    """Merges the clusters that `may` merge, in place, the likeliest first; what a leading one takes in becomes leading."""
    unseen, threshold = round(1000 * weights.unseen), round(1000 * weights.threshold)
    queue: list[tuple[float, int, int]] = []

    def offer(a: int, others: Iterable[int]) -> None:
        for b in others:
            mean = _mean(clusters[a], clusters[b], b, unseen)
            if mean is not None and mean > threshold:
                heapq.heappush(queue, (-mean, min(a, b), max(a, b)))

    for a, cluster in clusters.items():
        offer(a, [b for b in cluster.sums if a < b])
    while queue:
        minus, a, b = heapq.heappop(queue)
        if a not in clusters or b not in clusters or not may(a, b) or _mean(clusters[a], clusters[b], b, unseen) != -minus:
            continue  # an entry from before a merge, or of two that stay apart
        _merge(clusters, at, a, b)
        if leading is not None and b in leading:
            leading.add(a)
        offer(a, clusters[a].sums)


def _enter(cluster: _Cluster, other: int, d: PairDecision) -> None:
    score = _CERTAIN if d.verdict == "joined" else max(-_CERTAIN, min(_CERTAIN, round(1000 * d.score)))
    cluster.sums[other] = score
    cluster.counts[other] = 1
    if d.verdict == "barred":
        cluster.barred.add(other)


def _mean(a: _Cluster, b: _Cluster, key: int, unseen: int) -> float | None:
    """The mean score of all pairs between two clusters, those that were not looked at as `unseen`; None where one is barred."""
    if key in a.barred or key not in a.sums:
        return None
    size = len(a.members) * len(b.members)
    return (a.sums[key] + unseen * (size - a.counts[key])) / size


def _merge(clusters: dict[int, _Cluster], at: dict[str, int], keep: int, drop: int) -> None:
    """Puts cluster `drop` into `keep`, in place."""
    kept, dropped = clusters[keep], clusters.pop(drop)
    kept.members += dropped.members
    for name in dropped.members:
        at[name] = keep
    for other in set(dropped.sums) | set(dropped.barred):
        if other == keep:
            continue
        neighbour = clusters[other]
        kept.sums[other] = neighbour.sums[keep] = kept.sums.get(other, 0) + dropped.sums.get(other, 0)
        kept.counts[other] = neighbour.counts[keep] = kept.counts.get(other, 0) + dropped.counts.get(other, 0)
        if other in dropped.barred:
            kept.barred.add(other)
            neighbour.barred.add(keep)
        for record in (neighbour.sums, neighbour.counts):
            record.pop(drop, None)
        neighbour.barred.discard(drop)
    kept.sums.pop(drop, None)
    kept.counts.pop(drop, None)
    kept.barred.discard(drop)


def _reasons(sets: list[tuple[str, ...]], decisions: list[PairDecision], weights: Weights) -> dict[str, tuple[Reason, ...]]:
    """For the first member of each set: why it was joined, the strongest reason for every member."""
    home = {name: members[0] for members in sets for name in members}
    best: dict[str, dict[str, PairDecision]] = defaultdict(dict)
    for d in decisions:
        if home[d.a] == home[d.b] and d.verdict != "barred" and (d.verdict == "joined" or d.score > weights.threshold):
            for name in (d.a, d.b):
                old = best[home[name]].get(name)
                if old is None or (d.verdict == "joined", d.score) > (old.verdict == "joined", old.score):
                    best[home[name]][name] = d
    return {first: tuple(dict.fromkeys(r for _, d in sorted(found.items()) for r in d.reasons)) for first, found in best.items()}


def _when(report: Report) -> tuple[bool, float, str]:
    return (report.published is None, 0.0 if report.published is None else ordinal(report.published), report.id)


_FINE = {Precision.FACILITY: 0, Precision.SETTLEMENT: 1, None: 2, Precision.DISTRICT: 3, Precision.REGION: 4, Precision.COUNTRY: 5}


_SPOTS = (Precision.FACILITY, Precision.SETTLEMENT, Precision.DISTRICT, None)


def _incident(reports: list[Report], families: Sequence[Family], forwards: Mapping[str, str], reasons: tuple[Reason, ...]) -> Incident:
    reports = sorted(reports, key=_when)
    start, end = _hull(reports)
    return Incident(
        id=ids.make("i", reports[0].id),
        kind=_kind(reports),
        reports=tuple(reports),
        origins=origins(reports, families, forwards),
        place=_place(reports),
        start=start,
        end=end,
        reasons=reasons,
    )


def _kind(reports: list[Report]) -> Kind:
    """The kind that most reports give, of the kinds that not all deny; of several the earliest."""
    attested = {r.kind for r in reports if r.kind and r.actuality != Actuality.DENIED}
    told = [r.kind for r in reports if r.kind and (r.kind in attested or not attested)]
    named = [kind for kind in told if kind != Kind.OTHER] or told
    return Counter(named).most_common(1)[0][0] if named else Kind.OTHER


def _place(reports: list[Report]) -> Place | None:
    """The most precise place; not that of a few reports where the others tell of a region as a whole."""
    placed = [r.place for r in reports if r.place is not None]
    wide = [p for p in placed if p.precision is Precision.REGION]
    if wide and 4 * sum(p.precision in _SPOTS for p in placed) < len(reports):
        placed = wide
    return min(placed, key=lambda p: (p.lat is None, _FINE[p.precision]), default=None)


def _hull(reports: list[Report]) -> tuple[datetime | None, datetime | None]:
    """From the first start to the last end that is stated; of assumed moments only where none is stated."""
    stated = [r.moment for r in reports if r.moment and (r.moment.span is not None or r.moment.anchor.value == "text")]
    moments = stated or [r.moment for r in reports if r.moment]
    starts = [m.start for m in moments if m.start]
    ends = [m.end for m in moments if m.end]
    return min(starts, default=None), max(ends, default=None)
