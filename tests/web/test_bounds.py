"""Bounds: a large ledger is shown by page, an edition is made once, and what is kept in memory does not grow."""

from datetime import date

import pytest

from sayso.ledger.store import SqlLedger
from sayso.record.annotation import Annotation
from sayso.record.document import document
from sayso.run.config import Config
from sayso.run.desk import Desk

MANY = 10_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Config:
    path = str(tmp_path_factory.mktemp("large") / "a.ledger")
    store = SqlLedger(path)
    store.add(
        Annotation(document=document(f"{n}", name=f"post {n}", outlet=f"Desk {n % 7}", published=date(2023, 5, 1 + n % 28)), lang="en")
        for n in range(MANY)
    )
    store.close()
    return Config(ledger=path)


def test_ten_thousand_documents_come_by_page(large: Config) -> None:
    desk = Desk(large)
    total, first = desk.documents(first=0, most=50)
    assert (total, len(first)) == (MANY, 50)
    seen = {d.id for n in range(0, MANY, 1000) for d in desk.documents(first=n, most=1000)[1]}
    assert len(seen) == MANY
    assert desk.documents(first=10**9, most=50) == (MANY, ())
    total, some = desk.documents(outlet="Desk 1", since="2023-05-02", until="2023-05-02")
    assert 0 < total < MANY / 7
    assert {(d.outlet, d.published) for d in some} == {("Desk 1", "2023-05-02")}
    assert desk.holdings().documents == MANY
    desk.close()


def test_an_edition_is_made_once_and_few_are_kept(desk, settings) -> None:
    assert desk.edition() is desk.edition()
    made = desk.edition()
    for lang in ("en", "ru", "uk", "fr"):
        for rule in ("ucdp", "acled-min", "maverick-conservative", "maverick-informative"):
            desk.edition(lang=lang, rule=rule)
    assert len(desk._kept) <= 12
    claim = next(c for a in desk.ground().judged.annotations for c in a.claims)
    desk.judge(claim.id, "Mayor Lant", "Editor")
    assert desk.edition() is not made


def test_a_page_asks_for_a_hundred_at_most(visit) -> None:
    assert visit.get("/api/documents?per=101").status_code == 422
    told = visit.get("/api/documents?per=1&page=2").json()
    assert (told["page"], told["pages"], told["total"], len(told["items"])) == (2, 4, 4, 1)


def test_a_missing_or_faulty_ledger_is_told_when_the_server_starts(tmp_path) -> None:
    from sayso.errors import LedgerError

    with pytest.raises(LedgerError, match="sayso add"):
        Desk(Config(ledger=str(tmp_path / "none.ledger")))
    (tmp_path / "bad.ledger").write_bytes(b"no database" * 100)
    with pytest.raises(LedgerError):
        Desk(Config(ledger=str(tmp_path / "bad.ledger")))
