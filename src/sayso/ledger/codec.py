"""The codec: records as plain JSON values, and back, by their type hints."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from sayso.errors import LedgerError
from sayso.text.span import Span

Record = TypeVar("Record")


def plain(value: Any) -> Any:  # noqa: ANN401 - records of every kind
    """A record as dictionaries, lists, strings and numbers; fields that hold their default are left out."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(held) for f in fields(value) if (held := getattr(value, f.name)) != f.default}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise LedgerError(f"a {type(value).__name__} cannot be kept", then="this is a fault of sayso: please report it")


def restored(of: type[Record], value: Any) -> Record:  # noqa: ANN401
    """The record of class `of` that `plain` made; LedgerError where the value is of another form."""
    try:
        made: Record = _made(of, value)
    except (KeyError, TypeError, ValueError, AttributeError) as why:
        raise LedgerError(
            f"a kept {of.__name__} cannot be read: {why}", then="it was written by another version: add the documents again"
        ) from None
    return made


def _made(hint: Any, value: Any) -> Any:  # noqa: ANN401
    if value is None or hint in (NoneType, Any):
        return value
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _one_of([option for option in get_args(hint) if option is not NoneType], value)
    if hint is Span:
        return Span(*value)
    if origin is tuple:
        inner = get_args(hint)
        if len(inner) == 2 and inner[1] is Ellipsis:
            return tuple(_made(inner[0], item) for item in value)
        return tuple(_made(part, item) for part, item in zip(inner, value, strict=True))
    if isinstance(hint, type) and is_dataclass(hint):
        known = _hints(hint)
        return hint(**{key: _made(known[key], held) for key, held in value.items()})
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if hint in (datetime, date):
        return hint.fromisoformat(value)
    return float(value) if hint is float else value


def _one_of(options: list[Any], value: Any) -> Any:  # noqa: ANN401
    """The value under the option that it fits: of day and time by its length, of text and number by its type."""
    if set(options) == {datetime, date}:
        return _made(date if len(value) == 10 else datetime, value)
    if set(options) <= {int, str, float}:
        return value
    return _made(options[0], value)


@cache
def _hints(of: type) -> dict[str, Any]:
    return get_type_hints(of)
