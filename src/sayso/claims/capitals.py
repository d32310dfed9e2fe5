"""The capitals: names found by runs of capitalised words, told apart by the words beside and in them."""

import re
from collections.abc import Callable
from functools import cache

from sayso.claims.view import MARKS, View
from sayso.lexicon.cues import Frame
from sayso.lexicon.language import Lexicon
from sayso.lexicon.toponyms import toponym_book
from sayso.record.mention import MentionKind
from sayso.text.stems import stem

_SUFFERED = (
    "killed",
    "died",
    "wounded",
    "injured",
    "captured",
    "detained",
    "arrested",
    "tué",
    "blessé",
    "mort",
    "décédé",
    "arrêté",
    "capturé",
)
PLAIN = 0.8  # score of a person by title, given name, initials, patronymic or saying verb
_NO_NAMES = (
    "determiner", "preposition", "conjunction", "he", "she", "it", "they", "we", "that", "auxiliary", "adverb", "possessive", "relative",
)  # fmt: skip
_HEADLINE = 5  # words in capitals on end
SURMISED = 0.6  # score of a person by the shape of the name alone
Take = Callable[..., None]
_LINKS = frozenset("of de du des d' la le les l' von van der da di del and & et и і та the for".split())
_SURNAME = re.compile(
    r"(?:ов|ова|ев|ева|ёв|ёва|ин|ина|ын|ына|ский|ская|ского|скому|ским|ской|скую|цкий|цкая|цкого|енко|чук|юк|як|ук|ко|ян|янц|швили|дзе|ович|евич|івна|ович|овна|евна|ський|ська|ського|цький|ів|їв|ову|овым|евым|иным|ину|еву)$"
)
_PATRONYMIC = re.compile(r"(?:ович|евич|ич|овна|евна|ична|йович|івна|ївна)[ауеоміюыя]{0,3}$")
_TITLE_DOTS = frozenset({"mr", "mrs", "ms", "dr", "gen", "col", "maj", "capt", "lt", "sgt", "sen", "rep", "gov", "m", "mme", "г"})


def ruled(view: View, lexicon: Lexicon, take: Take, *, guess: bool = True) -> None:
    """Runs of capitalised words, told apart by the words beside and in them; without `guess` persons alone: an edition withholds names."""
    reach = 0
    for at in [k for k, (capital, mark) in enumerate(zip(view.capitals, view.marks, strict=True)) if capital and not mark]:
        if at < reach or not _name_like(view, at):
            continue
        last = _run_end(view, at)
        kind, first, last = _kind(view, lexicon, at, last) if not _shouted(view, at, last) else (None, at, last)
        if kind is MentionKind.PERSON:
            evident = _person(view, first, last) or _speaks(view, first, last) or _told_of(view, first, last)
            if evident or (view.lang in ("ru", "uk") and (guess or not _agrees(view, last))):
                take(view.span(first, last), kind, score=PLAIN if evident else SURMISED)
        elif kind is not None and guess:
            take(view.span(first, last), kind)
        reach = max(last, at + 1)


def _name_like(view: View, at: int) -> bool:
    """No capital that only begins a sentence, no day or month, no "I"."""
    word = view.words[at]
    if word.endswith("'"):
        return False  # "C'est", "L'armée"
    if len(word) == 1 and not (at + 1 < len(view) and view.words[at + 1] == "."):
        return False
    if word in view.book.either(_NO_NAMES):
        return False
    if view.word_in("adjunct", at) and not view.surface(at).isupper():
        return False
    opens = at in view.sentence_starts or (at > 0 and view.text[view.starts[at - 1]] in MARKS + ":•—–")
    if opens and not view.surface(at).isupper():
        pos = view.pos(at)
        if at + 1 < len(view) and view.capital(at + 1) and not view.mark(at + 1):
            return pos not in ("VERB", "ADV", "ADP", "PTCL", "NUM")
        return (pos in ("PROPN", "X") and view.lang != "en") or (_SURNAME.search(word) is not None and pos == "PROPN")
    return True


def _run_end(view: View, at: int) -> int:
    last = at + 1
    while last < len(view) and last - at < 10:
        word = view.words[last]
        if last in view.sentence_starts or _begins_person(view, last):
            break
        if (
            (view.capital(last) and not view.mark(last) and not (view.word_in("adjunct", last) and not view.surface(last).isupper()))
            or (
                word == "."
                and (len(view.words[last - 1]) == 1 or view.words[last - 1] in _TITLE_DOTS)
                and last + 1 < len(view)
                and view.capital(last + 1)
            )
            or (
                word in _LINKS
                and word not in ("and", "&", "et", "и", "і", "та")
                and last + 1 < len(view)
                and view.capital(last + 1)
                and view.lang in ("en", "fr")
            )
        ):
            last += 1
        else:
            break
    return last


