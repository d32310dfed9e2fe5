"""The printer: records of one edition turned into marked-up words, each quotation, date and name remembered for the proof."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from sayso.editions.titles import day_words, place_name, title_day
from sayso.exports.contested import about, sides
from sayso.exports.counted import counted
from sayso.exports.passages import OPEN, passages, together
from sayso.exports.release import released
from sayso.exports.statements import does
from sayso.exports.wording import days, held, named, scope_words, speaker_name, status_words, things, what
from sayso.lexicon.labels import label
from sayso.lexicon.zones import zone_named
from sayso.record.account import Account
from sayso.record.chart import Bar
from sayso.record.contest import Contest
from sayso.record.edition import Control, Edition, Entry
from sayso.record.figure import Figure, FigureStatus, Unit
from sayso.record.report import Evidence
from sayso.text.instant import order, stamp

Scale = Callable[[Sequence[tuple[float, float | None]]], tuple[Bar, ...]]
_LONGEST = 700  # characters of a quotation before it is cut


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Where a page links to: for the words of a claim, for a document by its id, for a figure (None: no link)."""

    evidence: Callable[[Evidence], str] = lambda piece: f"#{piece.document}"
    document: Callable[[str], str] = lambda key: f"#{key}"
    figure: Callable[[Figure], str | None] = lambda figure: None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A source's range in a chart."""

    who: Markup
    bar: Bar
    key: str
    words: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The figures of one unit by source."""

    title: Markup
    rows: tuple[Row, ...]
    best: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A row of a timeline: how it was told then for the first time, each with by whom, and who said again what he had said."""

    when: Markup
    told: tuple[tuple[str, Markup], ...]
    again: Markup


