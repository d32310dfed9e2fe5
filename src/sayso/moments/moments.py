"""The moments of a text: every expression that tells when, as an interval."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from sayso import ids
from sayso.lexicon.language import Lexicon
from sayso.lexicon.times import TimeBook, Told
from sayso.moments.calendar import Interval, Standpoint, interval, midnight
from sayso.moments.marks import Mark, marks
from sayso.moments.matching import Match, matches
from sayso.moments.tense import Tenses
from sayso.moments.zones import Zones
from sayso.record.method import Method
from sayso.record.moment import Anchor, Grain, Moment, ZoneFrom
from sayso.record.place import Place
from sayso.record.reading import Reading
from sayso.text.span import Span
from sayso.version import __version__

_MOST_LEADS = 3
_NAME_WORDS = 5  # a quotation of at most so many words is a name, not speech


@dataclass(frozen=True, slots=True, kw_only=True)
class _Expression:
    """An expression with its place in the text and what it tells."""

    span: Span
    told: Told
    sentence: Span
    paragraph: Span
    tense: str | None


def moments(reading: Reading, lexicon: Lexicon, *, outlet_zone: str | None = None, places: tuple[Place, ...] = ()) -> tuple[Moment, ...]:
    """All expressions that tell when something happened, resolved, in text order.

    Where the day of publication is known it stands last, as the assumed moment without a span: the default of `assign`.
    Times are aware; `end` is the midnight after a day, None where it is open. What cannot be resolved has neither start nor end.
    """
    document = reading.document
    zones = Zones.of(document, outlet_zone, places)
    method = Method(name="moments", version=__version__, digest=f"times {lexicon.times.lang}")
    found = _resolved(expressions(reading, lexicon.times), zones, reading)
    made = [_moment(document.id, expression.span, told, source, method) for expression, told, source in found]
    made = _restated(made, found, reading.text)
    return tuple([*made, *_assumed(document.id, document.published, zones, method)])


def expressions(reading: Reading, book: TimeBook) -> list[_Expression]:
    """The expressions of a reading in text order, without those in names."""
    text = reading.text
    marked = marks(text, book.lang, book.abbreviations)
    tenses = Tenses.of(reading, book)
    starts, blocks = [s.start for s in reading.sentences], [p.start for p in reading.paragraphs]
    names = _names(reading)
    found = []
    for match in matches(marked, book):
        span = _span(match, marked, book, text)
        if any(name.covers(span) for name in names if name.start <= span.start):
            continue
        sentence = _around(span, reading.sentences, starts, len(text))
        paragraph = _around(span, reading.paragraphs, blocks, len(text))
        found.append(_Expression(span=span, told=match.told, sentence=sentence, paragraph=paragraph, tense=tenses.at(span, sentence)))
    return found


def _span(match: Match, marked: list[Mark], book: TimeBook, text: str) -> Span:
    """The characters of a match with the prepositions before it, without marks at its edges."""
    first = match.first
    for _ in range(_MOST_LEADS):
        if first and marked[first - 1].word in book.leads and "\n" not in text[marked[first - 1].end : marked[first].start]:
            first -= 1
        else:
            break
    span = Span(marked[first].start, marked[match.last - 1].end).stripped(text, ",")
    inside = text[span.start : span.end]
    if inside.endswith(")") and "(" not in inside:
        span = Span(span.start, span.end - 1)
    elif inside.startswith("(") and inside.endswith(")"):
        span = Span(span.start + 1, span.end - 1)
    return span


def _names(reading: Reading) -> list[Span]:
    """Short quotations that begin with a capital or a digit and are names rather than speech: «12 марта», “Today”."""
    found = []
    for quotation in reading.quotations:
        inner = quotation.inner
        if quotation.closed and inner.length <= 60:
            words = inner.of(reading.text).split()
            if words and len(words) <= _NAME_WORDS and (words[0][0].isupper() or words[0][0].isdigit()) and words[-1][-1] not in ".!?…,":
                found.append(inner)
    return found


def _around(span: Span, stretches: tuple[Span, ...], starts: list[int], length: int) -> Span:
    index = bisect_right(starts, span.start) - 1
    return stretches[index] if index >= 0 and stretches[index].end > span.start else Span(max(0, span.start - 200), min(length, span.end + 200))


# --- resolution -----------------------------------------------------------------------------------------------------------------------

_Told = tuple[_Expression, Interval, tuple[tzinfo, ZoneFrom]]


def _resolved(found: list[_Expression], zones: Zones, reading: Reading) -> list[_Told]:
    """The expressions with their intervals; those that leave the day open take it from a date near by."""
    published = reading.document.published
    result: list[_Told | None] = []
    for expression in found:
        told = expression.told
        source = zones.choose(_zone(told), expression.span, (expression.sentence, expression.paragraph))
        before = _told_before(result, expression) if _wants_day(told) else None
        at = Standpoint(published=published, zone=source[0], tense=expression.tense, before=before)
        made = interval(told, at)
        result.append((expression, made, source) if made else None)
    for index, entry in enumerate(result):
        if entry and entry[1].assumed:
            result[index] = _with_day_after(entry, result, index, published)
    return [entry for entry in result if entry]


def _zone(told: Told | None) -> str | None:
    if told is None:
        return None
    return told.zone or _zone(told.end) or _zone(told.start)


def _wants_day(told: Told) -> bool:
    """Does the expression hang on a day told elsewhere: a clock or a part of the day without one, "the next day"?"""
    if told.ctx is not None:
        return True
    if told.start is not None or told.end is not None:
        return any(_wants_day(end) for end in (told.start, told.end) if end is not None) and not _has_day(told)
    return (told.hour is not None or told.part is not None) and not _has_day(told)


def _has_day(told: Told) -> bool:
    if any(getattr(told, name) is not None for name in ("day", "rel", "weekday", "month")):
        return True
    return any(_has_day(end) for end in (told.start, told.end) if end is not None)


def _told_before(result: list[_Told | None], expression: _Expression) -> date | None:
    """The last day told before: in the same sentence; for a bare clock also right before, in the paragraph or the line above."""
    for entry in reversed(result[-4:]):
        if entry is None:
            continue
        earlier, made, _ = entry
        if not _single_day(made) or earlier.told.shape is not None:
            continue
        if earlier.sentence == expression.sentence:
            return made.day
        near = earlier.paragraph == expression.paragraph or expression.span.gap(earlier.span) < 20
        if near and (expression.told.ctx is not None or expression.told.hour is not None or expression.told.start is not None):
            # A date of another year or season is background: what is told next need not have happened then.
            return made.day
        return None
    return None


def _with_day_after(entry: _Told, result: list[_Told | None], index: int, published: datetime | date | None) -> _Told:
    """A clock whose day stands later in the sentence ("at 15:00 the village was hit on Tuesday")."""
    expression, made, source = entry
    if expression.told.ctx is not None or _told_before([e for e in result[:index] if e], expression):
        return entry
    for after in result[index + 1 : index + 3]:
        if after and after[0].sentence == expression.sentence and _single_day(after[1]) and not after[1].assumed and after[0].told.shape is None:
            if after[0].tense == "future" != expression.tense:
                return entry
            again = interval(expression.told, Standpoint(published=published, zone=source[0], tense=expression.tense, before=after[1].day))
            return (expression, again, source) if again else entry
    return entry


def _single_day(made: Interval) -> bool:
    return made.day is not None and made.start is not None and made.end is not None and made.end - made.start <= timedelta(hours=25)


def _moment(document: str, span: Span, made: Interval, source: tuple[tzinfo, ZoneFrom], method: Method) -> Moment:
    return Moment(
        id=ids.make("t", document, span.start, span.end),
        document=document,
        span=span,
        start=made.start,
        end=made.end,
        grain=made.grain,
        anchor=made.anchor,
        zone_from=source[1],
        method=method,
    )


def _assumed(document: str, published: datetime | date | None, zones: Zones, method: Method) -> list[Moment]:
    if published is None:
        return []
    zone, source = (zones.outlet, ZoneFrom.OUTLET) if zones.outlet else (zones.published or UTC, ZoneFrom.PUBLISHED if zones.published else ZoneFrom.NONE)
    try:
        day = published.astimezone(zone).date() if isinstance(published, datetime) else published
        start, end = midnight(day, zone), midnight(day + timedelta(days=1), zone)
    except (OverflowError, ValueError):
        return []
    made = Moment(
        id=ids.make("t", document, "assumed"),
        document=document,
        span=None,
        start=start,
        end=end,
        grain=Grain.DAY,
        anchor=Anchor.PUBLISHED,
        zone_from=source,
        method=method,
    )
    return [made]


# --- the same time in another zone ----------------------------------------------------------------------------------------------------


def _restated(made: list[Moment], found: list[_Told], text: str) -> list[Moment]:
    """A clock in brackets right after another, in a named zone, is the same moment; it fixes the zone of one that names none."""
    result = list(made)
    for index in range(1, len(made)):
        first, second = result[index - 1], result[index]
        told, bracketed = found[index - 1][0].told, found[index][0].told
        if first.span is None or second.span is None or not _bracket(text, first.span, second.span):
            continue
        named, again = _zone(told), _zone(bracketed)
        if not (_clocked(told) and _clocked(bracketed)) or not (again or named):
            continue
        if named is None or named == "local":
            result[index - 1] = first = _in_zone_of(first, second)
        elif again is None:
            result[index] = second = _in_zone_of(second, first)
        if _same(first, second):
            result[index] = replace(second, same_as=first.id)
        elif first.start and second.start and _clock_gap(first, second) == timedelta(0):
            result[index] = replace(second, start=first.start.astimezone(second.start.tzinfo), end=first.end, same_as=first.id)
    return result


def _bracket(text: str, first: Span, second: Span) -> bool:
    between = text[first.end : second.start]
    return len(between) <= 4 and between.strip() in ("(", ", (", "/", "[", "),(")


def _clocked(told: Told) -> bool:
    if told.start is not None and told.end is not None:
        return told.start.hour is not None or told.end.hour is not None
    return told.hour is not None


def _clock_gap(first: Moment, second: Moment) -> timedelta:
    """How far apart the two stand, but for whole days."""
    if first.start is None or second.start is None:
        return timedelta(days=1)
    return timedelta(seconds=(first.start - second.start).total_seconds() % 86400)


def _same(first: Moment, second: Moment) -> bool:
    return first.start is not None and first.start == second.start and first.end == second.end


def _in_zone_of(moment: Moment, other: Moment) -> Moment:
    """The moment read in the zone that makes it the same as `other`, where the two clocks are a zone's distance apart."""
    if moment.start is None or other.start is None or other.start.utcoffset() is None:
        return moment
    clock, across = datetime.combine(date(2000, 1, 2), moment.start.time()), datetime.combine(date(2000, 1, 2), other.start.time())
    apart = (clock - across + timedelta(hours=12)) % timedelta(days=1) - timedelta(hours=12)
    offset = (other.start.utcoffset() or timedelta(0)) + apart
    if apart % timedelta(minutes=15) or abs(offset) > timedelta(hours=14):
        return moment
    zone = timezone(offset)
    start = other.start.astimezone(zone)
    end = None if moment.end is None or other.end is None else other.end.astimezone(zone)
    if start.time() != moment.start.time() or (end and moment.end and end.time() != moment.end.time()):
        return moment
    return replace(moment, start=start, end=end, zone_from=ZoneFrom.TEXT)


