"""The ledger: append and supersede, on SQLite and on PostgreSQL."""

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from tests.conftest import absent

from sayso.errors import LedgerError
from sayso.ledger import shelf
from sayso.ledger.codec import plain, restored
from sayso.ledger.fetches import Fetch, fetch_of, keep
from sayso.ledger.store import SqlLedger
from sayso.record.annotation import Annotation
from sayso.record.claim import Attribution, Claim, Manner, Relay, RelayKind, Speaker, Stance
from sayso.record.document import Document, document
from sayso.record.judgement import Judgement
from sayso.record.moment import Anchor, Grain, Moment, ZoneFrom
from sayso.text.span import Span


def annotation_of(words: str = "The mayor said that two people were wounded in Verkhne.", **fields: object) -> Annotation:
    doc = document(words, outlet="Northern Desk", **fields)  # type: ignore[arg-type]
    claim = Claim(
        id=f"c-{doc.id[2:]}",
        document=doc.id,
        source=(Span(0, 9),),
        cue=(Span(10, 14),),
        content=(Span(20, 40),),
        speaker=Speaker(id=None, name="mayor", members=(Speaker(id="a", name="b"),)),
        relays=(Relay(name="AFP", kind=RelayKind.AGENCY, span=Span(1, 4)),),
        stance=Stance.ASSERTS,
        manner=Manner.INDIRECT,
        attribution=Attribution.EXPLICIT,
        confidence=0.5,
    )
    moment = Moment(
        id="t-1",
        document=doc.id,
        span=None,
        start=datetime(2024, 3, 12, tzinfo=UTC),
        end=None,
        grain=Grain.DAY,
        anchor=Anchor.PUBLISHED,
        zone_from=ZoneFrom.NONE,
    )
    return Annotation(document=doc, lang="en", claims=(claim,), moments=(moment,), placed=(("e-1", "p-1"),), vectors=((0.5, 0.25),))


