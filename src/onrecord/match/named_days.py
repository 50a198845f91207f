"""Days that several reports of one affair call by the same name: "on 12 December" is the same day in all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from onrecord.match.solving import Happening, Telling
from onrecord.model import Time

_YEAR = len("2019-")


def named_days(times: Mapping[str, Sequence[Time]]) -> list[Happening]:
    """A happening, not sure, for each day of a month that two reports or more tell, with or without its year.

    Args:
        times: those of each report, by its id.
    """
    told = defaultdict[str, list[Telling]](list)
    for report, found in times.items():
        for time in found:
            if time.use == "when" and (day := _day(time)):
                told[day].append(Telling(report, time, is_open=time.kind == "day" and not (time.ahead or time.past)))
    return [
        Happening(f"“{tellings[0].time.text}”" if tellings[0].time else day, tuple(tellings), is_sure=False)
        for day, tellings in sorted(told.items())
        if len({one.report for one in tellings}) > 1
    ]


def _day(time: Time) -> str | None:
    """The day of a month, as "12-31", if a time names one."""
    if time.kind == "day" and "/" not in time.value:
        return time.value
    return time.value[_YEAR:] if time.kind == "date" and time.is_day else None
