"""The convention that news is fresh: a report is dated to the earliest day that its words and other reports leave.

It holds in a pile about one affair, for a report that tells weekdays or "yesterday" and a thing whose day is known, if
the newest such thing is at most ten days older. Two habits narrow the days first, where a day is left on which they
hold: a weekday in the paragraph that opens a report is its news, and no other looks back from a later day; what is told
by its date beside weekdays lies farther back than these reach (23 of 25 on the training part of PolNeAR). A day told by
its date is the newest thing only in the first half of a report, and the paragraph that opens it must tell a day: of 21
reports of PolNeAR's training part that any such day would have dated 18 would have been wrong, 9 by one farther down. A
post that the report shows is quoted as it comes out, wherever it stands. A picture that it shows may be older than its
news; one of the weekday that opens the report or of the day before is of that very day (of 154 articles of news 129),
if the report tells something together with another one, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.match.constraints import RECENT
from onrecord.match.daysets import Calendar, DaySet
from onrecord.model import Entity, Time

# Names that two reports share, as a part of all that either has, over all pairs of a pile (0–1). Of 14 groups of
# reports of one event (training part of ECB+) 11 have 0.08 or more; of 56 piles of political news of one week or month
# (training part of PolNeAR) none has more than 0.07.
_SHARED = 0.08
_PARAGRAPH = re.compile(r"[^\n]+")
_BODY = 120  # characters of the shortest first paragraph of a body: headlines, captions and by-lines are shorter
_WEEK = 7
_EXACT = frozenset({"day", "date"})
_PICTURES = frozenset({"picture", "old picture"})


def is_one_affair(reports: int, entities: Sequence[Entity]) -> bool:
    """Whether so many reports name the same persons and bodies, as reports of one affair do."""
    named = [len({m.report for m in one.mentions}) for one in entities if one.type in ("person", "organisation")]
    shared = sum(count * (count - 1) // 2 for count in named)
    either = (reports - 1) * sum(named) - shared
    return reports > 1 and shared >= _SHARED * either > 0


def opening(text: str) -> tuple[int, int]:
    """The range of the first paragraph of a report's body: the first that is longer than headlines and by-lines are."""
    found = next((match for match in _PARAGRAPH.finditer(text) if len(match.group()) >= _BODY), None)
    return found.span() if found else (0, 0)


def earliest(
    left: DaySet,
    times: Sequence[Time],
    happened: Sequence[tuple[Time | None, DaySet]],
    text: str,
    calendar: Calendar,
) -> DaySet:
    """The earliest of the days that are left; several where a day that it depends on is itself not known.

    Args:
        left: the days on which the report may have appeared, at least one.
        times: the times that the report tells.
        happened: what it tells of together with other reports: the time that it gives, and the days that are left.
        text: its text.
        calendar: the days of all these sets.

    Returns:
        `left` itself where the convention does not hold.
    """
    weekdays = [one for one in times if _is_fresh(one)]
    if not weekdays:
        return left
    body = _opening(text, times)
    is_news = body[0] <= weekdays[0].start < body[1]
    first = (is_news and _with_first_as_news(left, weekdays, calendar)) or left
    first = _beyond_weekdays(first, times, calendar) or first
    known = [days for time, days in happened if time is not None and days & (days - 1) == 0]
    lowest, highest = _bit(first), first.bit_length() - 1
    recent = [
        one
        for one in times
        if one.use == "post"
        or (one.use not in _PICTURES and (is_news or _opens(one, body)) and one.start < len(text) // 2)
    ]
    newest = _newest(lowest, recent, known, calendar)
    if newest is not None and newest == _newest(highest, recent, known, calendar):
        is_anchored = is_news or any(one.use == "post" or _opens(one, body) for one in times)
        if is_anchored and lowest - newest <= RECENT:
            return 1 << lowest
    shown = _beside_picture(first, weekdays[0], times, calendar) if is_news and happened else 0
    if shown or newest is not None:
        return shown or left
    found = 0
    for time, days in happened:
        if days & (days - 1):
            found |= _after(first, time, days, calendar)
    return found or left


def _opening(text: str, times: Sequence[Time]) -> tuple[int, int]:
    """The first paragraph of a report's body that is no caption."""
    start, end = opening(text)
    while any(one.use in _PICTURES and start <= one.start < end for one in times):
        behind = opening(text[end:])
        start, end = end + behind[0], end + behind[1]
    return start, end


def _beside_picture(left: DaySet, lead: Time, times: Sequence[Time], calendar: Calendar) -> DaySet:
    """The day of the weekday that opens a report, if its newest picture is of that day or the one before."""
    lowest = _bit(left)
    taken = [_bit(day) for one in times if one.use == "picture" and (day := calendar.meant(one, lowest))]
    newest = max(taken, default=None)
    if newest is None or lead.kind != "weekday":
        return 0
    both = (1 << newest, 1 << newest + 1)
    return next((day for day in both if left & day and calendar.meant(lead, _bit(day)) == day), 0)


def _is_fresh(time: Time) -> bool:
    return time.kind in ("weekday", "days") and time.use == "when" and not time.ahead


def _opens(time: Time, body: tuple[int, int]) -> bool:
    """Whether a time tells a day by its date in the paragraph that opens a report."""
    return time.kind in _EXACT and time.use == "when" and not time.ahead and body[0] <= time.start < body[1]


def _with_first_as_news(left: DaySet, weekdays: Sequence[Time], calendar: Calendar) -> DaySet:
    found = 0
    for number in calendar.each(left):
        lead, *rest = (calendar.meant(one, number) for one in weekdays)
        if all(one <= lead for one in rest):
            found |= 1 << number
    return found


def _beyond_weekdays(left: DaySet, times: Sequence[Time], calendar: Calendar) -> DaySet:
    """The days from which what is told by its date lies farther back than a weekday reaches."""
    named = [one for one in times if one.kind == "day" and one.past and one.use == "when"]
    found = 0
    for number in calendar.each(left):
        if all(number - (calendar.meant(one, number).bit_length() - 1) >= _WEEK for one in named):
            found |= 1 << number
    return found


def _newest(number: int, times: Sequence[Time], known: Sequence[DaySet], calendar: Calendar) -> int | None:
    """The newest day up to that day which the report tells by its date, or other reports fix."""
    exact = [one for one in times if one.kind in _EXACT and one.use != "limit" and not one.ahead]
    days = [*(calendar.meant(one, number) for one in exact), *known]
    single = [_bit(one) for one in days if one and one & (one - 1) == 0]
    return max((one for one in single if one <= number), default=None)


def _after(left: DaySet, time: Time | None, happened: DaySet, calendar: Calendar) -> DaySet:
    """For each day on which the thing may have been, the earliest day of the report that is at most so much later."""
    found = 0
    for day in calendar.each(happened):
        later = left & (((1 << (RECENT + 1)) - 1) << day)
        if time is not None:
            later = calendar.telling((time,), later, 1 << day)
        found |= later & -later
    return found


def _bit(days: DaySet) -> int:
    return (days & -days).bit_length() - 1
