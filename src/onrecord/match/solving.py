"""All days of a pile solved together: when each report may have appeared, when each shared happening was.

A happening is something that several reports tell of, on one day: words that were said, an event. Each report tells the
day with a time of its own ("on Tuesday") or with none, and so its day of publication and the day of the happening bound
each other. Days that no solution of such a pair can have are struck out until nothing more falls (arc consistency;
Mackworth 1977). What is left is never empty: happenings that cannot be on one day are taken apart and named.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from onrecord.days import Days
from onrecord.match.constraints import Clash
from onrecord.match.daysets import Calendar, DaySet
from onrecord.model import Time

_TRIED = 40  # happenings that are not sure: of so many that contradict each other each is left out in turn


class Telling(msgspec.Struct, frozen=True):
    """That a report tells of a happening, and the time that it gives for it, if it gives one.

    `days`: the days on which it was where the report is read as fresh news, if it gives no time. `is_open`: whether the
    time may as well lie on the other side of the report than its words have it ("Tuesday's vote").
    """

    report: str
    time: Time | None = None
    days: Days | None = None
    is_open: bool = False

    @property
    def times(self) -> tuple[Time, ...]:
        """The times of which one is meant."""
        if self.time is None or not self.is_open:
            return (self.time,) if self.time else ()
        return (self.time, msgspec.structs.replace(self.time, ahead=not self.time.ahead))


class Happening(msgspec.Struct, frozen=True):
    """Something that was on one day, as reports tell it; `what` names it in a few words.

    Where it is not sure that the reports tell of one thing, tellings that contradict each other are two things, and no
    conflict.
    """

    what: str
    tellings: tuple[Telling, ...]
    is_sure: bool = True


class Solved(msgspec.Struct, frozen=True):
    """The days that are left: of each report, and of each happening in its order, None where it was taken apart."""

    published: Mapping[str, DaySet]
    happened: tuple[DaySet | None, ...]
    clashes: tuple[Clash, ...]


def solved(published: Mapping[str, DaySet], happenings: Sequence[Happening], calendar: Calendar) -> Solved:
    """The days left of `published` (none of them empty) when each happening is on one day.

    Happenings whose tellings contradict each other by themselves are taken apart. Where those that hang together cannot
    all be right though each could, those that `_fitting` leaves out are. The order of
    reports and happenings makes no difference.
    """
    days: dict[str, DaySet] = dict(published)
    happened: list[DaySet | None] = [None] * len(happenings)
    clashes: list[Clash] = []
    sound = []
    for number, one in enumerate(happenings):
        alone = _together([one], published, calendar)
        if alone is not None:
            sound.append(number)
        elif one.is_sure:
            clashes.append(_clash([one]))
    for group in _hanging_together(happenings, sound, published):
        found = _together([happenings[number] for number in group], published, calendar)
        if found is None:
            group = _fitting(group, happenings, published, calendar)
            found = _together([happenings[number] for number in group], published, calendar)
        if found is None:
            clashes.append(_clash([happenings[number] for number in group]))
            continue
        days.update(found[0])
        for number, left in zip(group, found[1], strict=True):
            happened[number] = left
    return Solved(days, tuple(happened), tuple(clashes))


def _fitting(
    group: Sequence[int], happenings: Sequence[Happening], published: Mapping[str, DaySet], calendar: Calendar
) -> list[int]:
    """What is left of happenings that cannot all be right: not those that are not sure and without any one of which the
    rest can be; where there are none such, or too many to be tried, those that are sure."""
    unsure = [number for number in group if not happenings[number].is_sure]
    spoiling = {
        number
        for number in (unsure if len(unsure) <= _TRIED else ())
        if _together([happenings[other] for other in group if other != number], published, calendar) is not None
    }
    return [number for number in group if (number not in spoiling if spoiling else happenings[number].is_sure)]


def _clash(happenings: Iterable[Happening]) -> Clash:
    """The words that put what is one happening, or hangs together with it, on different days."""
    times = {
        (told.time.report, told.time.start, told.time.end): told.time
        for one in happenings
        for told in one.tellings
        if told.time
    }
    whats = dict.fromkeys(one.what for one in happenings)
    return Clash(tuple(times[at].words for at in sorted(times)), f"the day of {'; '.join(sorted(whats))}")


def _together(
    happenings: Sequence[Happening], published: Mapping[str, DaySet], calendar: Calendar
) -> tuple[dict[str, DaySet], list[DaySet]] | None:
    """The days left of the reports and of the happenings; None where one has none left."""
    days = {told.report: published[told.report] for one in happenings for told in one.tellings}
    left = [calendar.all] * len(happenings)
    of_report = defaultdict[str, list[int]](list)
    for number, one in enumerate(happenings):
        for report in sorted({told.report for told in one.tellings}):
            of_report[report].append(number)
    waiting = deque(range(len(happenings)))
    queued = set(waiting)
    while waiting:
        number = waiting.popleft()
        queued.discard(number)
        narrowed = _narrowed(happenings[number], days, left[number], calendar)
        if narrowed is None:
            return None
        left[number], reports = narrowed
        for report, fewer in reports.items():
            days[report] = fewer
            again = [n for n in of_report[report] if n not in queued and n != number]
            waiting.extend(again)
            queued.update(again)
    return days, left


def _narrowed(
    one: Happening, days: Mapping[str, DaySet], left: DaySet, calendar: Calendar
) -> tuple[DaySet, dict[str, DaySet]] | None:
    """The days of the happening and of the reports that lose some, until nothing more falls; None if none is left."""
    mine = {told.report: days[told.report] for told in one.tellings}
    falling = True
    while falling:
        before = (left, *mine.values())
        for told in one.tellings:
            left &= _allowed(told, mine[told.report], calendar)
            mine[told.report] = tellable(told, mine[told.report], left, calendar)
            if not left or not mine[told.report]:
                return None
        falling = before != (left, *mine.values())
    return left, {report: fewer for report, fewer in mine.items() if fewer != days[report]}


def _allowed(told: Telling, published: DaySet, calendar: Calendar) -> DaySet:
    """The days that a happening can be on, by one telling of it; without a time it is not after the report."""
    if told.time is None:
        before = calendar.until(calendar.hull(published).last)
        return before & calendar.between(*told.days) if told.days else before
    return calendar.told(told.times, published) or calendar.all


def tellable(told: Telling, published: DaySet, happened: DaySet, calendar: Calendar) -> DaySet:
    """Those of the days `published` of a report that what is left of a happening allows."""
    if not happened:
        return 0
    if told.time is None:
        return published & calendar.since(calendar.hull(happened).first)
    if not calendar.told(told.times, published):
        return published  # a time that means no days bounds nothing
    return calendar.telling(told.times, published, happened)


def _hanging_together(
    happenings: Sequence[Happening], chosen: Sequence[int], published: Mapping[str, DaySet]
) -> list[list[int]]:
    """The chosen happenings in groups that share a report whose day is open; a report of one day ties nothing."""
    parent = {number: number for number in chosen}

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    first: dict[str, int] = {}
    for number in chosen:
        for told in happenings[number].tellings:
            days = published[told.report]
            if days & (days - 1):
                other = root(first.setdefault(told.report, number))
                parent[max(other, root(number))] = min(other, root(number))
    groups = defaultdict[int, list[int]](list)
    for number in chosen:
        groups[root(number)].append(number)
    return list(groups.values())
