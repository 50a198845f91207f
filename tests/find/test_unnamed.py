"""Speakers that a report does not name."""

from __future__ import annotations

import pytest

from onrecord.find.scene import Scene
from onrecord.find.unnamed import Unnamed
from onrecord.find.words import words

TEXT = "A spokeswoman said it held. She slept. The spokeswoman woke."
FIRST = (0, len("A spokeswoman"))
NEXT = TEXT.index("She")


def unnamed(text: str = TEXT) -> Unnamed:
    return Unnamed(Scene(text, [], [(0, len(text))]))


def test_a_pronoun_right_behind_is_the_one_who_spoke() -> None:
    known = unnamed()
    known.spoke(FIRST)
    found = known.meant_by("she", NEXT)
    assert found is not None
    assert found.unnamed == FIRST


@pytest.mark.parametrize("low", ["he", "it", "they"])
def test_another_pronoun_is_not(low: str) -> None:
    known = unnamed()
    known.spoke(FIRST)
    assert known.meant_by(low, NEXT) is None


def test_they_are_several_who_spoke_before_and_not_one() -> None:
    text = "Two officials said it held. They slept. “They said so.”"
    known = unnamed(text)
    known.spoke((0, len("Two officials")))
    assert known.meant_by("they", text.index("They slept")) is not None
    assert known.meant_by("they", text.index("They said")) is None, "inside quotation marks"
    assert known.meant_by("he", text.index("They slept")) is None


def test_whoever_asks_does_not_answer() -> None:
    known = unnamed()
    known.spoke(FIRST, asks=True)
    assert known.meant_by("she", NEXT) is None


def test_somebody_named_in_between_ends_it() -> None:
    known = unnamed()
    known.spoke(FIRST)
    known.named()
    assert known.meant_by("she", NEXT) is None


@pytest.mark.parametrize(
    ("first", "later", "same"),
    [
        ("A spokeswoman", "the spokeswoman", True),
        ("A trade official", "the official", True),
        ("An official", "the trade official", False),
        ("A trade official", "an official", False),
        ("A trade official", "the farmer", False),
        ("The spokeswoman", "the spokeswoman", False),
    ],
)
def test_a_description_says_no_more_than_the_first_words(first: str, later: str, same: bool) -> None:
    known = unnamed(f"{first} spoke.")
    known.spoke((0, len(first)))
    assert (known.described_by(words(later)) is not None) is same
