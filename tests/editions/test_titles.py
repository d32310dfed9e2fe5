"""Titles: kind, place and day of an incident."""

from datetime import UTC, datetime

from sayso.editions.titles import title
from sayso.record.claim import Stance
from sayso.record.event import Actuality, Kind
from sayso.record.incident import Incident
from sayso.record.place import Place, PlaceKind, Precision, Use
from sayso.record.report import Report
from sayso.text.span import Span


def place(name, kind=PlaceKind.SETTLEMENT, precision=Precision.SETTLEMENT, admin=()):
    return Place(
        id=name, document="d", span=Span(0, 1), name=name, lat=None, lon=None, geonames_id=None, kind=kind, use=Use.LOCATION,
        admin=admin, precision=precision,
    )  # fmt: skip


COUNTRY = place("Norvia", PlaceKind.COUNTRY, Precision.COUNTRY)


def report(near=()):
    return Report(
        id="r", document="d", event="e", kind=Kind.RAID, actuality=Actuality.HAPPENED, stance=Stance.ASSERTS, speaker=None, narrated=True,
        outlet=None, published=None, lang=None, place=None, moment=None, near=near,
    )  # fmt: skip


def told(where=None, start=None, end=None, reports=()):
    return title(Incident(id="i", kind=Kind.RAID, reports=reports, origins=(), place=where, start=start, end=end))


def at(day, hour=0):
    return datetime(2031, 5, day, hour, tzinfo=UTC)


def test_a_title_names_kind_place_and_day():
    assert told(place("Kamenka"), at(3), at(4)) == "Raid or incursion, Kamenka, 3 May 2031"


def test_a_night_is_named_by_its_second_day():
    assert told(None, at(3, 20), at(4, 8)) == "Raid or incursion, 4 May 2031"
    assert told(None, at(3, 14), at(4, 0)) == "Raid or incursion, 3 May 2031"
    assert told(None, at(3, 20), at(6, 8)) == "Raid or incursion, 3 May 2031"


def test_where_only_a_country_is_told_the_region_stands_of_which_all_documents_speak():
    near = (place("Kamenka", admin=("Norvia", "Upper Oblast")), place("Lower Oblast", PlaceKind.REGION, Precision.REGION))
    assert told(COUNTRY, reports=(report(near), report(near[:1]))) == "Raid or incursion, Upper Oblast"
    assert told(None, reports=(report(near),)) == "Raid or incursion, Lower Oblast and Upper Oblast"
    assert told(COUNTRY, reports=(report(near[:1]), report(near[1:]))) == "Raid or incursion, Norvia"
    assert told(None) == "Raid or incursion"
