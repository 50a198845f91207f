"""Whose words those of a lawsuit are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Make = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Maria Vance sued the mill in May. The lawsuit says it had leaked.", ["Maria Vance"]),
        ("The farmer, Maria Vance, sued the mill. The suit says it had leaked.", ["Maria Vance"]),
        (
            "Farmers hurt by Maria Vance sued the mill. The suit says it had leaked. The suit says it had held.",
            ["The suit", "The suit"],
        ),
        ("The suit, filed by farmers near Ostrell, says it had leaked.", ["The suit"]),
        ("Maria Vance sued the mill. Farmers sued the town. The suit says it had leaked.", [None]),
        ("The suit says it had leaked.", [None]),
    ],
)
def test_whoever_sues_speaks_in_the_suit(told: Make, text: str, speakers: list[str | None]) -> None:
    assert [one.speaker for one in told(text)] == speakers
