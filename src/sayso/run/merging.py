"""The merging: the mentions of a document with those that the places stage found."""

from collections.abc import Sequence

from sayso import ids
from sayso.lexicon.language import Lexicon
from sayso.lexicon.pack import Pack
from sayso.places.spots import looked
from sayso.record.mention import Mention, MentionKind
from sayso.record.place import Place, PlaceKind
from sayso.record.reading import Reading
from sayso.text.folding import plain
from sayso.text.span import Span

_PLACES = (MentionKind.PLACE, MentionKind.FACILITY)
_PROPOSED = 0.8  # score of a proposal that is a place in the name of a body
_STRETCH = 64  # characters
_OPENINGS = frozenset("\"“”„«»'’‘([•:—–-")


def merged(mentions: Sequence[Mention], places: Sequence[Place], reading: Reading, lexicon: Lexicon, pack: Pack) -> tuple[Mention, ...]:
    """The mentions with those that the places stage found, in text order; a place inside the name of a body stands beside it.

    Peoples and adjectives ("Russian", "курский") are places to the map and no names. A longer place takes the place of the parts in it.
    """
    hows = {spot.span: spot.how for spot in looked(reading, lexicon, pack)[1]}
    found = _Laid(mentions)
    for place in sorted(places, key=lambda p: -p.span.length):
        if hows.get(place.span) in ("demonym", "adjective") or not _named(place, found.over(place.span), reading):
            continue
        kind = MentionKind.FACILITY if place.kind is PlaceKind.FACILITY else MentionKind.PLACE
        for part in found.over(place.span):
            if part.kind in _PLACES and place.span.covers(part.span):
                found.take(part)
        found.lay(Mention(id=f"m-{place.id[2:]}", span=place.span, kind=kind, name=place.name, score=place.confidence))
    for name in reading.names:
        if name.kind == MentionKind.PLACE and name.score >= _PROPOSED and _part(name.span, found.over(name.span), reading):
            identity = ids.make("m", reading.document.id, name.span.start, name.span.end)
            found.lay(Mention(id=identity, span=name.span, kind=MentionKind.PLACE, name=name.span.of(reading.text), score=name.score))
    return tuple(sorted(found.kept.values(), key=lambda m: (m.span, m.kind)))


class _Laid:
    """Mentions laid out over the text, so that those over a span are found without a look at all others."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.kept: dict[int, Mention] = {}
        self.stretches: dict[int, list[Mention]] = {}
        for mention in mentions:
            self.lay(mention)

    def lay(self, mention: Mention) -> None:
        """Put a mention where its span is."""
        self.kept[id(mention)] = mention
        for stretch in _stretches(mention.span):
            self.stretches.setdefault(stretch, []).append(mention)

    def take(self, mention: Mention) -> None:
        """Take a mention away."""
        del self.kept[id(mention)]
        for stretch in _stretches(mention.span):
            self.stretches[stretch] = [m for m in self.stretches[stretch] if m is not mention]

    def over(self, span: Span) -> list[Mention]:
        """The mentions that share a character with a span, each once."""
        near = {id(m): m for stretch in _stretches(span) for m in self.stretches.get(stretch, ())}
        return [m for m in near.values() if m.span.overlaps(span)]


def _stretches(span: Span) -> range:
    return range(span.start // _STRETCH, span.end // _STRETCH + 1)


def _named(place: Place, mentions: Sequence[Mention], reading: Reading) -> bool:
    """Is it a name of its own: no part of a person's name, nor a small one of a body's, nor a noun that opens a sentence?"""
    span = place.span
    for mention in mentions:
        if not mention.span.overlaps(span) or (span.covers(mention.span) and mention.span != span):
            continue
        if mention.kind in _PLACES or not (_inside(span, mention, reading) and _sure(place)):
            return False
    return _sure(place) or not _opens(span, reading) or any(name.span.overlaps(span) for name in reading.names)


def _inside(span: Span, mention: Mention, reading: Reading) -> bool:
    """Does a body's name have this name in it, past its first word unless that is a possessive ("Talvenia's Defence Ministry")?

    A name in Latin letters in a text of others ("Bank of China") is one.
    """
    if mention.kind is MentionKind.PERSON or mention.span == span or not mention.span.covers(span):
        return False
    if reading.lang in ("ru", "uk") and span.of(reading.text)[:1].isascii():
        return False
    return mention.span.start < span.start or reading.text.startswith(("'s", "’s"), span.end)


def _part(span: Span, mentions: Sequence[Mention], reading: Reading) -> bool:
    """Is it a place's name in the name of a body, where no other was found?"""
    over = [m for m in mentions if m.span.overlaps(span)]
    return bool(over) and span.of(reading.text)[:1].isupper() and all(m.kind not in _PLACES and _inside(span, m, reading) for m in over)


def _sure(place: Place) -> bool:
    """Is it a country, a region or a place that the pack lists?"""
    listed = place.lat is not None and place.geonames_id is None and place.kind is not PlaceKind.FACILITY
    return listed or place.kind in (PlaceKind.COUNTRY, PlaceKind.REGION)


def _opens(span: Span, reading: Reading) -> bool:
    """Has it its capital from where it stands: first in a sentence or quotation, or among capitals?"""
    text = reading.text
    if len(plain(span.of(text))) > 3 and span.of(text).isupper():
        return True
    at = span.start
    while at and text[at - 1].isspace():
        at -= 1
    return not at or text[at - 1] in _OPENINGS or any(s.start == span.start for s in reading.sentences)
