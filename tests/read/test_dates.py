"""Dates in EDTF, never more precise than they are written."""

import pytest

from onrecord.read.dates import dates_in, metadata_date


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2021-03-12", "2021-03-12"),
        ("2021/3/12", "2021-03-12"),
        ("2021-03-12T10:00", "2021-03-12"),
        ("12 March 2021", "2021-03-12"),
        ("12th of March, 2021", "2021-03-12"),
        ("March 12, 2021", "2021-03-12"),
        ("Mar. 12 2021", "2021-03-12"),
        ("12-Mar-2021", "2021-03-12"),
        ("Sept 1, 2021", "2021-09-01"),
        ("March 2021", "2021-03"),
        ("May, 2021", "2021-05"),
        ("13/03/2021", "2021-03-13"),
        ("03/13/2021", "2021-03-13"),
        ("03/03/2021", "2021-03-03"),
        ("12/03/2021", None),
        ("12.03.2021", None),
        ("13/03/21", None),
        ("30 February 2021", None),
        ("2021-13-01", None),
    ],
)
def test_a_date_is_as_precise_as_it_is_written_and_open_where_it_is(text: str, edtf: str | None) -> None:
    (found,) = dates_in(f"on {text} and")
    assert found.edtf == edtf


@pytest.mark.parametrize(
    "text", ["12 March", "Monday", "in 2021", "1.5.2", "7/8", "12345-67-89", "maybe 2021", "£12 2021"]
)
def test_without_a_year_or_a_month_there_is_no_date(text: str) -> None:
    assert not list(dates_in(text))


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2021-03-12", "2021-03-12"),
        ("2021-03-12T10:00:00+02:00", "2021-03-12"),
        ("2021-03-12 10:00", "2021-03-12"),
        ("2021-03", "2021-03"),
        ("2021", "2021"),
        ("2021-02-29", None),
        ("12/03/2021", None),
        ("soon", None),
        ("0000-01-01", None),
        ("", None),
    ],
)
def test_metadata_is_iso_or_nothing(value: str, edtf: str | None) -> None:
    assert metadata_date(value) == edtf
