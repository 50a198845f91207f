"""What a time means in a report of Friday 12 March 2021."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.match.resolution import meaning
from onrecord.model import TimeKind

FRIDAY = date(2021, 3, 12)


@pytest.mark.parametrize(
    ("kind", "value", "ahead", "first", "last"),
    [
        ("weekday", "1", False, "2021-03-09", "2021-03-09"),
        ("weekday", "4", False, "2021-03-12", "2021-03-12"),
        ("weekday", "4", True, "2021-03-19", "2021-03-19"),
        ("weekday", "0", True, "2021-03-15", "2021-03-15"),
        ("days", "-1", False, "2021-03-11", "2021-03-11"),
        ("days", "1", True, "2021-03-13", "2021-03-13"),
        ("day", "01-15", False, "2021-01-15", "2021-01-15"),
        ("day", "12-01", False, "2020-12-01", "2020-12-01"),
        ("day", "12-01", True, "2021-12-01", "2021-12-01"),
        ("day", "02-29", False, "2020-02-29", "2020-02-29"),
        ("day", "03-03/03-05", False, "2021-03-03", "2021-03-05"),
        ("date", "2019-05-04", False, "2019-05-04", "2019-05-04"),
        ("date", "1990/1999", False, "1990-01-01", "1999-12-31"),
        ("month", "02", False, "2021-02-01", "2021-02-28"),
        ("month", "03", False, "2021-03-01", "2021-03-31"),
        ("month", "12", False, "2020-12-01", "2020-12-31"),
        ("month", "02", True, "2022-02-01", "2022-02-28"),
        ("months", "-2", False, "2021-01-01", "2021-01-31"),
        ("months", "1", True, "2021-04-01", "2021-04-30"),
        ("weeks", "-1", False, "2021-03-01", "2021-03-07"),
        ("weekend", "0", False, "2021-03-06", "2021-03-07"),
        ("weekend", "0", True, "2021-03-13", "2021-03-14"),
        ("weekend", "-1", False, "2021-03-06", "2021-03-07"),
        ("weekend", "1", True, "2021-03-13", "2021-03-14"),
        ("years", "-5", False, "2016-01-01", "2016-12-31"),
        ("season", "2012-SP", False, "2012-01-01", "2012-12-31"),
    ],
)
def test_a_time_means_days_of_its_own_precision(kind: TimeKind, value: str, ahead: bool, first: str, last: str) -> None:
    assert meaning(kind, value, ahead, FRIDAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("kind", "value"),
    [("season", "SP"), ("vague", "0 weeks"), ("duration", "P3Y"), ("anchored", "1 days"), ("quarter", "2")],
)
def test_what_means_no_days_has_none(kind: TimeKind, value: str) -> None:
    assert meaning(kind, value, False, FRIDAY) is None


def test_on_a_saturday_the_last_weekend_is_not_the_running_one() -> None:
    saturday = date(2021, 3, 6)
    for count, ahead, first in (("-1", False, 27), ("0", False, 6), ("1", True, 13)):
        days = meaning("weekend", count, ahead, saturday)
        assert days is not None
        assert days.first.day == first


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_the_last_one_or_the_next_one(day: date, weekday: int) -> None:
    last, following = meaning("weekday", str(weekday), False, day), meaning("weekday", str(weekday), True, day)
    assert last is not None
    assert following is not None
    assert 0 <= (day - last.first).days < 7
    assert 0 < (following.first - day).days <= 7
    assert last.first.weekday() == following.first.weekday() == weekday