def _begins_person(view: View, k: int) -> bool:
    """A given name after other capitals begins a new name ("Верхнего Дола Пётр Бороздин")."""
    given = view.book.classes["given"]
    if not view.capital(k) or not (view.words[k] in given or view.lemmas[k] in given) or view.lang not in ("ru", "uk"):
        return False
    return not (view.words[k - 1] in given or view.lemmas[k - 1] in given)


def _agrees(view: View, last: int) -> bool:
    """Is it an adjective's form before a noun in small letters ("Тальвенская сторона")?"""
    lemma = view.lemmas[last - 1]
    return lemma.endswith(("кий", "кой", "ький")) and last < len(view) and view.pos(last) == "NOUN" and not view.capital(last)


def _shouted(view: View, first: int, last: int) -> bool:
    """Is it a headline in capitals, where these tell nothing?"""
    return last - first >= _HEADLINE and all(view.surface(k).isupper() for k in range(first, last) if not view.mark(k))


def _kind(view: View, lexicon: Lexicon, first: int, last: int) -> tuple[MentionKind | None, int, int]:
    """The kind of a run, and its bounds without titles and with the words that belong to the name."""
    words = range(first, last)
    place_words = view.book.classes["place"]
    # "Governor Roman Field": the title is no part of the name
    while first < last - 1 and view.among("person", first):
        first += 1
        if view.words[first] == ".":
            first += 1
    if first >= last:
        return None, first, last
    if last - first == 1 and view.among("person", first):
        return None, first, last
    before = first - 1 if first else None
    quoted = before is not None and view.surface(before) in '«"“„'
    noun = (before - 1 if quoted and before else before) if before is not None else None
    if noun is not None and noun >= 0 and not view.mark(noun):
        if view.among("facility", noun):
            return MentionKind.FACILITY, noun, min(len(view), last + (1 if quoted else 0))
        if view.among("organisation", noun) and (quoted or view.lang in ("ru", "uk", "fr")):
            start = noun
            while start > 0 and view.pos(start - 1) == "ADJ" and view.capital(start - 1):
                start -= 1
            return MentionKind.ORGANISATION, start, min(len(view), last + (1 if quoted else 0))
    if any(view.among("agency", k) for k in words) and last - first > 1:
        return MentionKind.ORGANISATION, first, last
    if any(view.among("facility", k) for k in words):
        return MentionKind.FACILITY, first, last
    if any(view.among("organisation", k) for k in words) or (
        last < len(view) and view.among("organisation", last) and last not in view.sentence_starts and view.lang == "en"
    ):
        end = last + 1 if not any(view.among("organisation", k) for k in words) else _organisation_end(view, last)
        return MentionKind.ORGANISATION, first, end
    if _person(view, first, last):
        return MentionKind.PERSON, first, last
    if place_before(view, first):
        return MentionKind.PLACE, first, last  # "another village, Lower Dell"
    near = [k for k in (noun, last if last < len(view) else None) if k is not None and k >= 0]
    if any(view.words[k] in place_words or view.lemmas[k] in place_words for k in near) or (
        noun is not None and noun > 0 and view.words[noun] in ("of", "de", "d'") and view.among("place", noun - 1)
    ):
        return MentionKind.PLACE, first, last
    if _toponym(view, lexicon, first, last):
        return MentionKind.PLACE, first, last
    return _guessed(view, lexicon, first, last), first, last


def _guessed(view: View, lexicon: Lexicon, first: int, last: int) -> MentionKind | None:
    """The kind by marks, letters and the small word before: right more often than not."""
    noun = first - 1
    if noun >= 0 and view.surface(noun) in '«"“„':
        return MentionKind.ORGANISATION
    words = range(first, last)
    if last - first == 1 and view.surface(first).isupper() and 2 <= len(view.words[first]) <= 6:
        return MentionKind.ORGANISATION
    if (
        noun >= 0
        and view.word_in("preposition", noun)
        and view.words[noun] in lexicon.toponyms.inside | {"в", "во", "у", "на", "in", "near", "à", "en"}
        and last - first <= 2
    ):
        return MentionKind.PLACE
    if any(ch.isascii() and ch.isalpha() for ch in view.surface(first)) and view.lang in ("ru", "uk"):
        return MentionKind.ORGANISATION
    if view.lang in ("ru", "uk") and last - first == 1 and _SURNAME.search(view.words[first]) and view.pos(first) in ("PROPN", "NOUN", "X"):
        return MentionKind.PERSON
    if view.lang in ("ru", "uk") and last - first == 1 and view.pos(first) in ("PROPN", "X"):
        return MentionKind.PLACE
    plain = last < len(view) and view.pos(last) in ("NOUN", "PART", "ADJ") and not view.capital(last)
    if (
        last - first in (2, 3)
        and view.lang in ("en", "fr")
        and not plain
        and not any(view.word_in("demonym", k) or ("-" in view.words[k] and k == first) for k in words)
        and not any(view.among(name, k) for name in ("person", "witness", "military", "armed group") for k in words)
    ):
        return MentionKind.PERSON
    return None


