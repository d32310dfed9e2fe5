"""Contests: where accounts contradict each other, and where they do not."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import SIDES, incident

from sayso.findings.accounts import accounts
from sayso.findings.contests import contests
from sayso.record.moment import Anchor

CASES = json.loads((Path(__file__).parents[1] / "cases" / "findings" / "contests.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_a_contest_is_what_cannot_both_be_right(case):
    found = contests(accounts(incident(case["reports"])), SIDES.get)
    assert [[c.kind.value, c.about, [list(pair) for pair in c.between], c.note] for c in found] == case["expect"], case["why"]
    assert all(contest.evidence for contest in found)


@pytest.mark.parametrize(("anchor", "contested"), [(Anchor.TEXT, True), (Anchor.PUBLISHED, False)])
def test_a_day_that_only_the_publication_gives_contests_no_other_day(anchor, contested):
    told = incident([{"speaker": "A", "start": "2031-05-04T06:00:00+03:00"}, {"speaker": "B", "start": "2031-05-05T06:00:00+03:00"}])
    first, second = told.reports
    dated = replace(told, reports=(first, replace(second, moment=replace(second.moment, anchor=anchor))))
    assert bool(contests(accounts(dated))) is contested


@given(st.sampled_from(CASES), st.randoms(use_true_random=False))
def test_contests_are_the_same_from_either_side(case, rand):
    told = list(accounts(incident(case["reports"])))
    expected = contests(told, SIDES.get)
    rand.shuffle(told)
    assert contests(told, SIDES.get) == expected


def test_the_words_of_a_contested_figure_are_shown():
    rows = [
        {"speaker": "A", "text": "six tanks burned", "figures": [{"unit": "tank", "low": 6, "high": 6}]},
        {"speaker": "B", "text": "five tanks were lost", "figures": [{"unit": "tank", "low": 5, "high": 5}]},
    ]
    (contest,) = contests(accounts(incident(rows)))
    assert {e.quote for e in contest.evidence} == {"six tanks burned", "five tanks were lost"}
