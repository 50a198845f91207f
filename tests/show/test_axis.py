from datetime import date, timedelta
from itertools import pairwise

import pytest

from onrecord.days import Days
from onrecord.show.axis import CHARACTER, LEFT, RIGHT, WIDTH, Scale, Tick, ticks

MARCH = date(2024, 3, 1)


def days(*offsets: int) -> list[tuple[Days, bool]]:
    """Known days, so many days after the first of March 2024."""
    found = [MARCH + timedelta(days=one) for one in offsets]
    return [(Days(day, day), True) for day in found]


def axis(marks: list[tuple[Days, bool]]) -> tuple[Tick, ...]:
    return ticks(Scale([span for span, _ in marks]), marks)


def test_long_empty_stretches_are_shortened_and_marked() -> None:
    places = [date(2015, 1, 1), date(2024, 3, 1), date(2024, 3, 11)]
    scale = Scale([Days(day, day) for day in places])
    assert len(scale.breaks) == 1
    assert scale.x(places[1]) - scale.x(places[0]) < 2 * (scale.x(places[2]) - scale.x(places[1]))


def test_a_single_day_stands_in_the_middle() -> None:
    assert LEFT < Scale([Days(MARCH, MARCH)]).x(MARCH) < WIDTH - RIGHT


def test_every_day_that_has_room_has_its_date_and_its_month_above_the_first() -> None:
    found = axis(days(3, 4, 5, 9, 15))
    assert [(one.label, one.month) for one in found] == [
        ("4", "Mar 2024"),
        ("5", ""),
        ("6", ""),
        ("10", ""),
        ("16", ""),
    ]
    assert found[1].names == "2024-03-05"


def test_the_next_month_and_the_next_year_are_named_where_they_begin() -> None:
    found = axis([*days(20, 36), (Days(date(2025, 3, 2), date(2025, 3, 2)), True)])
    assert [(one.label, one.month) for one in found] == [("21", "Mar 2024"), ("6", "Apr 2024"), ("2", "Mar 2025")]


def test_days_of_months_without_room_for_their_names_name_the_month_themselves() -> None:
    found = axis(days(*range(600)))
    named = {(one.day.year, one.day.month) for one in found if one.month}
    rest = [one for one in found if one.label and (one.day.year, one.day.month) not in named]
    assert rest
    assert all(one.label == f"{one.day.day} {one.day:%b}" for one in rest)


@pytest.mark.parametrize("count", [2, 5, 31, 90, 400])
def test_labels_do_not_overlap_and_end_within_the_picture(count: int) -> None:
    found = axis(days(*range(count)))
    for row in ("label", "month"):
        shown = [(one.x, len(getattr(one, row))) for one in found if getattr(one, row)]
        assert shown
        assert all(b - a > (m + n) * CHARACTER / 2 for (a, m), (b, n) in pairwise(shown))
        assert all(x + length * CHARACTER / 2 <= WIDTH for x, length in shown)


def test_a_bare_number_stands_behind_the_name_of_its_month() -> None:
    for step in (1, 3, 11, 17):
        month = None
        for one in axis(days(*range(0, 300, step))):
            month = one.day.month if one.month else month
            assert not one.label.isdigit() or one.day.month == month


def test_a_year_of_stretches_alone_is_named_where_the_first_begins() -> None:
    year, part = Days(date(2019, 1, 1), date(2019, 12, 31)), Days(date(2021, 11, 1), date(2021, 11, 30))
    found = axis([(year, False), (part, False), *days(3)])
    assert [(one.label, one.names, one.month) for one in found] == [
        ("2019", "2019", ""),
        ("Nov 2021", "2021-11", ""),
        ("4", "2024-03-04", "Mar 2024"),
    ]


def test_a_month_long_stretch_does_not_put_the_year_before_the_days() -> None:
    found = axis([(Days(MARCH, date(2024, 3, 31)), False), *days(5, 9)])
    assert [(one.label, one.month) for one in found] == [("6", "Mar 2024"), ("10", "")]
