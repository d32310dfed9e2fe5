"""The assigning: which place an event happened at."""

from collections.abc import Sequence

from sayso.record.claim import Claim
from sayso.record.event import Event
from sayso.record.place import Place, PlaceKind, Use
from sayso.record.reading import Reading
from sayso.text.span import Span

_RANK = {PlaceKind.SETTLEMENT: 0, PlaceKind.FACILITY: 1, PlaceKind.REGION: 2, PlaceKind.OTHER: 3, PlaceKind.COUNTRY: 4}
_CLAUSE = (";", " while ", " whereas ", ", а ", ", але ", ", но ", " tandis que ", ": ")
_CLAUSE_COST = 60  # characters that a clause boundary counts for
_NEAR = 90  # characters within which a settlement counts as beside the event


def assign(reading: Reading, events: Sequence[Event], places: Sequence[Place], claims: Sequence[Claim]) -> tuple[tuple[str, str], ...]:
    """(event id, place id) of the events whose place the text tells; an event may have none.

    The event's own clause and sentence go first, then the content of its claim, then the lead of its paragraph or of the text.
    A settlement beats the region that it lies in; where two settlements fit a far event equally, none is taken.
    """
    located = [p for p in places if p.use is Use.LOCATION]
    by_id = {claim.id: claim for claim in claims}
    pairs = []
    for event in events:
        place = _of(reading, event, located, by_id)
        if place is not None:
            pairs.append((event.id, place.id))
    return tuple(pairs)


def _of(reading: Reading, event: Event, located: Sequence[Place], claims: dict[str, Claim]) -> Place | None:
    here = [p for p in located if event.sentence.covers(p.span)]
    if here:
        return _nearest(reading.text, event.trigger, here)
    contents = [span for c in event.claims if c in claims for span in claims[c].content]
    claimed = [p for p in located if any(span.covers(p.span) for span in contents)]
    if claimed:
        return _only(claimed)
    paragraph = next((p for p in reading.paragraphs if p.covers(event.trigger)), None)
    if paragraph is not None:
        before = [p for p in located if paragraph.covers(p.span) and p.span.end <= event.trigger.start]
        if before:
            return _only(_of_last_sentence(reading, before))
    if reading.sentences and event.sentence.start <= _lead(reading):
        return _only([p for p in located if p.span.start < _lead(reading)])
    return None


def _nearest(text: str, trigger: Span, here: Sequence[Place]) -> Place:
    """The place whose words stand nearest to the event, clauses apart; of those beside it the most precise."""

    def cost(place: Place) -> float:
        between = text[min(trigger.end, place.span.end) : max(trigger.start, place.span.start)]
        return place.span.gap(trigger) + _CLAUSE_COST * sum(between.count(mark) for mark in _CLAUSE)

    best = min(here, key=lambda p: ((_RANK[p.kind] >= 2 and cost(p) + 1_000) or cost(p), p.span.start))
    closest = min(here, key=lambda p: (cost(p), p.span.start))
    if best is closest or _inside(best, closest) or cost(best) <= _NEAR:
        return best
    return closest


def _inside(small: Place, large: Place) -> bool:
    """Does a place lie in another, as far as their regions tell?"""
    return _RANK[small.kind] < _RANK[large.kind] and (
        large.name in small.admin or (large.kind is PlaceKind.COUNTRY and large.country == small.country)
    )


def _only(places: Sequence[Place]) -> Place | None:
    """The one place that these speak of: the most precise, if there is one of it only."""
    if not places:
        return None
    rank = min(_RANK[p.kind] for p in places)
    finest = [p for p in places if _RANK[p.kind] == rank]
    names = {(p.geonames_id, p.name) for p in finest}
    if len(names) > 1:
        return None
    coarser = [p for p in places if _RANK[p.kind] > rank and p.kind is PlaceKind.REGION]
    # A settlement and a region that it does not lie in are two places.
    return None if any(not _inside(finest[0], p) for p in coarser) else finest[0]


def _of_last_sentence(reading: Reading, places: Sequence[Place]) -> list[Place]:
    """The places of the last sentence before the event that names any."""
    last = max(places, key=lambda p: p.span.start)
    sentence = next((s for s in reversed(reading.sentences) if s.covers(last.span)), last.span)
    return [p for p in places if sentence.covers(p.span)]


def _lead(reading: Reading) -> int:
    """Where the headline and first sentences end."""
    return reading.sentences[min(2, len(reading.sentences) - 1)].end
