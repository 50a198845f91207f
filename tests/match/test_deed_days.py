"""On which days a deed was, as its mentions tell."""

from __future__ import annotations

from typing import Any

import msgspec

from onrecord.days import Days, days_of
from onrecord.match.deed_days import Moment, agreed, moment_of
from onrecord.model import EventMention, Span, Statement, Time, Told

TIME = Time("r", 90, 95, "then", "weekday", "3", False)
SAID = Statement(
    id="s",
    report="r",
    content=(Span("r", 50, 60, "the mill"),),
    form="indirect",
    source=None,
    cue=None,
    speaker=None,
    speaker_why=None,
    act="assert",
    mode="said",
    confidence=1.0,
)


def told(when: Time | None, **known: Any) -> Told:
    fields: dict[str, Any] = {
        "status": "happened",
        "agent": None,
        "patient": None,
        "place": None,
        "inside": None,
        **known,
    }
    return Told(
        mention=EventMention("r", 0, 10, "the arrest", (4, 10)),
        lemma="arrest",
        type="COERCE",
        when=when,
        confidence=0.9,
        **fields,
    )


def days(edtf: str) -> Days:
    known = days_of(edtf)
    assert known is not None
    return known


def moment(edtf: str, kind: Any = "weekday", value: str = "3") -> Moment:
    return moment_of(told(msgspec.structs.replace(TIME, kind=kind, value=value)), days(edtf))


def test_a_weekday_means_one_day_in_a_report_of_few_days() -> None:
    found = agreed([moment("2021-03-12/2021-03-15")])  # the report appeared between a Friday and a Monday
    assert found is not None
    assert found.date == "2021-03-11"


def test_mentions_of_one_deed_cut_each_others_days() -> None:
    either = moment("2021-03-12/2021-03-20")  # one Thursday or the next
    last_week = moment("2021-03-16", "weeks", "-1")
    found = agreed([either, last_week])
    assert found is not None
    assert found.date == "2021-03-11"
    assert agreed([either]) != found


def test_mentions_that_contradict_each_other_leave_the_narrowest() -> None:
    found = agreed([moment("2021-03-12"), moment("2021-03-25", "weeks", "-1")])
    assert found is not None
    assert found.date == "2021-03-11"


def test_a_weekday_in_a_report_of_an_unknown_month_means_no_day() -> None:
    assert agreed([moment("2021-03-01/2021-06-30")]) is None


def test_a_hearing_was_when_it_was_told_what_was_said_at_it() -> None:
    said = msgspec.structs.replace(SAID, said_on="2021-03-11")
    found = agreed([moment_of(told(None), days("2021-03-12"), said)])
    assert found is not None
    assert found.date == "2021-03-11"
    assert agreed([moment_of(told(None, status="planned"), days("2021-03-12"), said)]) is None
    assert agreed([moment_of(told(None), None, msgspec.structs.replace(SAID, said_on="2021-03"))]) is None


def test_words_beside_a_mention_go_before_the_statement_of_another() -> None:
    said = msgspec.structs.replace(SAID, said_on="2021-03-02")
    found = agreed([moment_of(told(None), None, said), moment("2021-03-12")])
    assert found is not None
    assert found.date == "2021-03-11"


def test_what_is_counted_may_lie_a_unit_from_the_count() -> None:
    two_months_ago = moment("2021-03-15", "months", "-2")
    assert two_months_ago.hull == days("2021-01")
    assert two_months_ago.reach is not None
    assert two_months_ago.reach.first < days("2020-12-15").first
    assert two_months_ago.reach.last > days("2021-02-20").last
    last_month = moment("2021-03-15", "months", "-1")
    assert last_month.reach == last_month.hull == days("2021-02")
