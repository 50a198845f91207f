from collections.abc import Callable
from typing import Any

import numpy as np

from onrecord.match.bearings import Bearings
from onrecord.match.siding import sided

NAMES = {"Ada Quill": "person", "Jo Marr": "person"}


def stances(
    story: Callable[..., Any], said: list[tuple[str, str]], pairs: dict[tuple[int, int], str], wording: int = 0
) -> list[str]:
    _, told, _ = story([[("Ada Quill", "said", text, act) for text, act in said]], NAMES)
    same, opposite = (np.full((len(said), len(said)), 0.1, np.float32) for _ in range(2))
    for (a, b), kind in pairs.items():
        for one, other in ((a, b), (b, a)):
            (same if kind == "same" else opposite)[one, other] = 0.9
    return [side.stance for side in sided(told, Bearings(same, opposite), wording)]


SAID = [("the pier is rotten", "allege"), ("the pier is sound", "assert"), ("every plank is new", "assert")]


def test_a_side_is_that_of_the_words_of_the_point_or_the_other(story: Callable[..., Any]) -> None:
    pairs = {(0, 1): "opposite", (0, 2): "opposite", (1, 2): "same"}
    assert stances(story, SAID, pairs) == ["for", "against", "against"]
    assert stances(story, SAID, pairs, wording=1) == ["against", "for", "for"]


def test_what_is_like_the_denials_is_on_their_side(story: Callable[..., Any]) -> None:
    said = [*SAID, ("a survey found nothing", "assert")]
    pairs = {(0, 1): "opposite", (0, 2): "opposite", (1, 2): "same", (1, 3): "same", (2, 3): "same"}
    assert stances(story, said, pairs)[3] == "against"


def test_who_denies_the_words_of_the_point_is_against_it(story: Callable[..., Any]) -> None:
    said = [("the pier is rotten", "deny"), ("the pier is rotten", "assert"), ("every plank is new", "assert")]
    assert stances(story, said, {(0, 1): "opposite", (0, 2): "same"}) == ["against", "for", "against"]


def test_the_side_of_what_bears_on_nothing_is_unclear(story: Callable[..., Any]) -> None:
    assert stances(story, SAID, {(0, 1): "opposite"}) == ["for", "against", "unclear"]


def test_what_only_bears_on_a_point_does_not_say_so(story: Callable[..., Any]) -> None:
    _, told, _ = story([[("Ada Quill", "said", text, act) for text, act in SAID]], NAMES)
    same, opposite = (np.full((3, 3), 0.02, np.float32) for _ in range(2))
    same[0, 1] = same[1, 0] = 0.9
    opposite[0, 2] = opposite[2, 0] = 0.2
    whys = {side.stance: side.why for side in sided(told, Bearings(same, opposite), 0)[1:]}
    assert whys == {"for": "says so", "against": "on the matter, and rather against these words"}
