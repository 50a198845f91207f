from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.days import Days
from onrecord.errors import UsageError
from onrecord.show.web.zoom import address, zoom

YEAR = Days(date(2024, 1, 1), date(2024, 12, 31))


def test_what_is_not_said_is_as_far_as_the_record_goes() -> None:
    whole, spring = zoom("", "", YEAR), zoom("2024-03", "2024-05", YEAR)
    assert whole
    assert spring
    assert whole.days == YEAR
    assert [name for name, _ in whole.ways] == ["closer"]
    assert spring.days == Days(date(2024, 3, 1), date(2024, 5, 31))
    assert spring.words == "1 March 2024 – 31 May 2024"
    assert [name for name, _ in spring.ways] == ["closer", "wider", "earlier", "later", "all dates"]


def test_a_single_day_cannot_be_looked_at_closer() -> None:
    day = zoom("2024-03-04", "2024-03-04", YEAR)
    assert day
    assert "closer" not in dict(day.ways)
    assert dict(day.ways)["earlier"] == address("2024-03-03", "2024-03-03")


def test_an_end_before_the_beginning_and_a_record_without_dates_show_nothing() -> None:
    assert zoom("2024-03", "2024-02", YEAR) is None
    assert zoom("", "", None) is None
    assert zoom("2024-03", "", None) is None


@pytest.mark.parametrize("day", ["2024-13", "2024-02-30", "0000"])
def test_a_day_that_is_none_is_said_to_be_none(day: str) -> None:
    with pytest.raises(UsageError, match="no such day"):
        zoom(day, "", YEAR)


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_every_way_leads_to_days_that_there_are(a: date, b: date, c: date, d: date) -> None:
    shown = zoom(min(a, b).isoformat(), max(a, b).isoformat(), Days(min(c, d), max(c, d)))
    assert shown
    for name, there in shown.ways:
        if "?" in there:
            first, last = (one.partition("=")[2] for one in there.partition("?")[2].split("&"))
            assert date.fromisoformat(first) <= date.fromisoformat(last), name
