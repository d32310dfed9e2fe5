"""Reports: what a document recalls, whom it credits, which places it speaks of."""

import pytest

from sayso.run.config import config
from sayso.run.front import annotate
from sayso.run.reporting import credits, reports


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
