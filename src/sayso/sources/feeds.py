"""The feed: entries of RSS, Atom and JSON Feed, as documents."""

import calendar
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from sayso.record.document import Document, Unread, document
from sayso.sources.encodings import Decoded, decoded
from sayso.sources.pages import words_of_page
from sayso.sources.published import published_at

MOST_ENTRIES = 10_000
_ENCODING = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})[\"']")
# Atomic, so that a head of many comments is read once. A document type goes with all entities that it declares.
_PROLOG = re.compile(r"(?>\s*(?><\?.{0,2000}?\?>|<!--.{0,20000}?-->|<!DOCTYPE[^>\[]{0,500}(?>\[.{0,20000}?\]\s*)?>))*+\s*", re.DOTALL)
_ROOT = re.compile(r"<(?:\w{1,20}:)?(?:rss|feed|RDF)\b")
_JSON_FEED = re.compile(r"\"version\"\s*:\s*\"https?:\\?/\\?/jsonfeed\.org\\?/version\\?/")
_ENTRY = re.compile(r"<(?:\w{1,20}:)?(item|entry)[\s>]")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,5000}>|&(?:#\d+|#x[\da-fA-F]+|\w+);")
_TEASER = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|read (?:more|on)|continue reading|lire la suite|читать (?:далее|полностью)|читати (?:далі|повністю))\W*\Z", re.I
)
_WHOLE = 800  # characters from which what RSS calls a description is taken for the whole text
_DAY = timedelta(days=1)
_EARLIEST = date(1990, 1, 1)  # what claims to be older was dated by a clock that was never set
_KEPT = ("id", "guid", "url", "link", "title", "summary", "content_html", "content_text", "published", "updated")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """What a feed tells of one entry, its words still with their markup."""

    id: str | None
    link: str | None
    title: str
    whole: str  # the full content, where the feed carries it
    summary: str
    published: datetime | date | None
    edited: datetime | date | None
    source: str | None
    lang: str | None
    atom: bool
    raw: bytes


def looks_like_feed(data: bytes) -> bool:
    """Do these first bytes of a file begin like a feed, whatever the file or its server calls them?"""
    head = data[:40_000]
    words = head.decode("utf-16", "replace") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head.decode("utf-8-sig", "replace")
    return _rooted(words) is not None or (words.lstrip().startswith("{") and bool(_JSON_FEED.search(words)))


def entries(data: bytes, *, where: str, address: str | None = None) -> Iterator[Document | Unread]:
    """The entries of a feed as documents in its order; a refusal for each that has no words, and where the feed breaks off.

    A document's text is the entry's title and its full content; where the feed carries only a summary, `excerpt` says so. `address` is
    where the feed was fetched, against which relative links stand. Dates before 1990, or a day and more after the feed's own, are no dates.
    """
    text = _decoded(data)
    if isinstance(text, str):
        yield Unread(where=where, why=text, then="save the feed as UTF-8")
        return
    found = _json(text.text, where) if text.text.lstrip().startswith("{") else _xml(text.text, where, address)
    if isinstance(found, Unread):
        yield found
        return
    head, told, broken = found
    if not told:
        yield Unread(where=where, why="the feed has no entries", then="open it in a browser; it may be empty, or cut short")
        return
    ids, links = Counter(e.id for e in told), Counter(e.link for e in told)
    base, home = web_address(head.get("link"), address) or address, _home(head, address) or where
    for number, entry in enumerate(told[:MOST_ENTRIES], 1):
        made = _document(entry, head, f"{where}#{number}", web_address(entry.link, base), _post(entry, ids, links, home, base))
        yield made or Unread(where=f"entry {number} of {where}", why="it has no words", then="nothing is lost", name=entry.link or entry.id)
    if len(told) > MOST_ENTRIES:
        why = f"the feed has more than {MOST_ENTRIES} entries; those before were read"
        yield Unread(where=where, why=why, then="split it, or give the rest as JSON Lines")
    elif broken:
        yield Unread(where=where, why=f"the feed is faulty or breaks off ({broken}); {len(told)} entries were read", then="fetch it again")


def _rooted(text: str) -> str | None:
    """The text from the feed's first element on, without what is declared before it; None where another comes first."""
    begin = _PROLOG.match(text)
    return text[begin.end() :] if begin and _ROOT.match(text, begin.end()) else None


