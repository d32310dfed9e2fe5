"""Reports: what a document recalls, whom it credits, which places it speaks of."""

from dataclasses import replace

import pytest

from sayso.lexicon.loading import built_in
from sayso.record.document import document
from sayso.run.config import config
from sayso.run.front import annotate
from sayso.run.reporting import credits, publisher, reports


def told(text, day="2031-05-06"):
    return reports(annotate(text, published=day, outlet="Gazette", settings=config()))


@pytest.mark.parametrize(
    ("text", "retold"),
    [
        ("Earlier, the governor said that shells had hit the village of Kamenka.", True),
        ("The governor said that shells had hit the village of Kamenka.", False),
        ("The governor said that shells had earlier hit the village of Kamenka.", False),
        ("Ранее губернатор заявил, что снаряды попали в село Каменка.", True),
        ("Губернатор заявил, что снаряды попали в село Каменка.", False),
    ],
)
def test_a_statement_that_the_text_recalls_is_marked(text, retold):
    found = [report for report in told(text) if report.speaker]
    assert found
    assert {report.retold for report in found} == {retold}


def test_a_document_credits_the_other_outlets_that_its_text_names():
    wire = annotate("Shells hit Kharkiv, the mayor said.", published="2031-05-06", outlet="Meridian Wire (example)", settings=config())
    story = annotate("Shells hit Kharkiv. (with Meridian Wire)", published="2031-05-06", outlet="Quai", settings=config())
    found = credits([wire, story])
    assert found == {wire.document.id: (), story.document.id: ("Meridian Wire (example)",)}


def test_a_report_knows_the_places_that_its_document_speaks_of():
    found = told("In Kharkiv shops stayed open. The ministry said that a raid had been beaten off.")
    assert all("Kharkiv" in {place.name for place in report.near} for report in found)
    assert found


def test_a_document_of_a_bodys_own_channel_speaks_for_the_body():
    chosen = built_in("talvenia-kestria")
    told = document("Shells fell on the mill of Orvenna.", name="d", outlet="Дейль. Лорван (Telegram)")
    assert publisher(told, chosen).id == "tal-deyl"
    assert publisher(replace(told, outlet="Gazette of Nowhere"), chosen) is None
    assert publisher(replace(told, forwarded_from="Somebody"), chosen) is None
