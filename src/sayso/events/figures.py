"""The figures of a document: its numbers with what they count, for whom, and over which time."""

from collections.abc import Sequence
from dataclasses import replace

from sayso import ids
from sayso.events.contents import Attributions, Contents
from sayso.events.count import ARMS, PEOPLE, Count
from sayso.events.counts import counts
from sayso.events.numerals import numerals
from sayso.events.parties import enemy_of, named, party_of, side_named, side_of, sided
from sayso.events.scopes import Period, period_of, periods, total
from sayso.events.unitwords import Words
from sayso.events.view import View, view
from sayso.lexicon.language import Lexicon
from sayso.lexicon.pack import Pack
from sayso.record.claim import Claim, Stance
from sayso.record.figure import Figure, Scope, Unit, Who
from sayso.record.method import Method
from sayso.record.reading import Reading
from sayso.text.span import Span
from sayso.version import __version__

METHOD = Method(name="figures", version=__version__)
_FALLEN = frozenset({Unit.KILLED, Unit.WOUNDED, Unit.CAPTURED, Unit.MISSING})
_LISTED = 3  # words between two items of a list


def figures(reading: Reading, claims: Sequence[Claim], lexicon: Lexicon, pack: Pack | None = None) -> tuple[Figure, ...]:
    """The figures of a reading in text order; `claims` are those of the document, `pack` tells whose enemy an "enemy" is.

    A figure's span holds the number with its approximator, not the unit. Ordinals, money, ages, distances, calibres, clock times, dates,
    numbers of units and shares make none (ANNOTATION.md, rule 12).
    """
    seen = view(reading, lexicon.lang)
    if not len(seen):
        return ()
    words = Words.of(seen, lexicon.units)
    told = counts(seen, words, numerals(seen, lexicon.numbers))
    # Those who speak are nobody counted ("two residents said"), whatever befell people whom they speak of.
    speaking = Attributions(claims)
    told = [c for c in told if c.told or c.unit is not Unit.OTHER or c.who is None or not speaking.touch(c.numeral.span(seen))]
    if not told:
        return ()
    stated = periods(seen, words, reading.document.day)
    summing = _summing(seen, told)
    holders = Contents(claims)
    parties, spoken, voice = sided(seen, words, pack), speaking.words_of(seen), _voice(reading, pack)
    found: list[Figure] = []
    previous: Figure | None = None
    before: tuple[Count, str | None] | None = None
    for count in told:
        span = count.numeral.span(seen)
        # "reported about | fifteen attacks": the approximator may stand outside the content that the number is in.
        claim = holders.smallest(span) or holders.smallest(Span(span.end - 1, span.end))
        period = period_of(count, stated, seen) or _list_period(seen, words, count, stated)
        sums = seen.sentences[count.numeral.first] in summing
        if period is None and sums:
            above = stated.get(seen.sentences[count.numeral.first] - 1)
            period = period_of_sentence(above) if above else None
        side, told_of = side_of(claim, voice), party_of(count, seen, words, parties, spoken)
        denied = claim is not None and claim.stance is Stance.DENIES
        party = named(told_of, count, side_named(side, pack), enemy_of(side, parties, pack), denied=denied)
        if told_of is None and party is None and before is not None and _goes_on(seen, before[0], count):
            party = before[1]
        before = (count, party)
        if (told_of == "enemy" or (told_of == "own" and party is not None)) and count.who is Who.UNKNOWN and count.unit in _FALLEN:
            count = replace(count, who=Who.MILITARY)
        figure = _figure(reading, seen, words, count, span, claim, period, summing, party)
        if count.part and previous is not None:
            figure = _part(figure, previous)
        found.append(figure)
        if not count.part and not count.gain:
            previous = figure
    return tuple({figure.id: figure for figure in found}.values())


def _figure(
    reading: Reading,
    seen: View,
    words: Words,
    count: Count,
    span: Span,
    claim: Claim | None,
    period: Period | None,
    summing: frozenset[int],
    party: str | None,
) -> Figure:
    scope = period.scope if period is not None else Scope.UNSTATED
    if scope is Scope.UNSTATED and seen.sentences[count.numeral.first] not in summing and not total(count, words):
        scope = Scope.INCIDENT  # ANNOTATION.md, rule 24
    if count.gain:
        scope = Scope.DAY
    sums = not count.gain and ((period is not None and period.total) or total(count, words))
    numeral = count.numeral
    return Figure(
        id=ids.make("f", reading.document.id, [span.start, span.end], count.unit.value),
        document=reading.document.id,
        span=span,
        low=numeral.low,
        high=numeral.high,
        approx=numeral.approx,
        unit=count.unit,
        status=count.status,
        party=party,
        who=(count.who or Who.UNKNOWN) if count.unit in PEOPLE else None,
        scope=scope,
        since=period.since if period is not None and not count.gain else None,
        cumulative=sums and scope is not Scope.INCIDENT,
        claim=claim.id if claim is not None else None,
        detail=count.detail,
        method=METHOD,
    )


def _goes_on(seen: View, before: Count, count: Count) -> bool:
    """Does a count go on with the list of losses of the count before it ("12 dead and five prisoners", "60 fighters, seven boats")?"""
    end = max(before.noun[1], before.numeral.last)
    losses = ARMS if before.unit in ARMS else ARMS | _FALLEN
    near = 0 < count.numeral.first - end <= _LISTED and seen.sentences[before.numeral.first] == seen.sentences[count.numeral.first]
    return near and before.told and count.told and count.unit in losses and before.unit in ARMS | _FALLEN


def _voice(reading: Reading, pack: Pack | None) -> str | None:
    """The side of the actor whose own channel a document stands in."""
    document = reading.document
    outlet = pack.outlet_of(document.outlet, document.url) if pack is not None else None
    actor = pack.actors.get(outlet.voice_of) if pack is not None and outlet is not None and outlet.voice_of else None
    return actor.side(document.day) if actor is not None else None


def _part(figure: Figure, whole: Figure) -> Figure:
    """The figure as a part of another."""

    return replace(
        figure, part_of=whole.id, scope=whole.scope, since=whole.since, cumulative=whole.cumulative, party=figure.party or whole.party
    )


def _list_period(seen: View, words: Words, count: Count, stated: dict[int, list[tuple[int, Period]]]) -> Period | None:
    """The period of the lines that head a list, for an item of it."""
    if "\n" not in seen.text or not (seen.listed(count.numeral.first) or count.gain or _labelled(seen, count)):
        return None
    here = seen.sentences[count.numeral.first]
    for sentence in range(here - 1, max(-1, here - 20), -1):
        if sentence in stated:
            return period_of_sentence(stated[sentence])
    return None


def period_of_sentence(rows: Sequence[tuple[int, Period]]) -> Period:
    """The period that a sentence sets for what follows it: its last one."""
    return rows[-1][1]


def _labelled(seen: View, count: Count) -> bool:
    return count.noun[1] > 0 and count.noun[1] <= count.numeral.first


def _summing(seen: View, told: Sequence[Count]) -> frozenset[int]:
    """The sentences that count fallen fighters and lost arms together: sums of losses, not one happening."""
    fallen = {seen.sentences[c.numeral.first] for c in told if c.unit is Unit.KILLED and c.who in (Who.MILITARY, Who.UNKNOWN)}
    arms = {seen.sentences[c.numeral.first] for c in told if c.unit in (Unit.TANK, Unit.ARMOURED_VEHICLE, Unit.ARTILLERY) and c.told}
    return frozenset(fallen & arms)