@pytest.fixture(params=["sqlite", "postgres"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlLedger]:
    if request.param == "sqlite":
        store = SqlLedger(str(tmp_path / "a.ledger"))
        yield store
        store.close()
        return
    server = os.environ.get("SAYSO_POSTGRES", "postgresql:///postgres")
    name = f"sayso_{uuid.uuid4().hex[:12]}"
    try:
        engine = create_engine(server.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
    except Exception as why:  # noqa: BLE001 - whatever the reason, there is no server to test on
        absent("postgres", str(why).splitlines()[0])
    store = SqlLedger(server.rsplit("/", 1)[0] + f"/{name}")
    yield store
    store.close()
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name}"))
    engine.dispose()


def test_what_is_kept_comes_back_as_it_was(ledger: SqlLedger) -> None:
    given = annotation_of(published=datetime(2024, 3, 12, 14, 5, tzinfo=UTC))
    ledger.add([given])
    assert list(ledger.annotations()) == [given]


def test_nul_and_lone_surrogates_come_back_as_they_were(ledger: SqlLedger) -> None:
    given = annotation_of("The mayor \x00 said \ud800 that two people were wounded.", published=date(2024, 3, 12))
    ledger.add([given])
    assert list(ledger.annotations()) == [given]


def test_adding_twice_changes_nothing(ledger: SqlLedger) -> None:
    given = annotation_of()
    assert ledger.add([given]) == 1
    assert ledger.add([given]) == 0
    assert ledger.count() == 1
    assert ledger.has(given.document)


def test_a_later_derivation_supersedes_and_the_document_stays(ledger: SqlLedger) -> None:
    given = annotation_of()
    ledger.add([given], made_with="v1")
    ledger.add([replace(given, claims=())], made_with="v2")
    assert ledger.count() == 1
    assert [a.claims for a in ledger.annotations()] == [()]


def test_days_limit_what_is_read(ledger: SqlLedger) -> None:
    ledger.add([annotation_of(f"Report number {day} of the mayor said so and so.", published=date(2024, 3, day)) for day in (11, 12, 13)])
    ledger.add([annotation_of("No day stands on this report that the mayor said.")])
    found = [a.document.published for a in ledger.annotations(since="2024-03-12", until="2024-03-12")]
    assert found == [date(2024, 3, 12)]
    assert len(list(ledger.annotations())) == 4


def test_only_the_documents_asked_for_are_restored(ledger: SqlLedger) -> None:
    given = [annotation_of(f"The ferry to Brod stopped {n} times, the mayor said.", published=date(2024, 3, 10 + n)) for n in (3, 1, 2)]
    ledger.add(given)
    wanted = {given[0].document.id, given[1].document.id, "d-of-nobody"}
    assert [a.document.id for a in ledger.annotations(documents=wanted)] == [given[1].document.id, given[0].document.id]
    assert list(ledger.annotations(documents=[])) == []
    assert [a.document.id for a in ledger.annotations(documents=wanted, since="2024-03-12")] == [given[0].document.id]


def test_a_claim_leads_to_its_document(ledger: SqlLedger) -> None:
    given = annotation_of()
    ledger.add([given])
    assert ledger.document_of_claim(given.claims[0].id) == given.document.id
    assert ledger.document_of_claim("c-nowhere") is None


def test_copies_of_a_sentence_are_found_earliest_first(ledger: SqlLedger) -> None:
    early = annotation_of("Two people were wounded in Verkhne on Tuesday, the mayor said.", published=date(2024, 3, 12))
    late = annotation_of("Later: two people were wounded in Verkhne on Tuesday. More soon.", published=date(2024, 3, 13))
    other = annotation_of("The harvest festival begins on Saturday with music.", published=date(2024, 3, 11))
    ledger.add([late, other, early])
    found = ledger.copies("two people were wounded in Verkhne on Tuesday")
    assert [document.id for _, document in found] == [early.document.id, late.document.id]


def test_what_was_published_first_is_first_in_whatever_zone_that_is_told(ledger: SqlLedger) -> None:
    words, day = "The mayor of Verkhne said that two people had been wounded in the night.", "2031-05-03"
    times = (f"{day}T12:55:00+00:00", f"{day}T15:30:00+03:00", f"{day}T13:40:00+02:00")  # 12:55, 12:30 and 11:40 in UTC
    for n, at in enumerate(times):
        told = document(words + " " * n, name=f"n{n}", outlet=f"Desk {n}", published=datetime.fromisoformat(at))
        ledger.add([Annotation(document=told, lang="en")])
    assert [found.name for _, found in ledger.copies(words)] == ["n2", "n1", "n0"]
    assert [listed.name for listed in shelf.page(ledger)[1]] == ["n0", "n1", "n2"]


def test_judgements_are_appended_once(ledger: SqlLedger) -> None:
    judgement = Judgement(id="j-1", about="pair:r-1:r-2", verdict="same", by="editor", at="2024-03-13T10:00:00+00:00")
    assert ledger.judge([judgement, judgement]) == 1
    assert ledger.judge([judgement]) == 0
    assert ledger.judgements() == (judgement,)


def test_a_failed_batch_leaves_whole_documents_only(ledger: SqlLedger) -> None:
    good = annotation_of("The first report said that one person was hurt.")
    with pytest.raises(LedgerError):
        ledger.add([good, replace(annotation_of("The second report said nothing."), vectors=((object(),),))])  # type: ignore[arg-type]
    assert ledger.count() == 0
    assert ledger.add([good]) == 1


def test_a_process_that_is_killed_leaves_a_ledger_that_the_next_completes(tmp_path: Path) -> None:
    path = tmp_path / "killed.ledger"
    code = (
        "import os, sys\n"
        "from tests.ledger.test_ledger import annotation_of\n"
        "from sayso.ledger.store import SqlLedger\n"
        "def stream():\n"
        "    for n in range(500):\n"
        "        if n == 450: os._exit(9)\n"
        "        yield annotation_of(f'Report {n}: the mayor said that all is calm.')\n"
        "SqlLedger(sys.argv[1]).add(stream())\n"
    )
    repo = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code, str(path)], cwd=repo, env=os.environ | {"PYTHONPATH": str(repo)}, check=False)
    assert done.returncode == 9
    store = SqlLedger(str(path))
    assert store.count() == 400  # two whole batches of 200
    assert store.add(annotation_of(f"Report {n}: the mayor said that all is calm.") for n in range(500)) == 100
    assert store.count() == 500
    store.close()


def test_what_an_address_answered_is_kept_and_replaced(ledger: SqlLedger) -> None:
    url = "https://desk.example/feed"
    assert fetch_of(ledger, url) == Fetch(address=url)
    for fetch in (Fetch(address=url, etag='"v1"', failures=2), Fetch(address=url, modified="Tue, 12 Mar 2024 10:00:00 GMT")):
        keep(ledger, fetch)
        assert fetch_of(ledger, url) == fetch


def test_a_damaged_ledger_says_so_in_one_sentence_whatever_is_asked_of_it(tmp_path: Path) -> None:
    store = SqlLedger(str(tmp_path / "a.ledger"))
    with store.connected() as connection:
        for table in ("fetches", "annotations", "claims", "judgements"):
            connection.execute(text(f"DROP TABLE {table}"))
    url = "https://desk.example/feed"
    said = Judgement(id="j-1", about="speaker:c-1", verdict="right", by="editor", at="2031-05-05")
    asked = (
        lambda: fetch_of(store, url),
        lambda: keep(store, Fetch(address=url)),
        lambda: shelf.state(store),
        lambda: store.add([annotation_of()]),
        lambda: store.judge([said]),
        store.judgements,
    )
    for ask in asked:
        with pytest.raises(LedgerError, match=r"cannot be read or written \(no such table") as told:
            ask()
        assert told.value.where == store.address
        assert told.value.then
    assert store.count() == 0  # what was begun is taken back
    store.close()


