"""What one speaker is told to have said in two reports of one affair, in about the same words: said on one day, likely.

Translated and retold words are not always taken for one utterance, yet they tell when an undated report appeared: "said
on Friday" beside another report's "eight days ago". Since the speaker may have said so twice, tellings that contradict
each other are let go.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from onrecord.days import days_of
from onrecord.match.news import News
from onrecord.match.solving import Happening, Telling
from onrecord.match.wording import CONTENT, wordings
from onrecord.model import Findings, Report, Statement, Time

_SHARED = 2  # words that tell what it is about, at least, which both have
_SHARE = 0.3
"""Share (0–1) of the words of the shorter one that the longer one has: 0.2 and 0.3 give the same seven pairs on three
invented affairs, of which five bind, all rightly; 0.5 loses three of these."""
_COMMON = 16  # statements of one speaker in which a word may stand and still tell one from another


def retold(
    reports: Sequence[Report],
    findings: Sequence[Findings],
    statements: Sequence[Statement],
    news: Mapping[str, News],
    persons: Set[str],
) -> list[Happening]:
    """A happening for each two statements that tell one saying, at least one in a report without a date.

    Bodies say much the same on many days, so what they say is one saying only where both reports tell it of one day of
    the week.

    Args:
        reports: all reports, with the dates that they state.
        findings: what each of them says; its times count.
        statements: those of all reports, with the dates that are known of them.
        news: that of each report, by its id.
        persons: the ids of the entities that are persons.
    """
    undated = {one.id for one in reports if one.published is None}
    times = {(time.report, time.start): time for one in findings for time in one.times}
    told = {one.id: telling for one in statements if (telling := _telling(one, times, news[one.report], undated))}
    by_speaker = defaultdict[str, list[Statement]](list)
    for one in statements:
        if one.speaker and one.id in told:
            by_speaker[one.speaker].append(one)
    return [
        Happening(f"the words “{a.content[0].text}”", (told[a.id], told[b.id]), is_sure=False)
        for speaker in sorted(by_speaker)
        for a, b in _pairs(by_speaker[speaker])
        if a.report in undated or b.report in undated
        if speaker in persons or _is_one_weekday(told[a.id], told[b.id])
    ]


def _is_one_weekday(a: Telling, b: Telling) -> bool:
    """Whether two tellings name the same day of the week, which lies behind."""
    times = (a.time, b.time)
    named = {one.value for one in times if one is not None and one.kind == "weekday" and not one.ahead}
    return len(named) == 1 and all(one is not None and one.kind == "weekday" for one in times)


def _telling(one: Statement, times: Mapping[tuple[str, int], Time], news: News, undated: set[str]) -> Telling | None:
    """How a report tells the day of a statement: with a time, or by its own date; None where it does not."""
    if one.inside is not None or one.mode != "said":
        return None
    time = times.get((one.report, one.when.start)) if one.when else news.day_of(one)
    if time is not None:
        return Telling(one.report, time)
    days = days_of(one.said_on)
    return Telling(one.report, None, days) if days and one.report not in undated else None


def _pairs(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """The pairs in different reports that share enough of their words."""
    words = [_words(one) for one in statements]
    holders = defaultdict[str, list[int]](list)
    for n, own in enumerate(words):
        for word in own:
            holders[word].append(n)
    shared = Counter(
        (a, b)
        for numbers in holders.values()
        if len(numbers) <= _COMMON
        for at, a in enumerate(numbers)
        for b in numbers[at + 1 :]
        if statements[a].report != statements[b].report
    )
    for (a, b), count in sorted(shared.items()):
        if count >= _SHARED and count >= _SHARE * min(len(words[a]), len(words[b])):
            yield statements[a], statements[b]


def _words(one: Statement) -> frozenset[str]:
    """The words of a statement that tell what it is about, each in one form."""
    return frozenset(token.form for said in wordings(one) for token in said.tokens if token.kind in CONTENT)
