"""What speaks against the likeliest one for whom a description stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Senator Paul Roe said the road was shut. The mayor called Roe “a fool”.", "The mayor"),
        ("Paul Roe testified on Monday. The governor urged Roe to quit.", "The governor"),
        ("The mayor said the road was safe. Governor Ann Roe said it was not.", "The mayor"),
    ],
)
def test_nobody_calls_himself_by_name_or_holds_two_offices(
    found_in: Callable[..., Any], text: str, nobody: str
) -> None:
    (one,) = (one for one in found_in(text).statements if one.source and one.source.text == nobody)
    assert one.speaker is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Councilman Diego Ortega said it held. Mayor Ortega said it had not.", 2),
        ("Mayor Diego Ortega said it held. Mayor Ortega said it had not.", 1),
    ],
)
def test_an_office_tells_namesakes_apart(found_in: Callable[..., Any], text: str, count: int) -> None:
    assert len({one.speaker for one in found_in(text).statements}) == count


def test_a_firm_and_a_person_of_one_name_are_two(found_in: Callable[..., Any]) -> None:
    text = "Calder Airways is owned by Fiona Calder. Calder said its flights would run. Calder, which is late, said so."
    found = found_in(text)
    names = {one.id: one.name for one in found.entities}
    assert "Fiona Calder" not in {names.get(one.speaker) for one in found.statements}


def test_a_pronoun_right_below_somebodys_deputy_is_not_that_somebody(found_in: Callable[..., Any]) -> None:
    text = (
        "Governor Ole Lund denied it. His deputy, however, told reporters that “mistakes were made”.\n\n"
        "“I regret that the order came late,” she said."
    )
    assert found_in(text).statements[-1].speaker is None
