"""The record's dates (EDTF) as ranges of days, to sort and draw by, and as words, to read. Never a made-up day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.show.escapes import one_line

UNKNOWN = "date not known"

# The names are written here because those of `calendar` follow the locale, and a page is the same bytes everywhere.
_MONTHS = tuple(
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Days(NamedTuple):
    """The first and the last day that a date may mean; they are one day where the day is known."""

    first: date
    last: date

    @property
    def certain(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last


def days(edtf: str | None) -> Days | None:
    """The days that a day, month, year or interval may mean; None where the date is not known or not readable."""
    if edtf is None:
        return None
    begin, _, end = edtf.partition("/")
    first, last = _single(begin), _single(end or begin)
    if first is None or last is None or first.first > last.last:
        return None
    return Days(first.first, last.last)


def _single(text: str) -> Days | None:
    """The days of a date that is no interval."""
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        return Days(first, first if day else _last_day(first, whole_year=month is None))
    except (ValueError, OverflowError):
        return None


def _last_day(first: date, *, whole_year: bool) -> date:
    if whole_year or first.month == 12:
        return date(first.year, 12, 31)
    return first.replace(month=first.month + 1) - timedelta(days=1)


def order(edtf: str | None) -> tuple[date, date]:
    """What to sort dates by: the first day, then the last; unknown dates come after all others."""
    return days(edtf) or Days(date.max, date.max)


def plain_date(edtf: str | None) -> str:
    """The date for a table: `2019-01-15`, `2019-02`, `2018-12-10 to 2018-12-17`; a dash where it is not known."""
    return "–" if edtf is None else one_line(edtf.replace("/", " to "))


def long_date(edtf: str | None) -> str:
    """The date in words: `15 January 2019`, `February 2019`, `10–17 December 2018`."""
    if edtf is None or days(edtf) is None:
        return one_line(edtf or UNKNOWN)
    begin, _, end = edtf.partition("/")
    if not end or begin == end:
        return _words(begin)
    if len(begin) == len(end) == 10 and begin[:7] == end[:7]:
        return f"{int(begin[8:])}–{_words(end)}"
    return f"{_words(begin)} – {_words(end)}"


def _words(single: str) -> str:
    year, month, day = (*single.split("-"), "", "")[:3]
    name = f"{_MONTHS[int(month) - 1]} " if month else ""
    return f"{int(day)} {name}{year}" if day else f"{name}{year}"
