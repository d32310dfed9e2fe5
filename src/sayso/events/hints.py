"""The hint: an everyday word that a model takes for a trigger, with the kind that the document gives it."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.events.scenes import Scene
from sayso.events.sightings import NO_DEEDS, TOLD, Sighting, questions
from sayso.events.view import View
from sayso.lexicon.kinds import entry_of
from sayso.lexicon.triggers import Trigger, TriggerBook, signs
from sayso.record.event import Kind
from sayso.record.reading import TriggerSpan
from sayso.text.span import Span

_HINT = Trigger()
_SURE = 0.45
_PLAINLY = 0.9  # how sure a model must be of an event for which nothing else speaks
# What speaks for a kind: its signs in the sentence, the kind told plainly in the document, a word that names it by itself, its signs in
# the document, its place in the hint.
_HERE, _KIND, _ALONE, _THERE, _ORDER = 0.7, 1.0, 0.8, 0.6, 0.15
_OFTEN = 2  # a kind or sign met so often counts in full
_LIGHTER = 2.5  # a hint is seldom what a document is about
_ACCIDENT = 2  # sentences around an accident in which only its consequences are hinted at
_CONSEQUENCES = frozenset({Kind.FIRE, Kind.DAMAGE, Kind.OTHER})


def hinted(view: View, scene: Scene, book: TriggerBook, proposed: Iterable[TriggerSpan], spotted: Sequence[Sighting]) -> list[Sighting]:
    """The sightings at the words that a model `proposed` and for which no plain trigger was `spotted`, where the lexicon has a hint.

    The model's own kind is not asked. A kind needs something else to speak for it: one of its signs in the sentence, a plain trigger of
    it in the document, or a word that can mean little else; what has nothing is an event only where the model is all but sure. Of hints
    that begin at one word the longest counts ("took part" is no taking).
    """
    proposed = tuple(proposed)
    words = words_of(view, (trigger.span for trigger in proposed))
    plainly = words_of(view, (trigger.span for trigger in proposed if trigger.score >= _PLAINLY))
    if not words:
        return []
    taken = {at for s in spotted for at in range(s.first, s.last)}
    asked = questions(view)
    told = Counter(s.kind for s in spotted if s.sure >= TOLD)
    found: list[Sighting] = []
    for first, (last, kinds) in _longest(view, book).items():
        here = set(range(first, last))
        if any(met.first < last and first < met.last for name in NO_DEEDS for met in scene.near(name, first, last, 6)):
            continue
        if here.isdisjoint(words) or not here.isdisjoint(taken) or view.sentences[first] in asked:
            continue
        plain = not here.isdisjoint(plainly)
        by_accident = any(scene.has(view.sentences[first] + by, ("accident",)) for by in range(-_ACCIDENT, _ACCIDENT + 1))
        weighed = {
            kind: _weighed(view, scene, told, kind, first, alone=alone) - _ORDER * order
            for kind, (order, alone) in kinds.items()
            if (plain or _borne_out(view, scene, told, kind, first, alone=alone)) and (not by_accident or kind in _CONSEQUENCES)
        }
        if weighed:
            kind = max(weighed, key=lambda one: weighed[one])
            weight = entry_of(kind).weight - _LIGHTER
            found.append(Sighting(first=first, last=last, kind=kind, entry=_HINT, weight=weight, sure=_SURE, passive=False))
    return _apart(found)


def _longest(view: View, book: TriggerBook) -> dict[int, tuple[int, dict[Kind, tuple[int, bool]]]]:
    """By first word: where the longest hint ends, and its kinds with their place in it and whether its words name them by themselves."""
    longest: dict[int, tuple[int, dict[Kind, tuple[int, bool]]]] = {}
    for met in book.hints.find(view.forms, view.lemmas, view.sentences):
        last, kinds = longest.get(met.first, (0, {}))
        if met.last > last:
            last, kinds = longest[met.first] = (met.last, {})
        if met.last == last:
            for order, kind in enumerate(met.entry.kinds):
                before, alone = kinds.get(kind, (order, False))
                kinds[kind] = (min(before, order), alone or met.entry.alone)
    return longest


def words_of(view: View, spans: Iterable[Span]) -> set[int]:
    """The words that these spans touch."""
    found: set[int] = set()
    for span in spans:
        found.update(range(bisect_right(view.ends, span.start), bisect_left(view.starts, span.end)))
    return found


def _borne_out(view: View, scene: Scene, told: Counter[Kind], kind: Kind, at: int, *, alone: bool) -> bool:
    """Does anything but the model speak for a kind?"""
    return alone or told[kind] > 0 or scene.has(view.sentences[at], signs().get(kind, ()))


def _weighed(view: View, scene: Scene, told: Counter[Kind], kind: Kind, at: int, *, alone: bool) -> float:
    names = signs().get(kind, ())
    here = scene.has(view.sentences[at], names)
    there = sum(len(scene.mets.get(name, ())) for name in names)
    return _HERE * here + _KIND * min(told[kind], _OFTEN) / _OFTEN + _ALONE * alone + _THERE * min(there, _OFTEN) / _OFTEN


def _apart(found: Iterable[Sighting]) -> list[Sighting]:
    """Those that do not overlap, the first of them."""
    kept: list[Sighting] = []
    for sighting in sorted(found, key=lambda s: s.first):
        if not kept or kept[-1].last <= sighting.first:
            kept.append(sighting)
    return kept
