"""Sets of days as whole numbers, one bit a day: to cut, join and compare them costs next to nothing.

A calendar holds the days that a report of unknown date may have appeared on (its window), and far enough around it the
days that such reports may tell of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property

from onrecord.days import Days
from onrecord.match.resolution import meaning
from onrecord.model import Time, TimeKind

DaySet = int
"""Bit n is the n-th day of a calendar."""

_DAY = timedelta(days=1)
_REACH = 800  # days before and after the window that a report can tell of: "two years ago" lies within


class Calendar:
    """Days of a window and around it, with what each time means on each of them.

    Args:
        window: the first and the last day on which a report may have appeared.
    """

    def __init__(self, window: Days) -> None:
        self.window = window
        self._first = max(window.first, date.min + (_REACH + 1) * _DAY) - _REACH * _DAY
        self._told: dict[tuple[TimeKind, str, bool, DaySet], DaySet] = {}
        self._kept: dict[tuple[object, ...], DaySet | None] = {}
        self._meant: dict[tuple[TimeKind, str, bool], dict[int, DaySet]] = {}

    @cached_property
    def whole(self) -> DaySet:
        """The days of the window."""
        return self.between(*self.window)

    @cached_property
    def all(self) -> DaySet:
        """The days of the window and around it."""
        return self.between(self.window.first - _REACH * _DAY, self.window.last + _REACH * _DAY)

    def kept(self, key: tuple[object, ...], make: Callable[[], DaySet | None]) -> DaySet | None:
        """What `make` gives, made once for all times that are told in the same way."""
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    def between(self, first: date, last: date) -> DaySet:
        """The days from `first` to `last`, both included, as far as the calendar has them."""
        start = max((first - self._first).days, 0)
        end = min((last - self._first).days, (self.window.last - self._first).days + _REACH)
        return ((1 << (end - start + 1)) - 1) << start if end >= start else 0

    def since(self, day: date) -> DaySet:
        """The days from `day` on."""
        return self.between(day, self.window.last + _REACH * _DAY)

    def until(self, day: date) -> DaySet:
        """The days up to `day`."""
        return self.between(self._first, day)

    def day(self, number: int) -> date:
        """The day of a bit."""
        return self._first + number * _DAY

    def hull(self, days: DaySet) -> Days:
        """The first and the last day of a set that is not empty."""
        return Days(self.day((days & -days).bit_length() - 1), self.day(days.bit_length() - 1))

    def each(self, days: DaySet) -> Iterator[int]:
        """The bits of a set, in order."""
        while days:
            low = days & -days
            yield low.bit_length() - 1
            days ^= low

    def meant(self, time: Time, number: int) -> DaySet:
        """The days that `time` means in a report of the day of that bit; empty where it means none."""
        known = self._meant.setdefault((time.kind, time.value, time.ahead), {})
        if number not in known:
            days = meaning(time.kind, time.value, time.ahead, self.day(number))
            known[number] = self.between(*days) if days else 0
        return known[number]

    def told(self, times: Sequence[Time], published: DaySet) -> DaySet:
        """The days that one of `times` may mean in a report that appeared on one of the days `published`."""
        found = 0
        for time in times:
            key = (time.kind, time.value, time.ahead, published)
            if key not in self._told:
                self._told[key] = self._told_by_one(time, published)
            found |= self._told[key]
        return found

    def _told_by_one(self, time: Time, published: DaySet) -> DaySet:
        found = 0
        for number in self.each(published):
            found |= self.meant(time, number)
        return found

    def telling(self, times: Sequence[Time], published: DaySet, days: DaySet) -> DaySet:
        """Those of the days `published` on which one of `times` may mean one of `days`."""
        found = 0
        for number in self.each(published):
            if any(self.meant(time, number) & days for time in times):
                found |= 1 << number
        return found
