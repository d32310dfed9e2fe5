"""The tally: losses of a party over a time, told as a sum."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.events.sightings import Sighting
from sayso.events.view import View
from sayso.lexicon.triggers import Trigger
from sayso.record.event import Kind
from sayso.record.figure import Figure, FigureStatus, Scope, Unit, Who

_ARMS = frozenset({Unit.TANK, Unit.ARMOURED_VEHICLE, Unit.ARTILLERY, Unit.AIR_DEFENCE, Unit.VEHICLE, Unit.AIRCRAFT, Unit.SHIP})
_LOST = frozenset({FigureStatus.DESTROYED, FigureStatus.DAMAGED, FigureStatus.SHOT_DOWN})
# Kinds that words of loss are taken for where nothing else tells what happened.
_PLAIN = frozenset({Kind.CLASH, Kind.KILLING, Kind.ATTACK_ON_CIVILIANS, Kind.DAMAGE, Kind.TALLY, Kind.INTERCEPTION})
_MANY = 30  # fighters killed, from which a count without a deed is a sum of losses
_FAMILY = Trigger(kind=Kind.TALLY)


def with_tallies(view: View, spotted: Sequence[Sighting], figures: Sequence[Figure]) -> list[Sighting]:
    """The sightings, with those of a sentence that sums up losses made one loss tally.

    A sentence sums up losses if it counts fallen fighters and lost arms together, or counts losses over more than a day, and no strike
    or other deed is told in it.
    """
    sums = _sums(view, figures, spotted)
    if not sums:
        return [s for s in spotted if s.kind is not Kind.TALLY or _counted(view, s, figures)]
    kept: list[Sighting] = []
    done: set[int] = set()
    for sighting in spotted:
        sentence = view.sentences[sighting.first]
        if sentence not in sums or sighting.kind not in _PLAIN:
            kept.append(sighting)
        elif sentence not in done:
            done.add(sentence)
            kept.append(replace(sighting, kind=Kind.TALLY, entry=_FAMILY, weight=2.5))
    for sentence, first in sums.items():
        if sentence not in done and not any(view.sentences[s.first] == sentence for s in spotted):
            kept.append(Sighting(first=first, last=first + 1, kind=Kind.TALLY, entry=_FAMILY, weight=2.0, sure=0.6, passive=False))
    return sorted(kept, key=lambda s: (s.first, s.last))


def _counted(view: View, sighting: Sighting, figures: Sequence[Figure]) -> bool:
    """Does a figure of losses stand in the sentence of a tally's words?"""
    sentence = view.sentences[sighting.first]
    start, end = _stretch(view, sighting.first, sentence)
    return any(start <= f.span.start < end and (f.status in _LOST or f.unit is Unit.KILLED) for f in figures)


def _stretch(view: View, at: int, sentence: int) -> tuple[int, int]:
    first = last = at
    while first > 0 and view.sentences[first - 1] == sentence:
        first -= 1
    while last + 1 < len(view) and view.sentences[last + 1] == sentence:
        last += 1
    return view.starts[first], view.ends[last]


def _sums(view: View, figures: Sequence[Figure], spotted: Sequence[Sighting]) -> dict[int, int]:
    """The sentences that sum up losses, with the word of their first figure."""
    at = 0
    rows: dict[int, list[Figure]] = {}
    firsts: dict[int, int] = {}
    for figure in figures:
        at = max(at, min(bisect_right(view.ends, figure.span.start), len(view) - 1))
        rows.setdefault(view.sentences[at], []).append(figure)
        firsts.setdefault(view.sentences[at], at)
    fights = {view.sentences[s.first] for s in spotted if s.kind is Kind.CLASH and s.entry.family == "kill"}
    deeds = {view.sentences[s.first] for s in spotted if s.kind not in _PLAIN}
    return {
        sentence: firsts[sentence]
        for sentence, some in rows.items()
        if sums_up(some) or (sentence not in deeds and _many_fallen(some, sentence in fights))
    }


def _many_fallen(figures: Sequence[Figure], fought: bool) -> bool:
    """Are more fighters counted as killed than one fight told without its deed would leave?"""
    return any(f.unit is Unit.KILLED and (fought or f.who is Who.MILITARY) and (f.low or f.high or 0) >= _MANY for f in figures)


def sums_up(figures: Sequence[Figure]) -> bool:
    """Do the figures of a sentence count fallen fighters and lost arms together, or losses over more than a day?"""
    fallen = any(f.unit is Unit.KILLED and f.who in (Who.MILITARY, Who.UNKNOWN) for f in figures)
    arms = any(f.unit in _ARMS and f.status in _LOST for f in figures)
    lasting = [
        f for f in figures if f.scope in (Scope.WAR, Scope.PERIOD) and (f.unit in _ARMS or f.unit is Unit.KILLED or f.status in _LOST)
    ]
    return (fallen and arms) or bool(lasting)
