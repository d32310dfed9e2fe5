"""The screen: messages, progress and tables; no colours when piped."""

import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

from sayso.errors import InputError
from sayso.text.printable import printable

if TYPE_CHECKING:
    from rich.console import Console

PIPED_WIDTH = 140  # columns of a table that nobody looks at on a screen
TEXT_WIDTH, LEAST_WIDTH = 100, 40  # columns of an edition as text, and the fewest to which it is fitted
Item = TypeVar("Item")


def complain(message: str) -> None:
    """Tells a person what is wrong, on standard error."""
    print(f"sayso: {printable(message)}", file=sys.stderr)


def save(path: Path, words: str) -> None:
    """Writes a result to a file, its folder made if need be; InputError where that cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8", newline="\n")
    except OSError as why:
        raise InputError(f"it cannot be written ({why.strerror})", where=str(path), then="give --out a file that you may write") from None


def sink(path: Path | None) -> TextIO:
    """Where lines are written: a file, or standard output; InputError where the file cannot be opened."""
    if path is None:
        return sys.stdout
    try:
        return path.open("w", encoding="utf-8", newline="\n")
    except OSError as why:
        raise InputError(f"it cannot be written ({why.strerror})", where=str(path), then="give --out a file that you may write") from None


def console(*, err: bool = False) -> "Console":
    """Rich's console for standard output or error; it drops colours by itself where nobody looks."""
    from rich.console import Console

    made = Console(stderr=err, highlight=False, markup=False)
    return made if made.is_terminal else Console(stderr=err, highlight=False, markup=False, width=PIPED_WIDTH)


def narrow() -> int | None:
    """The columns of a terminal on which lines of the usual width would be broken; None elsewhere: a file has them as they are."""
    if not sys.stdout.isatty():
        return None
    columns = shutil.get_terminal_size().columns
    return max(columns, LEAST_WIDTH) if columns < TEXT_WIDTH else None


def coloured(screen: "Console") -> bool:
    """Can colours be seen there? Not in a file, on a terminal that has none, or where NO_COLOR asks for none."""
    return screen.is_terminal and screen.color_system is not None and not screen.no_color


def followed(items: Iterable[Item], what: str, total: int | None = None) -> Iterator[Item]:
    """The items, with a progress bar on standard error where a person looks at it."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console(err=True), transient=True) as progress:
        task = progress.add_task(what, total=total)
        for item in items:
            yield item
            progress.advance(task)


@contextmanager
def working(what: str) -> Iterator[None]:
    """A spinner on standard error while something goes on, where a person looks at it."""
    if not sys.stderr.isatty():
        yield
        return
    with console(err=True).status(what):
        yield
