"""The dating of events: which moment of a document each event happened at."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.record.claim import Claim
from sayso.record.event import Actuality, Event
from sayso.record.moment import Grain, Moment
from sayso.record.reading import Reading
from sayso.text.span import Span

# Costs: the moment that costs least dates the event; a moment out of reach costs nothing because it is not among the candidates.
_CLAUSE = 12  # a clause boundary between trigger and moment
_OUTSIDE = 30  # the moment stands with the words of saying, the event in what is said
_LONG = 25  # weeks, months and years are background more often than dates
_OPEN = 15  # so are stretches without an end
_OTHER_SENTENCE = 60
_BOUNDARY = re.compile(r"[;:()\n]|,\s|\s[-–—]\s")
_WIDE = (Grain.WEEK, Grain.MONTH, Grain.YEAR)
_UNREAL = (Actuality.PLANNED, Actuality.HYPOTHETICAL)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A moment in reach of an event and what it costs; of equal costs the nearer, then the earlier in the text stands."""

    cost: int
    gap: int
    moment: Moment


def assign(reading: Reading, events: Iterable[Event], moments: Iterable[Moment], claims: Iterable[Claim]) -> tuple[tuple[str, str], ...]:
    """(event id, moment id) for each event that can be dated, in the order of the events.

    Looked for in the event's clause, its sentence, the content of its claims, the sentence before, the head of the document; else the
    assumed day of publication. The hour of saying does not date what was said where the content tells another.
    """
    told = sorted((m for m in moments if m.span is not None and (m.start or m.end)), key=lambda m: (m.span or Span(0, 0), m.id))
    assumed = next((m for m in moments if m.span is None), None)
    held = {claim.id: claim for claim in claims}
    starts = [sentence.start for sentence in reading.sentences]
    found = []
    for event in events:
        holding = [held[key] for key in event.claims if key in held]
        chosen = _chosen(event, holding, told, reading, starts) or (None if event.actuality in _UNREAL else assumed)
        if chosen is not None:
            found.append((event.id, chosen.id))
    return tuple(found)


def _chosen(event: Event, claims: list[Claim], told: list[Moment], reading: Reading, starts: list[int]) -> Moment | None:
    text = reading.text
    contents = [span for claim in claims for span in claim.content if span.covers(event.trigger) or span.overlaps(event.sentence)]
    before, head = _before(event, reading, starts)
    cues = [cue for claim in claims for cue in claim.cue]
    candidates = []
    for moment in _near(told, (event.sentence, *contents, *(s for s in (before, head) if s is not None))):
        span = moment.span
        if span is None or not _possible(moment, event, reading):
            continue
        # The head tells the day of a report; an hour in it dates only what the head tells.
        clock = moment.grain in (Grain.MINUTE, Grain.HOUR)
        # An hour dates what its own sentence tells; a part of the day also the next; the day in the head the whole report.
        reach = _reach(span, event, contents, None if clock else before, head if moment.grain is Grain.DAY else None)
        if reach is None or (reach == 0 and _background(moment) and ";" in text[slice(*_between(event.trigger, span))]):
            continue
        gap = span.gap(event.trigger)
        if reach == 0:
            reach += _boundaries(text, event.trigger, span) * _CLAUSE
        reach += _saying(span, event, contents, cues)
        reach += (_LONG if moment.grain in _WIDE else 0) + (_OPEN if _open(moment) else 0)
        candidates.append(_Candidate(reach, gap, moment))
    best = min(candidates, key=lambda c: (c.cost, c.gap, c.moment.span or Span(0, 0)), default=None)
    if best is None:
        return None
    chosen = _finer(best.moment, candidates)
    # A bracket only tells the moment again: the one before it is what the text tells.
    return next((moment for moment in told if moment.id == chosen.same_as), chosen)


