"""The pair: two reports, and whether they speak of one happening."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.incidents import when, where, words
from sayso.incidents.likeness import STORY, Profile, countrywide, features, profile
from sayso.incidents.weights import Weights, built_in
from sayso.record.event import Actuality, Kind
from sayso.record.judgement import Judgement
from sayso.record.origin import Family, Reason
from sayso.record.report import Report
from sayso.record.tally import of_a_day

_CELL = 0.7  # degrees: neighbouring cells hold all that is nearer than about 45 km
_LONG = 45  # days: an interval longer than this says too little to be looked up by
_CROWD = 400  # reports of one cell and day, beyond which only those that share a telling word are compared
_TOLERANCE = 3.0
_SEPARATE_KM = 10.0
_AGAINST = -6.0
_DOUBT, _KIND_DOUBT = 1.2, 0.3  # what a contradiction of place or day, and of kind, takes from the likeness of texts
_KINDS = " are two kinds of happening"
NOTHING = ("actors: unknown", "place: unknown", "place of grain: unknown, unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class PairDecision:
    """Two report ids in order, the log-odds that they are one incident, and why; `barred`: never, `joined`: always (`None`: by score)."""

    a: str
    b: str
    score: float
    reasons: tuple[Reason, ...]
    verdict: str | None = None


def worthy(report: Report) -> bool:
    """May the report stand in an incident?

    Not a loss tally or the sum of a day, not what is only planned or supposed (an announced closure is a measure).
    """
    if report.kind == Kind.TALLY or of_a_day(report.kind, report.figures, report.place, report.speaker):
        return False
    return report.actuality not in (Actuality.PLANNED, Actuality.HYPOTHETICAL) or report.kind in (
        Kind.CLOSURE,
        Kind.AGREEMENT,
        Kind.EXCHANGE,
    )


def pairs(
    reports: Iterable[Report],
    families: Sequence[Family] = (),
    judgements: Sequence[Judgement] = (),
    *,
    denials: Mapping[str, str] | None = None,
    story: Mapping[tuple[str, str], float] | None = None,
    weights: Weights | None = None,
) -> tuple[PairDecision, ...]:
    """The decisions on all pairs that blocking puts side by side, sorted; a function of the set of reports.

    `denials`: claim id -> id of the claim that it denies. `story`: document ids in order -> the log-odds that both tell one story.
    Judgements `about` "pair:A:B" (report ids in order) with the verdict "same" or "different" go before every score.
    """
    weights = weights or built_in()
    given = {report.id: report for report in reports}
    shared: dict[tuple[str, ...], words.Vector] = {}
    profiles = {name: profile(report, shared) for name, report in sorted(given.items()) if worthy(report)}
    twins = _twins(profiles, families)
    said = _judged(judgements)
    denied = _denied(profiles, denials or {})
    story = story or {}
    found = []
    told = _one_story(profiles, story)
    for a, b in sorted(_candidates(profiles) | twins | denied | told | {pair for pair in said if profiles.keys() >= set(pair)}):
        x, y = profiles[a], profiles[b]
        one = story.get((min(x.report.document, y.report.document), max(x.report.document, y.report.document)))
        found.append(_decide(x, y, weights, said.get((a, b)), (a, b) in twins, (a, b) in denied, one))
    return tuple(found)


def _decide(
    a: Profile, b: Profile, weights: Weights, said: Judgement | None, twin: bool, denied: bool, one: float | None = None
) -> PairDecision:
    between = (a.report.id, b.report.id)
    seen = features(a, b, one)
    score = weights.score(seen)
    if said is not None:
        verdict, reasons = (
            ("joined" if said.verdict == "same" else "barred"),
            [Reason(rule="judgement", detail=f"{said.by}: {said.verdict}", between=between)],
        )
    elif twin or denied:
        rule, detail = ("family", "the same passage of copies of one text") if twin else ("denial", "one denies what the other claims")
        verdict, reasons = "joined", [Reason(rule=rule, detail=detail, between=between)]
    else:
        verdict, against, story = None, _against(a, b, set(seen)), _story(a, b, seen, weights)
        # Against, but not never: one place or day that was read wrongly must not tear a story apart that all else holds together.
        score = min(score, _AGAINST) if against else score
        doubt = 0.0 if not against else _KIND_DOUBT if against.endswith(_KINDS) else _DOUBT
        if story is not None and story - doubt > score:
            score = round(story - doubt, 3)
            reasons = [
                Reason(rule="text", detail=f"{score:+.2f}: the texts are alike" + (f", but {against}" if against else ""), between=between)
            ]
        elif against:
            reasons = [Reason(rule="apart", detail=against, between=between)]
        else:
            telling = sorted((f for f in seen if abs(weights.of.get(f, 0.0)) >= 0.5), key=lambda f: (-abs(weights.of[f]), f))
            reasons = [Reason(rule="likeness", detail=f"{score:+.2f}: " + "; ".join(telling[:5]), between=between)]
    return PairDecision(a=between[0], b=between[1], score=score, reasons=tuple(reasons), verdict=verdict)


def _story(a: Profile, b: Profile, seen: tuple[str, ...], weights: Weights) -> float | None:
    """The log-odds by the texts alone, as if nothing else were known; None where they are not main, or one outlet's bulletins."""
    alike = next((feature for feature in STORY if feature in seen), None)
    if alike is None or (a.report.outlet is not None and a.report.outlet == b.report.outlet):
        return None
    return weights.score((alike, *NOTHING))


