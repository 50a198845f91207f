"""Words that one speaker is told to have said in two reports."""

from collections.abc import Callable

import pytest

from onrecord.find.times import times
from onrecord.match.news import news_of
from onrecord.match.retold import retold
from onrecord.model import Findings, Report, Span, Statement

Make = Callable[..., Statement]


def told(
    report_of: Callable[..., Report],
    statement: Make,
    ours: str,
    theirs: str,
    *,
    dated: tuple[bool, bool] = (False, True),
    days: tuple[str, str] = ("on Friday", "a week ago"),
    persons: frozenset[str] = frozenset({"vance"}),
) -> list[list[str | None]]:
    """The times by which two reports tell one saying; in each its speaker is said to have spoken on a day."""
    reports, statements, found = [], [], []
    for words, day, is_dated in zip((ours, theirs), days, dated, strict=True):
        text = f"“{words},” Vance said {day}."
        made = report_of(text, published="2021-03-12" if is_dated else None)
        cue, when = (Span(made.id, text.index(one), text.index(one) + len(one), one) for one in ("said", day))
        reports.append(made)
        statements.append(statement(words, report=made.id, at=1, cue=cue, when=when))
        found.append(
            Findings(report=made.id, entities=(), statements=(), times=tuple(times(made.id, text, 0, len(text))))
        )
    news = news_of(reports, found, statements, {"vance"})
    happenings = retold(reports, found, statements, news, persons)
    return [[one.time.text if one.time else None for one in happening.tellings] for happening in happenings]


def test_one_saying_in_other_words_ties_an_undated_report(report_of: Callable[..., Report], statement: Make) -> None:
    pairs = told(report_of, statement, "We were late and the town paid for it", "We were slow, the town has paid")
    assert pairs == [["on Friday", "a week ago"]]


@pytest.mark.parametrize("theirs", ["The mill will be sold in spring", "The town is quiet now at last"])
def test_a_word_in_common_is_too_little(report_of: Callable[..., Report], statement: Make, theirs: str) -> None:
    assert told(report_of, statement, "We were late and the town paid for it", theirs) == []


def test_reports_that_have_dates_are_left_alone(report_of: Callable[..., Report], statement: Make) -> None:
    ours, theirs = "We were late and the town paid for it", "We were slow, the town has paid"
    assert told(report_of, statement, ours, theirs, dated=(True, True)) == []


@pytest.mark.parametrize(
    ("days", "pairs"),
    [
        (("on Friday", "on Friday"), [["on Friday", "on Friday"]]),
        (("on Friday", "on Thursday"), []),
        (("on Friday", "a week ago"), []),
    ],
)
def test_a_body_is_told_of_one_saying_where_both_name_one_weekday(
    report_of: Callable[..., Report], statement: Make, days: tuple[str, str], pairs: list[list[str]]
) -> None:
    ours, theirs = "We were late and the town paid for it", "We were slow, the town has paid"
    assert told(report_of, statement, ours, theirs, days=days, persons=frozenset()) == pairs
