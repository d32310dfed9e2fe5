"""`sayso annotate`: documents in, annotations out, as JSON Lines."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.screen import complain, followed, sink


def annotate(
    path: Annotated[
        str, typer.Argument(help="JSON Lines of documents {id, text, published, outlet?, url?, lang?}; - is standard input.")
    ] = "-",
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write here and not to standard output.")] = None,
    pack: Annotated[str | None, typer.Option(help="A built-in conflict pack's name, or a folder with a pack of your own.")] = None,
) -> None:
    """Claims, events, figures, places, times and names of each document: JSON Lines in, JSON Lines out, same order."""
    from sayso.run.config import config
    from sayso.run.exchange import answers, lines_of

    lines = lines_of(path)
    into = sink(out)
    answered = asked = 0
    try:
        for good, line in followed(answers(lines, config(pack=pack)), "annotating"):
            asked += 1
            answered += good
            into.write(line + "\n")
            if not out:
                into.flush()
    finally:
        if out:
            into.close()
    if not asked:
        complain(f"{path}: no documents in it; give JSON Lines, one object with id and text a line")
    if not answered:
        raise typer.Exit(1)
