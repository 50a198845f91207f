"""The numbers and days that some words tell."""

from __future__ import annotations

from onrecord.match.wording import sentences
from onrecord.show.numbers_told import numbers_told


def told(text: str) -> set[str]:
    return numbers_told(sentences(text))


def test_numbers_months_and_days_have_one_form() -> None:
    assert told("It was sent on Nov. 3, 2023") == told("It was sent on 3 November 2023") == {"nov", "3", "2023"}
    assert told("forty dockers came on Monday") == told("40 dockers came on Mon. 4 May") - {"4", "may"} == {"40", "mon"}


def test_the_half_of_the_day_counts() -> None:
    assert told("It shut at 5 p.m.") - told("It shut at 5 a.m.") == {"pm"}
    assert told("It shut at 5pm") >= {"5", "pm"}


def test_words_that_look_like_days_are_none() -> None:
    assert told("They may march in the sun, as they sat there") == set()
