"""The sighting: a trigger met in a text, with the kind that its context gives it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.events.scenes import OBJECTS, Scene
from sayso.events.view import View
from sayso.lexicon.kinds import entry_of
from sayso.lexicon.phrases import Met
from sayso.lexicon.triggers import Context, Trigger, TriggerBook, families
from sayso.record.event import Kind

# Words that make a deed none: "men who fight on their side", "a battle of words", "nobody was hurt".
NO_DEEDS = ("allegiance", "figurative", "unhurt")
_OWNERS = frozenset("their our his her its my your same other enemy s".split())
_UNDER = frozenset(("under", "sous"))
_BY = frozenset(("by", "par"))
_BE = frozenset("was were is are been being be gets got été est sont était étaient fut furent être".split())
_FURTHEST = 16
_MURDER = ("murder", "assassin", "убийств", "вбивств", "meurtre", "ликвидац", "ліквідац")  # words for a deed, not for its dead
_BESIDE = 8  # words between a death and whose it is
TOLD = 0.6  # how sure a kind is that the sentence itself tells
_PLAIN = 0.65  # how sure a kind is that the word itself or a weapon beside it tells, and not only whom the deed is done to
_WEAPONS = frozenset(("drone", "missile", "artillery", "aircraft", "armour", "suicide", "gas", "ied", "grenade"))
_OFTEN = 2  # how often a document names a weapon that outweighs whom an attack is made on
_TAKEN_UP = 3  # sentences within which a strike is taken up
_THESE = frozenset("these those such ces cette эти этих такие ці цих такі".split())
# Words of war: these make an everyday word ("fight", "target") a deed, where they stand within some sentences of it or often in the text.
_OF_WAR = ("war", "drone", "missile", "artillery", "armour", "grenade", "suicide", "gas")
_WITHIN = 2  # sentences
_ABOUND = 3  # words of war
_BRIEF = 60  # words of a text too short to miss words of war in
_WALLS = frozenset((".", ";", ":", "!", "?"))  # a phrase runs over none of these
_ARMED = frozenset({Kind.DRONE_STRIKE, Kind.MISSILE_STRIKE, Kind.AIR_STRIKE, Kind.SHELLING})
# Deeds that kill: beside one of these a death is its consequence.
DEADLY = frozenset(
    {
        Kind.CLASH,
        Kind.ARMOURED_ASSAULT,
        Kind.SHELLING,
        Kind.MISSILE_STRIKE,
        Kind.AIR_STRIKE,
        Kind.DRONE_STRIKE,
        Kind.EXPLOSION,
        Kind.MINE,
        Kind.SUICIDE_ATTACK,
        Kind.GRENADE,
        Kind.CHEMICAL_ATTACK,
        Kind.KILLING,
        Kind.ATTACK_ON_CIVILIANS,
        Kind.ATTACK_ON_AID,
        Kind.RAID,
        Kind.RIOT,
        Kind.PROTEST,
        Kind.SEXUAL_VIOLENCE,
    }
)


_DEATHS = frozenset({Kind.CLASH, Kind.ATTACK_ON_CIVILIANS})  # the kinds of a death that no weapon tells
_NAMING = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A trigger at words `first` up to but not including `last`; `sure` from 0 to 1: how plainly the words give the kind."""

    first: int
    last: int
    kind: Kind
    entry: Trigger
    weight: float
    sure: float
    passive: bool


def sightings(view: View, scene: Scene, book: TriggerBook) -> list[Sighting]:
    """The triggers of a view in text order: of those that overlap the longest.

    Deaths told beside the deed that caused them make no event of their own; nor do lines that advertise other reports ("Also read").
    """
    asked = questions(view)
    met = [
        m
        for m in book.triggers.find(view.forms, view.lemmas, view.sentences)
        if view.sentences[m.first] not in asked and _fits(view, scene, m)
    ]
    met.sort(key=lambda m: (m.first - m.last, m.first))
    taken: set[int] = set()
    kept: list[Sighting] = []
    for m in met:
        if any(at in taken for at in (m.first, m.last - 1)):
            continue
        made = _seen(view, scene, m)
        if made is None:
            continue
        taken.update(range(m.first, m.last))
        kept.append(made)
    deeds = {view.sentences[s.first] for s in kept if s.kind in DEADLY and not of_death(scene, s)}
    kept = [s for s in kept if not of_death(scene, s) or not _consequence(view, scene, s, deeds)]
    kept.sort(key=lambda s: (s.first, s.last))
    return [_by_accident(view, scene, s) for s in by_document(scene, with_weapons(view, kept))]


def weightiest(view: View, spotted: Sequence[Sighting], owners: Sequence[str | None]) -> list[Sighting]:
    """The weightiest sighting of each kind in each sentence, and in each claim that speaks there (`owners`: one for each sighting)."""
    best: dict[tuple[int, Kind, str | None], Sighting] = {}
    for s, owner in sorted(zip(spotted, owners, strict=True), key=lambda pair: (-pair[0].weight, pair[0].first)):
        best.setdefault((view.sentences[s.first], s.kind, owner), s)
    return sorted(best.values(), key=lambda s: (s.first, s.last))


