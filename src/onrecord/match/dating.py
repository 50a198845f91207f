"""When each report appeared, as far as the words of the pile force it.

A report that states its date keeps it. One that does not may have appeared on any day within half a year of those that
do; its own words (`constraints`), what it tells together with other reports (`solving`) and the convention that news is
fresh (`freshness`) leave some of these days. What is left is its date where it is a day, a month or a short interval. A
report whose words contradict each other has none, and the words are named. Nothing from outside the pile counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import combinations

import msgspec

from onrecord.days import Days, days_of, edtf_of
from onrecord.match.constraints import Clash, Constraint, constraints, forcing
from onrecord.match.daysets import Calendar, DaySet
from onrecord.match.freshness import earliest, is_one_affair, opening
from onrecord.match.solving import Happening, Solved, solved
from onrecord.model import Entity, Findings, Report, Span, Time

_AFFAIR = timedelta(
    days=183
)  # a report without a date is looked for within half a year of one of the pile that has one


class Dating(msgspec.Struct, frozen=True):
    """The reports, those without a date dated where it is forced; and the words that contradict each other.

    `days` are the first and last day on which each report that has a date may have appeared, by its id.
    """

    reports: tuple[Report, ...]
    days: Mapping[str, Days]
    clashes: tuple[Clash, ...] = ()


class _Own(msgspec.Struct, frozen=True):
    """What the words of one report leave: the days, the words that force them, or those that contradict each other."""

    left: DaySet
    words: tuple[Span, ...] = ()
    clash: Clash | None = None


def dated(
    reports: tuple[Report, ...],
    findings: tuple[Findings, ...],
    entities: tuple[Entity, ...],
    happenings: Sequence[Happening] = (),
) -> Dating:
    """The reports with their dates.

    Args:
        reports: those of the pile.
        findings: what each of them says, in the same order; its times count.
        entities: those of the whole pile; they tell whether it is about one affair.
        happenings: what several reports tell of, each on one day: words said, events.
    """
    window = _window(reports)
    if window is None or all(report.published for report in reports):
        stated = {one.id: days_of(one.published) for one in reports}
        return Dating(reports, {key: known for key, known in stated.items() if known})
    calendar = Calendar(window)
    times = {one.report: one.times for one in findings}
    own = {report.id: _own(report, times[report.id], calendar) for report in reports}
    found = solved({key: one.left for key, one in own.items()}, _by_times(happenings), calendar)
    if is_one_affair(len(reports), entities):
        found = _fresh(reports, times, happenings, found, calendar)
    told = _told_by(happenings, found)
    clashes = (*(one.clash for one in own.values() if one.clash), *found.clashes)
    written = tuple(_written(one, own[one.id], found, told[one.id], calendar) for one in reports)
    days = {one.id: calendar.hull(found.published[one.id]) for one in written if one.published}
    return Dating(written, days, clashes)


def _by_times(happenings: Sequence[Happening]) -> list[Happening]:
    """The happenings by what the reports tell of their days, without what is read as fresh."""
    return [
        msgspec.structs.replace(one, tellings=tuple(msgspec.structs.replace(told, days=None) for told in one.tellings))
        for one in happenings
    ]


def _window(reports: tuple[Report, ...]) -> Days | None:
    """The days of the affair: half a year around the reports that have a date; None if none has."""
    known = [days for report in reports if (days := days_of(report.published))]
    if not known:
        return None
    return Days(min(first for first, _ in known) - _AFFAIR, max(last for _, last in known) + _AFFAIR)


def _own(report: Report, times: Sequence[Time], calendar: Calendar) -> _Own:
    stated = days_of(report.published)
    if stated:
        return _Own(calendar.between(*stated))
    given = constraints(times, calendar)
    left, words = forcing(given, calendar)
    if left:
        return _Own(left, words)
    return _Own(calendar.whole, (), Clash(_contradiction(given, calendar), "the day on which the report appeared"))


def _contradiction(given: Sequence[Constraint], calendar: Calendar) -> tuple[Span, ...]:
    """The fewest words that leave no day: of one constraint, of two, else of all."""
    for size in (1, 2, len(given)):
        for some in combinations(given, size):
            left = calendar.whole
            for one in some:
                left &= one.days
            if not left:
                words = {(word.start, word.end): word for one in some for word in one.words}
                return tuple(words[at] for at in sorted(words))
    return ()


def _told_by(happenings: Sequence[Happening], found: Solved) -> Mapping[str, list[int]]:
    """The numbers of the happenings that each report tells of and that were not taken apart."""
    told = defaultdict[str, list[int]](list)
    for number, one in enumerate(happenings):
        if found.happened[number] is not None:
            for report in dict.fromkeys(telling.report for telling in one.tellings):
                told[report].append(number)
    return told


def _fresh(
    reports: Sequence[Report],
    times: Mapping[str, Sequence[Time]],
    happenings: Sequence[Happening],
    found: Solved,
    calendar: Calendar,
) -> Solved:
    """The days left when each report without a date appeared on the earliest one, if all of them can."""
    told = _told_by(happenings, found)
    fresh = dict(found.published)
    for report in reports:
        if report.published is None:
            happened = [
                (telling.time, found.happened[number] or 0)
                for number in told[report.id]
                for telling in happenings[number].tellings
                if telling.report == report.id
            ]
            fresh[report.id] = earliest(fresh[report.id], times[report.id], happened, opening(report.text), calendar)
    again = solved(fresh, happenings, calendar)
    return again if len(again.clashes) == len(found.clashes) else found


def _written(report: Report, own: _Own, found: Solved, told: Sequence[int], calendar: Calendar) -> Report:
    """The report with the date that is left of it and what forces it, unless it has one or its words clash."""
    left = found.published[report.id]
    if report.published or own.clash or left == calendar.whole:
        return report
    published = edtf_of(*calendar.hull(left))
    if published is None:
        return report
    return msgspec.structs.replace(
        report, published=published, published_basis="inferred", published_why=_why(own, left, told)
    )


def _why(own: _Own, left: DaySet, told: Sequence[int]) -> str:
    words = "; ".join(dict.fromkeys(f"“{word.text}”" for word in own.words))
    reasons = [f"its own words force it: {words}"] if words else []
    if left != own.left and told:
        reasons.append("it tells of what other reports date")
    elif left != own.left:
        reasons.append("news is fresh, so it is the earliest such day")
    return "; ".join(reasons)