def _against(a: Profile, b: Profile, seen: set[str]) -> str | None:
    """What speaks against the two being one incident, whatever they have in common; None where nothing does."""
    if a.when and b.when and a.when.stated and b.when.stated and when.gap(a.when, b.when) >= _TOLERANCE:
        return "more than three days apart"
    if a.where is not None and b.where is not None:
        relation, km = where.relation(a.where, b.where), where.apart(a.where, b.where)
        if relation == "far" and seen & {"ground: one story", "ground: one front"}:
            relation = "regions of one story"  # both documents speak of both
        if relation == "far" and (km is not None or a.where.grain == b.where.grain):
            return "too far apart" if km is None else f"{km:.0f} km apart"
        fine = {a.where.grain, b.where.grain} <= {"spot", "settlement"}
        if fine and not (a.given and b.given) and km is not None and km > _SEPARATE_KM and relation not in ("same", "inside"):
            return f"two settlements {km:.0f} km apart"
    for x, y in ((a, b), (b, a)):
        if countrywide(x) and y.where is not None:
            return "a count over a whole country and one place"
        # A village that nobody can find lies in a region that its own document speaks of.
        if x.where is not None and where.lost(x.where) and x.around and y.region and not x.around & y.region:
            return "a village of another region"
    return f"{a.report.kind} and {b.report.kind}{_KINDS}" if "kind: other" in seen else None


def _judged(judgements: Sequence[Judgement]) -> dict[tuple[str, str], Judgement]:
    """The last judgement of each pair."""
    found: dict[tuple[str, str], Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id)):
        parts = judgement.about.split(":")
        if len(parts) == 3 and parts[0] == "pair" and judgement.verdict in ("same", "different"):
            found[min(parts[1:]), max(parts[1:])] = judgement
    return found


def _twins(profiles: Mapping[str, Profile], families: Sequence[Family]) -> set[tuple[str, str]]:
    """Pairs that tell the same in copies of one text: same kind, actuality, speaker and quote words (or place where there are none)."""
    family = {document: f.id for f in families for document in f.documents if len(f.documents) > 1}
    alike: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for name, p in profiles.items():
        if p.report.document in family:
            r = p.report
            told = tuple(sorted(p.words)) or (p.where.parts if p.where else ())
            alike[family[r.document], r.kind, r.actuality, r.speaker.key if r.speaker else None, told].append(name)
    return {
        (min(group[0], other), max(group[0], other))
        for group in alike.values()
        for other in group[1:]
        if profiles[group[0]].report.document != profiles[other].report.document
    }


