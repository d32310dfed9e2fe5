"""The gold of incidents on the screen: their list, and one with its accounts, contests and what is none."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from sayso.cli.highlights import STYLES
from sayso.cli.wording import Row, named, quoted, rows_of
from sayso.record.claim import Claim
from sayso.record.document import Unread
from sayso.record.gold import GoldAccount, GoldContest, GoldDocument, GoldIncident
from sayso.run.gold import GoldFile, told_in
from sayso.text.printable import printable

if TYPE_CHECKING:
    from rich.console import Console

Told = Mapping[str, tuple[GoldDocument, Claim]]


def incidents_listed(file: GoldFile, screen: "Console") -> list[Unread]:
    """Prints the list; what could not be read is returned."""
    from rich.table import Table
    from rich.text import Text

    table = Table(title=printable(file.path), title_justify="left")
    for heading in ("id", "split", "from"):
        table.add_column(heading, no_wrap=True)
    for heading in ("docs", "accounts", "contests"):
        table.add_column(heading, justify="right")
    table.add_column("what", overflow="fold")
    unread: list[Unread] = []
    for item in file.incidents():
        if isinstance(item, Unread):
            unread.append(item)
            continue
        counts = (str(len(of)) for of in (item.documents, item.accounts, item.contests))
        table.add_row(*(Text(printable(cell)) for cell in (item.id, item.split, item.start[:10], *counts, item.title)))
    screen.print(table)
    screen.print(f"one of them: sayso show --gold {printable(file.path)} --id ID")
    return unread


def incident_shown(incident: GoldIncident, path: str, screen: "Console") -> None:
    """Prints an incident: the accounts by speaker with the words of their claims, the contests, and what is no contest."""
    from rich.text import Text

    told = told_in(incident, path)
    screen.rule(Text(printable(f"{incident.id} · {incident.title}")), style="dim", align="left")
    when = incident.start if incident.start == incident.end else f"{incident.start} to {incident.end}"
    screen.print(rows_of(_about(incident, when)))
    screen.print()
    screen.print(Text("Accounts", style="bold"))
    for account in incident.accounts:
        speaker, rows = _account(account, told)
        screen.print(Text(speaker, style=STYLES["source"]))
        screen.print(rows_of(rows))
    for title, contests in (("Contests", incident.contests), ("No contests", incident.not_contests)):
        screen.print()
        screen.print(Text(title, style="bold"))
        screen.print(rows_of(_contests(contests)) if contests else "none")


def _about(incident: GoldIncident, when: str) -> Iterator[Row]:
    from rich.text import Text

    yield "what", Text(printable(f"{incident.kind}, {incident.place or 'no place'}"))
    yield "when", Text(printable(when))
    if incident.alike:
        yield "alike", Text(printable(f"{', '.join(incident.alike)} (another incident that could be taken for it)"))
    yield "documents", Text(printable(", ".join(incident.documents) + (f" ({incident.split})" if incident.split else "")))


def _account(account: GoldAccount, told: Told) -> tuple[str, list[Row]]:
    """(who speaks, a row for each claim in the order of publication); what was superseded says so, and by which claim."""
    by: dict[str, list[str]] = {}
    for older, newer in account.supersedes:
        by.setdefault(older, []).append(newer)
    names = {name for ref in account.claims if ref in told and (name := _as(account.speaker, told[ref][1]))}
    rows: list[Row] = []
    for reference in sorted(account.claims, key=lambda ref: (_when(ref, told), account.claims.index(ref))):
        rows += _claim(reference, by.get(reference, ()), told)
    return (min(names, key=len) if names else printable(account.speaker)), rows


def _as(speaker: str, claim: Claim) -> str | None:
    """The claim's speaker as shown, where it speaks for itself and not as one of several."""
    who = claim.speaker
    return named(who) if who and not who.members and speaker in (who.id, who.name) else None


def _when(reference: str, told: Told) -> str:
    return (told[reference][0].published or "") if reference in told else "9999"


def _claim(reference: str, newer: Iterable[str], told: Told) -> Iterator[Row]:
    from rich.text import Text

    if reference not in told:
        yield printable(reference), Text("(its words are in no file beside this one)", style="dim")
        return
    document, claim = told[reference]
    later = list(newer)
    line = Text(f"{printable((document.published or '')[5:16].replace('T', ' '))} ")
    line.append(claim.stance.value, style=STYLES["cue"])
    line.append(f" {quoted(claim.content, document.annotation.document.text)}", style="strike dim" if later else "")
    if later:
        line.append(printable(f"  superseded by {', '.join(later)}"))
    yield printable(reference), line


def _contests(contests: Iterable[GoldContest]) -> Iterator[Row]:
    from rich.text import Text

    for contest in contests:
        yield printable(contest.kind), Text(printable(contest.about), style="italic")
        for speaker, value in contest.between:
            line = Text(printable(speaker), style=STYLES["source"])
            line.append(printable(f": {value}"))
            yield "", line
