"""The days of a report: numbers, also at the ends of the calendar."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from sayso.incidents.when import ordinal


def test_an_hour_is_reckoned_in_utc():
    kyiv = timezone(timedelta(hours=2))
    assert ordinal(datetime(2024, 3, 12, 1, tzinfo=kyiv)) == ordinal(datetime(2024, 3, 11, 23, tzinfo=UTC))


@pytest.mark.parametrize(("year", "hours"), [(9999, -12), (1, 12)])
def test_the_first_and_the_last_day_of_the_calendar_have_a_number(year, hours):
    zone = timezone(timedelta(hours=hours))
    at = datetime(year, 12, 31, 23, 59, tzinfo=zone) if year > 1 else datetime(year, 1, 1, tzinfo=zone)
    assert abs(ordinal(at) - at.toordinal()) < 2
