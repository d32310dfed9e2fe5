"""`sayso add` and `sayso trace`: a ledger on disk or on a server."""

import json
from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from sayso.cli.screen import complain, console, followed
from sayso.text.instant import stamp
from sayso.text.printable import printable

AtLedger = Annotated[str | None, typer.Option("--ledger", help="The ledger: a file (default sayso.ledger), or a PostgreSQL address.")]


def add(
    paths: Annotated[
        list[str], typer.Argument(help="Reports: text, pages, feeds, archives, JSON Lines, exports, folders, addresses; - is input.")
    ],
    ledger: AtLedger = None,
    published: Annotated[str | None, typer.Option(help="When it was published, where a file does not say.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it, where a file does not say.")] = None,
    pack: Annotated[str | None, typer.Option(help="A built-in conflict pack's name, or a folder with a pack of your own.")] = None,
    follow: Annotated[bool, typer.Option("--follow", help="Read the pages that a feed on the web only sums up.")] = False,
) -> None:
    """Reads reports and keeps them in a ledger; adding twice changes nothing, and a run that was killed is completed by the next."""
    from sayso.record.document import Document, Unread
    from sayso.run.config import config
    from sayso.run.fetching import LedgerMemory
    from sayso.run.front import take_in
    from sayso.run.keeping import add as kept

    settings = config(ledger=ledger, pack=pack)
    now = datetime.now(UTC)
    memory = LedgerMemory(settings, now)
    ahead: list[Document] = []
    new = known = unread = 0
    try:
        given = take_in(paths, published=published, outlet=outlet, follow=follow, memory=memory)
        for item, fresh in followed(kept(given, settings), "adding"):
            if isinstance(item, Unread):
                unread += 1
                complain(f"{item.where}: {item.why}" + (f"; {item.then}" if item.then else ""))
            elif fresh:
                new += 1
                if item.day is not None and item.day > now.date() + timedelta(days=1):
                    ahead.append(item)
            else:
                known += 1
        memory.kept()
    finally:
        memory.close()
    if ahead:
        told = f"{len(ahead)} of the documents added are dated after today (the first: {ahead[0].name}, {ahead[0].iso})"
        complain(f"{told}; their times count from that date; if it is wrong, set it right and add them to a new ledger")
    for address in memory.unchanged:
        console().print(f"{address}: nothing new since it was last read", soft_wrap=True)
    console().print(f"{settings.ledger}: {new} added, {known} known already, {unread} could not be read", soft_wrap=True)
    if not new and not known and not memory.unchanged:
        raise typer.Exit(1)


def trace(
    sentence: Annotated[str, typer.Argument(help="A sentence, or some words of it.")],
    ledger: AtLedger = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON for a program to read.")] = False,
) -> None:
    """Where a sentence was first seen, by whom it is said to have been said, through which relays, and every copy of it."""
    from sayso.run.config import config
    from sayso.run.keeping import trace as traced

    found = traced(sentence, config(ledger=ledger))
    if as_json:
        print(json.dumps([t.row(t.passage.quote) for t in found], ensure_ascii=False, indent=1))
        return
    if not found:
        complain("no document in the ledger has this sentence; give four words or more as they stand in the text, or add documents first")
        raise typer.Exit(1)
    screen = console()
    for number, t in enumerate(found):
        first = "first seen" if not number else "copy"
        chain = " → ".join(name or "speaker not known" for name in t.chain)
        screen.print(f"{first:>10}  {stamp(t.document.iso) if t.document.iso else 'undated'}  {printable(chain)}", soft_wrap=True)
        screen.print(f"            {t.share:.0%} of the words: “{printable(' '.join(t.passage.quote.split()))}”", soft_wrap=True)
        if t.standing:
            screen.print(f"            an earlier text of the post: {t.standing} stands", soft_wrap=True)
