"""The address: a page or feed on the web, fetched when it is named outright."""

import io
import ipaddress
import socket
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from http.client import HTTPConnection, HTTPException, HTTPMessage, HTTPResponse, HTTPSConnection
from typing import IO, Any, Protocol
from urllib.parse import urlsplit

from sayso.record.document import Document, Unread, document
from sayso.sources.feeds import looks_like_feed, without_future
from sayso.sources.forms import MOST_BYTES, documents_of
from sayso.version import __version__

_SECONDS, _MOST_SECONDS = 30, 120  # between two bytes, and for a whole fetch: its redirects, its headers, its content
_AGENT = f"sayso/{__version__} (reads what its user names)"
_ACCEPT = "text/html,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/plain;q=0.9,*/*;q=0.1"
_MOST_FOLLOWED, _MOST_FOLLOWING = 100, 600  # linked pages of one feed in one go, and seconds for them


class Memory(Protocol):
    """What earlier runs remember of addresses."""

    def validators(self, url: str) -> tuple[str | None, str | None]:
        """(ETag, Last-Modified) with which the address answered last, each None where it had none."""
        ...

    def answered(self, url: str, etag: str | None, modified: str | None, *, changed: bool, whole: bool) -> None:
        """Takes note of an answer; not `whole`: something in it could not be had, so that it is to be fetched again."""
        ...

    def knows(self, post: str) -> bool:
        """Is the whole text of this post here?"""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How addresses are fetched: `follow` reads the pages that a feed only sums up; `now` is the hour, after which nothing was published;
    `memory` makes requests conditional.
    """

    follow: bool = False
    now: datetime | None = None
    memory: Memory | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    data: bytes
    kind: str
    etag: str | None = None
    modified: str | None = None
    changed: bool = True


def is_address(path: str) -> bool:
    """Is this an address on the web and not a path?

    >>> is_address("https://desk.example/report"), is_address("reports/https.txt")
    (True, False)
    """
    return path.lower().startswith(("http://", "https://"))


def fetched(url: str, manner: Manner = Manner()) -> Iterator[Document | Unread]:
    """The documents of a page or feed; a refusal where it cannot be had, is too large, or says that it is no page.

    Only http and https are followed, also in redirects; at most 20 MB are read, 30 seconds waited for a byte and 120 for all. With a
    memory, nothing comes of an address that has not changed. A page that a feed leads to is never fetched from within the network of this
    machine, unless the feed is.
    """
    memory = manner.memory
    answer = _answered(url, memory.validators(url) if memory else (None, None))
    if isinstance(answer, Unread):
        yield answer
        return
    whole, followed, until = True, 0, time.monotonic() + _MOST_FOLLOWING
    for found in _documents(url, answer) if answer.changed else ():
        if isinstance(found, Document) and found.excerpt and manner.follow and found.url:
            if memory is not None and found.post is not None and memory.knows(found.post):
                continue
            followed += 1
            page = _page_of(found, url) if followed <= _MOST_FOLLOWED and time.monotonic() < until else _too_many(found)
            if isinstance(page, Unread):
                whole = False
                yield page
            found = found if isinstance(page, Unread) else page
        yield found if isinstance(found, Unread) else without_future(found, manner.now) if manner.now else found
    if memory is not None:
        memory.answered(url, answer.etag, answer.modified, changed=answer.changed, whole=whole)


def _documents(url: str, answer: _Answer) -> Iterator[Document | Unread]:
    feed = looks_like_feed(answer.data)
    plain = feed or answer.kind != "text/html" or url.lower().endswith((".html", ".htm"))
    for found in documents_of(answer.data, name=url if plain else f"{url}#page.html", address=url):
        if isinstance(found, Unread):
            yield replace(found, where=found.where.removesuffix("#page.html"))
        else:
            yield found if feed else replace(found, name=url, url=found.url or url)


def _page_of(entry: Document, feed: str) -> Document | Unread:
    """The page that an entry sums up, as that entry's document; a refusal where it cannot be had or has fewer words than the summary."""
    url = entry.url or ""
    answer = _answered(url, (None, None), _outside(feed))
    if isinstance(answer, Unread):
        return answer
    pages = [found for found in _documents(url, answer) if isinstance(found, Document)] if not looks_like_feed(answer.data) else []
    if len(pages) != 1 or len(pages[0].text) < len(entry.text) // 2:
        return Unread(where=url, why="no report was found on the page", then="the feed's summary is taken")
    (page,) = pages
    identity = document(page.text, outlet=entry.outlet).id
    mine = replace(page, published=entry.published or page.published, url=url, post=entry.post, edited=entry.edited or page.edited)
    return replace(mine, outlet=entry.outlet, id=identity)


def _too_many(entry: Document) -> Unread:
    why = f"more than {_MOST_FOLLOWED} pages, or pages for more than {_MOST_FOLLOWING} seconds, are not followed at once"
    return Unread(where=entry.url or "", why=why, then="run it again")


