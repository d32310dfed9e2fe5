"""The grouping of JSON Lines: documents or ready accounts, as families, origins and incidents."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sayso.errors import InputError
from sayso.exports.exchange import identity, line, refused
from sayso.incidents.given import report_of
from sayso.incidents.group import group
from sayso.incidents.origins import document_origins, family_origins
from sayso.incidents.pairs import pairs
from sayso.incidents.revisions import revisions
from sayso.record.annotation import Annotation
from sayso.record.document import Document, Unread, document
from sayso.record.report import Report
from sayso.run.assembly import pipeline
from sayso.run.config import Config
from sayso.run.pipeline import Pipeline
from sayso.run.relating import relations
from sayso.run.reporting import credits, denials, forwards, reports
from sayso.sources.posts import document_of, record

Entry = tuple[str | int, Document, tuple[Report, ...]]


def grouped(lines: Iterable[bytes], config: Config, stages: Pipeline | None = None) -> list[tuple[bool, str]]:
    """(was it answered, the line of JSON) for each line that is not blank, in order. `stages` stand in for those of the configuration.

    A document that a later text of its post or page supersedes is grouped as that text, whose id it gives as "standing". Where no time
    tells which is later, their order does.
    """
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
                entries.append((identity(annotation.document), annotation.document, reports(annotation, stages.pack)))
    came = {annotation.document.id: number for number, annotation in enumerate(annotated)}  # the last time, where a text comes again
    gone = {key: r.document for r in revisions((annotation.document for annotation in annotated), came) for key in r.earlier}
    annotated = [annotation for annotation in annotated if annotation.document.id not in gone]
    read = [entry for entry in entries if not isinstance(entry, Unread) and entry[1].id not in gone]
    own = {annotation.document.id for annotation in annotated}
    related = relations(annotated, stages.pack, [doc for _, doc, _ in read if doc.id not in own])
    copies, story_of = related.copies, related.story_of
    told = {report.id: report for _, _, mine in read for report in mine}
    away = forwards(annotated)
    incidents = group(
        told.values(), pairs(told.values(), copies, denials=denials(annotated), story=related.kin.story), copies, forwards=away
    )
    incident_of = {report.id: incident.id for incident in incidents for report in incident.reports}
    family_of = {doc: family.id for family in copies for doc in family.documents}
    from_whom = document_origins(told.values(), copies, away, incident_of, credits(annotated), related.mouths, story_of)
    origin_of = family_origins(copies, from_whom)
    standing = {entry[1].id: entry for entry in reversed(read)}
    answers: list[tuple[bool, str]] = []
    for entry in entries:
        if isinstance(entry, Unread):
            answers.append((False, line(refused(entry))))
            continue
        name, doc, _ = entry
        stands = standing[gone[doc.id]] if doc.id in gone else entry
        told = _answer(stands, incident_of, story_of, family_of, origin_of)
        answers.append((True, line(told | {"id": name, "standing": stands[0]} if doc.id in gone else told)))
    return answers


def _answer(
    entry: Entry, incident_of: dict[str, str], story_of: Mapping[str, str], family_of: dict[str, str], origin_of: dict[str, str]
) -> dict[str, Any]:
    name, doc, mine = entry
    found = [incident_of[report.id] for report in mine if report.id in incident_of]
    main = story_of.get(doc.id, found[0] if found else None)
    return {
        "id": name,
        "family": family_of.get(doc.id, doc.id),
        "origin": origin_of.get(doc.id, doc.id),
        "incidents": list(dict.fromkeys([*([main] if main else []), *found])),
        "main_incident": main,
    }


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
