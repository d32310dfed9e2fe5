"""The place word: "village of", "oblast", where it stands before a name."""

from collections.abc import Sequence

from sayso.lexicon.toponyms import PlaceWord, ToponymBook
from sayso.places.words import Words
from sayso.text.folding import plain


def place_word_before(words: Words, lemmas: Sequence[str], book: ToponymBook, first: int) -> PlaceWord | None:
    """The place word that stands right before token `first`, if any."""
    found = place_words_before(words, lemmas, book, first)
    return found[0] if found else None


def place_words_before(words: Words, lemmas: Sequence[str], book: ToponymBook, first: int) -> tuple[PlaceWord, int] | None:
    """The place word that stands right before token `first`, and the token it begins at; None where there is none."""
    last = first - 1
    if last < 0 or not (words.surfaces[last] == "." or words.plains[last] in book.word_ends or plain(lemmas[last]) in book.word_ends):
        return None
    for length in (3, 2, 1):
        start = first - length
        if start < 0 or words.sentences[start] != words.sentences[first]:
            continue
        surface = " ".join(words.plains[start:first]).replace(" .", "")
        lemma = " ".join(plain(each) for each in lemmas[start:first])
        for phrase in (surface, lemma, words.surfaces[start].casefold() + "." if length == 2 and words.surfaces[first - 1] == "." else ""):
            found = book.words.get(plain(phrase)) if phrase else None
            if found and found.stands == "before":
                return found, start
    return None
