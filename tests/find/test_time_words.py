import re

import pytest

from onrecord.find.time_words import COUNT, MONTH, WEEKDAY, any_of, count, sighted


@pytest.mark.parametrize(
    ("words", "number"),
    [("three", 3), ("a", 1), ("18", 18), ("twenty-five", 25), ("thirty", 30), ("a dozen", 12), ("Two", 2)],
)
def test_a_count_is_a_number(words: str, number: int) -> None:
    assert count(words) == number
    assert re.fullmatch(COUNT, words, re.IGNORECASE)


@pytest.mark.parametrize("words", ["a few", "several", "a couple of"])
def test_a_vague_count_is_none(words: str) -> None:
    assert count(words) is None


def test_months_and_weekdays_begin_with_a_capital() -> None:
    assert re.fullmatch(MONTH, "Sept.", re.IGNORECASE)
    assert not re.fullmatch(MONTH, "march", re.IGNORECASE)
    assert re.fullmatch(WEEKDAY, "FRIDAY", re.IGNORECASE)
    assert not re.fullmatch(WEEKDAY, "friday", re.IGNORECASE)


def test_the_longest_of_several_phrases_is_matched() -> None:
    found = re.match(any_of(["this", "this coming"]), "this coming May")
    assert found is not None
    assert found.group() == "this coming"


@pytest.mark.parametrize("text", ["a week", "A WEEK", "Seconds", "ſeconds", "a Day"])
def test_a_word_is_sighted_in_any_case(text: str) -> None:
    assert re.search(sighted(["week", "day", "second"]), text)


@pytest.mark.parametrize("text", ["meek", "way", "a wee", ""])
def test_no_other_word_is_sighted(text: str) -> None:
    assert not re.search(sighted(["week", "day", "second"]), text)
