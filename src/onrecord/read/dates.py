"""Dates as news writes them, in EDTF and only as precise as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
"""A month's name or its abbreviation; for patterns that do not regard case."""
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?)"
"""A weekday's name or its abbreviation; for patterns that do not regard case."""

_ISO = (
    r"(?<![\d-])(?P<iso_year>\d{4})(?P<iso_mark>[-/])(?P<iso_month>\d{1,2})(?P=iso_mark)(?P<iso_day>\d{1,2})(?![\d/-])"
)
_DAY_FIRST = rf"(?<![\d/])(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<m1>{MONTH}),?[\s-]+(?P<y1>\d{{4}})(?!\d)"
_MONTH_FIRST = rf"\b(?P<m2>{MONTH})\s*(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<y2>\d{{4}})(?!\d)"
_MONTH_ONLY = rf"\b(?P<m3>{MONTH}),?\s+(?P<y3>\d{{4}})(?!\d)"
_NUMBERS = r"(?<![\d/.])(?P<n1>\d{1,2})(?P<mark>[/.-])(?P<n2>\d{1,2})(?P=mark)(?P<y4>\d{4}|\d{2})(?![\d/])"
_DATE = re.compile("|".join((_ISO, _DAY_FIRST, _MONTH_FIRST, _MONTH_ONLY, _NUMBERS)), re.IGNORECASE)
_METADATA = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:?\d{2}.{0,24})?)?)?$")
_YEARS = range(1600, 2200)


class DateFound(NamedTuple):
    """A date in a text: its range, and its EDTF string; None where the words leave it open, as 03/04/2019 does."""

    start: int
    end: int
    edtf: str | None


def dates_in(text: str) -> Iterator[DateFound]:
    """The dates in `text` that name their year, in their order; a date that no calendar has counts as open."""
    for match in _DATE.finditer(text):
        yield DateFound(match.start(), match.end(), _edtf(match))


def metadata_date(value: str) -> str | None:
    """The date part of an ISO 8601 date or time, as precise as it is written; None if `value` is neither."""
    match = _METADATA.match(value)
    return _checked(*match.groups()) if match else None


def _edtf(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    if part["iso_year"]:
        return _checked(part["iso_year"], part["iso_month"], part["iso_day"])
    if part["y4"]:
        return _from_numbers(int(part["n1"]), int(part["n2"]), part["y4"])
    for number in "123":
        if part[f"y{number}"]:
            month = _MONTHS.index(part[f"m{number}"][:3].lower()) + 1
            return _checked(part[f"y{number}"], str(month), part.get(f"d{number}"))
    return None


def _from_numbers(first: int, second: int, year: str) -> str | None:
    """A date of numbers: told only where one of the two cannot be a month, or where they are the same."""
    if len(year) != 4:
        return None
    if first > 12 or first == second:
        return _checked(year, str(second), str(first))
    return _checked(year, str(first), str(second)) if second > 12 else None


def _checked(year: str, month: str | None = None, day: str | None = None) -> str | None:
    numbers = [int(part) for part in (year, month, day) if part]
    try:
        date(*[*numbers, 1, 1][:3])
    except ValueError:
        return None
    if numbers[0] not in _YEARS:
        return None
    return "-".join((f"{numbers[0]:04}", *(f"{part:02}" for part in numbers[1:])))
