"""Which statements are the news of a report, and of which day."""

from collections.abc import Callable

import pytest

from onrecord.find.times import times
from onrecord.match.news import News
from onrecord.model import Report, Span, Statement

Make = Callable[..., Statement]
Report_ = Callable[..., Report]

HEAD = "Mill admits the leak\n\n"
LEAD = (
    "Tolland Mills has offered on Tuesday to pay for the weir, which broke and flooded the lower town of Ostrell; two "
    "hundred people had to leave their houses.\n"
)


def news(report: Report, *statements: Statement) -> News:
    return News(report, statements, tuple(times(report.id, report.text, 0, len(report.text))), {"vance"})


def said(statement: Make, text: str, cue: str, source: str = "", **known: object) -> Statement:
    spans = {"source": span(text, source) if source else None, "cue": span(text, cue)}
    return statement("it held", **{**spans, **known})


def span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span("r1", at, at + len(words), words)


@pytest.mark.parametrize(
    ("words", "source", "is_news"),
    [
        ("The mayor said it held.", "The mayor", True),
        ("A friend of the mayor said it held.", "A friend of the mayor", False),
        ("A spokeswoman said it held.", "A spokeswoman", True),
        ("Ostrell's council said it held.", "Ostrell's council", True),
        ("deputy Ida Brandt said it held.", "deputy Ida Brandt", True),
        ("Divers said it held.", "Divers", False),
    ],
)
def test_whoever_is_known_tells_news(
    report_of: Report_, statement: Make, words: str, source: str, is_news: bool
) -> None:
    one = said(statement, words, "said", source, speaker=None)
    assert news(report_of(words), one).holds(one) is is_news


def test_the_friend_is_as_vague_as_a_friend_of_somebody(report_of: Report_, statement: Make) -> None:
    words = "A friend of the mayor said it held. The friend added that it was old."
    first = said(statement, words, "said", "A friend of the mayor", speaker=None)
    second = said(statement, words, "added", "The friend", speaker=None)
    assert not news(report_of(words), first, second).holds(second)


@pytest.mark.parametrize(("cue", "is_news"), [("said", True), ("had said", False), ("reported", False)])
def test_only_the_plain_past_is_news_and_no_report_of_another_outlet(
    report_of: Report_, statement: Make, cue: str, is_news: bool
) -> None:
    words = f"The mayor {cue} it held."
    one = said(statement, words, cue, "The mayor")
    assert news(report_of(words), one).holds(one) is is_news


def test_the_headline_and_the_perfect_of_the_first_paragraph_are_news(report_of: Report_, statement: Make) -> None:
    text = HEAD + LEAD + "The mayor has told nobody."
    made = report_of(text, headline=Span("r1", 0, len(HEAD.strip()), HEAD.strip()))
    admits, offered, told = (said(statement, text, cue) for cue in ("admits", "has offered", "has told"))
    own = news(made, admits, offered, told)
    assert [own.holds(one) for one in (admits, offered, told)] == [True, True, False]
    assert own.day is not None
    assert own.day_of(admits) == own.day


def test_a_writer_who_says_i_tells_news_in_the_first_paragraphs_alone(report_of: Report_, statement: Make) -> None:
    text = LEAD + "The mayor said it held.\nI doubt it. The council replied that it fell. It told me so."
    near, far = said(statement, text, "said", "The mayor"), said(statement, text, "replied", "The council")
    own = news(report_of(text), near, far)
    assert own.is_comment
    assert (own.holds(near), own.holds(far)) == (True, False)
    assert not news(report_of(LEAD + "“I saw it. It hit me,” she said.")).is_comment


def test_what_follows_in_a_paragraph_is_of_the_day_told_in_it(report_of: Report_, statement: Make) -> None:
    text = LEAD + "The mayor said on Thursday that it held. The council replied that it fell.\nThe mill added a word."
    thursday = said(statement, text, "said", "The mayor", when=span(text, "on Thursday"))
    same, other = said(statement, text, "replied", "The council"), said(statement, text, "added", "The mill")
    own = news(report_of(text), thursday, same, other)
    days = [day.text if (day := own.day_of(one)) else None for one in (same, other)]
    assert days == ["on Thursday", "on Tuesday"]


def test_two_days_in_the_first_paragraph_are_none(report_of: Report_) -> None:
    assert news(report_of(LEAD.replace("; two", "; on Sunday two"))).day is None


@pytest.mark.parametrize(
    ("told", "is_day"),
    [
        ("Ann Hale, the mayor of Ostrell, asked on Tuesday for a new weir", True),
        ("Ann Hale, who has run the town since the flood, asked on Tuesday for a new weir", True),
        ("Ann Hale warned the mills as talks opened on Tuesday in the hall", True),
        ("Ann Hale, whose brother drowned on Tuesday, asked for a new weir", False),
        ("Ann Hale asked for a new weir after the old one broke on Tuesday", False),
        ("Ann Hale said that the old weir broke on Tuesday in the storm", False),
        ("Ann Hale asked for a new weir. Her brother died on Tuesday", False),
    ],
)
def test_a_day_told_in_passing_is_not_that_of_the_news(report_of: Report_, told: str, is_day: bool) -> None:
    day = news(
        report_of(f"{told}, and two hundred people of the lower town came to the hall to hear what she had.\n")
    ).day
    assert (day is not None) is is_day
