"""The spots of a reading: its stretches that may be toponyms, and what is asked about them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.lexicon.language import Lexicon
from sayso.lexicon.pack import Pack
from sayso.lexicon.places import PackPlaces
from sayso.places.peoples import peoples
from sayso.places.regions import abbreviations, regions
from sayso.places.runs import runs
from sayso.places.spot import Spot
from sayso.places.words import Words, span_of
from sayso.record.mention import Mention
from sayso.record.place import PlaceQuery
from sayso.record.reading import Reading
from sayso.text.span import Span


@dataclass(frozen=True, slots=True)
class _Looked:
    """What was seen in a reading, by which lexicon and pack."""

    reading: Reading
    lexicon: Lexicon
    pack: Pack
    words: Words
    spots: tuple[Spot, ...]


_last: _Looked | None = None


def looked(reading: Reading, lexicon: Lexicon, pack: Pack) -> tuple[Words, tuple[Spot, ...]]:
    """The words of a reading and its stretches that may be toponyms; those of the last reading are kept, for asking and for locating."""
    global _last
    last = _last
    if last is None or last.reading is not reading or last.lexicon is not lexicon or last.pack is not pack:
        words = Words.of(reading)
        last = _last = _Looked(reading, lexicon, pack, words, spots(reading, words, lexicon, pack))
    return last.words, last.spots


def ask(reading: Reading, mentions: Sequence[Mention], lexicon: Lexicon, pack: Pack) -> tuple[PlaceQuery, ...]:
    """What to ask the gazetteer about a text: one query a stretch, its spellings in order of trust."""
    return tuple(
        PlaceQuery(span=spot.span, names=spot.names, lang=reading.lang, kind=spot.kind)
        for spot in looked(reading, lexicon, pack)[1]
        if spot.names
    )


def spots(reading: Reading, words: Words, lexicon: Lexicon, pack: Pack) -> tuple[Spot, ...]:
    """The stretches that may be toponyms, in text order, overlapping ones too; one a span, place words going first."""
    book = pack.places.told_in(lexicon.toponyms)
    best: dict[tuple[Span, bool], Spot] = {}
    for spot in (
        *_listed(reading, words, pack.places),
        *peoples(reading, words, book),
        *regions(reading, words, book),
        *abbreviations(reading, words, book),
        *runs(reading, words, book),
    ):
        best.setdefault((spot.span, spot.how == "facility"), spot)  # "College Station" is a town or a building
    return tuple(sorted(best.values(), key=lambda s: (s.span.start, s.span.end)))


def _listed(reading: Reading, words: Words, places: PackPlaces) -> Iterator[Spot]:
    """The pack's places of several words, small ones too: "the Lorvan power station", "у Верхньому Ланні"."""
    if not places:
        return
    at = [i for i, surface in enumerate(words.surfaces) if surface[:1].isalnum() or any(ch.isalnum() for ch in surface)]
    for found in places.index.find([reading.tokens.stems[i] for i in at], [words.surfaces[i] for i in at], reading.lang):
        first, last = at[found.first], at[found.last - 1] + 1
        if found.last - found.first > 1 and words.sentences[first] == words.sentences[last - 1]:
            names = tuple(dict.fromkeys(named.words for named in found.named))
            yield Spot(span=span_of(reading, words, first, last), first=first, last=last, names=names, how="listed", run=(first, last))
