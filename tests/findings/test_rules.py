"""Rules: what the figures of accounts add up to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import incident

from sayso.errors import ConfigError
from sayso.findings.accounts import accounts
from sayso.findings.rules import RULES, finding

ROWS = [
    {
        "speaker": {"name": "North army", "side": "North", "kind": "military"},
        "figures": [{"unit": "killed", "low": 20, "high": 20}],
        "document": "a",
    },
    {
        "speaker": {"name": "South army", "side": "South", "kind": "military"},
        "figures": [{"unit": "killed", "low": 3, "high": 3}],
        "document": "b",
    },
    {"speaker": {"name": "Hospital"}, "figures": [{"unit": "killed", "low": 7, "high": 7}], "document": "c"},
    {
        "speaker": {"name": "Relief mission", "side": "other", "kind": "international"},
        "figures": [{"unit": "killed", "low": 7, "high": 9}],
        "document": "e",
    },
    {"speaker": {"name": "Hospital"}, "figures": [{"unit": "killed", "low": 2, "high": 2}], "document": "f", "published": "2031-05-03"},
]


def killed(rule, rows=ROWS):
    told = incident(rows)
    return next(r for r in finding(told, accounts(told), rule).ranges if r.unit == "killed")


def test_without_a_rule_there_is_a_range_and_no_best():
    found = killed(None)
    assert (found.low, found.best, found.high) == (3, None, 20)
    assert len(found.basis) == 4


@pytest.mark.parametrize(
    ("rule", "best"),
    [("ucdp", 7), ("acled-min", 3), ("maverick-conservative", 2), ("maverick-representative", 2), ("maverick-informative", 20)],
)
def test_each_rule_computes_what_it_says(rule, best):
    assert killed(rule).best == best
    assert (killed(rule).low, killed(rule).high) == (3, 20)


def test_every_rule_is_tested_and_an_unknown_one_is_refused():
    assert set(RULES) == {"ucdp", "acled-min", "maverick-conservative", "maverick-representative", "maverick-informative"}
    with pytest.raises(ConfigError):
        killed("guess")


def test_an_open_figure_leaves_the_high_open():
    found = killed(None, [*ROWS, {"speaker": "Mayor", "figures": [{"unit": "killed", "low": 12, "high": None}]}])
    assert found.high is None


def test_totals_over_a_period_and_parts_are_never_in_a_range():
    rows = [
        *ROWS,
        {"speaker": "Staff", "figures": [{"unit": "killed", "low": 900, "high": 900, "scope": "war", "cumulative": True}]},
        {"speaker": "Staff", "document": "x", "figures": [{"unit": "killed", "low": 1, "high": 1, "part_of": "f"}]},
    ]
    assert (killed(None, rows).low, killed(None, rows).high) == (3, 20)


def test_the_dead_of_two_parties_are_two_ranges():
    rows = [
        {"speaker": "A", "figures": [{"unit": "killed", "low": 5, "high": 5, "party": "North"}]},
        {"speaker": "B", "figures": [{"unit": "killed", "low": 50, "high": 50, "party": "South"}]},
    ]
    told = incident(rows)
    assert [(r.party, r.low, r.high) for r in finding(told, accounts(told)).ranges] == [("North", 5, 5), ("South", 50, 50)]


@pytest.mark.parametrize(
    ("rows", "grade", "flags"),
    [
        (ROWS, "A", {"contested"}),
        (ROWS[:1], "D", {"one-sided", "single origin", "no independent origin", "party to the conflict only"}),
        (ROWS[2:3], "C", {"single origin"}),
        (ROWS[:2], "B", {"contested", "no independent origin", "party to the conflict only"}),
        ([ROWS[0], ROWS[1] | {"actuality": "denied"}], "E", {"contested", "no independent origin", "party to the conflict only"}),
        ([ROWS[2] | {"actuality": "denied"}], "E", {"single origin"}),
    ],
)
def test_flags_and_grade_say_how_well_an_incident_is_attested(rows, grade, flags):
    told = incident(rows)
    found = finding(told, accounts(told))
    assert found.grade == grade
    assert set(found.flags) == flags


@given(st.permutations(ROWS), st.sampled_from([None, *RULES]))
def test_the_order_of_reports_changes_no_range(rows, rule):
    assert (killed(rule, rows).low, killed(rule, rows).best, killed(rule, rows).high) == (
        killed(rule).low,
        killed(rule).best,
        killed(rule).high,
    )
