"""The naming: is a stretch that the gazetteer knows used as a toponym here?"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.lexicon.toponyms import ToponymBook
from sayso.places.bases import adjective_forms
from sayso.places.peoples import qualifies
from sayso.places.placewords import place_word_before
from sayso.places.spot import Spot
from sayso.places.words import Words
from sayso.record.mention import Mention, MentionKind
from sayso.record.place import Candidate
from sayso.record.reading import Reading
from sayso.text.span import Span

_TRUSTED = 0.75  # the score from which a mention of a person is believed
_LISTED = 2.0  # evidence that a pack's own place has in a text about its land
_WHOLLY = 0.8  # how much a text is about a theatre that it is taken to be about
LEAST = 1.0  # evidence that a name of one word or more must have
_CONTAINING = frozenset({"in", ",", "dans", "en", "the", "la", "le"})
_IN = frozenset({"в", "во", "у", "на"})
_AND = frozenset({"and", "et", "и", "і", "й", "та"})
_BIG = ("PCLI", "CONT", "RGN", "SEA", "GULF", "STRT")


@dataclass(frozen=True, slots=True)
class Marks:
    """Spans without overlaps in text order, each with a weight."""

    starts: tuple[int, ...]
    spans: tuple[Span, ...]
    weights: tuple[float, ...]

    @classmethod
    def of(cls, marked: Sequence[tuple[Span, float]]) -> "Marks":
        ordered = sorted(marked)
        return cls(tuple(s.start for s, _ in ordered), tuple(s for s, _ in ordered), tuple(w for _, w in ordered))

    def over(self, span: Span) -> list[tuple[Span, float]]:
        """Those that share a character with a span."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        last = bisect_left(self.starts, span.end)
        return [(s, w) for s, w in zip(self.spans[first:last], self.weights[first:last], strict=True) if s.overlaps(span)]


@dataclass(frozen=True, slots=True)
class Scene:
    """A reading with everything that naming looks at."""

    reading: Reading
    words: Words
    book: ToponymBook
    persons: Marks
    organisations: Marks
    bodies: frozenset[Span]  # outlets and actors that the pack knows
    surnames: frozenset[str]
    theatre: Mapping[str, float]  # country -> how much the text is about that theatre, 0 to 1
    explained: frozenset[int]
    regions: frozenset[int]  # the first tokens of names with a region word
    contained: frozenset[Span]


def scene(
    reading: Reading,
    words: Words,
    mentions: Sequence[Mention],
    book: ToponymBook,
    theatre: Mapping[str, float],
    spots: Sequence[Spot],
    found: Mapping[Span, Sequence[Candidate]],
) -> Scene:
    """The scene of a text: the persons and bodies that it names, and which capitals are told by regions, peoples and containers."""
    persons = [(m.span, 1.0 if m.actor or m.score >= _TRUSTED else 0.3) for m in mentions if m.kind is MentionKind.PERSON]
    bodies = [m for m in mentions if m.kind is MentionKind.ORGANISATION]
    listed = frozenset(m.span for m in bodies if m.outlet or m.actor)
    known = {words.plains[s.first] for s in spots if s.last - s.first == 1 and s.how == "name" and _large(found.get(s.span, ()))}
    lasts = {start + length: i for i, (start, length) in enumerate(zip(reading.tokens.starts, map(len, words.surfaces), strict=True))}
    surnames = set()
    for span, trust in persons:
        last = lasts.get(span.end)
        if last is not None and last > 0 and reading.tokens.starts[last] > span.start and (trust == 1.0 or words.plains[last] not in known):
            surnames.add(words.plains[last])
    told = [s for s in spots if s.how in ("region", "demonym", "abbreviation") and found.get(s.span)]
    areas = [s for s in spots if s.how == "name" and reading.lang == "uk" and _area(reading, s, found.get(s.span, ()))]
    explained = frozenset(i for s in told for i in range(s.first, s.last))
    return Scene(
        reading=reading,
        words=words,
        book=book,
        persons=Marks.of(persons),
        organisations=Marks.of([(m.span, 1.0) for m in bodies]),
        bodies=listed,
        surnames=frozenset(surnames),
        theatre=theatre,
        explained=explained,
        regions=frozenset(s.first for s in (*told, *areas) if s.how != "demonym" and s.how != "abbreviation"),
        contained=_contained(reading, words, spots, found),
    )


