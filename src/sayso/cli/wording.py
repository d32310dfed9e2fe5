"""The wording of gold on the screen: names, quotations, rows of a label and words."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.record.claim import Speaker
from sayso.text.printable import printable
from sayso.text.span import Span

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

_MOST = 90  # characters of a quotation in a line
Row = tuple[str, "Text"]


def quoted(spans: Iterable[Span], text: str, most: int = _MOST) -> str:
    """The words of the spans in quotation marks, cut where they are many."""
    words = printable(" ".join(" … ".join(span.of(text) for span in spans).split()))
    return f"“{words if len(words) <= most else words[: most - 1] + '…'}”"


def named(speaker: Speaker | None) -> str:
    """A speaker's name, with id and side where they are known."""
    if speaker is None:
        return "speaker not known"
    more = ", ".join(filter(None, (speaker.id, speaker.side)))
    members = "; together: " + ", ".join(member.id or member.name for member in speaker.members) if speaker.members else ""
    return printable(f"{speaker.name}{f' ({more})' if more else ''}{members}")


def rows_of(rows: Iterable[Row]) -> "RenderableType":
    """Rows of a label and words that wrap beside it."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, words in rows:
        grid.add_row(printable(label), words)
    return grid
