"""Feeds: entries come out as documents, and what a feed gets wrong is told or left unknown."""

import json
import time
from datetime import UTC, date, datetime

import pytest

from sayso.record.document import Document, Unread
from sayso.sources import feeds
from sayso.sources.forms import documents_of

WHOLE = "<p>The mayor of <i>Verkhne</i> said that two people were wounded.</p><script>steal()</script><p>Water &amp; power are off.</p>"
SPACE = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'


def rss(*items: str, head: str = "", declared: str = "utf-8") -> str:
    channel = f"<title>Harbour Gazette</title><link>https://gazette.example/</link><language>en-GB</language>{head}{''.join(items)}"
    return f'<?xml version="1.0" encoding="{declared}"?><rss version="2.0" {SPACE}><channel>{channel}</channel></rss>'


def item(title: str = "Two wounded", link: str = "/a/1", **more: str) -> str:
    rest = "".join(f"<{key}>{value}</{key}>" for key, value in more.items())
    return f"<item><title>{title}</title><link>{link}</link>{rest}</item>"


def full(words: str = WHOLE) -> str:
    return f"<content:encoded><![CDATA[{words}]]></content:encoded>"


def atom(*entries: str) -> str:
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Вестник</title><updated>2024-03-12T12:00:00Z</updated>{"".join(entries)}</feed>'
    )


def taken(feed: str | bytes, name: str = "feed.xml", **options: str) -> list[Document | Unread]:
    return list(documents_of(feed.encode() if isinstance(feed, str) else feed, name=name, **options))


def read(feed: str | bytes, **options: str) -> list[Document]:
    found = taken(feed, **options)
    assert all(isinstance(one, Document) for one in found), found
    return [one for one in found if isinstance(one, Document)]


def test_an_entry_with_its_whole_text_is_a_document() -> None:
    whole = item(pubDate="Tue, 12 Mar 2024 10:00:00 +0100", guid="g-7").replace("</item>", full() + "</item>")
    (found,) = read(rss(whole))
    assert found.text == "Two wounded\n\nThe mayor of Verkhne said that two people were wounded.\nWater & power are off."
    assert (found.outlet, found.url, found.lang, found.title) == ("Harbour Gazette", "https://gazette.example/a/1", "en", "Two wounded")
    assert str(found.published) == "2024-03-12 10:00:00+01:00"
    assert (found.post, found.excerpt) == ("gazette.example g-7", False)


@pytest.mark.parametrize(
    ("words", "excerpt"),
    [("Short.", True), ("word " * 300, False), ("word " * 300 + "Read more", True), ("слово " * 300 + "[…]", True), ("", True)],
)
def test_a_mere_summary_says_that_it_is_one(words: str, excerpt: bool) -> None:
    (found,) = read(rss(item(description=words)))
    assert found.excerpt is excerpt


def test_a_post_without_a_link_has_nothing_more_to_tell() -> None:
    (found,) = read(rss("<item><description>Two wounded.</description></item>"))
    assert (found.text, found.excerpt) == ("Two wounded.", False)


def test_atom_is_read_with_both_its_dates() -> None:
    entry = (
        "<entry><id>tag:v,1</id><title>Порт &lt;3</title><link href='https://v.example/1'/><published>2024-03-12T08:00:00Z</published>"
        "<updated>2024-03-12T09:00:00Z</updated><summary>Кратко.</summary></entry>"
    )
    (found,) = read(atom(entry))
    assert (found.title, found.post, found.excerpt) == ("Порт <3", "tag:v,1", True)
    assert (found.published, found.edited) == (datetime(2024, 3, 12, 8, tzinfo=UTC), datetime(2024, 3, 12, 9, tzinfo=UTC))


def test_a_json_feed_is_read() -> None:
    items = [{"id": "1", "url": "https://j.example/1", "content_text": "Five < six & more\nline"}, {"id": 2, "content_html": "<b>Hit</b>"}]
    feed = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Desk", "items": items})
    first, second = read(feed, name="feed.json")
    assert (first.text, first.url, first.excerpt) == ("Five < six & more\nline", "https://j.example/1", False)
    assert second.text == "Hit"
    (broken,) = taken('{"version": "https://jsonfeed.org/version/1", "items": 5}', name="feed.json")
    assert "no list" in broken.why


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("cp1251", "utf-8"), ("utf-8", "windows-1252"), ("utf-16", "utf-8"), ("koi8-r", "koi8-r"), ("utf-8", "nonsense")],
)
def test_an_encoding_that_is_declared_wrongly_is_read_through(encoding: str, declared: str) -> None:
    words = "Губернатор сообщил, что над районом сбиты два беспилотника."
    (found,) = read(rss(item(title=words), declared=declared).encode(encoding))
    assert found.title == words


