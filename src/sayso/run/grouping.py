"""The grouping of JSON Lines: documents or ready accounts, as families, origins and incidents."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.errors import InputError
from sayso.exports.exchange import identity, line, refused
from sayso.incidents.bare import bare_report
from sayso.incidents.families import families
from sayso.incidents.gist import gist
from sayso.incidents.given import report_of
from sayso.incidents.group import group
from sayso.incidents.origins import document_origins, family_origins
from sayso.incidents.pairs import pairs
from sayso.incidents.retellings import kin
from sayso.incidents.stories import stories
from sayso.record.annotation import Annotation
from sayso.record.document import Document, Unread, document
from sayso.record.report import Report
from sayso.run.assembly import pipeline
from sayso.run.config import Config
from sayso.run.pipeline import Pipeline
from sayso.run.reporting import credits, denials, forwards, reports
from sayso.sources.posts import document_of, record

Entry = tuple[str | int, Document, tuple[Report, ...]]


def grouped(lines: Iterable[bytes], config: Config, stages: Pipeline | None = None) -> list[tuple[bool, str]]:
    """(was it answered, the line of JSON) for each line that is not blank, in order. `stages` stand in for those of the configuration."""
    entries: list[Entry | Unread] = []
    annotated: list[Annotation] = []
    stages = stages or pipeline(config)
    for given in _entries(lines):
        if not isinstance(given, Document):
            entries.append(given)
            continue
        for annotation in stages.annotations([given]):
            if isinstance(annotation, Unread):
                entries.append(annotation)
            else:
                annotated.append(annotation)
                entries.append((identity(annotation.document), annotation.document, reports(annotation)))
    read = [entry for entry in entries if not isinstance(entry, Unread)]
    langs = {annotation.document.id: annotation.lang for annotation in annotated}
    related = kin(gist(annotation, stages.pack) for annotation in annotated)
    copies = families([(doc, langs.get(doc.id)) for _, doc, _ in read], related)
    told = {report.id: report for _, _, mine in read for report in mine}
    away = forwards(annotated)
    incidents = group(told.values(), pairs(told.values(), copies, denials=denials(annotated)), copies, forwards=away)
    incident_of = {report.id: incident.id for incident in incidents for report in incident.reports}
    # What a document as a whole tells is known best by all its words; what else it tells, by its events.
    wholes = {annotation.document.id: bare_report(annotation.document, annotation.lang) for annotation in annotated}
    told_whole = group(wholes.values(), stories(wholes.values(), related, copies), copies, forwards=away)
    story_of = {report.document: story.id for story in told_whole for report in story.reports}
    family_of = {doc: family.id for family in copies for doc in family.documents}
    origin_of = family_origins(copies, document_origins(told.values(), copies, away, incident_of, credits(annotated)))
    return [_answer(entry, incident_of, story_of, family_of, origin_of) for entry in entries]


def _answer(
    entry: Entry | Unread, incident_of: dict[str, str], story_of: dict[str, str], family_of: dict[str, str], origin_of: dict[str, str]
) -> tuple[bool, str]:
    if isinstance(entry, Unread):
        return False, line(refused(entry))
    name, doc, mine = entry
    found = [incident_of[report.id] for report in mine if report.id in incident_of]
    main = story_of.get(doc.id, found[0] if found else None)
    return True, line(
        {
            "id": name,
            "family": family_of.get(doc.id, doc.id),
            "origin": origin_of.get(doc.id, doc.id),
            "incidents": list(dict.fromkeys([*([main] if main else []), *found])),
            "main_incident": main,
        }
    )


def _entries(lines: Iterable[bytes]) -> Iterator[Document | Entry | Unread]:
    for number, raw in enumerate(lines, 1):
        if not raw.strip():
            continue
        name: str | int | None = None
        try:
            row = record(raw)
            given = row.get("id")
            name = given if isinstance(given, str | int) and not isinstance(given, bool) else None
            if row.get("account") is None:
                yield document_of(row, raw=raw.strip())
            elif name is None:
                raise InputError('"id" is missing', then='give "id" as text or a whole number')
            else:
                report = report_of(row)
                text = report.evidence[0].quote if report.evidence else ""
                stand_in = document(text, name=str(name), outlet=report.outlet, published=report.published)
                # Two accounts with one title are still two rows: the id is the report's own.
                yield name, replace(stand_in, id=report.document), (report,)
        except InputError as why:
            yield Unread(where=f"line {number}", why=why.what, then=why.then, name=name, line=number)
