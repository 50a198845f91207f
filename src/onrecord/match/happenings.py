"""What several reports tell of, each on one day, for the days of a pile to be solved together: utterances.

Only what is quoted word for word counts. Of 21 such pairs in different reports of PolNeAR's training part 19 were
published within a week of each other; of 89 pairs with indirect speech, which likeness of words joins, 30 were.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.days import days_of
from onrecord.match.solving import Happening, Telling
from onrecord.model import Findings, Statement, Time, Utterance

_WORDS = 60  # characters of what was said that name an utterance


def happenings(
    utterances: Sequence[Utterance], statements: Sequence[Statement], findings: Sequence[Findings]
) -> list[Happening]:
    """Each utterance as one happening: the reports that quote it, with the time that stands beside it.

    `statements` with a date but without such a time have it because news is fresh.
    """
    by_id = {one.id: one for one in statements}
    times = {(time.report, time.start): time for one in findings for time in one.times}
    quoted = ([said for key in one.statements if (said := by_id[key]).form == "direct"] for one in utterances)
    return [_happening(said, times) for said in quoted if len({one.report for one in said}) > 1]


def _happening(told: Sequence[Statement], times: dict[tuple[str, int], Time]) -> Happening:
    tellings = [
        Telling(one.report, time, None if time else days_of(one.said_on))
        for one in told
        if one.inside is None
        for time in [times.get((one.report, one.when.start)) if one.when else None]
    ]
    words = told[0].content[0].text
    what = f"the words “{words if len(words) <= _WORDS else words[:_WORDS].rstrip() + '…'}”"
    return Happening(what, tuple(dict.fromkeys(tellings)))
