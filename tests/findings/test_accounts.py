"""Accounts: one speaker's version of an incident."""

from dataclasses import replace

import pytest
from making import incident

from sayso.findings.accounts import accounts
from sayso.record.event import Actuality

TWO = {"members": [{"name": "Free Legion"}, {"name": "River Battalion"}]}


def test_a_joint_statement_enters_the_account_of_each_member():
    found = accounts(incident([{"speaker": TWO}, {"speaker": "River Battalion", "published": "2031-05-05"}]))
    assert sorted((account.name, len(account.reports)) for account in found) == [("Free Legion", 1), ("River Battalion", 2)]


def test_the_latest_report_stands_and_the_earlier_is_kept_as_superseded():
    rows = [
        {"speaker": "Governor", "published": "2031-05-04T18:00:00+00:00", "figures": [{"unit": "wounded", "low": 4, "high": 4}]},
        {"speaker": "Governor", "published": "2031-05-04T08:00:00+00:00", "figures": [{"unit": "wounded", "low": 2, "high": 2}]},
    ]
    (account,) = accounts(incident(rows))
    assert [figure.low for figure in account.figures] == [4]
    assert [figure.low for figure in account.superseded_figures] == [2]
    assert [report.figures[0].low for report in account.reports] == [2, 4]


MORNING, NOON, EVENING = (f"2031-05-04T{hour}:00:00+00:00" for hour in ("08", "12", "18"))


def _told(at, *figures, document=None):
    """What the governor says at a time: each figure a number with the party and people that it states."""
    told = [{"unit": "killed", "low": low, "high": low, "party": party, "who": who} for low, party, who in figures]
    return {"speaker": "Governor", "published": at, "document": document or at, "figures": told}


def _standing(*rows):
    (account,) = accounts(incident(rows))
    return sorted(f.low for f in account.figures), sorted(f.low for f in account.superseded_figures)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((3, None, None), (5, "South", "civilian")),
        ((3, "South", "military"), (5, None, None)),
        ((3, "South", "unknown"), (5, "South", "civilian")),
        ((3, "South", None), (5, None, "civilian")),
        ((5, "South", None), (3, None, "unknown")),
    ],
)
def test_a_party_or_kind_of_people_that_is_not_stated_may_be_any(first, second):
    assert _standing(_told(MORNING, first), _told(EVENING, second)) == ([second[0]], [first[0]])


@pytest.mark.parametrize(
    ("first", "second"),
    [((3, "South", None), (5, "North", None)), ((3, None, "civilian"), (5, None, "military")), ((9, None, None), (4, None, "child"))],
)
def test_two_parties_two_kinds_of_people_and_what_may_be_a_part_both_stand(first, second):
    assert _standing(_told(MORNING, first), _told(EVENING, second)) == (sorted((first[0], second[0])), [])


def test_what_is_stated_once_holds_for_the_later_counts():
    assert _standing(_told(MORNING, (3, "South", None)), _told(NOON, (5, None, None)), _told(EVENING, (7, "South", None))) == ([7], [3, 5])
    assert _standing(_told(MORNING, (3, "South", None)), _told(NOON, (5, None, None)), _told(EVENING, (7, "North", None))) == ([5, 7], [3])
    assert _standing(_told(MORNING, (3, None, None)), _told(NOON, (5, "South", None)), _told(EVENING, (7, None, None))) == ([7], [3, 5])


def test_a_count_that_may_be_of_either_of_two_parties_replaces_neither():
    assert _standing(_told(MORNING, (3, "South", None), (4, "North", None)), _told(EVENING, (5, None, None))) == ([3, 4, 5], [])


def test_the_whole_and_its_part_are_each_replaced_by_their_own():
    both = _told(MORNING, (7, None, None), (3, None, "civilian"))
    assert _standing(both, _told(EVENING, (9, None, None))) == ([3, 9], [7])
    assert _standing(both, _told(EVENING, (4, None, "civilian"))) == ([4, 7], [3])
    assert _standing(_told(MORNING, (7, None, None)), _told(EVENING, (10, None, None), (4, None, "civilian"))) == ([4, 10], [7])


def test_the_same_figure_told_again_is_not_superseded():
    row = {"speaker": "Governor", "figures": [{"unit": "wounded", "low": 4, "high": 4}]}
    (account,) = accounts(incident([row, row | {"published": "2031-05-06"}]))
    assert len(account.figures) == 1
    assert account.superseded_figures == ()


