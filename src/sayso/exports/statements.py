"""The statements: what an edition says beside its quotations, a line each, in its language; the same in every form without markup."""

from sayso.exports.counted import origins
from sayso.exports.wording import amount, days, held, named, status_words, what
from sayso.lexicon.labels import label
from sayso.record.account import Account
from sayso.record.claim import Stance
from sayso.record.edition import Control, Edition, Entry, Measure, Source, Strikes
from sayso.record.event import Actuality
from sayso.record.finding import Range
from sayso.record.report import Report
from sayso.text.instant import stamp

_DONE = {
    (Stance.DOUBTS, Actuality.HAPPENED): "open",
    (Stance.DOUBTS, Actuality.ATTEMPTED): "open",
    (Stance.DOUBTS, Actuality.DENIED): "not denied",
    (Stance.DOUBTS, Actuality.PREVENTED): "not denied",
    (Stance.DENIES, Actuality.DENIED): "denied",
    (Stance.ASSERTS, Actuality.DENIED): "not happened",
}


def facts(edition: Edition) -> str:
    """How many documents, origins and incidents there are, and what the delay holds back."""
    lang = edition.lang
    told = {"documents": len(edition.documents), "origins": origins(edition), "incidents": len(edition.entries)}
    found = [f"{label(f'word: {key}', lang)}: {number}" for key, number in told.items()]
    found.append(f"{label('word: delay', lang)}: {edition.delay_hours:g}")
    return " · ".join([*found, *([f"{label('word: held back', lang)}: {edition.held_back}"] if edition.held_back else [])])


def marks(source: Source, *, lang: str) -> list[str]:
    """What is to be known of a document: that its outlet changed it, that it is only a feed's summary."""
    told = {"revised": bool(source.earlier), "excerpt": source.excerpt}
    return [label(f"word: {key}", lang) for key, so in told.items() if so]


def entry_facts(entry: Entry, *, lang: str) -> str:
    """How many documents and origins an incident has, and its flags."""
    told = {"documents": entry.incident.documents, "origins": entry.incident.origins}
    found = [f"{label(f'word: {key}', lang)}: {len(those)}" for key, those in told.items()]
    return " · ".join([*found, *(label(f"flag: {flag}", lang) for flag in entry.finding.flags)])


def does(told: Account | Report, *, lang: str) -> str:
    """How the speaker tells it, and as what; a doubt tells of nothing that happened or did not, a denial is no double one."""
    if done := _DONE.get((told.stance, told.actuality)):
        return label(f"does: {done}", lang)
    return f"{label(f'stance: {told.stance.value}', lang)}, {label(f'actuality: {told.actuality.value}', lang)}"


def range_words(span: Range, rule: str | None, *, lang: str) -> str:
    """What the accounts say together of one thing, and the best figure where a rule gives one."""
    best = f"; {label('word: best', lang)} {rule}: {amount(span.best, span.best, lang=lang)}" if span.best is not None else ""
    number = amount(span.low or 0, span.high, lang=lang)
    return f"{what(span.unit, span.status, span.party, lang=lang)}: {number}, {label('word: over all', lang)}{best}"


def strikes_words(strikes: Strikes, *, lang: str) -> str:
    """What one speaker says of drones or missiles, with the period."""
    counts = ", ".join(f"{amount(low, high, lang=lang)} {status_words(status, lang=lang)}" for status, low, high in strikes.counts)
    span = days(strikes.since, strikes.until, lang=lang)
    return f"{named(strikes.speaker, lang=lang)}: {label(f'unit: {strikes.unit}', lang)}: {counts}" + (f" ({span})" if span else "")


def control_words(control: Control, *, lang: str) -> str:
    """Who is said to hold a place, by whom, since when."""
    words, holder = held(control.holder, lang=lang)
    by = label("word: said by", lang).format(named(control.speaker, lang=lang))
    revised = f", {label('word: revises', lang)}" if control.revises else ""
    stated = stamp(control.stated) if control.stated else label("word: undated", lang)
    return f"{control.place}: {words.format(holder)}, {by} ({stated}{revised})"


def measure_words(measure: Measure, *, lang: str) -> str:
    """A measure, where it holds and who tells of it."""
    where = f", {measure.place.name}" if measure.place else ""
    by = label("word: said by", lang).format(measure.by) if measure.by else label("word: not named", lang)
    return f"{label(f'kind: {measure.kind}', lang)}{where}, {by}"