def questions(view: View) -> frozenset[int]:
    """The sentences that ask: their last mark, closing ones aside, is a question mark."""
    found = set()
    for at, form in enumerate(view.forms):
        if form == "?":
            after = at + 1
            while after < len(view) and not view.wordy[after] and view.sentences[after] == view.sentences[at]:
                after += 1
            if after >= len(view) or view.sentences[after] != view.sentences[at]:
                found.add(view.sentences[at])
    return frozenset(found)


def with_weapons(view: View, spotted: Sequence[Sighting]) -> list[Sighting]:
    """The sightings, with a strike whose weapon is not told given that of the strike that it takes up.

    "These airstrikes went on" after drones, and a bare "the strike" after a strike by a known weapon, within the next sentences.
    """
    found: list[Sighting] = []
    last: Sighting | None = None
    for sighting in spotted:
        bare = sighting.entry.family in ("strike", "hit") and sighting.sure < 0.6
        taken_up = sighting.kind is Kind.AIR_STRIKE and any(
            view.forms[at] in _THESE for at in range(max(0, sighting.first - 2), sighting.first)
        )
        if last is not None and (bare or taken_up) and view.sentences[sighting.first] - view.sentences[last.first] <= _TAKEN_UP:
            sighting = replace(sighting, kind=last.kind)
        elif sighting.kind in _ARMED and sighting.sure >= 0.6:
            last = sighting
        found.append(sighting)
    return found


def by_document(scene: Scene, spotted: Sequence[Sighting]) -> list[Sighting]:
    """The sightings, with those of a family whose sentence does not tell their kind given what the rest of the document tells.

    First the kind of this family that the document names most often, else that of the weapon it speaks of most. A kind that only whom
    it was done to tells ("the attack on the soldiers") yields to what the document names plainly, unless it names that kind too.
    """
    sure = Counter(s.kind for s in spotted if s.sure >= TOLD)
    plain = Counter(s.kind for s in spotted if s.sure >= _PLAIN)
    found = []
    for sighting in spotted:
        family = families().get(sighting.entry.family or "")
        weak = family is not None and family.name != "kill" and sighting.sure < _PLAIN and not plain[sighting.kind]
        if family is not None and (sighting.sure < TOLD or weak):
            told, often = (sure, 1) if sighting.sure < TOLD else (plain, _OFTEN)
            named = [kind for _, kind in family.by if told[kind]]
            arms = [(len(scene.mets.get(name, ())), kind) for name, kind in family.by if name in _WEAPONS and name in scene.mets]
            armed = max(arms, key=lambda pair: pair[0], default=(0, sighting.kind))
            if named:
                sighting = replace(sighting, kind=max(named, key=lambda kind: told[kind]))
            elif armed[0] >= often and family.name != "kill":
                sighting = replace(sighting, kind=armed[1])
        found.append(sighting)
    return found


def _by_accident(view: View, scene: Scene, sighting: Sighting) -> Sighting:
    """A death, fire or explosion after an accident, told in its sentence or the two before, is no deed of war."""
    sentence = view.sentences[sighting.first]
    led_to = sighting.entry.family == "kill" or sighting.kind in (Kind.FIRE, Kind.EXPLOSION)
    if not led_to or not any(scene.has(at, ("accident",)) for at in range(sentence - 2, sentence + 1)):
        return sighting
    return replace(sighting, kind=Kind.OTHER, weight=min(sighting.weight, 3.0))


def _consequence(view: View, scene: Scene, sighting: Sighting, deeds: set[int]) -> bool:
    """Is a death told as what a deed led to, in its sentence or, with nobody named who killed, in the next?"""
    sentence = view.sentences[sighting.first]
    if sentence in deeds:
        return True
    return sentence - 1 in deeds and not killer_named(view, scene, sighting)


def of_death(scene: Scene, sighting: Sighting) -> bool:
    """Is a sighting a death by its words ("killed", "the loss of eight men"), whatever kind its context gives it?"""
    told = sighting.kind in _DEATHS and not scene.fatal.isdisjoint(range(sighting.first, sighting.last))
    return sighting.entry.family == "kill" or told


def victim_named(view: View, scene: Scene, sighting: Sighting) -> bool:
    """Is a death that of somebody of note ("the deputy mayor of Lemna was shot dead"), told right beside it?"""
    if sighting.kind is not Kind.KILLING:
        return False
    if sighting.entry.family != "kill" or view.forms[sighting.first].startswith(_MURDER):
        return True
    for met in scene.parties("notable", sighting.first, sighting.last, _BESIDE):
        if view.sentences[met.first] == view.sentences[sighting.first]:
            low, high = (met.last, sighting.first) if met.last <= sighting.first else (sighting.last, met.first)
            between = view.forms[low:high]
            if between.count(",") in (0, 2) and not any(view.numeric[low:high]):
                return True
    return False


