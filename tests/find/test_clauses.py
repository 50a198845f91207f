"""Indirect and mixed speech in running text, as the rules alone find it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Make = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Dorrit Vance said the weir was old.", "Dorrit Vance", "said", "the weir was old"),
        ("Dorrit Vance’s tax fraud allegations were old.", "Dorrit Vance", "allegations", "tax fraud"),
        ("She faced several bribery accusations in May.", None, "accusations", "bribery"),
        ("Dorrit Vance has also said that the weir was old.", "Dorrit Vance", "has also said", "the weir was old"),
        ("Dorrit Vance, 74, said it had cracked.", "Dorrit Vance, 74", "said", "it had cracked"),
        ("Dorrit Vance, who runs the weir, said it had cracked.", "Dorrit Vance", "said", "it had cracked"),
        (
            "Dorrit Vance, the mayor of Ostrell, said it had cracked.",
            "Dorrit Vance, the mayor of Ostrell",
            "said",
            "it had cracked",
        ),
        (
            "The weir had cracked in the night, Dorrit Vance said.",
            "Dorrit Vance",
            "said",
            "The weir had cracked in the night",
        ),
        (
            "The weir had cracked in the night, said Dorrit Vance.",
            "Dorrit Vance",
            "said",
            "The weir had cracked in the night",
        ),
        ("According to Dorrit Vance, the weir had cracked.", "Dorrit Vance", "According to", "the weir had cracked"),
        ("The weir had cracked, according to Dorrit Vance.", "Dorrit Vance", "according to", "The weir had cracked"),
        ("The Ostrell Gazette reported that it had cracked.", "The Ostrell Gazette", "reported", "it had cracked"),
        (
            "Dorrit Vance accused Tolland Mills of poisoning the river.",
            "Dorrit Vance",
            "accused",
            "poisoning the river",
        ),
        ("Tolland Mills is alleged to have poisoned it.", None, "is alleged", "to have poisoned it"),
        ("Tolland Mills was accused of poisoning it.", None, "was accused of", "poisoning it"),
        ("Tolland Mills was accused by Dorrit Vance of poisoning it.", "Dorrit Vance", "was accused", "poisoning it"),
        (
            "Tolland Mills was accused by the Ministry of Health of poisoning it.",
            "the Ministry of Health",
            "was accused",
            "poisoning it",
        ),
        ("There was a warning from Dorrit Vance that it would fall.", "Dorrit Vance", "warning", "it would fall"),
        ("Nobody heard the town’s demand of a new weir.", "the town", "demand of", "a new weir"),
        ("Dorrit Vance urged the council to rebuild it.", "Dorrit Vance", "urged", "to rebuild it"),
        ("Dorrit Vance called for a new weir.", "Dorrit Vance", "called for", "a new weir"),
        ("Dorrit Vance told reporters the weir was old.", "Dorrit Vance", "told", "the weir was old"),
        ("Dorrit Vance strongly defended the dam.", "Dorrit Vance", "defended", "the dam"),
        ("Critics say the weir is old.", "Critics", "say", "the weir is old"),
        ("They argue the weir is old.", "They", "argue", "the weir is old"),
        ("Dorrit Vance started the speech to deny that it leaked.", "Dorrit Vance", "deny", "it leaked"),
        ("Dorrit Vance walked out, claiming that it leaked.", "Dorrit Vance", "claiming", "it leaked"),
    ],
)
def test_an_attribution(ruled: Make, text: str, source: str | None, cue: str, content: str) -> None:
    (one,) = ruled(text)
    assert (one.source, one.cue, one.content) == (source, cue, [content])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dorrit Vance said it had cracked, adding that nobody was hurt.",
            [("Dorrit Vance", "said", "it had cracked"), ("Dorrit Vance", "adding", "nobody was hurt")],
        ),
        (
            "Dorrit Vance denied the charge and said the weir was safe.",
            [("Dorrit Vance", "denied", "the charge"), ("Dorrit Vance", "said", "the weir was safe")],
        ),
        (
            "Dorrit Vance said Hugo Lamm had denied that it was sinking.",
            [
                ("Dorrit Vance", "said", "Hugo Lamm had denied that it was sinking"),
                ("Hugo Lamm", "had denied", "it was sinking"),
            ],
        ),
    ],
)
def test_every_new_cue_opens_a_statement(ruled: Make, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(one.source, one.cue, one.content[0]) for one in ruled(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "I said the weir was old.",
        "We say the weir is old.",
        "They could say the weir is old.",
        "Dorrit Vance did not say the weir was old.",
        "Dorrit Vance never said that the weir was old.",
        "If Dorrit Vance says the weir is old, people will go.",
        "Did Dorrit Vance say the weir was old?",
        "Nobody said the weir was old.",
        "Dorrit Vance declined to comment.",
        "Dorrit Vance said so.",
        "The claims were old.",
        "The so-called “wet winter” cost the town nine houses.",
        "Dorrit Vance walked along the river and counted the cracks.",
    ],
)
def test_no_statement(ruled: Make, text: str) -> None:
    assert ruled(text) == []


def test_words_picked_out_and_quoted_belong_to_what_is_said(ruled: Make, ruled_in: Callable[..., Any]) -> None:
    text = "Dorrit Vance said the weir was “a ruin” and would be rebuilt."
    assert ruled(text)[0].content == ["the weir was “a ruin” and would be rebuilt"]
    assert [one.form for one in ruled_in(text).statements] == ["mixed"]


def test_what_is_said_on_both_sides_of_its_cue_is_one_statement(ruled: Make) -> None:
    (one,) = ruled("The weir had cracked in the night, Dorrit Vance said, and nobody was hurt.")
    assert one.content == ["The weir had cracked in the night", "and nobody was hurt"]


def test_what_somebody_says_of_himself_in_a_quotation_is_no_second_statement(ruled: Make) -> None:
    assert len(ruled("“I want to stress that the weir is safe,” said Dorrit Vance.")) == 1


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Maria Vance vowed not to resign.", "not to resign"),
        ("Maria Vance pledged never to sell the weir.", "never to sell the weir"),
        ("Maria Vance accused Peter Roe of theft.", "theft"),
    ],
)
def test_what_is_said_keeps_its_negation_and_may_be_one_word(ruled: Make, text: str, content: str) -> None:
    (one,) = ruled(text)
    assert one.content == [content]


@pytest.mark.parametrize("text", ["Roe denied saying that Vance stole.", "Vance denied that he had told Roe to lie."])
def test_what_is_denied_to_have_been_said_was_not_said(ruled: Make, text: str) -> None:
    (one,) = ruled(text)
    assert one.cue == "denied"


def test_asking_not_to_be_named_demands_nothing(ruled: Make) -> None:
    (one,) = ruled("A source who asked not to be named said the mayor took the money.")
    assert (one.source, one.content) == ("A source", ["the mayor took the money"])


@pytest.mark.parametrize("text", ["It was a paint called Red Dawn.", "Asked who had called, he shook his head."])
def test_a_name_that_something_bears_is_no_statement(ruled: Make, text: str) -> None:
    assert ruled(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Maria Vance said hardly anyone was hurt.", "hardly anyone was hurt"),
        ("Maria Vance said nearly half of them had left.", "nearly half of them had left"),
        ("Maria Vance said the weir will hold – if the town pays.", "the weir will hold – if the town pays"),
        ("Maria Vance said the weir – the old one – should go.", "the weir – the old one – should go"),
        ("Maria Vance said the weir was old – it dates from 1902.", "the weir was old"),
    ],
)
def test_what_measures_or_limits_the_words_said_stays_with_them(ruled: Make, text: str, content: str) -> None:
    (one,) = ruled(text)
    assert one.content == [content]


def test_a_comma_inside_the_mark_ends_what_is_said_too(ruled: Make) -> None:
    (one,) = ruled("The weir “is old and had leaked,” Maria Vance said.")
    assert (one.source, one.cue) == ("Maria Vance", "said")
