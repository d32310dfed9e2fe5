"""The figures of a document: its numbers with what they count, for whom, and over which time."""

from collections.abc import Sequence
from dataclasses import replace

from sayso import ids
from sayso.events.contents import Attributions, Contents
from sayso.events.count import PEOPLE, Count
from sayso.events.counts import counts
from sayso.events.numerals import numerals
from sayso.events.scopes import Period, party_of, period_of, periods, total
from sayso.events.unitwords import Words
from sayso.events.view import View, view
from sayso.lexicon.language import Lexicon
from sayso.lexicon.pack import Pack
from sayso.record.claim import Claim
from sayso.record.figure import Figure, Scope, Unit, Who
from sayso.record.method import Method
from sayso.record.reading import Reading
from sayso.text.span import Span
from sayso.version import __version__

METHOD = Method(name="figures", version=__version__)


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
    found: list[Figure] = []
    previous: Figure | None = None
    for count in told:
        span = count.numeral.span(seen)
        # "reported about | fifteen attacks": the approximator may stand outside the content that the number is in.
        claim = holders.smallest(span) or holders.smallest(Span(span.end - 1, span.end))
        period = period_of(count, stated, seen) or _list_period(seen, words, count, stated)
        sums = seen.sentences[count.numeral.first] in summing
        if period is None and sums:
            before = stated.get(seen.sentences[count.numeral.first] - 1)
            period = period_of_sentence(before) if before else None
        figure = _figure(reading, seen, words, count, span, claim, period, summing, pack)
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
    pack: Pack | None,
) -> Figure:
    party = party_of(count, seen, words)
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
        party=_party(party.entry.name if party is not None else None, claim, pack),
        who=(count.who or Who.UNKNOWN) if count.unit in PEOPLE else None,
        scope=scope,
        since=period.since if period is not None and not count.gain else None,
        cumulative=sums and scope is not Scope.INCIDENT,
        claim=claim.id if claim is not None else None,
        detail=count.detail,
        method=METHOD,
    )


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


def _party(name: str | None, claim: Claim | None, pack: Pack | None) -> str | None:
    """The party as a plain name; the speaker's own, or the other of two sides, where the words say "our" or "enemy".

    "Foe" is a word by which speakers mean their enemy ("attackers", "terrorists"): without a known speaker it tells no party.
    """
    if name not in ("enemy", "own", "foe"):
        return name
    speaker = claim.speaker if claim is not None else None
    side = speaker.side if speaker is not None else None
    if side is None or pack is None or side not in pack.sides:
        return name if name == "enemy" else None
    if name == "own":
        return pack.sides[side].get("en", side)
    # A pack is named after the two sides of its conflict; whom further camps fight, it does not say.
    main = [key for key, labels in pack.sides.items() if labels.get("en", key).casefold() in pack.name.casefold().split("-")]
    if side not in main or len(main) != 2:
        return name if name == "enemy" else None
    other = main[1 - main.index(side)]
    return pack.sides[other].get("en", other)
