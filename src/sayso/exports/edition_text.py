"""The edition as plain text, for a terminal or a mail."""

import textwrap
from collections.abc import Iterator

from sayso.exports.passages import OPEN, Passage, passages, together
from sayso.exports.release import released
from sayso.exports.wording import amount, days, figure_words, sides, speaker_words, what
from sayso.record.account import Account
from sayso.record.contest import Contest
from sayso.record.edition import Edition, Entry
from sayso.text.printable import printable

WIDTH = 100
_LONGEST = 420  # characters of a quotation before it is cut with an ellipsis


def edition_text(edition: Edition) -> str:
    """The edition in lines of at most 100 characters: every statement with its speaker, every number with its words."""
    return printable("\n".join(_lines(edition)).rstrip() + "\n")


def entry_text(entry: Entry, edition: Edition) -> str:
    """One incident of the edition in lines, with every passage."""
    return printable("\n".join(_entry(entry, edition, most=1000)) + "\n")


def _lines(edition: Edition) -> Iterator[str]:
    origins = len({document.origin for document in edition.documents})
    yield f"sayso edition {edition.id}"
    yield (
        f"{_plural(len(edition.documents), 'document')} of {_plural(origins, 'origin')} · {_plural(len(edition.entries), 'incident')} · "
        + (f"best figures by the rule {edition.rule}" if edition.rule else "no rule chosen: ranges without a best figure")
    )
    if edition.held_back:
        yield f"{_plural(edition.held_back, 'strike')} of the last {edition.delay_hours:g} hours held back"
    for entry in edition.entries:
        yield from ("", *_entry(entry, edition))
    if edition.tallies:
        yield from ("", _head("Totals that speakers give (never added to incidents)"))
        for tally in edition.tallies:
            span = days(tally.since, tally.until)
            who = speaker_words(tally.speaker, None)
            counted = what(tally.unit, tally.status, tally.party)
            yield from _wrapped(
                f"{who}: {amount(tally.low, tally.high, approx=tally.approx)} {counted}" + (f", {span}" if span else ""), "  "
            )
        for contest in edition.contests:
            yield from _contest(contest, "  ")
    if edition.strikes:
        yield from ("", _head("Drones and missiles, by speaker"))
        for strikes in edition.strikes:
            counts = ", ".join(f"{amount(low, high)} {status}" for status, low, high in strikes.counts)
            span = days(strikes.since, strikes.until)
            yield from _wrapped(f"{strikes.speaker}: {strikes.unit}s {counts}" + (f" ({span})" if span else ""), "  ")
    if edition.control:
        yield from ("", _head("Who claims control of a place"))
        for control in edition.control:
            revised = ", revising an earlier claim" if control.revises else ""
            yield from _wrapped(
                f"{control.place}: held by {control.holder}, says {control.speaker} ({control.stated or 'undated'}{revised})", "  "
            )
    if edition.measures:
        yield from ("", _head("Measures that affect people"))
        for measure in edition.measures:
            where = f", {measure.place.name}" if measure.place else ""
            yield from _wrapped(f"{measure.kind}{where}, said by {measure.by or 'nobody named'}", "  ")
            yield from _quotes(together(measure.evidence), edition, "    ")
    if edition.asides:
        yield from ("", _head("Not made an incident, and why"))
        for aside in edition.asides:
            yield from _wrapped(f"{aside.why}: {_quoted(released(aside.evidence[0], edition), 140)}", "  ")
    yield from ("", _head("Documents"))
    for document in edition.documents:
        yield from _wrapped(
            " · ".join(filter(None, (document.name, document.outlet, document.published, document.lang, f"origin {document.origin}"))), "  "
        )
    for group, rule, detail in edition.merges:
        yield from _wrapped(f"{group}: {rule}: {detail}", "  ")
    if edition.unread:
        yield from ("", _head("Could not be read"))
        for unread in edition.unread:
            yield from _wrapped(f"{unread.where}: {unread.why}" + (f"; {unread.then}" if unread.then else ""), "  ")
    yield from ("", _head("Made with"), *(f"  {name} {version}" for name, version in edition.versions))


def _entry(entry: Entry, edition: Edition, most: int = OPEN) -> Iterator[str]:
    incident = entry.incident
    yield _head(f"{entry.number}. {entry.title}")
    told = f"{_plural(len(incident.documents), 'document')} of {_plural(len(incident.origins), 'origin')}"
    flags = f" · {', '.join(entry.finding.flags)}" if entry.finding.flags else ""
    yield f"  {told}{flags}"
    for account in entry.accounts:
        yield from _account(account, edition, most)
    for span in entry.finding.ranges:
        best = f", best {span.best:g} by {entry.finding.rule}" if span.best is not None else ""
        yield f"  = {what(span.unit, span.status, span.party)}: {amount(span.low or 0, span.high)} over the accounts{best}"
    for contest in entry.contests:
        yield from _contest(contest, "  ")


def _account(account: Account, edition: Edition, most: int) -> Iterator[str]:
    verb = f"{account.stance.value}, {account.actuality.value}"
    yield from _wrapped(f"- {speaker_words(account.speaker, account.outlet)} [{verb}]", "  ")
    if account.figures:
        yield from _wrapped("; ".join(figure_words(figure) for figure in account.figures), "      ")
    if account.superseded_figures:
        yield from _wrapped("earlier: " + "; ".join(figure_words(figure) for figure in account.superseded_figures), "      ")
    yield from _quotes(passages(account), edition, "      ", most)


def _quotes(found: tuple[Passage, ...], edition: Edition, indent: str, most: int = OPEN) -> Iterator[str]:
    names = {document.id: document.name for document in edition.documents}
    for passage in found[:most]:
        piece = passage.piece
        relays = "".join(f", via {relay.name}" for relay in piece.relays)
        lang = f"[{piece.lang}] " if piece.lang else ""
        where = ", ".join(dict.fromkeys(names.get(p.document, p.document) for p in (piece, *passage.copies)))
        yield from _wrapped(f"{lang}{_quoted(released(piece, edition), _LONGEST)} ({where}{relays})", indent)
        for made in edition.translations:
            if made.quote == " ".join(piece.quote.split()):
                yield from _wrapped(f"reader's translation ({made.lang}, {made.by}): {made.text}", indent + "  ")
    if len(found) > most:
        yield f"{indent}… and {_plural(len(found) - most, 'passage')} more, earlier or in other words (see the HTML or JSON form)"


def _contest(contest: Contest, indent: str) -> Iterator[str]:
    told = "; ".join(f"{value}: {', '.join(names)}" for value, names in sides(contest))
    note = f" ({contest.note})" if contest.note else ""
    about = f", {contest.about}" if contest.about else ""
    yield from _wrapped(f"! contest on {contest.kind.value}{about}: {told}{note}", indent)


def _quoted(words: str, most: int) -> str:
    flat = " ".join(words.split())
    return f"“{flat if len(flat) <= most else flat[: most - 1].rstrip() + '…'}”"


def _head(words: str) -> str:
    return words


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _wrapped(words: str, indent: str) -> list[str]:
    return textwrap.wrap(
        words, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_long_words=False, break_on_hyphens=False
    )
