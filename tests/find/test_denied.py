"""What is denied to have been said, and denials that a rule alone finds."""

from __future__ import annotations

import pytest

from onrecord.find.denied import is_plain_denial, without_denied
from onrecord.find.stretch import Attribution
from onrecord.model import Act


def attribution(text: str, cue: str, content: str, act: Act, *, rule: str = "past clause") -> Attribution:
    at, said = text.index(cue), text.rindex(content)
    return Attribution(((said, said + len(content)),), (0, 2), (at, at + len(cue)), act, "said", rule)


@pytest.mark.parametrize(
    ("denied", "cue", "content", "is_said"),
    [
        ("that he had asked for a new weir", "had asked for", "a new weir", False),
        ("asking for a new weir", "asking for", "a new weir", False),
        ("that the council, which says it is old, paid", "says", "it is old", True),
        ("what the mayor had said of the weir", "had said of", "the weir", True),
        ("the claim that it was old", "claim", "it was old", True),
    ],
)
def test_what_somebody_denies_to_have_said_was_not_said(denied: str, cue: str, content: str, is_said: bool) -> None:
    text = f"He denied {denied}."
    outer, inner = attribution(text, "denied", denied, "deny"), attribution(text, cue, content, "demand")
    assert without_denied(text, [outer, inner]) == ([outer, inner] if is_said else [outer])


@pytest.mark.parametrize(
    ("content", "is_plain"), [("any part in it", True), ("wrongdoing", True), ("the offer", False), ("anyone", False)]
)
def test_whoever_denies_any_part_in_something_denies_an_accusation(content: str, is_plain: bool) -> None:
    text = f"He again denied {content}."
    one = attribution(text, "denied", content, "deny", rule="past object")
    assert is_plain_denial(text, one) is is_plain
    assert not is_plain_denial(text, attribution(text, "denied", content, "criticise", rule="past object"))