def _near(told: list[Moment], stretches: tuple[Span, ...]) -> list[Moment]:
    """The moments that begin in one of the stretches, in text order."""
    found = {}
    for stretch in stretches:
        first = bisect_left(told, stretch.start, key=_start)
        for moment in told[first : bisect_left(told, stretch.end, key=_start)]:
            found[moment.id] = moment
    return sorted(found.values(), key=_start)


def _start(moment: Moment) -> int:
    return moment.span.start if moment.span else 0


def _reach(span: Span, event: Event, contents: list[Span], before: Span | None, head: Span | None) -> int | None:
    """What it costs to reach from the event to the stretch in which the moment stands; None where it is out of reach."""
    if event.sentence.covers(span):
        return 0
    if any(content.covers(span) and content.covers(event.trigger) for content in contents):
        return _OTHER_SENTENCE // 2
    if before is not None and before.covers(span):
        return _OTHER_SENTENCE
    if head is not None and head.covers(span):
        return 2 * _OTHER_SENTENCE
    return None


def _before(event: Event, reading: Reading, starts: list[int]) -> tuple[Span | None, Span | None]:
    """The sentence before in the same paragraph; the first sentence after the title line, unless it is the event's own."""
    index = bisect_right(starts, event.trigger.start) - 1
    if index < 0:
        return None, None
    before = reading.sentences[index - 1] if index else None
    if before is not None and "\n\n" in reading.text[before.end : reading.sentences[index].start]:
        before = None
    head = reading.sentences[0]
    for sentence in reading.sentences[:3]:
        if sentence.length > 80:
            head = sentence
            break
    return before, head if head.start < event.trigger.start else None


def _open(moment: Moment) -> bool:
    return moment.start is None or moment.end is None


def _background(moment: Moment) -> bool:
    """Long and open stretches belong to their own clause: "60 killed; the other agency counts 100 since 10 March"."""
    return _open(moment) or moment.grain in _WIDE


def _between(trigger: Span, span: Span) -> tuple[int, int]:
    first, last = sorted((trigger, span))
    return first.end, max(first.end, min(last.start, first.end + 400))


def _boundaries(text: str, trigger: Span, span: Span) -> int:
    return len(_BOUNDARY.findall(text, *_between(trigger, span)))


def _saying(span: Span, event: Event, contents: list[Span], cues: list[Span]) -> int:
    """The moment of "said on Tuesday" dates the saying: it stands outside the content that holds the event, or right after the cue."""
    inside = [content for content in contents if content.covers(event.trigger)]
    if inside and not any(content.covers(span) for content in inside):
        return _OUTSIDE
    if not inside and any(0 <= span.start - cue.end <= 3 or cue.covers(span) for cue in cues):
        return _OUTSIDE
    return 0


def _possible(moment: Moment, event: Event, reading: Reading) -> bool:
    """What happened cannot lie wholly after publication; what is planned cannot lie wholly before it."""
    published = reading.document.day
    if published is None:
        return True
    # Differences, not sums: there is no day after 9999-12-31.
    if event.actuality in _UNREAL:
        return moment.end is None or (moment.end.date() - published).days >= -1
    if moment.start is None:
        return moment.end is not None and (moment.end.date() - published).days <= 1
    return (moment.start.date() - published).days <= 1


def _finer(moment: Moment, candidates: list[_Candidate]) -> Moment:
    """Of a day, or a night, and an hour of it side by side ("on Tuesday, at about 1 p.m.") the hour dates the event."""
    if moment.grain not in (Grain.DAY, Grain.DAYPART) or moment.start is None or moment.end is None or moment.span is None:
        return moment
    for candidate in sorted(candidates, key=lambda c: (c.gap, c.moment.span or Span(0, 0))):
        other = candidate.moment
        if other is moment or other.span is None or other.start is None or other.end is None:
            continue
        if other.grain not in (Grain.MINUTE, Grain.HOUR, Grain.DAYPART):
            continue
        inside = moment.start <= other.start and other.end <= moment.end
        if inside and other.span.gap(moment.span) <= 3:
            return other
    return moment
