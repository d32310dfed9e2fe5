"""Ready accounts from somebody's own coding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.incidents.given import report_of
from sayso.incidents.group import group
from sayso.incidents.pairs import pairs

ROW = {
    "id": "a1",
    "published": "2031-05-05",
    "outlet": "Wire",
    "account": {
        "speaker": None,
        "kind": None,
        "place": {"name": "Mill Lane, Talitsa, Arvenia", "lat": 52.9, "lon": 36.0, "precision": 3.0},
        "start": "2031-05-04",
        "end": "2031-05-04",
        "actors": ["Police (Arvenia)"],
        "figures": [{"unit": "killed", "low": 2, "high": 3}],
        "text": "Two dead in Talitsa",
    },
}
FIELDS = ("speaker", "kind", "place", "start", "end", "actors", "figures", "text")
JUNK = st.one_of(
    st.none(),
    st.text(max_size=5),
    st.integers(),
    st.floats(),
    st.lists(st.none(), max_size=2),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)


def test_an_account_keeps_its_fields():
    report = report_of(ROW)
    assert (report.figures[0].low, report.figures[0].high) == (2, 3)
    assert report.place is not None
    assert report.place.lat == 52.9
    assert report.place.precision is None  # the coder's own scale is not guessed at
    assert report.moment is not None
    assert (report.moment.end - report.moment.start).days == 1


def test_an_end_before_the_start_is_the_same_interval():
    turned = ROW | {"account": ROW["account"] | {"start": "2031-05-06", "end": "2031-05-04"}}
    moment = report_of(turned).moment
    assert moment.start.day == 4
    assert moment.end.day == 7


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "party"),
        ("start", "yesterday"),
        ("place", "Talitsa"),
        ("place", {"name": "X", "lat": 95, "lon": 0}),
        ("figures", [{"unit": "ghosts", "low": 1}]),
        ("figures", [{"unit": "killed", "low": "two"}]),
        ("figures", 3),
        ("speaker", 7),
    ],
)
def test_a_faulty_field_is_named(field, value):
    with pytest.raises(InputError) as error:
        report_of(ROW | {"account": ROW["account"] | {field: value}})
    assert field in str(error.value)


def test_a_row_without_an_account_says_what_to_give():
    with pytest.raises(InputError):
        report_of({"id": 1})


def test_reports_of_one_event_by_two_papers_meet_and_another_street_does_not():
    other = {"id": "a2", "outlet": "Paper", "published": "2031-05-06"} | {
        "account": ROW["account"] | {"text": "Police shot two, witnesses say"}
    }
    elsewhere = {"id": "a3", "outlet": "Third"} | {
        "account": ROW["account"] | {"place": {"name": "Verkhovye, Arvenia", "lat": 55.0, "lon": 40.0}, "text": "Shop looted"}
    }
    reports = [report_of(row) for row in (ROW, other, elsewhere)]
    found = group(reports, pairs(reports))
    assert sorted(len(incident.reports) for incident in found) == [1, 2]


@given(st.dictionaries(st.sampled_from(FIELDS), JUNK))
def test_whatever_stands_in_an_account_it_is_read_or_refused(account):
    try:
        report = report_of({"id": 1, "account": account})
    except InputError:
        return
    assert report.main
