"""The take-in: files, folders, archives and standard input, as documents."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from sayso.errors import InputError
from sayso.record.document import Document, Unread, document
from sayso.sources.addresses import Manner, fetched, is_address
from sayso.sources.files import FORMS, documents_in
from sayso.sources.forms import MOST_BYTES, documents_of
from sayso.sources.published import published_at, too_late

_RIGHT = "set the date right"
_ABOUT = ("README", "LICENSE", "LICENCE", "NOTICE")  # files about the other files; named outright, they are read
_LEDGER = (".ledger", ".ledger-wal", ".ledger-shm")  # our own, if it lies among the reports
_MEDIA = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp4", ".mov", ".ogg", ".oga", ".mp3", ".tgs", ".webm")


def documents(
    paths: Iterable[str | Path],
    *,
    published: str | datetime | date | None = None,
    outlet: str | None = None,
    url: str | None = None,
    lang: str | None = None,
    manner: Manner | None = None,
) -> Iterator[Document | Unread]:
    """The documents in files and folders (sorted, with their folders) and in standard input (`-`), or why there are none.

    `published`, `outlet`, `url` and `lang` stand in where a document does not tell its own. A file under a folder that is a link is
    refused; a link that is named outright is followed. A document that says it is of a year
    after 2100 is refused. `manner` is how addresses are fetched.
    Raises InputError where `published` is text and no date, or of such a year.
    """
    when = published_at(published)
    if published is not None and when is None:
        raise InputError(f"{published!r} is no date", where="published", then="give it as ISO 8601, e.g. 2024-03-12T14:25:00+01:00")
    if why := too_late(when):
        raise InputError(why, where="published", then=_RIGHT)
    for path in paths:
        for found in _from(str(path), manner or Manner()):
            told = _possible(found)
            yield told if isinstance(told, Unread) else _filled(told, when, outlet, url, lang)


def _possible(found: Document | Unread) -> Document | Unread:
    """The document, or why it is refused."""
    if isinstance(found, Unread) or not (why := too_late(found.published)):
        return found
    return Unread(where=str(found.name), why=why, then=f"{_RIGHT}, or leave it out, and give the document again", name=found.name)


def _filled(found: Document, published: datetime | date | None, outlet: str | None, url: str | None, lang: str | None) -> Document:
    if outlet and not found.outlet:
        found = replace(found, id=document(found.text, outlet=outlet).id, outlet=outlet)  # the outlet is part of what identifies
    return replace(found, published=found.published or published, url=found.url or url, lang=found.lang or lang)


def _from(path: str, manner: Manner) -> Iterator[Document | Unread]:
    if path == "-":
        data = sys.stdin.buffer.read(MOST_BYTES * 10 + 1)
        yield from documents_of(data, name="standard input")
        return
    if is_address(path):
        yield from fetched(path, manner)
        return
    if "\x00" in path:
        yield Unread(where=repr(path), why="this is no path", then="give a file or a folder")
        return
    yield from _entry(Path(path), path, outright=True)


def _entry(path: Path, shown: str, *, outright: bool) -> Iterator[Document | Unread]:
    try:
        mode = os.stat(path, follow_symlinks=outright).st_mode
    except FileNotFoundError:
        link = path.is_symlink()
        yield Unread(where=shown, why="the link leads nowhere" if link else "there is no such file", then="check the path")
        return
    except OSError as why:
        yield Unread(where=shown, why=f"it cannot be opened: {why.strerror or why}", then="check the path and its permissions")
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path, shown)
    elif stat.S_ISLNK(mode):
        yield Unread(where=shown, why="it is a link", then="name it outright, if it is meant")
    elif not stat.S_ISREG(mode):
        yield Unread(where=shown, why="it is no file but a device, pipe or socket", then="use - for standard input")
    else:
        yield from documents_in(path, shown)


def _folder(path: Path, shown: str) -> Iterator[Document | Unread]:
    try:
        names = sorted(os.listdir(path))
    except OSError as why:
        yield Unread(where=shown, why=f"the folder cannot be opened: {why.strerror or why}", then="check its permissions")
        return
    export = "result.json" in names or path.parent.joinpath("result.json").is_file()
    shown_names = [
        name for name in names if not name.startswith(".") and not name.upper().startswith(_ABOUT) and not name.endswith(_LEDGER)
    ]
    if not shown_names:
        yield Unread(where=shown, why="the folder is empty", then=f"give files ({', '.join(sorted(FORMS))})")
    for name in shown_names:
        if not (export and name.lower().endswith(_MEDIA)):  # the pictures of a Telegram export
            yield from _entry(path / name, f"{shown.rstrip('/')}/{name}", outright=False)
