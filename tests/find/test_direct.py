"""Direct speech as the rules alone find it: parts, cue and source."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Make = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "content", "source", "cue"),
    [
        ("“It will hold,” said Dorrit Vance.", ["It will hold"], "Dorrit Vance", "said"),
        ("“It will hold,” Dorrit Vance told the town.", ["It will hold"], "Dorrit Vance", "told"),
        ("'It will hold, it's ours,' said Dorrit Vance.", ["It will hold, it's ours"], "Dorrit Vance", "said"),
        ("''It will hold,'' said Dorrit Vance.", ["It will hold"], "Dorrit Vance", "said"),
        ("Dorrit Vance said: “It will hold.”", ["It will hold."], "Dorrit Vance", "said"),
        ("Dorrit Vance told the council, “It will hold.”", ["It will hold."], "Dorrit Vance", "told"),
        ("Asked about it, Dorrit Vance said: “It will hold.”", ["It will hold."], "Dorrit Vance", "said"),
        ("“The weir,” Dorrit Vance said, “will hold.”", ["The weir", "will hold."], "Dorrit Vance", "said"),
        ("“It will hold,” said Dorrit Vance. “Go home.”", ["It will hold", "Go home."], "Dorrit Vance", "said"),
        ("“It will hold,” Dorrit Vance, 74, said.", ["It will hold"], "Dorrit Vance, 74", "said"),
        ("“Will it hold?” asked Dorrit Vance.", ["Will it hold?"], "Dorrit Vance", "asked"),
        ("“It will hold!” Dorrit Vance shouted.", ["It will hold!"], "Dorrit Vance", "shouted"),
        (
            "“It will hold,” Dorrit Vance was quoted as saying by the Ostrell Gazette.",
            ["It will hold"],
            "Dorrit Vance",
            "was quoted as saying",
        ),
        ("“It will hold,” according to Dorrit Vance.", ["It will hold"], "Dorrit Vance", "according to"),
        (
            "“It is sound. We looked.\n\n“Nobody must go.\n\n“I slept there,” said Dorrit Vance.",
            ["It is sound. We looked.", "Nobody must go.", "I slept there"],
            "Dorrit Vance",
            "said",
        ),
        ("“It is ours,” said Dorrit Vance.\n\n“We stay.", ["It is ours", "We stay."], "Dorrit Vance", "said"),
        ("“It is ours.\n\n“We stay,” said Dorrit Vance.", ["It is ours.", "We stay"], "Dorrit Vance", "said"),
    ],
)
def test_a_direct_statement(ruled: Make, text: str, content: list[str], source: str, cue: str) -> None:
    (one,) = ruled(text)
    assert (one.content, one.source, one.cue, one.speaker) == (content, source, cue, "Dorrit Vance")


def test_a_new_cue_opens_a_new_statement(ruled: Make) -> None:
    found = ruled("“It will hold,” said Dorrit Vance. “It will fall,” said Hugo Lamm.")
    assert [(one.content, one.speaker) for one in found] == [
        (["It will hold"], "Dorrit Vance"),
        (["It will fall"], "Hugo Lamm"),
    ]


def test_a_new_cue_behind_the_first_one_opens_a_new_statement(ruled: Make) -> None:
    found = ruled('"It will hold," Dorrit Vance said, adding: "Go home." She left.')
    assert [(one.content, one.cue) for one in found] == [(["It will hold"], "said"), (["Go home."], "adding")]


def test_a_quotation_behind_indirect_speech_is_a_statement_of_its_own(ruled: Make) -> None:
    found = ruled("Dorrit Vance said the weir was old.\n\n“We looked at it twice and it was sound.”")
    assert [(one.content, one.source, one.cue) for one in found] == [
        (["the weir was old"], "Dorrit Vance", "said"),
        (["We looked at it twice and it was sound."], None, None),
    ]


def test_a_quotation_with_nobody_beside_it_has_no_speaker(ruled_in: Callable[..., Any]) -> None:
    (one,) = ruled_in("“It will hold until the spring.”").statements
    assert one.speaker is None
    assert one.speaker_why == "nobody is named beside the quotation"


def test_a_quotation_inside_a_quotation_is_part_of_it(ruled: Make) -> None:
    assert ruled("“The sign says ‘keep out’ in red,” said Dorrit Vance.")[0].content == [
        "The sign says ‘keep out’ in red"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The “wet winter” was long.",
        "They sang “The Miller’s Daughter” at the fair.",
        "The film “Weir” opened.",
        "The so-called ‘mud men’ dug.",
    ],
)
def test_names_and_scare_quotes_are_no_statements(ruled: Make, text: str) -> None:
    assert ruled(text) == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“It held,” Vance said. Lamm said: “It broke.”", ["Vance", "Lamm"]),
        ("“It held,” Vance said. But Piers Lamm told reporters: “It broke.”", ["Vance", "Piers Lamm"]),
        ("“It held,” Vance said. From the bank came a cry: “It broke.”", ["Vance", None]),
        ("“It held,” Vance said. “It will hold.”", ["Vance"]),
        ("“It held,” said Rep. Ann Vance, R-N.D. “It will hold.”", ["Rep. Ann Vance"]),
        ("“It held,” Vance said. “It will hold.”Then it broke.", ["Vance"]),
    ],
)
def test_a_second_quotation_goes_to_whom_its_own_sentence_names(
    ruled: Make, text: str, speakers: list[str | None]
) -> None:
    assert [one.source for one in ruled(text)] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "“It held,” Maria Vance said in an appearance on “Face the Weir.”",
        "“It held,” Maria Vance said on Radio Ostrell’s “Weir Talk.”",
    ],
)
def test_the_title_of_a_programme_is_not_speech(told: Callable[..., list[Any]], text: str) -> None:
    assert [one.content for one in told(text)] == [["It held"]]
