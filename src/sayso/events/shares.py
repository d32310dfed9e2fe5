"""The shares: which figure is told of which event."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from sayso.events.sightings import Sighting
from sayso.events.view import View
from sayso.record.event import Kind
from sayso.record.figure import Figure, Unit

_VIOLENT = frozenset(
    set(Kind)
    - {
        Kind.ARREST,
        Kind.CLOSURE,
        Kind.AGREEMENT,
        Kind.EXCHANGE,
        Kind.DEPLOYMENT,
        Kind.GROUP_CHANGE,
        Kind.CYBER_ATTACK,
        Kind.OTHER,
        Kind.TALLY,
        Kind.WITHDRAWAL,
        Kind.INTERCEPTION,
    }
)
_SUITED: dict[Unit, frozenset[Kind]] = {
    Unit.KILLED: _VIOLENT,
    Unit.WOUNDED: _VIOLENT,
    Unit.CAPTURED: frozenset({Kind.ARREST, Kind.ABDUCTION, Kind.CLASH, Kind.EXCHANGE, Kind.RAID, Kind.PROTEST, Kind.RIOT}),
    Unit.EVACUATED: frozenset({Kind.CLOSURE}),
    Unit.DISPLACED: frozenset({Kind.CLOSURE, Kind.OTHER, Kind.CLASH, Kind.SHELLING}),
    Unit.DRONE: frozenset({Kind.INTERCEPTION, Kind.DRONE_STRIKE}),
    Unit.MISSILE: frozenset({Kind.INTERCEPTION, Kind.MISSILE_STRIKE, Kind.SHELLING}),
    Unit.BUILDING: frozenset(
        {Kind.DAMAGE, Kind.SHELLING, Kind.MISSILE_STRIKE, Kind.DRONE_STRIKE, Kind.AIR_STRIKE, Kind.EXPLOSION, Kind.FIRE, Kind.LOOTING}
    ),
    Unit.AMMUNITION: frozenset({Kind.SHELLING, Kind.AIR_STRIKE, Kind.INTERCEPTION}),
    Unit.SETTLEMENT: frozenset({Kind.CAPTURE, Kind.SHELLING, Kind.WITHDRAWAL}),
}


def shared_out(
    view: View, spotted: Sequence[Sighting], figures: Sequence[Figure], belongs: Mapping[int, Sighting]
) -> list[tuple[Figure, ...]]:
    """For each sighting its figures: each figure goes to the nearest suited event of its sentence, a tally first.

    A figure whose sentence has no event for it goes to the deed whose aftermath the sentence tells (`belongs`, by sentence), else to
    the event that the sentence before told, if that one suits it.
    """
    places = {id(sighting): i for i, sighting in enumerate(spotted)}
    by_sentence: dict[int, list[int]] = {}
    for i, sighting in enumerate(spotted):
        by_sentence.setdefault(view.sentences[sighting.first], []).append(i)
    owned: list[list[Figure]] = [[] for _ in spotted]
    at = 0
    for figure in figures:
        at = max(at, min(bisect_right(view.ends, figure.span.start), len(view) - 1))
        sentence = view.sentences[at]
        choices = by_sentence.get(sentence)
        deed = belongs.get(sentence)
        if deed is not None and not any(_suits(spotted[i], figure) == 0 for i in choices or ()):
            owned[places[id(deed)]].append(figure)
            continue
        if not choices and figure.scope.value in ("incident", "unstated") and not figure.cumulative:
            choices = [i for i in by_sentence.get(sentence - 1, ()) if _suits(spotted[i], figure) == 0]
        if not choices:
            continue
        best = min(choices, key=lambda i: (spotted[i].kind is not Kind.TALLY, _suits(spotted[i], figure), _far(spotted[i], at), i))
        if spotted[best].kind is Kind.TALLY or _suits(spotted[best], figure) < 2:
            owned[best].append(figure)
    return [tuple(some) for some in owned]


def _suits(sighting: Sighting, figure: Figure) -> int:
    """0 where the kind is one that such figures are told of, 1 where nothing is known, 2 where it is another."""
    suited = _SUITED.get(figure.unit)
    if suited is None:
        return 1
    return 0 if sighting.kind in suited else 2


def _far(sighting: Sighting, at: int) -> float:
    return max(sighting.first - at, at - sighting.last, 0) - 2 * sighting.weight
