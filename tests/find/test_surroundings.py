"""The words around names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.find.attributions import attributed
from onrecord.find.surroundings import Surroundings, alike, is_small, state_of, titled
from onrecord.find.words import words

Make = Callable[..., Any]


def around(report_of: Make, text: str, label: str) -> tuple[frozenset[str], frozenset[str]]:
    read = attributed(report_of(text))
    (n,) = [n for n, one in enumerate(read.named) if one.label == label]
    return Surroundings(text, read.named, read.sentences).of(n)


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Then Ostrell surgeon Maria Vance slept.", {"ostrell", "surgeon"}),
        ("Then Maria Vance, a retired surgeon, slept.", {"retired", "surgeon"}),
        ("Then Maria Vance is a French surgeon.", {"france", "surgeon"}),
        ("Then Sen. Maria Vance (D-Vt.) slept.", {"senator", "democratic", "vermont"}),
        ("Then Maria Vance of Ostrell slept.", {"ostrell"}),
    ],
)
def test_titles_and_appositions_stand_beside_a_name(report_of: Make, text: str, beside: set[str]) -> None:
    assert beside <= around(report_of, text, "Maria Vance")[0]


def test_what_is_said_of_others_stands_near_at_most(report_of: Make) -> None:
    beside, near = around(report_of, "Then Maria Vance met the surgeon at noon.", "Maria Vance")
    assert "surgeon" not in beside
    assert {"surgeon", "noon"} <= near


def test_another_sentence_is_not_near(report_of: Make) -> None:
    assert "surgeon" not in around(report_of, "Then Maria Vance slept. The surgeon left.", "Maria Vance")[1]


@pytest.mark.parametrize(
    ("word", "same"),
    [("Sen", {"senator"}), ("mayors", {"mayor"}), ("French", {"france"}), ("GOP", {"republican"}), ("boss", {"boss"})],
)
def test_words_are_made_alike(word: str, same: set[str]) -> None:
    (found,) = words(word)
    assert alike(found) == same


def test_small_words_say_nothing() -> None:
    assert [is_small(word) for word in words("the mayor of it")] == [True, False, True, True]


@pytest.mark.parametrize(("written", "state"), [("N.H.", "New Hampshire"), ("Texas", "Texas"), (" . ", None)])
def test_the_state_that_is_meant(written: str, state: str | None) -> None:
    assert state_of(written) == state


def test_a_title_ends_at_a_small_word(report_of: Make) -> None:
    text = "He slept, and with Ostrell surgeon Maria Vance left."
    names = {one.label: one.names[0] for one in attributed(report_of(text)).named}
    assert titled(text, names["Maria Vance"]) == ["Ostrell", "surgeon"]