def _area(reading: Reading, spot: Spot, candidates: Sequence[Candidate]) -> bool:
    """Is it a region by its one word, as "Бєлгородщина"?"""
    return bool(candidates) and candidates[0].feature == "ADM1" and "щин" in reading.tokens.lemmas[spot.last - 1]


def _large(candidates: Sequence[Candidate]) -> bool:
    return any(c.match == "exact" and (c.feature.startswith(_BIG) or c.feature == "ADM1" or c.population > 200_000) for c in candidates[:5])


def _contained(reading: Reading, words: Words, spots: Sequence[Spot], found: Mapping[Span, Sequence[Candidate]]) -> frozenset[Span]:
    """The stretches that a country or region follows after a comma, which one of their candidates lies in: "Paris, Texas"."""
    heads: dict[int, list[Candidate]] = {}
    for spot in spots:
        areas = [c for c in found.get(spot.span, ())[:3] if c.feature in ("PCLI", "ADM1", "ADM2") and c.match != "variant"]
        if areas and spot.how != "demonym":
            heads.setdefault(spot.first, []).extend(areas)
    contained = set()
    for spot in spots:
        after = spot.last
        if after + 1 < len(words.plains) and words.plains[after] in (",", "in", "(") and spot.how == "name":
            areas = heads.get(after + 1, [])
            if any(c.country == a.country and (a.feature == "PCLI" or a.name in c.admin) for c in found.get(spot.span, ()) for a in areas):
                contained.add(spot.span)
    return frozenset(contained)


def evidence(spot: Spot, candidates: Sequence[Candidate], at: Scene) -> float:
    """How much speaks for a toponym; `LEAST` is enough."""
    if spot.how in ("demonym", "abbreviation", "listed"):
        return 5.0
    if spot.how == "adjective":
        return 4.0 if candidates[0].feature == "ADM1" and candidates[0].match == "exact" else -9.0
    if spot.how == "part":
        return 2.0 if _large(candidates) or _known_here(candidates, at.theatre) else -9.0
    if spot.how == "region":
        return 4.0 if any(c.match != "variant" for c in candidates) or at.book.lang in ("ru", "uk") else 0.0
    here = _known_here(candidates, at.theatre)
    adjective = spot.last - spot.first == 1 and at.book.lang in ("ru", "uk") and qualifies(at.reading, at.words, spot.first)
    if here and adjective:  # a name that no dictionary has is easily taken for a short adjective
        adjective = bool(adjective_forms(at.reading.tokens.lemmas[spot.first], at.book.lang))
    if adjective and not place_word_before(at.words, at.reading.tokens.lemmas, at.book, spot.first):
        return -9.0  # "Курский губернатор": the region's, not a namesake village's
    if _acronym(spot, at.words) and not _dateline(spot, at):
        first = candidates[0]
        listed = first.feature.startswith(_BIG) or (first.feature == "ADM1" and at.theatre.get(first.country, 0.0) > 0)
        return 3.0 if listed and first.match == "exact" else -9.0
    total = _prior(candidates, at.theatre) + _beside(spot, at, titles=not here) + _inside_run(spot, candidates, at) * (0.5 if here else 1.0)
    words = spot.last - spot.first
    if words == 1:
        plain = at.words.plains[spot.first]
        if plain in at.book.risky:
            total -= 0.7 if _large(candidates) else 1.6
        if plain in at.surnames:
            total -= 1.6
        if not _starts_sentence(spot, at) or at.words.shouted:
            total += 0.4
        elif at.reading.tokens.tags[spot.first].split(",")[0] in ("VERB", "ADV", "PART", "AUX", "PRON", "DET", "CONJ", "ADP", "NUM"):
            total -= 2.0
    else:
        total += 0.8
    if spot.span in at.contained:
        total += 2.0
    if _dateline(spot, at):
        total += 1.5
    for span, trust in at.persons.over(spot.span):
        total -= (3.0 if span != spot.span else 0.0 if here else 1.5) * trust
    if spot.span in at.bodies:
        total -= 3.0
    return total


