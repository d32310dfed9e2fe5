"""The briefing: annotations of many documents made into an edition."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from sayso.editions.edition import edition
from sayso.editions.titles import title
from sayso.findings.accounts import accounts
from sayso.findings.contests import contests
from sayso.findings.control import control
from sayso.findings.drones import strikes
from sayso.findings.measures import measures
from sayso.findings.rules import finding
from sayso.findings.tallies import tallies, tally_contests
from sayso.incidents.group import group
from sayso.incidents.origins import document_origins, family_origins
from sayso.incidents.pairs import PairDecision, pairs, worthy
from sayso.record.annotation import Annotation
from sayso.record.document import Document, Unread
from sayso.record.edition import Aside, Edition, Entry, Source, Translation
from sayso.record.event import Actuality, Kind
from sayso.record.incident import Incident
from sayso.record.judgement import Judgement
from sayso.record.origin import Family
from sayso.record.report import Report
from sayso.reviews.apply import decided
from sayso.run.assembly import pack
from sayso.run.config import Config
from sayso.run.judging import Judged, judged
from sayso.run.relating import Relations, relations
from sayso.run.release import private_names
from sayso.run.reporting import credits, denials, forwards, reports
from sayso.run.versions import versions
from sayso.run.viewpoint import clocked, spoken

_SUFFIX = re.compile(r"\.\w{2,6}$")
# What somebody could aim by: held back for some hours.
STRIKES = {
    Kind.SHELLING,
    Kind.MISSILE_STRIKE,
    Kind.AIR_STRIKE,
    Kind.DRONE_STRIKE,
    Kind.EXPLOSION,
    Kind.FIRE,
    Kind.DAMAGE,
    Kind.INTERCEPTION,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What an edition is made from: annotations as people corrected them, their reports, and how these were grouped."""

    judged: Judged
    unread: tuple[Unread, ...]
    related: Relations
    reports: tuple[Report, ...]
    decisions: tuple[PairDecision, ...]
    incidents: tuple[Incident, ...]

    @property
    def texts(self) -> dict[str, str]:
        """The texts of the documents by id."""
        return {annotation.document.id: annotation.document.text for annotation in self.judged.annotations}


def briefed(
    given: Iterable[Annotation | Unread],
    config: Config,
    *,
    since: str | None = None,
    until: str | None = None,
    translations: tuple[Translation, ...] = (),
    judgements: Sequence[Judgement] = (),
) -> tuple[Edition, Mapping[str, str]]:
    """The edition of these annotations, and the texts of its documents by id. The order of what is given changes nothing."""
    ground = grounded(given, config, judgements)
    return edition_on(ground, config, since=since, until=until, translations=translations), ground.texts


def grounded(given: Iterable[Annotation | Unread], config: Config, judgements: Sequence[Judgement] = ()) -> Ground:
    """The annotations with what people decided of them, grouped into incidents."""
    read, unread = _sorted(given)
    chosen = pack(config.pack)
    told = judged(read, judgements, chosen)
    read = [spoken(annotation, chosen, config.lang) for annotation in told.annotations]
    related = relations(read, chosen)
    each = tuple(report for annotation in read for report in reports(annotation, chosen))
    decisions = pairs(each, related.copies, decided(told.judgements, each), denials=denials(read), story=related.kin.story)
    incidents = group(each, decisions, related.copies, forwards=forwards(read))
    kept = replace(told, annotations=tuple(read))
    return Ground(judged=kept, unread=unread, related=related, reports=each, decisions=decisions, incidents=incidents)


def edition_on(
    ground: Ground,
    config: Config,
    *,
    since: str | None = None,
    until: str | None = None,
    translations: tuple[Translation, ...] = (),
) -> Edition:
    """The edition of what was grouped."""
    read, texts, related, incidents = ground.judged.annotations, ground.texts, ground.related, ground.incidents
    chosen, copies, told = pack(config.pack), related.copies, ground.reports
    family_of = {key: family.id for family in copies for key in family.documents}
    shown = [clocked(incident, config.zone) for incident in incidents if not _held_back(incident, read, config.delay_hours)]
    entries = _entries(shown, config, family_of, lambda key: actor.side() if (actor := chosen.actors.get(key)) else None)
    totals = tallies(read)
    incident_of = {report.id: incident.id for incident in incidents for report in incident.reports}
    from_whom = document_origins(told, copies, forwards(read), incident_of, credits(read), related.mouths, related.story_of)
    origin_of = family_origins(copies, from_whom)
    draft = Edition(
        id="",
        made_from=tuple(sorted(texts)),
        rule=config.rule,
        versions=tuple(sorted((*versions(config, read), *ground.judged.version))),
        entries=entries,
        tallies=totals,
        contests=tally_contests(totals, {a.document.id: a.document.day for a in read if a.document.day}),
        measures=measures(shown),
        control=control(shown),
        strikes=strikes(shown, totals),
        documents=tuple(
            _source(a.document, short, a.lang, family_of, origin_of) for a, short in zip(read, _short_names(read), strict=True)
        ),
        unread=ground.unread,
        asides=_asides(told),
        merges=_merges(copies),
        lang=config.lang,
        zone=config.zone,
        since=since,
        until=until,
        delay_hours=config.delay_hours,
        held_back=len(incidents) - len(shown),
        withheld=private_names(read),
        translations=translations,
    )
    return edition(draft, texts)


