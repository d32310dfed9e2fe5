"""The rows of a data file: JSON Lines of the package, or of a user."""

import json
from collections.abc import Iterable
from importlib import resources
from typing import Any

from sayso.errors import DataError

Row = dict[str, Any]


def rows(lines: Iterable[str], *, where: str) -> tuple[Row, ...]:
    """The objects of JSON Lines; blank lines and lines that start with # are passed over.

    Raises DataError with every faulty line.
    """
    found, faults = sorted_out(lines)
    if faults:
        raise DataError("cannot read the data", faults=faults, where=where, then="mend the lines named")
    return found


def sorted_out(lines: Iterable[str]) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """(the objects of JSON Lines, what is wrong with each line that holds none)."""
    found: list[Row] = []
    faults: list[str] = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as why:
            faults.append(f"line {number} is no JSON: {why}")
            continue
        if not isinstance(value, dict):
            faults.append(f"line {number} is no object")
            continue
        found.append(value)
    return tuple(found), tuple(faults)


def packaged(package: str, name: str) -> tuple[Row, ...]:
    """The rows of a file of the package, e.g. `packaged("sayso.lexicon.data.en", "cues.jsonl")`; none where it is missing."""
    anchor, *folders = package.split(".")
    path = resources.files(anchor).joinpath(*folders, name)
    if not path.is_file():
        return ()
    return rows(path.read_text("utf-8").splitlines(), where=f"{package}/{name}")
