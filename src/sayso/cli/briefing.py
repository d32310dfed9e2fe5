"""`sayso brief`: reports in, an edition out."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.screen import complain, followed, working

FORMATS = ("text", "html", "md", "json")


def brief(
    paths: Annotated[list[str], typer.Argument(help="Reports: text, pages, JSON Lines, Telegram exports, folders; - is standard input.")],
    rule: Annotated[
        str | None, typer.Option(help="The rule for best figures: ucdp, acled-min, maverick-conservative, -representative, -informative.")
    ] = None,
    format: Annotated[str, typer.Option(help="text, html, md or json.")] = "text",
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write here and not to standard output.")] = None,
    published: Annotated[str | None, typer.Option(help="When it was published, where a file does not say.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it, where a file does not say.")] = None,
    pack: Annotated[str | None, typer.Option(help="A built-in conflict pack's name, or a folder with a pack of your own.")] = None,
    delay_hours: Annotated[
        float | None, typer.Option(help="Hold back strikes of the last N hours before the latest report (default 6; 0: none).")
    ] = None,
) -> None:
    """An edition: who says what happened, side by side, with the words behind every number."""
    from sayso.run.config import config
    from sayso.run.front import edition_of, take_in, written

    if format not in FORMATS:
        raise typer.BadParameter(f"{format!r} is not one of {', '.join(FORMATS)}", param_hint="--format")
    settings = config(pack=pack, rule=rule, delay_hours=delay_hours)
    documents = list(take_in(paths, published=published, outlet=outlet))
    with working("making the edition"):
        made, texts = edition_of(list(followed(documents, "reading", total=len(documents))), settings)
        words = written(made, format, texts)
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(words, encoding="utf-8", newline="\n")
    else:
        sys.stdout.write(words)
    for unread in made.unread:
        complain(f"{unread.where}: {unread.why}" + (f"; {unread.then}" if unread.then else ""))
    if not made.documents:
        complain("no document could be read; give reports as text, HTML, JSON Lines or a Telegram export")
        raise typer.Exit(1)
