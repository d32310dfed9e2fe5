"""The use: does a toponym say where, who, or whose?"""

from sayso.places.clocks import of_clock
from sayso.places.metonyms import backed, rules
from sayso.places.naming import Scene
from sayso.places.placewords import place_words_before
from sayso.places.spot import Spot
from sayso.record.place import Candidate, Use

# "The Kursk regional governor", "the acting Belgorod governor".
_OFFICIAL = frozenset(("regional", "city", "oblast", "acting", "provincial", "district"))
_COMPOUND = 4  # nouns in a row: "Oryol city administration building"
_OF = frozenset({"of", "de", "du", "des", "d'"})
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow overnight tonight early late morning evening night"
    " last next "
    "this that which who where when while and or but as after before".split()
)


def use_of(spot: Spot, candidate: Candidate | None, at: Scene) -> Use:
    """Location unless the words beside it say otherwise: adjectives, offices and bodies make a modifier, a capital that speaks an actor."""
    if spot.how in ("demonym", "adjective"):
        return Use.MODIFIER
    bodies = [span for span, _ in at.organisations.over(spot.span) if span.covers(spot.span) and span.length > spot.span.length]
    if bodies and not (at.book.lang == "en" and spot.last < len(at.words.plains) and _building(spot.last, at)):
        return Use.MODIFIER
    if _of_office(spot, at) or of_clock(spot, at) or backed(spot, at):
        return Use.MODIFIER
    if candidate is not None and rules(spot, candidate, at):
        return Use.ACTOR
    inside = _inside(spot, at)
    if at.reading.text.startswith(("'s", "’s"), spot.span.end):
        return Use.LOCATION if inside else Use.MODIFIER
    if not inside and not _after_of(spot, at) and candidate is not None and _speaks(spot, candidate, at):
        return Use.ACTOR
    if not inside and _before_noun(spot, at):
        return Use.MODIFIER
    return Use.LOCATION


def _inside(spot: Spot, at: Scene) -> bool:
    before = spot.first - 1
    if before < 0 or at.words.sentences[before] != at.words.sentences[spot.first]:
        return False
    if at.words.plains[before] in ("the", "la", "le", "les") and before > 0:
        before -= 1
    return at.words.plains[before] in at.book.inside and at.words.plains[before] not in _OF


def _after_of(spot: Spot, at: Scene) -> bool:
    before = spot.first - 1
    return before >= 0 and at.words.plains[before] in _OF


def _of_office(spot: Spot, at: Scene) -> bool:
    """ "The governor of Belgorod", "губернатор Курской области", "le maire de Koursk"."""
    words, lemmas, book = at.words, at.reading.tokens.lemmas, at.book
    told = place_words_before(words, lemmas, book, spot.first)  # "le gouverneur de la région de Koursk"
    before = (told[1] if told else spot.first) - 1
    if before >= 0 and words.plains[before] in ("the", "la", "l'"):
        before -= 1
    if before >= 1 and words.plains[before] in _OF:
        before -= 1
    elif book.lang not in ("ru", "uk"):
        return False
    if before < 0 or words.sentences[before] != words.sentences[spot.first]:
        return False
    return any(key in book.titles or key in book.organisations for key in (words.plains[before], lemmas[before]))


def _speaks(spot: Spot, candidate: Candidate, at: Scene) -> bool:
    """A country or capital as the subject of a verb of saying or will."""
    if candidate.feature not in ("PCLI", "PPLC", "ADM1"):
        return False
    tokens, words = at.reading.tokens, at.words
    tag = tokens.tags[spot.last - 1]
    if at.book.lang in ("ru", "uk") and ("gen" in tag or "loc" in tag or "ins" in tag or "dat" in tag):
        return False
    for i in range(spot.last, min(spot.last + 4, len(tokens))):
        if words.sentences[i] != words.sentences[spot.first] or words.plains[i] == ",":
            return False
        kind = tokens.tags[i].split(",")[0]
        if (tokens.lemmas[i] in at.book.sayings or words.plains[i] in at.book.sayings) and (
            kind in ("VERB", "AUX", "ADJ") or (at.book.lang in ("en", "fr") and kind == "NOUN" and i == spot.last)
        ):
            return True
        if kind not in ("AUX", "ADV", "PTCL", "PRON", "DET"):
            return False
    return False


def _building(after: int, at: Scene) -> bool:
    """Does a row of nouns that begins here end with a building: "city administration building", "oil refinery"?"""
    tokens, words = at.reading.tokens, at.words
    last = after
    while last + 1 < len(tokens) and last - after < _COMPOUND and not words.capital[last + 1]:
        if not tokens.tags[last + 1].startswith("NOUN") and words.plains[last + 1] not in at.book.buildings:
            break
        if tokens.starts[last + 1] - tokens.ends[last] != 1:
            break
        last += 1
    return words.plains[last] in at.book.buildings and not words.capital[last]


def _before_noun(spot: Spot, at: Scene) -> bool:
    """ "Moscow officials", "the Kursk region governor"; a name before a noun in English, or before a body's name."""
    tokens, words, book = at.reading.tokens, at.words, at.book
    after = spot.last
    if after >= len(tokens) or words.sentences[after] != words.sentences[spot.first] or tokens.starts[after] - spot.span.end > 1:
        return False
    if words.plains[after] in book.organisations and words.capital[after]:
        return True
    if book.lang == "en" and _building(after, at):
        return False
    while book.lang == "en" and words.plains[after] in _OFFICIAL and after + 1 < len(tokens):
        after += 1
    if book.lang != "en" or words.plains[after] in _TIMES or words.plains[after] in book.words:
        return False
    return words.plains[after] in book.titles or tokens.tags[after].startswith("NOUN")
