from collections.abc import Callable
from typing import Any

import numpy as np

from onrecord.match.bearings import Bearings
from onrecord.match.siding import sided

NAMES = {"Ada Quill": "person", "Jo Marr": "person"}


def stances(story: Callable[..., Any], said: list[tuple[str, str]], pairs: dict[tuple[int, int], str]) -> list[str]:
    _, told, _ = story([[("Ada Quill", "said", text, act) for text, act in said]], NAMES)
    same, opposite = (np.full((len(said), len(said)), 0.1, np.float32) for _ in range(2))
    for (a, b), kind in pairs.items():
        for one, other in ((a, b), (b, a)):
            (same if kind == "same" else opposite)[one, other] = 0.9
    return [side.stance for side in sided(told, Bearings(same, opposite))]


def test_acts_and_negations_tell_the_side(story: Callable[..., Any]) -> None:
    said = [("the pier is rotten", "allege"), ("the pier is rotten", "deny"), ("the pier is not rotten", "assert")]
    assert stances(story, said, {}) == ["for", "against", "against"]


def test_what_says_the_same_as_the_denials_is_on_their_side(story: Callable[..., Any]) -> None:
    said = [
        ("the pier is rotten", "allege"),
        ("the pier is rotten", "deny"),
        ("the pier is rotten", "deny"),
        ("every plank was renewed in May", "assert"),
    ]
    pairs = {(1, 2): "same", (1, 3): "same", (2, 3): "same", (0, 3): "opposite", (0, 1): "opposite", (0, 2): "opposite"}
    assert stances(story, said, {}) == ["for", "against", "against", "for"]
    assert stances(story, said, pairs) == ["for", "against", "against", "against"]


def test_the_side_of_a_plain_statement_that_is_like_denials_is_unclear(story: Callable[..., Any]) -> None:
    said = [("the pier is rotten", "deny"), ("the pier is rotten", "deny"), ("the pier is rotten", "assert")]
    assert stances(story, said, {(0, 1): "same", (0, 2): "same", (1, 2): "same"})[2] == "unclear"
