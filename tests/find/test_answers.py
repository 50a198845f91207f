"""Who answers: whoever was asked, told or accused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Ann Roe asked Joan Bell if she was ready. “Always,” she said.", ["Ann Roe", "Joan Bell"]),
        ("Ed Lim told Paul Krantz that he was fired. “You can’t do that,” he replied.", ["Ed Lim", "Paul Krantz"]),
        (
            "Ed Lim accused Gareth Pike of lying. He denied the claim. “I have never lied,” he said.",
            ["Ed Lim", "Gareth Pike", "Gareth Pike"],
        ),
    ],
)
def test_whoever_was_asked_or_accused_answers(found_in: Callable[..., Any], text: str, speakers: list[str]) -> None:
    found = found_in(text)
    names = {one.id: one.name for one in found.entities}
    assert [names.get(one.speaker) for one in found.statements] == speakers


def test_of_another_gender_and_another_paragraph_nobody_answers(found_in: Callable[..., Any]) -> None:
    for text in (
        "Ann Roe asked Mr. Peter Bell if it held. “Always,” she said.",
        "Ann Roe asked Joan Bell if she was ready.\n\n“Always,” she said.",
    ):
        found = found_in(text)
        names = {one.id: one.name for one in found.entities}
        assert "Joan Bell" not in {names.get(one.speaker) for one in found.statements}
