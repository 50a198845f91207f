"""When each statement was said: the time beside it, else what follows from other statements, else the report's month.

`told_dates` reads the time beside each statement by the day of its report. `further_dates` goes on from there; both say
in `said_on_why` what gives a date, and neither gives one that is narrower than what it follows from.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import timedelta

import msgspec

from onrecord.days import Days, days_of, edtf_of, month_of
from onrecord.match.constraints import RECENT
from onrecord.match.dating import Dating
from onrecord.match.news import News, place_of
from onrecord.match.plain_past import is_perfect
from onrecord.match.resolution import resolved
from onrecord.model import Findings, Statement, Time, Utterance

_A_MONTH = timedelta(days=31)
_RECENT = timedelta(days=RECENT)
_FRESH = 3
"""Days: words reported in the plain past, with no time of their own, are taken to be this fresh at most. What lies
farther back is no day on which they were said, though the report opens with it: a deed that they are about, a picture.
(Any number from 2 to 60 gives the same dates on four affairs with a record.)"""


def told_dates(
    dating: Dating, findings: tuple[Findings, ...], statements: tuple[Statement, ...]
) -> tuple[Statement, ...]:
    """The statements, each with the day, month or interval that the time beside it means, if it has one."""
    times = {(time.report, time.start): time for one in findings for time in one.times}
    return tuple(_with_date(one, _said_on(one, dating.days.get(one.report), times), _beside(one)) for one in statements)


def _with_date(one: Statement, said_on: str | None, why: str) -> Statement:
    """The statement, with a date and what gives it, if there is a date."""
    return msgspec.structs.replace(one, said_on=said_on, said_on_why=why) if said_on else one


def _beside(one: Statement) -> str:
    return f"“{one.when.text}” beside it" if one.when else ""


def further_dates(
    dating: Dating, statements: tuple[Statement, ...], utterances: tuple[Utterance, ...], news: Mapping[str, News]
) -> tuple[Statement, ...]:
    """The statements with the dates that follow from others.

    Statements of one utterance were said on one day. Then the one day on which a report has a speaker speak holds for
    all that it has the speaker say. What is the news of a report is of the day that its first paragraph tells, or of
    the month of the report's date, since news is fresh. Nothing was said before what it tells of as past.
    """
    past = {one.id for one in statements if news[one.report].is_past(one)}
    statements = tuple(_at_sitting(one, news[one.report], dating.days.get(one.report)) for one in statements)
    statements = _same_day(statements, utterances, dating.days, news)
    statements = _one_day(statements, {one.id for one in statements if not is_perfect(one)}, news, dating.days)
    statements = tuple(
        _fresh(one, news[one.report], dating.days.get(one.report)) if news[one.report].holds(one) else one
        for one in statements
    )
    statements = _without_too_early(statements, news, dating.days)
    statements = _one_day(_same_day(statements, utterances, dating.days, news), past, news, dating.days)
    return _without_too_early(statements, news, dating.days)


def _without_too_early(
    statements: tuple[Statement, ...], news: Mapping[str, News], published: Mapping[str, Days]
) -> tuple[Statement, ...]:
    """Nobody tells of a day gone by before it: a date that follows from others and lies before that day is none."""

    def checked(one: Statement) -> Statement:
        said, days = days_of(one.said_on) if one.said_on else None, published.get(one.report)
        if said is None or days is None or one.when is not None:
            return one
        told = [found for time in news[one.report].looks_back_to(one) if (found := _resolved(time, days))]
        if all(found.first <= said.last for found in told):
            return one
        return msgspec.structs.replace(one, said_on=None, said_on_why=None)

    return tuple(map(checked, statements))


def _at_sitting(one: Statement, news: News, published: Days | None) -> Statement:
    """A statement made before a hearing or in a letter, with the day that the report gives to that."""
    day = news.sittings.day_of(one) if one.said_on is None else None
    if day is None or published is None:
        return one
    told = _resolved(day, published)
    return _with_date(one, edtf_of(*told) if told else None, f"the report tells that on “{day.text}” it was said")


def _fresh(one: Statement, news: News, published: Days | None) -> Statement:
    """A statement that is news, with the day of the news or the month of its report, unless it has a time."""
    if one.said_on or one.when or one.inside:
        return one
    day = news.day_of(one)
    told = _resolved(day, published) if day is not None and published is not None else None
    is_stale = told is not None and published is not None and told.gap(published) > _FRESH
    if day is not None and not is_stale:
        return _with_date(one, edtf_of(*told) if told else None, f"the report tells its news of “{day.text}”")
    month = None if news.is_comment else _month(published)
    return _with_date(one, month, "the month of the report, as news in the plain past is fresh")


def _one_day(
    statements: tuple[Statement, ...], which: Set[str], news: Mapping[str, News], published: Mapping[str, Days]
) -> tuple[Statement, ...]:
    """Where a report has a speaker speak on one day only, on that day the speaker said everything of `which`.

    Not what the report tells otherwise: in a letter, behind words of another day in one paragraph, or, where its news
    is of another day, before it comes to the speaker's day. Nor, long past, what is told as said now or stands before.
    """
    days: dict[tuple[str, str], dict[str, int]] = {}
    for one in statements:
        if one.speaker and one.said_on:
            known = days.setdefault((one.report, one.speaker), {})
            known[one.said_on] = min(place_of(one), known.get(one.said_on, place_of(one)))

    def with_day(one: Statement) -> Statement:
        known = days.get((one.report, one.speaker or ""), {})
        if one.id not in which and one.cue is not None:
            return one
        if one.said_on or one.when or one.inside or len(known) != 1 or one.report not in published:
            return one
        ((date, since),) = known.items()
        if _is_of_another_day(one, date, since, news[one.report], published.get(one.report)):
            return one
        return _with_date(one, date, "the report has the speaker speak at this time only")

    return tuple(map(with_day, statements))


def _is_of_another_day(one: Statement, date: str, since: int, news: News, published: Days | None) -> bool:
    """Whether a statement is likelier of another day than of `date`, on which its speaker speaks first at `since`."""
    if news.sittings.is_old(one) or news.is_of_other_day(one):
        return True
    days = days_of(date)
    is_past = days is not None and published is not None and published.first - days.last > _RECENT
    if is_past and one.cue is not None and (not news.is_past(one) or place_of(one) < since):
        return True
    day = news.before(one) or (news.day_of(one) if place_of(one) < since and not news.is_headline(one) else None)
    told = _resolved(day, published) if day and published else None
    return told is not None and edtf_of(*told) != date


def _said_on(one: Statement, days: Days | None, times: Mapping[tuple[str, int], Time]) -> str | None:
    time = times.get((one.report, one.when.start)) if one.when else None
    if time is None:
        return None
    if days is None:
        return time.value if time.kind == "date" else None
    told = _resolved(time, days)
    return edtf_of(*told) if told else None


def _resolved(time: Time, days: Days) -> Days | None:
    """The days that a time means in a report of these days; None where there are none, or they lie ahead, and where
    nobody knows the month of the report."""
    if days.last - days.first > _A_MONTH and time.kind != "date":
        return None
    told = [found for day in days if (found := resolved(time, day))]
    if not told or any(first > days.last for first, _ in told):
        return None
    return Days(min(first for first, _ in told), max(last for _, last in told))


def _month(days: Days | None) -> str | None:
    """The month of a report's date, where words said a day or two before would still lie in it."""
    if days is None or (days.certain and days.first.day <= _FRESH):
        return None
    return edtf_of(*month_of(days.first)) if month_of(days.first) == month_of(days.last) else None


