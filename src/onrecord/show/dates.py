"""The record's dates (EDTF) to sort by, and as words to read."""

from __future__ import annotations

from datetime import date

from onrecord.days import Days, days_of
from onrecord.show.escapes import one_line

UNKNOWN = "date not known"

# The names are written here because those of `calendar` follow the locale, and a page is the same bytes everywhere.
_MONTHS = tuple(
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def order(edtf: str | None) -> tuple[date, date]:
    """What to sort dates by: the first day, then the last; unknown dates come after all others."""
    return days_of(edtf) or Days(date.max, date.max)


def plain_date(edtf: str | None) -> str:
    """The date for a table: `2019-01-15`, `2019-02`, `2018-12-10 to 2018-12-17`; a dash where it is not known."""
    return "–" if edtf is None else one_line(edtf.replace("/", " to "))


def long_date(edtf: str | None) -> str:
    """The date in words: `15 January 2019`, `February 2019`, `10–17 December 2018`."""
    if edtf is None or days_of(edtf) is None:
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
