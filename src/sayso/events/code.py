"""The events of a document: what its claims, and its own voice, say happened."""

from collections.abc import Sequence

from sayso import ids
from sayso.events.acled import sub_event
from sayso.events.actuality import Marks, actuality_of, marks_by_sentence
from sayso.events.aftermath import of_deeds
from sayso.events.contents import Attributions, Contents
from sayso.events.hints import hinted
from sayso.events.means import of_one_happening
from sayso.events.repeats import told_once
from sayso.events.roles import participants
from sayso.events.scenes import Scene
from sayso.events.shares import shared_out
from sayso.events.sightings import Sighting, sightings, weightiest
from sayso.events.tallies import with_tallies
from sayso.events.view import View, view
from sayso.lexicon.language import Lexicon
from sayso.lexicon.pack import Pack
from sayso.lexicon.triggers import TriggerBook
from sayso.record.claim import Claim
from sayso.record.event import Actuality, Event, Kind
from sayso.record.figure import Figure
from sayso.record.mention import Mention
from sayso.record.method import Method
from sayso.record.reading import Reading
from sayso.text.span import Span
from sayso.version import __version__

METHOD = Method(name="events", version=__version__)
_FAR = {Actuality.PLANNED: 3.0, Actuality.HYPOTHETICAL: 3.5, Actuality.DENIED: 2.0, Actuality.ATTEMPTED: 0.5, Actuality.PREVENTED: 0.3}


def code(
    reading: Reading, claims: Sequence[Claim], figures: Sequence[Figure], mentions: Sequence[Mention], lexicon: Lexicon, pack: Pack
) -> tuple[Event, ...]:
    """The events of a reading, the main one first, then in text order; one trigger an event.

    Acts of speech make none, people wounded without a word for what happened make none. Each event names the claims whose content holds
    its trigger (the smallest first), the figures told of it, and, where its kind leaves it open, its own ACLED sub-event.
    """
    seen = view(reading, lexicon.lang)
    if not len(seen):
        return ()
    holding, attributions = Contents(claims), Attributions(claims)
    scene = Scene.of(seen, lexicon.triggers, attributions, lexicon.units)
    spotted = with_tallies(seen, _spotted(reading, seen, scene, lexicon.triggers, holding), figures)
    by_sentence = _by_sentence(mentions, reading.sentences)
    spotted, belongs = of_deeds(seen, scene, spotted, figures, by_sentence)
    spotted, again = told_once(seen, spotted, _owners(seen, spotted, holding), by_sentence)
    belongs = again | belongs
    if not spotted:
        return ()
    marks = marks_by_sentence(seen, scene, lexicon.triggers)
    spans = [seen.span(s.first, s.last) for s in spotted]
    held = [holding.of(span) for span in spans]
    owned = shared_out(seen, spotted, figures, belongs)
    telling = {seen.sentences[s.first] for s in spotted}
    found: list[tuple[float, Event]] = []
    for i, sighting in enumerate(spotted):
        sentence = seen.sentences[sighting.first]
        actuality = _actuality(seen, scene, sighting, marks, held[i], telling)
        event = Event(
            id=ids.make("e", reading.document.id, [spans[i].start, spans[i].end], sighting.kind.value),
            document=reading.document.id,
            kind=sighting.kind,
            actuality=actuality,
            trigger=spans[i],
            sentence=reading.sentences[sentence],
            participants=participants(seen, sighting, by_sentence.get(sentence, ()), attributions, held[i], owned[i], pack, actuality),
            figures=tuple(figure.id for figure in owned[i]),
            claims=tuple(claim.id for claim in held[i]),
            confidence=_confidence(sighting, actuality, bool(owned[i])),
            acled=sub_event(seen, scene, sighting, len(reading.sentences)),
            method=METHOD,
        )
        found.append((_prominence(sighting, sentence, actuality) - _background(seen, scene, sighting), event))
    return _main_first(found)


def _spotted(reading: Reading, view: View, scene: Scene, book: TriggerBook, holding: Contents) -> list[Sighting]:
    """The triggers of the lexicon and, where a model proposes a word, its hints; one of a kind in each sentence and claim."""
    plain = sightings(view, scene, book)
    hints = hinted(view, scene, book, reading.triggers, plain)
    found = of_one_happening(view, scene, sorted([*plain, *hints], key=lambda s: (s.first, s.last)))
    return weightiest(view, found, _owners(view, found, holding))


def _owners(view: View, spotted: Sequence[Sighting], holding: Contents) -> list[str | None]:
    """For each sighting the smallest claim that holds it; None where the document's own voice tells it."""
    return [held[0].id if (held := holding.of(view.span(s.first, s.last))) else None for s in spotted]


def _by_sentence(mentions: Sequence[Mention], sentences: Sequence[Span]) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    at = 0
    for mention in sorted(mentions, key=lambda m: m.span):
        while at + 1 < len(sentences) and mention.span.start >= sentences[at].end:
            at += 1
        found.setdefault(at, []).append(mention)
    return found


def _confidence(sighting: Sighting, actuality: Actuality, counted: bool) -> float:
    sure = sighting.sure + (0.08 if counted else 0.0) - (0.15 if actuality in (Actuality.HYPOTHETICAL, Actuality.PLANNED) else 0.0)
    return round(min(0.95, max(0.1, sure)), 2)


def _prominence(sighting: Sighting, sentence: int, actuality: Actuality) -> float:
    """How likely an event is the main one of its document: weight of its kind, less for late sentences and for what did not happen."""
    return sighting.weight - 0.55 * min(sentence, 12) - _FAR.get(actuality, 0.0) + 2.0 * (sighting.sure - 0.7)


def _actuality(view: View, scene: Scene, sighting: Sighting, marks: Marks, holders: Sequence[Claim], telling: set[int]) -> Actuality:
    if sighting.kind is Kind.TALLY:
        return Actuality.HAPPENED
    alone = view.sentences[sighting.first] + 1 not in telling
    return actuality_of(view, scene, sighting, marks, holders, before=_background(view, scene, sighting) > 0, alone=alone)


def _background(view: View, scene: Scene, sighting: Sighting) -> float:
    """What an event loses that is told as what came before ("following the killing of ...")."""
    mets = scene.near("after", sighting.first, sighting.first, 4)
    return (
        2.0
        if any(0 <= sighting.first - met.last <= 3 and view.sentences[met.first] == view.sentences[sighting.first] for met in mets)
        else 0.0
    )


def _main_first(found: list[tuple[float, Event]]) -> tuple[Event, ...]:
    main = max(found, key=lambda pair: (pair[0], -pair[1].trigger.start))[1]
    rest = [event for _, event in found if event is not main]
    return tuple({event.id: event for event in (main, *rest)}.values())
