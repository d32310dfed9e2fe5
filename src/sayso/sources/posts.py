"""The record line: one JSON object that gives a document."""

import json
from typing import Any, NoReturn

from sayso.errors import InputError
from sayso.record.document import Document, document
from sayso.sources.published import published_at, too_late

MOST_BYTES = 20_000_000  # of one record


def record(line: bytes) -> dict[str, Any]:
    """The object in a line. InputError says what is wrong: no UTF-8, no JSON, a key given twice, NaN, nested too deep, no object."""
    if len(line) > MOST_BYTES:
        raise InputError(f"the record has {len(line) / 1e6:.0f} MB, and one may have {MOST_BYTES // 1_000_000}", then="split it")
    try:
        words = line.decode("utf-8-sig")
    except UnicodeDecodeError as why:
        raise InputError(f"the line is not UTF-8 ({why.reason} at byte {why.start})", then="convert it to UTF-8") from None
    try:
        value = json.loads(words, object_pairs_hook=_once, parse_constant=_no_constant)
    except RecursionError:
        raise InputError("the JSON is nested too deep", then="give one flat object a line") from None
    except ValueError as why:
        raise InputError(f"the line is no JSON: {str(why)[:160]}", then="give one JSON object a line") from None
    if not isinstance(value, dict):
        raise InputError(f"the line is {_called(value)} and no object", then='give {"id": ..., "text": ...}')
    return value


def document_of(given: dict[str, Any], *, raw: bytes | None = None, name: str | None = None) -> Document:
    """The document that an object gives. InputError names the field that is missing or of a wrong type.

    `name` stands in where the object has no id; without it an id must be there. A date that cannot be read counts as not given.
    """
    identity = given.get("id", name)
    if identity is None or isinstance(identity, bool) or not isinstance(identity, (str, int)):
        raise InputError(
            '"id" is missing' if identity is None else f'"id" is {_called(identity)}', then='give "id" as text or a whole number'
        )
    text = given.get("text")
    if not isinstance(text, str):
        raise InputError('"text" is missing' if text is None else f'"text" is {_called(text)} and no text', then='give "text" as text')
    outlet, url, lang, title = (_words(given, key) for key in ("outlet", "url", "lang", "title"))
    when = given.get("published")
    if when is not None and (isinstance(when, bool) or not isinstance(when, (str, int))):
        raise InputError(f'"published" is {_called(when)} and no date', then="give it as ISO 8601, e.g. 2024-03-12T14:25:00+01:00")
    if late := too_late(published_at(when)):
        raise InputError(late, then="set the date right, or leave it out")
    key = identity if isinstance(identity, int) else None
    return document(
        text, name=str(identity), key=key, published=published_at(when), outlet=outlet, url=url, lang=lang, title=title, raw=raw
    )


def _words(given: dict[str, Any], key: str) -> str | None:
    value = given.get(key)
    if value is not None and not isinstance(value, str):
        raise InputError(f'"{key}" is {_called(value)} and no text', then=f'give "{key}" as text, or leave it out')
    return value or None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for i, key in enumerate(keys) if key in set(keys[:i])) if len(keys) < 1000 else "a key"
        raise ValueError(f'"{twice}" stands twice in one object')
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _called(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, (int, float)):
        return "a number"
    return "text" if isinstance(value, str) else "a list" if isinstance(value, list) else "an object"
