from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.days import Days, days_of
from onrecord.show.dates import long_date, order, plain_date


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024-03-04", date(2024, 3, 4), date(2024, 3, 4)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-03-04/2024-03-09", date(2024, 3, 4), date(2024, 3, 9)),
        ("2023-12/2024-01", date(2023, 12, 1), date(2024, 1, 31)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_a_date_is_the_days_that_it_may_mean(edtf: str, first: date, last: date) -> None:
    assert days_of(edtf) == Days(first, last)


@pytest.mark.parametrize(
    "edtf", [None, "", "2024-13", "2023-02-29", "0000", "2024/2023", "../2024", "soon", "2024-3-4"]
)
def test_what_is_no_date_is_no_days(edtf: str | None) -> None:
    assert days_of(edtf) is None


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-03-04", "4 March 2024"),
        ("2024-03", "March 2024"),
        ("2024", "2024"),
        ("2024-03-04/2024-03-09", "4–9 March 2024"),
        ("2024-03-04/2024-03-04", "4 March 2024"),
        ("2024-02-28/2024-03-01", "28 February 2024 – 1 March 2024"),
        ("2024-02/2024-03", "February 2024 – March 2024"),
        (None, "date not known"),
        ("so\x1bon", "so\\x1bon"),
    ],
)
def test_dates_in_words_add_no_day(edtf: str | None, words: str) -> None:
    assert long_date(edtf) == words


def test_dates_in_tables_stay_as_recorded() -> None:
    assert [plain_date(one) for one in ("2024-03", "2024-03-01/2024-03-05", None, "\x1b")] == [
        "2024-03",
        "2024-03-01 to 2024-03-05",
        "–",
        "\\x1b",
    ]


def test_unknown_dates_come_last() -> None:
    assert sorted([None, "2024", "2024-01-01", "2023-05", "x"], key=order) == [
        "2023-05",
        "2024-01-01",
        "2024",
        None,
        "x",
    ]


@given(st.text(alphabet="0123456789-/", max_size=24))
def test_no_date_can_break_the_reading(edtf: str) -> None:
    days_of(edtf)
    long_date(edtf)
    plain_date(edtf)