def _known_here(candidates: Sequence[Candidate], theatre: Mapping[str, float]) -> bool:
    """Does the pack of the conflict that the text is about list a place of this very name?"""
    return any(c.listed and c.match == "exact" and theatre.get(c.country, 0.0) >= _WHOLLY for c in candidates[:5])


def _dateline(spot: Spot, at: Scene) -> bool:
    """Is it in capitals at the start of a paragraph, the rest of which is not?"""
    surface = spot.span.of(at.reading.text)
    if at.words.shouted or not surface.isupper() or len(surface) <= 3:
        return False
    before = at.reading.text[max(0, spot.span.start - 40) : spot.span.start].rstrip(" \t")
    return not before or before.endswith("\n")


def _acronym(spot: Spot, words: Words) -> bool:
    surface = words.surfaces[spot.first]
    return spot.last - spot.first == 1 and len(surface.replace(".", "")) <= 4 and surface.isupper() and not words.shouted


def _prior(candidates: Sequence[Candidate], theatre: Mapping[str, float]) -> float:
    """The best that size and spelling promise: a country speaks for itself, a hamlet needs words beside it."""
    best = -9.0
    for candidate in candidates[:12]:
        near = theatre.get(candidate.country, 0.0)
        if candidate.feature in _BIG or candidate.feature == "ADM1":
            value = 2.0
        else:
            value = 0.38 * math.log10(max(candidate.population, 50)) - 0.75
            value += 0.9 * near
        if candidate.listed:
            value = max(value, _LISTED * near)
        # Folding is for names that come from another alphabet; elsewhere a name is written as it is.
        value -= {"exact": 0.0, "folded": 1.6 - 1.2 * near}.get(candidate.match, 3.0 - 2.6 * near)
        best = max(best, value)
    return best


def _beside(spot: Spot, at: Scene, *, titles: bool) -> float:
    """What the words beside it say; with `titles`, one before it makes it a person."""
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
        elif titles and (
            words.plains[before].strip(".") in book.titles
            or lemma[before] in book.titles
            or (words.plains[before] == "." and words.plains[before - 1] in book.titles)
        ):
            total -= 2.5
    if spot.last + 1 < len(words.plains) and words.plains[spot.last] == "," and words.capital[spot.last + 1]:
        total += 0.3
    return total


def _inside_run(spot: Spot, candidates: Sequence[Candidate], at: Scene) -> float:
    """Capitals beside the name that it does not explain: "Andrei Karlov" is no Karlov."""
    words, book = at.words, at.book
    begin, end = spot.run
    if words.shouted or end - begin > 9:
        return 0.0
    total = 0.0
    left = [i for i in range(begin, spot.first) if words.capital[i] and i not in at.explained]
    right = [i for i in range(spot.last, end) if words.capital[i] and i not in at.explained]
    if right and _dateline(spot, at):
        right = []
    if left:
        nearest = words.plains[left[-1]]
        explained = nearest in book.prefixes or nearest in book.never or _small_between(words, left[-1], spot.first)
        explained |= nearest.isascii() and words.surfaces[left[-1]].isupper() and len(nearest) <= 4  # "CBC Toronto"
        explained |= (
            left[-1] == begin and at.book.lang in ("ru", "uk") and not at.reading.tokens.tags[begin].startswith("PROPN")
        )  # "Жителей Суджи"
        total -= 0.0 if explained else 2.2
    if right:
        nearest = words.plains[right[0]]
        if nearest in book.media:
            total -= 3.0  # "The Washington Post"
        elif nearest in book.organisations or nearest in book.facilities:
            total -= 0.3 if candidates[0].match == "exact" else 1.5  # "Harbour Road"
        elif nearest in book.titles or nearest in book.never:
            total -= 0.0
        elif not _small_between(words, spot.last - 1, right[0]):
            total -= 0.9 if not left and _large(candidates) else 1.6
    return total


