"""The aftermath: dead who are counted apart from the deed that the document tells, and whose figures go to it."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.events.repeats import one_place
from sayso.events.scenes import Scene
from sayso.events.sightings import DEADLY, Sighting, killer_named, of_death, victim_named
from sayso.events.tallies import sums_up
from sayso.events.view import View
from sayso.record.event import Kind
from sayso.record.figure import Figure, Scope
from sayso.record.mention import Mention

_WEIGHT = 4.0  # the most that a death told apart from its deed weighs
_NEAR = 8  # sentences between a deed and those that count its dead
_CAUSES = frozenset({Kind.INTERCEPTION, Kind.FIRE, Kind.DAMAGE})  # wreckage, fires and collapses cost lives
_GROUND = frozenset({Kind.CAPTURE, Kind.WITHDRAWAL})  # a place taken or left costs lives too


def of_deeds(
    view: View, scene: Scene, spotted: Sequence[Sighting], figures: Sequence[Figure], named: Mapping[int, Sequence[Mention]]
) -> tuple[list[Sighting], dict[int, Sighting]]:
    """The sightings without those that only count the dead of a deed told elsewhere, and by sentence the deed that these belong to.

    "Two have died, the mayor says" some lines below a shelling counts the dead of the shelling; it is no attack of its own. The deed is
    the last one told before, else the next one. A single count of losses belongs to the deed too; a sum of men and arms, or one over
    more than a day, stays a tally. Where the deed stands far off, or the sentence names (`named`, by sentence) a place that the deed's
    does not, the death is an event of the deed's kind.
    """
    deeds = [s for s in spotted if s.kind in DEADLY and (victim_named(view, scene, s) or not of_death(scene, s))]
    ground = deeds or [s for s in spotted if s.kind in _GROUND]
    causes = deeds or [s for s in spotted if s.kind in _GROUND or s.kind in _CAUSES]
    sums = _sums(view, figures)
    kept: list[Sighting] = []
    belongs: dict[int, Sighting] = {}
    for sighting in spotted:
        here = view.sentences[sighting.first]
        summed = sighting.kind is Kind.TALLY and here not in sums
        death = sighting.kind in DEADLY and of_death(scene, sighting) and not _deed(view, scene, sighting)
        among = ground if summed else causes if death else []
        deed = next((d for d in reversed(among) if d.first < sighting.first), among[0] if among else None)
        if deed is None:
            kept.append(sighting)
        elif abs(here - view.sentences[deed.first]) <= _NEAR and one_place(named, here, view.sentences[deed.first]):
            belongs[here] = deed
        elif death and deed.kind in DEADLY:
            kept.append(replace(sighting, kind=deed.kind, weight=min(sighting.weight, _WEIGHT)))
        else:
            kept.append(sighting)
    return kept, belongs


def _deed(view: View, scene: Scene, death: Sighting) -> bool:
    """Is a death told as a deed, by who dealt it or as that of somebody of note?"""
    return killer_named(view, scene, death) or victim_named(view, scene, death)


def _sums(view: View, figures: Sequence[Figure]) -> set[int]:
    """The sentences whose figures are a sum of losses, a running total or that of a day."""
    rows: dict[int, list[Figure]] = {}
    for figure in figures:
        at = min(bisect_right(view.ends, figure.span.start), len(view) - 1)
        rows.setdefault(view.sentences[at], []).append(figure)
    return {here for here, some in rows.items() if sums_up(some) or any(f.cumulative or f.scope is Scope.DAY for f in some)}
