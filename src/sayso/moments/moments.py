"""The moments of a text: every expression that tells when, as an interval."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from sayso import ids
from sayso.lexicon.language import Lexicon
from sayso.lexicon.times import TimeBook, Told
from sayso.moments.brackets import restated, zone_told
from sayso.moments.calendar import interval
from sayso.moments.marks import Mark, marks
from sayso.moments.matching import Match, matches
from sayso.moments.standpoint import DAY, Interval, Standpoint, midnight
from sayso.moments.tense import Tenses
from sayso.moments.zones import Zones
from sayso.record.method import Method
from sayso.record.moment import Anchor, Grain, Moment, ZoneFrom
from sayso.record.place import Place
from sayso.record.reading import Reading
from sayso.text.span import Span
from sayso.version import __version__

_MOST_LEADS = 3
_NESTED = 4  # names that may begin before an expression and hold it
_NAMING = ("en", "fr")  # languages whose words of the day stand in names as they stand in text
_BESIDE = 3  # characters between an expression and one that stands beside it
_APART = ("earlier", "later")
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
    made = restated(made, [expression.told for expression, _, _ in found], reading.text)
    return (*made, *_assumed(document.id, document.published, zones, method))


def expressions(reading: Reading, book: TimeBook) -> list[_Expression]:
    """The expressions of a reading in text order, without those in names."""
    text = reading.text
    marked = marks(text, book.lang, book.abbreviations)
    read = matches(marked, book)
    if not read:
        return []
    tenses = Tenses.of(reading, book)
    starts, blocks = [s.start for s in reading.sentences], [p.start for p in reading.paragraphs]
    names = _names(reading)
    found = []
    for match in read:
        span = _span(match, marked, book, text)
        near = bisect_right(names, Span(span.start, len(text)))
        if any(name.covers(span) for name in names[max(0, near - _NESTED) : near]):
            continue
        if book.lang in _NAMING and _in_name(match, marked):
            continue
        sentence = _around(span, reading.sentences, starts, len(text))
        paragraph = _around(span, reading.paragraphs, blocks, len(text))
        found.append(_Expression(span=span, told=match.told, sentence=sentence, paragraph=paragraph, tense=tenses.at(span, sentence)))
    return found


def _span(match: Match, marked: list[Mark], book: TimeBook, text: str) -> Span:
    """The characters of a match with the prepositions before it, without marks at its edges."""
    first = match.first
    for _ in range(_MOST_LEADS):
        if first and marked[first - 1].word in book.leads and _apart(text[marked[first - 1].end : marked[first].start]):
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


def _apart(gap: str) -> bool:
    """White space in one line: a preposition glued to the expression stays outside it."""
    return bool(gap) and "\n" not in gap


def _names(reading: Reading) -> list[Span]:
    """Short quotations that begin with a capital or a digit and are names rather than speech: «12 марта», “Today”."""
    found = []
    for quotation in reading.quotations:
        inner = quotation.inner
        if quotation.closed and inner.length <= 60:
            words = inner.of(reading.text).split()
            if words and len(words) <= _NAME_WORDS and (words[0][0].isupper() or words[0][0].isdigit()) and words[-1][-1] not in ".!?…,":
                found.append(inner)
    return sorted(found)


def _in_name(match: Match, marked: list[Mark]) -> bool:
    """A bare "Morning" or "Today" with a capital beside another capitalised word is part of a name (the Morning Post)."""
    if match.last - match.first != 1 or not marked[match.first].capital:
        return False
    told, after, before = match.told, marked[match.last : match.last + 1], marked[max(0, match.first - 1) : match.first]
    if told.part is not None and told.rel is None:
        return bool(after) and after[0].capital
    return told.rel is not None and bool(before) and before[0].capital


def _around(span: Span, stretches: tuple[Span, ...], starts: list[int], length: int) -> Span:
    index = bisect_right(starts, span.start) - 1
    if index >= 0 and stretches[index].end > span.start:
        return stretches[index]
    return Span(max(0, span.start - 200), min(length, span.end + 200))


# --- resolution -----------------------------------------------------------------------------------------------------------------------

_Told = tuple[_Expression, Interval, tuple[tzinfo, ZoneFrom]]


def _resolved(found: list[_Expression], zones: Zones, reading: Reading) -> list[_Told]:
    """The expressions with their intervals; those that leave the day open take it from a date near by."""
    published = reading.document.published
    result: list[_Told | None] = []
    for expression in found:
        told = expression.told
        source = zones.choose(zone_told(told), expression.span, (expression.sentence, expression.paragraph))
        before = _told_before(result, expression) if _wants_day(told) else None
        tense = told.tense or expression.tense
        at = Standpoint(published=published, zone=source[0], tense=tense, before=before, slack=_slack(source))
        made = interval(told, at)
        result.append((expression, made, source) if made else None)
    for index, entry in enumerate(result):
        if entry and entry[1].assumed:
            result[index] = _with_day_after(entry, result, index, published)
    return [entry for entry in result if entry]


def _slack(source: tuple[tzinfo, ZoneFrom]) -> timedelta:
    """Wires stamp in UTC and write of local clocks: where nothing but such a stamp tells the zone, it may be some hours off."""
    zone, how = source
    guessed = how in (ZoneFrom.PUBLISHED, ZoneFrom.NONE) and not zone.utcoffset(None)
    return timedelta(hours=4) if guessed else timedelta(minutes=30)


def _wants_day(told: Told) -> bool:
    """Does the expression hang on a day told elsewhere: a clock or a part of the day without one, "the next day"?"""
    if told.ctx is not None or told.shape in _APART:
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
        if made.assumed or not _single_day(made) or earlier.told.shape is not None or _contrasted(earlier, expression):
            continue
        if earlier.sentence == expression.sentence:
            return made.day
        near = earlier.paragraph == expression.paragraph or expression.span.gap(earlier.span) < 20
        hanging = expression.told.ctx is not None or expression.told.shape in _APART
        if near and (hanging or expression.told.hour is not None or expression.told.start is not None):
            # A date of another year or season is background: what is told next need not have happened then.
            return made.day
        return None
    return None


def _contrasted(earlier: _Expression, expression: _Expression) -> bool:
    """ "Arrested the day before, they were let go in the morning": the day before is not that of the morning."""
    if earlier.told.ctx != -1 or expression.told.ctx is not None:
        return False
    return expression.told.part is not None or expression.span.gap(earlier.span) > _BESIDE


def _with_day_after(entry: _Told, result: list[_Told | None], index: int, published: datetime | date | None) -> _Told:
    """A clock whose day stands later in the sentence ("at 15:00 the village was hit on Tuesday")."""
    expression, _, source = entry
    if expression.told.ctx is not None or _told_before([e for e in result[:index] if e], expression):
        return entry
    for after in result[index + 1 : index + 3]:
        if after is None or after[0].sentence != expression.sentence:
            continue
        if after[1].assumed:
            if _led_to(entry[1], after[1]) and entry[1].start and entry[1].end:
                return expression, replace(entry[1], start=entry[1].start - DAY, end=entry[1].end - DAY), source
            continue
        if _single_day(after[1]) and after[0].told.shape is None:
            if after[0].tense == "future" != expression.tense:
                return entry
            again = interval(expression.told, Standpoint(published=published, zone=source[0], tense=expression.tense, before=after[1].day))
            return (expression, again, source) if again else entry
    return entry


def _led_to(made: Interval, after: Interval) -> bool:
    """Did a part of the day lead to a later part that was of the day before ("denied it in the morning and confirmed it by evening")?"""
    if made.start is None or after.start is None or Grain.DAYPART not in (made.grain, after.grain):
        return False
    return timedelta(0) < made.start - after.start < DAY and made.start.time() < after.start.time()


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
    zone, source = zones.of_document()
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
