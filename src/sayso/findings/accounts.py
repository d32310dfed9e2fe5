"""The making of accounts: one speaker's version of an incident, its latest report standing."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sayso import ids
from sayso.findings.order import stated_at
from sayso.record.account import Account
from sayso.record.claim import Speaker
from sayso.record.event import Actuality, Kind, Role
from sayso.record.figure import Figure, Scope, Who
from sayso.record.incident import Incident
from sayso.record.report import Evidence, Report
from sayso.text.folding import fold


@dataclass(frozen=True, slots=True)
class _Voice:
    """Whose account a report enters: a speaker, an outlet, or an unnamed speaker of one document."""

    key: str
    speaker: Speaker | None = None
    outlet: str | None = None


def accounts(incident: Incident, families: Mapping[str, str] | None = None) -> tuple[Account, ...]:
    """The accounts of an incident, in the order in which they were first stated.

    A joint statement enters the account of each member. An actor that the pack does not list goes with the one listed speaker of the
    incident whose name holds all words of its own ("the Legion"). The document's own voice is an account of its outlet, and a speaker
    who is not named has one, unless they only repeat what somebody is quoted on in the same document. A statement that a document
    recalls as an earlier one stands before those that it tells as new. `families` maps document ids to family ids: copies of a text in
    its own voice are one account, the earliest outlet's.
    """
    families = families or {}
    told: dict[str, list[Report]] = defaultdict(list)
    voices: dict[str, _Voice] = {}
    listed = _listed(incident)
    for report in sorted(incident.reports, key=told_at):
        for voice in _voices(report, incident, families, listed):
            told[voice.key].append(report)
            voices.setdefault(voice.key, voice)
    made = [_account(incident, voices[key], reports) for key, reports in told.items()]
    return tuple(sorted(made, key=lambda a: (*stated_at(a.reports[0]), a.id)))


def told_at(report: Report) -> tuple[bool, tuple[bool, datetime, int, str]]:
    """The key by which statements stand in order: what a document only recalls ("had claimed before") first, then as published."""
    return (not report.retold, stated_at(report))


def _listed(incident: Incident) -> dict[frozenset[str], list[Speaker]]:
    """The speakers of the incident that the pack lists, by the folded words of their names."""
    found: dict[frozenset[str], list[Speaker]] = defaultdict(list)
    for report in sorted(incident.reports, key=lambda r: r.id):
        for speaker in _members(report.speaker):
            if speaker.id and speaker not in found[_name_words(speaker.name)]:
                found[_name_words(speaker.name)].append(speaker)
    return dict(found)


def _members(speaker: Speaker | None) -> tuple[Speaker, ...]:
    return () if speaker is None else speaker.members or (speaker,)


def _name_words(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in name.split() if len(word) > 3)


def _full(speaker: Speaker, listed: Mapping[frozenset[str], list[Speaker]]) -> Speaker:
    """The listed speaker whom a shortened name can only mean; the speaker as he is where there is none, or several."""
    mine = _name_words(speaker.name)
    if speaker.id or not mine:
        return speaker
    meant = {other.key: other for words, others in listed.items() if mine <= words for other in others}
    return next(iter(meant.values())) if len(meant) == 1 else speaker


def _voices(
    report: Report, incident: Incident, families: Mapping[str, str], listed: Mapping[frozenset[str], list[Speaker]]
) -> list[_Voice]:
    home = families.get(report.document, report.document)
    if report.speaker is not None:
        members = dict.fromkeys(_full(member, listed) for member in _members(report.speaker))
        return [_Voice(key=member.key, speaker=member) for member in members]
    if _repeats(report, incident):
        return []
    if not report.narrated:
        return [_Voice(key=f"unnamed {home}")]
    return [_Voice(key=f"text {home}" if report.document in families else f"outlet {report.outlet or home}", outlet=report.outlet)]


def _repeats(report: Report, incident: Incident) -> bool:
    """Does the narrator, or somebody unnamed, only say again what somebody is quoted on in the same document?"""
    quoted = [r for r in incident.reports if r.document == report.document and r.speaker is not None]
    known = {(f.unit, f.low, f.high) for r in quoted for f in r.figures}
    return any(r.actuality == report.actuality for r in quoted) and all((f.unit, f.low, f.high) in known for f in report.figures)


def _account(incident: Incident, voice: _Voice, reports: list[Report]) -> Account:
    latest = reports[-1]
    telling = [r for r in reports if r.kind is incident.kind] or reports  # a shelling that went with a raid says nothing of the raid
    actuality = _actuality(telling)
    standing, superseded = standing_figures(reports)
    evidence = dict.fromkeys(e for report in reports for e in report.evidence)
    return Account(
        id=ids.make("a", incident.id, voice.key),
        incident=incident.id,
        speaker=voice.speaker,
        outlet=voice.outlet,
        reports=tuple(reports),
        latest=latest,
        stance=next((r.stance for r in reversed(telling) if r.actuality is actuality), latest.stance),
        actuality=actuality,
        figures=standing,
        superseded_figures=superseded,
        evidence=tuple(evidence),
        holds=_holds(reports),
    )


def _actuality(reports: list[Report]) -> Actuality:
    """That of the latest document; where it tells several things, a denial or a prevented attempt goes before the rest."""
    last = [r.actuality for r in reports if r.document == reports[-1].document]
    return next((a for a in (Actuality.DENIED, Actuality.PREVENTED) if a in last), reports[-1].actuality)


def standing_figures(reports: list[Report]) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """The figures that stand, and those that a later document of the same speaker replaced, each in time order.

    A figure replaces an earlier one of the same unit, status, party, kind of people and scope from an earlier publication; the same value
    told again is one figure, the later. Two figures of one document both stand, but for one that was told before: beside a new
    and larger one it is only recalled ("seven, up from five"). A party or kind of people that is not stated may be any.
    """
    lines: dict[tuple[object, ...], list[_Line]] = defaultdict(list)
    told: list[tuple[tuple[object, ...], _Line, object, Figure]] = []
    for report in reports:
        at: object = (report.published, report.document) if report.published is None else report.published
        for figure in report.figures:
            slot = _slot(figure)
            line = _line(figure, at, lines[slot])
            line.take(figure, at)
            told.append((slot, line, at, figure))
    standing: dict[tuple[object, ...], Figure] = {}
    superseded: dict[tuple[object, ...], Figure] = {}
    for slot, line, at, figure in told:
        key = (slot, line.whose, figure.low, figure.high)
        (standing if line.latest == at and not line.recalls(figure) else superseded)[key] = figure
    return tuple(standing.values()), tuple(figure for key, figure in superseded.items() if key not in standing)


def _slot(figure: Figure) -> tuple[object, ...]:
    """What a figure must have in common with another of the same speaker to replace it, whoever is counted."""
    scope = None if figure.scope in (Scope.UNSTATED, Scope.INCIDENT) else (figure.scope, figure.since)
    return (figure.unit, figure.status, figure.detail if figure.part_of is None else figure.part_of, scope)


@dataclass(slots=True)
class _Line:
    """The figures that a speaker gives of one thing, one after the other: whose people or things, as far as stated, and the latest."""

    whose: tuple[str | None, Who | None]
    told: dict[object, set[tuple[str | None, Who | None]]]
    values: dict[object, set[tuple[float, float | None]]] = field(default_factory=dict)
    latest: object = None
    low: float = 0

    def take(self, figure: Figure, at: object) -> None:
        """Adds a figure of a publication."""
        party, who = _whose(figure)
        self.whose = (self.whose[0] or party, self.whose[1] or who)
        self.told.setdefault(at, set()).add((party, who))
        self.values.setdefault(at, set()).add((figure.low, figure.high))
        self.latest, self.low = at, figure.low

    def recalls(self, figure: Figure) -> bool:
        """Does the latest publication tell it beside a larger value that was first told after it? A smaller may be a part."""
        first: dict[tuple[float, float | None], int] = {}
        for number, values in enumerate(self.values.values()):
            for told in values:
                first.setdefault(told, number)
        mine = first[figure.low, figure.high]
        return any(told[0] > figure.low and first[told] > mine for told in self.values[self.latest])

    def open_to(self, figure: Figure, at: object) -> bool:
        """May a figure of a publication replace this one's, though it states more or less of whose it is?

        Fewer people of one kind may be a part of those counted before; what one publication gives side by side are two counts.
        """
        (party, who), (mine, kind) = _whose(figure), self.whose
        if set(self.told) == {at} or not self.told.get(at, set()) <= {(party, who)}:
            return False
        if who and not kind and figure.low < self.low:
            return False
        return (party is None or mine is None or party == mine) and (who is None or kind is None or who is kind)


def _line(figure: Figure, at: object, known: list[_Line]) -> _Line:
    """The line that a figure belongs to: that of the same people or things, else the only one that may be of the same, else a new one."""
    same = next((line for line in known if line.whose == _whose(figure)), None)
    maybe = [line for line in known if line.open_to(figure, at)]
    line = same or (maybe[0] if len(maybe) == 1 else None)
    if line is None:
        line = _Line(whose=_whose(figure), told={})
        known.append(line)
    return line


def _whose(figure: Figure) -> tuple[str | None, Who | None]:
    return (figure.party, None if figure.who is Who.UNKNOWN else figure.who)


def holder(report: Report) -> str | None:
    """Who is said to hold the place: a named holder, else the actor that takes it; None where the report is not of control.

    Who denies that a place fell does not say that he himself does not hold it.
    """
    if report.kind not in (Kind.CAPTURE, Kind.WITHDRAWAL):
        return None
    named = [p.name for p in report.participants if p.role is Role.HOLDER]
    if not named and report.kind is Kind.CAPTURE:
        named = [p.name for p in report.participants if p.role is Role.AGENT]
    denied = report.actuality in (Actuality.DENIED, Actuality.PREVENTED)
    if not named or (denied and report.speaker is not None and named[0] == report.speaker.name):
        return None
    return f"not {named[0]}" if denied else named[0]


def _holds(reports: list[Report]) -> str | None:
    """Who holds the place by the latest word; None where the speaker tells of fighting there after he claimed it."""
    for report in reversed(reports):
        if held := holder(report):
            return held
        if report.kind is Kind.CLASH and report.actuality is Actuality.HAPPENED:
            return None
    return None


def first_evidence(reports: tuple[Report, ...]) -> tuple[Evidence, ...]:
    """The evidence of the latest report that has any."""
    return next((report.evidence for report in reversed(reports) if report.evidence), ())