def test_two_figures_of_one_text_both_stand():
    row = {"speaker": "Governor", "document": "d", "figures": [{"unit": "wounded", "low": 4, "high": 4}]}
    other = row | {"figures": [{"unit": "wounded", "low": 1, "high": 1}]}
    (account,) = accounts(incident([row, other]))
    assert sorted(figure.low for figure in account.figures) == [1, 4]


def test_a_denial_does_not_hide_in_the_same_document():
    rows = [
        {"speaker": "State Agency", "document": "d", "actuality": "denied", "stance": "denies"},
        {"speaker": "State Agency", "document": "d"},
    ]
    (account,) = accounts(incident(rows))
    assert account.actuality is Actuality.DENIED


def test_the_outlet_that_only_repeats_a_speaker_has_no_account_of_its_own():
    rows = [
        {"speaker": "Governor", "document": "d", "outlet": "Gazette", "figures": [{"unit": "wounded", "low": 4, "high": 4}]},
        {"document": "d", "outlet": "Gazette", "figures": [{"unit": "wounded", "low": 4, "high": 4}]},
    ]
    assert [account.name for account in accounts(incident(rows))] == ["Governor"]
    rows[1] = rows[1] | {"figures": [{"unit": "building", "low": 3, "high": 3}]}
    assert sorted(account.name for account in accounts(incident(rows))) == ["Gazette", "Governor"]


def test_copies_of_a_text_in_its_own_voice_are_one_account():
    rows = [{"document": name, "outlet": name, "published": f"2031-05-0{n}"} for n, name in enumerate(("Wire", "Gazette"), 4)]
    assert len(accounts(incident(rows))) == 2
    assert [account.name for account in accounts(incident(rows), {"Wire": "fam", "Gazette": "fam"})] == ["Wire"]


def test_a_speaker_who_is_not_named_is_no_outlet():
    (account,) = accounts(incident([{"narrated": False, "outlet": "Gazette"}]))
    assert account.name == "speaker not named"


def test_who_holds_the_place_is_the_latest_word():
    row = {"speaker": "Legion", "kind": "capture of place", "holder": "Legion"}
    later = row | {"holder": "North", "published": "2031-05-07"}
    (account,) = accounts(incident([later, row]))
    assert account.holds == "North"


def test_a_denied_capture_says_who_does_not_hold_the_place():
    (account,) = accounts(incident([{"speaker": "Governor", "kind": "capture of place", "holder": "Legion", "actuality": "denied"}]))
    assert account.holds == "not Legion"


LEGION = {"name": "Free River Legion", "id": "legion"}


def test_a_shortened_name_goes_with_the_one_listed_speaker_that_it_can_mean():
    found = accounts(incident([{"speaker": LEGION}, {"speaker": "The Legion", "published": "2031-05-05"}]))
    assert [(account.name, len(account.reports)) for account in found] == [("Free River Legion", 2)]
    two = [{"speaker": LEGION}, {"speaker": {"name": "Iron Legion", "id": "iron"}}, {"speaker": "The Legion"}]
    assert len(accounts(incident(two))) == 3


def test_somebody_unnamed_who_only_repeats_a_speaker_has_no_account():
    rows = [{"speaker": "Governor", "document": "d"}, {"narrated": False, "document": "d", "outlet": "Gazette"}]
    assert [account.name for account in accounts(incident(rows))] == ["Governor"]
    elsewhere = [rows[0], rows[1] | {"document": "e"}]
    assert len(accounts(incident(elsewhere))) == 2


def test_a_claim_of_control_that_the_speaker_revises_to_fighting_no_longer_stands():
    village = {"name": "Kamenka", "lat": 50.5, "lon": 36.2, "precision": "settlement"}
    rows = [
        {"speaker": "Legion", "kind": "capture of place", "holder": "Legion", "place": village, "published": "2031-05-04T09:00:00+00:00"},
        {"speaker": "Legion", "kind": "clash", "place": village, "published": "2031-05-04T15:00:00+00:00"},
    ]
    (account,) = accounts(incident(rows))
    assert account.holds is None
    assert account.latest.kind.value == "clash"
    assert len(account.evidence) == 2


def test_what_a_later_document_only_recalls_does_not_replace_what_it_tells_as_new():
    made = incident(
        [
            {"speaker": "Legion", "kind": "clash", "published": "2031-05-04"},
            {"speaker": "Legion", "kind": "capture of place", "holder": "Legion", "published": "2031-05-06"},
        ]
    )
    recalled = replace(made, reports=(made.reports[0], replace(made.reports[1], retold=True)))
    (account,) = accounts(recalled)
    assert account.latest.kind.value == "clash"
