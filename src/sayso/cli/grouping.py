"""`sayso group`: documents or ready accounts in, families, origins and incidents out."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.screen import complain, sink, working


def group(
    path: Annotated[
        str,
        typer.Argument(
            help="JSON Lines of documents {id, text, published ...} or of ready accounts {id, published?, outlet?, account: {...}}; "
            "- is standard input."
        ),
    ] = "-",
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write here and not to standard output.")] = None,
    pack: Annotated[str | None, typer.Option(help="A built-in conflict pack's name, or a folder with a pack of your own.")] = None,
) -> None:
    """Which documents are copies, who originated them, and which speak of one incident: JSON Lines in and out, same order.

    Of a page given in several texts (one outlet, one url) the latest counts; an earlier one is answered as it, with "standing" its id.
    """
    from sayso.run.config import config
    from sayso.run.exchange import lines_of
    from sayso.run.grouping import grouped

    with working("grouping"):
        answers = grouped(lines_of(path), config(pack=pack))
    into = sink(out)
    try:
        for _, line in answers:
            into.write(line + "\n")
    finally:
        if out:
            into.close()
    if not answers:
        complain(f"{path}: no documents in it; give JSON Lines, one object with id and text, or id and account, a line")
    if not any(good for good, _ in answers):
        raise typer.Exit(1)
