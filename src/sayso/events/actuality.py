"""The actuality of an event: whether it happened, was tried, prevented, denied, planned or only thought of."""

from collections.abc import Sequence

from sayso.events.scenes import Scene
from sayso.events.sightings import Sighting
from sayso.events.view import View
from sayso.lexicon.phrases import Met
from sayso.lexicon.triggers import Mark, TriggerBook
from sayso.record.claim import Claim, Stance
from sayso.record.event import Actuality

_COMMENTS = ("comment", "коммент", "комент", "прокоммент", "прокомент", "упомян", "упомин", "згада", "mention", "elaborat")

Marks = dict[int, list[Met[Mark]]]

_ORDER = (Actuality.PREVENTED, Actuality.DENIED, Actuality.ATTEMPTED, Actuality.PLANNED, Actuality.HYPOTHETICAL)
_SPARED = 10  # words between "nobody was hurt" and the deed in which
_WALLS = frozenset((";", ".", "!", "?", ":"))
_BUT = frozenset("but however но однако але проте mais however".split())


def marks_by_sentence(view: View, scene: Scene, book: TriggerBook) -> Marks:
    """The marks of actuality in a view, by sentence; who says that nobody was hurt denies no attack."""
    found: dict[int, list[Met[Mark]]] = {}
    for met in book.marks.find(view.forms, view.lemmas, view.sentences):
        if (
            view.forms[met.first] == "may"
            and view.text[view.starts[met.first]].isupper()
            and view.starts[met.first] > 0
            and not view.text.isupper()
        ):
            continue
        if met.entry.actuality is Actuality.DENIED and (_silent(view, met.last) or _unhurt(scene, met.first, met.last)):
            continue
        found.setdefault(view.sentences[met.first], []).append(met)
    return found


def _silent(view: View, at: int) -> bool:
    """Does a negation belong to a verb of commenting ("did not comment on the strike")? Silence is no denial."""
    return any(
        view.forms[i].startswith(_COMMENTS) for i in range(at, min(at + 2, len(view))) if view.sentences[i] == view.sentences[at - 1]
    )


def _unhurt(scene: Scene, first: int, last: int) -> bool:
    """Does a negation belong to words such as "nobody was hurt"?"""
    return any(met.first < last and first < met.last for met in scene.near("unhurt", first, last, _SPARED))


def actuality_of(
    view: View, scene: Scene, sighting: Sighting, marks: Marks, holders: Sequence[Claim], *, before: bool = False, alone: bool = False
) -> Actuality:
    """The actuality of a sighting from the marks of its sentence and from the stance of the smallest claim that holds it.

    A prevented attempt is prevented, whatever lies between; a denied content is denied. `before`: told as what came before (an order
    "following an attack" leaves the attack as it was). `alone`: the next sentence tells no event, so that a word of it may say that an
    attempt was prevented.
    """
    sentence = view.sentences[sighting.first]
    here = marks.get(sentence, [])
    found = {met.entry.actuality for met in here if _applies(view, met, sighting)}
    if Actuality.ATTEMPTED in found:
        later = marks.get(sentence + 1, []) if alone else []
        if any(met.entry.actuality is Actuality.PREVENTED for met in (*here, *later)):
            found.add(Actuality.PREVENTED)
    told = next((actuality for actuality in _ORDER if actuality in found), Actuality.HAPPENED)
    if holders and told is Actuality.HAPPENED and not before:
        stance = holders[0].stance
        if stance is Stance.DENIES and not _spared(view, scene, sighting):
            return Actuality.DENIED
        if stance in (Stance.THREATENS, Stance.EXPECTS, Stance.ORDERS):
            return Actuality.PLANNED
    return told


def _spared(view: View, scene: Scene, sighting: Sighting) -> bool:
    """Is a trigger what nobody was hurt in ("denied that anyone was hurt in the attack")?"""
    return any(
        met.last <= sighting.first and view.sentences[met.first] == view.sentences[sighting.first]
        for met in scene.near("unhurt", sighting.first, sighting.first, _SPARED)
    )


def _applies(view: View, met: Met[Mark], sighting: Sighting) -> bool:
    """Does a mark reach a trigger, on the side it looks to and over no end of a clause?"""
    if met.first >= sighting.last:
        if met.entry.side == "after":
            return False
        low, high = sighting.last, met.first
    elif met.last <= sighting.first:
        if met.entry.side == "before":
            return False
        low, high = met.last, sighting.first
    else:
        return met.entry.actuality in (Actuality.PREVENTED, Actuality.ATTEMPTED)
    if high - low > met.entry.reach:
        return False
    return not any(view.forms[at] in _WALLS or view.forms[at] in _BUT for at in range(low, high))