def _sorted(given: Iterable[Annotation | Unread]) -> tuple[list[Annotation], tuple[Unread, ...]]:
    """The annotations once each, by day of publication, and the refusals; neither depends on the order of reading."""
    read: dict[str, Annotation] = {}
    unread: list[Unread] = []
    for item in given:
        if isinstance(item, Unread):
            unread.append(item)
        elif item.document.id not in read or item.document.name < read[item.document.id].document.name:
            read[item.document.id] = item
            if item.error:
                unread.append(Unread(where=item.document.name, why=item.error))
    ordered = sorted(read.values(), key=lambda a: (a.document.iso or "9999", a.document.name, a.document.id))
    return ordered, tuple(sorted(unread, key=lambda u: (u.where, u.why)))


def _entries(
    incidents: Sequence[Incident], config: Config, family_of: Mapping[str, str], side_of: Callable[[str], str | None]
) -> tuple[Entry, ...]:
    """The incidents, the best attested first."""
    ranked = sorted(incidents, key=lambda i: (-len(i.origins), -len(i.documents), i.start.isoformat() if i.start else "9999", i.id))
    found = []
    for number, incident in enumerate(ranked, 1):
        versions_told = accounts(incident, family_of)
        disputed = contests(versions_told, side_of)
        found.append(
            Entry(
                number=number,
                incident=incident,
                title=title(incident, config.lang),
                accounts=versions_told,
                contests=disputed,
                finding=finding(incident, versions_told, config.rule),
            )
        )
    return tuple(found)


def _held_back(incident: Incident, read: Sequence[Annotation], hours: float) -> bool:
    """Is it a strike of the last hours before the latest document? No clock is asked: an edition can be made again."""
    if not hours or incident.kind not in STRIKES:
        return False
    latest = max((at for a in read if (at := _end_of(a.document.published)) is not None), default=None)
    begun = incident.start or min((at for r in incident.reports if (at := _start_of(r.published)) is not None), default=None)
    return latest is not None and begun is not None and latest - begun < timedelta(hours=hours)


def _start_of(at: datetime | date | None) -> datetime | None:
    return at if isinstance(at, datetime) or at is None else datetime.combine(at, time(), UTC)


def _end_of(at: datetime | date | None) -> datetime | None:
    return at if isinstance(at, datetime) or at is None else datetime.combine(at, time.max, UTC)


def _short_names(read: Sequence[Annotation]) -> list[str]:
    """The documents' names, those of files without their folders where that tells them apart."""
    short = [name.rsplit("/", 1)[-1] if _SUFFIX.search(name) else name for name in (a.document.name for a in read)]
    times = Counter(short)
    return [word if times[word] == 1 else a.document.name for word, a in zip(short, read, strict=True)]


def _source(document: Document, name: str, lang: str | None, family_of: dict[str, str], origin_of: dict[str, str]) -> Source:
    return Source(
        id=document.id,
        name=name,
        outlet=document.outlet,
        published=document.iso,
        lang=lang,
        family=family_of.get(document.id, document.id),
        origin=origin_of.get(document.id, document.id),
        sha256=document.raw_sha256,
        url=document.url,
    )


def _asides(told: Sequence[Report]) -> tuple[Aside, ...]:
    """What no incident was made of, and why."""
    found = {}
    for report in told:
        if worthy(report) or not report.evidence:
            continue
        why = f"told as {report.actuality.value}, not as something that happened"
        if report.kind is Kind.TALLY:
            why = "a running total, shown among the totals"
        elif report.actuality not in (Actuality.PLANNED, Actuality.HYPOTHETICAL):
            why = "the total of a day, shown among the totals"
        speaker = report.speaker.name if report.speaker else report.outlet
        kind = report.kind.value if report.kind else Kind.OTHER.value
        found[why, report.evidence[0].document, report.evidence[0].span] = Aside(
            kind=kind, why=why, evidence=report.evidence[:1], speaker=speaker
        )
    return tuple(aside for _, aside in sorted(found.items(), key=lambda item: item[0]))


def _merges(copies: Sequence[Family]) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        sorted((family.id, reason.rule, reason.detail) for family in copies if len(family.documents) > 1 for reason in family.reasons)
    )
