"""What the times of one report say of its day, in a window of the year 2021."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.days import Days
from onrecord.match.constraints import own_days
from onrecord.match.daysets import Calendar
from onrecord.model import Time

Times = Callable[..., tuple[Time, ...]]
CALENDAR = Calendar(Days(date(2021, 1, 1), date(2021, 12, 31)))


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("date 2021-05-04 past", "2021-05-04", "2021-12-31"),
        ("date 2021-05 past", "2021-05-01", "2021-12-31"),
        ("date 2021-05-04 ahead", "2021-01-01", "2021-05-04"),
        ("date 2021-05-04", "2021-01-01", "2021-12-31"),
        ("date 2021-05-04 past limit", "2021-01-01", "2021-12-31"),
        ("this_month 04", "2021-04-02", "2021-04-30"),
        ("this_month 04 ahead", "2021-04-01", "2021-04-29"),
        ("day 03-01 past", "2021-03-01", "2021-12-31"),
        ("day 03-01 ahead", "2021-01-01", "2021-03-01"),
        ("day 03-01", "2021-01-01", "2021-12-31"),
        ("day 03-01 past thing", "2021-01-01", "2021-12-31"),
        ("day 03-01 past 0", "2021-03-01", "2021-12-31"),
        ("date 2021-05-20 picture", "2021-05-20", "2021-12-31"),
        ("day 05-20 post", "2021-05-20", "2021-05-30"),
        ("date 2021-05-20 post", "2021-05-20", "2021-05-30"),
        ("date 2021-05-20 post; date 2021-05-24 post", "2021-05-24", "2021-05-30"),
        ("date 2021-05-20 post; date 2021-02-24 post", "2021-01-01", "2021-12-31"),
        ("weekday 0", "2021-01-01", "2021-12-31"),
        ("month 04 past", "2021-01-01", "2021-12-31"),
        ("", "2021-01-01", "2021-12-31"),
    ],
)
def test_a_time_leaves_the_days_on_which_it_can_be_told(times_of: Times, told: str, first: str, last: str) -> None:
    left = own_days(times_of(told), CALENDAR)
    assert CALENDAR.hull(left.left) == (date.fromisoformat(first), date.fromisoformat(last))
    assert bool(left.words) == (left.left != CALENDAR.whole)
    assert left.clash is None


def test_a_weekday_beside_tomorrow_fixes_the_day_of_the_week(times_of: Times) -> None:
    left = own_days(times_of("days 1 ahead 3"), CALENDAR).left
    assert {CALENDAR.day(number).weekday() for number in CALENDAR.each(left)} == {2}


def test_a_day_told_by_its_date_is_no_later_than_a_weekday(times_of: Times) -> None:
    left = own_days(times_of("day 03-01 past; weekday 0"), CALENDAR)  # 1 March 2021 is a Monday
    assert CALENDAR.hull(left.left).first == date(2021, 3, 1)
    later = own_days(times_of("day 03-02 past; weekday 0"), CALENDAR)
    assert CALENDAR.hull(later.left).first == date(2021, 3, 8)
    assert len(later.words) == 2


def test_a_weekday_beside_a_day_in_another_year_names_a_contradiction(times_of: Times) -> None:
    found = own_days(times_of("day 03-01 past 2"), CALENDAR)
    assert found.left == CALENDAR.whole
    assert found.clash is not None
    assert len(found.clash.sides) == 1


def test_words_that_contradict_each_other_are_named_the_fewest_that_do(times_of: Times) -> None:
    found = own_days(times_of("this_month 04; date 2021-06-01 past; day 01-05 past"), CALENDAR)
    assert found.clash is not None
    assert [side.text for side in found.clash.sides] == ["this_month 04", "date 2021-06-01 past"]


def test_only_the_words_that_force_are_named(times_of: Times) -> None:
    found = own_days(times_of("date 2021-02-01 past; date 2021-06-01 past"), CALENDAR)
    assert [word.text for word in found.words] == ["date 2021-06-01 past"]


TOLD = st.sampled_from(
    ["weekday 0", "weekday 4 ahead", "days 1 ahead 3", "day 03-01 past", "day 06-07 ahead", "this_month 04",
     "date 2021-05 past", "date 2021-03-05 ahead", "day 05-04 past 1", "month 07 past"]
)  # fmt: skip


@given(st.lists(TOLD, max_size=6), st.lists(TOLD, max_size=3))
def test_more_words_never_widen_and_order_does_not_matter(times_of: Times, told: list[str], more: list[str]) -> None:
    few, many = own_days(times_of("; ".join(told)), CALENDAR), own_days(times_of("; ".join(told + more)), CALENDAR)
    assert many.left
    assert many.clash or many.left & few.left == many.left
    turned = own_days(times_of("; ".join([*more, *told])), CALENDAR)
    assert turned.left == many.left
    assert bool(turned.clash) == bool(many.clash)
