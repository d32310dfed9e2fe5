"""The edition as one page: no script, no other file, readable on a phone, on paper and in the dark; or one incident of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from sayso.exports.counted import origins, strikes_key
from sayso.exports.printer import Links, Printer, Scale, is_web
from sayso.exports.proof import proved
from sayso.exports.statements import marks
from sayso.exports.wording import amount, days
from sayso.lexicon.labels import label
from sayso.record.chart import Pin
from sayso.record.edition import Edition, Entry
from sayso.record.place import Precision
from sayso.text.instant import stamp
from sayso.text.printable import printable

Draw = Callable[[Sequence[Pin], str], str]
_WORDS = (
    *("w", "l", "n", "f", "title", "name", "side", "quotations", "account_of", "contested", "attributed", "dates"),
    *("holds", "said_by", "speaker", "fate", "does"),
)


def edition_html(edition: Edition, *, draw: Draw, scale: Scale, mutate: Callable[[str], str] | None = None) -> str:
    """The page; EvidenceError where the template would print what the edition does not hold.

    `draw` makes the map (an SVG element) of pins under a title; `scale` puts ranges (low, high or None) on one scale.
    `mutate` changes the template's source before it is used: for tests that prove the check.
    """
    printer = Printer(edition, scale, Links())
    source = _source("article.html.j2") + _source("edition.html.j2")
    template = _environment().from_string(mutate(source) if mutate else source)
    pins, unplaced = placed(edition)
    printer.names.update(pin.name for pin in pins)
    page = template.render(
        style=Markup(style()),
        span=_span(edition),
        origins=origins(edition),
        hours=f"{edition.delay_hours:g}",
        map=Markup(draw(pins, label("word: map", edition.lang))),
        unplaced=unplaced,
        tally_charts=printer.tally_charts(),
        strikes_key=strikes_key,
        amount=lambda low, high: amount(low, high, lang=edition.lang),
        days=lambda since, until: days(since, until, lang=edition.lang),
        stamp=stamp,
        safe=is_web,
        marks=lambda document: marks(document, lang=edition.lang),
        **_context(edition, printer),
    )
    return printable(proved(page.lstrip() + "\n", edition, quotes=printer.quotes, times=printer.times, names=printer.names))


def entry_html(entry: Entry, edition: Edition, *, scale: Scale, links: Links) -> str:
    """One incident as an article under a heading of the first level, to stand in another page; proved as the edition is."""
    own = {piece.document for account in entry.accounts for piece in (*account.evidence, *account.replaced)}
    own |= {report.document for report in entry.incident.reports}
    alone = replace(
        edition,
        entries=(entry,),
        documents=tuple(d for d in edition.documents if d.id in own),
        tallies=(),
        contests=(),
        measures=(),
        control=(),
        strikes=(),
        unread=(),
        asides=(),
        merges=(),
    )
    printer = Printer(alone, scale, links)
    template = _environment().from_string(_source("article.html.j2") + "{{ article(edition.entries[0], 1) }}")
    part = template.render(**_context(alone, printer))
    return printable(proved(part.strip() + "\n", alone, quotes=printer.quotes, times=printer.times, names=printer.names))


def placed(edition: Edition, href: Callable[[Entry], str] = lambda entry: f"#i{entry.number}") -> tuple[list[Pin], list[int]]:
    """The pins of the incidents that have a point, and the numbers of the others."""
    pins, unplaced = [], []
    for entry in edition.entries:
        place = entry.incident.place
        # A circle as wide as a country says nothing about where.
        if place is None or place.lat is None or place.lon is None or place.precision is Precision.COUNTRY:
            unplaced.append(entry.number)
        else:
            radius = place.radius_km or 0.0
            pins.append(Pin(number=entry.number, name=place.name, lat=place.lat, lon=place.lon, radius_km=radius, href=href(entry)))
    return pins, unplaced


def style() -> str:
    """The style sheet of an edition."""
    return _source("edition.css")


def _context(edition: Edition, printer: Printer) -> dict[str, Any]:
    """What the template of an article needs."""
    return {
        "edition": edition,
        "names": {document.id: document.name for document in edition.documents},
        "charts": {entry.number: printer.charts(entry) for entry in edition.entries},
        "reasons": {entry.number: list(dict.fromkeys((r.rule, r.detail) for r in entry.incident.reasons)) for entry in edition.entries},
        "timelines": {entry.number: printer.timeline(entry) for entry in edition.entries},
        "to_document": printer.links.document,
        **{name: getattr(printer, name) for name in _WORDS},
    }


def _span(edition: Edition) -> str:
    """The days over which the documents were published."""
    told = sorted(document.published[:10] for document in edition.documents if document.published)
    return "" if not told else told[0] if told[0] == told[-1] else f"{told[0]} – {told[-1]}"


@cache
def _source(name: str) -> str:
    return resources.files("sayso").joinpath("exports", "templates", name).read_text("utf-8")


@cache
def _environment() -> Environment:
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
