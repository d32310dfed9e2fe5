"""The publishing: an edition written in one of its forms."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.charts.maps import drawn
from sayso.charts.ranges import bars
from sayso.editions.titles import title_day
from sayso.errors import ConfigError
from sayso.exports.contested import about, sides
from sayso.exports.edition_html import edition_html, entry_html, placed, style
from sayso.exports.edition_json import edition_json, edition_object
from sayso.exports.edition_md import edition_md
from sayso.exports.edition_text import WIDTH, edition_text, entry_text
from sayso.exports.passages import Passage, passages
from sayso.exports.printer import Links
from sayso.exports.release import released
from sayso.exports.statements import does, entry_facts, facts
from sayso.exports.wording import amount, figure_words, speaker_words, things
from sayso.lexicon.labels import label
from sayso.record.contest import Contest
from sayso.record.edition import Edition, Entry
from sayso.record.figure import Figure
from sayso.record.report import Evidence
from sayso.text.printable import printable
from sayso.text.span import Span

__all__ = [
    "columns",
    "counted",
    "day_of",
    "disputed",
    "does",
    "entry_object",
    "entry_page",
    "entry_published",
    "lines",
    "map_of",
    "published",
    "style",
    "summary",
    "words_of",
]


def published(edition: Edition, format: str, width: int | None = None) -> str:
    """The edition as text, html, md or json; ConfigError for another format, EvidenceError for a page that does not prove itself.

    `width` holds for text only: characters of its lines.
    """
    if format == "json":
        return edition_json(edition)
    if format == "html":
        return edition_html(edition, draw=lambda pins, title: drawn(pins, title=title), scale=bars)
    if format == "md":
        return edition_md(edition)
    if format == "text":
        return edition_text(edition, width or WIDTH)
    raise ConfigError(f"no format {format}", then="there are text, html, md and json")


def entry_published(entry: Entry, edition: Edition, width: int | None = None) -> str:
    """One incident as text, with every passage."""
    return entry_text(entry, edition, width or WIDTH)


def entry_page(entry: Entry, edition: Edition, address: Callable[[str, Span | None], str]) -> str:
    """One incident as a part of a page; `address` gives the link to a document by its id, and to a stretch of it."""
    links = Links(
        evidence=lambda piece: address(piece.document, piece.span),
        document=lambda key: address(key, None),
        figure=lambda figure: address(figure.document, figure.span),
    )
    return entry_html(entry, edition, scale=bars, links=links)


def entry_object(entry: Entry, edition: Edition) -> dict[str, Any]:
    """One incident as the edition's JSON holds it."""
    held: dict[str, Any] = edition_object(replace(edition, entries=(entry,)))["incidents"][0]
    return held


def day_of(entry: Entry) -> str:
    """The day that the title of an incident names, in ISO 8601; "" where it names none."""
    day = title_day(entry.incident.start, entry.incident.end)
    return day.date().isoformat() if day else ""


def disputed(contest: Contest, lang: str = "en") -> str:
    """What a contest is about, in words that go on a sentence: "whether it happened"."""
    words = label(f"contest: {contest.kind.value}", lang)
    return words[:1].lower() + words[1:]


def words_of(piece: Evidence, edition: Edition) -> str:
    """The words of a quotation as they may be shown."""
    return printable(released(piece, edition))


def map_of(entries: Sequence[Entry], edition: Edition, href: Callable[[Entry], str]) -> str:
    """The map of some incidents of an edition as an SVG element; empty where none has a point."""
    pins, _ = placed(replace(edition, entries=tuple(entries)), href)
    return drawn(pins, title=label("word: map", edition.lang))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of the table on screen: an account of an incident, by who, how, with what figures, in which words."""

    incident: str
    who: str
    does: str
    figures: str
    words: str
    contest: bool = False


COLUMNS = ("who", "says", "figures", "words")


def columns(edition: Edition) -> tuple[str, ...]:
    """The heads of the table's columns: who, how it is said, figures, words."""
    return tuple(label(f"column: {name}", edition.lang) for name in COLUMNS)


def summary(edition: Edition) -> str:
    """The line under the table: what the edition holds."""
    totals = f"{label('word: tallies', edition.lang)}: {len(edition.tallies)}"
    return f"{facts(edition)} · {totals}. {label('word: tallies note', edition.lang)}"


def counted(figure: Figure, lang: str = "en") -> str:
    """A figure with what it counts: "at least 3 killed"."""
    return f"{amount(figure.low, figure.high, approx=figure.approx, lang=lang)} {things(figure, lang=lang)}"


def _telling(found: Sequence[Passage]) -> Evidence:
    """The passage for a row: of the pieces that a broken quotation begins with, the longest."""
    first = found[0].piece
    return max((p.piece for p in found if p.piece.document == first.document and p.piece.claim == first.claim), key=lambda e: len(e.quote))


def lines(edition: Edition) -> Iterator[Line]:
    """The accounts of an edition as rows, after each incident its contests."""
    for entry in edition.entries:
        told = printable(f"{entry.number}. {entry.title} ({entry_facts(entry, lang=edition.lang)})")
        for account in entry.accounts:
            found = passages(account)
            yield Line(
                incident=told,
                who=printable(speaker_words(account.speaker, account.outlet, lang=edition.lang)),
                does=does(account, lang=edition.lang),
                figures=printable("; ".join(figure_words(figure, lang=edition.lang) for figure in account.figures)),
                words=printable(released(_telling(found), edition)) if found else "",
            )
        for contest in entry.contests:
            told_by = "; ".join(f"{value} — {', '.join(names)}" for value, names in sides(contest, lang=edition.lang))
            yield Line(
                incident=told,
                who=label(f"contest: {contest.kind.value}", edition.lang),
                does="",
                figures=printable(told_by),
                words=printable(about(contest, lang=edition.lang)),
                contest=True,
            )
