"""The edition as Markdown, for a wiki, a repository or a content system."""

import re
from collections.abc import Iterator

from sayso.exports.counted import origins
from sayso.exports.passages import Passage, passages, together
from sayso.exports.release import released
from sayso.exports.wording import amount, days, figure_words, sides, speaker_words, what
from sayso.lexicon.labels import label
from sayso.record.contest import Contest
from sayso.record.edition import Edition, Entry
from sayso.text.printable import printable

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")


def edition_md(edition: Edition) -> str:
    """The edition as Markdown; words of documents are escaped, so that none of them can become a link or markup."""
    return printable("\n".join(_lines(edition)).rstrip() + "\n")


def _lines(edition: Edition) -> Iterator[str]:
    lang = edition.lang

    def w(key: str) -> str:
        return label(f"word: {key}", lang)

    yield f"# sayso: {w('edition')} {edition.id}"
    yield ""
    yield (
        f"{w('documents')}: {len(edition.documents)} · {w('origins')}: {origins(edition)} · {w('incidents')}: {len(edition.entries)} · "
        f"{w('delay')}: {edition.delay_hours:g}" + (f" · {w('held back')}: {edition.held_back}" if edition.held_back else "")
    )
    yield ""
    yield f"{w('rule')} {edition.rule}." if edition.rule else f"{w('no rule')}."
    yield f"{w('no verdict')}"
    for entry in edition.entries:
        yield from ("", *_entry(entry, edition))
    if edition.tallies:
        yield from ("", f"## {w('tallies')}", "", w("tallies note"), "")
        for tally in edition.tallies:
            span = days(tally.since, tally.until, lang=lang)
            number = amount(tally.low, tally.high, approx=tally.approx, lang=lang)
            counted = what(tally.unit, tally.status, tally.party, lang=lang)
            yield f"- **{_safe(speaker_words(tally.speaker, None, lang=lang))}**: {number} {_safe(counted)}" + (f", {span}" if span else "")
            yield from _quotes(together(tally.evidence), edition)
        for contest in edition.contests:
            yield _contest(contest, lang)
    if edition.strikes:
        yield from ("", f"## {w('strikes')}", "")
        for strikes in edition.strikes:
            counts = ", ".join(f"{amount(low, high, lang=lang)} {label(f'status: {status}', lang)}" for status, low, high in strikes.counts)
            told = f"{label(f'unit: {strikes.unit}', lang)} {counts} {days(strikes.since, strikes.until, lang=lang)}"
            yield f"- **{_safe(strikes.speaker)}**: {told}".rstrip()
            yield from _quotes(together(strikes.evidence), edition)
    if edition.control:
        yield from ("", f"## {w('control')}", "")
        for control in edition.control:
            revised = f", {w('revises')}" if control.revises else ""
            told = f"{w('held by')} {_safe(control.holder)}, {w('says')} {_safe(control.speaker)}"
            yield f"- **{_safe(control.place)}**: {told} ({control.stated or w('undated')}{revised})"
            yield from _quotes(together(control.evidence), edition)
    if edition.measures:
        yield from ("", f"## {w('measures')}", "")
        for measure in edition.measures:
            where = f", {_safe(measure.place.name)}" if measure.place else ""
            yield f"- **{label(f'kind: {measure.kind}', lang)}**{where}, {w('says')} {_safe(measure.by or w('not named'))}"
            yield from _quotes(together(measure.evidence), edition)
    if edition.asides:
        yield from ("", f"## {w('asides')}", "")
        for aside in edition.asides:
            yield f"- {_safe(aside.why)}"
            yield from _quotes(together(aside.evidence), edition)
    yield from ("", f"## {w('documents')}", "")
    for document in edition.documents:
        yield "- " + _safe(" · ".join(filter(None, (document.name, document.outlet, document.published, document.lang, document.origin))))
    if edition.merges:
        yield from ("", f"### {w('why merged')}", "")
        yield from (f"- {_safe(f'{group}: {rule}: {detail}')}" for group, rule, detail in edition.merges)
    if edition.unread:
        yield from ("", f"## {w('unread')}", "")
        yield from (f"- {_safe(f'{unread.where}: {unread.why}; {unread.then}')}" for unread in edition.unread)
    yield from ("", f"{w('made with')}: " + _safe(", ".join(f"{name} {version}" for name, version in edition.versions)))


def _entry(entry: Entry, edition: Edition) -> Iterator[str]:
    lang, incident = edition.lang, entry.incident
    yield f"## {entry.number}. {_safe(entry.title)}"
    yield ""
    told = [f"{label('word: documents', lang)}: {len(incident.documents)}", f"{label('word: origins', lang)}: {len(incident.origins)}"]
    yield " · ".join([*told, *map(_safe, entry.finding.flags)])
    yield ""
    for account in entry.accounts:
        does = f"{label(f'stance: {account.stance.value}', lang)}, {label(f'actuality: {account.actuality.value}', lang)}"
        yield f"- **{_safe(speaker_words(account.speaker, account.outlet, lang=lang))}**: {does}"
        for figure in account.figures:
            yield f"  - {_safe(figure_words(figure, lang=lang))}"
        for figure in account.superseded_figures:
            yield f"  - {label('word: earlier', lang)}: {_safe(figure_words(figure, lang=lang))}"
        yield from _quotes(passages(account), edition)
    for span in entry.finding.ranges:
        best = (
            f"; {label('word: best', lang)} {entry.finding.rule}: {amount(span.best, span.best, lang=lang)}"
            if span.best is not None
            else ""
        )
        number = amount(span.low or 0, span.high, lang=lang)
        yield f"- {_safe(what(span.unit, span.status, span.party, lang=lang))}: {number}, {label('word: over all', lang)}{best}"
    for contest in entry.contests:
        yield _contest(contest, lang)


def _contest(contest: Contest, lang: str) -> str:
    told = "; ".join(f"{value}: {', '.join(names)}" for value, names in sides(contest))
    about = f" ({', '.join(filter(None, (contest.about, contest.note)))})" if contest.about or contest.note else ""
    return f"- **{label(f'contest: {contest.kind.value}', lang)}** {_safe(about.strip())}: {_safe(told)}"


def _quotes(found: tuple[Passage, ...], edition: Edition) -> Iterator[str]:
    names = {document.id: document.name for document in edition.documents}
    for passage in found:
        piece = passage.piece
        relays = "".join(f", {label('word: via', edition.lang)} {relay.name}" for relay in piece.relays)
        words = _safe(" ".join(released(piece, edition).split()))
        where = ", ".join(dict.fromkeys(names[p.document] for p in (piece, *passage.copies)))
        yield f"  > “{words}” ({_safe(where + relays)}, {piece.lang or 'und'})"


def _safe(words: str) -> str:
    return _MARKS.sub(r"\\\1", " ".join(words.split()))
