from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onrecord.days import Days
from onrecord.match.daysets import Calendar
from onrecord.model import Time

WINDOW = Days(date(2021, 1, 1), date(2021, 12, 31))
DAYS = st.dates(WINDOW.first, WINDOW.last)


def test_the_window_is_whole_and_lies_within_all_days() -> None:
    calendar = Calendar(WINDOW)
    assert calendar.whole.bit_count() == 365
    assert calendar.hull(calendar.whole) == WINDOW
    assert calendar.whole & calendar.all == calendar.whole


@given(DAYS, DAYS)
def test_a_stretch_has_its_days_and_no_others(first: date, last: date) -> None:
    calendar = Calendar(WINDOW)
    days = calendar.between(first, last)
    assert [calendar.day(number) for number in calendar.each(days)] == [
        first + timedelta(days=n) for n in range((last - first).days + 1)
    ]
    assert not days or calendar.hull(days) == (first, last)


def test_days_outside_the_calendar_are_none_of_its_days() -> None:
    calendar = Calendar(WINDOW)
    assert calendar.between(date(1900, 1, 1), date(1900, 12, 31)) == 0
    assert calendar.between(date(2200, 1, 1), date(2200, 12, 31)) == 0
    assert calendar.since(date(2200, 1, 1)) == 0
    assert calendar.until(date(1900, 1, 1)) == 0


def test_a_weekday_told_in_a_week_may_be_any_of_two_days(times_of: Callable[..., tuple[Time, ...]]) -> None:
    calendar = Calendar(WINDOW)
    (monday,) = times_of("weekday 0")
    week = calendar.between(date(2021, 3, 10), date(2021, 3, 16))
    told = calendar.told((monday,), week)
    assert [calendar.day(number) for number in calendar.each(told)] == [date(2021, 3, 8), date(2021, 3, 15)]
    later = calendar.telling((monday,), week, calendar.between(date(2021, 3, 15), date(2021, 3, 15)))
    assert calendar.hull(later) == (date(2021, 3, 15), date(2021, 3, 16))


def test_a_calendar_may_begin_with_the_first_days_that_are() -> None:
    assert Calendar(Days(date(1, 1, 2), date(1, 2, 1))).whole.bit_count() > 0
