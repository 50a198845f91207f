"""When each report appeared and each statement was said, as far as the reports' words force it.

A report without a date may have appeared on any day of the affair. Each time that it tells ("on Tuesday", "December 1")
and each utterance that it shares with another report leaves some of those days and excludes others; what is left is
its date, as a day, a month or a short interval, or it stays unknown. A report tells fresh news, so:

- a bare weekday is one of the seven days up to publication;
- where a report uses weekdays, a day and month ("December 1") lies farther back than a weekday would reach;
- the first weekday that it tells is its news: no other looks back from a later day;
- in a pile about one affair, it appeared on the earliest day that all this leaves, if the newest day that it names is
  at most ten days older.

These are the conventions of the gold records. Nothing from outside the pile counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from onrecord.days import Days, days_of, edtf_of, month_of, months_from, year_of
from onrecord.model import Entity, Findings, Report, Statement, Time, Utterance

_AFFAIR = 183  # days: a report without a date is looked for within half a year of one of the pile that has one
_WEEK = 7
_RECENT = 10  # days: how old the newest day that a report names may be for the report to be dated to the earliest day
_SHARED = 0.8  # share of a pile's reports (0–1) that name the same person or body if it is about one affair
_FRESH = 3  # days: words reported in the plain past, with no time of their own, are taken to be this fresh at most
_DAY = timedelta(days=1)


def dated_reports(
    reports: tuple[Report, ...], findings: tuple[Findings, ...], entities: tuple[Entity, ...]
) -> tuple[Report, ...]:
    """The reports, those without a date dated by their words where these force a day, a month or a short interval."""
    window = _window(reports)
    if window is None:
        return reports
    one_affair = _is_one_affair(reports, entities)
    return tuple(_dated(report, one.times, window, one_affair) for report, one in zip(reports, findings, strict=True))


def _is_one_affair(reports: tuple[Report, ...], entities: tuple[Entity, ...]) -> bool:
    """Whether nearly all reports name the same person or body."""
    told_of = (len({m.report for m in one.mentions}) for one in entities if one.type in ("person", "organisation"))
    return max(told_of, default=0) >= _SHARED * len(reports) > 1


def _window(reports: tuple[Report, ...]) -> Days | None:
    """The days of the affair: half a year around the reports that have a date; None if none has."""
    known = [days for report in reports if report.published and (days := days_of(report.published))]
    if not known:
        return None
    return Days(min(first for first, _ in known) - _AFFAIR * _DAY, max(last for _, last in known) + _AFFAIR * _DAY)


def _dated(report: Report, times: tuple[Time, ...], window: Days, one_affair: bool) -> Report:
    if report.published is not None:
        return report
    days = [day for day in _each(window) if _fits(day, times, window[0])]
    if not days or len(days) == (window[1] - window[0]).days + 1:
        return report
    newest = _newest(days[0], times) if one_affair else None
    is_recent = newest is not None and newest == _newest(days[-1], times) and (days[0] - newest).days <= _RECENT
    published = days[0].isoformat() if is_recent else edtf_of(days[0], days[-1])
    if published is None:
        return report
    words = "; ".join(dict.fromkeys(f"“{time.text}”" for time in times))
    return msgspec.structs.replace(
        report, published=published, published_basis="inferred", published_why=f"its own words force it: {words}"
    )


def _each(stretch: Days) -> Iterator[date]:
    day = stretch[0]
    while day <= stretch[1]:
        yield day
        day += _DAY


def _fits(day: date, times: tuple[Time, ...], since: date) -> bool:
    """Whether a report that tells `times` may have appeared on `day`, in an affair that goes back to `since`."""
    has_weekdays = any(time.kind in ("weekday", "days") for time in times)
    lead = next((resolved(time, day) for time in times if time.kind in ("weekday", "days") and not time.ahead), None)
    for time in times:
        told = resolved(time, day)
        if told is None:
            return False
        if time.kind == "day" and (told[0] < since or (has_weekdays and (day - told[1]).days < _WEEK)):
            return False
        if time.kind == "this month" and told != month_of(day):
            return False
        if time.kind == "date" and told[0] == told[1] > day:
            return False
        if lead and time.kind == "weekday" and not time.ahead and told[0] > lead[1]:
            return False
    return all(resolved(a, day) == resolved(b, day) for a, b in pairwise(times) if _apposed(a, b))


def _apposed(a: Time, b: Time) -> bool:
    """Whether two times are one, told twice: "tomorrow, Thursday"."""
    return a.end <= b.start <= a.end + len(", ") and {a.kind, b.kind} == {"days", "weekday"}


def _newest(day: date, times: tuple[Time, ...]) -> date | None:
    """The newest day that the times name by its date, where they name one to the day and tell weekdays beside it."""
    named = [
        told[1]
        for time in times
        if time.kind in ("day", "date") and (told := resolved(time, day)) and told[0] == told[1]
    ]
    fresh = any(time.kind in ("weekday", "days") for time in times)
    return max(named, default=None) if fresh else None


def resolved(time: Time, published: date) -> Days | None:
    """The days that a time means in a report of the day `published`; None if there are none."""
    if time.kind == "date":
        return days_of(time.value)
    if time.kind == "day":
        return _last_named(time.value, published)
    if time.kind in ("month", "this month"):
        year = published.year + (
            int(time.value) < published.month if time.ahead else -(int(time.value) > published.month)
        )
        return month_of(date(year, int(time.value), 1))
    if time.kind == "weekday":
        gap = (int(time.value) - published.weekday()) % _WEEK
        day = published + (gap or _WEEK) * _DAY if time.ahead else published - (-gap % _WEEK) * _DAY
        return Days(day, day)
    return _counted(time.kind, int(time.value), published)


def _last_named(value: str, published: date) -> Days | None:
    month, day = map(int, value.split("-"))
    for year in (published.year, published.year - 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= published:
            return Days(found, found)
    return None


def _counted(kind: str, count: int, published: date) -> Days:
    """So many days, weeks, months or years before or after publication, with the precision of the unit."""
    if kind == "days":
        day = published + count * _DAY
        return Days(day, day)
    if kind == "weeks":
        monday = published - published.weekday() * _DAY + count * _WEEK * _DAY
        return Days(monday, monday + 6 * _DAY)
    if kind == "months":
        return month_of(months_from(published, count))
    return year_of(published.year + count)


def told_dates(
    reports: tuple[Report, ...], findings: tuple[Findings, ...], statements: tuple[Statement, ...]
) -> tuple[Statement, ...]:
    """The statements, each with the day, month or interval that the time beside it means, if it has one."""
    published = {report.id: report.published for report in reports}
    times = {(time.report, time.start): time for one in findings for time in one.times}
    return tuple(_with_date(one, _said_on(one, published[one.report], times), _beside(one)) for one in statements)


def _with_date(one: Statement, said_on: str | None, why: str) -> Statement:
    """The statement, with a date and what gives it, if there is a date."""
    return msgspec.structs.replace(one, said_on=said_on, said_on_why=why) if said_on else one


def _beside(one: Statement) -> str:
    return f"“{one.when.text}” beside it" if one.when else ""


def further_dates(
    reports: tuple[Report, ...], statements: tuple[Statement, ...], utterances: tuple[Utterance, ...], named: Set[str]
) -> tuple[Statement, ...]:
    """The statements with the dates that follow from others.

    Statements of one utterance were said on one day. Then the one day on which a report has a speaker speak holds for
    all that it has the speaker say; then, for one of the `named` in the plain past ("said"), the month of the report's
    date, since news is fresh.
    """
    published = {report.id: report.published for report in reports}
    statements = _one_day(_same_day(statements, utterances))
    statements = tuple(
        _with_date(
            one, _fresh(one, published[one.report]), "the month of the report, as news in the plain past is fresh"
        )
        if one.said_on is None and one.speaker in named
        else one
        for one in statements
    )
    return _one_day(_same_day(statements, utterances))


def _one_day(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Where a report has a speaker speak on one day only, on that day the speaker said everything."""
    days: dict[tuple[str, str], set[str]] = {}
    for one in statements:
        if one.speaker and one.said_on:
            days.setdefault((one.report, one.speaker), set()).add(one.said_on)
    return tuple(
        _with_date(one, next(iter(known)), "the report has the speaker speak at this time only")
        if one.said_on is None
        and one.when is None
        and one.inside is None
        and one.speaker
        and len(known := days.get((one.report, one.speaker), set())) == 1
        else one
        for one in statements
    )


