"""The lines of the exchange format, as documents."""

import json
from collections.abc import Iterable, Iterator

from sayso.errors import InputError
from sayso.record.document import Document, Unread
from sayso.sources.posts import document_of, record


def given(lines: Iterable[bytes], *, where: str = "the input", named: bool = True) -> Iterator[Document | Unread]:
    """A document or a refusal for each line that is not blank, in order; a refusal has the line (from 1) and the id, if one was read.

    `named` False: a record may lack its id, and is then named by its line.
    """
    for number, line in enumerate(lines, 1):
        if line.strip() in (b"", b"\xef\xbb\xbf"):
            continue
        yield _read(line, number, where, named=named)


def looks_like_json_lines(first_bytes: bytes) -> bool:
    """Do these first bytes of a file begin with one JSON object in a line (or with a line of objects too long to see its end)?

    >>> [looks_like_json_lines(first) for first in (b'\\n{"id": 1, "text": "a"}\\n', b"Two dead.", b'{\\n "name": 1}')]
    [True, False, False]
    """
    lines = first_bytes.removeprefix(b"\xef\xbb\xbf").splitlines(keepends=True)
    first = next((line for line in lines if line.strip()), b"")
    words = first.strip()
    if not words.startswith(b"{"):
        return False
    if not first.endswith((b"\n", b"\r")) and not words.endswith(b"}"):
        return len(words) > 2
    try:
        json.loads(words)
    except RecursionError:
        return True
    except ValueError:
        # A faulty first line among good ones is still JSON Lines; "{" alone begins a pretty-printed object
        return words.endswith(b"}") or any(line.lstrip().startswith(b'{"') for line in lines[lines.index(first) + 1 :])
    return True


def _read(line: bytes, number: int, where: str, *, named: bool) -> Document | Unread:
    place = f"line {number} of {where}"
    name: str | int | None = None
    try:
        found = record(line)
        identity = found.get("id")
        name = identity if isinstance(identity, (str, int)) and not isinstance(identity, bool) else None
        return document_of(found, raw=line.strip(), name=None if named else f"{where}:{number}")
    except InputError as why:
        return Unread(where=place, why=why.what, then=why.then, name=name, line=number)
