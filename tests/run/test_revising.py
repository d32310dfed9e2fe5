"""Revisions: a post that its outlet changed counts once, its latest text stands, and what it said before is not lost."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sayso.exports.edition_json import edition_object
from sayso.exports.edition_text import edition_text
from sayso.incidents.revisions import revisions
from sayso.record.document import Document, Unread, document
from sayso.record.edition import Edition
from sayso.run.config import Config
from sayso.run.desk import Desk
from sayso.run.front import edition_of, edition_of_ledger, take_in, written
from sayso.run.grouping import grouped
from sayso.run.keeping import add, trace
from sayso.run.recall import entry_of
from sayso.run.reviewing import ground_of, queue

FIRST = "The mayor of Kharkiv said on Tuesday that two people had been killed when a drone hit the town hall of Kharkiv."
SECOND = FIRST.replace("two people", "five people")
AT = datetime(2024, 3, 12, 8, tzinfo=UTC)


def post(words: str, *, edited: datetime | None = None, **more: object) -> Document:
    return document(words, **{"published": AT, "outlet": "Desk", "post": "telegram 1 7", "edited": edited} | more)  # type: ignore[arg-type]


def made_of(*documents: Document) -> Edition:
    return edition_of(documents, Config(delay_hours=0))[0]


def flat(words: str) -> str:
    return " ".join(words.split())


def channel_exports(folder: Path, *posts: tuple[int, str, int | None]) -> str:
    """A Telegram export with posts of (number, words, seconds of the edit)."""
    rows = [
        {"id": n, "type": "message", "date_unixtime": "1710230400", "text": words} | ({"edited_unixtime": str(at)} if at else {})
        for n, words, at in posts
    ]
    folder.mkdir()
    (folder / "result.json").write_text(json.dumps({"name": "Kordon", "type": "public_channel", "id": 99, "messages": rows}), "utf-8")
    return str(folder)


def kept(path: str, config: Config) -> list[bool]:
    return [fresh for item, fresh in add(take_in([path]), config) if not isinstance(item, Unread)]


def test_two_texts_of_one_post_are_one_document_and_the_later_stands() -> None:
    first, second = post(FIRST), post(SECOND, edited=AT.replace(hour=9))
    edition = made_of(first, second)
    assert [(d.id, [e.id for e in d.earlier]) for d in edition.documents] == [(second.id, [first.id])]
    (entry,) = edition.entries
    assert len(entry.incident.documents) == 1
    (account,) = entry.accounts
    assert [f.low for f in account.figures] == [5]
    assert [f.low for f in account.superseded_figures] == [2]
    assert [e.document for e in account.replaced] == [first.id]


def test_the_order_of_reading_changes_nothing() -> None:
    first, second = post(FIRST), post(SECOND, edited=AT.replace(hour=9))
    assert made_of(first, second) == made_of(second, first)


def test_every_form_says_that_a_document_was_revised() -> None:
    edition = made_of(post(FIRST), post(SECOND, edited=AT.replace(hour=9)))
    for words in (written(edition, form) for form in ("text", "md", "html")):
        assert "revised by its outlet" in flat(words)
    assert "Before the revision: “that two people" in flat(edition_text(edition))
    (told,) = edition_object(edition)["incidents"][0]["accounts"]
    assert len(told["superseded"]) >= 1
    assert told["replaced"][0]["quote"].startswith("that two people")


@pytest.mark.parametrize(
    ("one", "other", "stands"),
    [
        ({"edited": AT.replace(hour=9)}, {}, 0),
        ({"published": date(2024, 3, 11)}, {}, 1),
        ({}, {"excerpt": True, "edited": AT.replace(hour=9)}, 0),
    ],
)
def test_which_text_stands(one: dict[str, object], other: dict[str, object], stands: int) -> None:
    texts = [post(FIRST, **one), post(SECOND, **other)]  # type: ignore[arg-type]
    (found,) = revisions(texts)
    assert found.document == texts[stands].id


def test_where_no_time_tells_what_arrived_last_stands() -> None:
    first, second = post(FIRST), post(SECOND)
    for order in ((first, second), (second, first)):
        (found,) = revisions(order, {first.id: 1, second.id: 2})
        assert found.document == second.id


def test_a_post_that_says_again_what_it_said_first_stands_so(tmp_path: Path) -> None:
    config = Config(ledger=str(tmp_path / "a.ledger"), delay_hours=0)
    first, second = post(FIRST), post(SECOND)
    for given, stands in ((first, first), (second, second), (first, first), (first, first), (second, second)):
        list(add([given], config))
        edition, _ = edition_of_ledger(config)
        assert [d.id for d in edition.documents] == [stands.id]


def test_what_stands_last_in_one_run_stands_and_the_run_again_changes_nothing(tmp_path: Path) -> None:
    config = Config(ledger=str(tmp_path / "a.ledger"), delay_hours=0)
    first, second = post(FIRST), post(SECOND)
    for given, new, stands in (
        ((first, second, first), 2, first),
        ((first, second), 0, second),
        ((second, first), 0, first),
    ):
        for fresh in (new, 0):  # twice
            assert sum(is_new for _, is_new in add(given, config)) == fresh
            edition, _ = edition_of_ledger(config)
            assert [d.id for d in edition.documents] == [stands.id]


def test_group_takes_the_text_that_stands_last_where_no_time_tells() -> None:
    page = {"url": "https://desk.example/a/1", "outlet": "Desk"}
    first, second = ({"id": name, "text": text} | page for name, text in (("first", FIRST), ("second", SECOND)))
    for rows, stands in (((first, second), "second"), ((second, first), "first"), ((first, second, first), "first")):
        found = [json.loads(line) for _, line in grouped([json.dumps(row).encode() for row in rows], Config())]
        assert [answer.get("standing", answer["id"]) for answer in found] == [stands] * len(rows)


def test_group_counts_the_texts_of_one_page_once() -> None:
    url = "https://desk.example/a/1"
    rows: list[dict[str, object]] = [
        {"id": "later", "text": SECOND, "url": url, "outlet": "Desk", "published": "2024-03-12T09:00:00Z"},
        {"id": 1, "text": FIRST, "url": url, "outlet": "Desk", "published": "2024-03-12T08:00:00Z"},
        {"id": "elsewhere", "text": FIRST, "outlet": "Gazette", "published": "2024-03-12T08:00:00Z"},
    ]
    lines = [json.dumps(row).encode() for row in rows]
    later, earlier, elsewhere = (json.loads(line) for _, line in grouped(lines, Config()))
    assert earlier == later | {"id": 1, "standing": "later"}
    assert "standing" not in later
    assert "standing" not in elsewhere
    assert later["main_incident"] == elsewhere["main_incident"] is not None
    alone = [json.loads(line) for _, line in grouped([lines[0], lines[2]], Config())]
    assert alone == [later, elsewhere]
    assert [json.loads(line) for _, line in grouped(lines[::-1], Config())] == [elsewhere, earlier, later]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://desk.example/a/1", "http://www.desk.example/a/1/?utm_source=x#top", True),
        ("https://desk.example/a/1", "https://desk.example/a/2", False),
        ("https://desk.example/", "https://desk.example/", False),
        ("https://desk.example/?p=5", "https://desk.example/?p=6", False),
        (None, None, False),
        ("http://[", "http://[", False),
    ],
)
def test_texts_at_one_address_are_revisions(one: str | None, other: str | None, same: bool) -> None:
    assert bool(revisions([post(FIRST, post=None, url=one), post(SECOND, post=None, url=other)])) is same


def test_a_page_with_other_news_is_no_revision() -> None:
    url = "https://desk.example/news"
    other = "Le préfet annonce une réunion publique mercredi matin au théâtre."
    assert revisions([post(FIRST, post=None, url=url), post(other, post=None, url=url)]) == ()
    assert revisions([post(FIRST, post=None, url=url), post(SECOND, post=None, url=url, outlet="Gazette")]) == ()


def test_an_edit_in_an_export_is_a_revision_and_a_deletion_is_none(tmp_path: Path) -> None:
    config = Config(ledger=str(tmp_path / "a.ledger"), delay_hours=0)
    other = "The mayor of Odesa said that one person had been wounded when a missile hit the port."
    assert kept(channel_exports(tmp_path / "one", (7, FIRST, None), (8, other, None)), config) == [True, True]
    assert kept(channel_exports(tmp_path / "two", (7, SECOND, 1710234000)), config) == [True]
    assert kept(str(tmp_path / "one"), config) == [False, False]
    edition, _ = edition_of_ledger(config)
    assert sorted((d.name, len(d.earlier)) for d in edition.documents) == [("Kordon/7", 1), ("Kordon/8", 0)]


def test_an_account_is_recalled_as_the_edition_has_it(tmp_path: Path) -> None:
    config = Config(ledger=str(tmp_path / "a.ledger"), delay_hours=0)
    assert len(list(add([post(FIRST), post(SECOND, edited=AT.replace(hour=9))], config))) == 2
    edition, _ = edition_of_ledger(config)
    (account,) = edition.entries[0].accounts
    assert entry_of(account.id, config) == (edition, edition.entries[0])


def test_a_summary_is_marked() -> None:
    edition = made_of(post(FIRST, excerpt=True))
    assert edition.documents[0].excerpt
    assert "summary only" in flat(edition_text(edition))


def test_review_asks_of_the_text_that_stands_and_a_trace_marks_the_earlier(tmp_path: Path) -> None:
    config = Config(ledger=str(tmp_path / "a.ledger"), delay_hours=0)
    unsure = FIRST + " Nobody knows why, it was said."
    first, second = post(unsure), post(unsure.replace("two people", "five people"), edited=AT.replace(hour=9))
    assert [fresh for _, fresh in add([first, second], config)] == [True, True]
    ground = ground_of(config)
    assert [a.document.id for a in ground.judged.annotations] == [second.id]
    assert {q.document for q in queue(config).questions} <= {second.id}
    assert {t.document.id: t.standing for t in trace("people had been killed when a drone hit the town hall", config)} == {
        first.id: second.id,
        second.id: None,
    }
    desk = Desk(config)
    assert desk.document(first.id).superseded == second.id
    assert desk.document(second.id).superseded is None
    assert {incident.id for incident in desk.ground().incidents} == {e.incident.id for e in desk.edition().entries}
    desk.close()


def test_a_trace_begins_with_what_was_published_first_and_names_who_passed_it_on(tmp_path: Path) -> None:
    config = Config(ledger=str(tmp_path / "a.ledger"))
    words = "The mayor of Verkhne told Volna Agency that five people had been killed when a drone hit the town hall."
    times = {"Late": "2031-05-03T12:55:00+00:00", "Early": "2031-05-03T15:30:00+03:00"}  # 12:55 and 12:30 in UTC
    given = [document(words + " " * n, outlet=name, published=datetime.fromisoformat(at)) for n, (name, at) in enumerate(times.items())]
    assert all(fresh for _, fresh in add(given, config))
    found = trace("five people had been killed when a drone hit the town hall", config)
    assert [t.document.outlet for t in found] == ["Early", "Late"]
    assert found[0].chain[-1] == "Early"
    assert len(found[0].chain) == len(set(found[0].chain)) >= 2
    row = found[0].row("the words")
    assert (row["outlet"], row["quote"], row["published"]) == ("Early", "the words", times["Early"])