@pytest.mark.parametrize("date_told", ["Thu, 01 Jan 1970 00:00:00 GMT", "Tue, 12 Mar 2099 10:00:00 GMT", "yesterday", ""])
def test_a_date_that_cannot_be_is_none(date_told: str) -> None:
    head = "<lastBuildDate>Tue, 12 Mar 2024 12:00:00 GMT</lastBuildDate>"
    (found,) = read(rss(item(pubDate=date_told), head=head))
    assert found.published is None


def test_what_was_fetched_was_not_published_later() -> None:
    (found,) = read(rss(item(pubDate="Tue, 12 Mar 2099 10:00:00 GMT")))
    assert found.published is not None
    assert feeds.without_future(found, datetime(2024, 3, 12, tzinfo=UTC)).published is None
    assert feeds.without_future(found, datetime(2099, 3, 12, tzinfo=UTC)).published == found.published


def test_an_id_that_stands_twice_names_no_post() -> None:
    first, second = read(rss(item(guid="1", title="One"), item(guid="1", title="Two", link="/a/2")))
    assert (first.post, second.post) == ("https://gazette.example/a/1", "https://gazette.example/a/2")
    first, second = read(rss(item(guid="1", title="One"), item(guid="1", title="Two")))
    assert (first.post, second.post) == (None, None)


def test_markup_in_a_title_is_no_word() -> None:
    (found,) = read(rss(item(title="&lt;b&gt;Two&lt;/b&gt; dead&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; more")))
    assert found.title == "Two dead & more"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "ftp://a.example/x", "http://[", "x" * 5000, "data:text/html,x"])
def test_a_link_that_leads_nowhere_on_the_web_is_none(link: str) -> None:
    (found,) = read(rss(item(link=link)))
    assert found.url is None or found.url.startswith("https://gazette.example/")


def test_a_relative_link_stands_against_the_address_of_the_feed() -> None:
    feed = rss(item(link="../b/2")).replace("<link>https://gazette.example/</link>", "")
    (found,) = read(feed, address="https://gazette.example/feeds/all.xml")
    assert found.url == "https://gazette.example/b/2"


def test_entities_that_grow_without_end_do_not() -> None:
    grown = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    bomb = rss(item(title="&l11; Two dead")).replace("?>", f'?><!DOCTYPE rss [<!ENTITY l0 "ha">{grown}]>', 1)
    started = time.process_time()
    found = taken(bomb)
    assert all(len(one.text) < 100 for one in found if isinstance(one, Document))
    assert time.process_time() - started < 2


def test_outside_entities_are_not_fetched() -> None:
    feed = rss(item(title="Two &secret; dead")).replace("?>", '?><!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/hostname">]>', 1)
    found = [one for one in taken(feed) if isinstance(one, Document)]
    assert [one.title for one in found] in (["Two dead"], ["Two &secret; dead"], ["Two  dead"])


def test_a_feed_that_breaks_off_gives_the_entries_before() -> None:
    whole = rss(*(item(title=f"Report {n}", link=f"/a/{n}") for n in range(20)))
    found = taken(whole[: len(whole) // 2])
    assert len([one for one in found if isinstance(one, Document)]) >= 8
    assert isinstance(found[-1], Unread)
    assert "breaks off" in found[-1].why


@pytest.mark.parametrize("feed", [rss(), atom(), "<rss/>", "<feed xmlns='http://www.w3.org/2005/Atom'></feed>"])
def test_a_feed_without_entries_is_refused(feed: str) -> None:
    (found,) = taken(feed)
    assert "no entries" in found.why


def test_an_entry_without_words_is_told_and_the_rest_read() -> None:
    found = taken(rss("<item><guid>4</guid></item>", item()))
    assert [type(one) for one in found] == [Unread, Document]


def test_more_entries_than_a_feed_has_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "MOST_ENTRIES", 10)
    found = taken(rss(*(item(title=f"Report {n}", link=f"/a/{n}") for n in range(100))))
    assert [one.title for one in found if isinstance(one, Document)] == [f"Report {n}" for n in range(10)]
    assert isinstance(found[-1], Unread)
    assert "more than 10" in found[-1].why


@pytest.mark.parametrize("name", ["feed.xml", "feed", "page.html", "https://gazette.example/feed"])
def test_a_feed_is_known_by_what_it_holds(name: str) -> None:
    assert len(read(rss(item()), name=name)) == 1


def test_a_text_about_feeds_is_none() -> None:
    (found,) = taken("The word <rss> stands in this text.", name="a.txt")
    assert isinstance(found, Document)
    assert found.post is None


@pytest.mark.parametrize(
    "hard",
    [
        "<!--a-->" * 3000 + "x",
        "<rss><channel>" + "<item>" * 50_000,
        "<rss><channel><item><title>" + "<![CDATA[" * 50_000,
        "<!DOCTYPE [" * 20_000,
    ],
)
def test_hard_feeds_take_no_time(hard: str) -> None:
    started = time.process_time()
    taken(hard)
    assert time.process_time() - started < 10


def test_a_day_is_taken_as_a_day() -> None:
    (found,) = read(rss(item(pubDate="2024-03-12")))
    assert found.published == date(2024, 3, 12)
