"""The form of a file: what its bytes are, and the documents in them."""

import io
import json
import logging
from collections.abc import Iterator

from sayso.errors import InputError
from sayso.record.document import Document, Unread
from sayso.sources.articles import article
from sayso.sources.encodings import Decoded, decoded
from sayso.sources.feeds import entries, looks_like_feed
from sayso.sources.lines import given, looks_like_json_lines
from sayso.sources.pages import charset, looks_like_page, page
from sayso.sources.posts import document_of
from sayso.sources.telegram import looks_like_export, posts

log = logging.getLogger("sayso.sources")
MOST_BYTES = 20_000_000
_BINARY = {
    b"%PDF": "a PDF", b"PK\x03\x04": "a ZIP archive or office document", b"\x1f\x8b": "a gzip archive", b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture", b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an office document", b"SQLite format 3": "a database", b"\x7fELF": "a program", b"7z\xbc\xaf": "an archive",
    b"Rar!": "an archive", b"{\\rtf": "an RTF document",
}  # fmt: skip


def documents_of(data: bytes, *, name: str, address: str | None = None) -> Iterator[Document | Unread]:
    """The documents in the bytes of a file, told by its name and its beginning; refusals for what cannot be read.

    `address` is where they were fetched.
    """
    refused = _refusal(data, name)
    if refused:
        yield refused
        return
    if not name.lower().endswith((".jsonl", ".txt", ".md")) and looks_like_feed(data):
        yield from entries(data, where=name, address=address)
        return
    if looks_like_json_lines(data[:100_000]) and not _whole_object(data, name):
        yield from given(io.BytesIO(data), where=name, named=False)
        return
    text = _text(data, name)
    if isinstance(text, str):
        yield Unread(where=name, why=text, then="convert it to UTF-8 text")
        return
    if text.assumed:
        log.warning("%s: not UTF-8, read as %s", name, text.assumed)
    yield from _by_form(text.text, data, name)


def _refusal(data: bytes, name: str) -> Unread | None:
    if not data.strip():
        return Unread(where=name, why="the file is empty", then="give a file with words in it")
    what = next((what for start, what in _BINARY.items() if data.startswith(start)), None)
    if what:
        return Unread(where=name, why=f"it is {what}", then="give its text as .txt, .md, .html or .jsonl")
    if len(data) > MOST_BYTES and not looks_like_json_lines(data[:100_000]) and not _whole_object(data, name):
        return Unread(
            where=name,
            why=f"the file has {len(data) / 1e6:.0f} MB, and one may have {MOST_BYTES // 1_000_000}",
            then="split it, or give it as JSON Lines",
        )
    return None


def _text(data: bytes, name: str) -> Decoded | str:
    declared = charset(data) if name.lower().endswith((".html", ".htm", ".xhtml")) else None
    if declared and declared not in ("utf-8", "utf8"):
        try:
            return Decoded(text=data.decode(declared))
        except (LookupError, UnicodeDecodeError):
            log.warning("%s: declares %s and is not", name, declared)
    return decoded(data)


def _by_form(text: str, data: bytes, name: str) -> Iterator[Document | Unread]:
    low = name.lower()
    if low.endswith(".json") or (text.lstrip()[:1] in "{[" and not low.endswith((".txt", ".md"))):
        yield from _json(text, data, name)
    elif low.endswith((".html", ".htm", ".xhtml")) or (looks_like_page(text) and not low.endswith((".txt", ".md"))):
        found = page(text, name=name, raw=data)
        yield found or Unread(where=name, why="the page holds no words", then="save the page with its text")
    else:
        yield article(text, name=name, raw=data)


def _json(text: str, data: bytes, name: str) -> Iterator[Document | Unread]:
    if looks_like_export(text):
        yield from posts(io.StringIO(text), where=name)
        return
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as why:
        yield Unread(where=name, why=f"it is no JSON: {str(why)[:120]}", then="give JSON Lines, or the result.json of a Telegram export")
        return
    rows = value if isinstance(value, list) else [value]
    if not rows or not all(isinstance(row, dict) for row in rows):
        yield Unread(where=name, why="the JSON holds no records", then='give objects with "id" and "text"')
        return
    for number, row in enumerate(rows, 1):
        place = f"record {number} of {name}"
        try:
            yield document_of(row, raw=json.dumps(row, sort_keys=True).encode(), name=name if len(rows) == 1 else f"{name}:{number}")
        except InputError as why:
            yield Unread(where=place, why=why.what, then=why.then, line=number)


def _whole_object(data: bytes, name: str) -> bool:
    """Is the file one JSON object in one line, such as a compact export, and no record?"""
    return not name.lower().endswith(".jsonl") and looks_like_export(data[:65_536].decode("utf-8", "replace"))
