"""The Telegram export: posts of a channel as Telegram Desktop writes them (result.json)."""

import json
import re
from collections.abc import Iterator
from typing import Any, TextIO

from sayso.errors import InputError
from sayso.record.document import Document, Unread, document
from sayso.sources.published import from_unix, published_at

_MESSAGES = re.compile(r"\"messages\"\s*:\s*\[")
_ID = re.compile(r"\"id\"\s*:\s*(-?\d{1,20})\b")
_CHUNK = 1 << 20
_MOST_POST = 20_000_000  # characters of one post with all its fields
_HEAD = 1 << 16
_MOST_DIGITS = 40  # of a number; a longer one stays text, since Python refuses to count it


def looks_like_export(head: str) -> bool:
    """Does a JSON file begin like an export of Telegram?"""
    return head.lstrip().startswith("{") and bool(_MESSAGES.search(head[:_HEAD])) and '"type"' in head[:_HEAD]


def posts(stream: TextIO, *, where: str) -> Iterator[Document | Unread]:
    """The posts of an export in its order; service messages and posts without words are left out.

    The file is read piece by piece, so that an export of any size takes little memory. A post that cannot be read is refused,
    and the rest is read; after JSON that breaks off nothing more can be.
    """
    buffer = stream.read(_HEAD)
    begin = _MESSAGES.search(buffer)
    if not begin:
        yield Unread(where=where, why="no messages were found", then="give the result.json of one exported channel")
        return
    channel = _channel(buffer[: begin.start()])
    number_of_channel = _ID.search(buffer[: begin.start()])
    home = number_of_channel.group(1) if number_of_channel else channel or where
    decoder = json.JSONDecoder(parse_int=_number)
    at = begin.end()
    number = 0
    while True:
        at = _skipped(buffer, at)
        if at >= len(buffer):
            more = stream.read(_CHUNK)
            if not more:
                yield Unread(where=where, why=f"the file breaks off after {number} messages", then="export the channel again")
                return
            buffer, at = buffer[at:] + more, 0
            continue
        if buffer[at] == "]":
            return
        try:
            message, at = decoder.raw_decode(buffer, at)
        except RecursionError:
            yield Unread(where=where, why=f"message {number + 1} is nested too deep", then="export the channel again")
            return
        except ValueError as why:
            more = stream.read(max(_CHUNK, len(buffer))) if len(buffer) - at < _MOST_POST else ""
            if not more:
                yield Unread(
                    where=where, why=f"the file cannot be read after {number} messages: {str(why)[:120]}", then="export the channel again"
                )
                return
            buffer, at = buffer[at:] + more, 0
            continue
        number += 1
        if len(buffer) - at < 4096 and at > _CHUNK // 2:
            buffer, at = buffer[at:], 0
        yield from _post(message, channel, where, home)


def _number(digits: str) -> int | str:
    return int(digits) if len(digits) <= _MOST_DIGITS else digits


def _skipped(buffer: str, at: int) -> int:
    while at < len(buffer) and buffer[at] in " \t\r\n,":
        at += 1
    return at


def _channel(head: str) -> str | None:
    found = re.search(r"\"name\"\s*:\s*(\"(?:[^\"\\]|\\.){0,500}\")", head)
    try:
        return str(json.loads(found.group(1))) if found else None
    except ValueError:
        return None


def _post(message: object, channel: str | None, where: str, home: str) -> Iterator[Document | Unread]:
    if not isinstance(message, dict) or message.get("type") != "message":
        return
    number = message.get("id")
    place = f"post {number} of {channel or where}"
    try:
        text = words_of(message.get("text"))
    except InputError as why:
        yield Unread(where=place, why=why.what, then=why.then, name=str(number))
        return
    if not text.strip():
        return
    yield document(
        text,
        name=f"{channel or where}/{number}",
        published=from_unix(message["date_unixtime"]) if "date_unixtime" in message else published_at(message.get("date")),
        outlet=channel or _named(message, "from"),
        url=None,
        forwarded_from=_named(message, "forwarded_from") or _named(message, "saved_from"),
        edited=from_unix(message["edited_unixtime"]) if "edited_unixtime" in message else None,
        post=f"telegram {home} {number}" if isinstance(number, int) else None,
        raw=json.dumps(message, ensure_ascii=True, sort_keys=True).encode(),
    )


def _named(message: dict[str, Any], key: str) -> str | None:
    value = message.get(key)
    return value if isinstance(value, str) and value else None


def words_of(text: object) -> str:
    """The words of a post: a string, or a list of strings and of objects with a text, in order. InputError for anything else.

    >>> words_of([{"type": "bold", "text": "Tyotkino."}, " All quiet."])
    'Tyotkino. All quiet.'
    """
    if text is None:
        return ""
    if isinstance(text, str):
        return text
    if not isinstance(text, list):
        raise InputError("its text is neither words nor a list", then="export the channel again")
    parts = []
    for part in text:
        words = part.get("text") if isinstance(part, dict) else part
        if not isinstance(words, str):
            raise InputError("a piece of its text has no words", then="export the channel again")
        parts.append(words)
    return "".join(parts)
