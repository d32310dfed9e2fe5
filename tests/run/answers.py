"""The answers of `sayso annotate`, looked through."""

from collections.abc import Iterator


def spans(value: object, key: str = "") -> Iterator[tuple[int, int]]:
    """Every span in an answer, whatever holds it."""
    if isinstance(value, dict):
        for name, held in value.items():
            yield from spans(held, name)
    elif isinstance(value, list):
        if key in ("span", "trigger") and len(value) == 2 and all(isinstance(n, int) for n in value):
            yield value[0], value[1]
        elif key in ("source", "cue", "content"):
            yield from ((start, end) for start, end in value)
        else:
            for held in value:
                yield from spans(held)
