"""What the times of one report say of the day on which it appeared: each a set of days, with the words that force it.

- "tomorrow, Thursday" and "Tuesday, 15 January" fix the day of the week, and so the year.
- "earlier in February": it appeared in a February.
- A day, month or year that its clause puts into the past is over or running; one that lies ahead is not over.
- A day without a year is the last such day within the affair, the next one where its clause looks ahead.
- A picture is no newer than the report that shows it.
- A post that the report shows is at most ten days old, unless it shows posts farther apart than that.
- Beside weekdays, a day told by its date is no later than any of them. (On the training part of PolNeAR 24 of 25.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

import msgspec

from onrecord.days import days_of, month_of
from onrecord.match.daysets import Calendar, DaySet
from onrecord.model import Span, Time

_DAY = timedelta(days=1)
RECENT = 10  # days: what a report tells as fresh is no older


class Constraint(msgspec.Struct, frozen=True):
    """The days on which a report may have appeared, as `words` of it have it."""

    days: DaySet
    words: tuple[Time, ...]


class Clash(msgspec.Struct, frozen=True):
    """Words that contradict each other on when something was: the sides, and what they disagree about."""

    sides: tuple[Span, ...]
    about: str


class Own(msgspec.Struct, frozen=True):
    """What the words of one report leave: the days, the words that force them, or those that contradict each other."""

    left: DaySet
    words: tuple[Span, ...] = ()
    clash: Clash | None = None


def own_days(times: Sequence[Time], calendar: Calendar) -> Own:
    """The days on which a report that tells these times may have appeared: all of them where its words contradict."""
    given = constraints(times, calendar)
    left, words = forcing(given, calendar)
    if left:
        return Own(left, words)
    return Own(calendar.whole, (), Clash(_contradiction(given, calendar), "the day on which the report appeared"))


def constraints(times: Sequence[Time], calendar: Calendar) -> list[Constraint]:
    """The constraints of a report's own times, those that exclude no day left out."""
    found = [*_single(times, calendar), *_order(times, calendar)]
    return [one for one in found if one.days & calendar.whole != calendar.whole]


def _single(times: Iterable[Time], calendar: Calendar) -> Iterator[Constraint]:
    """Those of one time each; the same words twice count once."""
    first: dict[tuple[object, ...], Time] = {}
    times = tuple(times)
    shows_old = _shows_old_posts(times)
    for time in times:
        if shows_old and time.use == "post":
            continue
        first.setdefault((time.kind, time.value, time.ahead, time.past, time.weekday, time.use), time)
    for key, time in first.items():
        days = calendar.kept(key, lambda time=time: _days(time, calendar))  # type: ignore[misc]
        if days is not None:
            yield Constraint(days, (time,))


def _shows_old_posts(times: Iterable[Time]) -> bool:
    """Whether a report shows posts so far apart that not all of them are its news."""
    days = [days for one in times if one.use == "post" and (days := days_of(one.value))]
    return bool(days) and max(days).last - min(days).first > RECENT * _DAY


def _days(time: Time, calendar: Calendar) -> DaySet | None:
    """The days that one time leaves; None where it says nothing of them."""
    left = calendar.whole
    if time.weekday is not None and time.kind in ("day", "days"):
        left &= _on_weekday(time, time.weekday, calendar)
    if time.kind == "this month":
        left &= _in_month(time, calendar)
    days = days_of(time.value) if time.kind == "date" and time.use == "when" else None
    if days and time.ahead:
        left &= calendar.until(days.last)
    elif days and time.past:
        left &= calendar.since(days.first)
    taken = days_of(time.value) if time.use in ("picture", "old picture") else None
    if taken:
        left &= calendar.since(taken.first)
    if time.use == "post":
        left &= _soon_after(time, calendar)
    if time.kind == "day" and time.use == "when" and (time.ahead or time.past):
        left &= calendar.telling((time,), calendar.whole, calendar.whole)
    return left if left != calendar.whole else None


def _on_weekday(time: Time, weekday: int, calendar: Calendar) -> DaySet:
    """Days of publication from which the day that is meant falls on the weekday that is told beside it."""
    found = 0
    for number in calendar.each(calendar.whole):
        days = calendar.meant(time, number)
        if days and calendar.hull(days).first.weekday() == weekday:
            found |= 1 << number
    return found


def _soon_after(time: Time, calendar: Calendar) -> DaySet:
    """The days on which the day that is meant lies a few days back."""
    found = 0
    for number in calendar.each(calendar.whole):
        days = calendar.meant(time, number)
        if days and number - (days.bit_length() - 1) in range(RECENT + 1):
            found |= 1 << number
    return found


def _in_month(time: Time, calendar: Calendar) -> DaySet:
    """The days of that month in every year, without the first where something was earlier in it, else the last."""
    found = 0
    for year in range(calendar.window.first.year, calendar.window.last.year + 1):
        first, last = month_of(date(year, int(time.value), 1))
        found |= calendar.between(first, last - _DAY) if time.ahead else calendar.between(first + _DAY, last)
    return found


def _order(times: Sequence[Time], calendar: Calendar) -> Iterator[Constraint]:
    """A day told by its date is no later than those that are told by weekday."""
    named = [one for one in times if one.kind == "day" and one.past and one.use == "when" and "/" not in one.value]
    weekdays = {one.value: one for one in reversed(times) if _is_plain_weekday(one)}
    for day in {one.value: one for one in reversed(named)}.values():
        for other in weekdays.values():
            key = ("in order", day.value, other.value)
            days = calendar.kept(key, lambda day=day, other=other: _in_order(day, other, calendar))  # type: ignore[misc]
            yield Constraint(days or 0, (day, other))


def _is_plain_weekday(time: Time) -> bool:
    return time.kind == "weekday" and time.use == "when" and not time.ahead


def _in_order(earlier: Time, later: Time, calendar: Calendar) -> DaySet:
    found = 0
    for number in calendar.each(calendar.whole):
        a, b = calendar.meant(earlier, number), calendar.meant(later, number)
        if a and b and a <= b:  # single days: the set with the higher bit is the later day
            found |= 1 << number
    return found


def forcing(given: Sequence[Constraint], calendar: Calendar) -> tuple[DaySet, tuple[Span, ...]]:
    """What all constraints leave together, and the words of those without which more would be left, in their order."""
    left = calendar.whole
    for one in given:
        left &= one.days
    needed = list(given)
    for one in given:
        rest = calendar.whole
        for other in needed:
            rest &= other.days if other is not one else calendar.whole
        if rest == left:
            needed.remove(one)
    words = {(word.start, word.end): word for one in needed for word in one.words}
    return left, tuple(words[at] for at in sorted(words))


def _contradiction(given: Sequence[Constraint], calendar: Calendar) -> tuple[Span, ...]:
    """The fewest words that leave no day: of one constraint, of two, else of all."""
    for size in (1, 2, len(given)):
        for some in combinations(given, size):
            left = calendar.whole
            for one in some:
                left &= one.days
            if not left:
                words = {(word.start, word.end): word.words for one in some for word in one.words}
                return tuple(words[at] for at in sorted(words))
    return ()
