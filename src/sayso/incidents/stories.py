"""The story: what a document as a whole tells, by which documents of several languages are put together."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.incidents.likeness import STORY, features, profile
from sayso.incidents.pairs import NOTHING, PairDecision, worded
from sayso.incidents.retellings import Kin
from sayso.incidents.weights import Weights, built_in
from sayso.record.origin import Family, Reason
from sayso.record.report import Report


def stories(
    wholes: Iterable[Report], kin: Kin, families: Sequence[Family] = (), weights: Weights | None = None
) -> tuple[PairDecision, ...]:
    """The decisions on documents as wholes (`bare_report`), sorted: by their kinship, and by their words where a date is missing.

    Copies of one text tell one story.
    """
    weights = weights or built_in()
    given = {report.document: report for report in wholes}
    found: dict[tuple[str, str], PairDecision] = {}
    for (a, b), score in kin.story.items():
        if a in given and b in given:
            detail = f"{score:+.2f}: the speakers, names, places and days of the two"
            _enter(found, given[a], given[b], round(score + weights.threshold, 3), Reason(rule="story", detail=detail))
    for a, b, score in _by_words(given, kin, weights):
        _enter(found, given[a], given[b], score, Reason(rule="text", detail=f"{score:+.2f}: the texts are alike"))
    for family in families:
        first = given.get(family.first)
        for other in family.documents:
            if first is not None and other in given and other != family.first:
                reason = Reason(rule="family", detail="copies of one text")
                _enter(found, first, given[other], 0.0, reason, verdict="joined")
    return tuple(decision for _, decision in sorted(found.items()))


def _enter(
    found: dict[tuple[str, str], PairDecision], a: Report, b: Report, score: float, reason: Reason, verdict: str | None = None
) -> None:
    """Keeps the likelier of two decisions on one pair."""
    pair = (min(a.id, b.id), max(a.id, b.id))
    old = found.get(pair)
    if old is None or verdict is not None or (old.verdict is None and old.score < score):
        why = Reason(rule=reason.rule, detail=reason.detail, between=pair)
        found[pair] = PairDecision(a=pair[0], b=pair[1], score=score, reasons=(why,), verdict=verdict)


def _by_words(given: Mapping[str, Report], kin: Kin, weights: Weights) -> Iterable[tuple[str, str, float]]:
    """Pairs of one language of which one has no date, with the log-odds by their words alone."""
    shared: dict[tuple[str, ...], dict[str, float]] = {}
    profiles = {report.id: profile(report, shared) for report in sorted(given.values(), key=lambda r: r.id)}
    for a, b in worded(profiles):
        x, y = profiles[a], profiles[b]
        if x.report.published is not None and y.report.published is not None:
            continue
        alike = next((feature for feature in STORY if feature in features(x, y)), None)
        if alike is not None and (x.report.outlet is None or x.report.outlet != y.report.outlet):
            yield x.report.document, y.report.document, weights.score((alike, *NOTHING))
