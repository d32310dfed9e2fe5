"""The address: a page on the web, fetched when it is named outright."""

import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from http.client import HTTPException

from sayso.record.document import Document, Unread
from sayso.sources.forms import MOST_BYTES, documents_of
from sayso.version import __version__

_SECONDS = 30
_AGENT = f"sayso/{__version__} (reads one page for its user)"


def is_address(path: str) -> bool:
    """Is this an address on the web and not a path?

    >>> is_address("https://desk.example/report"), is_address("reports/https.txt")
    (True, False)
    """
    return path.lower().startswith(("http://", "https://"))


def fetched(url: str) -> Iterator[Document | Unread]:
    """The documents of a page; a refusal where it cannot be had, is too large, or says that it is no page.

    Only http and https are followed, also in redirects; at most 20 MB are read, and 30 seconds waited.
    """
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.HTTPHandler,
        urllib.request.HTTPSHandler,
        urllib.request.HTTPDefaultErrorHandler,
        urllib.request.HTTPRedirectHandler,
        urllib.request.HTTPErrorProcessor,
        urllib.request.ProxyHandler,
    ):
        opener.add_handler(handler())
    try:
        request = urllib.request.Request(url, headers={"User-Agent": _AGENT, "Accept": "text/html,text/plain;q=0.9,*/*;q=0.1"})
        with opener.open(request, timeout=_SECONDS) as answer:
            data = answer.read(MOST_BYTES + 1)
            kind = answer.headers.get_content_type()
    except urllib.error.HTTPError as why:
        yield Unread(
            where=url, why=f"the server answered {why.code} {why.reason}", then="open it in a browser, save the page and give the file"
        )
        return
    except (urllib.error.URLError, HTTPException, TimeoutError, OSError, ValueError) as why:
        told = getattr(why, "reason", None) or why
        yield Unread(where=url, why=f"it cannot be fetched ({told})", then="check the address and the network, or give a saved page")
        return
    if len(data) > MOST_BYTES:
        yield Unread(
            where=url, why=f"the page has more than {MOST_BYTES // 1_000_000} MB", then="save the part that is meant and give the file"
        )
        return
    name = url if kind != "text/html" or url.lower().endswith((".html", ".htm")) else f"{url}#page.html"
    for found in documents_of(data, name=name):
        yield replace(found, where=url) if isinstance(found, Unread) else replace(found, name=url, url=found.url or url)
