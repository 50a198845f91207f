"""Noun phrases beside a reporting word."""

import pytest

from onrecord.find.phrases import (
    is_adverb,
    is_auxiliary,
    is_finite_at,
    is_pronoun,
    is_time,
    main_subject,
    phrase_ending,
    phrase_from,
    subject_before,
)
from onrecord.find.words import words


def part(text: str, found: tuple[int, int] | None) -> str | None:
    cut = words(text)
    return text[cut[found[0]].start : cut[found[1] - 1].end] if found else None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Dorrit Vance said", "Dorrit Vance"),
        ("Later the old mayor also said", "the old mayor"),
        ("Dorrit Vance, 74, said", "Dorrit Vance, 74"),
        ("Dorrit Vance, the mayor of Ostrell, said", "Dorrit Vance, the mayor of Ostrell"),
        ("Dorrit Vance, who runs the weir, said", "Dorrit Vance"),
        ("Dorrit Vance, speaking at noon, said", "Dorrit Vance"),
        ("Dorrit Vance on Monday said", "Dorrit Vance"),
        ("Mr. Vance said", "Mr. Vance"),
        ("a spokesman for Tolland Mills said", "a spokesman for Tolland Mills"),
        ("the town’s mayor said", "the town’s mayor"),
        ("Vance (Farmers) said", "Vance (Farmers)"),
        ("she has said", "she"),
        ("said", None),
        ("in the said", None),
        ("The WHO said", "The WHO"),
        ("On Friday the WHO said", "the WHO"),
    ],
)
def test_the_subject_before_a_verb(text: str, subject: str | None) -> None:
    assert part(text, subject_before(words(text), len(words(text)) - 1)) == subject


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Dorrit Vance.", "Dorrit Vance"),
        ("Dorrit Vance, 74, of the weir", "Dorrit Vance, 74"),
        ("Dorrit Vance, the mayor.", "Dorrit Vance, the mayor"),
        ("Dorrit Vance, and left", "Dorrit Vance"),
        ("Dorrit Vance on Monday", "Dorrit Vance"),
        ("the head of the mill.", "the head of the mill"),
        ("she added", "she"),
        (", she", None),
    ],
)
def test_the_phrase_that_begins_at_a_word(text: str, phrase: str | None) -> None:
    assert part(text, phrase_from(words(text), 0, len(words(text)))) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [("met the mill’s old owner", "the mill’s old owner"), ("and it", "it"), ("the", None), ("Vance’s", None)],
)
def test_the_phrase_that_ends_before_a_word(text: str, phrase: str | None) -> None:
    assert part(text, phrase_ending(words(text), len(words(text)))) == phrase


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The mayor visited the weir, claiming", "The mayor"),
        ("On Monday, the mayor visited it, claiming", "the mayor"),
        ("After the flood, Dorrit Vance visited it, claiming", "Dorrit Vance"),
        ("But she visited it, claiming", "she"),
        ("Last week, the mayor visited it, claiming", "the mayor"),
    ],
)
def test_the_subject_of_the_sentence(text: str, subject: str) -> None:
    assert part(text, main_subject(words(text), len(words(text)) - 1)) == subject


def test_closed_classes() -> None:
    assert [is_adverb(w) for w in words("also repeatedly Lily fly")] == [True, True, False, False]
    assert [is_auxiliary(w) for w in words("has won’t May Will")] == [True, True, False, False]
    assert [is_time(w) for w in words("Monday yesterday December may march weir")] == [True] * 3 + [False] * 3
    assert [is_pronoun(w) for w in words("she US us")] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("was there", True),
        ("quickly resigned", True),
        (", reportedly, said", False),
        (", said", True),
        ("supporters were there", False),
        ("Said", True),
        ("", False),
    ],
)
def test_a_finite_verb_stands_at_a_word(text: str, holds: bool) -> None:
    assert is_finite_at(words(text), 0) is holds
