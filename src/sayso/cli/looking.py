"""`sayso show`, `kinds`, `languages`, `doctor`: looking at a text's evidence, and at the program."""

import json
import re
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.screen import console, narrow, working
from sayso.errors import InputError
from sayso.text.printable import printable

_ID = re.compile(r"[cia]-[0-9a-f]{16}")
_WORD = re.compile(r"(?!-$)(?![cia]-[0-9a-f]{16}$)[\w-]+")  # no path, no address, no file name with an ending
AsJson = Annotated[bool, typer.Option("--json", help="JSON for a program to read.")]


def show(
    path: Annotated[
        str, typer.Argument(help="A report (text, page, export; - is standard input), or the id of a claim, incident or account.")
    ],
    published: Annotated[
        str | None, typer.Option(help="When it was published, where the file does not say: 2024-03-12 or 2024-03-12T18:00+02:00.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it, where the file does not say.")] = None,
    pack: Annotated[str | None, typer.Option(help="A built-in conflict pack's name, or a folder with a pack of your own.")] = None,
    ledger: Annotated[str | None, typer.Option("--ledger", help="Where an id is looked up (default sayso.ledger).")] = None,
    gold: Annotated[
        bool, typer.Option("--gold", help="PATH is a corpus in JSON Lines: show what its annotators say, not what the program reads.")
    ] = False,
    key: Annotated[str | None, typer.Option("--id", help="With --gold: the document or incident to show; without it, a list.")] = None,
    beside: Annotated[
        bool, typer.Option("--beside", help="With --gold and --id: what the program finds, misses and adds. Give the corpus's --pack.")
    ] = False,
) -> None:
    """A report with its evidence highlighted: who says what, by which words. Or a claim, incident or account of the ledger, by its id."""
    if gold:
        from sayso.cli.gold import gold_shown

        gold_shown(path, key, beside=beside, pack=pack)
        return
    if key or beside:
        raise typer.BadParameter(f"{'--id' if key else '--beside'} belongs to --gold")
    from rich.text import Text

    from sayso.cli.highlights import claims_below, marked, told
    from sayso.cli.screen import coloured
    from sayso.run.config import config
    from sayso.run.front import look

    screen, settings = console(), config(pack=pack, ledger=ledger)
    if _ID.fullmatch(path) and path[0] != "c":
        from sayso.run.publishing import entry_published
        from sayso.run.recall import entry_of

        edition, entry = entry_of(path, settings)
        screen.print(Text(entry_published(entry, edition, narrow())), soft_wrap=True)
        return
    if _WORD.fullmatch(path) and not Path(path).exists():
        raise InputError(
            "there is no such file, and this is no id of a claim, incident or account (c-, i- or a- with 16 hexadecimal digits)",
            where=path,
            then="check the name; `sayso brief --ledger LEDGER --format json` lists the ids",
        )
    with working("reading"):
        if _ID.fullmatch(path):
            from sayso.run.recall import document_of_claim

            seen = [document_of_claim(path, settings)]
        else:
            seen = list(look([path], settings, published=published, outlet=outlet))
    for annotation in seen:
        screen.rule(Text(printable(annotation.document.name)), style="dim", align="left")
        words = marked(annotation.document.text, told(annotation), colours=coloured(screen))
        screen.print(words, soft_wrap=not screen.is_terminal)
        screen.print()
        for below in claims_below(annotation):
            screen.print(below, soft_wrap=True)


def kinds(as_json: AsJson = False) -> None:
    """The kinds of event, and what they are called in ACLED, UCDP, PLOVER and VIINA."""
    from sayso.run.inspection import kinds_listed

    listed = kinds_listed()
    if as_json:
        print(json.dumps(listed, ensure_ascii=False, indent=1))
        return
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(title="Kinds of event", title_justify="left", box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for head in ("kind", "ACLED", "UCDP", "PLOVER", "VIINA"):
        table.add_column(head, overflow="fold")
    for kind in listed:
        acled, plover = kind["acled"], kind["plover"]
        table.add_row(
            str(kind["kind"]),
            f"{acled['event_type']}: {acled['sub_event_type']}" if acled else "",
            str(kind["ucdp"] or ""),
            " / ".join(filter(None, (plover["event"], plover["mode"]))) if plover else "",
            str(kind["viina"] or ""),
        )
    console().print(table)


def languages(as_json: AsJson = False) -> None:
    """The languages that are read, and how much the lexicon of each knows."""
    from sayso.run.inspection import languages_listed

    listed = languages_listed()
    if as_json:
        print(json.dumps(listed, ensure_ascii=False, indent=1))
        return
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(
        title="Languages, and how many entries the lexicon of each has", title_justify="left", box=SIMPLE_HEAD, padding=(0, 1, 0, 0)
    )
    for head, value in listed[0].items():
        table.add_column(head, justify="right" if isinstance(value, int) else "left")
    for language in listed:
        table.add_row(*(str(value) for value in language.values()))
    console().print(table)


def doctor(as_json: AsJson = False) -> None:
    """What is installed, which models and data with their digests, what is missing and how to get it."""
    from sayso.run.config import config
    from sayso.run.inspection import checkup

    found = checkup(config().weights)
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    from rich.table import Table
    from rich.text import Text

    then = any(row["then"] for row in found)
    table = Table("what", "state", *(("what next",) if then else ()), title="sayso doctor", title_justify="left")
    for row in found:
        table.add_row(Text(row["what"]), Text(row["state"]), *((Text(row["then"]),) if then else ()))
    console().print(table)
    if any(row["needed"] and not row["there"] for row in found):
        raise typer.Exit(1)
