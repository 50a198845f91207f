from collections.abc import Callable
from typing import Any

import pytest

from onrecord.match.camps import Camps
from onrecord.match.stances import measures, on_claim, on_measure
from onrecord.match.turns import Turn, turns


def turn(story: Callable[..., Any], content: str, act: str) -> Turn:
    reports, statements, entities = story([[("Ada Quill", "said", content, act)]], {"Ada Quill": "person"})
    return turns(reports, statements, Camps(reports, statements, entities))[0]


@pytest.mark.parametrize(
    ("content", "act", "stance"),
    [
        ("the council to close the pier", "demand", "for"),
        ("the council not to close the pier", "demand", "against"),
        ("the closure", "criticise", "against"),
        ("nobody would close a sound pier", "assert", "against"),
        ("closing it had been right", "assert", "for"),
        ("a closure would ruin the town", "assert", "against"),
        ("that it would close the pier", "deny", "against"),
    ],
)
def test_acts_words_and_negations_tell_a_stance_on_a_measure(
    story: Callable[..., Any], content: str, act: str, stance: str
) -> None:
    found = on_measure(turn(story, content, act), measures()["close"])
    assert found is not None
    assert found.stance == stance


def test_a_small_word_tells_of_a_measure_only_beside_one_that_it_goes_with(story: Callable[..., Any]) -> None:
    assert on_measure(turn(story, "to keep the trawlers out", "demand"), measures()["ban"]) is not None
    assert on_measure(turn(story, "so that the truth comes out", "demand"), measures()["ban"]) is None
    assert on_measure(turn(story, "the mayor to step down", "demand"), measures()["resign"]) is not None
    assert on_measure(turn(story, "a step towards peace", "demand"), measures()["resign"]) is None


def test_what_does_not_judge_a_measure_or_name_it_has_no_stance(story: Callable[..., Any]) -> None:
    assert on_measure(turn(story, "the pier is closed on Mondays", "assert"), measures()["close"]) is None
    assert on_measure(turn(story, "the pier is rotten", "criticise"), measures()["close"]) is None


@pytest.mark.parametrize(
    ("content", "act", "stance"),
    [
        ("the pier is dangerous", "assert", "for"),
        ("the pier is safe", "assert", "against"),
        ("the pier was never in danger", "assert", "against"),
        ("the pier is not safe", "assert", "for"),
        ("that the pier is dangerous", "deny", "against"),
        ("the pier is a matter of safety", "warn", "for"),
    ],
)
def test_danger_is_told_by_the_words_for_and_against_it(
    story: Callable[..., Any], content: str, act: str, stance: str
) -> None:
    found = on_claim(turn(story, content, act), "danger")
    assert found is not None
    assert found.stance == stance


def test_a_topic_that_is_only_named_tells_no_stance(story: Callable[..., Any]) -> None:
    assert on_claim(turn(story, "a talk on safety was held", "assert"), "danger") is None
    assert on_claim(turn(story, "the pier is long", "warn"), "danger") is None