def test_the_revisions_of_a_post_are_found(ledger: SqlLedger) -> None:
    first, second = annotation_of("Two wounded, the mayor said.", post="t 7"), annotation_of("Three wounded, the mayor said.", post="t 7")
    ledger.add([first, second, annotation_of("All is calm, the mayor said.", post="t 8")])
    assert {document.id for document in ledger.documents_of_post("t 7")} == {first.document.id, second.document.id}


@pytest.mark.parametrize("known", [{"post": "t 7"}, {"url": "https://desk.example/a/1", "name": "https://desk.example/a/1"}])
def test_a_text_that_a_post_has_again_came_last(ledger: SqlLedger, known: dict[str, object]) -> None:
    first, second = annotation_of("Two wounded, the mayor said.", **known), annotation_of("Three wounded, the mayor said.", **known)
    other = annotation_of("All is calm, the mayor said.")
    assert not ledger.again(first.document)
    ledger.add([first, second, other])
    before = shelf.state(ledger)
    assert not ledger.again(second.document)
    assert not ledger.again(other.document)
    assert shelf.state(ledger) == before
    assert ledger.again(first.document)
    assert not ledger.again(first.document)
    assert shelf.state(ledger) != before
    came = ledger.arrivals()
    assert sorted(came, key=came.__getitem__) == [second.document.id, other.document.id, first.document.id]
    ledger.add([annotation_of("It is calm still, the mayor said.")])
    assert max(ledger.arrivals().values()) == 4 != ledger.arrivals()[first.document.id]
    assert ledger.again(second.document)


def test_where_times_tell_which_text_stands_a_return_is_not_noted(ledger: SqlLedger) -> None:
    first = annotation_of("Two wounded, the mayor said.", post="t 7", published=date(2024, 3, 12))
    ledger.add([first, annotation_of("Three wounded, the mayor said.", post="t 7", published=date(2024, 3, 13))])
    assert not ledger.again(first.document)


def test_a_ledger_of_the_version_before_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.ledger"
    store = SqlLedger(str(path))
    store.add([annotation_of()])
    with store.engine.begin() as connection:
        for step in (
            "DROP INDEX documents_by_post",
            "DROP INDEX documents_by_name",
            "ALTER TABLE documents DROP COLUMN post",
            "DROP TABLE fetches",
            "DROP TABLE returned",
        ):
            connection.execute(text(step))
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    store.close()
    newer = SqlLedger(str(path))
    assert newer.add([annotation_of("A second report, the mayor said.", post="t 7")]) == 1
    assert newer.count() == 2
    newer.close()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no folder"):
        SqlLedger(str(tmp_path / "typo" / "a.ledger"))
    assert not (tmp_path / "typo").exists()


@pytest.mark.parametrize("content", [b"not a database at all, but a long enough text to be read as one" * 40, b"\x00" * 4096])
def test_a_file_that_is_no_ledger_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "some.file"
    path.write_bytes(content)
    with pytest.raises(LedgerError) as told:
        SqlLedger(str(path))
    assert str(path) in str(told.value)


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipes (name TEXT)"))
    with pytest.raises(LedgerError, match="no ledger"):
        SqlLedger(str(path))


def test_an_address_without_a_name_says_where() -> None:
    with pytest.raises(LedgerError) as caught:
        SqlLedger("")
    assert caught.value.where == "."


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="folder"):
        SqlLedger(str(tmp_path))


@pytest.mark.parametrize("published", [None, date(2024, 3, 12), datetime(2024, 3, 12, 1, 2, 3, tzinfo=UTC)])
def test_the_codec_tells_days_from_times(published: date | None) -> None:
    given = document("words", published=published)
    assert restored(Document, plain(given)) == given


def test_the_codec_refuses_what_it_did_not_write() -> None:
    with pytest.raises(LedgerError):
        restored(Document, {"id": "d-1", "nonsense": 3})


def test_addresses_longer_than_an_index_holds_are_kept(ledger: SqlLedger) -> None:
    long = "https://desk.example/" + "".join(uuid.uuid4().hex for _ in range(200))
    given = [
        replace(a, document=replace(a.document, name=long, url=long, post=post))
        for a, post in ((annotation_of(), None), (annotation_of("The mayor said so again."), long))
    ]
    assert ledger.add(given) == 2
    assert [d.post for d in ledger.documents_of_post(long)] == [long]
    assert not ledger.again(given[0].document)


def test_two_that_add_the_same_at_once_both_succeed(ledger: SqlLedger) -> None:
    given = [annotation_of(f"Report number {number} of the mayor said so and so.") for number in range(20)]
    others = SqlLedger(ledger.address)
    with ThreadPoolExecutor(2) as pool:
        told = [pool.submit(store.add, mine) for store, mine in ((ledger, given), (others, given[::-1]))]
        assert sum(one.result() for one in told) == len(given)
    others.close()
    assert ledger.count() == len(given)
