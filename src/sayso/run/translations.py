"""The translations that readers wrote: rows of a file, by the words that they translate."""

from pathlib import Path

from sayso.errors import DataError, InputError
from sayso.lexicon.rows import rows
from sayso.record.edition import Translation

_MOST = 20_000_000  # bytes


def translations_in(path: str) -> tuple[Translation, ...]:
    """The translations in a file of JSON Lines {"quote", "lang", "text", "by"}; `quote` holds the words as they stand in the document.

    Raises InputError where the file cannot be read, DataError with all faulty rows.
    """
    file = Path(path)
    if not file.is_file() or file.stat().st_size > _MOST:
        raise InputError("it is no file of at most 20 MB", where=path, then='give JSON Lines {"quote", "lang", "text", "by"}')
    try:
        given = rows(file.read_text("utf-8").splitlines(), where=path)
    except (OSError, UnicodeDecodeError) as why:
        raise InputError(f"the translations cannot be read ({why})", where=path, then="give JSON Lines in UTF-8") from None
    fields = ("quote", "lang", "text", "by")
    faults = [
        f"row {n}: {field} is missing or no text" for n, row in enumerate(given, 1) for field in fields if not _is_words(row.get(field))
    ]
    if faults:
        raise DataError(
            "the translations are faulty", faults=tuple(faults), where=path, then='give {"quote", "lang", "text", "by"} in each row'
        )
    return tuple(
        Translation(quote=" ".join(r["quote"].split()), lang=r["lang"], text=" ".join(r["text"].split()), by=r["by"]) for r in given
    )


def _is_words(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