class Printer:
    """Turns records of one edition into marked-up words, and remembers the quotations and dates that it worded."""

    def __init__(self, edition: Edition, scale: Scale, links: Links) -> None:
        self.edition, self.lang, self.scale, self.links = edition, edition.lang, scale, links
        self.documents = {document.id: document for document in edition.documents}
        self.documents |= {earlier.id: document for document in edition.documents for earlier in document.earlier}
        self.numbers = counted(edition)
        self.quotes: set[str] = set()
        self.times: set[str] = set()
        self.names: set[str] = set()

    def w(self, key: str) -> str:
        return label(f"word: {key}", self.lang)

    def l(self, key: str) -> str:  # noqa: E743 - the template's short word for a label
        return label(key, self.lang)

    def n(self, key: str, value: object) -> Markup:
        return Markup('<data data-n="{}" value="{}">{}</data>').format(key, value, value)

    def dates(self, words: str) -> Markup:
        if not any(ch.isdigit() for ch in words):
            return Markup("{}").format(words)
        self.times.add(words)
        return Markup("<time>{}</time>").format(words)

    def cite(self, words: str) -> Markup:
        return Markup("<cite>{}</cite>").format(words)

    def title(self, entry: Entry) -> Markup:
        parts = [Markup("{}").format(self.l(f"kind: {entry.incident.kind.value}"))]
        where, day = place_name(entry.incident, self.lang), title_day(entry.incident.start, entry.incident.end)
        if where is not None:
            self.names.add(where)
            parts.append(self.cite(where))
        if day is not None:
            parts.append(self.dates(day_words(day, self.lang)))
        return Markup(", ").join(parts)

    def name(self, account: Account) -> Markup:
        if account.speaker is not None:
            role = account.speaker.role
            words = self.cite(account.speaker.name)
            return words + Markup(", ") + self.cite(role) if role and speaker_name(account.speaker) != account.speaker.name else words
        if account.outlet:
            return self.cite(account.outlet) + Markup(' <span class="quiet">({})</span>').format(self.w("own voice"))
        return Markup("{}").format(self.w("not named"))

    def side(self, account: Account) -> Markup:
        side = account.speaker.side if account.speaker else None
        return Markup("{}").format(side if side and side != "other" else "")

    def f(self, figure: Figure) -> Markup:
        number = self.n(f"figure {figure.id}", self.numbers[f"figure {figure.id}"])
        if address := self.links.figure(figure):
            number = Markup('<a href="{}">{}</a>').format(address, number)
        counts = things(figure, lang=self.lang)
        party = Markup(" (") + self.cite(figure.party) + Markup(")") if figure.party else Markup("")
        scope = scope_words(figure, lang=self.lang)
        return number + Markup(" {}").format(counts) + party + (self.dates(scope) if scope else Markup(""))

    def quotations(self, evidence: tuple[Evidence, ...]) -> Markup:
        return Markup("").join(self.quoted(passage.piece, passage.copies) for passage in together(evidence))

    def account_of(self, account: Account) -> Markup:
        """The account's quotations: the latest at once, the others to be opened."""
        shown = [self.quoted(passage.piece, passage.copies) for passage in passages(account)]
        first, rest = Markup("").join(shown[:OPEN]), Markup("").join(shown[OPEN:])
        return first + Markup("<details><summary>{}</summary>{}</details>").format(self.w("more"), rest) if rest else first

    def quoted(self, piece: Evidence, copies: tuple[Evidence, ...] = ()) -> Markup:
        words = _shortened(released(piece, self.edition))
        self.quotes.add(words)
        document = self.documents[piece.document]
        relays = Markup("").join(Markup(" · {} <cite>{}</cite>").format(self.w("via"), relay.name) for relay in piece.relays)
        link = Markup('<a href="{}"><cite>{}</cite></a>').format(self.links.evidence(piece), document.name)
        outlet = (
            Markup(" · <cite>{}</cite>").format(document.outlet) if document.outlet and document.outlet != document.name else Markup("")
        )
        for copy in {c.document: c for c in copies if c.document != piece.document}.values():
            other = self.documents[copy.document]
            link += Markup(', <a href="{}"><cite>{}</cite></a>').format(self.links.evidence(copy), other.name)
        passage = Markup("")
        if is_web(document.url):
            passage = Markup('<span class="page"> · <a rel="noreferrer nofollow" href="{}">{}</a></span>').format(
                document.url, self.w("original")
            )
        return Markup('<blockquote><q lang="{}">{}</q>{}<footer>{}{}{}{}</footer></blockquote>').format(
            piece.lang or "und", words, self.translated(piece), link, outlet, relays, passage
        )

    def translated(self, piece: Evidence) -> Markup:
        """What a reader wrote as the translation of these words, marked as such."""
        made = next((t for t in self.edition.translations if t.quote == " ".join(piece.quote.split())), None)
        if made is None:
            return Markup("")
        told = Markup("{}: {}").format(self.w("translation"), self.cite(made.by))
        return Markup('<p class="translation"><cite lang="{}">{}</cite> <span class="quiet">({})</span></p>').format(
            made.lang, made.text, told
        )

    def contested(self, contest: Contest) -> Markup:
        rows = Markup("").join(
            Markup("<li>{}: {}</li>").format(
                self.n(f"contest {contest.id} {i}", value), Markup(", ").join(self.cite(name) for name in names)
            )
            for i, (value, names) in enumerate(sides(contest, lang=self.lang))
        )
        words = about(contest, lang=self.lang)
        more = Markup(" <code>{}</code>").format(words) if words else Markup("")
        return Markup('<div class="contest"><strong>{}</strong>{}<ul>{}</ul></div>').format(
            self.l(f"contest: {contest.kind.value}"), more, rows
        )

    def holds(self, control: Control) -> Markup:
        """Who is said to hold a place."""
        words, holder = held(control.holder, lang=self.lang)
        self.names.add(holder)
        return Markup(words).format(self.cite(holder))

    def said_by(self, speaker: str) -> Markup:
        """By whom it is said."""
        return Markup(self.w("said by")).format(self.speaker(speaker))

    def speaker(self, speaker: str) -> Markup:
        """A speaker of whom only the name is held."""
        words = named(speaker, lang=self.lang)
        return self.cite(words) if words == speaker else Markup("{}").format(words)

    def fate(self, status: str) -> Markup:
        """The fate of what was counted; a detail of it is a name."""
        words, comma, detail = status_words(status, lang=self.lang).partition(", ")
        self.names.add(detail)
        return Markup("{}{}").format(words, comma) + (self.cite(detail) if detail else Markup(""))

    def attributed(self, account: Account) -> Markup:
        """What a reader may copy: the words, who said them, through whom, in which document."""
        parts = []
        for piece in (passage.piece for passage in passages(account)[:OPEN]):
            words = _shortened(released(piece, self.edition))
            document = self.documents[piece.document]
            chain = Markup(" → ").join(self.cite(name) for name in (*(r.name for r in piece.relays), document.outlet or document.name))
            when = Markup(", ") + self.dates(stamp(document.published)) if document.published else Markup("")
            parts.append(Markup("“<q>{}</q>” — {} ({}{})").format(words, self.name(account), chain, when))
        return Markup(" ").join(parts)

    def charts(self, entry: Entry) -> tuple[Chart, ...]:
        """A chart for each unit that two or more accounts count."""
        by_unit: dict[tuple[Unit, FigureStatus, str | None], list[tuple[Account, Figure]]] = {}
        for account in entry.accounts:
            for figure in account.figures:
                by_unit.setdefault((figure.unit, figure.status, figure.party), []).append((account, figure))
        bests = {(r.unit, r.status, r.party): f"best {entry.number} {i}" for i, r in enumerate(entry.finding.ranges) if r.best is not None}
        found = []
        for (unit, status, party), rows in by_unit.items():
            if len({account.id for account, _ in rows}) < 2:
                continue
            drawn_bars = self.scale([(figure.low, figure.high) for _, figure in rows])
            best = bests.get((unit, status, party))
            found.append(
                Chart(
                    title=self._counts(unit, status, party),
                    rows=tuple(
                        Row(who=self.name(account), bar=bar, key=f"figure {figure.id}", words=self.numbers[f"figure {figure.id}"])
                        for (account, figure), bar in zip(rows, drawn_bars, strict=True)
                    ),
                    best=(best, self.numbers[best]) if best else None,
                )
            )
        return tuple(found)

    def tally_charts(self) -> tuple[Chart, ...]:
        """A chart for each unit of the tallies."""
        by_unit: dict[tuple[Unit, FigureStatus, str | None], list[Any]] = {}
        for tally in self.edition.tallies:
            by_unit.setdefault((tally.unit, tally.status, tally.party), []).append(tally)
        found = []
        for (unit, status, party), tallies in by_unit.items():
            rows = []
            for tally, bar in zip(tallies, self.scale([(t.low, t.high) for t in tallies]), strict=True):
                who = self.cite(tally.speaker.name) if tally.speaker else Markup("{}").format(self.w("not named"))
                span = days(tally.since, tally.until, lang=self.lang)
                who += Markup(", ") + self.dates(span) if span else Markup("")
                rows.append(
                    Row(who=who, bar=bar, key=f"tally {tally.id}", words=self.numbers[f"tally {tally.id}"], evidence=tally.evidence)
                )
            found.append(Chart(title=self._counts(unit, status, party), rows=tuple(rows)))
        return tuple(found)

    def does(self, account: Account) -> str:
        """How the speaker tells it, and as what."""
        return does(account, lang=self.lang)

    def timeline(self, entry: Entry) -> tuple[Moment, ...]:
        """What was told when, in the edition's zone or in UTC; what a speaker said before in the same way is only named as said again."""
        told: dict[str, tuple[str | None, set[tuple[str, Markup]]]] = {}
        for account in entry.accounts:
            for report in account.reports:
                at = self.documents[report.document].published
                told.setdefault(order(at), (at, set()))[1].add((does(report, lang=self.lang), self.name(account)))
        zone = zone_named(self.edition.zone) or UTC
        found, known = [], set[tuple[str, Markup]]()
        for _, (at, rows) in sorted(told.items()):
            new: dict[str, list[Markup]] = {}
            for words, who in sorted(rows - known):
                new.setdefault(words, []).append(who)
            again = sorted({who for _, who in rows & known})
            known |= rows
            when = self.dates(stamp(at, zone)) if at else Markup("{}").format(self.w("undated"))
            groups = tuple((words, Markup("; ").join(names)) for words, names in new.items())
            found.append(Moment(when=when, told=groups, again=Markup("; ").join(again)))
        return tuple(found)

    def _counts(self, unit: Unit, status: FigureStatus, party: str | None) -> Markup:
        words = Markup("{}").format(what(unit, status, lang=self.lang))
        return words + Markup(" (") + self.cite(party) + Markup(")") if party else words


def _shortened(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1].rstrip() + "…"


def is_web(url: str | None) -> bool:
    """Is this an address that a page may link to? Anything else (javascript:, data:, files) is not linked."""
    if not url:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
