"""The base form: the nominatives that an inflected Russian or Ukrainian place name may have."""

from functools import lru_cache

_ADJECTIVE = {
    "ru": (
        (("ого", "ому", "ом", "ым", "ое", "ый", "ой"), ("ое", "ый", "ой")),
        (("его", "ему", "ем", "им", "ее", "ий"), ("ее", "ий", "ое")),
        (("ой", "ую", "ою", "ая"), ("ая",)),
        (("ей", "юю", "яя"), ("яя", "ая")),
        (("ых", "ым", "ыми", "ые"), ("ые",)),
        (("их", "им", "ими", "ие"), ("ие",)),
    ),
    "uk": (
        (("ого", "ому", "им", "ім", "е"), ("е", "ий", "ій")),
        (("ього", "ьому", "ім", "є"), ("є", "ій")),
        (("ої", "ій", "у", "ою", "а"), ("а",)),
        (("ьої", "ій", "ю", "ьою", "я"), ("я",)),
        (("их", "им", "ими", "і"), ("і",)),
    ),
}
_NOUN = {
    "ru": (
        (("а", "у", "ом", "е"), ("", "о")),
        (("я", "ю", "ем", "е"), ("ь", "е", "й")),
        (("ы", "е", "у", "ой", "ою"), ("а",)),
        (("и", "е", "ю", "ей", "ёй"), ("я", "ь")),
        (("ки", "ке", "ку", "кой", "кою"), ("ка",)),
        (("ги", "ге", "гу", "гой", "хи", "хе", "ху", "хой", "ши", "чи", "жи", "ши", "ще", "че", "щи"), ("",)),
        (("ии", "ию", "ией"), ("ия",)),
        (("ам", "ами", "ах", "ов"), ("ы", "и", "а")),
        (("ям", "ями", "ях", "ей"), ("и",)),
        (("ью", "и"), ("ь",)),
        (("нца", "нцу", "нцом", "нце"), ("нец",)),
        (("льца", "льцу", "льце"), ("лец",)),
        (("рла", "рлу", "рлом", "рле"), ("рёл",)),
        (("ок",), ("ки",)),
    ),
    "uk": (
        (("а", "у", "ом", "ові", "і"), ("", "о", "а")),
        (("я", "ю", "ем", "еві", "і"), ("ь", "е", "я")),
        (("и", "і", "у", "ою"), ("а",)),
        (("і", "ю", "ею"), ("я", "ь")),
        (("ки", "ці", "ку", "кою"), ("ка",)),
        (("ги", "зі", "гу", "гою"), ("га",)),
        (("хи", "сі", "ху", "хою"), ("ха",)),
        (("ва", "ву", "вом", "вові", "ві"), ("в",)),
        (("ова", "ову", "овом", "ові", "овові"), ("ів", "ове")),
        (("єва", "єву", "євом", "єві"), ("їв", "єве")),
        (("ева", "еву", "евом", "еві"), ("ів", "еве")),
        (("ового", "овому", "овім"), ("ове",)),
        (("ого", "ому"), ("е",)),
        (("ї", "ю", "єю", "їю"), ("я",)),
        (("ам", "ами", "ах"), ("и", "і", "а")),
        (("ям", "ями", "ях", "ень"), ("і", "я")),
        (("нця", "нцю", "нцем", "нці"), ("нець",)),
        (("зька", "зьку", "зьком", "зьку"), ("зьк",)),
        (("ів", "їв"), ("и", "ї", "і")),
        (("ок",), ("ки",)),
    ),
}
_LEAST = 2  # letters that must be left of a word
_MOST = 14


@lru_cache(maxsize=32768)
def nominatives(word: str, lemma: str, tag: str, lang: str) -> tuple[str, ...]:
    """The nominatives that a word of a name may have, the likeliest first, with the word itself.

    >>> [w in nominatives(w2, "", "", "ru") for w, w2 in (("Бахмут", "Бахмута"), ("Тёткино", "Тёткине"), ("Часов", "Часову"))]
    [True, True, True]
    >>> [w in nominatives(w2, "", "", "uk") for w, w2 in (("Харків", "Харкова"), ("Ягідне", "Ягідному"), ("Оріхів", "Оріхові"))]
    [True, True, True]
    """
    nominative = ",nom" in tag
    lower = word.casefold()
    found: list[str] = [word] if nominative or lower == lemma else []
    if lemma and lemma != lower:
        found.append(_like(lemma, word))
    adjectival = tag.startswith("ADJ") or lower.endswith(("ого", "ому", "ої", "ых", "их", "ым", "им", "ую"))
    tables = (_ADJECTIVE[lang], _NOUN[lang]) if adjectival else (_NOUN[lang], _ADJECTIVE[lang])
    for table in tables:
        for endings, bases in table:
            for ending in sorted(endings, key=len, reverse=True):
                if lower.endswith(ending) and len(lower) - len(ending) >= _LEAST:
                    found += [word[: len(word) - len(ending)] + base for base in bases]
                    break
    found.append(word)
    return tuple(dict.fromkeys(found))[:_MOST]