def _answered(url: str, validators: tuple[str | None, str | None], allowed: Callable[[str], bool] | None = None) -> _Answer | Unread:
    etag, modified = validators
    headers = {"User-Agent": _AGENT, "Accept": _ACCEPT, "Accept-Encoding": "identity"}
    headers |= {"If-None-Match": etag} if etag else {}
    headers |= {"If-Modified-Since": modified} if modified else {}
    try:
        if allowed is not None and not allowed(url):
            raise urllib.error.URLError("it leads into the network of this machine")
        request = urllib.request.Request(url, headers=headers)
        with _opener(allowed).open(request, timeout=_SECONDS) as answer:
            data = _content(answer)
            told: HTTPMessage = answer.headers
    except urllib.error.HTTPError as why:
        if why.code == 304 and (etag or modified):
            return _Answer(data=b"", kind="", etag=etag, modified=modified, changed=False)
        then = "open it in a browser, save the page and give the file"
        return Unread(where=url, why=f"the server answered {why.code} {why.reason}", then=then)
    except (urllib.error.URLError, HTTPException, TimeoutError, OSError, ValueError) as why:
        reason = getattr(why, "reason", None) or why
        return Unread(where=url, why=f"it cannot be fetched ({reason})", then="check the address and the network, or give a saved page")
    if told.get("Content-Encoding", "").lower() in ("gzip", "x-gzip", "deflate"):  # some send it unasked
        data = _unpacked(data)
    if len(data) > MOST_BYTES:
        why_large = f"the page has more than {MOST_BYTES // 1_000_000} MB"
        return Unread(where=url, why=why_large, then="save the part that is meant and give the file")
    return _Answer(data=data, kind=told.get_content_type(), etag=_header(told, "ETag"), modified=_header(told, "Last-Modified"))


def _content(answer: IO[bytes]) -> bytes:
    """What is read, at most one byte more than may be."""
    parts: list[bytes] = []
    size = 0
    while size <= MOST_BYTES and (part := answer.read1(min(1 << 16, MOST_BYTES + 1 - size))):  # type: ignore[attr-defined]
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _header(told: HTTPMessage, name: str) -> str | None:
    value = told.get(name)
    return value if value and len(value) <= 500 and value.isprintable() and value.isascii() else None


def _unpacked(data: bytes) -> bytes:
    unpacker = zlib.decompressobj(47)
    try:
        return unpacker.decompress(data, MOST_BYTES + 1)
    except zlib.error:
        return data


def _opener(allowed: Callable[[str], bool] | None) -> urllib.request.OpenerDirector:
    opener = urllib.request.OpenerDirector()
    until = time.monotonic() + _MOST_SECONDS
    for handler in (
        _Http(until),
        _Https(until),
        urllib.request.HTTPDefaultErrorHandler(),
        _Redirects(allowed),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.ProxyHandler(),
    ):
        opener.add_handler(handler)
    return opener


class _Http(urllib.request.HTTPHandler):
    """Requests that are all answered by one moment, or not at all."""

    def __init__(self, until: float) -> None:
        super().__init__()
        self._until = until

    def http_open(self, req: urllib.request.Request) -> HTTPResponse:
        return self.do_open(partial(_connection, HTTPConnection, self._until), req)


class _Https(urllib.request.HTTPSHandler):
    """The same over TLS."""

    def __init__(self, until: float) -> None:
        super().__init__()
        self._until = until

    def https_open(self, req: urllib.request.Request) -> HTTPResponse:
        return self.do_open(partial(_connection, HTTPSConnection, self._until), req)


def _connection(kind: type[HTTPConnection], until: float, host: str, *, timeout: float, **more: Any) -> HTTPConnection:  # noqa: ANN401
    """A connection whose answers end in TimeoutError once the moment is past, however slowly they come."""
    connection = kind(host, timeout=min(timeout, _left(until)), **more)
    connection.response_class = partial(_Response, until=until)  # type: ignore[assignment]
    return connection


class _Response(HTTPResponse):
    """An answer that is read, from its first header on, until a moment."""

    def __init__(self, sock: socket.socket, *given: Any, until: float, **more: Any) -> None:  # noqa: ANN401 - as http.client makes it
        super().__init__(sock, *given, **more)
        self.fp = io.BufferedReader(_Until(self.fp.detach(), sock, until))


class _Until(io.RawIOBase):
    """The bytes of a socket, none of them after a moment: a server that gives one byte at a time is not waited for for ever."""

    def __init__(self, raw: io.RawIOBase, sock: socket.socket, until: float) -> None:
        self._raw, self._sock, self._until = raw, sock, until

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:  # noqa: ANN401 - any buffer
        self._sock.settimeout(min(_SECONDS, _left(self._until)))
        try:
            return self._raw.readinto(buffer)
        except TimeoutError:
            _left(self._until)
            raise

    def close(self) -> None:
        self._raw.close()
        super().close()


def _left(until: float) -> float:
    """The seconds that are left; TimeoutError where none are."""
    if (left := until - time.monotonic()) <= 0:
        raise TimeoutError(f"it took more than {_MOST_SECONDS} seconds")
    return left


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Redirects, none of them to where the first request might not go."""

    def __init__(self, allowed: Callable[[str], bool] | None) -> None:
        self._allowed = allowed

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        fp.close()  # what stands beside a redirect would be read to its end, and may have none
        if self._allowed is not None and not self._allowed(newurl):
            raise urllib.error.URLError("it leads into the network of this machine")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _outside(feed: str) -> Callable[[str], bool]:
    """May a link of this feed be followed: to the feed's own host, or to a public address?"""
    home = urlsplit(feed).hostname

    def allowed(url: str) -> bool:
        host = urlsplit(url).hostname
        if host is None or host == home:
            return host is not None
        try:
            return all(ipaddress.ip_address(str(found[4][0])).is_global for found in socket.getaddrinfo(host, None))
        except (OSError, ValueError, UnicodeError):
            return True  # the fetch itself says that nobody is there; behind a proxy names are its business

    return allowed
