"""The web archive: the pages and feeds of a crawl (WARC), as documents."""

import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr
from dataclasses import replace
from datetime import datetime
from typing import Any

from sayso.record.document import Document, Unread
from sayso.sources.feeds import looks_like_feed, without_future
from sayso.sources.forms import MOST_BYTES, documents_of
from sayso.sources.published import published_at

_TEXTS = frozenset(
    {"text/html", "application/xhtml+xml", "text/plain", "application/rss+xml", "application/atom+xml", "application/feed+json", "text/xml",
     "application/xml"}
)  # fmt: skip
_KINDS = frozenset({"response", "resource", "conversion"})
_FAULTS = (OSError, EOFError, zlib.error, ValueError, KeyError, IndexError, AttributeError, UnicodeError)  # what a faulty record raises

_MOST_LINE, _MOST_HEADER = 1 << 16, 1 << 20  # bytes of a line of a record's headers, and of all of them
_PIECE = 1 << 13


def looks_like_warc(head: bytes) -> bool:
    """Does a file, unpacked, begin like a web archive?"""
    return head.startswith((b"WARC/1.", b"WARC/0."))


class _Pieces:
    """A stream that gives what there is, so that what breaks off loses nothing that stands before."""

    def __init__(self, stream: "io.BufferedReader[Any]") -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        return self._stream.read1(size)


class _Headers:
    """The lines of a record's headers, read within bounds; `long` where they were not, so that the record is to be refused.

    Of a line too long the rest is passed over. One that the caller bounds himself, as within an HTTP answer, is blank instead: he counts
    its bytes, and a blank line ends his headers.
    """

    def __init__(self, readline: Callable[[int | None], bytes]) -> None:
        self._readline = readline
        self._left: int | None = None
        self.long = False

    @contextmanager
    def bounded(self) -> Iterator[None]:
        """While the headers of one record are read; what is read later of its content is bounded elsewhere."""
        self.long, self._left = False, _MOST_HEADER
        try:
            yield
        finally:
            self._left = None

    def line(self, length: int | None = None) -> bytes:
        """The next line, of at most `length` bytes."""
        if self._left is None:
            return self._readline(length)
        within = min(_MOST_LINE, max(1, self._left))
        most = within if length is None else min(length, within)
        line = self._up_to(most)
        if line.strip():
            self._left -= len(line)
        if len(line) < most or line.endswith(b"\n") or length == most:
            return line
        self.long = True
        if length is not None:
            return b" " * len(line)
        while (more := self._readline(_PIECE)) and not more.endswith(b"\n"):
            pass
        return line + b"\n"

    def _up_to(self, most: int) -> bytes:
        line = b""
        while len(line) < most and not line.endswith(b"\n") and (more := self._readline(min(most - len(line), _PIECE))):
            line += more
        return line


def captured(stream: "io.BufferedReader[Any]", *, where: str) -> Iterator[Document | Unread]:
    """The documents of an archive's pages, texts and feeds in its order, each with the address that it was captured from.

    Answers other than 200, scripts, pictures and what is no text are passed over. Nobody publishes after he was captured: such a date is
    none. After a record that cannot be told from the next nothing more can be read.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.bufferedreaders import ChunkedDataException
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    faults = (*_FAULTS, ArchiveLoadFailed, ChunkedDataException, StatusAndHeadersParserException)
    archive = ArchiveIterator(_Pieces(stream))
    headers = _Headers(archive.reader.readline)
    archive.reader.readline = headers.line
    records = iter(archive)
    number = seen = 0
    while True:
        try:
            with redirect_stderr(io.StringIO()), headers.bounded():  # warcio tells the screen of a record that it passes over
                record = next(records, None)
            if record is None:
                break
            number += 1
            found = [_too_long(where, number)] if headers.long else _record(record, where, number)
        except faults as why:
            told = str(why).strip().splitlines() or [type(why).__name__]
            yield Unread(where=where, why=f"the archive cannot be read after {number} records: {told[0][:100]}", then="crawl it again")
            return
        for document in found:
            seen += 1
            yield document
    if not seen:
        yield Unread(where=where, why=f"the archive's {number} records hold no page", then="give an archive with pages in it")


def _too_long(where: str, number: int) -> Unread:
    why = f"its headers have a line of more than {_MOST_LINE >> 10} kB, or more than {_MOST_HEADER >> 20} MB in all"
    return Unread(where=f"record {number} of {where}", why=why, then="crawl the page again")


def _record(record: Any, where: str, number: int) -> list[Document | Unread]:  # noqa: ANN401 - warcio has no types
    """The documents of one record, most often none or one."""
    address = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    if record.rec_type not in _KINDS or not address.startswith(("http://", "https://")) or address.endswith("/robots.txt"):
        return []
    answer = record.http_headers
    if record.rec_type == "response" and (answer is None or answer.get_statuscode() != "200"):
        return []
    kind = (answer.get_header("Content-Type") if answer is not None else record.content_type) or ""
    kind = kind.split(";")[0].strip().lower()
    if kind not in _TEXTS:
        return []
    place = f"record {number} of {where} ({address[:200]})"
    try:
        data = record.content_stream().read(MOST_BYTES + 1)
    except _FAULTS as why:
        return [Unread(where=place, why=f"its content cannot be unpacked: {str(why)[:100]}", then="crawl the page again")]
    if len(data) > MOST_BYTES:
        return [
            Unread(where=place, why=f"it has more than {MOST_BYTES // 1_000_000} MB", then="save the part that is meant and give the file")
        ]
    return [_placed(found, address, place, record, feed=looks_like_feed(data)) for found in _documents(data, address, kind)]


def _documents(data: bytes, address: str, kind: str) -> Iterator[Document | Unread]:
    page = kind in ("text/html", "application/xhtml+xml") and not looks_like_feed(data)
    return documents_of(data, name=f"{address}#page.html" if page else address, address=address)


def _placed(found: Document | Unread, address: str, place: str, record: Any, *, feed: bool) -> Document | Unread:  # noqa: ANN401
    if isinstance(found, Unread):
        return replace(found, where=place)
    at = published_at(record.rec_headers.get_header("WARC-Date"))
    mine = found if feed else replace(found, name=address, url=found.url or address)
    return without_future(mine, at) if isinstance(at, datetime) else mine
