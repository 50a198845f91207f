"""Days that several reports call by the same name."""

from __future__ import annotations

from onrecord.match.named_days import named_days
from onrecord.model import Time


def time(report: str, text: str, kind: str, value: str, **known: bool) -> Time:
    return Time(report, 0, len(text), text, kind, value, known.get("ahead", False), known.get("past", False))  # type: ignore[arg-type]


def test_a_day_of_a_month_is_one_day_in_all_reports_with_or_without_its_year() -> None:
    times = {
        "a": [time("a", "December 12, 2017", "date", "2017-12-12")],
        "b": [time("b", "on 12 December", "day", "12-12"), time("b", "on 3 May", "day", "05-03", past=True)],
        "c": [time("c", "on Tuesday", "weekday", "1")],
    }
    (one,) = named_days(times)
    assert one.what == "“December 12, 2017”"
    assert [(told.report, told.is_open) for told in one.tellings] == [("a", False), ("b", True)]
    assert not one.is_sure


def test_what_one_report_alone_tells_ties_nothing() -> None:
    assert named_days({"a": [time("a", "on 3 May", "day", "05-03")], "b": []}) == []
