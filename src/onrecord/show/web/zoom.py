"""The stretch of days that the timeline shows, and the addresses that show more, less, or the days beside them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple
from urllib.parse import urlencode

from onrecord.days import Days, days_of
from onrecord.errors import UsageError
from onrecord.show.dates import long_date


class Zoom(NamedTuple):
    """A stretch of days, in words, and what leads from it: each with its name and address."""

    days: Days
    words: str
    ways: tuple[tuple[str, str], ...]


def zoom(first: str, last: str, whole: Days | None) -> Zoom | None:
    """The days from `first` to `last`, which may be months or years; where one is empty, those of `whole`.

    Args:
        first: where to begin; empty: with the record.
        last: where to end; empty: with the record.
        whole: the days of everything that has a date; None where nothing has.

    Returns:
        None where there is nothing to show: no dates at all, or an end before the beginning.

    Raises:
        UsageError: there is no such day.
    """
    begin, end = (_days(one) for one in (first, last))
    if (begin is None or end is None) and whole is None:
        return None
    days = Days((begin or whole or end).first, (end or whole or begin).last)  # type: ignore[union-attr]
    if days.first > days.last:
        return None
    return Zoom(days, long_date(f"{days.first}/{days.last}"), tuple(_ways(days, whole)))


def _days(named: str) -> Days | None:
    days = days_of(named or None)
    if named and days is None:
        raise UsageError(named, "there is no such day", "Write 2019-01-15, 2019-01 or 2019")
    return days


def _ways(days: Days, whole: Days | None) -> list[tuple[str, str]]:
    width = (days.last - days.first).days + 1
    half, quarter = max(1, width // 2), width // 4
    ways = []
    if width > 1:
        ways.append(("closer", address(_moved(days.first, quarter), _moved(days.last, -quarter if quarter else -1))))
    if whole is not None and days != whole:
        if days.first > whole.first or days.last < whole.last:
            ways.append(("wider", address(_moved(days.first, -half), _moved(days.last, half))))
        if days.first > whole.first:
            ways.append(("earlier", address(_moved(days.first, -half), _moved(days.last, -half))))
        if days.last < whole.last:
            ways.append(("later", address(_moved(days.first, half), _moved(days.last, half))))
        ways.append(("all dates", "/timeline"))
    return ways


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.min if days < 0 else date.max


def address(first: date | str, last: date | str) -> str:
    """The address of the timeline of these days, months or years."""
    return "/timeline?" + urlencode({"from": str(first), "to": str(last)})
