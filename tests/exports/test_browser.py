"""The page in a real browser: nothing wider than a phone, nothing fetched, nothing run."""

import html
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.conftest import absent

from sayso.charts.maps import drawn
from sayso.charts.ranges import bars
from sayso.exports.edition_html import edition_html
from sayso.record.edition import Edition

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --allow-file-access-from-files --virtual-time-budget=3000"
).split()


@pytest.fixture(scope="session")
def browser() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    absent("browser", "no chromium on the path (Debian: apt-get install chromium)")
    raise AssertionError


def dumped(browser: str, page: Path, profile: Path) -> str:
    """The document after the browser has read it."""
    done = subprocess.run(
        [browser, *FLAGS, f"--user-data-dir={profile}", "--dump-dom", page.as_uri()],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_is_wider_than_the_screen(browser: str, made: Edition, tmp_path: Path, width: int) -> None:
    page = edition_html(made, draw=lambda pins, title: drawn(pins, title=title), scale=bars)
    frame = tmp_path / "frame.html"
    # The frame's script measures the page from outside; the page itself has none.
    frame.write_text(
        f'<!doctype html><iframe id="f" style="border:0;width:{width}px;height:800px" srcdoc="{html.escape(page)}"></iframe>'
        '<p id="out"></p>'
        "<script>addEventListener('load',()=>{const d=document.getElementById('f').contentDocument.documentElement;"
        "document.getElementById('out').textContent='wide='+d.scrollWidth+' high='+d.scrollHeight})</script>",
        "utf-8",
    )
    seen = dumped(browser, frame, tmp_path / "profile")
    found = re.search(r"wide=(\d+) high=(\d+)", seen)
    assert found, seen[-500:]
    assert int(found.group(1)) <= width
    assert int(found.group(2)) > 500


def test_a_script_in_a_document_does_not_run(browser: str, made: Edition, tmp_path: Path) -> None:
    page = tmp_path / "edition.html"
    page.write_text(edition_html(made, draw=lambda pins, title: drawn(pins, title=title), scale=bars), "utf-8")
    seen = dumped(browser, page, tmp_path / "profile")
    assert "two &lt;script&gt;alert(1)" in seen
    assert "<script" not in seen