@lru_cache(maxsize=32768)
def names_of(words: tuple[str, ...], lemmas: tuple[str, ...], tags: tuple[str, ...], lang: str, joints: tuple[str, ...]) -> tuple[str, ...]:
    """The base forms of a name of one word or more, the likeliest first; `joints` stand between the words.

    In a name of several words the forms go together by gender: "Новой Таволжанке" is "Новая Таволжанка".

    >>> "Новая Таволжанка" in names_of(("Новой", "Таволжанке"), ("новый", "таволжанка"), ("ADJ", "NOUN"), "ru", (" ",))
    True
    """
    if lang not in _NOUN:
        return ("".join(part for pair in zip(words, (*joints, ""), strict=True) for part in pair),)
    options = [nominatives(*each, lang) for each in zip(words, lemmas, tags, strict=True)]
    if len(words) == 1:
        piece, hyphen, last = words[0].rpartition("-")
        if hyphen and piece:  # the parts of "Гора-Подолом" inflect at the end, those of "Ростова-на-Дону" at the start
            first, _, rest = words[0].partition("-")
            ends = [f"{piece}-{base}" for base in nominatives(last, "", "", lang)]
            starts = [f"{base}-{rest}" for base in nominatives(first, "", "", lang)[:6]]
            return tuple(dict.fromkeys([options[0][0], *ends[:8], *starts]))
        return options[0]
    found = ["".join(part for pair in zip(words, (*joints, ""), strict=True) for part in pair)]
    lasts = options[-1][:8]
    for last in lasts:
        fitted = [_agreeing(option, last, lang) for option in options[:-1]]
        found.append("".join(part for pair in zip([*fitted, last], (*joints, ""), strict=True) for part in pair))
    found += [" ".join([options[0][i], *(o[0] for o in options[1:])]) for i in range(min(4, len(options[0])))]
    return tuple(dict.fromkeys(found[1:] + found[:1]))[:_MOST]


def _agreeing(option: tuple[str, ...], noun: str, lang: str) -> str:
    """The form of an adjective that goes with a noun's ending; its first form where there is none."""
    ending = noun[-1:].casefold()
    if ending in "ая":
        wanted: tuple[str, ...] = ("ая", "яя") if lang == "ru" else ("а", "я")
    elif ending in "оеє":
        wanted = ("ое", "ее") if lang == "ru" else ("е", "є")
    elif ending in "ыиії":
        wanted = ("ые", "ие") if lang == "ru" else ("і",)
    else:
        wanted = ("ый", "ий", "ой") if lang == "ru" else ("ий", "ій")
    possessive = ("ов", "ев", "ин", "ів", "їв", "ын") if ending not in "аяоеєыиії" else ()
    return next((form for form in option if form.casefold().endswith(possessive or wanted)), None) or next(
        (form for form in option if form.casefold().endswith(wanted)), option[0]
    )


def _like(lemma: str, word: str) -> str:
    """A lemma with the capitals of the word."""
    if word.isupper() and len(word) > 1:
        return lemma.upper()
    return "-".join(part[:1].upper() + part[1:] for part in lemma.split("-")) if word[:1].isupper() else lemma


def adjective_forms(lemma: str, lang: str) -> tuple[str, ...]:
    """The feminine, masculine and neuter nominative of an adjective in -ский, with a capital; none for other words.

    >>> adjective_forms("курский", "ru"), adjective_forms("сумський", "uk")
    (('Курская', 'Курский', 'Курское'), ('Сумська', 'Сумський', 'Сумське'))
    """
    if lang == "ru" and lemma.endswith(("ский", "цкий", "ской")):
        stem = lemma[:-2].capitalize()
        return stem + "ая", stem + "ий", stem + "ое"
    if lang == "uk" and lemma.endswith(("ський", "цький", "зький")):
        stem = lemma[:-2].capitalize()
        return stem + "а", stem + "ий", stem + "е"
    return ()


def towns_of(lemma: str, lang: str) -> tuple[str, ...]:
    """The names of the town that an adjective in -ский may come from.

    >>> "Грайворон" in towns_of("грайворонский", "ru"), "Куп'янськ" in towns_of("куп'янський", "uk")
    (True, True)
    """
    whole = lemma[:-2]  # Купянск-ий
    short = whole.removesuffix("ск").removesuffix("цк").removesuffix("ськ").removesuffix("цьк").removesuffix("ов").removesuffix("ів")
    longer = whole.removesuffix("ск").removesuffix("ськ")
    ends = ("", "о", "а", "ы", "е") if lang == "ru" else ("", "о", "а", "и", "е", "ка", "ів")
    return tuple(dict.fromkeys(name.capitalize() for name in (whole, longer, *(short + end for end in ends)) if len(name) > _LEAST))
