from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.match.figures import figures


@pytest.mark.parametrize(
    ("text", "kind", "value", "words"),
    [
        ("The barge sank at 2:10 a.m. on Friday.", "clock", 130, "2:10 a.m."),
        ("The barge sank at about 2.40pm.", "clock", 14 * 60 + 40, "2.40pm"),
        ("The barge sank at 14:05 on Friday.", "clock", 14 * 60 + 5, "14:05"),
        ("The barge sank at about five in the morning.", "clock", 5 * 60, "five in the morning"),
        ("The barge sank at 6 o'clock in the evening.", "clock", 18 * 60, "6 o'clock in the evening"),
        ("The barge sank at noon.", "clock", 12 * 60, "noon"),
        ("The fund holds 8.9 percent of the brewery.", "percent", 8.9, "8.9 percent"),
        ("The fund holds six per cent of the brewery.", "percent", 6, "six per cent"),
        ("The crew was held for nine days in Ebb.", "length", 9 * 1440, "nine days"),
        ("The lock passed its test on Aug. 3.", "day", 803, "Aug. 3"),
        ("The lock passed its test on the 3rd of August.", "day", 803, "3rd of August"),
        ("The court fined Tarn Mills 1.2 million euros.", "money", 1_200_000, "1.2 million euros"),
        ("The court fined Tarn Mills €1.2m for it.", "money", 1_200_000, "€1.2m"),
        ("The court fined it €1,500, he said.", "money", 1_500, "€1,500"),
        ("It had 194 passengers on board.", "aboard", 194, "194 passengers"),
        ("It gave the number of passengers on board as 194.", "aboard", 194, "194"),
        ("It had 194 passengers and crew on board.", "aboard", 194, "194 passengers and crew"),
        ("Aboard were twenty-four striking miners.", "aboard", 24, "twenty-four striking miners"),
    ],
)
def test_a_figure_is_read_with_its_words(
    report_of: Callable[..., Any], text: str, kind: str, value: float, words: str
) -> None:
    assert [(one.kind, one.value, one.span.text) for one in figures(report_of(text))] == [(kind, value, words)]


@pytest.mark.parametrize(
    "text",
    [
        "It won 3-2 in May.",
        "She has 12 cats.",
        "He led 12 Marines to Ebb.",
        "In 2019, passengers slept on board.",
        "The road is 40 miles long.",
        "He left nine days ago.",
        "Sixty-four percent of the barges are old.",
        "It stood open in the morning.",
        "The flood drove two guards away.",
        "About 90 passengers were on board.",
        "The barge had coal on board, and 90 cold and hungry passengers had slept on the quay.",
    ],
)
def test_other_numbers_are_none(report_of: Callable[..., Any], text: str) -> None:
    assert list(figures(report_of(text))) == []


def test_the_clause_around_a_figure_is_kept_without_it(report_of: Callable[..., Any]) -> None:
    text = "As Ada Quill knew, the lock had passed its yearly test on Aug. 3, and nobody asked."
    (one,) = figures(report_of(text))
    assert one.clause == "the lock had passed its yearly test on"
    assert text[slice(*one.about)].strip(" ,") == "the lock had passed its yearly test on Aug. 3"


def test_a_clause_that_tells_too_little_gives_way_to_its_sentence(report_of: Callable[..., Any]) -> None:
    (one,) = figures(report_of("The barge, which sank, at 2:10 a.m., lay in the mud of Ebb."))
    assert one.clause == "The barge, which sank, at , lay in the mud of Ebb."
