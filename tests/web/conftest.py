"""A desk on a small ledger, and a browser that talks to it without a network."""

import importlib.util
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import absent

from sayso.record.document import document
from sayso.run.config import Config
from sayso.run.keeping import add

TOKEN = "correct-horse-battery"
SCRIPT = "<script>alert(1)</script>"
TEXTS = (
    ("one", "Desk", f"{SCRIPT} Vyacheslav Gladkov, governor of Belgorod Oblast, said that shelling of Shebekino had wounded five people."),
    (
        "two",
        "Lamp",
        "The governor of Kursk Oblast, Roman Starovoit, said that a bus burned in Sudzha and two people were killed by shelling.",
    ),
    (
        f"three {SCRIPT}",
        f"Outlet {SCRIPT} \u202egnihton",
        "The ministry said on Telegram that Ivan Kolodyazhny, 34, was killed by shelling in Sudzha.",
    ),
    ("four", "وكالة", "قال \u202eالوزير إن القصف أصاب السوق."),
)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    for package in ("fastapi", "python_multipart"):
        if importlib.util.find_spec(package) is None:
            absent("web", f"no package {package}: pip install 'sayso[web]'")
    path = tmp_path_factory.mktemp("filled") / "a.ledger"
    documents = [document(words, name=name, outlet=outlet, published=date(2023, 5, 5)) for name, outlet, words in TEXTS]
    assert all(fresh for _, fresh in add(documents, Config(ledger=str(path))))
    return path.read_bytes()


@pytest.fixture
def settings(filled: bytes, tmp_path: Path) -> Config:
    path = tmp_path / "a.ledger"
    path.write_bytes(filled)
    return Config(ledger=str(path), delay_hours=0)


@pytest.fixture
def desk(settings: Config) -> Iterator[object]:
    from sayso.run.desk import Desk

    made = Desk(settings)
    yield made
    made.close()


@pytest.fixture
def visit(desk):
    from fastapi.testclient import TestClient

    from sayso.web.access import Access
    from sayso.web.app import application

    app = application(desk, Access(token=TOKEN))
    return TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False, raise_server_exceptions=False)
