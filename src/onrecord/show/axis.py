"""The axis of the timeline: where a day stands, and which days and years have room for their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

import msgspec

from onrecord.days import Days
from onrecord.show.dates import long_date

WIDTH, LEFT, RIGHT = 960.0, 236.0, 36.0
"""Width of the picture and of its margins, in its own units (pixels at full size)."""
LONGEST_STRETCH, BROKEN = 20, 2.0
"""Stretches of more days than this without any border of a mark are drawn as if they were as many days as `BROKEN`."""
CHARACTER, GAP = 7.0, 4.0
"""Width of a character of a label, and room between two labels."""
_PRECISION = (len("2019"), len("2019-01"))


class Tick(msgspec.Struct, frozen=True):
    """A date on the axis: its label, and the month's above it; either is empty where there is no room for it."""

    x: float
    day: date
    label: str
    names: str
    """The day, month or year that the label names, as in an address: 2019-01-15, 2019-01, 2019."""
    month: str


class Scale:
    """Where a day stands on the axis. Long stretches in which nothing begins or ends are shortened, and marked."""

    def __init__(self, spans: Sequence[Days]) -> None:
        borders = sorted({day for span in spans for day in span})
        self._place = {day: n for n, day in enumerate(borders)}
        self._units = [0.0]
        broken = []
        for before, after in pairwise(borders):
            long = (after - before).days > LONGEST_STRETCH
            broken += [len(self._units)] if long else []
            self._units.append(self._units[-1] + (BROKEN if long else (after - before).days))
        self.restarts = tuple(borders[n] for n in (0, *broken))
        self._unit = (WIDTH - LEFT - RIGHT) / max(self._units[-1], 1.0)
        self.breaks = tuple((self._at(n - 1) + self._at(n)) / 2 for n in broken)

    def _at(self, n: int) -> float:
        if self._units[-1] == 0:
            return (WIDTH + LEFT - RIGHT) / 2
        return LEFT + self._units[n] * self._unit

    def x(self, day: date) -> float:
        """The place of a day that begins or ends a mark."""
        return self._at(self._place[day])


def ticks(scale: Scale, marks: Sequence[tuple[Days, bool]]) -> tuple[Tick, ...]:
    """The known days on which something happened or was said, as many of them as have room with their dates.

    A year without a known day has its label where its first stretch begins.

    Args:
        scale: the axis.
        marks: the days of each mark, and whether it is a known day.
    """
    known = Counter(days.first for days, is_known in marks if is_known)
    months = _months(scale, known)
    labels = _days(scale, known, months)
    stretches = _stretches(scale, {day.year for day in known}, labels)
    return tuple(
        Tick(
            x=scale.x(day),
            day=day,
            label=labels.get(day) or stretches.get(day, ""),
            names=day.isoformat()[: _PRECISION[stretches.get(day, "").count(" ")] if day in stretches else None],
            month=months.get(day, ""),
        )
        for day in sorted({*known, *stretches})
    )


def _months(scale: Scale, known: Counter[date]) -> dict[date, str]:
    """The labels of months, each above its first known day; of two that are near, the one with more has it."""
    totals: Counter[tuple[int, int]] = Counter()
    for day, count in known.items():
        totals[_month(day)] += count
    found: dict[date, str] = {}
    for month in sorted(totals, key=lambda month: (-totals[month], month)):
        first = min(day for day in known if _month(day) == month)
        _place(scale, first, f"{_name(first)} {first.year}", found)
    return found


def _days(scale: Scale, known: Counter[date], months: Mapping[date, str]) -> dict[date, str]:
    """The labels of days: "6" in a month that has its own label, else "6 Mar"; of two that are near, the one with more.

    The first day of a month that has a label comes before all others, so that the month stands above a day.
    """
    labelled = {_month(day) for day in months}
    found: dict[date, str] = {}
    for day in sorted(known, key=lambda day: (day not in months, _month(day) not in labelled, -known[day], day)):
        _place(scale, day, str(day.day) if _month(day) in labelled else f"{day.day} {_name(day)}", found)
    return found


def _stretches(scale: Scale, years: set[int], labels: Mapping[date, str]) -> dict[date, str]:
    """The labels of years that have no known day, where the axis begins or goes on behind a stretch left out."""
    found = dict(labels)
    told = set(years)
    for day in scale.restarts:
        name = str(day.year) if (day.month, day.day) == (1, 1) else f"{_name(day)} {day.year}"
        if day.year not in told and _place(scale, day, name, found):
            told.add(day.year)
    return {day: name for day, name in found.items() if day not in labels}


def _place(scale: Scale, day: date, label: str, labels: dict[date, str]) -> bool:
    """Add a label if there is room for it beside the others; whether there is."""
    has_room = all(
        abs(scale.x(day) - scale.x(other)) >= (len(label) + len(name)) * CHARACTER / 2 + GAP
        for other, name in labels.items()
    )
    if has_room:
        labels[day] = label
    return has_room


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _name(day: date) -> str:
    return long_date(day.isoformat()[:7])[:3]
