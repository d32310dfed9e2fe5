"""The edition as plain text, for a terminal or a mail."""

import textwrap
from collections.abc import Iterable, Iterator

from sayso.exports.contested import contest_words
from sayso.exports.passages import OPEN, Passage, passages, together
from sayso.exports.release import released
from sayso.exports.statements import control_words, does, entry_facts, facts, marks, measure_words, range_words, strikes_words
from sayso.exports.wording import figure_words, speaker_words, tally_words
from sayso.lexicon.labels import label
from sayso.record.account import Account
from sayso.record.edition import Edition, Entry
from sayso.text.instant import stamp
from sayso.text.printable import printable

WIDTH = 100
_LONGEST = 420  # characters of a quotation before it is cut with an ellipsis


def edition_text(edition: Edition, width: int = WIDTH) -> str:
    """The edition in lines of at most `width` characters: every statement with its speaker, every number with its words."""
    return printable("\n".join(_folded(_lines(edition), width)).rstrip() + "\n")


def entry_text(entry: Entry, edition: Edition, width: int = WIDTH) -> str:
    """One incident of the edition in lines, with every passage."""
    return printable("\n".join(_folded(_entry(entry, edition, most=1000), width)) + "\n")


def _lines(edition: Edition) -> Iterator[str]:
    lang = edition.lang

    def w(key: str) -> str:
        return label(f"word: {key}", lang)

    yield f"sayso: {w('edition')} {edition.id}"
    yield facts(edition)
    yield f"{w('rule')} {edition.rule}." if edition.rule else f"{w('no rule')}."
    for entry in edition.entries:
        yield from ("", *_entry(entry, edition))
    if edition.tallies:
        yield from ("", w("tallies"), _line(w("tallies note"), "  "))
        for tally in edition.tallies:
            yield _line(f"{speaker_words(tally.speaker, None, lang=lang)}: {tally_words(tally, lang=lang)}", "  ")
        for contest in edition.contests:
            yield _line(f"! {contest_words(contest, lang=lang)}", "  ")
    if edition.strikes:
        yield from ("", w("strikes"), *(_line(strikes_words(strikes, lang=lang), "  ") for strikes in edition.strikes))
    if edition.control:
        yield from ("", w("control"), *(_line(control_words(control, lang=lang), "  ") for control in edition.control))
    if edition.measures:
        yield from ("", w("measures"))
        for measure in edition.measures:
            yield _line(measure_words(measure, lang=lang), "  ")
            yield from _quotes(together(measure.evidence), edition, "    ")
    if edition.asides:
        yield from ("", w("asides"))
        for aside in edition.asides:
            yield _line(f"{label(f'aside: {aside.why}', lang)}: {_quoted(released(aside.evidence[0], edition), 140)}", "  ")
    yield from ("", w("documents"), *(() if edition.documents else (f"  {w('none')}",)))
    for document in edition.documents:
        told = (
            document.name,
            document.outlet,
            document.published and stamp(document.published),
            document.lang,
            f"{w('origin')} {document.origin}",
            *marks(document, lang=lang),
        )
        yield _line(" · ".join(filter(None, told)), "  ")
    if edition.merges:
        yield from ("", w("copies"))
        for group, rule, detail in edition.merges:
            yield _line(f"{group}: {rule}: {detail}", "  ")
    if edition.unread:
        yield from ("", w("unread"))
        for unread in edition.unread:
            yield _line(f"{unread.where}: {unread.why}" + (f"; {unread.then}" if unread.then else ""), "  ")
    yield from ("", w("made with"), *(f"  {name} {version}" for name, version in edition.versions))


def _entry(entry: Entry, edition: Edition, most: int = OPEN) -> Iterator[str]:
    lang = edition.lang
    yield f"{entry.number}. {entry.title}"
    yield _line(entry_facts(entry, lang=lang), "  ")
    for account in entry.accounts:
        yield from _account(account, edition, most)
    for span in entry.finding.ranges:
        yield _line(f"= {range_words(span, entry.finding.rule, lang=lang)}", "  ")
    for contest in entry.contests:
        yield _line(f"! {contest_words(contest, lang=lang)}", "  ")


def _account(account: Account, edition: Edition, most: int) -> Iterator[str]:
    lang = edition.lang
    yield _line(f"- {speaker_words(account.speaker, account.outlet, lang=lang)} [{does(account, lang=lang)}]", "  ")
    if account.figures:
        yield _line("; ".join(figure_words(figure, lang=lang) for figure in account.figures), "      ")
    if account.superseded_figures:
        earlier = "; ".join(figure_words(figure, lang=lang) for figure in account.superseded_figures)
        yield _line(f"{label('word: earlier', lang)}: {earlier}", "      ")
    yield from _quotes(passages(account), edition, "      ", most)
    for piece in account.replaced:
        yield _line(f"{label('word: said before', lang)}: {_quoted(released(piece, edition), _LONGEST)}", "      ")


def _quotes(found: tuple[Passage, ...], edition: Edition, indent: str, most: int = OPEN) -> Iterator[str]:
    names, lang = {document.id: document.name for document in edition.documents}, edition.lang
    for passage in found[:most]:
        piece = passage.piece
        relays = "".join(f", {label('word: via', lang)} {relay.name}" for relay in piece.relays)
        of = f"[{piece.lang}] " if piece.lang else ""
        where = ", ".join(dict.fromkeys(names.get(p.document, p.document) for p in (piece, *passage.copies)))
        yield _line(f"{of}{_quoted(released(piece, edition), _LONGEST)} ({where}{relays})", indent)
        for made in edition.translations:
            if made.quote == " ".join(piece.quote.split()):
                yield _line(f"{label('word: translation', lang)} ({made.lang}, {made.by}): {made.text}", indent + "  ")
    if len(found) > most:
        yield f"{indent}… {label('word: more', lang)}: {len(found) - most} (HTML, Markdown, JSON)"


def _quoted(words: str, most: int) -> str:
    flat = " ".join(words.split())
    return f"“{flat if len(flat) <= most else flat[: most - 1].rstrip() + '…'}”"


def _line(words: str, indent: str) -> str:
    return indent + words


def _folded(lines: Iterable[str], width: int) -> Iterator[str]:
    """The lines, each continued under itself where it is longer than the width."""
    for line in lines:
        indent = line[: len(line) - len(line.lstrip(" "))]
        yield from textwrap.wrap(
            line.strip(), width, initial_indent=indent, subsequent_indent=indent + "  ", break_long_words=False, break_on_hyphens=False
        ) or [""]
