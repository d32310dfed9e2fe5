"""The packs of users: folders with the data of one conflict."""

from pathlib import Path

from sayso.errors import DataError, MissingError
from sayso.lexicon.loading import pack_of
from sayso.lexicon.pack import Pack

_FILES = ("pack.toml", "actors.jsonl", "outlets.jsonl")


def pack_from(folder: Path) -> Pack:
    """The pack in a folder with pack.toml, actors.jsonl and outlets.jsonl.

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
    for name in _FILES:
        try:
            texts[name] = (folder / name).read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as why:
            raise DataError("the pack cannot be read", faults=(f"{name}: {why}",), where=str(folder)) from None
    return pack_of(texts["pack.toml"], texts["actors.jsonl"].splitlines(), texts["outlets.jsonl"].splitlines(), where=str(folder))
