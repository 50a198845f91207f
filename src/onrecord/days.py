"""The days that an EDTF date covers, and the EDTF date that covers given days. Never a made-up day."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

_LONGEST = 31  # days: a longer stretch that is neither a month nor a year is no date that helps anybody
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Days(NamedTuple):
    """The first and the last day that a date may mean; they are one day where the day is known."""

    first: date
    last: date

    @property
    def certain(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    def gap(self, other: Days) -> int:
        """How many days lie at least between one of these and one of `other`, 0 where they meet."""
        return max((other.first - self.last).days, (self.first - other.last).days, 0)


def days_of(edtf: str | None) -> Days | None:
    """The days that a day, month, year or interval may mean; None where the date is not known or not readable."""
    if edtf is None:
        return None
    begin, _, end = edtf.partition("/")
    first, last = _single(begin), _single(end or begin)
    if first is None or last is None or first.first > last.last:
        return None
    return Days(first.first, last.last)


def _single(edtf: str) -> Days | None:
    """The days of a date that is no interval."""
    match = _DATE.fullmatch(edtf)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return Days(first, first)
    return month_of(first) if month else year_of(first.year)


def month_of(day: date) -> Days:
    """The days of the month of a day."""
    return Days(day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1]))


def year_of(year: int) -> Days:
    """The days of a year."""
    return Days(date(year, 1, 1), date(year, 12, 31))


def months_from(day: date, months: int) -> date:
    """The first day of the month that lies `months` after (or, negative, before) that of `day`."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def edtf_of(first: date, last: date) -> str | None:
    """The narrowest EDTF date that covers a stretch: day, month, up to 31 days, year; else None."""
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}"
    if last - first < timedelta(days=_LONGEST):
        return f"{first.isoformat()}/{last.isoformat()}"
    return f"{first.year:04}" if first.year == last.year else None
