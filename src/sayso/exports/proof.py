"""The proof of a page: whatever it prints is in the edition, or the page is not published."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser
from typing import Any

from sayso.errors import EvidenceError
from sayso.exports.counted import counted
from sayso.record.edition import Edition

_FREE = {"style", "script", "title", "code", "svg"}  # what is no statement: styling, digests, map drawings, which carry their own keys
_DIGIT = re.compile(r"\d")
_VOID = {"meta", "br", "link", "hr", "img", "input", "wbr"}


def proved(page: str, edition: Edition, *, quotes: Iterable[str], times: Iterable[str], names: Iterable[str] = ()) -> str:
    """The page itself; EvidenceError where it prints a number, quotation, name or date that the edition does not hold.

    `quotes`, `times` and `names` are the quotations, dates and joined place names as they are worded in the page.
    """
    reader = _Page()
    reader.feed(page)
    reader.close()
    faults = tuple(
        _faults(reader, counted(edition), _flat(quotes), _flat(times) | _flat(_strings(edition)), _flat(_strings(edition)) | _flat(names))
    )
    if faults:
        raise EvidenceError("the page is not published", faults=faults, then="this is a fault of the template: please report it")
    return page


class _Page(HTMLParser):
    """The text of a page by the element that holds it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.path: list[tuple[str, str]] = []
        self.loose: list[str] = []
        self.numbers: list[tuple[str, str]] = []
        self.held: dict[str, list[str]] = {"q": [], "cite": [], "time": []}
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        if tag == "data" or tag in self.held:
            self.text = []
        self.path.append((tag, dict(attrs).get("data-n") or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or not any(open_tag == tag for open_tag, _ in self.path):
            return
        while self.path:
            open_tag, key = self.path.pop()
            if open_tag == "data":
                self.numbers.append((key, "".join(self.text)))
            elif open_tag in self.held:
                self.held[open_tag].append("".join(self.text))
            if open_tag == tag:
                return

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self.path}
        if tags & {"data", *self.held}:
            self.text.append(data)
        elif not tags & _FREE and _DIGIT.search(data):
            self.loose.append(" ".join(data.split()))


def _faults(page: _Page, numbers: dict[str, str], quotes: set[str], times: set[str], strings: set[str]) -> Iterator[str]:
    for words in page.loose:
        yield f"a number without evidence: {words[:80]!r}"
    for key, words in page.numbers:
        if key not in numbers:
            yield f"the number {words!r} claims to be {key!r}, which the edition does not have"
        elif " ".join(words.split()) != " ".join(numbers[key].split()):
            yield f"the page says {words!r} where the edition says {numbers[key]!r} ({key})"
    for words in page.held["q"]:
        if _one(words) not in quotes:
            yield f"a quotation that is in no document: {words[:80]!r}"
    for words in page.held["cite"]:
        if _one(words) not in strings:
            yield f"a name that is not in the edition: {words[:80]!r}"
    for words in page.held["time"]:
        if _one(words) not in times:
            yield f"a date that is not in the edition: {words[:80]!r}"


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401 - walks over records of any kind
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _strings(item)


def _one(words: str) -> str:
    return " ".join(words.split())


def _flat(words: Iterable[str]) -> set[str]:
    return {_one(word) for word in words}
