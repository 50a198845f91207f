from collections.abc import Callable
from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.days import Days, days_of
from onrecord.match.daysets import Calendar
from onrecord.match.shared import shared_events, shared_words
from onrecord.match.solving import Happening, Telling, solved
from onrecord.model import EventMention, Findings, Report, Span, Statement, Time, Told, Utterance

Make = Callable[..., Statement]
Times = Callable[..., tuple[Time, ...]]
Reports = Callable[..., Report]
WORDS = "The old weir will hold"
LEAD = (
    "Police in Ostrell arrested the miller Hugo Lamm over the fire that destroyed the old weir, "
    "they said in a statement to the newspapers.\n"
)
CALENDAR = Calendar(Days(date(2021, 1, 1), date(2021, 12, 31)))


def test_an_utterance_is_told_by_each_report_with_the_time_beside_it(statement: Make, times_of: Times) -> None:
    told = times_of("weekday 0")
    a = statement(WORDS, "r1", when=Span("r1", told[0].start, told[0].end, told[0].text))
    b = statement(WORDS, "r2", said_on="2021-03")
    (found,) = shared_words(
        [Utterance("u", (a.id, b.id))], [a, b], [Findings(report="r1", entities=(), statements=(), times=told)], {}
    )
    assert found.tellings == (Telling("r1", told[0]), Telling("r2", None, days_of("2021-03")))
    assert WORDS in found.what


def test_indirect_speech_and_words_of_one_report_tie_no_days(statement: Make) -> None:
    a, b = statement(WORDS, "r1"), statement(WORDS, "r2", form="indirect")
    again = statement(WORDS, "r1", at=500)
    assert shared_words([Utterance("u", (a.id, b.id)), Utterance("v", (a.id, again.id))], [a, b, again], [], {}) == []


@pytest.mark.parametrize(
    ("days", "bound"),
    [
        (("2021-03-01", "2021-03-08"), True),
        (("2021-03-01", "2021-03-09"), False),
        (("2021-03-01", "2021-03"), True),
        (("2021-03-01", None), True),
    ],
)
def test_what_is_quoted_again_weeks_later_ties_no_days(
    statement: Make, days: tuple[str | None, str | None], bound: bool
) -> None:
    a, b = statement(WORDS, "r1"), statement(WORDS, "r2")
    published = dict(zip(("r1", "r2"), days, strict=True))
    assert bool(shared_words([Utterance("u", (a.id, b.id))], [a, b], [], published)) is bound


def tells(report: Report, when: Time | None = None, at: int = 18, **known: object) -> Told:
    mention = EventMention(report.id, at, at + 8, report.text[at : at + 8], (at, at + 8))
    one = Told(
        mention=mention,
        lemma="arrest",
        type="COERCE",
        status="happened",
        agent=None,
        patient="lamm",
        place=None,
        when=when,
        inside=None,
        confidence=0.9,
    )
    return msgspec.structs.replace(one, **known)


def two(report_of: Reports, **known: object) -> tuple[Report, Report]:
    return report_of(LEAD + "It burned.", **known), report_of(LEAD + "It had burned.")


def test_a_deed_that_two_reports_tell_ties_their_days(report_of: Reports, times_of: Times) -> None:
    (tuesday,), (yesterday,) = times_of("weekday 1 past"), times_of("days -1 past")
    a, b = two(report_of, published="2021-03-11")
    (found,) = shared_events([tells(a, tuesday), tells(b, yesterday)], [], [a, b], [])
    assert [(one.report, one.time) for one in found.tellings] == [(a.id, tuesday), (b.id, yesterday)]
    left = solved(
        {a.id: CALENDAR.between(date(2021, 3, 11), date(2021, 3, 11)), b.id: CALENDAR.whole}, [found], CALENDAR
    )
    assert CALENDAR.hull(left.published[b.id]) == Days(date(2021, 3, 10), date(2021, 3, 10))


def test_what_is_told_without_a_day_counts_where_it_is_the_news(report_of: Reports, times_of: Times) -> None:
    (tuesday,) = times_of("weekday 1")
    a, b = two(report_of)
    (found,) = shared_events([tells(a, tuesday), tells(b)], [], [a, b], [])
    assert found.tellings[1] == Telling(b.id)
    assert shared_events([tells(a, tuesday), tells(b, at=len(LEAD))], [], [a, b], []) == []


def test_deeds_that_may_be_two_tie_nothing(report_of: Reports, times_of: Times) -> None:
    (tuesday,), (monday,) = times_of("weekday 1"), times_of("weekday 0")
    a, b = two(report_of)
    other = tells(b, monday, patient="vance")
    assert shared_events([tells(a, tuesday), other], [], [a, b], []) == []
    nobody = tells(b, monday, patient=None)
    assert shared_events([tells(a, tuesday), tells(a, at=40, patient="vance"), nobody], [], [a, b], []) == []


def test_words_of_somebody_and_what_only_may_be_tie_nothing(
    report_of: Reports, times_of: Times, statement: Make
) -> None:
    (tuesday,) = times_of("weekday 1")
    a, b = two(report_of)
    said = statement(LEAD, b.id)
    assert shared_events([tells(a, tuesday), tells(b, tuesday, inside=said.id)], [said], [a, b], []) == []
    assert shared_events([tells(a, tuesday), tells(b, tuesday, status="possible")], [], [a, b], []) == []


KINDS = st.sampled_from(["weekday 1", "weekday 3 ahead", "days -1", "days 0", "day 03-08", "month 03", ""])


@settings(deadline=None, max_examples=60)
@given(KINDS, KINDS, st.dates(date(2021, 2, 1), date(2021, 4, 1)), st.sampled_from(["happened", "planned"]))
def test_events_never_widen_a_day_nor_leave_none(
    report_of: Reports, times_of: Times, one: str, other: str, day: date, status: str
) -> None:
    a, b = two(report_of, published=day.isoformat())
    told = [tells(r, next(iter(times_of(k)), None), status=status) for r, k in ((a, one), (b, other))]
    events: list[Happening] = shared_events(told, [], [a, b], [])
    before = {a.id: CALENDAR.between(day, day), b.id: CALENDAR.whole}
    found = solved(before, events, CALENDAR)
    assert all(found.published[key] and found.published[key] & ~days == 0 for key, days in before.items())
    assert found.clashes == ()
    assert all(not event.is_sure for event in events)
