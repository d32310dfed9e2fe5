"""The hint: an everyday word that a model takes for a trigger, with the kind that the document gives it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.events.sightings import TOLD, Scene, Sighting, questions
from sayso.events.view import View
from sayso.lexicon.kinds import entry_of
from sayso.lexicon.triggers import Trigger, TriggerBook, signs
from sayso.record.event import Kind
from sayso.text.span import Span

_HINT = Trigger()
_SURE = 0.45
# What speaks for a kind: its signs in the sentence, the kind told plainly in the document, its signs there, its place in the hint.
_HERE, _KIND, _THERE, _ORDER = 1.0, 1.0, 0.6, 0.15
_OFTEN = 3  # a kind or sign met so often counts in full
_LIGHTER = 2.5  # a hint is seldom what a document is about


def hinted(view: View, scene: Scene, book: TriggerBook, proposed: Iterable[Span], spotted: Sequence[Sighting]) -> list[Sighting]:
    """The sightings at the words that a model `proposed` and for which no plain trigger was `spotted`, where the lexicon has a hint."""
    words = words_of(view, proposed)
    if not words:
        return []
    taken = {at for s in spotted for at in range(s.first, s.last)}
    asked = questions(view)
    told = Counter(s.kind for s in spotted if s.sure >= TOLD)
    found: dict[int, Sighting] = {}
    likely: dict[int, dict[Kind, float]] = {}
    for met in book.hints.find(view.forms, view.lemmas, view.sentences):
        if words.isdisjoint(range(met.first, met.last)) or view.sentences[met.first] in asked:
            continue
        if not taken.isdisjoint(range(met.first, met.last)):
            continue
        kinds = likely.setdefault(met.first, {})
        for order, kind in enumerate(met.entry.kinds):
            kinds[kind] = max(kinds.get(kind, -1.0), _weighed(view, scene, told, kind, met.first) - _ORDER * order)
        kind = max(kinds, key=lambda one: kinds[one])
        last = max(met.last, found[met.first].last if met.first in found else 0)
        weight = entry_of(kind).weight - _LIGHTER
        found[met.first] = Sighting(first=met.first, last=last, kind=kind, entry=_HINT, weight=weight, sure=_SURE, passive=False)
    return _apart(found.values())


def words_of(view: View, spans: Iterable[Span]) -> set[int]:
    """The words that these spans touch."""
    found = set()
    at = 0
    for span in sorted(spans):
        while at < len(view) and view.ends[at] <= span.start:
            at += 1
        later = at
        while later < len(view) and view.starts[later] < span.end:
            found.add(later)
            later += 1
    return found


def _weighed(view: View, scene: Scene, told: Counter[Kind], kind: Kind, at: int) -> float:
    names = signs().get(kind, ())
    here = any(name in scene.by_sentence.get(view.sentences[at], ()) for name in names)
    there = sum(len(scene.mets.get(name, ())) for name in names)
    return _HERE * here + _KIND * min(told[kind], _OFTEN) / _OFTEN + _THERE * min(there, _OFTEN) / _OFTEN


def _apart(found: Iterable[Sighting]) -> list[Sighting]:
    """Those that do not overlap, the first of them."""
    kept: list[Sighting] = []
    for sighting in sorted(found, key=lambda s: s.first):
        if not kept or kept[-1].last <= sighting.first:
            kept.append(sighting)
    return kept
