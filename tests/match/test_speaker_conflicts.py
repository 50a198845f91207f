from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onrecord.match.speaker_conflicts import speaker_conflicts

NAMES: dict[str, Any] = {"Ada Quill": "person", "Jo Marr": "person", "Marr": "person", "Tarn Mills": "organisation"}
WORDS = "“There was no alarm, and the gate of the lock was shut and bolted”"
CUT = "“There was no alarm … the gate of the lock was closed and bolted”"


def found(story: Callable[..., Any], *said: tuple[str, str]) -> list[tuple[str, list[str]]]:
    lines = [[(source, "said", content, "assert")] for source, content in said]
    made, statements, entities = story(lines, NAMES)
    told = speaker_conflicts(made, statements, {one.id: one for one in entities})
    return [(about, [side.text for side in sides]) for about, _, sides in told]


def test_the_same_quotation_of_two_people_is_a_conflict(story: Callable[..., Any]) -> None:
    assert found(story, ("Ada Quill", WORDS), ("her spokesman Jo Marr", CUT)) == [
        (
            "who said “There was no alarm, and the gate of the lock was shut and bo…”",
            ["Ada Quill", "her spokesman Jo Marr"],
        )
    ]


def test_one_person_a_surname_or_a_body_is_none(story: Callable[..., Any]) -> None:
    assert found(story, ("Ada Quill", WORDS), ("Ada Quill", CUT)) == []
    assert found(story, ("Jo Marr", WORDS), ("Marr", CUT)) == []
    assert found(story, ("Ada Quill", WORDS), ("Tarn Mills", CUT)) == []
    assert found(story, ("Ada Quill", WORDS), ("Jo Marr, a spokesman for Quill", CUT)) == []


def test_a_report_that_names_the_other_beside_the_quotation_may_mean_that_one(story: Callable[..., Any]) -> None:
    beside = WORDS[:-1] + ", as Quill had told us on the quay that night”"
    assert found(story, ("Ada Quill", WORDS), ("Jo Marr", beside)) == []
    assert found(story, ("Ada Quill", WORDS), ("Jo Marr", beside.replace("Quill", "they"))) != []


def test_other_words_a_short_phrase_and_indirect_speech_are_none(story: Callable[..., Any]) -> None:
    other = "“There was no alarm, but we had eaten our bread and gone to bed by then”"
    assert found(story, ("Ada Quill", WORDS), ("Jo Marr", other)) == []
    assert found(story, ("Ada Quill", "“The gate was shut”"), ("Jo Marr", "“The gate was shut”")) == []
    assert found(story, ("Ada Quill", WORDS.strip("“”")), ("Jo Marr", WORDS.strip("“”"))) == []