def _said_on(one: Statement, published: str | None, times: Mapping[tuple[str, int], Time]) -> str | None:
    time = times.get((one.report, one.when.start)) if one.when else None
    if time is None:
        return None
    days = days_of(published) if published else None
    if days is None:
        return time.value if time.kind == "date" else None
    told = [found for day in (days[0], days[1]) if (found := resolved(time, day))]
    if not told or any(first > days[1] for first, _ in told):
        return None
    return edtf_of(min(first for first, _ in told), max(last for _, last in told))


def _fresh(one: Statement, published: str | None) -> str | None:
    """The month of a report's date, for words in the plain past that a day or two before would still lie in it."""
    days = days_of(published) if published else None
    if days is None or one.inside or not _is_plain_past(one):
        return None
    if days[0] == days[1] and days[0].day <= _FRESH:
        return None
    return edtf_of(*month_of(days[0])) if month_of(days[0]) == month_of(days[1]) else None


def _is_plain_past(one: Statement) -> bool:
    """Whether the reporting word is in the plain past: "said", not "has said", "had said", "says" or a noun."""
    words = one.cue.text.lower().split() if one.cue else []
    past = bool(words) and (words[-1] in _PAST or words[0] in _PAST or words[0].endswith(("ed", "ing")))
    return past and not set(words) & {"has", "have", "had", "is", "are", "be", "been"}


_PAST = frozenset({"said", "told", "wrote", "called", "added", "found", "swore", "vowed"})


def _same_day(statements: tuple[Statement, ...], utterances: tuple[Utterance, ...]) -> tuple[Statement, ...]:
    """Statements of one utterance were said on one day: the narrowest date that any has, unless two differ."""
    by_id = {one.id: one for one in statements}
    for utterance in utterances:
        told = {date: days for i in utterance.statements if (date := by_id[i].said_on) and (days := days_of(date))}
        narrowest = min(told, key=lambda date: (told[date].last - told[date].first, date), default=None)
        if narrowest is None or any(
            days.first > told[narrowest].first or days.last < told[narrowest].last for days in told.values()
        ):
            continue
        for i in utterance.statements:
            if by_id[i].said_on != narrowest:
                by_id[i] = _with_date(by_id[i], narrowest, "another report of the same utterance")
    return tuple(by_id[one.id] for one in statements)
