"""The naming: is a stretch that the gazetteer knows used as a toponym here?"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.lexicon.toponyms import ToponymBook
from sayso.places.spots import Spot, Words, place_word_before
from sayso.record.mention import Mention, MentionKind
from sayso.record.place import Candidate
from sayso.record.reading import Reading
from sayso.text.span import Span

LEAST = 1.0  # evidence that a name of one word or more must have
_BIG = ("PCLI", "CONT", "RGN", "SEA", "GULF", "STRT")


@dataclass(frozen=True, slots=True)
class Scene:
    """A reading with everything that naming looks at."""

    reading: Reading
    words: Words
    book: ToponymBook
    persons: tuple[Span, ...]
    organisations: tuple[Span, ...]
    surnames: frozenset[str]
    theatre: frozenset[str]


def scene(reading: Reading, words: Words, mentions: Sequence[Mention], book: ToponymBook, theatre: frozenset[str], found_runs: Sequence[tuple[int, int]]) -> Scene:
    """The scene of a text: the persons it names, by mentions, and by capitals after a title that make no known place."""
    persons = tuple(m.span for m in mentions if m.kind is MentionKind.PERSON)
    bodies = tuple(m.span for m in mentions if m.kind is MentionKind.ORGANISATION)
    surnames = {words.plains[i] for i in _tokens_in(reading, persons)}
    for first, last in found_runs:
        titled = first > 0 and words.plains[first - 1].strip(".") in book.titles or words.plains[first] in book.titles
        if last - first >= 2 and titled and words.plains[last - 1] not in book.organisations:
            surnames.add(words.plains[last - 1])
    return Scene(reading, words, book, persons, bodies, frozenset(surnames), theatre)


def _tokens_in(reading: Reading, spans: Sequence[Span]) -> list[int]:
    starts = {start: i for i, start in enumerate(reading.tokens.starts)}
    found = []
    for span in spans:
        i = starts.get(span.start)
        while i is not None and i < len(reading.tokens) and reading.tokens.starts[i] < span.end:
            found.append(i)
            i += 1
    return found


def evidence(spot: Spot, candidates: Sequence[Candidate], at: Scene) -> float:
    """How much speaks for a toponym; `LEAST` is enough."""
    if spot.how in ("demonym", "abbreviation"):
        return 5.0
    if spot.how == "adjective":
        return 4.0 if candidates[0].feature == "ADM1" and candidates[0].match == "exact" else -9.0
    if spot.how == "region":
        return 4.0 if any(c.match != "variant" for c in candidates) or at.book.lang in ("ru", "uk") else 0.0
    if _acronym(spot, at.words):
        return 3.0 if candidates[0].feature.startswith((*_BIG, "ADM1")) and candidates[0].match == "exact" else -9.0
    total = _prior(candidates, at.theatre) + _beside(spot, at) + _inside_run(spot, at)
    words = spot.last - spot.first
    if words == 1:
        plain = at.words.plains[spot.first]
        if plain in at.book.risky:
            total -= 1.6
        if plain in at.surnames:
            total -= 2.5
        if not _starts_sentence(spot, at) or at.words.shouted:
            total += 0.4
        elif at.reading.tokens.tags[spot.first].split(",")[0] in ("VERB", "ADV", "PART", "AUX", "PRON", "DET", "CONJ", "ADP"):
            total -= 2.0
    else:
        total += 0.8
    if any(span.overlaps(spot.span) and span != spot.span for span in at.persons):
        total -= 3.0
    elif any(span == spot.span for span in at.persons):
        total -= 1.5
    return total


def _acronym(spot: Spot, words: Words) -> bool:
    surface = words.surfaces[spot.first]
    return spot.last - spot.first == 1 and len(surface.replace(".", "")) <= 4 and surface.isupper() and not words.shouted


def _prior(candidates: Sequence[Candidate], theatre: frozenset[str]) -> float:
    """The best that size and spelling promise: a country speaks for itself, a hamlet needs words beside it."""
    best = -9.0
    for candidate in candidates[:12]:
        if candidate.feature in _BIG or candidate.feature == "ADM1":
            value = 2.0
        else:
            value = 0.38 * math.log10(max(candidate.population, 50)) - 0.75
            value += 0.6 if candidate.country in theatre else 0.0
        value -= {"exact": 0.0, "folded": 0.6}.get(candidate.match, 0.6 if candidate.country in theatre else 2.0)
        best = max(best, value)
    return best


def _beside(spot: Spot, at: Scene) -> float:
    words, book = at.words, at.book
    total = 0.0
    before = spot.first - 1
    lemma = at.reading.tokens.lemmas
    if before >= 0 and words.sentences[before] == words.sentences[spot.first]:
        if place_word_before(words, lemma, book, spot.first):
            total += 2.0
        elif words.plains[before] in book.inside:
            total += 0.9
        elif words.plains[before] == "," and before and words.capital[before - 1]:
            total += 0.4
        elif words.plains[before].strip(".") in book.titles or lemma[before] in book.titles or (words.plains[before] == "." and words.plains[before - 1] in book.titles):
            total -= 2.5
    if spot.last + 1 < len(words.plains) and words.plains[spot.last] == "," and words.capital[spot.last + 1]:
        total += 0.3
    return total


def _inside_run(spot: Spot, at: Scene) -> float:
    """Capitals beside the name that it does not explain: "Andrei Karlov" is no Karlov."""
    words, book = at.words, at.book
    begin, end = spot.run
    if words.shouted or end - begin > 9:
        return 0.0
    total = 0.0
    left = [i for i in range(begin, spot.first) if words.capital[i]]
    right = [i for i in range(spot.last, end) if words.capital[i]]
    if left:
        nearest = words.plains[left[-1]]
        explained = nearest in book.prefixes or nearest in book.never or at.reading.tokens.stems[left[-1]] in book.demonyms or _small_between(words, left[-1], spot.first)
        total -= 0.0 if explained else 2.2
    if right:
        nearest = words.plains[right[0]]
        if nearest in book.organisations or nearest in book.facilities:
            total -= 0.3
        elif nearest in book.titles or nearest in book.never:
            total -= 0.0
        elif not _small_between(words, spot.last - 1, right[0]):
            total -= 1.6
    return total


def _small_between(words: Words, one: int, other: int) -> bool:
    return other - one > 1 and any(not words.capital[i] and words.surfaces[i].isalpha() for i in range(one + 1, other))


def _starts_sentence(spot: Spot, at: Scene) -> bool:
    words = at.words
    before = spot.first - 1
    return before < 0 or words.sentences[before] != words.sentences[spot.first] or words.surfaces[before] in "\"“«„'‘—–-•*"


def chosen(spots: Sequence[Spot], found: Mapping[Span, Sequence[Candidate]], at: Scene) -> list[Spot]:
    """The stretches that are toponyms, without overlaps: better evidenced and longer ones first, in text order."""
    scored = []
    for spot in spots:
        candidates = found.get(spot.span, ())
        if candidates and (value := evidence(spot, candidates, at)) >= LEAST:
            scored.append((min(value, 3.0) + 0.8 * (spot.last - spot.first) + (0.5 if spot.how != "name" else 0.0), spot))
    kept: list[Spot] = []
    taken: set[int] = set()
    for _, spot in sorted(scored, key=lambda pair: (-pair[0], pair[1].span.start, -pair[1].span.end)):
        if taken.isdisjoint(range(spot.first, spot.last)):
            kept.append(spot)
            taken.update(range(spot.first, spot.last))
    for spot in spots:
        if spot.how == "facility" and taken.isdisjoint(range(spot.first, spot.last)):
            kept.append(spot)
            taken.update(range(spot.first, spot.last))
    return sorted(kept, key=lambda s: s.span)
