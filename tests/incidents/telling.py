"""The telling of reports and documents in tests: a row of a case as the record that the stages take."""

from dataclasses import replace
from datetime import datetime

from sayso import ids
from sayso.incidents.gist import Gist
from sayso.incidents.given import report_of
from sayso.incidents.when import ordinal
from sayso.incidents.words import stems_of, vector
from sayso.record.claim import Relay, RelayKind, Speaker, SpeakerKind, Stance
from sayso.record.document import document
from sayso.record.event import Actuality, Participant, Role
from sayso.record.figure import FigureStatus, Scope, Who
from sayso.record.report import Evidence
from sayso.text.span import Span


def speaker(row):
    """A Speaker from a name or a row; None from None."""
    if row is None:
        return None
    if isinstance(row, str):
        row = {"name": row}
    members = tuple(speaker(member) for member in row.get("members", ()))
    kind = SpeakerKind(row.get("kind", "unknown"))
    name = row.get("name") or ", ".join(member.name for member in members)
    return Speaker(id=row.get("id"), name=name, side=row.get("side"), kind=kind, members=members)


def read_report(row, at=0):
    """A report as `run` makes it of a text: with claim, evidence and words, out of the fields of a case."""
    text = row.get("text", f"statement {at}")
    given = report_of({"id": f"r{at}", "published": row.get("published"), "outlet": row.get("outlet"), "account": {
        key: row.get(key) for key in ("kind", "place", "start", "end", "actors", "figures")}})  # fmt: skip
    name = row.get("document", f"doc{at}")
    place = given.place and replace(given.place, admin=tuple(row["place"].get("admin", ())), document=name)
    moment = given.moment and replace(given.moment, span=Span(0, 1))
    figures = tuple(
        replace(
            figure,
            id=f"f{at}-{i}",
            document=name,
            status=FigureStatus(told.get("status", "claimed")),
            scope=Scope(told.get("scope", "unstated")),
            who=Who(told["who"]) if told.get("who") else None,
            part_of=told.get("part_of"),
            since=told.get("since"),
            cumulative=told.get("cumulative", False),
        )
        for i, (figure, told) in enumerate(zip(given.figures, row.get("figures", ()), strict=True))
    )
    agents = tuple(Participant(role=Role.AGENT, name=a["name"], id=a.get("id")) for a in row.get("agents", ()))
    holders = (Participant(role=Role.HOLDER, name=row["holder"]),) if row.get("holder") else ()
    who = speaker(row.get("speaker"))
    return replace(
        given,
        id=ids.make("r", name, at),
        document=name,
        actuality=Actuality(row.get("actuality", "happened")),
        stance=Stance(row.get("stance", "asserts")),
        speaker=who,
        narrated=row.get("narrated", who is None),
        lang=row.get("lang"),
        place=place,
        moment=moment,
        participants=(*given.participants, *agents, *holders),
        figures=figures,
        claims=(f"c{at}",),
        evidence=(Evidence(document=name, span=Span(0, len(text)), quote=text, lang=row.get("lang")),),
        relays=tuple(Relay(name=relay, kind=RelayKind.AGENCY) for relay in row.get("relays", ())),
        words=stems_of(row.get("whole", text), row.get("lang")),
        main=row.get("main", True),
        near=tuple(_near(told) for told in row.get("near", ())),
    )


def _near(row):
    """A place that a document speaks of, out of its name and divisions."""
    return replace(
        report_of({"id": "near", "account": {"place": {"lat": 50, "lon": 36, "precision": "settlement"} | row}}).place,
        admin=tuple(row["admin"]),
    )


def read_document(row):
    """A (document, language) pair out of a case."""
    at = row.get("published")
    made = document(row["text"], name=row.get("name", ""), outlet=row.get("outlet"), published=at and datetime.fromisoformat(at))
    return made, row.get("lang")


def read_gist(row):
    """A gist out of a row: its text, outlet, day and what it names."""
    made, lang = read_document(row)
    counts = frozenset(float(count) for count in row.get("counts", ()))
    return Gist(
        document=made,
        lang=lang,
        at=ordinal(made.published) if made.published else None,
        outlet=row.get("outlet"),
        voices=tuple(row.get("voices", ())),
        names=frozenset(row.get("names", ())),
        places=frozenset(row.get("places", ())),
        numbers=frozenset(f"{count:g}" for count in counts),
        counts=counts,
        credits=frozenset(row.get("credits", ())),
        length=row.get("length", len(made.text.split())),
        words=vector(stems_of(made.text, lang)),
        vector=row.get("vector"),
    )
