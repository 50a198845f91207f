"""Which names the network takes for those that an expression stands for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.encoder import shipped
from onrecord.find.attributions import attributed
from onrecord.find.links import Linked, Links
from onrecord.find.reader import Reading

Make = Callable[..., Any]


def of(report_of: Make, text: str, word: str) -> tuple[dict[str, float], Linked]:
    """By label the chances of all that a text names for one of its words."""
    read = attributed(report_of(text))
    at = text.index(f" {word} ") + 1
    linked = Links(read.named, read.plain, read.reading).of((at, at + len(word)), range(len(read.named)))
    return {read.named[n].label: chance for n, chance in linked.chances.items()}, linked


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Maria Vance left Tolland Mills Ltd in Norway. Then she said that it had lost money.", "she", "Maria Vance"),
        ("Tolland Mills Ltd lost money in Norway, and Peter Roe left. Then he said so.", "he", "Peter Roe"),
    ],
)
def test_the_one_meant_is_the_likeliest(report_of: Make, text: str, word: str, who: str) -> None:
    chances, linked = of(report_of, text, word)
    assert max(chances, key=chances.__getitem__) == who
    assert linked.nobody < chances[who]


def test_a_word_far_from_all_names_has_nobody(report_of: Make) -> None:
    text = f"Maria Vance left. {'The sea was grey and the wind was cold that day. ' * 60}Then she said no."
    chances, linked = of(report_of, text, "she")
    assert chances == {}
    assert linked.nobody == 1
    assert linked.numbers(0) == [0.0] * 4


@given(st.dictionaries(st.integers(0, 9), st.floats(-20, 20), min_size=1))
def test_numbers_are_bounded(scores: dict[int, float]) -> None:
    linked = Linked(scores, dict.fromkeys(scores, 1 / len(scores)))
    assert all(-2 <= number <= 2 for n in scores for number in linked.numbers(n))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 700))
def test_an_expression_is_read_with_most_of_what_stands_before_it(at: int) -> None:
    reading = Reading("One two three. " * 200, shipped())
    start, end, scores = reading.links((at, at + 1))
    assert start <= at < end
    assert len(scores) == end - start
    assert not any(a < start <= at < b for a, b in reading.windows)
