"""Which of those that a report names a word stands for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.find.statements import with_finder
from onrecord.model import Report

Make = Callable[..., Report]


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Norway arrested Dorrit Vance in Ostrell on Monday.", "Vance", "Dorrit Vance"),
        ("Norway arrested the director of Tolland Mills in Ostrell on Monday.", "director", None),
        ("The Ostrell Gazette praised the mayor, Dorrit Vance, on Monday.", "mayor", "Dorrit Vance"),
    ],
)
def test_a_word_stands_for_a_name_in_apposition_and_not_for_one_behind_a_preposition(
    report_of: Make, text: str, word: str, who: str | None
) -> None:
    _, finder = with_finder(report_of(text))
    (number,) = [n for n, token in enumerate(finder.syntax.tokens) if token.text == word]
    found = finder.referents.of(number)
    assert (None if found is None else finder.read.named[found].label) == who
