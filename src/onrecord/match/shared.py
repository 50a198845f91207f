"""What several reports tell of, each on one day, for the days of a pile to be solved together: utterances, events.

Of utterances only what is quoted word for word counts. Of 21 such pairs in different reports of PolNeAR's training part
19 were published within a week of each other; of 89 pairs with indirect speech, which likeness of words joins, 30 were.
Of events those count that are taken for one (`events.grouped`), by what the words of their reports and stated dates say
of the day, never by a date that was worked out from it; since that they are one is likely, not sure, tellings that
contradict each other are let go.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from datetime import timedelta

from onrecord.days import days_of
from onrecord.match.deed_days import moment_of
from onrecord.match.events import grouped
from onrecord.match.freshness import opening
from onrecord.match.solving import Happening, Telling
from onrecord.match.wording import shortened
from onrecord.model import Entity, Findings, Report, Statement, Time, Told, Utterance

_SPELL = timedelta(days=7)  # how long after it was said the press still quotes a thing as news


def shared_words(
    utterances: Sequence[Utterance],
    statements: Sequence[Statement],
    findings: Sequence[Findings],
    published: Mapping[str, str | None],
) -> list[Happening]:
    """Each utterance as one happening: the reports that quote it, with the time that stands beside it.

    `statements` with a date but without such a time have it because news is fresh. What is quoted again weeks later, as
    far as `published` tells by each report alone, binds no days.
    """
    by_id = {one.id: one for one in statements}
    times = {(time.report, time.start): time for one in findings for time in one.times}
    quoted = ([said for key in one.statements if (said := by_id[key]).form == "direct"] for one in utterances)
    several = (said for said in quoted if len({one.report for one in said}) > 1)
    return [_words(said, times) for said in several if _is_news([published.get(one.report) for one in said])]


def _is_news(published: Sequence[str | None]) -> bool:
    """Whether reports with these dates may lie so near that they quote one thing as news."""
    known = [days for one in published if (days := days_of(one))]
    return not known or max(one.first for one in known) - min(one.last for one in known) <= _SPELL


def _words(told: Sequence[Statement], times: dict[tuple[str, int], Time]) -> Happening:
    tellings = [
        Telling(one.report, time, None if time else days_of(one.said_on))
        for one in told
        if one.inside is None
        for time in [times.get((one.report, one.when.start)) if one.when else None]
    ]
    return Happening(f"the words “{shortened(told[0].content[0].text)}”", tuple(dict.fromkeys(tellings)))


def shared_events(
    told: Sequence[Told], statements: Sequence[Statement], reports: Sequence[Report], entities: Sequence[Entity]
) -> list[Happening]:
    """Each deed that two reports or more tell, at least one with a day, as one happening; in the order of its mentions.

    Args:
        told: all mentions of events, with the ids that entities have across reports.
        statements: those in which some of them stand.
        reports: all reports, with the dates that they state.
        entities: all entities.
    """
    direct = {one.id for one in statements if one.form == "direct"}
    by_id = {report.id: report for report in reports}
    published = {report.id: report.published for report in reports}
    known = [one for one in told if one.inside not in direct and _tells(one)]
    patients = defaultdict[str, set[str]](set)
    for one in told:
        if one.patient is not None:
            patients[one.lemma].add(one.patient)
    days = [moment_of(one, days_of(published[one.mention.report])).reach for one in known]
    groups = ([known[n] for n in group] for group in grouped(known, days, entities, published)[0])
    sure = ([one for one in group if _is_tied(one, group, patients, by_id)] for group in groups)
    return [_event(group) for group in sure if _bounds(group)]


def _is_tied(one: Told, group: Sequence[Told], patients: Mapping[str, Set[str]], reports: Mapping[str, Report]) -> bool:
    """Whether a mention surely belongs to its group and bounds its report.

    Another report's mention has the same party, or the deed is told to be done to one alone; and it gives a day, or is
    the news of its report: what is told by the way, without a day, may be long past.
    """
    is_news = one.mention.start < opening(reports[one.mention.report].text)[1]
    others = [other for other in group if other.mention.report != one.mention.report]
    parties = {one.agent, one.patient} - {None}
    shared = any(parties & {other.agent, other.patient} for other in others)
    is_only = len(patients[one.lemma]) <= 1 and (one.patient is not None or is_news)
    return (shared or is_only) and (is_news or _day(one) is not None)


def _tells(one: Told) -> bool:
    """Whether a mention says when, or at least that it was before its report."""
    return one.status == "happened" or (one.status == "planned" and _day(one) is not None)


def _day(one: Told) -> Time | None:
    """The time that a mention gives, if it is a day."""
    return one.when if one.when is not None and one.when.is_day else None


def _is_open(one: Told) -> bool:
    """Whether the day that a mention gives may as well lie ahead: "Tuesday's vote", "a vote on Tuesday"; what a verb
    tells has happened lies behind."""
    time = _day(one)
    if time is None or time.use == "thing":
        return time is not None
    return not time.past and (one.is_noun or one.status != "happened")


def _bounds(group: Sequence[Told]) -> bool:
    """Whether mentions tie the days of reports: two reports, and a day in one of them."""
    return len({one.mention.report for one in group}) > 1 and any(map(_day, group))


def _event(group: Sequence[Told]) -> Happening:
    tellings = [Telling(one.mention.report, _day(one), is_open=_is_open(one)) for one in group]
    fullest = max((one.mention.text for one in group), key=len)
    return Happening(f"“{shortened(fullest)}”", tuple(dict.fromkeys(tellings)), is_sure=False)
