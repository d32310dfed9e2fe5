"""`sayso watch`: sources read again and again, what is new kept in a ledger."""

import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.keeping import AtLedger
from sayso.cli.screen import complain, console

if TYPE_CHECKING:
    from sayso.run.watching import Round

_NAP = 30.0  # seconds after which the hour is looked at again: a machine may have slept


def watch(
    sources: Annotated[Path, typer.Argument(help="A TOML file with [[sources]]: feeds, folders, addresses (docs/commands.md).")],
    ledger: AtLedger = None,
    once: Annotated[
        bool, typer.Option("--once", help="One round over all sources, also those that wait after a failure, and stop.")
    ] = False,
    every: Annotated[float, typer.Option(min=1, max=43200, help="Minutes between two rounds of a source.")] = 30,
    pack: Annotated[str | None, typer.Option(help="The pack for sources that name none: a built-in one, or a folder.")] = None,
) -> None:
    """Reads listed sources round after round and adds what is new; one that fails waits longer and stops no other. Ctrl-C ends it."""
    from sayso.run.config import config
    from sayso.run.watching import due, sources_in
    from sayso.run.watching import watch as watched

    settings = config(ledger=ledger, pack=pack)
    listed = sources_in(sources, settings)
    screen = console()
    if once:
        rounds = []
        for told in watched(listed, settings, every=every, clock=_now):
            rounds.append(told)
            screen.print(_line(told), soft_wrap=True)
            _complain(told)
        if all(told.failed for told in rounds):
            raise typer.Exit(1)
        return
    ready = len(due(listed, settings, _now()))
    screen.print(f"{settings.ledger}: watching {len(listed)} sources, {ready} of them now; Ctrl-C ends it", soft_wrap=True)
    try:
        while True:
            for told in watched(due(listed, settings, _now()), settings, every=every, clock=_now):
                screen.print(_line(told), soft_wrap=True)
                _complain(told)
            time.sleep(_NAP)
    except KeyboardInterrupt:
        complain(f"stopped; what was told as added is in {settings.ledger}")


def _now() -> datetime:
    return datetime.now(UTC)


def _line(told: "Round") -> str:
    at = told.next.astimezone().strftime("%Y-%m-%d %H:%M")
    if told.failed:
        return f"{told.source.name}: failed ({told.why}); tried again at {at}"
    if told.unchanged and not told.new and not told.known:
        return f"{told.source.name}: nothing new; read again at {at}"
    return f"{told.source.name}: {told.new} new, {told.known} known, {len(told.unread)} failed; read again at {at}"


def _complain(told: "Round") -> None:
    for unread in told.unread if not told.failed else ():
        complain(f"{told.source.name}: {unread.where}: {unread.why}" + (f"; {unread.then}" if unread.then else ""))
