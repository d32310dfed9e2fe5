"""The retelling: a document that rewrites, cuts or translates an earlier one in words that no shingle shares."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.incidents.gist import Gist
from sayso.incidents.kinship import Odds, built_in, traits
from sayso.incidents.neighbours import meeting, nearest
from sayso.record.origin import Reason

_ALIKE = 0.42  # cosine: below this the nearest document in another language is a stranger
_MARGIN = 0.05  # by which the next one must lie further away
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """Pairs of documents (ids in order) that were looked at: the log-odds that one retells the other, and that both tell one story.

    Both count from their thresholds: above 0 it holds.
    """

    retold: Mapping[Pair, float]
    story: Mapping[Pair, float]
    gists: Mapping[str, Gist]


def kin(gists: Iterable[Gist], odds: Mapping[str, Odds] | None = None) -> Kin:
    """The kinships of all pairs that are worth a look; a function of the set of gists."""
    odds = odds or built_in()
    given = {g.document.id: g for g in gists}
    retold, story = {}, {}
    for (a, b), seen in compared(given.values()).items():
        retold[a, b] = _above(odds["retold"], seen)
        story[a, b] = _above(odds["undated" if None in (given[a].at, given[b].at) else "story"], seen)
    return Kin(retold=retold, story=story, gists=given)


def _above(odds: Odds, seen: Mapping[str, float]) -> float:
    return round(odds.score(seen) - odds.threshold, 3)


def compared(gists: Iterable[Gist]) -> dict[Pair, dict[str, float]]:
    """The traits of all pairs that are worth a look."""
    given = {g.document.id: g for g in gists}
    near = nearest(given.values())
    mutual = _mutual(given, near)
    return {
        (a, b): traits(given[a], given[b]) | {"each the nearest in its language": float((a, b) in mutual)}
        for a, b in sorted(meeting(given.values(), near))
    }


def _mutual(given: Mapping[str, Gist], near: Mapping[str, Mapping[str, list[tuple[float, str]]]]) -> set[Pair]:
    """Pairs in two languages of which each is the other's nearest, and by a margin (as CSLS asks, Conneau et al. 2018)."""
    first = {}
    for name, by_lang in near.items():
        for lang, others in by_lang.items():
            best, other = others[0]
            after = others[1][0] if len(others) > 1 else -1.0
            if lang != given[name].lang and best >= _ALIKE and best - after >= _MARGIN:
                first[name, lang] = other
    return {(min(a, b), max(a, b)) for (a, _), b in first.items() if first.get((b, given[a].lang or "")) == a}


def retellings(of: Kin) -> list[tuple[str, str, Reason]]:
    """For each document the earlier one that it most likely retells, where that is likely: (ids in order, why)."""
    best: dict[str, tuple[float, str]] = {}
    for (a, b), score in sorted(of.retold.items()):
        if score < 0:
            continue
        first, later = sorted((a, b), key=lambda name: _told_at(of.gists[name]))
        if later not in best or (-score, first) < (-best[later][0], best[later][1]):
            best[later] = (score, first)
    found = []
    for later, (score, first) in sorted(best.items()):
        x, y = of.gists[first], of.gists[later]
        words = "the same speakers, names and figures"
        if x.lang == y.lang:
            rule, detail = "retold", f"{score:+.2f}: {words} in other words"
        else:
            rule, detail = "translated", f"{score:+.2f}: {words} in another language"
        if x.outlet in y.credits:
            detail += ", and it names the outlet"
        found.append((min(first, later), max(first, later), Reason(rule=rule, detail=detail, between=tuple(sorted((first, later))))))
    return found


def _told_at(of: Gist) -> tuple[bool, float, str]:
    return (of.at is None, of.at or 0.0, of.document.id)
