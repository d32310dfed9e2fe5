"""The means: shots, drones and captives that are but a part of the happening that a document tells of."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.events.scenes import Scene
from sayso.events.sightings import Sighting
from sayso.events.view import View
from sayso.record.event import Kind

# Kinds in which gas, and shots at somebody of note, are brought to their aim.
_SPREAD = frozenset({Kind.DRONE_STRIKE, Kind.AIR_STRIKE, Kind.GRENADE, Kind.SHELLING, Kind.EXPLOSION})
_SHOTS = frozenset({Kind.ATTACK_ON_CIVILIANS, Kind.CLASH})
_NAMING = ("NOUN", "ADJ", "PROPN")
_NEAR = 1  # sentences between gas and what spreads it


def of_one_happening(view: View, scene: Scene, spotted: Sequence[Sighting]) -> list[Sighting]:
    """The sightings, with those that are the means of the happening that the document names given its kind.

    Where somebody of note was killed, the shots that did it; where gas was used, the drone or shell that bore it; in an exchange of
    prisoners, these.
    """
    named = {s.kind for s in spotted if s.entry.kind is s.kind or (s.kind is Kind.KILLING and s.entry.family == "kill")}
    return [replace(s, kind=kind) if (kind := _whole(view, scene, s, named)) else s for s in spotted]


def _whole(view: View, scene: Scene, sighting: Sighting, named: set[Kind]) -> Kind | None:
    """The kind of the happening that a sighting is a part of."""
    here = view.sentences[sighting.first]
    if Kind.KILLING in named and sighting.entry.family == "shoot" and sighting.kind in _SHOTS and not named & _SHOTS:
        return Kind.KILLING
    gas = any(scene.has(sentence, ("gas",)) for sentence in range(here - _NEAR, here + _NEAR + 1))
    if Kind.CHEMICAL_ATTACK in named and sighting.kind in _SPREAD and gas:
        return Kind.CHEMICAL_ATTACK
    word = view.tags[sighting.first].split(",")[0] in _NAMING and sighting.last - sighting.first == 1
    return Kind.EXCHANGE if Kind.EXCHANGE in named and sighting.kind is Kind.ARREST and word else None
