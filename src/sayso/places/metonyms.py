"""The metonym: a capital or country that stands for those who rule it."""

from sayso.places.naming import Scene
from sayso.places.spot import Spot
from sayso.record.place import Candidate

_ACCOUNTS = frozenset("данные данное слово слова мнение версия утверждение оценка дані дане думка версія твердження оцінка".split())
_SEATS = ("PCLI", "PPLC")
# "No word from Moscow", "la réaction de Kiev", "реакция Москвы".
_ANSWERS = frozenset(
    "word comment reaction response statement confirmation denial silence answer reply version account claim "
    "commentaire réaction réponse confirmation démenti silence déclaration version "
    "реакция комментарий ответ подтверждение опровержение молчание реакція коментар відповідь підтвердження спростування мовчання".split()
)
_FROM = frozenset("from of de d' du".split())
# "Sided with Kyiv", "aux côtés de l'Ukraine", "на стороне Украины", "на боці України", "loyal to Moscow".
_ALLIES = frozenset("sided siding allied aligned loyal fidèle fidèles fidele fideles alliés allies allié allie".split())
_SIDES = frozenset("côté côtés cote cotes faveur profit сторона бік".split())
_STANCES = frozenset("pro anti ex".split())
_SMALL = frozenset("the la le les l' with to de d' du".split())
_AHEAD = 6  # words from a capital to the verb of saying that has no subject: "в Киеве удар официально не комментировали"


def rules(spot: Spot, candidate: Candidate, at: Scene) -> bool:
    """Does a capital or country stand for its rulers by the words beside it?

    "According to Kyiv", "no word from Moscow", "в Киеве заявили", "officials in Kyiv".
    """
    if candidate.feature not in _SEATS:
        return False
    return _quoted(spot, at) or _answering(spot, at) or _impersonal(spot, at) or _officials(spot, at)


def backed(spot: Spot, at: Scene) -> bool:
    """Is the name what somebody is for or against ("pro-Kyiv fighters", "sided with Kyiv", "на стороне Украины")?"""
    text = at.reading.text
    start = spot.span.start
    if start and text[start - 1] in "-‑‐" and text[max(0, start - 6) : start - 1].split()[-1:] != []:
        return text[max(0, start - 6) : start - 1].split()[-1].casefold().strip("«“\"'#") in _STANCES
    before = _before(spot, at)
    if before is None:
        return False
    words, lemmas = at.words.plains, at.reading.tokens.lemmas
    if words[before] in _ALLIES or words[before] in _SIDES or lemmas[before] in _SIDES:
        return True
    after = spot.last
    rest = text[spot.span.end : spot.span.end + 2]
    return rest in ("'s", "’s") and any(words[i] in ("side", "behalf") for i in range(after, min(after + 2, len(words))))


def _before(spot: Spot, at: Scene) -> int | None:
    """The word before a name in its sentence, small words passed over."""
    before = spot.first - 1
    while before >= 0 and at.words.plains[before] in _SMALL:
        before -= 1
    return before if before >= 0 and at.words.sentences[before] == at.words.sentences[spot.first] else None


def _quoted(spot: Spot, at: Scene) -> bool:
    """ "According to Kyiv", "selon Moscou", "по данным Москвы", "за даними Києва"."""
    words, lemmas = at.words, at.reading.tokens.lemmas
    before = spot.first - 1
    if before < 0 or words.sentences[before] != words.sentences[spot.first]:
        return False
    if at.book.lang in ("ru", "uk"):
        return before > 0 and words.plains[before - 1] in ("по", "за", "на") and lemmas[before] in _ACCOUNTS
    return words.plains[before] == "selon" or (words.plains[before] == "to" and before > 0 and words.plains[before - 1] == "according")


def _answering(spot: Spot, at: Scene) -> bool:
    """ "No word from Moscow", "la réaction de Kiev", "реакции Москвы пока нет"."""
    words, lemmas = at.words, at.reading.tokens.lemmas
    before = spot.first - 1
    if before < 0 or words.sentences[before] != words.sentences[spot.first]:
        return False
    if at.book.lang in ("ru", "uk"):
        return lemmas[before] in _ANSWERS
    return before > 0 and words.plains[before] in _FROM and lemmas[before - 1] in _ANSWERS


def _impersonal(spot: Spot, at: Scene) -> bool:
    """ "В Киеве заявили": a plural verb of saying with nobody named who speaks; "в Москве жители сообщили" has a speaker."""
    words, tokens = at.words, at.reading.tokens
    before = spot.first - 1
    if at.book.lang not in ("ru", "uk") or before < 0 or words.plains[before] not in ("в", "во", "у"):
        return False
    for i in range(spot.last, min(spot.last + _AHEAD, len(tokens))):
        if words.sentences[i] != words.sentences[spot.first] or words.plains[i] in (",", ":", "(", "—"):
            return False
        tag = tokens.tags[i]
        if tag.startswith("VERB"):
            return ",pl" in tag and tokens.lemmas[i] in at.book.sayings
        # "Удар не комментировали": what is not commented on looks like a nominative; a plural one is whoever speaks.
        if tag.startswith(("NOUN,nom,pl", "PROPN,nom", "PRON")):
            return False
    return False


def _officials(spot: Spot, at: Scene) -> bool:
    """ "Officials in Kyiv", "les autorités à Kiev", "власти в Москве"."""
    words, lemmas, book = at.words, at.reading.tokens.lemmas, at.book
    before = spot.first - 2
    if before < 0 or words.sentences[before] != words.sentences[spot.first] or words.plains[before + 1] not in ("in", "à", "a", "в", "у"):
        return False
    return lemmas[before] in ("official", "authority", "government", "leadership", "autorité", "gouvernement", "власть", "влада") or (
        words.plains[before] in ("officials", "authorities", "autorités", "autorites") and bool(book.titles)
    )
