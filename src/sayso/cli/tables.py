"""The table of an edition on the screen."""

from sayso.cli.screen import console
from sayso.record.edition import Edition

_MOST = 150  # characters of a quotation in a cell
_RATIOS = (3, 2, 3, 6)  # widths of the columns


def show(edition: Edition) -> None:
    """Prints the accounts of each incident side by side: who, how, figures, words."""
    from rich.table import Table
    from rich.text import Text

    from sayso.run.publishing import columns, lines, summary

    screen = console()
    rows: dict[str, Table] = {}
    for line in lines(edition):
        if line.incident not in rows:
            table = rows[line.incident] = Table(
                title=line.incident, title_justify="left", title_style="bold", expand=True, show_lines=False
            )
            for head, ratio in zip(columns(edition), _RATIOS, strict=True):
                table.add_column(head, ratio=ratio)
        words = " ".join(line.words.split())
        shown = words if len(words) <= _MOST else words[: _MOST - 1] + "…"
        style = "yellow" if line.contest else ""
        quoted = shown if line.contest or not shown else f"“{shown}”"
        rows[line.incident].add_row(Text(line.who, style=style), Text(line.does), Text(line.figures, style=style), Text(quoted))
    for table in rows.values():
        screen.print(table)
    screen.print(summary(edition))
