"""The roles: titles that say what office a speaker holds, by language."""

from functools import cache

from sayso.lexicon.phrases import fold
from sayso.lexicon.rows import packaged


def role_in(role: str, lang: str) -> str:
    """The words for a title in a language; the title itself where it says more than its office, or is not known.

    >>> role_in("губернатор", "en"), role_in("мерка", "fr"), role_in("mayor of the old town", "fr")
    ('governor', 'maire', 'mayor of the old town')
    """
    row = _table().get(fold(role.strip()))
    return role if row is None or role.casefold() in (known.casefold() for known in row[lang]) else row[lang][0]


def titles_like(title: str, lang: str) -> frozenset[str]:
    """All titles of the office in a language, folded; none where the title is not known.

    >>> "мэр" in titles_like("градоначальник", "ru"), titles_like("beekeeper", "en")
    (True, frozenset())
    """
    row = _table().get(fold(title.strip()))
    return frozenset(fold(one) for one in row[lang]) if row is not None else frozenset()


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    """Each title, folded, with its row; where languages share a word its first row counts."""
    found: dict[str, dict[str, list[str]]] = {}
    for row in packaged("sayso.lexicon.data", "roles.jsonl"):
        for lang in ("en", "ru", "uk", "fr"):
            for title in row[lang]:
                found.setdefault(fold(title), row)
    return found
