"""The counted: every number that an edition may print, under a key, as it must be worded."""

from sayso.exports.contested import sides
from sayso.exports.wording import amount
from sayso.record.edition import Edition, Strikes


def counted(edition: Edition) -> dict[str, str]:
    """Key -> words of all numbers of the edition, made from its records alone: what a page prints is checked against it."""
    lang = edition.lang
    found = {
        "count documents": str(len(edition.documents)),
        "count origins": str(origins(edition)),
        "count incidents": str(len(edition.entries)),
        "count delay": f"{edition.delay_hours:g}",
        "count held back": str(edition.held_back),
        "count asides": str(len(edition.asides)),
    }
    for entry in edition.entries:
        found |= {
            f"entry {entry.number}": str(entry.number),
            f"documents {entry.number}": str(len(entry.incident.documents)),
            f"origins {entry.number}": str(len(entry.incident.origins)),
            f"count contests {entry.number}": str(len(entry.contests)),
        }
        for account in entry.accounts:
            for figure in (*account.figures, *account.superseded_figures):
                found[f"figure {figure.id}"] = amount(figure.low, figure.high, approx=figure.approx, lang=lang)
        for i, span in enumerate(entry.finding.ranges):
            if span.best is not None:
                found[f"best {entry.number} {i}"] = amount(span.best, span.best, lang=lang)
        for contest in entry.contests:
            found |= {f"contest {contest.id} {i}": value for i, (value, _) in enumerate(sides(contest, lang=lang))}
    for contest in edition.contests:
        found |= {f"contest {contest.id} {i}": value for i, (value, _) in enumerate(sides(contest, lang=lang))}
    for tally in edition.tallies:
        found[f"tally {tally.id}"] = amount(tally.low, tally.high, approx=tally.approx, lang=lang)
    for strikes in edition.strikes:
        for i, (_, low, high) in enumerate(strikes.counts, 1):
            found[f"strikes {i} {strikes_key(strikes)}"] = amount(low, high, lang=lang)
    return found


def origins(edition: Edition) -> int:
    """The number of independent origins over all documents."""
    return len({document.origin for document in edition.documents})


def strikes_key(strikes: Strikes) -> str:
    """What identifies a row of strikes within an edition."""
    return " ".join(filter(None, (strikes.speaker, strikes.unit, strikes.since, strikes.until)))
