"""The edition as Markdown, for a wiki, a repository or a content system."""

import re
from collections.abc import Iterator

from sayso.exports.contested import contest_words
from sayso.exports.passages import Passage, passages, together
from sayso.exports.release import released
from sayso.exports.statements import control_words, does, entry_facts, facts, marks, measure_words, range_words, strikes_words
from sayso.exports.wording import figure_words, speaker_words, tally_words
from sayso.lexicon.labels import label
from sayso.record.contest import Contest
from sayso.record.edition import Edition, Entry
from sayso.text.instant import stamp
from sayso.text.printable import printable

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_ESCAPED = r"\\\1"


def edition_md(edition: Edition) -> str:
    """The edition as Markdown; words of documents are escaped, so that none of them can become a link or markup."""
    return printable("\n".join(_lines(edition)).rstrip() + "\n")


def _lines(edition: Edition) -> Iterator[str]:
    lang = edition.lang

    def w(key: str) -> str:
        return label(f"word: {key}", lang)

    yield f"# sayso: {w('edition')} {edition.id}"
    yield ""
    yield _safe(facts(edition))
    yield ""
    yield f"{w('rule')} {edition.rule}." if edition.rule else f"{w('no rule')}."
    yield f"{w('no verdict')}"
    for entry in edition.entries:
        yield from ("", *_entry(entry, edition))
    if edition.tallies:
        yield from ("", f"## {w('tallies')}", "", w("tallies note"), "")
        for tally in edition.tallies:
            yield f"- **{_safe(speaker_words(tally.speaker, None, lang=lang))}**: {_safe(tally_words(tally, lang=lang))}"
            yield from _quotes(together(tally.evidence), edition)
        yield from (_contest(contest, lang) for contest in edition.contests)
    for heading, rows in (
        ("strikes", [(strikes_words(row, lang=lang), row.evidence) for row in edition.strikes]),
        ("control", [(control_words(row, lang=lang), row.evidence) for row in edition.control]),
        ("measures", [(measure_words(row, lang=lang), row.evidence) for row in edition.measures]),
    ):
        if rows:
            yield from ("", f"## {w(heading)}", "")
        for words, evidence in rows:
            yield f"- {_safe(words)}"
            yield from _quotes(together(evidence), edition)
    if edition.asides:
        yield from ("", f"## {w('asides')}", "")
        for aside in edition.asides:
            yield f"- {_safe(label(f'aside: {aside.why}', lang))}"
            yield from _quotes(together(aside.evidence), edition)
    yield from ("", f"## {w('documents')}", "")
    for document in edition.documents:
        when = document.published and stamp(document.published)
        told = (document.name, document.outlet, when, document.lang, document.origin, *marks(document, lang=lang))
        yield "- " + _safe(" · ".join(filter(None, told)))
    if edition.merges:
        yield from ("", f"### {w('copies')}", "")
        yield from (f"- {_safe(f'{group}: {rule}: {detail}')}" for group, rule, detail in edition.merges)
    if edition.unread:
        yield from ("", f"## {w('unread')}", "")
        yield from (f"- {_safe(f'{unread.where}: {unread.why}; {unread.then}')}" for unread in edition.unread)
    yield from ("", f"{w('made with')}: " + _safe(", ".join(f"{name} {version}" for name, version in edition.versions)))


def _entry(entry: Entry, edition: Edition) -> Iterator[str]:
    lang = edition.lang
    yield f"## {entry.number}. {_safe(entry.title)}"
    yield from ("", _safe(entry_facts(entry, lang=lang)), "")
    for account in entry.accounts:
        yield f"- **{_safe(speaker_words(account.speaker, account.outlet, lang=lang))}**: {_safe(does(account, lang=lang))}"
        for figure in account.figures:
            yield f"  - {_safe(figure_words(figure, lang=lang))}"
        for figure in account.superseded_figures:
            yield f"  - {label('word: earlier', lang)}: {_safe(figure_words(figure, lang=lang))}"
        yield from _quotes(passages(account), edition)
        for piece in account.replaced:
            yield f"  - {label('word: said before', lang)}: “{_safe(' '.join(released(piece, edition).split()))}”"
    yield from (f"- {_safe(range_words(span, entry.finding.rule, lang=lang))}" for span in entry.finding.ranges)
    yield from (_contest(contest, lang) for contest in entry.contests)


def _contest(contest: Contest, lang: str) -> str:
    kind = label(f"contest: {contest.kind.value}", lang)
    return f"- **{_safe(kind)}**{_MARKS.sub(_ESCAPED, contest_words(contest, lang=lang).removeprefix(kind))}"


def _quotes(found: tuple[Passage, ...], edition: Edition) -> Iterator[str]:
    names = {document.id: document.name for document in edition.documents}
    for passage in found:
        piece = passage.piece
        relays = "".join(f", {label('word: via', edition.lang)} {relay.name}" for relay in piece.relays)
        words = _safe(" ".join(released(piece, edition).split()))
        where = ", ".join(dict.fromkeys(names[p.document] for p in (piece, *passage.copies)))
        yield f"  > “{words}” ({_safe(where + relays)}, {piece.lang or 'und'})"
        for made in edition.translations:
            if made.quote == " ".join(piece.quote.split()):
                yield f"  > {label('word: translation', edition.lang)} ({_safe(f'{made.lang}, {made.by}): {made.text}')}"


def _safe(words: str) -> str:
    return _MARKS.sub(_ESCAPED, " ".join(words.split()))
