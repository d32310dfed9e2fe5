"""The revision: texts that are one post, as its outlet changed it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time

from sayso.record.document import Document
from sayso.record.revision import Revision
from sayso.text.words import words

_SHARED = 0.4  # of the shorter text's words that stand in the other, where an address is all that two texts have in common
_NEIGHBOURS = 20  # texts at one address that each is compared with
_ADDRESS = re.compile(
    r"https?://(?:[^/?#@\s]*@)?(?P<host>[^/?#\s@\[\]:]+)(?::\d+)?(?P<path>[^?#\s]*)(?:\?(?P<query>[^#\s]*))?", re.IGNORECASE
)
_TRACKING = ("utm_", "fbclid", "gclid", "yclid", "at_")
_NEVER = datetime.min.replace(tzinfo=UTC)


def revisions(documents: Iterable[Document], arrivals: Mapping[str, int] | None = None) -> tuple[Revision, ...]:
    """The posts that have several texts, by the id of the document that stands; the order of the documents changes nothing.

    Texts of one post are its revisions. Texts at one address of one outlet are, where they share words: a page that shows other news each
    day is no revision of itself. The latest edit stands (else the latest publication, else what arrived last, by `arrivals`: document id
    -> a number that grows); a feed's summary never stands before a whole text.
    """
    arrivals = arrivals or {}
    posts: dict[tuple[str, ...], list[Document]] = defaultdict(list)
    for document in {d.id: d for d in sorted(documents, key=lambda d: (d.name, d.id), reverse=True)}.values():
        if key := _key(document):
            posts[key].append(document)
    found = []
    for texts in posts.values():
        for same in _alike(sorted(texts, key=lambda d: _order(d, arrivals))) if len(texts) > 1 else ():
            if len(same) > 1:
                found.append(Revision(document=same[-1].id, earlier=tuple(d.id for d in same[:-1])))
    return tuple(sorted(found, key=lambda r: r.document))


def page_address(url: str | None) -> str | None:
    """What two addresses of one page have in common; None for an address that is no page's.

    >>> page_address("http://Desk.example/a/1/?utm_source=x#top"), page_address("https://desk.example/")
    ('desk.example/a/1', None)
    """
    parts = _ADDRESS.match(url or "")
    if not parts:
        return None
    asked = "&".join(pair for pair in (parts["query"] or "").split("&") if pair and not pair.lower().startswith(_TRACKING))
    path = parts["path"].rstrip("/")
    return f"{parts['host'].lower().removeprefix('www.')}{path}" + (f"?{asked}" if asked else "") if path or asked else None


def _key(document: Document) -> tuple[str, ...] | None:
    if document.post:
        return ("page", page) if (page := page_address(document.post)) else ("post", document.post)
    page = page_address(document.url)
    return ("page", page) if page else None


def _order(document: Document, arrivals: Mapping[str, int]) -> tuple[bool, datetime, int, str]:
    return not document.excerpt, _at(document.edited or document.published), arrivals.get(document.id, 0), document.id


def _at(told: datetime | date | None) -> datetime:
    if told is None:
        return _NEVER
    return told if isinstance(told, datetime) else datetime.combine(told, time(), UTC)


def _alike(texts: Sequence[Document]) -> list[list[Document]]:
    """The texts at one address in groups of one post, each in order."""
    groups: list[list[Document]] = []
    keys = {d.id: frozenset(d.text[s.start : s.end].casefold() for s in words(d.text[:20_000])) for d in texts if not d.post}
    for document in texts:
        home = next(
            (g for g in reversed(groups[-_NEIGHBOURS:]) if any(_one_post(document, other, keys) for other in g[-_NEIGHBOURS:])), None
        )
        if home is None:
            groups.append([document])
        else:
            home.append(document)
    return groups


def _one_post(a: Document, b: Document, keys: dict[str, frozenset[str]]) -> bool:
    if a.post and b.post:
        return True
    if a.outlet and b.outlet and a.outlet.casefold() != b.outlet.casefold():
        return False
    mine, theirs = (keys.get(d.id) or frozenset(d.text[s.start : s.end].casefold() for s in words(d.text[:20_000])) for d in (a, b))
    return len(mine & theirs) >= _SHARED * min(len(mine), len(theirs)) > 0
