"""The scene: the words of a text that say who and what take part in what it tells."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.events.contents import Attributions
from sayso.events.view import View
from sayso.lexicon.phrases import Met
from sayso.lexicon.triggers import Context, TriggerBook
from sayso.lexicon.units import UnitBook
from sayso.record.figure import Unit

# Contexts that tell whom or what a deed is done to; they are sought where the object stands.
OBJECTS = frozenset(("military", "civilian", "aid", "place", "property", "border"))
# Contexts that take no part where they speak: the mayor who counts two dead is not killed, nor did the police that tell of it kill.
_SPEAKING = OBJECTS | frozenset(("notable", "armed", "state", "nonstate", "police", "mob", "protest"))
_CARRIED = {Unit.DRONE: "drone", Unit.MISSILE: "missile", Unit.AIRCRAFT: "aircraft", Unit.ARTILLERY: "artillery"}


@dataclass(slots=True)
class Scene:
    """The contexts of a view: by name in order of their words, and the names by sentence.

    `speaking` are the words of those who speak, `fatal` those that say that somebody died.
    """

    firsts: dict[str, list[int]] = field(default_factory=dict)
    mets: dict[str, list[Met[Context]]] = field(default_factory=dict)
    by_sentence: dict[int, set[str]] = field(default_factory=dict)
    speaking: frozenset[int] = frozenset()
    fatal: frozenset[int] = frozenset()

    @classmethod
    def of(cls, view: View, book: TriggerBook, attributions: Attributions | None = None, units: UnitBook | None = None) -> "Scene":
        """The contexts of a view; `attributions` tell who speaks in it, `units` name weapons that the contexts may lack, and deaths."""
        scene = cls()
        named = book.contexts.find(view.forms, view.lemmas, view.sentences)
        if attributions is not None:
            scene.speaking = attributions.words_of(view)
        if units is not None:
            named = sorted((*named, *_armed(view, units, named)), key=lambda met: met.first)
            scene.fatal = _fatal(view, units)
        for met in named:
            scene.mets.setdefault(met.entry.name, []).append(met)
            scene.firsts.setdefault(met.entry.name, []).append(met.first)
            scene.by_sentence.setdefault(view.sentences[met.first], set()).add(met.entry.name)
        return scene

    def near(self, name: str, first: int, last: int, reach: int) -> Sequence[Met[Context]]:
        """The contexts of a name that begin within `reach` words of a stretch."""
        firsts = self.firsts.get(name)
        if not firsts:
            return ()
        return self.mets[name][bisect_left(firsts, first - reach) : bisect_left(firsts, last + reach)]

    def parties(self, name: str, first: int, last: int, reach: int) -> Sequence[Met[Context]]:
        """Those that `near` finds, without who only speaks."""
        mets = self.near(name, first, last, reach)
        return [met for met in mets if met.first not in self.speaking] if mets and name in _SPEAKING else mets

    def has(self, sentence: int, names: Sequence[str]) -> bool:
        """Does one of these contexts stand in the sentence?"""
        return not self.by_sentence.get(sentence, set()).isdisjoint(names)


def _armed(view: View, units: UnitBook, named: Sequence[Met[Context]]) -> list[Met[Context]]:
    """The weapons that only the units name, as contexts."""
    taken = {(at, met.entry.name) for met in named for at in range(met.first, met.last)}
    found = []
    for met in units.words.find(view.forms, view.lemmas, view.sentences):
        name = _CARRIED.get(met.entry.unit) if met.entry.sort == "thing" and met.entry.unit is not None else None
        if name is not None and not any((at, name) in taken for at in range(met.first, met.last)):
            taken.add((met.first, name))
            found.append(Met(first=met.first, last=met.last, entry=Context(name=name)))
    return found


def _fatal(view: View, units: UnitBook) -> frozenset[int]:
    """The words that say that somebody died."""
    mets = units.words.find(view.forms, view.lemmas, view.sentences)
    told = [met for met in mets if met.entry.unit is Unit.KILLED and met.entry.sort in ("effect", "toll")]
    return frozenset(at for met in told for at in range(met.first, met.last))
