"""Whose words those of reports and polls are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Make = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # nobody is told to have written it: open where somebody may have, else its own
        ("The report said it had held.", [None]),
        ("A report said it had held. The report said it had leaked.", ["A report", "A report"]),
        ("A report said it had held. It said the weir had leaked.", ["A report", "A report"]),
        # by a body
        (
            "A Tolland Mills Ltd report said it had held. The report said it had leaked.",
            ["Tolland Mills Ltd", "Tolland Mills Ltd"],
        ),
        ("Tolland Mills Ltd came. Its latest report said it had held.", ["Tolland Mills Ltd"]),
        ("The latest Ostrell Times article said it had held.", ["Ostrell Times"]),
        ("A report by the independent Ostrell Council said it had held.", ["Ostrell Council"]),
        ("Dutch media reports said it had held.", ["Dutch media reports"]),
        ("The Ostrell High Court met. The weir had held, according to court documents.", ["court documents"]),
        ("The Ostrell Post came. A Tarn Post/Roe poll said it had held.", ["A Tarn Post/Roe poll"]),
        ("Radio Tarn’s Peter Will said it had held.", ["Peter Will"]),
        # by whoever was told to have written it
        ("Maria Vance filed a long suit in Ostrell. The suit says it had held.", ["Maria Vance"]),
        ("Maria Vance slept in a suit in Ostrell. The suit says it had held.", [None]),
        (
            "“It had held,” Maria Vance said in a letter on Monday. The letter said it was old.",
            ["Maria Vance", "Maria Vance"],
        ),
        (
            "A report on weirs, issued on Monday by Tolland Mills Ltd, came. The report said it had held.",
            ["Tolland Mills Ltd"],
        ),
        ("A study on weirs, released on Monday by the Ostrell Council, said it had held.", ["Ostrell Council"]),
        ("Roe sent a document from the Ostrell Council on weirs. The document said it had held.", ["Ostrell Council"]),
        ("An analysis by the Ostrell Council came. The report said it had held.", ["Ostrell Council"]),
        ("An analysis by the Ostrell Council and a study by Roe Works Ltd came. The report said it had held.", [None]),
        ("Mayor Roe gave Tolland Mills Ltd a report. The report said it had held.", [None]),
        (
            "A letter from the Ostrell Council said it had held. The document said it was old. It said it leaked.",
            ["Ostrell Council"] * 3,
        ),
        (
            "A letter from the Ostrell Council said it had held. Tolland Mills Ltd came. It noted the weir had leaked.",
            ["Ostrell Council", None],
        ),
        ("The Ostrell Council published its findings. The report said it had held.", ["Ostrell Council"]),
        # by whoever made it
        ("The Ostrell Council already released a draft study that found the weir had held.", ["Ostrell Council"]),
        ("The mayor of Norway released a draft study that found the weir had held.", ["a draft study"]),
        ("The Ostrell Council read a draft study on Monday that found the weir had held.", ["a draft study"]),
        ("The Ostrell Council staff released a draft study that found the weir had held.", ["a draft study"]),
        # by one, and then by somebody who is not named
        (
            "Tolland Mills Ltd issued a statement. Then a union issued a statement. The statement said it had held.",
            [None],
        ),
        ("A letter sent by Norway officials came. The letter said it had held.", [None]),
        # called otherwise
        (
            "A document from the Ostrell Council said it had held. The report said it was old.",
            ["Ostrell Council", "Ostrell Council"],
        ),
        (
            "A Tolland Mills Ltd poll said it had held. Dorrit Roe slept. The survey said it was old.",
            ["Tolland Mills Ltd", "Tolland Mills Ltd"],
        ),
        (
            "A document from the Ostrell Council said it had held. The survey said it was old.",
            ["Ostrell Council", None],
        ),
        # from one, and not to another
        ("A letter to Tolland Mills Ltd from the Ostrell Council said it had held.", ["Ostrell Council"]),
        ("A letter from the Ostrell Council lawyer Maria Vance said it had held.", ["Maria Vance"]),
        # by several
        (
            "A joint poll by the council of Ostrell, Tarn and Lund said it had held.",
            ["A joint poll by the council of Ostrell, Tarn and Lund"],
        ),
        ("A letter from Maria Vance and Lars Lund said it had held.", ["A letter from Maria Vance and Lars Lund"]),
        ("A letter from Maria Vance to Lars Lund and Ole Roe said it had held.", ["Maria Vance"]),
        ("A letter from the lawyers of Maria Vance said it had held.", [None]),
        ("A statement on behalf of Maria Vance said it had held.", ["Maria Vance"]),
        # by somebody whom the words do not tell
        ("A report by government inspectors said it had held.", [None]),
        # of two, nobody tells which
        (
            "A Tolland Mills Ltd report said it had held. A Roe Works Ltd report said it had leaked. "
            "The report said it was old.",
            ["Tolland Mills Ltd", "Roe Works Ltd", None],
        ),
    ],
)
def test_whose_words_a_report_has(told: Make, text: str, speakers: list[str | None]) -> None:
    assert [one.speaker for one in told(text)] == speakers
