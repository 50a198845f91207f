"""The words for the parties to a deed, by their place in its clause."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.find.deed_words import DeedWords
from onrecord.find.reader import Reading
from onrecord.find.syntax import syntax

Read = Callable[[str], Reading]
Side = Callable[[str, str], list[str]]


@pytest.fixture
def doers(reading_of: Read) -> Side:
    return lambda text, word: _words(reading_of(text), word, "doers")


@pytest.fixture
def undergoers(reading_of: Read) -> Side:
    return lambda text, word: _words(reading_of(text), word, "undergoers")


def _words(reading: Reading, word: str, side: str) -> list[str]:
    read = syntax(reading)
    (number,) = [n for n, token in enumerate(read.tokens) if token.text == word]
    found = getattr(DeedWords(read), side)(number, is_noun=read.tokens[number].tag in ("NOUN", "PROPN"))
    return [read.tokens[n].text for n in found]


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("The regulator closed the mill on Monday.", "closed", "regulator"),
        ("The mill was closed by the regulator on Monday.", "closed", "regulator"),
        ("The regulator inspected the mill and closed it.", "closed", "regulator"),
        ("The regulator, which closed the mill, gave no reason.", "closed", "regulator"),
        ("The regulator decided to close the mill.", "close", "regulator"),
        ("The minister ordered the regulator to close the mill.", "close", "regulator"),
        ("Soldiers launched an attack on the mill.", "attack", "Soldiers"),
    ],
)
def test_who_does_it_is_the_subject_of_its_verb(doers: Side, text: str, word: str, who: str) -> None:
    assert doers(text, word)[0] == who


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("The guards beat the miners on Monday.", "beat", "miners"),
        ("The miners were beaten on Monday.", "beaten", "miners"),
        ("The miners were questioned and beaten on Monday.", "beaten", "miners"),
        ("The minister met with the miners on Monday.", "met", "miners"),
        ("The minister gave an interview to the gazette.", "interview", "gazette"),
        ("Norway arrested the director of the mill on Monday.", "arrested", "director"),
    ],
)
def test_whom_it_is_done_to_is_the_object_or_the_subject_of_a_passive(
    undergoers: Side, text: str, word: str, who: str
) -> None:
    assert undergoers(text, word)[0] == who


def test_the_subject_of_a_passive_does_not_do_it(doers: Side) -> None:
    assert doers("The miners were beaten on Monday.", "beaten") == []


def test_a_relative_pronoun_stands_for_the_noun_before_it(doers: Side) -> None:
    assert doers("Police held the captain of a ferry that struck the pier.", "struck") == ["ferry"]
