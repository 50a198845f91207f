"""When each report appeared, as far as the words of the pile force it.

A report that states its date keeps it. One that does not may have appeared on any day within half a year of those that
do, or of dated posts and pictures that the reports show; its own words (`constraints`), what it tells together with
other reports (`solving`) and the convention that news is fresh (`freshness`) leave some of these days. What is left is
its date where it is a day, a month or a short interval. A report whose words contradict each other has none, and the
words are named. Nothing from outside the pile counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from itertools import chain

import msgspec

from onrecord.days import Days, days_of, edtf_of
from onrecord.match.constraints import Clash, Own, own_days
from onrecord.match.daysets import Calendar, DaySet
from onrecord.match.freshness import earliest, is_one_affair
from onrecord.match.pictures import with_pictures
from onrecord.match.reasons import why
from onrecord.match.solving import Happening, Solved, solved
from onrecord.model import Entity, Findings, Report, Time

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
    calendar: Calendar | None = None
    """What times mean in it is kept for the next dating of the same pile; None: no report has a date."""


def dated(
    reports: tuple[Report, ...],
    findings: tuple[Findings, ...],
    entities: tuple[Entity, ...],
    happenings: Sequence[Happening] = (),
    calendar: Calendar | None = None,
) -> Dating:
    """The reports with their dates.

    Args:
        reports: those of the pile.
        findings: what each of them says, in the same order; its times count.
        entities: those of the whole pile; they tell whether it is about one affair.
        happenings: what several reports tell of, each on one day: words said, events.
        calendar: that of an earlier dating of the same reports.
    """
    texts = {one.id: one.text for one in reports}
    times = {one.report: with_pictures(texts[one.report], one.times) for one in findings}
    window = _window(reports, chain.from_iterable(times.values()))
    if window is None:
        return Dating(reports, {})
    calendar = calendar or Calendar(window)
    own = {one.id: _own(one, times[one.id], calendar) for one in reports}
    forced = solved({key: one.left for key, one in own.items()}, _by_times(happenings), calendar)
    found = forced
    if is_one_affair(len(reports), entities):
        found = _fresh(reports, times, happenings, forced, calendar)
        found = _fresh(reports, times, happenings, found, calendar)  # what was open may have got a day from the others
    told = _told_by(happenings, found)
    is_stated = any(report.published for report in reports)
    written = tuple(
        _written(one, own[one.id], forced, found, told[one.id], calendar)
        if is_stated or _is_held(own[one.id], times[one.id], bool(told[one.id]), found.published[one.id])
        else one
        for one in reports
    )
    days = {one.id: calendar.hull(found.published[one.id]) for one in written if one.published}
    if not is_stated:  # a post may be days old: only a report whose very day follows tells when something was
        days = {key: hull for key, hull in days.items() if hull.first == hull.last}
    return Dating(written, days, (*(one.clash for one in own.values() if one.clash), *found.clashes), calendar)


def _is_held(own: Own, times: Sequence[Time], is_shared: bool, left: DaySet) -> bool:
    """Whether a report may be dated in a pile where none states a date: its own words must do so, and as pictures may
    be old, a post or what another report tells as well; or else the two must leave one day."""
    if is_shared and left & (left - 1) == 0:
        return True
    return bool(own.words) and (is_shared or any(one.use == "post" for one in times))


def _by_times(happenings: Sequence[Happening]) -> list[Happening]:
    """The happenings by what the reports tell of their days, without what is read as fresh."""
    return [
        msgspec.structs.replace(one, tellings=tuple(msgspec.structs.replace(told, days=None) for told in one.tellings))
        for one in happenings
    ]


def _window(reports: tuple[Report, ...], times: Iterable[Time]) -> Days | None:
    """The days of the affair: half a year around the reports that have a date, if none has around the posts and
    pictures that they show; None where these have none either.

    No other day told will do: a report may tell of any time, and show pictures from a file.
    """
    stated = [days for report in reports if (days := days_of(report.published))]
    known = stated or [days for one in times if one.use in ("post", "picture") and (days := days_of(one.value))]
    if not known:
        return None
    return Days(min(first for first, _ in known) - _AFFAIR, max(last for _, last in known) + _AFFAIR)


def _own(report: Report, times: Sequence[Time], calendar: Calendar) -> Own:
    """The day that a report states, else those that its words leave."""
    stated = days_of(report.published)
    return Own(calendar.between(*stated)) if stated else own_days(times, calendar)


def _told_by(happenings: Sequence[Happening], found: Solved) -> Mapping[str, list[tuple[Happening, DaySet]]]:
    """What each report tells of and was not taken apart, with the days that are left of it."""
    told = defaultdict[str, list[tuple[Happening, DaySet]]](list)
    for one, days in zip(happenings, found.happened, strict=True):
        if days is not None:
            for report in dict.fromkeys(telling.report for telling in one.tellings):
                told[report].append((one, days))
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
                (telling.time, days)
                for one, days in told[report.id]
                for telling in one.tellings
                if telling.report == report.id
            ]
            fresh[report.id] = earliest(fresh[report.id], times[report.id], happened, report.text, calendar)
    again = solved(fresh, happenings, calendar)
    return again if len(again.clashes) == len(found.clashes) else found


def _written(
    report: Report,
    own: Own,
    forced: Solved,
    found: Solved,
    told: Sequence[tuple[Happening, DaySet]],
    calendar: Calendar,
) -> Report:
    """The report with the date that is left of it and what forces it, unless it has one or its words clash."""
    left = found.published[report.id]
    published = edtf_of(*calendar.hull(left))
    if report.published or own.clash or left == calendar.whole or published is None:
        return report
    reasons = why(report.id, own, told, left != forced.published[report.id], calendar)
    return msgspec.structs.replace(report, published=published, published_basis="inferred", published_why=reasons)
