"""A run of words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.find.phrases import is_adverb, is_auxiliary
from onrecord.find.stretch import Stretch

Make = Callable[..., Stretch]


def test_marks_at_the_end_do_not_count(stretch_of: Make) -> None:
    assert stretch_of("The weir held.").end == 3
    assert stretch_of("...").end == 0


def test_a_word_that_is_not_there_is_empty(stretch_of: Make) -> None:
    one = stretch_of("The weir")
    assert (one.low(0), one.low(-1), one.low(2)) == ("the", "", "")


def test_a_range_of_words_as_characters(stretch_of: Make) -> None:
    assert stretch_of("The old weir").chars((1, 3)) == (4, 12)
    assert stretch_of("The old weir").chars(None) is None


def test_looking_back_over_words(stretch_of: Make) -> None:
    one = stretch_of("The mayor has also repeatedly said")
    assert one.back_over(5, is_adverb, is_auxiliary) == 1
    assert stretch_of("also said").back_over(1, is_adverb) == -1


def test_the_first_of_some_words(stretch_of: Make) -> None:
    one = stretch_of("that he said that it held")
    assert (one.first(1, 9, {"that"}), one.first(4, 9, {"that"})) == (3, None)


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("the weir has cracked", True),
        ("the weir cracked again", True),
        ("the weir holds well", True),
        ("the old weir", False),
        ("the weir of the towns", False),
    ],
)
def test_whether_a_finite_verb_stands_behind_a_word(stretch_of: Make, text: str, has: bool) -> None:
    assert stretch_of(text).has_verb(0) is has


def test_a_verb_counts_only_behind_the_word(stretch_of: Make) -> None:
    one = stretch_of("it was the old weir")
    assert (one.has_verb(0), one.has_verb(1)) == (True, False)
