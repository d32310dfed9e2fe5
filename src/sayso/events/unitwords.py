"""The unit words of a text: nouns, verbs of loss, measures and walls, by where they stand."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.events.count import FLYING
from sayso.events.themes import exchanging, homecoming, poisoning, seizing
from sayso.events.view import View
from sayso.lexicon.phrases import Met
from sayso.lexicon.units import UnitBook, UnitWord
from sayso.record.figure import Unit

AND = frozenset("and и та й і et und".split())
DASHES = frozenset("-–—‒−:‑")

_FUEL = frozenset(("fuel", "oil", "petrol", "diesel", "refinery", "gasoline"))
_ARMOUR = frozenset((Unit.ARMOURED_VEHICLE, Unit.ARTILLERY, Unit.AIR_DEFENCE))
_MORE = frozenset("more others other autres другие других інші інших".split())
_VAGUE = tuple("craft device apparat machine appareil engin аппарат апарат борт машин одиниц единиц".split())
_NOT = frozenset(("не", "not", "никто", "ніхто"))  # "three others were not hurt"


@dataclass(slots=True)
class Words:
    """The unit words of a view, by what they are and where they begin (walls, measures and the like) or in order (effects)."""

    nouns: dict[int, list[Met[UnitWord]]] = field(default_factory=dict)
    ending: dict[int, Met[UnitWord]] = field(default_factory=dict)
    sorts: dict[str, dict[int, Met[UnitWord]]] = field(default_factory=dict)
    effects: list[Met[UnitWord]] = field(default_factory=list)
    effect_firsts: list[int] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)
    number_ends: set[int] = field(default_factory=set)
    flying: Unit | None = None  # what flies in this text: the first of drones, missiles, aircraft that it names
    captives: bool = False  # does it name prisoners, or people who come home?
    exchanging: bool = False  # does it speak of an exchange, of whatever?
    pairs: bool = False  # does it tell a number for its like ("forty for forty")?
    poison: bool = False  # does it tell of poison?
    seizing: bool = False  # does it tell of people taken by force?
    named: frozenset[Unit] = frozenset()  # the units that its nouns name, but for the vague ones
    fuel: bool = False  # does the text speak of fuel?
    armed: frozenset[int] = frozenset()  # the sentences that name other armour or guns: their tanks hold no fuel

    @classmethod
    def of(cls, view: View, book: UnitBook) -> "Words":
        """The unit words of a view."""
        words = cls()
        for met in book.words.find(view.forms, view.lemmas, view.sentences):
            sort = met.entry.sort
            if sort in ("thing", "people", "toll"):
                words.nouns.setdefault(met.first, []).append(met)
                ending = words.ending.get(met.last)
                if ending is None or (met.first, sort != "thing") < (ending.first, ending.entry.sort != "thing"):
                    words.ending[met.last] = met
            if sort in ("effect", "toll") and not (met.first > 0 and view.forms[met.first - 1] in _NOT):
                words.effects.append(met)
            if sort not in ("thing", "people", "toll", "effect"):
                words.sorts.setdefault(sort, {}).setdefault(met.first, met)
        nouns = [met for at in sorted(words.nouns) for met in words.nouns[at]]
        plain = [met for met in nouns if not vague(view, met.first) or met.entry.unit is Unit.DRONE]
        words.flying = next((met.entry.unit for met in (*plain, *nouns) if met.entry.unit in FLYING), None)
        words.named = frozenset(met.entry.unit for met in plain if met.entry.unit is not None)
        words.captives = Unit.CAPTURED in words.named or homecoming(view.forms)
        forms = frozenset(view.forms)
        words.exchanging = exchanging(forms)
        words.poison = poisoning(forms)
        words.seizing = seizing(forms)
        words.fuel = not _FUEL.isdisjoint(forms)
        words.armed = frozenset(view.sentences[at] for at, mets in words.nouns.items() if any(met.entry.unit in _ARMOUR for met in mets))
        words.effect_firsts = [met.first for met in words.effects]
        return words

    @property
    def swap(self) -> bool:
        """Does the text tell of an exchange of prisoners?"""
        told = len(self.sorts.get("swap", ()))
        return (
            told >= 2 or (told == 1 and (self.captives or self.pairs)) or (self.exchanging and self.pairs)
        )  # one "exchange" alone may be of fire

    def at(self, sort: str, first: int) -> Met[UnitWord] | None:
        """The word of this sort that begins here."""
        return self.sorts.get(sort, {}).get(first)

    def around(self, first: int, last: int, reach: int) -> Sequence[Met[UnitWord]]:
        """The effects that begin within `reach` words of a stretch."""
        return self.effects[bisect_left(self.effect_firsts, first - reach) : bisect_left(self.effect_firsts, last + reach)]


def more(view: View, at: int) -> bool:
    """Does a word only say that there are others ("three more", "deux autres")?"""
    return at < len(view) and view.forms[at] in _MORE


def vague(view: View, at: int) -> bool:
    """Is the word one of those that only the rest of the text gives a meaning ("craft", "аппарат", "engin", "машина")?"""
    return view.forms[at].startswith(_VAGUE)


@dataclass(slots=True)
class NounPhrase:
    """What follows a numeral: its noun, the effect inside, and where it ends."""

    end: int
    noun: Met[UnitWord] | None = None
    who: Met[UnitWord] | None = None
    inside: Met[UnitWord] | None = None
    strangers: int = 0
    refused: bool = False
    part: bool = False
