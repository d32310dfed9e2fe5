"""The labels: the words of screens and editions in four languages."""

from functools import cache

from sayso.errors import DataError
from sayso.lexicon.rows import packaged


def label(key: str, lang: str = "en") -> str:
    """The words for a key such as "kind: clash"; KeyError where there is no such key, which is a fault of the program.

    >>> label("unit: tank", "fr"), label("stance: denies", "uk")
    ('chars', 'заперечує')
    """
    words = _table()[key]
    return words.get(lang) or words["en"]


def counted_label(key: str, number: float, lang: str = "en", *, prefixed: bool = False) -> str:
    """The words for what a number counts, in the form that the number asks for; `prefixed`: words such as "about" stand before it.

    A label of several forms has them apart by "|": one, a few, many in Russian and Ukrainian; one, more in English and French.

    >>> [counted_label("counted: tank", n, "ru") for n in (1, 2, 5, 11, 21)], counted_label("counted: tank", 2, "ru", prefixed=True)
    (['танк', 'танка', 'танков', 'танков', 'танк'], 'танков')
    """
    forms = label(key, lang).split("|")
    return forms[min(_form(number, lang, prefixed=prefixed), len(forms) - 1)]


def _form(number: float, lang: str, *, prefixed: bool) -> int:
    if lang == "fr":
        return int(number >= 2)
    if lang not in ("ru", "uk"):
        return int(number != 1)
    if prefixed:
        return 2
    if number != int(number):
        return 1
    last, teens = int(number) % 10, 10 < int(number) % 100 < 20
    return 0 if last == 1 and not teens else 1 if 2 <= last <= 4 and not teens else 2


@cache
def _table() -> dict[str, dict[str, str]]:
    rows = packaged("sayso.lexicon.data", "labels.jsonl")
    faults = tuple(f"{row.get('key')}: no {lang}" for row in rows for lang in ("en", "ru", "uk", "fr") if not row.get(lang))
    if faults:
        raise DataError("labels are missing", faults=faults, where="lexicon/data/labels.jsonl")
    return {row["key"]: {lang: row[lang] for lang in ("en", "ru", "uk", "fr")} for row in rows}
