"""Whose a quotation is that has no reporting word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Make = Callable[..., Any]

SPOKE = "Maria Vance said the weir had held at night."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # signed
        ("The weir is old.\n\n“The gate was painted twice.”\n\n— Maria Vance, baker", "Maria Vance"),
        ("The weir is old.\n\n“The gate was painted twice.” — Maria Vance (@vance)", "Maria Vance"),
        ("The weir is old.\n\n“The gate was painted twice.”\n\n— Maria Vance saw it", None),
        (
            "The weir is old.\n\n“The gate was painted twice.” — Weir historian Maria Vance to the Ostrell Post",
            "Maria Vance",
        ),
        ("The weir is old.\n\n“The gate was painted twice.” — Editorial, Tarn Gazette", "Tarn Gazette"),
        ("The weir is old.\n\n“The gate was painted twice.” — a phrase that Maria Vance used often", None),
        ("The weir is old.\n\n“The gate was painted twice.” — Maria Vance in a letter.\n\nIt held.", None),
        ("The weir is old.\n\n“The gate was painted twice.” (The Ostrell Post)", "Ostrell Post"),
        ("The weir is old.\n\n“The gate was painted twice.” (Maria Vance, in a letter)", "Maria Vance"),
        ("The weir is old.\n\n“The gate was painted twice.” (Maria Vance painted it.)", None),
        # goes on
        (f"{SPOKE} “The gate was painted twice.”", "Maria Vance"),
        (f"{SPOKE}\n\n“The gate was painted twice.”", "Maria Vance"),
        (f"{SPOKE}\n\nThen Lars Lund came.\n\n“We painted the gate twice.”", None),
        (f"{SPOKE} Below is what another paper printed: “The gate was painted twice.”", None),
        (f"{SPOKE} “It held.” Her brother, Lars Lund, sees it too. “We painted the gate twice.”", None),
        ("“It held,” Maria Vance said. She wrote to Lars Lund. “We painted the gate twice.”", "Maria Vance"),
        # nobody named goes on behind another quotation only
        ("“It held at night,” a farmer said. It rained.\n\n“The gate was painted twice.”", "a farmer"),
        ("A farmer said it had held.\n\n“The gate was painted twice.”", None),
        # behind words about the speaker
        ("Maria Vance was furious.\n\n“The gate was painted twice.”", "Maria Vance"),
        ("Maria Vance and Lars Lund were furious.\n\n“The gate was painted twice.”", None),
        ("Maria Vance was furious. “The gate was painted twice.”", None),
        ("Maria Vance: “The gate was painted twice.”", "Maria Vance"),
        ("The Ostrell Council: “The gate was painted twice.”", "Ostrell Council"),
        ("It came in an email to Ms. Vance: “The gate was painted twice.”", None),
        ("It came in a statement by Maria Vance: “The gate was painted twice.”", "Maria Vance"),
        ("Maria Vance was unimpressed: “The gate was painted at least twice.”", None),
        ("Maria Vance was unimpressed: “I saw the gate was painted twice.”", "Maria Vance"),
        ("Maria Vance was unimpressed by Lars Lund: “I saw the gate was painted twice.”", None),
        ("Maria Vance was unimpressed by a sign: “I saw the gate was painted twice.”", None),
        ("Maria Vance’s aides were unimpressed: “We saw the gate was painted twice.”", None),
        ("Maria Vance supporters were unimpressed: “We saw the gate was painted twice.”", None),
        ("Maria Vance rued it in a statement. “The gate was painted twice.”", "Maria Vance"),
        ("Maria Vance rued it in a statement to Lars Lund. “The gate was painted twice.”", None),
        # right behind it
        ("The weir is old.\n\n“The gate was painted twice,” a weary Maria Vance, pointing at it.", "Maria Vance"),
        ("The weir is old.\n\n“The gate was painted twice,” Maria Vance’s book on gates.", None),
        ("The weir is old.\n\n“The gate was painted twice,” unlike Maria Vance.", None),
        ("Maria Vance to Lars Lund: “The gate was painted twice.”", None),
        ("On the night Maria Vance was away.\n\n“The gate was painted twice.”", None),
        ("The gate was shut.\n\n“The gate was painted twice.”", None),
    ],
)
def test_the_speaker_of_a_quotation_without_a_reporting_word(ruled: Make, text: str, speaker: str | None) -> None:
    assert [one.speaker for one in ruled(text) if "painted" in one.content[0]] == [speaker]
