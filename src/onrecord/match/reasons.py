"""Why a report is dated as it is: the words that force it, its own first, then what other reports fix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.days import edtf_of
from onrecord.match.constraints import Own
from onrecord.match.daysets import Calendar, DaySet
from onrecord.match.solving import Happening, tellable

_AT_MOST = 3  # reasons


def why(report: str, own: Own, told: Sequence[tuple[Happening, DaySet]], is_earliest: bool, calendar: Calendar) -> str:
    """One line that says what forces the date of a report.

    Args:
        report: its id.
        own: what its own words leave.
        told: the happenings that it tells of, with the days that are left of them.
        is_earliest: whether it is dated to the earliest day, as news is fresh.
        calendar: the days of these sets.
    """
    reasons = dict.fromkeys([*_own_reasons(own), *_reasons(report, own, told, calendar)])
    fresh = ["news is fresh, so it is the earliest such day"] * is_earliest
    return "; ".join([*list(reasons)[:_AT_MOST], *fresh])


def _own_reasons(own: Own) -> list[str]:
    words = "; ".join(dict.fromkeys(f"“{word.text}”" for word in own.words))
    return [f"its own words force it: {words}"] if words else []


def _reasons(report: str, own: Own, told: Sequence[tuple[Happening, DaySet]], calendar: Calendar) -> Iterator[str]:
    """What other reports fix, where that excludes a day which the report's own words leave."""
    for one, days in told:
        for telling in one.tellings:
            if telling.report == report and tellable(telling, own.left, days, calendar) != own.left:
                when = edtf_of(*calendar.hull(days))
                beside = f", “{telling.time.text}”" if telling.time else ""
                yield f"it tells of {one.what}{beside}" + (f", which other reports put on {when}" if when else "")
                break
