import sys
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from onrecord.match import gathered as module
from onrecord.match.camps import Camps
from onrecord.match.gathered import gathered
from onrecord.match.meanings import Meanings
from onrecord.match.points import points
from onrecord.match.topics import Topic
from onrecord.match.turns import turns

NAMES = {"Ada Quill": "person", "Jo Marr": "person"}
TRAM = [
    ("Ada Quill", "said", "the tram should run until midnight", "assert"),
    ("Jo Marr", "said", "the tram should not run until midnight", "criticise"),
    ("Ada Quill", "said", "a tram that runs until midnight is what the town wants", "assert"),
]
CHOIR = [
    ("Jo Marr", "said", "the choir sings better than the orchestra plays", "support"),
    ("Ada Quill", "said", "the choir does not sing better than the orchestra", "assert"),
    ("Jo Marr", "said", "no orchestra plays as the choir sings", "assert"),
]


def topics_of(
    story: Callable[..., Any], meanings: Meanings, reports: Sequence[Sequence[tuple[str, ...]]]
) -> list[Topic]:
    told, statements, entities = story(reports, NAMES)
    camps = Camps(told, statements, entities)
    return list(gathered(turns(told, statements, camps), told, camps, meanings))


def test_statements_on_two_things_are_two_topics(story: Callable[..., Any], meanings: Meanings) -> None:
    found = topics_of(story, meanings, [TRAM, CHOIR])
    assert [sorted(side.turn.statement.id for side in one.sides) for one in found] == [
        ["0-0", "0-1", "0-2"],
        ["1-0", "1-1", "1-2"],
    ]
    assert {side.turn.statement.id: side.stance for side in found[0].sides} == {
        "0-0": "for",
        "0-1": "against",
        "0-2": "for",
    }
    assert all(side.why for one in found for side in one.sides)


def test_what_one_speaker_says_alone_is_no_topic(story: Callable[..., Any], meanings: Meanings) -> None:
    alone = [("Ada Quill", *rest) for _, *rest in TRAM]
    assert topics_of(story, meanings, [alone]) == []
    assert topics_of(story, meanings, [TRAM[:2]]) == []


def test_a_large_affair_is_read_in_stretches(
    story: Callable[..., Any], meanings: Meanings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(topics_of(story, meanings, [TRAM, TRAM[::-1]])) == 1
    monkeypatch.setattr(module, "_MOST", 4)
    assert len(topics_of(story, meanings, [TRAM, TRAM[::-1]])) == 2


def test_what_is_merely_told_is_in_no_dispute(story: Callable[..., Any], meanings: Meanings) -> None:
    told = [(who, cue, text, "assert") for who, cue, text, _ in TRAM]
    assert topics_of(story, meanings, [told]) == []


@pytest.mark.parametrize(("large", "few", "is_learned"), [(80, 0, True), (1, 0, False), (1, 5, True)])
def test_a_small_affair_or_one_with_few_points_by_rule_has_those_that_are_learned(
    story: Callable[..., Any],
    meanings: Meanings,
    monkeypatch: pytest.MonkeyPatch,
    large: int,
    few: int,
    is_learned: bool,
) -> None:
    monkeypatch.setattr(sys.modules[points.__module__], "_LARGE", large)
    monkeypatch.setattr(sys.modules[points.__module__], "_FEW", few)
    reports, statements, entities = story([TRAM, CHOIR], NAMES)
    found = points(reports, statements, entities, (), [[one.id for one in reports]], meanings)
    assert (len(found) == 2) == is_learned
