"""Times as the words of a report tell them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.find.times import times


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
