from collections.abc import Callable, Sequence
from typing import Any

import pytest

from onrecord.match import topics as module
from onrecord.match.meanings import Meanings
from onrecord.match.topics import Topic, topics

NAMES = {"Ada Quill": "person", "Jo Marr": "person"}
TRAM = [
    ("Ada Quill", "said", "the tram should run until midnight", "assert"),
    ("Jo Marr", "said", "the tram should not run until midnight", "deny"),
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
    told, statements, _ = story(reports, NAMES)
    return list(topics(statements, told, meanings))


def test_statements_on_two_things_are_two_topics(story: Callable[..., Any], meanings: Meanings) -> None:
    found = topics_of(story, meanings, [TRAM, CHOIR])
    assert [sorted(one.id for one in topic.statements) for topic in found] == [
        ["0-0", "0-1", "0-2"],
        ["1-0", "1-1", "1-2"],
    ]
    assert all(topic.held.same.shape == (3, 3) for topic in found)


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
