"""The making of incidents and tallies in tests."""

from telling import read_report

from sayso import ids
from sayso.incidents.origins import origins
from sayso.record.claim import Speaker
from sayso.record.event import Kind
from sayso.record.figure import FigureStatus, Scope, Unit
from sayso.record.incident import Incident
from sayso.record.report import Evidence
from sayso.record.tally import Tally
from sayso.text.span import Span

SIDES = {"south": "South", "south-land": "South", "north": "North"}


def incident(rows, families=()):
    """An incident of the reports of a case."""
    reports = tuple(read_report({"published": "2031-05-04"} | row, at) for at, row in enumerate(rows))
    kind = reports[0].kind or Kind.OTHER
    return Incident(id="i-1", kind=kind, reports=reports, origins=origins(reports, families), place=reports[0].place, start=None, end=None)


def tally(
    who,
    low,
    high=None,
    *,
    unit="killed",
    status="claimed",
    since=None,
    until=None,
    scope="unstated",
    party=None,
    document="d",
    approx=False,
):
    """A tally of a speaker's."""
    words = Evidence(document=document, span=Span(0, 5), quote="words")
    return Tally(
        id=ids.make("tl", who, low, high, unit, status, since, until, party, document),
        speaker=Speaker(id=None, name=who),
        unit=Unit(unit),
        status=FigureStatus(status),
        low=low,
        high=low if high is None else high,
        since=since,
        until=until,
        scope=Scope(scope),
        evidence=(words,),
        party=party,
        approx=approx,
    )
