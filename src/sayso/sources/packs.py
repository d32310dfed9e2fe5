"""The packs of users: folders with the data of one conflict."""

from pathlib import Path

from sayso.errors import DataError, MissingError
from sayso.lexicon.loading import pack_of
from sayso.lexicon.pack import Pack

_FILES = ("pack.toml", "actors.jsonl", "outlets.jsonl")
_PLACES = "places.jsonl"  # a pack need not have any


def pack_from(folder: Path) -> Pack:
    """The pack in a folder with pack.toml, actors.jsonl, outlets.jsonl and, where it lists places, places.jsonl.

    Raises MissingError where the folder or a file is not there, DataError with all faults where they cannot be read.
    """
    if not folder.is_dir():
        raise MissingError("there is no such folder", where=str(folder), then=f"a pack is a folder with {', '.join(_FILES)}")
    missing = [name for name in _FILES if not (folder / name).is_file()]
    if missing:
        raise MissingError(
            f"the pack lacks {' and '.join(missing)}", where=str(folder), then="add the file; it may be empty, pack.toml needs a name"
        )
    texts = {}
    for name in (*_FILES, *([_PLACES] if (folder / _PLACES).is_file() else [])):
        try:
            texts[name] = (folder / name).read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as why:
            then = "give files in UTF-8 that you may read"
            raise DataError("the pack cannot be read", faults=(f"{name}: {why}",), where=str(folder), then=then) from None
    actors, outlets, places = (texts.get(name, "").splitlines() for name in (*_FILES[1:], _PLACES))
    return pack_of(texts["pack.toml"], actors, outlets, places, where=str(folder))
