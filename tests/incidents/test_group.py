"""Grouping: which reports speak of one happening."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import read_report

from sayso.incidents.group import group
from sayso.incidents.pairs import pairs
from sayso.record.judgement import Judgement
from sayso.record.origin import Family

CASES = json.loads((Path(__file__).parents[1] / "cases" / "incidents" / "groups.json").read_text("utf-8"))


def told(case):
    return [read_report(row, at) for at, row in enumerate(case["reports"])]


def grouped(reports, **more):
    return group(reports, pairs(reports, **more))


def everything():
    """The reports of all cases, each case in a world of its own far from the others."""
    return [
        read_report(
            row | {"document": f"{n} {row.get('document', at)}", "published": None, "start": f"20{31 + n}-05-04", "end": None}, at * 100 + n
        )
        for n, case in enumerate(CASES)
        for at, row in enumerate(case["reports"])
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_reports_of_one_happening_and_no_others_are_an_incident(case):
    reports = told(case)
    at = {report.id: i for i, report in enumerate(reports)}
    assert sorted(sorted(at[r.id] for r in i.reports) for i in grouped(reports)) == sorted(case["expect"]), case["why"]


@given(st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_the_order_of_reports_and_decisions_changes_no_incident(rand: random.Random):
    reports = everything()
    decisions = list(pairs(reports))
    expected = group(reports, decisions)
    rand.shuffle(reports)
    rand.shuffle(decisions)
    assert group(reports, decisions) == expected
    assert grouped(reports) == expected


def test_an_unrelated_report_changes_no_other_incident():
    reports = everything()
    more = read_report(
        {"kind": "protest", "start": "1999-01-01", "published": "1999-01-02", "text": "farmers blocked a road", "document": "new"}, 999
    )
    before, after = grouped(reports), grouped([*reports, more])
    assert set(before) == {incident for incident in after if more.id not in {r.id for r in incident.reports}}


def test_an_incident_takes_its_id_from_the_earliest_report():
    reports = told(CASES[0])
    (incident,) = grouped(reports)
    later = read_report(CASES[0]["reports"][1] | {"published": "2031-05-06", "document": "later"}, 77)
    (grown,) = grouped([*reports, later])
    assert grown.id == incident.id
    assert len(grown.reports) == 3


def test_a_chain_of_likely_pairs_is_no_heap():
    base = {"kind": "shelling", "published": "2031-05-04", "start": "2031-05-04"}
    villages = [
        read_report(
            base
            | {"place": {"name": f"Village {n}", "lat": 50.0 + 0.08 * n, "lon": 36.0, "precision": "settlement"}, "text": "shells fell"},
            n,
        )
        for n in range(12)
    ]
    assert max(len(incident.reports) for incident in grouped(villages)) <= 2


def test_a_person_may_join_what_the_machine_kept_apart_and_part_what_it_joined():
    apart = told(CASES[5])
    ids = sorted(report.id for report in apart)
    said = Judgement(id="j", about=f"pair:{ids[0]}:{ids[1]}", verdict="same", by="editor", at="2031-05-12")
    assert len(grouped(apart, judgements=[said])) == 1
    joined = told(CASES[0])
    ids = sorted(report.id for report in joined)
    said = replace(said, about=f"pair:{ids[0]}:{ids[1]}", verdict="different")
    assert len(grouped(joined, judgements=[said])) == 2


def test_a_denial_joins_the_incident_of_the_claim_that_it_denies():
    place = {"name": "Talitsa", "lat": 52.9, "lon": 36.0, "precision": "settlement"}
    row = {"kind": "killing", "place": place, "start": "2031-05-04", "published": "2031-05-04", "document": "d", "speaker": "A"}
    claimed = read_report(row | {"text": "two medics were shot"}, 1)
    denial = read_report(
        {"kind": "killing", "actuality": "denied", "published": "2031-05-09", "document": "e", "speaker": "B", "text": "nothing of it"}, 2
    )
    assert len(grouped([claimed, denial])) == 2
    assert len(grouped([claimed, denial], denials={"c2": "c1"})) == 1


def test_the_same_passage_in_copies_of_one_text_is_one_incident():
    row = {"kind": "explosion", "text": "an explosion was heard", "speaker": None}
    wholes = ("an explosion was heard while markets fell", "an explosion was heard, readers of the harbour gazette wrote to us")
    reports = [
        read_report(row | {"document": name, "outlet": name, "whole": whole}, at)
        for at, (name, whole) in enumerate(zip("ab", wholes, strict=True))
    ]
    family = Family(id="fam-1", documents=("a", "b"), first="a")
    assert len(grouped(reports)) == 2
    assert len(group(reports, pairs(reports, [family]), [family])) == 1


def test_the_reasons_name_what_joined_the_reports():
    (incident,) = grouped(told(CASES[0]))
    assert any("time: same" in reason.detail for reason in incident.reasons)


def test_three_thousand_reports_are_grouped_in_seconds():
    rand = random.Random(7)
    rows = [
        {"kind": "shelling", "start": f"2031-05-{1 + n % 28:02d}", "published": f"2031-05-{1 + n % 28:02d}", "text": f"shells fell {n}",
         "place": {"name": f"V{n % 300}", "lat": 45 + 8 * rand.random(), "lon": 30 + 9 * rand.random(), "precision": "settlement"}}
        for n in range(3000)
    ]  # fmt: skip
    decisions = pairs([read_report(row, at) for at, row in enumerate(rows)])
    assert len(decisions) < 100_000  # of 4.5 million


def sets_of(*rows):
    """The numbers of the rows that are one incident; their documents tell one story."""
    reports = [read_report({"published": "2031-05-04", "text": f"line {at}", "main": True} | row, at) for at, row in enumerate(rows)]
    at = {report.id: n for n, report in enumerate(reports)}
    names = sorted(report.document for report in reports)
    story = {(a, b): 3.0 for i, a in enumerate(names) for b in names[i + 1 :]}
    return sorted(sorted(at[r.id] for r in i.reports) for i in grouped(reports, story=story))


TOWN = {"name": "Talitsa", "lat": 50.6, "lon": 36.6, "precision": "settlement", "admin": ["Orland", "Velm Oblast"]}
NEXT_DOOR = {"name": "Karn Oblast", "lat": 51.5, "lon": 36.2, "precision": "region", "admin": ["Orland"]}
OWN_REGION = {"name": "Velm Oblast", "lat": 50.7, "lon": 37.5, "precision": "region", "admin": ["Orland"]}
COUNTRY = {"name": "Orland", "lat": 55.0, "lon": 40.0, "precision": "country"}
LOST = {"name": "Lipovka", "precision": "settlement"}


def test_a_strike_on_a_town_is_not_that_on_the_region_next_door():
    town, region = {"kind": "drone strike", "place": TOWN}, {"kind": "drone strike", "place": OWN_REGION}
    assert sets_of(town, region) == [[0, 1]]
    assert sets_of(town, region | {"place": NEXT_DOOR}) == [[0], [1]]


def test_drones_counted_over_a_country_are_not_the_strike_on_one_town():
    town = {"kind": "drone strike", "place": TOWN}
    assert sets_of(town, {"kind": "interception", "place": TOWN}) == [[0, 1]]
    assert sets_of(town, {"kind": "interception", "place": COUNTRY}) == [[0], [1]]


def test_a_village_that_nobody_finds_lies_in_a_region_that_its_document_speaks_of():
    village = {"kind": "shelling", "place": LOST, "near": [TOWN]}
    assert sets_of(village, {"kind": "shelling", "place": OWN_REGION}) == [[0, 1]]
    assert sets_of(village, {"kind": "shelling", "place": NEXT_DOOR}) == [[0], [1]]
