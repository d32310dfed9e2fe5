"""The assigning: which place an event happened at."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.places.backgrounds import came_from, dateline, measured_from
from sayso.places.coordinations import coordinations
from sayso.record.claim import Claim
from sayso.record.event import Event, Kind
from sayso.record.place import Place, PlaceKind, Use
from sayso.record.reading import Reading
from sayso.text.span import Span

_RANK = {PlaceKind.SETTLEMENT: 0, PlaceKind.FACILITY: 1, PlaceKind.REGION: 2, PlaceKind.OTHER: 3, PlaceKind.COUNTRY: 4}
_LEAVING = frozenset({Kind.CLOSURE, Kind.WITHDRAWAL})  # done from where one is
_CLAUSE = (";", " while ", " whereas ", ", а ", ", але ", ", но ", " tandis que ", ": ")
_CLAUSE_COST = 60  # characters that a clause boundary counts for
_NEAR = 90  # characters within which a settlement counts as beside the event


def assign(reading: Reading, events: Sequence[Event], places: Sequence[Place], claims: Sequence[Claim]) -> tuple[tuple[str, str], ...]:
    """(event id, place id) of the events whose place the text tells; an event may have none.

    The event's own clause and sentence go first, then the content of its claim, then the lead of its paragraph or of the text, then the
    one place that a text is about. A settlement beats the region that it lies in; of regions named side by side the first is taken; where
    two settlements fit a far event equally, none is. Where a blow came from, what a distance is measured from and where a report was
    written are no places of events; the last only where a text names no other.
    """
    atlas = _Atlas(reading, places)
    by_id = {claim.id: claim for claim in claims}
    pairs = []
    for event in events:
        place = _of(reading, event, atlas, by_id)
        if place is not None:
            pairs.append((event.id, place.id))
    return tuple(pairs)


class _Atlas:
    """The locations of a text, for finding those in a stretch; datelines and what distances are measured from stand aside."""

    def __init__(self, reading: Reading, places: Sequence[Place]) -> None:
        located = sorted((p for p in places if p.use is Use.LOCATION), key=lambda p: p.span)
        self._paragraphs = [paragraph.start for paragraph in reading.paragraphs]
        self._reading = reading
        text = reading.text
        aside = {p.id for p in located if dateline(text, p, self.paragraph(p.span))}
        self.origins = frozenset(p.id for p in located if came_from(text, p))
        aside |= {p.id for p in located if measured_from(text, p)}
        self.told = [p for p in located if p.id not in aside]
        self.starts = [p.span.start for p in self.told]
        self.aside = located[0] if located and not self.told else None
        self.first_of = {p.id: group[0] for group in coordinations(reading, self.told) for p in group}
        self.about = self._about()

    def paragraph(self, span: Span) -> Span | None:
        """The paragraph that a span begins in."""
        at = bisect_right(self._paragraphs, span.start) - 1
        return self._reading.paragraphs[at] if at >= 0 and self._reading.paragraphs[at].covers(span) else None

    def within(self, span: Span, kind: Kind) -> list[Place]:
        """The places in a stretch that an event of this kind may have happened at."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return [p for p in self.told[first:last] if span.covers(p.span) and (kind in _LEAVING or p.id not in self.origins)]

    def _about(self) -> Place | None:
        """The one settlement, else the one region, that a text is about: named in its headline or lead, or twice."""
        told = [p for p in self.told if p.id not in self.origins]
        lead = _lead(self._reading) if self._reading.sentences else 0
        for kinds in ((PlaceKind.SETTLEMENT,), (PlaceKind.REGION,)):
            some = [p for p in told if p.kind in kinds]
            if some:
                one = len({p.geonames_id or p.name for p in some}) == 1
                return some[0] if one and (len(some) > 1 or some[0].span.start < lead) else None
        return None


def _of(reading: Reading, event: Event, atlas: _Atlas, claims: dict[str, Claim]) -> Place | None:
    here = atlas.within(event.sentence, event.kind)
    if here:
        return _first(_nearest(reading.text, event.trigger, here), atlas, event)
    claimed = [p for c in event.claims if c in claims for span in claims[c].content for p in atlas.within(span, event.kind)]
    paragraph = atlas.paragraph(event.trigger)
    before = atlas.within(Span(paragraph.start, event.trigger.start), event.kind) if paragraph is not None else []
    told = _only(_of_last_sentence(reading, before), atlas) if before else None
    if claimed:
        one = _only(claimed, atlas)
        # The content names the region only, the sentence before the town in it.
        return told if one is not None and told is not None and _inside(told, one) else one
    if before:
        return told
    if reading.sentences and event.sentence.start <= _lead(reading):
        led = _only(atlas.within(Span(0, _lead(reading)), event.kind), atlas)
        if led is not None:
            return led
    return atlas.about or atlas.aside


def _first(place: Place, atlas: _Atlas, event: Event) -> Place:
    """Of places named side by side in the event's sentence the first; else the place itself."""
    first = atlas.first_of.get(place.id, place)
    return first if event.sentence.covers(first.span) and first.kind is place.kind else place


def _nearest(text: str, trigger: Span, here: Sequence[Place]) -> Place:
    """The place whose words stand nearest to the event, clauses apart; of those beside it the most precise."""

    def cost(place: Place) -> float:
        between = text[min(trigger.end, place.span.end) : max(trigger.start, place.span.start)]
        return place.span.gap(trigger) + _CLAUSE_COST * sum(between.count(mark) for mark in _CLAUSE)

    best = min(here, key=lambda p: (cost(p) + 1_000 * max(0, _RANK[p.kind] - 1), p.span.start))
    closest = min(here, key=lambda p: (cost(p), p.span.start))
    if best is closest or _inside(best, closest) or cost(best) <= _NEAR:
        return best
    return closest


def _inside(small: Place, large: Place) -> bool:
    """Does a place lie in another, as far as their regions tell?"""
    return _RANK[small.kind] < _RANK[large.kind] and (
        small.lat is None  # a village that no index knows contradicts no region
        or large.name in small.admin
        or (large.kind is PlaceKind.COUNTRY and large.country == small.country)
    )


def _only(places: Sequence[Place], atlas: _Atlas) -> Place | None:
    """The one place that these speak of: the most precise, if there is one of it only."""
    if not places:
        return None
    rank = min(_RANK[p.kind] for p in places)
    finest = [p for p in places if _RANK[p.kind] == rank]
    if rank == _RANK[PlaceKind.REGION]:
        finest = [p for p in finest if atlas.first_of.get(p.id, p) is p] or finest
    names = {(p.geonames_id, p.name) for p in finest}
    if len(names) > 1:
        return None
    coarser = [p for p in places if _RANK[p.kind] > rank and p.kind is PlaceKind.REGION]
    # A settlement and a region that it does not lie in are two places.
    return None if any(not _inside(finest[0], p) for p in coarser) else finest[0]


def _of_last_sentence(reading: Reading, places: Sequence[Place]) -> list[Place]:
    """The places of the last sentence before the event that names any."""
    last = max(places, key=lambda p: p.span.start)
    sentence = reading.sentences[max(0, bisect_right(reading.sentences, last.span.start, key=lambda s: s.start) - 1)]
    return [p for p in places if sentence.covers(p.span)]


def _lead(reading: Reading) -> int:
    """Where the headline and first sentences end."""
    return reading.sentences[min(2, len(reading.sentences) - 1)].end
