"""The screen: messages, progress and tables; no colours when piped."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.console import Console

PIPED_WIDTH = 140  # columns of a table that nobody looks at on a screen
Item = TypeVar("Item")


def complain(message: str) -> None:
    """Tells a person what is wrong, on standard error."""
    print(f"sayso: {message}", file=sys.stderr)


def console(*, err: bool = False) -> "Console":
    """Rich's console for standard output or error; it drops colours by itself where nobody looks."""
    from rich.console import Console

    made = Console(stderr=err, highlight=False, markup=False)
    return made if made.is_terminal else Console(stderr=err, highlight=False, markup=False, width=PIPED_WIDTH)


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
