"""Times of publication."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.sources.published import from_unix, published_at


@pytest.mark.parametrize(
    ("given_", "expect"),
    [
        ("2024-03-12", "2024-03-12"),
        ("20240312", "2024-03-12"),
        ("12.03.2024", "2024-03-12"),
        ("2024-03-12T14:25:00+01:00", "2024-03-12T14:25:00+01:00"),
        ("2024-03-12T14:25Z", "2024-03-12T14:25:00+00:00"),
        ("2024-03-12 14:25:00", "2024-03-12T14:25:00+00:00"),
        ("2024-03-12T14:25:00.123456789Z", "2024-03-12T14:25:00.123456+00:00"),
        ("Tue, 12 Mar 2024 14:25:00 +0200", "2024-03-12T14:25:00+02:00"),
        (1710230400, "2024-03-12T08:00:00+00:00"),
        ("1710230400", "2024-03-12T08:00:00+00:00"),
        (date(2024, 3, 12), "2024-03-12"),
        ("2124-03-12", "2124-03-12"),
    ],
)
def test_forms_of_dates_are_read(given_, expect):
    assert published_at(given_).isoformat() == expect


@pytest.mark.parametrize(
    "given_", ["", "soon", "2024-13-40", "12/03", None, True, [], {}, "9" * 500, -1, 10**30, float("nan"), "2024-02-30T10:00"]
)
def test_what_is_no_date_is_none(given_):
    assert published_at(given_) is None


@given(st.one_of(st.text(max_size=70), st.integers(), st.floats()))
def test_any_value_is_a_date_or_none(value):
    found = published_at(value)
    assert found is None or not isinstance(found, datetime) or found.tzinfo


def test_telegram_times_are_utc():
    assert from_unix("1710230400").isoformat() == "2024-03-12T08:00:00+00:00"
    assert from_unix("x") is None
