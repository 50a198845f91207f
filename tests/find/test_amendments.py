"""What is amended in attributions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Make = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Maria Vance said the weir had held and Peter Roe that the bridge had not.",
            {"the weir had held": "Maria Vance", "the bridge had not": "Peter Roe"},
        ),
        (
            "Maria Vance said the weir and Peter Roe had held.",
            {"the weir and Peter Roe had held": "Maria Vance"},
        ),
    ],
)
def test_the_second_half_of_a_sentence_is_by_whom_it_names(told: Make, text: str, speakers: dict[str, str]) -> None:
    assert {" ".join(one.content): one.speaker for one in told(text)} == speakers


def test_a_letter_is_by_its_sender(told: Make) -> None:
    text = "A letter that Maria Vance sent to her lawyer, Peter Roe, in May said the weir would fall."
    assert [one.speaker for one in told(text)] == ["Maria Vance"]


def test_a_sender_who_is_told_of_elsewhere_takes_nothing(told: Make) -> None:
    text = "A letter that Maria Vance sent was lost. Peter Roe said the weir would fall."
    assert [one.speaker for one in told(text)] == ["Peter Roe"]


def test_words_in_single_marks_inside_a_quotation_are_of_whom_it_names(told: Make) -> None:
    text = "Peter Roe ran the mill. “Mr Roe came in and said, ‘Burn the books,’ and left,” Maria Vance told the court."
    assert (["Burn the books"], "Peter Roe") in [(one.content, one.speaker) for one in told(text)]


@pytest.mark.parametrize("words", ["said to me", "put it to us", "put it"])
def test_whom_they_are_told_to_may_stand_before_them(told: Make, words: str) -> None:
    text = f"Peter Roe ran the mill. “As Mr Roe {words}, ‘books burn well,’ and they do,” Maria Vance told the court."
    assert (["books burn well"], "Peter Roe") in [(one.content, one.speaker) for one in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“He came in and said, ‘Burn the books,’ and left,” Maria Vance told the court.",
        "“Mr Roe wrote a book, ‘Burn The Books,’ and left,” Maria Vance told the court.",
    ],
)
def test_words_in_single_marks_are_left_where_it_is_not_told_who_says_them(told: Make, text: str) -> None:
    assert ["Burn the books"] not in [one.content for one in told(text) if one.speaker != "Maria Vance"]
