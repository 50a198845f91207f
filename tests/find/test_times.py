"""Times as the words of a report tell them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.find.times import Telling, expressions, times


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vance spoke on Monday in the rain", [("on Monday", "weekday", "0", False)]),
        ("Vance spoke on 15 January 2021 at noon", [("on 15 January 2021", "date", "2021-01-15", False)]),
        ("Vance spoke on January 15, 2021 at noon", [("on January 15, 2021", "date", "2021-01-15", False)]),
        ("Vance spoke on 15 January at noon", [("on 15 January", "day", "01-15", False)]),
        ("Vance spoke on Jan. 15 at noon", [("on Jan. 15", "day", "01-15", False)]),
        ("Vance spoke yesterday at noon", [("yesterday", "days", "-1", False)]),
        ("Vance speaks tomorrow at noon", [("tomorrow", "days", "1", True)]),
        ("Vance spoke two months ago", [("two months ago", "months", "-2", False)]),
        ("Vance spoke last week", [("last week", "weeks", "-1", False)]),
        ("Vance spoke in 2019", [("in 2019", "date", "2019", False)]),
        (
            "Vance spoke yesterday and on Monday",
            [("yesterday", "days", "-1", False), ("on Monday", "weekday", "0", False)],
        ),
        ("Vance must act by Friday", []),
        ("Vance may march", []),
        ("Vance spoke", []),
        ("", []),
    ],
)
def test_the_times_in_some_words(text: str, found: list[tuple[str, str, str, bool]]) -> None:
    assert [(one.text, one.kind, one.value, one.ahead) for one in times("r", text, 0, len(text))] == found


def test_a_stretch_that_is_asked_for_twice_is_read_once_and_no_other_in_its_place() -> None:
    text = "Vance spoke on Monday. She left for two days."
    telling = Telling("r", text)
    assert telling.expressions(0, len(text)) is telling.expressions(0, len(text))
    assert telling.expressions(0, len(text)) == expressions("r", text, 0, len(text))
    assert telling.times(0, len(text)) == times("r", text, 0, len(text)) != []
    assert telling.times(23, len(text)) == []


def test_two_times_told_as_one_are_one_with_its_weekday() -> None:
    text = "It closed on Tuesday, 15 January 2019, and opens tomorrow, Thursday."
    found = [(one.text, one.value, one.weekday) for one in times("r", text, 0, len(text))]
    assert found == [("on Tuesday, 15 January 2019", "2019-01-15", 1), ("tomorrow, Thursday", "1", 3)]


def test_two_times_with_words_between_are_two() -> None:
    text = "It closed on Tuesday and on 15 January."
    assert [one.weekday for one in times("r", text, 0, len(text))] == [None, None]


def test_the_tense_of_the_clause_is_told() -> None:
    text = "The mill closed on 1 March. It will open on 2 May."
    assert [(one.past, one.ahead) for one in times("r", text, 0, len(text))] == [(True, False), (False, True)]


def test_lengths_and_times_that_count_from_elsewhere_are_no_times() -> None:
    text = "For three years, in recent weeks and two days earlier they waited."
    assert times("r", text, 0, len(text)) == []
    assert len(expressions("r", text, 0, len(text))) == 3


@given(st.lists(st.sampled_from(["on Monday", "1 May", "2019", "in ", ", ", "May ", "the ", "weeks", " ago", "two "])))
def test_expressions_never_overlap_and_are_exact(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = expressions("r", text, 0, len(text))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[one.start : one.end] == one.text for one in found)


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "On Monday Roe slept. Vance spoke on Tuesday."
    (one,) = times("r", text, 21, len(text))
    assert text[one.start : one.end] == one.text == "on Tuesday"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Maria Vance said on Monday that the weir had held.", "on Monday"),
        ("Maria Vance said yesterday that the weir had held.", "yesterday"),
        ("Maria Vance said the weir had held on Monday.", None),
        ("Maria Vance said the weir had held.", None),
    ],
)
def test_the_time_beside_a_statement_is_outside_of_what_is_said(
    found_in: Callable[..., Any], text: str, when: str | None
) -> None:
    (one,) = found_in(text).statements
    assert (one.when.text if one.when else None) == when
