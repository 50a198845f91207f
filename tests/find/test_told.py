"""Descriptions that say of somebody what the report says beside the name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Make = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Maria Vance, 33, met Anna Roe, 61. The 33-year-old said it had held.", "Maria Vance"),
        ("Maria Vance, 33, met Anna Roe, 33. The 33-year-old said it had held.", None),
        ("Tarn Capital, an activist fund, met Tolland Mills Ltd. The fund said it had held.", "Tarn Capital"),
        ("Tarn Capital, an activist fund, met Roe Capital, another fund. The fund said it had held.", None),
        ("Tolland Mills Ltd and Roe Works Ltd came. The parent company said it had held.", None),
        ("Kronan Securities came. Kronan Securities left. The union said it had held.", None),
        ("Maria Vance told Tarn Capital the fund would close. The fund said it had held.", None),
        # by a word of its name: the last of those that follow each other, of others the only one
        (
            "The Vance administration met the Roe administration. The administration said it had held.",
            "Roe administration",
        ),
        ("The Works Department met the Trade Department. The department said it had held.", "Trade Department"),
        ("The Ostrell Court met the Roe Court. The court said it had held.", None),
        # by the very words of its name
        ("The Office of River Works came. The river works office said it had held.", "Office of River Works"),
        ("The Ostrell Farm Caucus met the Works Ministry. The caucus said it had held.", "Ostrell Farm Caucus"),
        # a country by what it is, if no other is that
        ("Jordan met Norway. The kingdom said it had held.", "Jordan"),
        ("Jordan met Morocco. The kingdom said it had held.", None),
    ],
)
def test_what_is_said_of_one_alone_tells_who_is_meant(told: Make, text: str, speaker: str | None) -> None:
    assert told(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A Dutch watchdog said it had held. It rained. The River Works Office came on Monday.", "River Works Office"),
        ("A Dutch court said it had held. It rained. The River Works Court came on Monday.", "A Dutch court"),
        (
            "A Dutch watchdog said it had held. It rained. The River Works Office met the Tide Agency.",
            "A Dutch watchdog",
        ),
        (
            "It rained. It snowed. It blew. A Dutch watchdog said it had held. The River Works Office came.",
            "A Dutch watchdog",
        ),
    ],
)
def test_a_report_begins_with_a_body_that_it_names_below(told: Make, text: str, speaker: str | None) -> None:
    assert told(text)[0].speaker == speaker
