"""The evidence of an edition: what would be said that no sentence supports."""

import re
from collections.abc import Iterator, Mapping

from sayso.record.edition import Edition
from sayso.record.figure import Figure
from sayso.record.report import Evidence

_DIGITS = re.compile(r"\d+(?:[\s.,\u00a0\u202f]\d{3})*")


def unsupported(edition: Edition, texts: Mapping[str, str]) -> tuple[str, ...]:
    """The faults of an edition against the texts of its documents, by document id; none where every statement has its words.

    Checked: every quotation stands in its document at its span; every account, contest, tally, measure, claim of control and count of
    strikes has a quotation; every figure stands in a document of the edition, and a figure in digits says what its span says;
    every range is the hull of the figures that it names; every point on the map belongs to a toponym in a text.
    """
    return tuple(_faults(edition, texts))


def _faults(edition: Edition, texts: Mapping[str, str]) -> Iterator[str]:
    for where, evidence in _quotations(edition):
        if not evidence:
            yield f"{where}: nothing supports it"
        for piece in evidence:
            yield from _misquoted(where, piece, texts)
    figures: dict[str, Figure] = {}
    for entry in edition.entries:
        for account in entry.accounts:
            for figure in (*account.figures, *account.superseded_figures):
                figures[figure.id] = figure
                yield from _miscounted(f"incident {entry.number}, {account.name}", figure, texts)
        place = entry.incident.place
        if place is not None and place.lat is not None and not place.span.of(texts.get(place.document, "")).strip():
            yield f"incident {entry.number}: the map point of {place.name} has no words in document {place.document}"
        for span in entry.finding.ranges:
            basis = [figures[key] for key in span.basis if key in figures]
            if len(basis) != len(span.basis) or not basis:
                yield f"incident {entry.number}: the range of {span.unit.value} names figures that no account gives"
            elif span.low is not None and span.low != min(figure.low for figure in basis):
                yield f"incident {entry.number}: the low of {span.unit.value} is {span.low:g}, its figures say otherwise"


def _quotations(edition: Edition) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    for entry in edition.entries:
        for account in entry.accounts:
            yield f"incident {entry.number}, account of {account.name}", account.evidence
            if account.replaced:
                yield f"incident {entry.number}, earlier words of {account.name}", account.replaced
        for contest in entry.contests:
            yield f"incident {entry.number}, contest on {contest.kind.value}", contest.evidence
    for contest in edition.contests:
        yield f"contest between tallies on {contest.about}", contest.evidence
    for tally in edition.tallies:
        yield f"tally of {tally.unit.value}", tally.evidence
    for measure in edition.measures:
        yield f"measure {measure.kind}", measure.evidence
    for control in edition.control:
        yield f"control of {control.place}", control.evidence
    for strikes in edition.strikes:
        yield f"strikes told by {strikes.speaker}", strikes.evidence
    for aside in edition.asides:
        yield f"aside {aside.kind}", aside.evidence


def _misquoted(where: str, piece: Evidence, texts: Mapping[str, str]) -> Iterator[str]:
    if piece.document not in texts:
        yield f"{where}: document {piece.document} is not in the edition"
    elif not piece.quote or piece.span.of(texts[piece.document]) != piece.quote:
        yield f"{where}: the words {piece.quote[:40]!r} do not stand at {tuple(piece.span)} of {piece.document}"


def _miscounted(where: str, figure: Figure, texts: Mapping[str, str]) -> Iterator[str]:
    words = figure.span.of(texts.get(figure.document, ""))
    if not words.strip():
        yield f"{where}: a figure of {figure.unit.value} stands in no text"
        return
    digits = {re.sub(r"\D", "", match) for match in _DIGITS.findall(words)}
    simple = digits and not re.search(r"[^\W\d_]{4,}", words)  # "6,5 thousand" says its number in two parts
    if simple and not {str(int(n)) for n in (figure.low, figure.high) if n is not None and n == int(n)} & digits:
        yield f"{where}: {figure.low:g} {figure.unit.value} is not what {words!r} says"
