"""The rows beside the incidents: control, strikes, measures."""

from making import incident, tally

from sayso.findings.control import FIGHTING, control
from sayso.findings.drones import strikes
from sayso.findings.measures import measures

VILLAGE = {"name": "Kamenka", "lat": 50.5, "lon": 36.2, "precision": "settlement"}


def test_a_claim_of_control_that_becomes_fighting_is_a_revision():
    rows = [
        {"speaker": "Legion", "kind": "capture of place", "holder": "Legion", "place": VILLAGE, "published": "2031-05-04"},
        {"speaker": "Legion", "kind": "clash", "place": VILLAGE, "published": "2031-05-06"},
        {"speaker": "Governor", "kind": "capture of place", "holder": "North", "place": VILLAGE, "published": "2031-05-05"},
    ]
    found = control([incident(rows)])
    assert [(row.speaker, row.holder, row.revises) for row in found] == [
        ("Legion", "Legion", False),
        ("Governor", "North", False),
        ("Legion", FIGHTING, True),
    ]


def test_the_same_word_on_a_place_is_one_row():
    row = {"speaker": "Legion", "kind": "capture of place", "holder": "Legion", "place": VILLAGE}
    assert len(control([incident([row, row | {"published": "2031-05-08"}])])) == 1


def test_a_shortened_name_is_the_one_listed_actor_whose_words_it_has():
    row = {
        "speaker": {"id": "l", "name": "Northern Legion"},
        "kind": "capture of place",
        "holder": "Northern Legion",
        "place": VILLAGE,
    }
    later = row | {"speaker": "Legion", "holder": "Legion", "published": "2031-05-08"}
    assert [(r.speaker, r.holder) for r in control([incident([row, later])])] == [("Northern Legion", "Northern Legion")]


def test_each_speaker_has_his_own_count_of_the_night():
    night = {"start": "2031-05-04", "end": "2031-05-04"}
    told = [{"unit": "drone", "low": 20, "high": 20, "status": "launched"}, {"unit": "drone", "low": 14, "high": 14, "status": "shot down"}]
    rows = [
        {"speaker": "Air force", **night, "figures": told},
        {"speaker": "Governor", **night, "figures": [{"unit": "drone", "low": 4, "high": 4, "status": "shot down"}]},
    ]
    found = strikes([incident(rows)])
    assert [(row.speaker, row.counts) for row in found] == [
        ("Air force", (("launched", 20, 20), ("shot down", 14, 14))),
        ("Governor", (("shot down", 4, 4),)),
    ]


def test_a_total_over_the_war_is_no_night():
    night = tally("Staff", 31, unit="drone", status="shot down", scope="day", since="2031-05-04")
    war = tally("Staff", 9000, unit="drone", status="shot down", scope="war")
    assert [row.counts for row in strikes([], [night, war])] == [(("shot down", 31, 31),)]


def test_a_closure_relayed_by_two_papers_is_one_measure():
    row = {"speaker": "Mayor", "kind": "evacuation or closure", "actuality": "planned", "place": VILLAGE, "start": "2031-05-05"}
    (measure,) = measures(
        [incident([row | {"text": "lessons go online", "outlet": "A"}, row | {"text": "no school from Monday", "outlet": "B"}])]
    )
    assert measure.by == "Mayor"
    assert len(measure.evidence) == 2
    assert measures([incident([row | {"actuality": "denied"}])]) == ()