def _same_day(
    statements: tuple[Statement, ...],
    utterances: tuple[Utterance, ...],
    published: Mapping[str, Days],
    news: Mapping[str, News],
) -> tuple[Statement, ...]:
    """Statements of one utterance were said on one day: the narrowest date that any has, unless two differ.

    What somebody "has said", "had denied" or "said again", in the reporter's words, may have been said on other days
    too, and so may what nobody is named for; and where nobody knows when a report appeared, all that it does not quote
    word for word.
    """
    by_id = {one.id: one for one in statements}
    for utterance in utterances:
        told = {date: days for i in utterance.statements if (date := by_id[i].said_on) and (days := days_of(date))}
        narrowest = min(told, key=lambda date: (told[date].last - told[date].first, date), default=None)
        if narrowest is None or any(
            days.first > told[narrowest].first or days.last < told[narrowest].last for days in told.values()
        ):
            continue
        is_quoted = any(by_id[i].said_on == narrowest and by_id[i].form == "direct" for i in utterance.statements)
        for i in utterance.statements:
            one = by_id[i]
            is_open = one.report not in published and not (is_quoted and one.form == "direct")
            if one.said_on != narrowest and not is_open and _may_be_of(one, told[narrowest], published, news):
                by_id[i] = _with_date(one, narrowest, "another report of the same utterance")
    return tuple(by_id[one.id] for one in statements)


def _may_be_of(one: Statement, days: Days, published: Mapping[str, Days], news: Mapping[str, News]) -> bool:
    """Whether a statement was likely said on the days on which another report has the like said."""
    if one.form == "direct":
        return True
    is_rumour = one.speaker is None and one.form == "indirect"
    is_retold = one.said_on is None and (is_perfect(one) or news[one.report].is_again(one))
    is_news = one.report in published and news[one.report].holds(one)
    return not is_rumour and not is_retold and not (is_news and published[one.report].first - days.last > _RECENT)
