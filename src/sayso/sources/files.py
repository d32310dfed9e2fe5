"""The file: a report, an export or an archive on disk, read within bounds."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

from sayso.record.document import Document, Unread
from sayso.sources.forms import MOST_BYTES, documents_of
from sayso.sources.lines import given, looks_like_json_lines
from sayso.sources.posts import MOST_BYTES as MOST_LINE
from sayso.sources.telegram import looks_like_export, posts
from sayso.sources.warcs import captured, looks_like_warc

FORMS = frozenset({".txt", ".md", ".html", ".htm", ".jsonl", ".json", ".jsonl.gz", ".zip", ".xml", ".warc.gz"})
_MOST_UNPACKED = 500_000_000
_MOST_CRAWLED = 50_000_000_000  # of a web archive, which is read record by record
_MOST_MEMBERS = 10_000
_HEAD = 4096  # bytes by which an export is known in an archive
_RATIO = 200  # unpacked to packed; text rarely goes over 20
_FREE = 10_000_000  # bytes below which the ratio does not matter


def documents_in(path: Path, shown: str) -> Iterator[Document | Unread]:
    """The documents in a file. Files over 20 MB are read only as JSON Lines or Telegram exports, line by line or post by post."""
    try:
        with path.open("rb") as stream:
            yield from _documents(stream, path.stat().st_size, shown)
    except OSError as why:
        yield Unread(where=shown, why=f"it cannot be read: {why.strerror or why}", then="check the file and its permissions")


def _documents(stream: io.BufferedReader, size: int, shown: str) -> Iterator[Document | Unread]:
    head = stream.read(100_000)
    stream.seek(0)
    if head.startswith(b"\x1f\x8b"):
        yield from _gzipped(stream, size, shown)
    elif head.startswith(b"PK\x03\x04") and shown.lower().endswith(".zip"):
        yield from _zipped(stream, shown)
    elif looks_like_warc(head):
        yield from captured(stream, where=shown)
    elif size > MOST_BYTES and not shown.lower().endswith(".jsonl") and looks_like_export(head.decode("utf-8", "replace")):
        yield from posts(io.TextIOWrapper(stream, encoding="utf-8", errors="replace"), where=shown)
    elif shown.lower().endswith(".jsonl") or (size > MOST_BYTES and looks_like_json_lines(head)):
        if not head.strip():
            yield Unread(where=shown, why="the file is empty", then="give a file with records in it")
        elif head.startswith((b"\xff\xfe", b"\xfe\xff")):
            yield Unread(where=shown, why="JSON Lines must be UTF-8, and this is UTF-16", then="convert it to UTF-8")
        else:
            yield from given(_lines(stream), where=shown, named=False)
    elif size > MOST_BYTES:
        yield Unread(
            where=shown,
            why=f"the file has {size / 1e6:.0f} MB, and one may have {MOST_BYTES // 1_000_000}",
            then="split it, or give it as JSON Lines",
        )
    else:
        yield from documents_of(stream.read(MOST_BYTES + 1), name=shown)


def _lines(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines; of one that is longer than a record may be, as much as shows that, and then the next."""
    while line := stream.readline(MOST_LINE + 1):
        yield line
        while len(line) > MOST_LINE and not line.endswith(b"\n"):
            line = stream.readline(MOST_LINE + 1)
            if not line:
                return


class _Bounded(io.RawIOBase):
    """A stream that ends with an error where it unpacks to more than a text would."""

    def __init__(self, stream: gzip.GzipFile, packed: int) -> None:
        self._stream, self._packed, self._read, self.most = stream, max(packed, 1), 0, _MOST_UNPACKED

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = self._stream.read1(min(len(view), 1 << 16))  # what there is: of a file that breaks off, all that is before
        self._read += len(data)
        if self._read > self.most or (self._read > _FREE and self._read > _RATIO * self._packed):
            raise _BombError(f"it unpacks to more than {self._read // 1_000_000} MB from {self._packed / 1e6:.1f}")
        view[: len(data)] = data
        return len(data)


class _BombError(Exception):
    """An archive that unpacks to more than it should."""


def _gzipped(stream: IO[bytes], size: int, shown: str) -> Iterator[Document | Unread]:
    name = shown[:-3] if shown.lower().endswith(".gz") else shown
    then = "unpack it yourself, if you trust it"
    try:
        limit = _Bounded(gzip.GzipFile(fileobj=stream), size)
        with io.BufferedReader(limit, 1 << 16) as bounded:
            if looks_like_warc(bounded.peek(_HEAD)[:_HEAD]):
                limit.most = _MOST_CRAWLED
                yield from captured(bounded, where=shown)
                return
            if looks_like_export(bounded.peek(_HEAD)[:_HEAD].decode("utf-8", "replace")):
                yield from posts(io.TextIOWrapper(bounded, encoding="utf-8", errors="replace"), where=shown)
                return
            if bounded.peek(1)[:1] == b"{" and not name.lower().endswith(".json"):
                yield from given(_lines(bounded), where=shown, named=False)
                return
            data = bounded.read(MOST_BYTES + 1)
    except _BombError as why:
        yield Unread(where=shown, why=str(why), then=then)
        return
    except (OSError, EOFError, zlib.error) as why:
        yield Unread(where=shown, why=f"it cannot be unpacked: {why}", then=then)
        return
    if len(data) > MOST_BYTES:
        yield Unread(
            where=shown, why=f"it unpacks to more than {MOST_BYTES // 1_000_000} MB", then="unpack and split it, or give it as JSON Lines"
        )
        return
    for found in documents_of(data, name=name):
        yield replace(found, where=shown) if isinstance(found, Unread) else found


def _zipped(stream: IO[bytes], shown: str) -> Iterator[Document | Unread]:
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as why:
        yield Unread(where=shown, why=f"it is no whole ZIP archive: {why}", then="pack it again")
        return
    members = sorted((m for m in archive.infolist() if not m.is_dir()), key=lambda m: m.filename)
    total = sum(m.file_size for m in members)
    if len(members) > _MOST_MEMBERS or total > _MOST_UNPACKED:
        yield Unread(
            where=shown,
            why=f"the archive holds {len(members)} files of {total / 1e6:.0f} MB, more than is safe to unpack",
            then="unpack it yourself, if you trust it",
        )
        return
    if not members:
        yield Unread(where=shown, why="the archive is empty", then="pack it again")
    for member in members:
        name = member.filename.rsplit("/", 1)[-1]
        if not name.startswith(".") and not member.filename.startswith("__MACOSX/"):
            yield from _member(archive, member, f"{shown}/{member.filename}")


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, shown: str) -> Iterator[Document | Unread]:
    if member.flag_bits & 1:
        yield Unread(where=shown, why="it is encrypted", then="unpack it yourself")
        return
    if (member.file_size > _FREE and member.file_size > _RATIO * max(member.compress_size, 1)) or member.file_size > MOST_BYTES:
        yield Unread(
            where=shown, why=f"it unpacks to {member.file_size / 1e6:.0f} MB, more than is safe", then="unpack it yourself, if you trust it"
        )
        return
    try:
        with archive.open(member) as packed:
            data = packed.read(MOST_BYTES + 1)  # a header may lie about the size
    except (zipfile.BadZipFile, OSError, EOFError, zlib.error, NotImplementedError, RuntimeError) as why:
        yield Unread(where=shown, why=f"it cannot be unpacked: {why}", then="pack it again")
        return
    yield from documents_of(data, name=shown)
