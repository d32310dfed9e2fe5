"""Addresses: a page is fetched when named, and whatever a server does is a document or a sentence."""

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.record.document import Document, Unread
from sayso.sources import addresses
from sayso.sources.addresses import Manner, fetched

WORDS = "The mayor of Verkhne said on Tuesday that two people had been wounded when a drone hit the town hall of the small town. " * 3
HEAD = "<meta property='article:published_time' content='2031-05-04T10:00:00Z'><title>News</title>"
PAGE = f"<html lang=en><head>{HEAD}</head><body><article><p>{WORDS}</p></article></body></html>"
ENTRY = (
    "<item><title>Town hall hit</title><link>/page</link><guid isPermaLink='false'>7</guid><description>Two wounded...</description></item>"
)
FEED = f"<rss version='2.0'><channel><title>Desk</title>{ENTRY}</channel></rss>"


class Remembering:
    """A memory of addresses, as a ledger has one."""

    def __init__(self, *posts: str) -> None:
        self.known: dict[str, tuple[str | None, str | None]] = {}
        self.posts, self.unchanged = posts, 0

    def validators(self, url: str) -> tuple[str | None, str | None]:
        return self.known.get(url, (None, None))

    def answered(self, url: str, etag: str | None, modified: str | None, *, changed: bool, whole: bool) -> None:
        self.known[url] = (etag, modified) if whole else (None, None)
        self.unchanged += not changed

    def knows(self, post: str) -> bool:
        return post in self.posts


class Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/page":
            self._answer(200, "text/html; charset=utf-8", PAGE.encode())
        elif self.path == "/text":
            self._answer(200, "text/plain; charset=utf-8", WORDS.encode())
        elif self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
        elif self.path == "/picture":
            self._answer(200, "image/png", b"\x89PNG\r\n\x1a\n" + b"0" * 100)
        elif self.path == "/empty":
            self._answer(200, "text/html", b"")
        elif self.path == "/feed":
            self._feed(FEED)
        elif self.path == "/deep/feed":
            self._feed(FEED.replace("/page", "http://localhost:1/page"))
        elif self.path == "/packed":
            self._answer(200, "text/plain; charset=utf-8", gzip.compress(WORDS.encode()), encoding="gzip")
        elif self.path == "/bomb":
            self._answer(200, "text/plain", gzip.compress(b" " * 50_000_000), encoding="gzip")
        elif self.path in ("/drip", "/drip/body"):
            if self.path == "/drip/body":
                self.send_response(200)
                self.end_headers()
            self._drip()
        elif self.path == "/again":
            self.send_response(302)
            self.send_header("Location", "/again")
            self.end_headers()
            self._drip()
        elif self.path == "/broken":
            self.wfile.write(b"nonsense\r\n\r\n")
        else:
            self._answer(404, "text/plain", b"no")

    def _drip(self) -> None:
        """A byte now and then, without end as far as the reader can tell."""
        try:
            for letter in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 300:
                self.wfile.write(bytes([letter]))
                time.sleep(0.05)
        except OSError:
            pass  # the reader has gone

    def _feed(self, feed: str) -> None:
        if self.headers.get("If-None-Match") == '"v1"':
            self.send_response(304)
            self.end_headers()
        else:
            self._answer(200, "text/html", feed.encode(), etag='"v1"')

    def _answer(self, code: int, kind: str, body: bytes, encoding: str | None = None, etag: str | None = None) -> None:
        self.send_response(code)
        if encoding:
            self.send_header("Content-Encoding", encoding)
        if etag:
            self.send_header("ETag", etag)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    made.server_close()


def test_a_page_is_read_with_its_date_and_address(server: str) -> None:
    (found,) = fetched(f"{server}/page")
    assert isinstance(found, Document)
    assert "two people had been wounded" in found.text
    assert found.url == f"{server}/page"
    assert str(found.published).startswith("2031-05-04")


def test_plain_text_is_read(server: str) -> None:
    (found,) = fetched(f"{server}/text")
    assert isinstance(found, Document)


@pytest.mark.parametrize("path", ["/nowhere", "/away", "/picture", "/empty", "/broken"])
def test_what_is_no_page_is_a_sentence(server: str, path: str) -> None:
    (found,) = fetched(server + path)
    assert isinstance(found, Unread)
    assert found.why
    assert found.then


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://", "https://[", "http://127.0.0.1:99999/"])
def test_an_address_that_nobody_answers_is_a_sentence(url: str) -> None:
    (found,) = fetched(url)
    assert isinstance(found, Unread)


def test_a_feed_is_read_whatever_its_server_calls_it(server: str) -> None:
    (found,) = fetched(f"{server}/feed")
    assert isinstance(found, Document)
    assert (found.text, found.url, found.excerpt) == ("Town hall hit\n\nTwo wounded...", f"{server}/page", True)


def test_a_summary_is_followed_to_its_page_when_asked(server: str) -> None:
    (found,) = fetched(f"{server}/feed", Manner(follow=True))
    assert isinstance(found, Document)
    assert "two people had been wounded" in found.text
    assert (found.outlet, found.excerpt, found.post) == ("Desk", False, "127.0.0.1 7")


@pytest.mark.parametrize("path", ["/drip", "/drip/body"])
def test_a_server_that_drips_its_headers_or_its_page_is_given_up(server: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "_MOST_SECONDS", 1)
    began = time.monotonic()
    (found,) = fetched(server + path)
    assert isinstance(found, Unread)
    assert "it took more than 1 seconds" in found.why
    assert time.monotonic() - began < 8


def test_pages_are_followed_for_some_time_only(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "_MOST_FOLLOWING", 0)
    memory = Remembering()
    refused, found = fetched(f"{server}/feed", Manner(follow=True, memory=memory))
    assert isinstance(refused, Unread)
    assert "for more than 0 seconds" in refused.why
    assert isinstance(found, Document)
    assert found.excerpt
    assert memory.known == {f"{server}/feed": (None, None)}  # asked again, it gives the pages that are left


def test_a_redirect_without_end_is_given_up_and_its_body_is_not_read(server: str) -> None:
    began = time.monotonic()
    (found,) = fetched(f"{server}/again")
    assert isinstance(found, Unread)
    assert time.monotonic() - began < 8


def test_a_page_that_is_known_is_not_fetched_again(server: str) -> None:
    assert list(fetched(f"{server}/feed", Manner(follow=True, memory=Remembering("127.0.0.1 7")))) == []


def test_an_address_that_did_not_change_is_asked_and_not_read(server: str) -> None:
    memory = Remembering()
    assert len(list(fetched(f"{server}/feed", Manner(memory=memory)))) == 1
    assert list(fetched(f"{server}/feed", Manner(memory=memory))) == []
    assert memory.unchanged == 1


def test_a_feed_whose_page_cannot_be_had_gives_its_summary_and_is_asked_again(server: str) -> None:
    memory = Remembering()
    refused, found = fetched(f"{server}/deep/feed", Manner(follow=True, memory=memory))
    assert isinstance(refused, Unread)
    assert "network of this machine" in refused.why
    assert isinstance(found, Document)
    assert found.excerpt
    assert memory.known == {f"{server}/deep/feed": (None, None)}


def test_what_is_packed_unasked_is_unpacked_within_bounds(server: str) -> None:
    (found,) = fetched(f"{server}/packed")
    assert isinstance(found, Document)
    assert found.text == WORDS
    (bomb,) = fetched(f"{server}/bomb")
    assert isinstance(bomb, Unread)
