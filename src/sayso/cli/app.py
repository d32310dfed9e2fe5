"""The commands of `sayso`."""

import errno
import os
import sys
from typing import Annotated

import typer

from sayso.cli import annotating, briefing, grouping, keeping, looking, reviewing, serving, watching
from sayso.cli.screen import complain
from sayso.errors import ConfigError, SaysoError
from sayso.version import __version__

app = typer.Typer(
    name="sayso",
    help="Who says what happened: every claim in a war report with its speaker, its relays and its exact words.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
# Each with its line in the list of commands: it must fit a terminal of 80 columns.
app.command("annotate", short_help="claims, events, figures, places, times, names, as JSON Lines")(annotating.annotate)
app.command("group", short_help="which documents are copies, and which tell of one incident")(grouping.group)
app.command("brief", short_help="an edition: who says what happened, side by side")(briefing.brief)
app.command("add", short_help="keep reports in a ledger")(keeping.add)
app.command("watch", short_help="read feeds, folders, addresses again and again")(watching.watch)
app.command("trace", short_help="where a sentence was first seen, and every copy of it")(keeping.trace)
app.command("review", short_help="open questions of a ledger, and answers to them")(reviewing.review)
app.command("serve", short_help="a ledger as pages on this machine, and as JSON")(serving.serve)
app.command("show", short_help="a report with its evidence highlighted")(looking.show)
app.command("kinds", short_help="the kinds of event, and their names in ACLED, UCDP and others")(looking.kinds)
app.command("languages", short_help="the languages that are read")(looking.languages)
app.command("doctor", short_help="what is installed, what is missing, how to get it")(looking.doctor)


@app.callback(invoke_without_command=True)
def _version(version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)] = False) -> None:
    if version:
        print(__version__)
        raise typer.Exit


def main() -> None:
    """Runs the program: what sayso raises on purpose is told in a sentence, with exit status 1 (2 for a faulty configuration)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except SaysoError as error:
        complain(str(error))
        sys.exit(2 if isinstance(error, ConfigError) else 1)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone: no message of Python's is owed
        sys.exit(0)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115  what waits in the buffer has nowhere to go
        complain("the output cannot be written: no space is left where it goes; free some, or write elsewhere")
        sys.exit(1)
    except KeyboardInterrupt:
        complain("stopped")
        sys.exit(130)
