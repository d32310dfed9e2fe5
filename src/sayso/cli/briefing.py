"""`sayso brief`: reports in, an edition out."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.screen import complain, followed, narrow, save, working

FORMATS = ("text", "html", "md", "json", "table")
ENDINGS = {".html": "html", ".md": "md", ".json": "json", ".txt": "text"}
RULES = "ucdp, acled-min, maverick-conservative, maverick-representative or maverick-informative"


def brief(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Reports: text, pages, JSON Lines, Telegram exports, folders; - is standard input.")
    ] = None,
    ledger: Annotated[
        str | None, typer.Option("--ledger", help="Take the reports from this ledger (a file, or a PostgreSQL address).")
    ] = None,
    since: Annotated[str | None, typer.Option(help="Only reports published on or after this day.")] = None,
    until: Annotated[str | None, typer.Option(help="Only reports published on or before this day.")] = None,
    rule: Annotated[str | None, typer.Option(help=f"The rule for best figures: {RULES}. Without one, ranges only.")] = None,
    format: Annotated[str, typer.Option(help=f"{', '.join(FORMATS)}.")] = "text",
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write here and not to standard output.")] = None,
    also: Annotated[list[Path] | None, typer.Option(help="Write here too, in the form of its ending; may be repeated.")] = None,
    lang: Annotated[str | None, typer.Option(help="The language of labels and names: en, ru, uk, fr. Quotations stay as they are.")] = None,
    zone: Annotated[str | None, typer.Option(help="The time zone of the edition, such as Europe/Kyiv.")] = None,
    translations: Annotated[
        str | None,
        typer.Option(
            help="Readers' translations of quotations: JSON Lines {quote, lang, text, by}; shown beside the words, marked as such."
        ),
    ] = None,
    published: Annotated[str | None, typer.Option(help="When it was published, where a file does not say.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it, where a file does not say.")] = None,
    pack: Annotated[str | None, typer.Option(help="A built-in conflict pack's name, or a folder with a pack of your own.")] = None,
    delay_hours: Annotated[float | None, typer.Option(help="Hold back strikes of the last N hours (default 6; 0: none).")] = None,
) -> None:
    """An edition: who says what happened, side by side, with the words behind every number."""
    from sayso.cli.tables import show
    from sayso.run.config import config
    from sayso.run.front import edition_of, edition_of_ledger, take_in, written

    if format not in FORMATS:
        raise typer.BadParameter(f"{format!r} is not one of {', '.join(FORMATS)}", param_hint="--format")
    if not paths and not ledger:
        raise typer.BadParameter("give reports, or a ledger with --ledger", param_hint="PATHS")
    if paths and ledger:
        told = "give reports or a ledger, not both; to have both: sayso add REPORTS --ledger LEDGER, then sayso brief --ledger LEDGER"
        raise typer.BadParameter(told, param_hint="PATHS")
    for path in also or ():
        if path.suffix not in ENDINGS:
            raise typer.BadParameter(f"{path} does not end in {', '.join(ENDINGS)}", param_hint="--also")
    settings = config(pack=pack, rule=rule, lang=lang, zone=zone, delay_hours=delay_hours, ledger=ledger)
    with working("making the edition"):
        if paths:
            documents = list(take_in(paths, published=published, outlet=outlet))
            made, _ = edition_of(
                followed(documents, "reading", total=len(documents)), settings, since=since, until=until, translations=translations
            )
        else:
            made, _ = edition_of_ledger(settings, since=since, until=until, translations=translations)
    for path in also or ():
        save(path, written(made, ENDINGS[path.suffix]))
    if format == "table":
        show(made)
    elif out:
        save(out, written(made, format))
    else:
        sys.stdout.write(written(made, format, narrow()))
    for unread in made.unread:
        complain(f"{unread.where}: {unread.why}" + (f"; {unread.then}" if unread.then else ""))
    if not made.documents:
        days = " of these days" if since or until else ""
        complain(f"no document{days} could be read; give reports as text, HTML, JSON Lines or a Telegram export")
        raise typer.Exit(1)
