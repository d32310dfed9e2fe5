"""The kinds: what an encoder's names are, as the pack and the rest of the document tell it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.claims.capitals import place_before
from sayso.claims.roster import Roster
from sayso.claims.view import View
from sayso.record.mention import MentionKind
from sayso.record.reading import NameSpan, Reading
from sayso.text.span import Span

LEAST = 0.5  # score of a proposal that is a name
_LONG = 4  # letters of a surname that is known again
_BODY = 0.6  # score of a body that goes before the names in its name
_SMALL = 0.8  # score of a place in small letters
_SURE = 0.8  # score of a full name that tells who a surname alone is
Found = tuple[NameSpan, MentionKind]


def kinds(reading: Reading, view: View, roster: Roster) -> tuple[Found, ...]:
    """The proposals that are names, each with its kind, the surest first; none reaches over a line's end.

    A land or town of the pack that acts ("Orvenna denies") is no person; a surname of a person named in full is no place; a name that
    stands alone several times is one thing throughout a text.
    """
    names = tuple(_within_lines(reading, view))
    surnames = _surnames(view, names)
    votes: dict[str, dict[MentionKind, float]] = defaultdict(lambda: defaultdict(float))
    found: list[Found] = []
    for name in names:
        kind = _kind(view, roster, name, surnames)
        votes[_key(view, name)][kind] += name.score
        found.append((name, kind))
    told = {key: max(kinds, key=lambda k: kinds[k]) for key, kinds in votes.items() if len(kinds) > 1}
    settled = [(name, told.get(_key(view, name), kind)) for name, kind in found]
    bodies = [name.span for name, kind in settled if kind is MentionKind.ORGANISATION and name.score >= _BODY]
    return tuple(sorted(settled, key=lambda pair: (_within(pair, bodies), -pair[0].score)))


def surnames(view: View, found: Sequence[Found]) -> Iterator[Span]:
    """Where the last word of a person's full name stands with a capital, whatever the encoder saw there."""
    persons = [name for name, kind in found if kind is MentionKind.PERSON]
    full = {view.stems[view.tokens_in(name.span)[1] - 1] for name in persons} & _surnames(view, persons)
    for k in [k for k, root in enumerate(view.stems) if root in full]:
        if view.capital(k) and len(view.words[k]) >= _LONG and view.pos(k) in ("PROPN", "NOUN", "X"):
            yield view.span(k, k + 1)


def _within(found: Found, bodies: Sequence[Span]) -> bool:
    """Is it a part of a body's name: "Germany" in "the Ministry of Agriculture of Germany"?"""
    return any(body.covers(found[0].span) and body != found[0].span for body in bodies)


def _within_lines(reading: Reading, view: View) -> Iterator[NameSpan]:
    for name in reading.names:
        if name.kind not in MentionKind._value2member_map_ or name.score < LEAST:
            continue
        line = name.span.of(reading.text).partition("\n")[0]
        span = Span(name.span.start, name.span.start + len(line)).stripped(reading.text)
        within = name if span == name.span else replace(name, span=span)
        if span.length > 0 and not _adjective(view, within):
            yield within


def _adjective(view: View, name: NameSpan) -> bool:
    """Is it a place only by its people's or region's adjective ("украинский", "Свердловский обком"), or by a common noun?"""
    first, last = view.tokens_in(name.span)
    if name.kind not in (MentionKind.PLACE, MentionKind.FACILITY):
        return False
    if not any(view.capital(k) for k in range(first, last)):
        return name.score < _SMALL or view.pos(last - 1) == "ADJ"
    noun = last < len(view) and not view.capital(last) and view.pos(last) == "NOUN" and not view.among("place", last)
    return noun and last - first == 1 and view.pos(first) == "ADJ" and view.lang in ("ru", "uk")


def _key(view: View, name: NameSpan) -> str:
    """The stems of its words."""
    first, last = view.tokens_in(name.span)
    return " ".join(view.stems[first:last])


def _surnames(view: View, names: Sequence[NameSpan]) -> frozenset[str]:
    """The stems of the words of persons named with two words or three."""
    found: set[str] = set()
    for name in names:
        first, last = view.tokens_in(name.span)
        if name.kind == MentionKind.PERSON and name.score >= _SURE and 2 <= last - first <= 3:
            found.update(view.stems[k] for k in range(first, last) if view.capital(k))
    return frozenset(found)


def _kind(view: View, roster: Roster, name: NameSpan, surnames: frozenset[str]) -> MentionKind:
    kind = MentionKind(name.kind)
    first, last = view.tokens_in(name.span)
    known = _known_place(view, roster, first, last)
    if kind is MentionKind.PERSON:
        metonym = any(e.first == first and e.last == last and e.ids(("metonym",)) for e in roster.entries)
        return MentionKind.PLACE if known or metonym or place_before(view, first) else kind
    if known:
        return kind if kind is MentionKind.FACILITY else MentionKind.PLACE
    return MentionKind.PERSON if last - first == 1 and view.stems[first] in surnames else kind


def _known_place(view: View, roster: Roster, first: int, last: int) -> bool:
    """Does the pack list a place of just these words?"""
    found = roster.pack.places.index.find(view.stems[first:last], view.surfaces[first:last], view.lang)
    return any(f.first == 0 and f.last == last - first for f in found)
