"""The stem: a key that the inflected forms of one word share, in four languages."""

# Endings of nouns and adjectives, longest first. `ов`, `ев` go in a second pass: "Гладков" and "Гладкова" must meet.
_ENDINGS = sorted(
    "а я о е є ы и і ї у ю й ь ом ем ём єм ой ей єй ою ею єю ам ям ям ами ями ах ях ий ый ій ого его єго ому ему єму ым им ім ых их іх "
    "ая яя ое ее ую юю ые ие ії ыми ими іми ію ією ією ью".split(),
    key=lambda ending: (-len(ending), ending),
)
_SECOND = ("ов", "ев", "ів", "єв")
_LEAST = 3  # letters that must be left


def stem(word: str, lang: str | None = None) -> str:
    """The stem key of a word; an acronym in capitals is its own key.

    >>> {stem(w, "ru") for w in ("Гладков", "Гладкова", "Гладковым")}
    {'гладк'}
    >>> {stem(w, "uk") for w in ("Харків", "Харкова", "Харкові")}
    {'харк'}
    >>> stem("ministry's", "en"), stem("forces", "en"), stem("ВСУ", "ru")
    ('ministry', 'force', 'всу')
    """
    folded = word.casefold().replace("ё", "е").replace("’", "'").replace("ʼ", "'")
    if 1 < len(word) <= 6 and word.isupper():
        return folded
    if _cyrillic(folded):
        return _slavic(folded, lang)
    if folded.endswith("'s"):
        folded = folded[:-2]
    if len(folded) > 4 and folded.endswith("s") and not folded.endswith(("ss", "us", "is")):
        return folded[:-1]
    return folded


def _cyrillic(word: str) -> bool:
    return any("Ѐ" <= ch <= "ӿ" for ch in word)


def _slavic(word: str, lang: str | None) -> str:
    if lang == "uk":
        word = word.replace("'", "")
        if word.endswith("ів"):
            word = word[:-2] + "ов"
        elif word.endswith("їв"):
            word = word[:-2] + "єв"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            word = word[: -len(ending)]
            break
    for ending in _SECOND:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return word
