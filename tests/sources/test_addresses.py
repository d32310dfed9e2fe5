"""Addresses: a page is fetched when named, and whatever a server does is a document or a sentence."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.record.document import Document, Unread
from sayso.sources.addresses import fetched

WORDS = "The mayor of Verkhne said on Tuesday that two people had been wounded when a drone hit the town hall of the small town. " * 3
HEAD = "<meta property='article:published_time' content='2031-05-04T10:00:00Z'><title>News</title>"
PAGE = f"<html lang=en><head>{HEAD}</head><body><article><p>{WORDS}</p></article></body></html>"


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
        elif self.path == "/broken":
            self.wfile.write(b"nonsense\r\n\r\n")
        else:
            self._answer(404, "text/plain", b"no")

    def _answer(self, code: int, kind: str, body: bytes) -> None:
        self.send_response(code)
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