def _denied(profiles: Mapping[str, Profile], denials: Mapping[str, str]) -> set[tuple[str, str]]:
    by_claim: dict[str, list[str]] = defaultdict(list)
    for name, p in profiles.items():
        for claim in p.report.claims:
            by_claim[claim].append(name)
    found = ((a, b) for claim, denied in denials.items() for a in by_claim.get(claim, ()) for b in by_claim.get(denied, ()) if a != b)
    return {(min(a, b), max(a, b)) for a, b in found}


def _one_story(profiles: Mapping[str, Profile], story: Mapping[tuple[str, str], float]) -> set[tuple[str, str]]:
    """Pairs of main reports whose documents likely tell one story."""
    mains: dict[str, list[str]] = defaultdict(list)
    for name, p in profiles.items():
        if p.report.main:
            mains[p.report.document].append(name)
    found = ((a, b) for (x, y), odds in story.items() if odds >= 0 for a in mains.get(x, ()) for b in mains.get(y, ()))
    return {(min(a, b), max(a, b)) for a, b in found}


def _candidates(profiles: Mapping[str, Profile]) -> set[tuple[str, str]]:
    """Pairs worth a look: near in space and time, of one document, or with telling words in common."""
    found: set[tuple[str, str]] = set()
    boxes: dict[tuple[object, ...], list[str]] = defaultdict(list)
    anywhere: dict[int, list[str]] = defaultdict(list)
    dated: dict[int, list[str]] = defaultdict(list)
    for name, p in profiles.items():
        for box in _boxes(p):
            boxes[box].append(name)
        for day in _days(p):
            dated[day].append(name)
            if p.where is None or where.lost(p.where):
                anywhere[day].append(name)
    for names in boxes.values():
        if len(names) <= _CROWD:
            found.update((a, b) for i, a in enumerate(names) for b in names[i + 1 :])
    for day, names in anywhere.items():
        if len(names) * len(dated[day]) <= _CROWD * _CROWD:
            found.update((min(a, b), max(a, b)) for a in names for b in dated[day] if a != b)
    found.update(worded(profiles))
    return found


def _days(p: Profile) -> range:
    """The days on which a report may meet another."""
    if p.when is None or p.when.end - p.when.start > _LONG:
        return range(0)
    return range(int(p.when.start), int(p.when.end - 1e-6) + int(_TOLERANCE) + 1)


def _boxes(p: Profile) -> set[tuple[object, ...]]:
    """The document, and the cells of space and day that a report is looked up in; neighbouring cells overlap, so that each pair meets."""
    cells: list[tuple[object, ...]] = []
    if p.where is not None and p.where.point is not None and p.where.grain in ("spot", "settlement"):
        row, column = int((p.where.point[0] + 90) / _CELL), int((p.where.point[1] + 180) / _CELL)
        cells += [(row + i, column + j) for i in (0, 1) for j in (0, 1)]
    if p.where is not None and p.where.parts:
        cells += [("name", part) for part in {p.where.parts[0], *p.where.admin}]
    return {("document", p.report.document), *((*cell, day) for day in _days(p) for cell in cells)}


def worded(profiles: Mapping[str, Profile]) -> Iterable[tuple[str, str]]:
    """Pairs of main reports whose documents share two of the words that tell most of each; a word that tells of over 400 tells nothing."""
    told: dict[str, list[str]] = defaultdict(list)
    for name, p in profiles.items():
        if p.report.main:
            for word in words.telling(p.text or p.words):
                told[word].append(name)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for names in told.values():
        if len(names) <= _CROWD:
            for i, a in enumerate(names):
                for b in names[i + 1 :]:
                    shared[a, b] += 1
    return ((min(pair), max(pair)) for pair, n in shared.items() if n >= 2)
