"""The article: a text file, with front matter where it has some."""

import re

from sayso.record.document import Document, document
from sayso.sources.published import published_at

_FENCE = re.compile(r"\A\s*---[ \t]*\r?\n(?P<head>.*?)(?:\r?\n|\A)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_LINE = re.compile(r"(?P<key>[A-Za-z_-]{1,40})[ \t]*:[ \t]*(?P<value>.*)")
_HEADING = re.compile(r"\A\s*#[ \t]+(?P<title>[^\n]+)")
_MOST_HEAD = 10_000  # characters of front matter


def article(text: str, *, name: str, raw: bytes) -> Document:
    """The document of a text file: what follows the front matter is its text, unaltered."""
    fields, body = front_matter(text)
    heading = _HEADING.match(body) if name.endswith((".md", ".markdown")) else None
    return document(
        body,
        name=fields.get("id") or name,
        published=published_at(fields.get("published") or fields.get("date")),
        outlet=fields.get("outlet"),
        url=fields.get("url"),
        lang=fields.get("lang"),
        title=fields.get("title") or (heading.group("title").strip() if heading else None),
        raw=raw,
    )


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The `key: value` lines between two lines of `---` at the top, and the text after them.

    >>> front_matter("---\\noutlet: Harbour Gazette\\n---\\nTwo dead.")
    ({'outlet': 'Harbour Gazette'}, 'Two dead.')
    """
    fence = _FENCE.match(text, 0, _MOST_HEAD) if text.lstrip()[:3] == "---" else None
    if not fence:
        return {}, text
    fields: dict[str, str] = {}
    for line in fence.group("head").splitlines():
        pair = _LINE.fullmatch(line.strip())
        if pair:
            fields[pair.group("key").casefold()] = _unquoted(pair.group("value").strip())
        elif line.strip() and not line.lstrip().startswith(("#", "-")):
            return {}, text  # prose between two rules, no front matter
    return (fields, text[fence.end() :]) if fields else ({}, text)


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