def killer_named(view: View, scene: Scene, sighting: Sighting) -> bool:
    """Is somebody told before a death who may have dealt it ("gunmen killed ...")? Of "the dead" nobody is."""
    if sighting.passive or (sighting.last - sighting.first == 1 and view.tags[sighting.first].split(",")[0] in _NAMING):
        return False
    return any(
        met.last <= sighting.first and view.sentences[met.first] == view.sentences[sighting.first]
        for name in ("armed", "state", "nonstate", "military", "mob", "police")
        for met in scene.parties(name, sighting.first, sighting.last, 10)
    )


def _fits(view: View, scene: Scene, met: Met[Trigger]) -> bool:
    sentence = view.sentences[met.first]
    if "teaser" in scene.by_sentence.get(sentence, ()) and any(
        0 <= met.first - t.first < 30 for t in scene.near("teaser", met.first, met.last, 30)
    ):
        return False
    if any(
        word.first < met.last and met.first < word.last and not _flank(view, word)
        for name in NO_DEEDS
        for word in scene.near(name, met.first, met.last, 6)
    ):
        return False
    if met.entry.needs and not scene.has(sentence, met.entry.needs):
        return False
    if met.entry.bars and scene.has(sentence, met.entry.bars):
        return False
    if not _WALLS.isdisjoint(view.forms[met.first : met.last]):
        return False
    if met.entry.named and not _before_name(view, met.last):
        return False
    if len(view) > _BRIEF and _everyday(scene, met, sentence):
        return False
    if met.entry.kind is Kind.CAPTURE and met.last - met.first == 2 and view.forms[met.first] in _UNDER:
        return False  # a fire is "under control"; a place is under somebody's
    return not (view.lang == "en" and view.forms[met.first] == "march" and _month(view, met.first))


def _everyday(scene: Scene, met: Met[Trigger], sentence: int) -> bool:
    """Is a trigger but a word of everyday speech ("a fight for votes"), with no war told of around it?"""
    if not any(word.first <= met.first and met.last <= word.last for word in scene.near("everyday", met.first, met.last, 1)):
        return False
    if any(scene.has(at, _OF_WAR) for at in range(sentence - _WITHIN, sentence + _WITHIN + 1)):
        return False
    return sum(len(scene.mets.get(name, ())) for name in _OF_WAR) < _ABOUND


def _before_name(view: View, at: int) -> bool:
    """Does a word with a capital follow in the same sentence, right after a trigger?"""
    return at < len(view) and view.sentences[at] == view.sentences[at - 1] and view.text[view.starts[at]].isupper()


def _flank(view: View, met: Met[Context]) -> bool:
    """Is the "side" that one fights on a side of a place ("on the north side") and nobody's?"""
    if view.forms[met.last - 1] != "side":
        return False
    owner = view.forms[met.last - 2]
    return not (owner.endswith(("'s", "s'")) or owner in _OWNERS)


def _month(view: View, at: int) -> bool:
    """Is this "March" the month?"""
    after, before = at + 1 < len(view) and view.numeric[at + 1], at > 0 and view.numeric[at - 1]
    return (
        after or before or (at > 0 and view.forms[at - 1] in ("in", "since", "last", "early", "late", "until", "by", "of", "mid", "from"))
    )


def _seen(view: View, scene: Scene, met: Met[Trigger]) -> Sighting | None:
    entry = met.entry
    passive = any(form in _BE for form in view.forms[max(0, met.first - 2) : met.first]) or entry.passive
    if entry.kind is not None:
        kind, sure = entry.kind, 0.8
    else:
        found = _by_context(view, scene, met, passive)
        if found is None:
            return None
        kind, sure = found
    weight = entry.weight if entry.weight is not None and entry.kind is not None else None
    if weight is None:
        weight = entry_of(kind).weight - (1.2 if sure < 0.6 else 0.4 if entry.family is not None else 0.0)
        if entry.weight is not None:
            weight = min(weight, entry.weight + 1.5) if sure >= 0.6 else min(weight, entry.weight)
    return Sighting(first=met.first, last=met.last, kind=kind, entry=entry, weight=weight, sure=sure, passive=passive)


def _by_context(view: View, scene: Scene, met: Met[Trigger], passive: bool) -> tuple[Kind, float] | None:
    """The kind of a family by its nearest context, and how sure that is; None where the family asks for a context and none is there."""
    family = families()[met.entry.family or ""]
    best: tuple[float, int, Kind, str] | None = None
    for order, (name, kind) in enumerate(family.by):
        for context in scene.parties(name, met.first, met.last, _FURTHEST):
            if view.sentences[context.first] != view.sentences[met.first]:
                continue
            gap = max(context.first - met.last, met.first - context.last, 0)
            cost = gap + order * 0.6
            if name in OBJECTS:
                cost += 2.5
                before = context.last <= met.first
                if before != passive:
                    cost += 7
                elif not before and context.first > 0 and view.forms[context.first - 1] in _BY:
                    cost += 8
            if best is None or (cost, order) < best[:2]:
                best = (cost, order, kind, name)
    if best is not None and best[0] <= _FURTHEST + 4:
        return best[2], 0.62 if best[3] in OBJECTS else 0.7
    return (family.otherwise, 0.5) if family.otherwise is not None else None
