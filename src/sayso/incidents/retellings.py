"""The retelling: a document that rewrites, cuts or translates an earlier one in words that no shingle shares."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.incidents.gist import Gist
from sayso.incidents.kinship import TRAITS, Odds, Pair, Table, built_in, measured
from sayso.incidents.neighbours import meeting, nearest
from sayso.record.origin import Reason

_ALIKE = 0.42  # cosine: below this the nearest document in another language is a stranger
_MARGIN = 0.05  # by which the next one must lie further away


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
    retold: dict[Pair, float] = {}
    story: dict[Pair, float] = {}
    for block, table in _looked_at(given):
        retold.update(zip(block, _above(odds["retold"], table), strict=True))
        dated, undated = _above(odds["story"], table), _above(odds["undated"], table)
        for (a, b), with_date, without in zip(block, dated, undated, strict=True):
            story[a, b] = without if given[a].at is None or given[b].at is None else with_date
    return Kin(retold=retold, story=story, gists=given)


def _above(odds: Odds, table: Table) -> list[float]:
    return [round(score, 3) for score in (odds.scores(table) - odds.threshold).tolist()]


def compared(gists: Iterable[Gist]) -> dict[Pair, dict[str, float]]:
    """The traits of all pairs that are worth a look, for fitting."""
    given = {g.document.id: g for g in gists}
    return {
        pair: dict(zip(TRAITS, row, strict=True))
        for block, table in _looked_at(given)
        for pair, row in zip(block, table.tolist(), strict=True)
    }


def _looked_at(given: Mapping[str, Gist]) -> Iterator[tuple[Sequence[Pair], Table]]:
    near = nearest(given.values())
    return measured(sorted(meeting(given.values(), near)), given, frozenset(_mutual(given, near)))


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
    """For each document the earlier one that it most likely retells, where that is likely: (ids in order, why).

    A translation lets the same speaker open; a rewriting may turn the order round.
    """
    best: dict[str, tuple[float, str]] = {}
    for (a, b), score in sorted(of.retold.items()):
        if score < 0 or _opens_otherwise(of.gists[a], of.gists[b]):
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


def _opens_otherwise(a: Gist, b: Gist) -> bool:
    """Do two documents of two languages, of which neither names the other's outlet, quote each other's first speaker, but later?"""
    if a.lang == b.lang or not a.voices or not b.voices or a.outlet in b.credits or b.outlet in a.credits:
        return False
    return a.voices[0] != b.voices[0] and a.voices[0] in b.voices and b.voices[0] in a.voices


def _told_at(of: Gist) -> tuple[bool, float, str]:
    return (of.at is None, of.at or 0.0, of.document.id)
