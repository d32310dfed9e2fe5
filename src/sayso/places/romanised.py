"""The romanised name: a Cyrillic place name in the letters of English reports."""

_RUSSIAN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        [*"a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch".split(), "", "y", "", "e", "yu", "ya"],
        strict=True,
    )
)
_UKRAINIAN = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'",
        [*"a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch".split(), "", "iu", "ia", ""],
        strict=True,
    )
)
_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_VOWELS = "аеёиоуыэюяьъ"


def romanised(name: str, lang: str | None) -> str:
    """The name in Latin letters, as English reports write Russian names and Ukraine its own; other alphabets stay.

    >>> romanised("Сподарюшино", "ru"), romanised("Нехотеевка", "ru"), romanised("Згурівка", "uk")
    ('Spodaryushino', 'Nekhoteyevka', 'Zghurivka')
    """
    if not any("\u0400" <= ch <= "\u04ff" for ch in name):
        return name
    out: list[str] = []
    lower = name.casefold().replace("’", "'").replace("ʼ", "'")
    if lang == "uk":
        lower = lower.replace("зг", "з\0г")  # "Zgh", since "zh" is ж
    for i, ch in enumerate(lower):
        first = i == 0 or not lower[i - 1].isalpha()
        if lang == "uk":
            out.append("g" if ch == "\0" else (_FIRST.get(ch) if first else None) or _UKRAINIAN.get(ch, ch))
        else:
            out.append("ye" if ch == "е" and (first or lower[i - 1] in _VOWELS) else _RUSSIAN.get(ch, ch))
    return "-".join(" ".join(word[:1].upper() + word[1:] for word in part.split(" ")) for part in "".join(out).split("-"))
