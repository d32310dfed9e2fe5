"""The web archive: the pages and feeds of a crawl (WARC), as documents."""

import io
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
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


def looks_like_warc(head: bytes) -> bool:
    """Does a file, unpacked, begin like a web archive?"""
    return head.startswith((b"WARC/1.", b"WARC/0."))


class _Pieces:
    """A stream that gives what there is, so that what breaks off loses nothing that stands before."""

    def __init__(self, stream: "io.BufferedReader[Any]") -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        return self._stream.read1(size)


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
    records = iter(ArchiveIterator(_Pieces(stream)))
    number = seen = 0
    while True:
        try:
            with redirect_stderr(io.StringIO()):  # warcio tells the screen of a record that it passes over
                record = next(records, None)
            if record is None:
                break
            number += 1
            found = _record(record, where, number)
        except faults as why:
            told = str(why).strip().splitlines() or [type(why).__name__]
            yield Unread(where=where, why=f"the archive cannot be read after {number} records: {told[0][:100]}", then="crawl it again")
            return
        for document in found:
            seen += 1
            yield document
    if not seen:
        yield Unread(where=where, why=f"the archive's {number} records hold no page", then="give an archive with pages in it")


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
