"""The forms: the words of a Russian or Ukrainian source in the nominative, as a list of speakers would have them."""

from sayso.claims.heads import head, nominative
from sayso.claims.view import View

_SOFT = "гкхжчшщ"


def dictionary_form(view: View, first: int, last: int) -> str | None:
    """A source of common nouns with head and adjectives in the nominative, complements as they stand; None where it needs none.

    «местной полиции» -> "местная полиция", «жителей Херсона» -> "жители Херсона".
    """
    turned = head(view, first, last)
    if view.lang not in ("ru", "uk") or turned is None or view.pos(turned) != "NOUN" or nominative(view, turned):
        return None
    if any(view.pos(k) not in ("ADJ", "DET", "PART") for k in range(first, turned) if not view.mark(k)):
        return None
    lemma, plural = view.lemmas[turned], "pl" in view.tags[turned].split(",")
    noun = _plural(lemma, view.lang) if plural else lemma
    gender = "pl" if plural else "f" if lemma[-1] in "ая" else "n" if lemma[-1] in "ое" else "m"
    words = [_adjective(view.lemmas[k], gender, view.lang) for k in range(first, turned) if not view.mark(k)]
    rest = view.text[view.ends[turned] : view.ends[last - 1]]
    said = " ".join([*words, noun]) + rest
    return said[0].upper() + said[1:] if view.capital(first) else said


def _adjective(lemma: str, gender: str, lang: str) -> str:
    """An adjective's form that agrees; `lemma` is the masculine.

    >>> _adjective("местный", "f", "ru"), _adjective("військовий", "pl", "uk")
    ('местная', 'військові')
    """
    if len(lemma) < 4 or lemma[-2:] not in ("ый", "ий", "ой", "ій"):
        return lemma
    root, soft = lemma[:-2], (lemma[-2:] in ("ий", "ій") and lemma[-3] not in _SOFT and lang == "ru") or lemma[-2:] == "ій"
    if lang == "uk":
        return {"f": root + ("я" if soft else "а"), "n": root + ("є" if soft else "е"), "pl": root + "і"}.get(gender, lemma)
    hushed = lemma[-3] in "гкхжчшщ"
    ends = {"f": "яя" if soft else "ая", "n": "ее" if soft or lemma[-3] in "жчшщ" else "ое", "pl": "ие" if soft or hushed else "ые"}
    return root + ends[gender] if gender in ends else lemma


def _plural(lemma: str, lang: str) -> str:
    """The nominative plural of a noun for people or bodies.

    >>> [_plural(w, "ru") for w in ("житель", "очевидец", "горожанин", "врач", "источник", "сосед")]
    ['жители', 'очевидцы', 'горожане', 'врачи', 'источники', 'соседи']
    >>> [_plural(w, "uk") for w in ("мешканець", "свідок", "містянин", "дипломат", "лікар", "житель")]
    ['мешканці', 'свідки', 'містяни', 'дипломати', 'лікарі', 'жителі']
    """
    if lemma.endswith(("анин", "янин")):
        return lemma[:-2] + ("е" if lang == "ru" else "и")
    if lemma in ("сосед", "человек", "людина"):
        return {"сосед": "соседи", "человек": "люди", "людина": "люди"}[lemma]
    if lemma.endswith("ець"):
        return lemma[:-3] + "ці"
    if lemma.endswith("ец"):
        return lemma[:-2] + "цы"
    if lemma.endswith("ок"):
        return lemma[:-2] + "ки"
    if lang == "uk":
        if lemma[-1] in "ьйя":
            return lemma[:-1] + ("ї" if lemma[-1] == "й" else "і")
        if lemma.endswith("ар"):
            return lemma + "і"
        return {"а": lemma[:-1] + "и", "о": lemma[:-1] + "а", "е": lemma[:-1] + "я"}.get(lemma[-1], lemma + "и")
    if lemma[-1] in "ьйя":
        return lemma[:-1] + "и"
    if lemma[-1] == "а":
        return lemma[:-1] + ("и" if lemma[-2:-1] in tuple(_SOFT) else "ы")
    if lemma[-1] in "ое":
        return lemma[:-1] + ("а" if lemma[-1] == "о" else "я")
    return lemma + ("и" if lemma[-1] in _SOFT else "ы")
