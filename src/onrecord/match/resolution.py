"""What a time means in a report of a given day: "on Tuesday" is the last Tuesday, "next month" the month after.

A bare weekday is the last one up to publication, the next one where the words look forward; so are a day or a month
without a year. What is counted ("two months ago") has the precision of its unit.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from onrecord.days import Days, days_of, month_of, months_from, year_of
from onrecord.model import Time, TimeKind

_WEEK = 7
_SATURDAY = 5
_DAY = timedelta(days=1)
_EARLIEST_YEAR = 2  # years that a calendar of dates can count back from


def resolved(time: Time, published: date) -> Days | None:
    """The days that a time means in a report of the day `published`; None if there are none."""
    return meaning(time.kind, time.value, time.ahead, published)


@lru_cache(maxsize=1 << 16)
def meaning(kind: TimeKind, value: str, ahead: bool, published: date) -> Days | None:
    """The same for a time given by its kind and value."""
    if kind == "date":
        return days_of(value)
    if kind == "day":
        return _named_day(value, published, ahead)
    if kind in ("month", "this month"):
        return _named_month(int(value), published, ahead)
    if kind == "weekday":
        return _weekday(int(value), published, ahead)
    if kind == "weekend":
        return _weekend(int(value), published, ahead)
    if kind == "season":
        return year_of(int(value[:4])) if value[0].isdigit() else None
    return _counted(kind, value, published)


def _named_day(value: str, published: date, ahead: bool) -> Days | None:
    """The last day of that name, or the two of a stretch ("03-03/03-05"); the next where the words look forward."""
    parts = [tuple(map(int, part.split("-"))) for part in value.split("/")]
    for year in range(published.year - 4, published.year + 5)[:: 1 if ahead else -1]:
        try:
            days = [date(year, month, day) for month, day in parts]
        except ValueError:
            continue
        if days[0] >= published if ahead else days[0] <= published:
            return Days(days[0], days[-1])
    return None


def _named_month(month: int, published: date, ahead: bool) -> Days:
    later = month < published.month if ahead else False
    earlier = month > published.month if not ahead else False
    return month_of(date(published.year + later - earlier, month, 1))


def _weekday(weekday: int, published: date, ahead: bool) -> Days:
    gap = (weekday - published.weekday()) % _WEEK
    day = published + (gap or _WEEK) * _DAY if ahead else published - (-gap % _WEEK) * _DAY
    return Days(day, day)


def _weekend(count: int, published: date, ahead: bool) -> Days:
    """The weekend that is or was last, or the coming one where the words look forward. On a Saturday or Sunday "last
    weekend" is the one before, "next weekend" the one after."""
    saturday = published - ((published.weekday() - _SATURDAY) % _WEEK) * _DAY
    is_running = published - saturday <= _DAY
    coming = 1 if ahead and count >= 0 else 0
    weeks = count and (1 if count > 0 else -1) if is_running else coming
    return Days(saturday + weeks * _WEEK * _DAY, saturday + (weeks * _WEEK + 1) * _DAY)


def _counted(kind: TimeKind, value: str, published: date) -> Days | None:
    """So many days, weeks, months or years before or after publication, with the precision of the unit."""
    if kind not in ("days", "weeks", "months", "years"):
        return None
    count = int(value)
    if kind == "days":
        day = published + count * _DAY
        return Days(day, day)
    if kind == "weeks":
        monday = published - published.weekday() * _DAY + count * _WEEK * _DAY
        return Days(monday, monday + 6 * _DAY)
    if kind == "months":
        return month_of(months_from(published, count))
    return year_of(published.year + count) if published.year + count >= _EARLIEST_YEAR else None
