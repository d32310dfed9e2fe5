"""The fields of a record of gold: values of a known type, or a sentence that says which field is wrong."""

from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from sayso.errors import InputError
from sayso.text.span import Span

MEND = "mend the record, or make the file anew"
Choice = TypeVar("Choice", bound=StrEnum)


def faulty(field: str, value: object, want: str) -> NoReturn:
    """InputError that names the field, what stands there and what belongs there."""
    told = repr(value)
    raise InputError(f'"{field}" is {told if len(told) <= 60 else told[:59] + "…"} and not {want}', then=MEND)


def words(given: dict[str, Any], field: str) -> str | None:
    """Text, a number as text, or None."""
    value = given.get(field)
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    faulty(field, value, "text")


def objects(given: dict[str, Any], field: str) -> list[dict[str, Any]]:
    """A list of objects; none where the field is missing."""
    value = given.get(field)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        faulty(field, value, "a list of objects")
    return value


def listed(given: dict[str, Any], field: str) -> tuple[str, ...]:
    """A list of words."""
    value = given.get(field)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        faulty(field, value, "a list of words")
    return tuple(value)


def pairs(given: dict[str, Any], field: str) -> tuple[tuple[str, str], ...]:
    """A list of pairs of words."""
    value = given.get(field)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(pair, list) and len(pair) == 2 for pair in value):
        faulty(field, value, "a list of pairs")
    return tuple((str(first), str(second)) for first, second in value)


def number(given: dict[str, Any], field: str) -> float | None:
    """A number, or None."""
    value = given.get(field)
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    faulty(field, value, "a number")


def chosen(of: type[Choice], given: dict[str, Any], field: str, otherwise: Choice) -> Choice:
    """The member of a closed list."""
    value = given.get(field)
    if value is None:
        return otherwise
    try:
        return of(value)
    except ValueError:
        faulty(field, value, f"one of {', '.join(of)}")


def spans(given: dict[str, Any], field: str, text: str) -> tuple[Span, ...]:
    """The spans of a field, [start, end] or a list of them, each inside of the text and not empty."""
    value = given.get(field)
    if not value:
        return ()
    if not isinstance(value, list):
        faulty(field, value, "a list of spans [start, end]")
    return tuple(_span(item, field, text) for item in ([value] if isinstance(value[0], int) else value))


def span(given: dict[str, Any], field: str, text: str) -> Span:
    """The one span of a field."""
    found = spans(given, field, text)
    if len(found) != 1:
        faulty(field, given.get(field), "a span [start, end]")
    return found[0]


def _span(value: object, field: str, text: str) -> Span:
    if not isinstance(value, list) or len(value) != 2 or not all(isinstance(at, int) and not isinstance(at, bool) for at in value):
        faulty(field, value, "a span [start, end] of whole numbers")
    start, end = value
    if not 0 <= start < end <= len(text):
        raise InputError(
            f'"{field}" {value} lies outside of the text, which has {len(text)} characters'
            if end > len(text) or start < 0
            else f'"{field}" {value} holds no character',
            then="spans are [start, end) in characters of the record's own text: " + MEND,
        )
    return Span(start, end)
