"""Times in ISO 8601 at the ends of the calendar, put in order and shown."""

from datetime import UTC

import pytest

from sayso.text.instant import order, stamp


@pytest.mark.parametrize("iso", ["0001-01-01T00:00:00+03:00", "9999-12-31T23:00:00-05:00"])
def test_a_time_at_the_end_of_the_calendar_is_shown_as_it_is_told(iso):
    assert order(iso)[:4] == iso[:4]
    assert stamp(iso, UTC).startswith(iso[:10])


def test_early_years_come_first():
    assert sorted(["2024-01-01T00:00:00+00:00", "0900-01-01T00:00:00+00:00"], key=order)[0].startswith("0900")
