"""Watching: what is new is added, one bad source stops no other, and who does not answer is left alone for longer."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sayso.errors import ConfigError, MissingError
from sayso.ledger.store import SqlLedger
from sayso.run.config import Config
from sayso.run.watching import Round, due, sources_in, watch

REPO = Path(__file__).resolve().parents[2]
NOW = datetime(2031, 5, 4, 12, tzinfo=UTC)


class Outlet(BaseHTTPRequestHandler):
    """An outlet's server: a feed that grows, and one that is down."""

    entries: tuple[str, ...] = ()

    def do_GET(self) -> None:
        tag = f'"{len(self.entries)}"'
        if self.path != "/feed":
            self.send_error(503)
        elif self.headers.get("If-None-Match") == tag:
            self.send_response(304)
            self.end_headers()
        else:
            items = "".join(f"<item><guid>{n}</guid><description>{words}</description></item>" for n, words in enumerate(self.entries))
            body = f"<rss version='2.0'><channel><title>Its own name</title>{items}</channel></rss>".encode()
            self.send_response(200)
            self.send_header("ETag", tag)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    Outlet.entries = ("The mayor of Odesa said that two people were wounded.",)
    made = ThreadingHTTPServer(("127.0.0.1", 0), Outlet)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    made.server_close()


def listing(folder: Path, *rows: str) -> Path:
    path = folder / "sources.toml"
    path.write_text("".join(f"[[sources]]\n{row}\n" for row in rows), "utf-8")
    return path


def round_of(path: Path, config: Config, now: datetime = NOW) -> list[Round]:
    return list(watch(sources_in(path, config), config, every=30, clock=lambda: now))


def test_a_round_adds_what_is_new_under_the_listed_name(tmp_path: Path, server: str) -> None:
    config = Config(ledger=str(tmp_path / "a.ledger"))
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text("The mayor of Kharkiv said that all is calm.", "utf-8")
    path = listing(tmp_path, f'at = "{server}/feed"\noutlet = "Desk"\nlang = "en"', 'at = "reports"', f'at = "{server}/down"')
    feed, folder, down = round_of(path, config)
    assert (feed.new, feed.known, folder.new, down.failed) == (1, 0, 1, True)
    assert "503" in down.why
    again = round_of(path, config)
    assert [(r.new, r.known, r.unchanged) for r in again[:2]] == [(0, 0, True), (0, 1, False)]
    Outlet.entries = (*Outlet.entries, "The mayor of Odesa denied that the port was hit.")
    assert [(r.new, r.known) for r in round_of(path, config)[:1]] == [(1, 1)]
    store = SqlLedger(config.ledger)
    assert sorted(str(a.document.outlet) for a in store.annotations()) == ["Desk", "Desk", "None"]
    store.close()


def test_who_fails_waits_longer_each_time_and_is_forgiven(tmp_path: Path, server: str) -> None:
    config = Config(ledger=str(tmp_path / "a.ledger"))
    path = listing(tmp_path, f'at = "{server}/down"', f'at = "{server}/feed"\nevery = 10')
    waits = [round_of(path, config)[0].next - NOW for _ in range(8)]
    assert waits[:4] == [timedelta(hours=h) for h in (1, 2, 4, 8)]
    assert waits[-1] == timedelta(days=1)
    sources = sources_in(path, config)
    assert due(sources, config, NOW + timedelta(minutes=9)) == []
    assert due(sources, config, NOW + timedelta(minutes=11)) == [sources[1]]


def test_a_fault_of_ours_in_one_source_stops_no_other(tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> object:
        raise RuntimeError("a fault")

    config = Config(ledger=str(tmp_path / "a.ledger"))
    (tmp_path / "a.xml").write_text("<rss><channel><item><title>One</title></item></channel></rss>", "utf-8")
    (tmp_path / "b.txt").write_text("The mayor of Kharkiv said that all is calm.", "utf-8")
    monkeypatch.setattr("sayso.sources.forms.entries", broken)
    first, second = round_of(listing(tmp_path, 'at = "a.xml"', 'at = "b.txt"'), config)
    assert first.failed
    assert "a fault" in first.why
    assert second.new == 1


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("", "lists no"),
        ("sources = 5", "lists no"),
        ("[[sources]]\nat = 5", "at is 5"),
        ("[[sources]]\noutlet = 'x'", "at is missing"),
        ("[[sources]]\nat = '-'", "cannot be watched"),
        ("[[sources]]\nat = 'a'\nlang = 'de'", "lang is 'de'"),
        ("[[sources]]\nat = 'a'\nevery = 0", "every is 0"),
        ("[[sources]]\nat = 'a'\nfollow = 'yes'", "follow is 'yes'"),
        ("[[sources]]\nat = 'a'\nurl = 'x'", "url: no such setting"),
        ("[[sources]]\nat = 'a'\n[[sources]]\nat = 'a'", "a stands twice"),
        ("[[sources]\nat", "cannot be read"),
    ],
)
def test_faults_of_a_list_are_told(tmp_path: Path, words: str, fault: str) -> None:
    (tmp_path / "sources.toml").write_text(words, "utf-8")
    with pytest.raises(ConfigError, match=r"sources|lists") as caught:
        sources_in(tmp_path / "sources.toml", Config())
    assert fault in str(caught.value)


def test_a_list_or_pack_that_is_not_there_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ConfigError, match="no file"):
        sources_in(tmp_path / "pipe", Config())
    with pytest.raises(MissingError):
        sources_in(tmp_path / "sources.toml", Config())
    with pytest.raises(MissingError):
        sources_in(listing(tmp_path, 'at = "a"\npack = "gone"'), Config())


def test_the_command_stops_on_ctrl_c_and_leaves_a_whole_ledger(tmp_path: Path, server: str) -> None:
    listing(tmp_path, f'at = "{server}/feed"')
    words = [sys.executable, "-u", "-m", "sayso", "watch", "sources.toml", "--ledger", "a.ledger"]
    with subprocess.Popen(words, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ, text=True) as process:
        assert process.stdout is not None
        assert "watching 1 sources" in process.stdout.readline()
        assert "1 new" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "stopped" in errors
    assert "Traceback" not in errors
    store = SqlLedger(str(tmp_path / "a.ledger"))
    assert store.count() == 1
    store.close()


def test_one_round_is_made_on_demand_and_fails_where_all_do(tmp_path: Path, server: str) -> None:
    listing(tmp_path, f'at = "{server}/down"')
    words = [sys.executable, "-m", "sayso", "watch", "sources.toml", "--ledger", "a.ledger", "--once"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "failed (the server answered 503" in done.stdout