def _decoded(data: bytes) -> Decoded | str:
    """The text of a feed: UTF-8 where it is, else what it declares, else what its letters tell."""
    declared = _ENCODING.match(data[:400])
    name = declared.group(1).decode("ascii").lower() if declared else ""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if name and not name.startswith(("utf", "us-ascii")):
            try:
                return Decoded(text=data.decode(name))
            except (LookupError, UnicodeDecodeError):
                pass
    return decoded(data)


Found = tuple[dict[str, Any], list[_Entry], str]


def _xml(text: str, where: str, address: str | None) -> Found | Unread:
    """(the feed's own fields, its entries, what is faulty) of RSS or Atom."""
    import feedparser

    # Entities of a feed's own are its only means to grow without end; nobody needs them.
    text = _rooted(text) or ""
    openings = [found.start() for found in islice(_ENTRY.finditer(text), MOST_ENTRIES + 2)]
    many = len(openings) > MOST_ENTRIES + 1
    if many:
        text = text[: openings[MOST_ENTRIES + 1]]
    headers = {"content-type": "application/xml; charset=utf-8"} | ({"content-location": address} if address else {})
    read = feedparser.parse(
        io.BytesIO(text.encode("utf-8", "replace")), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    fault = "many" if many else str(read.get("bozo_exception") or "unknown")[:100] if read.get("bozo") else ""
    return dict(read.feed), [_of_xml(entry, str(read.get("version") or "").startswith("atom")) for entry in read.entries], fault


def _of_xml(entry: Any, atom: bool) -> _Entry:  # noqa: ANN401 - feedparser's own dictionary
    contents = [_marked(c.get("value"), c.get("type")) for c in entry.get("content") or () if isinstance(c, dict)]
    told = {key: entry[key] for key in entry.keys() & {*_KEPT} if isinstance(entry[key], str)}  # its get() makes up what is not there
    source = entry["source"].get("title") if "source" in entry.keys() and isinstance(entry["source"], dict) else None  # noqa: SIM118
    return _Entry(
        id=told.get("id"),
        link=told.get("link"),
        title=_marked(told.get("title"), (entry.get("title_detail") or {}).get("type")),
        whole=max(contents, key=len, default=""),
        summary=_marked(told.get("summary"), (entry.get("summary_detail") or {}).get("type")),
        published=_moment(told.get("published"), entry.get("published_parsed")),
        edited=_moment(told.get("updated"), entry.get("updated_parsed")) if "updated" in told else None,
        source=source if isinstance(source, str) else None,
        lang=None,
        atom=atom,
        raw=json.dumps(told | {"contents": contents}, sort_keys=True).encode(),
    )


def _json(text: str, where: str) -> Found | Unread:
    """The same of a JSON Feed."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as why:
        return Unread(where=where, why=f"the JSON feed cannot be read: {str(why)[:100]}", then="fetch it again")
    items = value.get("items") if isinstance(value, dict) else None
    if not isinstance(items, list):
        return Unread(where=where, why='the JSON feed has no list of "items"', then="fetch it again")
    head = {"title": value.get("title"), "link": value.get("home_page_url"), "language": value.get("language")}
    rows = [item for item in items if isinstance(item, dict)]
    return head, [_of_json(row) for row in rows], "" if len(rows) == len(items) else "an item is no object"


def _of_json(item: dict[str, Any]) -> _Entry:
    told = {key: str(value) for key, value in item.items() if isinstance(value, str | int) and not isinstance(value, bool)}
    plain = _marked(told.get("content_text"), "text/plain")
    return _Entry(
        id=told.get("id"),
        link=told.get("url"),
        title=_marked(told.get("title"), "text/plain"),
        whole=plain or told.get("content_html", ""),
        summary=_marked(told.get("summary"), "text/plain"),
        published=published_at(told.get("date_published")),
        edited=published_at(told.get("date_modified")),
        source=None,
        lang=told.get("language"),
        atom=True,
        raw=json.dumps(told, sort_keys=True).encode(),
    )


def _marked(value: object, kind: str | None) -> str:
    """The words as markup: plain text has its angle brackets and ampersands written out."""
    from html import escape

    words = value if isinstance(value, str) else ""
    return escape(words, quote=False).replace("\n", "<br>") if kind == "text/plain" and not _MARKUP.search(words) else words


def _moment(words: str | None, parsed: object) -> datetime | date | None:
    told = published_at(words)
    if told is None and isinstance(parsed, tuple):
        try:
            return datetime.fromtimestamp(calendar.timegm(parsed), tz=UTC)
        except (ValueError, OverflowError, TypeError, OSError):
            return None
    return told


def _document(entry: _Entry, head: dict[str, Any], name: str, link: str | None, post: str | None) -> Document | None:
    title = " ".join(words_of_page(entry.title).split())
    whole, summary = words_of_page(entry.whole), words_of_page(entry.summary)
    body = whole if len(whole) >= len(summary) else summary
    excerpt = not whole and not _is_whole(entry, summary)
    text = body if not title or body.startswith(title.rstrip("….")) else f"{title}\n\n{body}".strip()
    if not any(ch.isalnum() for ch in text):
        return None
    built = next((at for key in ("updated", "published") if (at := published_at(head.get(key)))), None)
    published, edited = (_believed(at, built) for at in (entry.published or entry.edited, entry.edited))
    return document(
        text,
        name=link or (f"{name} ({entry.id[:80]})" if entry.id else name),
        published=published,
        outlet=_line(entry.source) or _line(head.get("title")),
        url=link,
        lang=(_line(entry.lang) or _line(head.get("language")) or "").casefold().split("-")[0][:8] or None,
        title=title or None,
        edited=edited if isinstance(edited, datetime) and edited != published else None,
        raw=entry.raw,
        post=post,
        excerpt=excerpt,
    )


def _is_whole(entry: _Entry, words: str) -> bool:
    """Is what the feed calls a description the whole text? Atom's summary never is; RSS writes short posts and long articles there."""
    if entry.atom or _TEASER.search(words):
        return False
    return len(words) >= _WHOLE or (bool(words) and not entry.link)


def _believed(at: datetime | date | None, built: datetime | date | None) -> datetime | date | None:
    """The time, None where a feed cannot have it: before 1990, or more than a day after the feed itself was made."""
    if at is None or _day(at) < _EARLIEST:
        return None
    return at if built is None or _day(built) < _EARLIEST or _day(at) <= _day(built) + _DAY else None


def _day(at: datetime | date) -> date:
    return at.date() if isinstance(at, datetime) else at


def _line(words: object) -> str | None:
    return " ".join(words_of_page(words).split())[:200] or None if isinstance(words, str) else None


def web_address(link: object, base: object = None) -> str | None:
    """A link as an address on the web, against a base where it is relative; None for one that leads elsewhere.

    >>> web_address("/a/1", "https://desk.example/feed"), web_address("javascript:alert(1)")
    ('https://desk.example/a/1', None)
    """
    if not isinstance(link, str) or not link.strip() or len(link) > 2000:
        return None
    try:
        whole = urljoin(base, link.strip()) if isinstance(base, str) else link.strip()
        parts = urlsplit(whole)
        return whole if parts.scheme in ("http", "https") and parts.hostname and not re.search(r"[\s<>\"]", whole) else None
    except ValueError:
        return None


def _home(head: dict[str, Any], address: str | None) -> str | None:
    """The host that a feed is of, by which ids that are no addresses are told apart."""
    hosts = (urlsplit(found).hostname for link in (head.get("link"), address) if (found := web_address(link)))
    return next(hosts, None) or _line(head.get("title"))


def _post(entry: _Entry, ids: Counter[str | None], links: Counter[str | None], home: str, base: object) -> str | None:
    """The id by which the outlet knows the entry; an id that stands on several entries of one feed is none."""
    if entry.id and ids[entry.id] == 1:
        return entry.id if re.match(r"https?://|tag:|urn:", entry.id) else f"{home} {entry.id[:300]}"
    if entry.link and links[entry.link] == 1:
        return web_address(entry.link, base)
    return None


def without_future(found: Document, now: datetime) -> Document:
    """The document; without its dates where they lie more than a day after `now`, at which it was fetched."""
    latest = (now + _DAY).date()
    return replace(
        found,
        published=None if found.published and _day(found.published) > latest else found.published,
        edited=None if found.edited and _day(found.edited) > latest else found.edited,
    )
