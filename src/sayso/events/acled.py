"""The ACLED sub-event of an event whose kind does not settle it: who takes a place, how a protest goes, which mob."""

from collections.abc import Iterable

from sayso.events.scenes import Scene
from sayso.events.sightings import Sighting
from sayso.events.view import View
from sayso.record.event import Kind

_TYPES = {
    "Government regains territory": "Battles",
    "Non-state actor overtakes territory": "Battles",
    "Non-violent transfer of territory": "Strategic developments",
    "Headquarters or base established": "Strategic developments",
    "Change to group/activity": "Strategic developments",
    "Disrupted weapons use": "Strategic developments",
    "Peaceful protest": "Protests",
    "Protest with intervention": "Protests",
    "Excessive force against protesters": "Protests",
    "Violent demonstration": "Riots",
    "Mob violence": "Riots",
}
_REGAINS, _OVERTAKES = "Government regains territory", "Non-state actor overtakes territory"
_SHORT = 5  # sentences: in so short a text the whole of it tells the course of a protest


def sub_event(view: View, scene: Scene, sighting: Sighting, sentences: int) -> tuple[str, str] | None:
    """The event type and sub-event type that the actors or the course decide; None where the kind's own mapping holds."""
    name = sighting.entry.acled
    if sighting.kind is Kind.PROTEST:
        name = _protest(view, scene, sighting, sentences)
    elif sighting.kind is Kind.CAPTURE:
        name = _taken(view, scene, sighting)
    elif sighting.kind is Kind.RIOT and name is None:
        here = view.sentences[sighting.first]
        name = "Mob violence" if scene.has(here, ("mob",)) and not scene.has(here, ("protest", "police")) else None
    return (_TYPES[name], name) if name is not None and name in _TYPES else None


def _protest(view: View, scene: Scene, sighting: Sighting, sentences: int) -> str:
    here = view.sentences[sighting.first]
    around: Iterable[int] = range(sentences) if sentences <= _SHORT else (here - 1, here, here + 1)
    seen = {name for sentence in around for name in scene.by_sentence.get(sentence, ())}
    if "lethal" in seen and ("police" in seen or "state" in seen or "armed" in seen or "military" in seen):
        return "Excessive force against protesters"
    if "stones" in seen:
        return "Violent demonstration"
    if "dispersal" in seen:
        return "Protest with intervention"
    return "Peaceful protest"


def _taken(view: View, scene: Scene, sighting: Sighting) -> str:
    """Who takes the place: the nearest actor before the trigger, or after it where the trigger is passive ("fell to", "by")."""
    here = view.sentences[sighting.first]
    if scene.has(here, ("peaceful",)):
        return "Non-violent transfer of territory"
    best: tuple[bool, float, str] | None = None
    for context, name in (("state", _REGAINS), ("nonstate", _OVERTAKES)):
        for met in scene.near(context, sighting.first, sighting.last, 20):
            if view.sentences[met.first] != here:
                continue
            before = met.last <= sighting.first
            gap = sighting.first - met.last if before else met.first - sighting.last
            found = (before == _agent_follows(view, sighting), float(gap), name)
            best = found if best is None or found < best else best
    again = scene.has(here, ("regain",))
    if best is not None and not (best[0] and again):
        return best[2]
    return _REGAINS if again else _OVERTAKES


def _agent_follows(view: View, sighting: Sighting) -> bool:
    words = view.forms[sighting.first : sighting.last + 2]
    return sighting.passive or any(word in ("by", "to", "par", "fell", "tombé") for word in words)
