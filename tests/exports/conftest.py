"""An edition of two invented documents, made by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sayso.editions.edition import edition
from sayso.record.account import Account
from sayso.record.claim import Relay, RelayKind, Speaker, Stance
from sayso.record.contest import Contest, ContestKind
from sayso.record.document import Document, Unread, document
from sayso.record.edition import Aside, Control, Edition, Entry, Measure, Source, Strikes
from sayso.record.event import Actuality, Kind
from sayso.record.figure import Figure, FigureStatus, Scope, Unit
from sayso.record.finding import Finding, Range
from sayso.record.incident import Incident
from sayso.record.origin import Origin, Reason
from sayso.record.place import Place, PlaceKind, Precision, Use
from sayso.record.report import Evidence, Report
from sayso.record.tally import Tally
from sayso.text.span import Span

MINISTRY = "The Ministry of Defence of Ostravia said 12 soldiers were killed near Verkhne; Private Ivo Lant was named."
UNIT = "Le bataillon <b>«Nord»</b> parle d'au moins 30 tués & de 4 chars détruits près de Verkhne."


def span_of(doc: Document, words: str) -> Span:
    at = doc.text.index(words)
    return Span(at, at + len(words))


def proof(doc: Document, words: str, lang: str) -> Evidence:
    relays = (Relay(name="AFP", kind=RelayKind.AGENCY),)
    return Evidence(document=doc.id, span=span_of(doc, words), quote=words, lang=lang, relays=relays, claim=f"c-{doc.id[2:]}")


def report_of(doc: Document, speaker: Speaker, figures: tuple[Figure, ...], evidence: Evidence, place: Place) -> Report:
    return Report(
        id=f"r-{doc.id[2:]}",
        document=doc.id,
        event=f"e-{doc.id[2:]}",
        kind=Kind.CLASH,
        actuality=Actuality.HAPPENED,
        stance=Stance.ASSERTS,
        speaker=speaker,
        narrated=False,
        outlet=doc.outlet,
        published=doc.published,
        lang=evidence.lang,
        place=place,
        moment=None,
        figures=figures,
        claims=(f"c-{doc.id[2:]}",),
        evidence=(evidence,),
    )


def figure_of(doc: Document, words: str, low: float, high: float | None, unit: Unit, status: FigureStatus) -> Figure:
    return Figure(
        id=f"f-{doc.id[2:]}-{unit.name}",
        document=doc.id,
        span=span_of(doc, words),
        low=low,
        high=high,
        approx=False,
        unit=unit,
        status=status,
    )


@pytest.fixture
def texts(draft: Edition) -> dict[str, str]:
    return {source.id: text for source, text in zip(draft.documents, (MINISTRY, UNIT), strict=True)}


@pytest.fixture
def draft() -> Edition:
    one = document(
        MINISTRY, name="one.txt", outlet="Northern Desk", published=datetime(2031, 5, 4, 9, 30, tzinfo=UTC), url="https://desk.example/1"
    )
    two = document(UNIT, name="two <script>alert(1)</script>.txt", outlet="La Lampe", published=date(2031, 5, 5), url="javascript:alert(2)")
    place = Place(
        id="p-1",
        document=one.id,
        span=span_of(one, "Verkhne"),
        name="Verkhne",
        lat=48.5,
        lon=38.0,
        geonames_id=None,
        kind=PlaceKind.SETTLEMENT,
        use=Use.LOCATION,
        precision=Precision.SETTLEMENT,
        radius_km=5.0,
    )
    ministry = Speaker(id="os-mod", name="Ministry of Defence of Ostravia", side="Ostravia")
    unit = Speaker(id=None, name='Battalion "Nord" & friends', side=None)
    said = figure_of(one, "12", 12, 12, Unit.KILLED, FigureStatus.CLAIMED)
    dead = figure_of(two, "au moins 30", 30, None, Unit.KILLED, FigureStatus.CLAIMED)
    tanks = figure_of(two, "4", 4, 4, Unit.TANK, FigureStatus.DESTROYED)
    first, second = proof(one, "12 soldiers were killed near Verkhne; Private Ivo Lant was named", "en"), proof(two, UNIT[:-1], "fr")
    reports = (report_of(one, ministry, (said,), first, place), report_of(two, unit, (dead, tanks), second, place))
    incident = Incident(
        id="i-1",
        kind=Kind.CLASH,
        reports=reports,
        origins=(
            Origin(id="o-1", name="Ministry of Defence of Ostravia", documents=(one.id,)),
            Origin(id="o-2", name="Nord", documents=(two.id,)),
        ),
        place=place,
        start=datetime(2031, 5, 4, tzinfo=UTC),
        end=datetime(2031, 5, 5, tzinfo=UTC),
        reasons=(Reason(rule="place", detail="one village, 0 km apart"),),
    )
    accounts = tuple(
        Account(
            id=f"a-{i}",
            incident=incident.id,
            speaker=report.speaker,
            outlet=report.outlet,
            reports=(report,),
            latest=report,
            stance=Stance.ASSERTS,
            actuality=Actuality.HAPPENED,
            figures=report.figures,
            evidence=report.evidence,
        )
        for i, report in enumerate(reports)
    )
    contest = Contest(
        id="x-1",
        kind=ContestKind.FIGURE,
        between=((ministry.name, "12"), (unit.name, "at least 30")),
        evidence=(first, second),
        about="killed",
        note="scope: unstated",
    )
    ranges = (
        Range(unit=Unit.KILLED, status=FigureStatus.CLAIMED, low=12, best=12, high=None, basis=(said.id, dead.id)),
        Range(unit=Unit.TANK, status=FigureStatus.DESTROYED, low=4, best=None, high=4, basis=(tanks.id,)),
    )
    finding = Finding(incident=incident.id, rule="acled-min", ranges=ranges, flags=("contested",), grade="B")
    return Edition(
        id="",
        made_from=(one.id, two.id),
        rule="acled-min",
        versions=(("sayso", "0.1.0"),),
        entries=(
            Entry(number=1, incident=incident, title="Clash, Verkhne, 4 May 2031", accounts=accounts, contests=(contest,), finding=finding),
        ),
        tallies=(
            Tally(
                id="y-1",
                speaker=ministry,
                unit=Unit.KILLED,
                status=FigureStatus.CLAIMED,
                low=12,
                high=12,
                since="2031-05-01",
                until=None,
                scope=Scope.PERIOD,
                evidence=(first,),
            ),
        ),
        contests=(),
        measures=(Measure(kind="evacuation or closure", place=place, since="2031-05-04", by=ministry.name, evidence=(first,)),),
        control=(Control(place="Verkhne", holder="Ostravia", speaker=ministry.name, stated="2031-05-04", evidence=(first,)),),
        strikes=(
            Strikes(
                speaker=ministry.name, unit="drone", since="2031-05-04", until=None, counts=(("shot down", 3.0, 3.0),), evidence=(first,)
            ),
        ),
        documents=tuple(
            Source(
                id=d.id,
                name=d.name,
                outlet=d.outlet,
                published=d.published.isoformat() if d.published else None,
                lang=lang,
                family=d.id,
                origin=d.id,
                sha256=d.raw_sha256,
                url=d.url,
            )
            for d, lang in ((one, "en"), (two, "fr"))
        ),
        unread=(Unread(where="bad.bin", why="binary <data>", then="give text"),),
        asides=(Aside(kind="other", why="told as planned, not as something that happened", evidence=(second,), speaker=unit.name),),
        withheld=((one.id, span_of(one, "Ivo Lant")),),
        delay_hours=6.0,
    )


@pytest.fixture
def made(draft: Edition, texts: dict[str, str]) -> Edition:
    return edition(draft, texts)


@pytest.fixture
def in_french(draft: Edition, texts: dict[str, str]) -> Edition:
    return edition(replace(draft, lang="fr"), texts)
