"""Each form of time, and what looks like it and is none."""

from __future__ import annotations

import pytest

from onrecord.find.times import expressions

READ = [
    ("on Tuesday", "weekday", "1", "when"),
    ("on Tuesday night", "weekday", "1", "when"),
    ("late on Sunday", "weekday", "6", "when"),
    ("yesterday", "days", "-1", "when"),
    ("the day before yesterday", "days", "-2", "when"),
    ("this morning", "days", "0", "when"),
    ("last night", "days", "-1", "when"),
    ("tomorrow", "days", "1", "when"),
    ("earlier this month", "months", "0", "when"),
    ("next month", "months", "1", "when"),
    ("last December", "month", "12", "when"),
    ("in December", "month", "12", "when"),
    ("in early May", "month", "05", "when"),
    ("Earlier in April", "this month", "04", "when"),
    ("two months ago", "months", "-2", "when"),
    ("five years ago", "years", "-5", "when"),
    ("a week ago", "weeks", "-1", "when"),
    ("last year", "years", "-1", "when"),
    ("late last year", "years", "-1", "when"),
    ("this week", "weeks", "0", "when"),
    ("over the weekend", "weekend", "0", "when"),
    ("last weekend", "weekend", "-1", "when"),
    ("in recent weeks", "vague", "0 weeks", "when"),
    ("a few days ago", "vague", "-X days", "when"),
    ("more than two years ago", "vague", "-2 years", "when"),
    ("on 15 January", "day", "01-15", "when"),
    ("the 15th of January", "day", "01-15", "when"),
    ("December 1", "day", "12-01", "when"),
    ("Jan. 15", "day", "01-15", "when"),
    ("on 3-5 March", "day", "03-03/03-05", "when"),
    ("on 15 January 2021", "date", "2021-01-15", "when"),
    ("January 15, 2021", "date", "2021-01-15", "when"),
    ("on 2021-01-15", "date", "2021-01-15", "when"),
    ("15/01/2021", "date", "2021-01-15", "when"),
    ("in May 2008", "date", "2008-05", "when"),
    ("in 2015", "date", "2015", "when"),
    ("in the 1990s", "date", "1990/1999", "when"),
    ("2009-2011", "date", "2009/2011", "when"),
    ("the first quarter of 2012", "date", "2012-01/2012-03", "when"),
    ("Q3 2012", "date", "2012-07/2012-09", "when"),
    ("the second quarter", "quarter", "2", "when"),
    ("in the spring of 2012", "season", "2012-SP", "when"),
    ("last summer", "season", "SU", "when"),
    ("three years", "duration", "P3Y", "when"),
    ("the next four years", "duration", "P4Y", "when"),
    ("two decades", "duration", "P20Y", "when"),
    ("48 hours", "duration", "PT48H", "when"),
    ("two days earlier", "anchored", "-2 days", "when"),
    ("a few days earlier", "anchored", "-X days", "when"),
    ("a few days later", "anchored", "X days", "when"),
    ("the following day", "anchored", "1 days", "when"),
]


@pytest.mark.parametrize(("words", "kind", "value", "use"), READ, ids=[one[0] for one in READ])
def test_a_form_is_read_to_its_last_character(words: str, kind: str, value: str, use: str) -> None:
    text = f"It was so {words}, they heard."
    found = [(one.text, one.kind, one.value, one.use) for one in expressions("r", text, 0, len(text))]
    assert found == [(words, kind, value, use)]


@pytest.mark.parametrize(
    "text",
    [
        "They may march.",
        "The March on Lindow drew crowds.",
        "Mrs May spoke.",
        "On Super Tuesday all voted.",
        "It rose to 31 June.",
        "It fell on 03/04/2019.",
        "The town has 2,016 houses and £2015.",
        "The mill is 150 years old and a 44-year-old runs it.",
        "He reads Vantown Today daily.",
        "Prices rose 2015%.",
        "They won the second half.",
        "A second boat came.",
        "",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    found = expressions("r", text, 0, len(text))
    assert [one.text for one in found if one.kind != "duration"] == []


@pytest.mark.parametrize(
    ("text", "words", "use"),
    [
        ("Lamm told the court on Monday.", "on Monday", "when"),
        ("Lamm hailed the vote on Monday.", "on Monday", "thing"),
        ("We saw it all. Hugo Lamm (@lamm) May 20", "May 20", "post"),
        ("He must go by Friday.", "Friday", "limit"),
        ("It has been shut since 3 March.", "3 March", "limit"),
        ("It runs until 2018.", "2018", "limit"),
        ("It was built between 2014 and 2016.", "2014", "limit"),
        ("They await Friday’s vote.", "Friday", "thing"),
        ("After the December arrest nobody spoke.", "December", "thing"),
        ("They lost the 2009 election.", "2009", "thing"),
        ("He won the June 7 vote.", "June 7", "thing"),
    ],
)
def test_a_limit_and_the_time_of_a_thing_are_told_from_when_something_is(text: str, words: str, use: str) -> None:
    found = expressions("r", text, 0, len(text))[0]
    assert (found.text, found.use) == (words, use)
