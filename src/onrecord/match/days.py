"""Days that a date may mean, and EDTF for sets of days."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

_LONGEST = 31  # days: a longer stretch that is neither a month nor a year is no date that helps anybody

Stretch = tuple[date, date]
"""A first and a last day, both included."""


def stretch_of(edtf: str) -> Stretch | None:
    """The days that an EDTF date covers: a day, a month, a year or an interval; None if it is none of these."""
    first, _, last = edtf.partition("/")
    start, end = _single(first), _single(last or first)
    return (start[0], end[1]) if start and end else None


def _single(edtf: str) -> Stretch | None:
    parts = edtf.split("-")
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) == 3:
            day = date(*numbers)
            return day, day
        if len(numbers) == 2:
            return month_of(date(numbers[0], numbers[1], 1))
        return (date(numbers[0], 1, 1), date(numbers[0], 12, 31)) if len(numbers) == 1 else None
    except (ValueError, TypeError):
        return None


def month_of(day: date) -> Stretch:
    """The first and last day of the month of a day."""
    return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])


def months_from(day: date, months: int) -> date:
    """The first day of the month that lies `months` after (or, negative, before) that of `day`."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def edtf_of(first: date, last: date) -> str | None:
    """The narrowest EDTF date that covers a stretch: day, month, up to 31 days, year; else None."""
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year}-{first.month:02}"
    if last - first < timedelta(days=_LONGEST):
        return f"{first.isoformat()}/{last.isoformat()}"
    return str(first.year) if first.year == last.year else None


def apart(a: str | None, b: str | None) -> bool:
    """Whether two EDTF dates have no day in common; an unknown date is never apart."""
    x, y = stretch_of(a) if a else None, stretch_of(b) if b else None
    return x is not None and y is not None and (x[1] < y[0] or y[1] < x[0])
