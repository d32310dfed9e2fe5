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


@cache
def _table() -> dict[str, dict[str, str]]:
    rows = packaged("sayso.lexicon.data", "labels.jsonl")
    faults = tuple(f"{row.get('key')}: no {lang}" for row in rows for lang in ("en", "ru", "uk", "fr") if not row.get(lang))
    if faults:
        raise DataError("labels are missing", faults=faults, where="lexicon/data/labels.jsonl")
    return {row["key"]: {lang: row[lang] for lang in ("en", "ru", "uk", "fr")} for row in rows}
