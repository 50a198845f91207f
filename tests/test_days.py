from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.days import Days, days_of, edtf_of, month_of, months_from

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2020-02-05", date(2020, 2, 5), date(2020, 2, 5)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-01-30/2020-02-02", date(2020, 1, 30), date(2020, 2, 2)),
    ],
)
def test_an_edtf_date_covers_its_days(edtf: str, first: date, last: date) -> None:
    assert days_of(edtf) == (first, last)
    assert edtf_of(first, last) == edtf


@pytest.mark.parametrize("edtf", ["", "soon", "2020-13", "2020-02-30", "2020-02-01-09"])
def test_what_is_no_date_covers_nothing(edtf: str) -> None:
    assert days_of(edtf) is None


@given(DAYS, DAYS)
def test_the_narrowest_date_holds_the_days_it_was_made_of(a: date, b: date) -> None:
    first, last = sorted((a, b))
    edtf = edtf_of(first, last)
    if edtf is not None:
        held = days_of(edtf)
        assert held is not None
        assert held[0] <= first <= last <= held[1]


def test_a_long_stretch_over_the_turn_of_a_year_has_no_date() -> None:
    assert edtf_of(date(2019, 11, 1), date(2020, 2, 1)) is None


@given(DAYS, st.integers(-30, 30))
def test_months_are_counted_over_years(day: date, months: int) -> None:
    found = months_from(day, months)
    assert found.day == 1
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert month_of(found)[0] == found


def test_the_gap_between_two_stretches_of_days_is_none_where_they_meet() -> None:
    one, other = Days(date(2021, 3, 1), date(2021, 3, 5)), Days(date(2021, 3, 8), date(2021, 3, 9))
    assert one.gap(other) == other.gap(one) == 3
    assert one.gap(Days(date(2021, 3, 5), date(2021, 3, 9))) == 0