def _organisation_end(view: View, last: int) -> int:
    """Genitives that belong to a body: "Министерство сельского хозяйства Германии"."""
    end = last
    if view.lang in ("ru", "uk"):
        while (
            end < len(view)
            and end - last < 5
            and end not in view.sentence_starts
            and not view.mark(end)
            and "gen" in view.tags[end].split(",")
            and view.pos(end) in ("ADJ", "NOUN", "PROPN")
        ):
            end += 1
    return end


def _person(view: View, first: int, last: int) -> bool:
    titled = first > 0 and (
        view.among("person", first - 1) or (view.words[first - 1] == "." and first > 1 and view.words[first - 2] in _TITLE_DOTS)
    )
    length = sum(1 for k in range(first, last) if not view.mark(k))
    if titled and length <= 3 and not view.surface(first).isupper():
        # "мэр Верхнего Дола": a genitive after a title in the nominative is what it is over
        over = "gen" in view.tags[first].split(",") and "nom" in view.tags[first - 1].split(",")
        return not (view.lang in ("ru", "uk") and (view.pos(first) == "ADJ" or (over and not view.word_in("given", first))))
    if any(_PATRONYMIC.search(view.words[k]) for k in range(first + 1, last)):
        return True
    if view.word_in("given", first) or (view.lang in ("ru", "uk") and view.lemmas[first] in view.book.classes["given"]):
        return length >= 2 or titled
    initials = any(view.words[k] == "." for k in range(first, last)) and length >= 2
    return initials or (
        view.lang in ("ru", "uk")
        and length == 2
        and bool(_SURNAME.search(view.words[last - 1]))
        and view.pos(first) in ("PROPN", "X")
        and view.pos(last - 1) != "ADJ"
    )


def place_before(view: View, first: int) -> bool:
    """Does "village", "town" stand before the name, a comma between ("another village, Lower Dell")?"""
    return 1 < first < len(view) and view.words[first - 1] == "," and view.among("place", first - 2)


def _speaks(view: View, first: int, last: int) -> bool:
    """Does a verb of saying stand beside the name, or a person's title after it ("Odo Ranke, a fisherman", "Odo Ranke said")?"""
    at = last
    if at < len(view) and view.words[at] in (",", "(") and any(view.among("person", k) for k in range(at + 1, min(len(view), at + 5))):
        return at + 1 not in view.sentence_starts
    for k in (last, last + 1, first - 1):
        if not 0 <= k < len(view) or view.mark(k) or view.capital(k) or (k >= last and k in view.sentence_starts):
            continue
        met = view.cue_at(k)
        if met is not None and met[0].frame is Frame.VERB and not met[0].weak and view.pos(k) in ("VERB", "AUX", "PART", "X"):
            return k != last + 1 or view.pos(last) in ("AUX", "ADV")
    return False


def _told_of(view: View, first: int, last: int) -> bool:
    """Is it told what only people have or suffer: an age after the name, a death, a wound, an arrest?"""
    if last + 1 < len(view) and view.words[last] in (",", "(") and view.words[last + 1].isdigit() and len(view.words[last + 1]) <= 2:
        return True
    del first
    return any(view.words[k].startswith(_SUFFERED) for k in range(last, min(len(view), last + 3)) if k not in view.sentence_starts)


def _toponym(view: View, lexicon: Lexicon, first: int, last: int) -> bool:
    book = lexicon.toponyms
    surface = view.text[view.starts[first] : view.ends[last - 1]]
    if surface in book.abbreviations:
        return True
    key = " ".join(stem(view.surface(k), view.lang) for k in range(first, last))
    return (key in book.demonyms and view.pos(first) != "ADJ") or (lexicon.lang == "en" and key in _countries())


@cache
def _countries() -> frozenset[str]:
    """English names of countries and places that peoples are named after, in small letters."""
    return frozenset(place.casefold() for place in toponym_book("en").demonyms.values())
