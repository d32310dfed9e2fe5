"""Archives: what is in a crawl or a ZIP comes out, and nothing unpacks without bounds."""

import gzip
import io
import struct
import time
import zipfile
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sayso.record.document import Document, Unread
from sayso.sources import files
from sayso.sources.take_in import documents

WORDS = "<p>The prefect of Orlen said on Tuesday that two people had died when the bridge burned, and named nobody.</p>" * 2
PAGE = f"<html lang=en><head><title>Bridge</title></head><body><article><h1>Bridge burns</h1>{WORDS}</article></body></html>"
FEED = "<rss version='2.0'><channel><title>Desk</title><item><title>One</title><link>/1</link></item></channel></rss>"


def crawl(*answers: tuple[str, str, bytes], gzipped: bool = True, status: str = "200 OK", encoding: str | None = None) -> bytes:
    """A web archive of (address, content type, body)."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzipped)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    for address, kind, body in answers:
        told = [("Content-Type", kind), *([("Content-Encoding", encoding)] if encoding else [])]
        headers = StatusAndHeaders(status, told, protocol="HTTP/1.1")
        date = {"WARC-Date": "2024-03-12T12:00:00Z"}
        writer.write_record(writer.create_warc_record(address, "response", io.BytesIO(body), http_headers=headers, warc_headers_dict=date))
    return out.getvalue()


def taken(folder: Path, name: str, data: bytes) -> list[Document | Unread]:
    (folder / name).write_bytes(data)
    return list(documents([str(folder / name)]))


@pytest.mark.parametrize("gzipped", [True, False])
def test_pages_texts_and_feeds_of_a_crawl_are_read(tmp_path: Path, gzipped: bool) -> None:
    data = crawl(
        ("https://a.example/1", "text/html; charset=utf-8", PAGE.encode()),
        ("https://a.example/s.js", "text/javascript", b"alert(1)"),
        ("https://a.example/p.png", "image/png", b"\x89PNG"),
        ("https://a.example/t.txt", "text/plain", b"Two dead in the port of Orlen."),
        ("https://a.example/robots.txt", "text/plain", b"User-agent: *"),
        ("https://a.example/feed", "text/html", FEED.encode()),
        gzipped=gzipped,
    )
    found = taken(tmp_path, "a.warc.gz" if gzipped else "a.warc", data)
    assert [(f.url, f.name) for f in found if isinstance(f, Document)] == [
        (url, url) for url in ("https://a.example/1", "https://a.example/t.txt", "https://a.example/1")
    ]
    assert "two people had died" in found[0].text


def test_a_date_after_the_capture_is_none(tmp_path: Path) -> None:
    late = PAGE.replace("<title>", "<meta property='article:published_time' content='2031-05-04T10:00:00Z'><title>")
    (found,) = taken(tmp_path, "a.warc.gz", crawl(("https://a.example/1", "text/html", late.encode())))
    assert found.published is None


@pytest.mark.parametrize(("status", "encoding"), [("404 Not Found", None), ("301 Moved", None)])
def test_what_was_no_page_is_passed_over(tmp_path: Path, status: str, encoding: str | None) -> None:
    (found,) = taken(tmp_path, "a.warc.gz", crawl(("https://a.example/1", "text/html", PAGE.encode()), status=status))
    assert isinstance(found, Unread)
    assert "hold no page" in found.why


def test_a_crawl_that_breaks_off_gives_the_pages_before(tmp_path: Path) -> None:
    data = crawl(*((f"https://a.example/{n}", "text/html", PAGE.encode()) for n in range(20)))
    found = taken(tmp_path, "a.warc.gz", data[: len(data) // 2])
    assert len([f for f in found if isinstance(f, Document)]) >= 5
    assert isinstance(found[-1], Unread)


def test_a_crawl_with_noise_in_it_gives_the_pages_before(tmp_path: Path) -> None:
    data = crawl(*((f"https://a.example/{n}", "text/html", PAGE.encode()) for n in range(4)), gzipped=False)
    found = taken(tmp_path, "a.warc", data + b"noise\r\n\r\n" * 50)
    assert len([f for f in found if isinstance(f, Document)]) == 4
    assert all(f.why and f.then for f in found if isinstance(f, Unread))


def test_a_page_that_unpacks_without_end_is_refused_and_the_next_read(tmp_path: Path) -> None:
    bomb = crawl(("https://a.example/1", "text/html", gzip.compress(b" " * 60_000_000)), encoding="gzip", gzipped=False)
    found = taken(tmp_path, "a.warc", bomb + crawl(("https://a.example/2", "text/html", PAGE.encode()), gzipped=False))
    assert "more than 20 MB" in found[0].why
    assert isinstance(found[1], Document)


LONG = b"a " * 25_000_000


@pytest.mark.parametrize("at", ["record", "status", "answer", "lines"])
@pytest.mark.parametrize("last", [False, True])
def test_a_header_without_end_is_refused_and_the_next_record_read(tmp_path: Path, at: str, last: bool) -> None:
    good, bad = (crawl((f"https://a.example/{n}", "text/html", PAGE.encode()), gzipped=False) for n in (1, 2))
    begin, rest = bad.rsplit(b"WARC/1.0\r\n", 1)
    if at == "record":
        bad = begin + b"WARC/1.0\r\nX-Long: " + LONG + b"\r\n" + rest
    elif at == "status":
        bad = begin + b"WARC/1.0 " + LONG + b"\r\n" + rest
    else:
        within = b"X-Long: " + LONG if at == "answer" else b"X-Long: a\r\n" * 200_000
        length = int(rest.split(b"Content-Length: ")[1].split(b"\r\n")[0])
        rest = rest.replace(b"Content-Length: %d" % length, b"Content-Length: %d" % (length + len(within) + 2))
        bad = begin + b"WARC/1.0\r\n" + rest.replace(b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\n" + within + b"\r\n")
    began = time.process_time()
    found = taken(tmp_path, "a.warc", good + bad if last else bad + good)
    assert time.process_time() - began < 5
    assert [f.url for f in found if isinstance(f, Document)] == ["https://a.example/1"]
    (refused,) = (f for f in found if isinstance(f, Unread))
    assert refused.why.startswith("its headers have a line of more than 64 kB")


def test_a_crawl_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    bomb = crawl(("https://a.example/1", "text/html", b" " * 60_000_000))
    started = time.process_time()
    found = taken(tmp_path, "a.warc.gz", bomb)
    assert isinstance(found[-1], Unread)
    assert "unpacks to more" in found[-1].why
    assert time.process_time() - started < 5


def test_content_that_is_not_what_it_says_is_told_or_read(tmp_path: Path) -> None:
    found = taken(tmp_path, "a.warc.gz", crawl(("https://a.example/1", "text/html", PAGE.encode()), encoding="gzip"))
    assert len(found) == 1


@pytest.mark.parametrize(
    "data", [b"WARC/1.0\r\n", b"WARC/1.0\r\nContent-Length: -5\r\n\r\n", b"WARC/1.0" + b"\x00" * 500, b"WARC/1.9 nonsense"]
)
def test_what_only_begins_like_a_crawl_is_refused(tmp_path: Path, data: bytes) -> None:
    (found,) = taken(tmp_path, "a.warc", data)
    assert isinstance(found, Unread)


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def test_what_lies_in_an_archive_in_an_archive_is_told(tmp_path: Path) -> None:
    inner = zipped(("one.txt", b"Two dead."))
    first, second = taken(tmp_path, "a.zip", zipped(("inner.zip", inner), ("two.txt", b"Three dead.")))
    assert isinstance(first, Unread)
    assert "archive" in first.why
    assert isinstance(second, Document)


def test_an_encrypted_member_is_refused_and_the_rest_read(tmp_path: Path) -> None:
    data = bytearray(zipped(("a.txt", b"Two dead."), ("b.txt", b"Three dead.")))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.index(mark) + at
        data[start : start + 2] = struct.pack("<H", 1)
    first, second = taken(tmp_path, "a.zip", bytes(data))
    assert (first.why, second.text) == ("it is encrypted", "Three dead.")


def test_a_member_that_is_damaged_is_refused_and_the_rest_read(tmp_path: Path) -> None:
    data = bytearray(zipped(("a.txt", b"Two dead in the port. " * 50), ("b.txt", b"Three dead.")))
    data[40:44] = b"\xff\xff\xff\xff"
    first, second = taken(tmp_path, "a.zip", bytes(data))
    assert "unpacked" in first.why
    assert isinstance(second, Document)


def test_paths_out_of_an_archive_lead_nowhere(tmp_path: Path) -> None:
    found = taken(tmp_path, "a.zip", zipped(("../../../out.txt", b"Two dead."), ("/etc/out.txt", b"Three dead.")))
    assert [f.text for f in found if isinstance(f, Document)] == ["Two dead.", "Three dead."]
    assert not (tmp_path.parent.parent.parent / "out.txt").exists()


def test_many_members_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_MOST_MEMBERS", 5)
    (found,) = taken(tmp_path, "a.zip", zipped(*((f"{n}.txt", b"x") for n in range(9))))
    assert "more than is safe" in found.why


def test_a_crawl_in_an_archive_is_told(tmp_path: Path) -> None:
    (found,) = taken(tmp_path, "a.zip", zipped(("a.warc.gz", crawl(("https://a.example/1", "text/html", PAGE.encode())))))
    assert isinstance(found, Unread)