def _small_between(words: Words, one: int, other: int) -> bool:
    return other - one > 1 and any(not words.capital[i] and words.surfaces[i].isalpha() for i in range(one + 1, other))


def _starts_sentence(spot: Spot, at: Scene) -> bool:
    words = at.words
    before = spot.first - 1
    return before < 0 or words.sentences[before] != words.sentences[spot.first] or words.surfaces[before] in "\"“«„'‘—–-•*"


def unknown(spot: Spot, at: Scene) -> bool:
    """Does a place word or a region beside it say that a name which the gazetteer lacks is a settlement?"""
    words = at.words
    if spot.how != "name" or words.shouted or not all(words.capital[spot.first : spot.last]):
        return False
    beside = [i for i in range(*spot.run) if words.capital[i] and not spot.first <= i < spot.last]
    if any(i not in at.explained for i in beside) or any(trust == 1.0 for _, trust in at.persons.over(spot.span)):
        return False
    word = place_word_before(words, at.reading.tokens.lemmas, at.book, spot.first)
    if word is not None and word.kind == "settlement":
        return True
    after = spot.last
    named = not (_starts_sentence(spot, at) or at.persons.over(spot.span) or at.organisations.over(spot.span))
    while after < min(spot.last + 3, len(words.plains)) and (words.plains[after] in _CONTAINING or (named and words.plains[after] in _IN)):
        after += 1
    return after in at.regions or (not at.persons.over(spot.span) and spot.first > 0 and words.plains[spot.first - 1] in at.book.near)


def _joined_to(spot: Spot, lasts: frozenset[int] | set[int], at: Scene) -> bool:
    """Is it joined by "and" to a settlement before it, as one more of a list?"""
    words = at.words
    whole = all(words.capital[i] for i in range(spot.first, spot.last)) and spot.last - spot.first <= 3
    if spot.how != "name" or words.shouted or not whole or at.persons.over(spot.span):
        return False
    before = spot.first - 1
    if before > 0 and words.plains[before] in at.book.inside and not words.capital[before]:
        before -= 1  # "près d'X et de Y", "у Х и у Y"
    if before < 1 or before - 1 not in lasts:
        return False
    listed = words.plains[before] == "," and spot.last < len(words.plains) and words.plains[spot.last] in _AND
    return words.plains[before] in _AND or listed


def chosen(spots: Sequence[Spot], found: Mapping[Span, Sequence[Candidate]], at: Scene) -> list[Spot]:
    """The stretches that are toponyms, without overlaps: better evidenced and longer ones first, in text order."""
    scored = []
    for spot in spots:
        candidates = found.get(spot.span, ())
        if not candidates and unknown(spot, at):
            scored.append((1.2 * (spot.last - spot.first), spot))
        elif candidates and (value := evidence(spot, candidates, at)) >= LEAST:
            people = spot.how in ("demonym", "part")  # "British Columbia" is no British
            scored.append(
                (min(value, 2.0 if people else 3.0) + 1.2 * (spot.last - spot.first) + (0.5 if spot.how == "region" else 0.0), spot)
            )
    kept: list[Spot] = []
    taken: set[int] = set()
    ordered = [spot for _, spot in sorted(scored, key=lambda pair: (-pair[0], pair[1].span.start, -pair[1].span.end))]
    for spot in (*ordered, *(s for s in spots if s.how == "facility")):
        if taken.isdisjoint(range(*spot.span)):
            kept.append(spot)
            taken.update(range(*spot.span))
    lasts = {s.last - 1 for s in kept if s.how == "name" and (s.span not in found or found[s.span][0].feature.startswith("PPL"))}
    for spot in sorted(spots, key=lambda s: (s.span.start, -s.span.end)):
        if spot.span not in found and taken.isdisjoint(range(*spot.span)) and _joined_to(spot, lasts, at):
            kept.append(spot)
            taken.update(range(*spot.span))
            lasts.add(spot.last - 1)
    return sorted(kept, key=lambda s: s.span)
