from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onrecord.match.camps import Camps
from onrecord.match.claims import claims
from onrecord.match.meanings import Meanings
from onrecord.match.turns import turns

NAMES: dict[str, Any] = {"Ada Quill": "person", "Jo Marr": "person", "Bel Lind": "person", "Ivo Sand": "person"}
LEFT = ("Ada Quill", "said", "the keeper had left the lock before the flood", "allege")
GONE = ("Ivo Sand", "said", "the keeper had gone from the lock an hour before the flood", "assert")
STAYED = ("Bel Lind", "said", "he never left the lock before the flood", "assert")


def found(story: Callable[..., Any], meanings: Meanings, *lines: Any, taken: tuple[str, ...] = ()) -> list[list[Any]]:
    made, statements, entities = story([list(lines)], NAMES)
    told = turns(made, statements, Camps(made, statements, entities))
    topics = claims(told, set(taken), meanings)
    return [[(side.turn.statement.id, side.stance) for side in topic.sides] for topic in topics]


def test_a_claim_and_its_denial_by_a_negation_are_told_apart(story: Callable[..., Any], meanings: Meanings) -> None:
    told = ("Jo Marr", "said", "the keeper left the lock long before the flood", "assert")
    assert found(story, meanings, LEFT, told, GONE, STAYED) == [
        [("0-0", "for"), ("0-1", "for"), ("0-2", "for"), ("0-3", "against")]
    ]


def test_who_denies_is_against_it_without_a_negation(story: Callable[..., Any], meanings: Meanings) -> None:
    told = ("Jo Marr", "said", "the keeper left the lock long before the flood", "assert")
    denial = ("Bel Lind", "denied", "that he had left the lock before the flood", "deny")
    ((*_, last),) = found(story, meanings, LEFT, told, GONE, denial)
    assert last == ("0-3", "against")


def test_few_statements_one_side_or_mere_telling_make_no_claim(story: Callable[..., Any], meanings: Meanings) -> None:
    assert found(story, meanings, LEFT, GONE, STAYED) == []
    assert found(story, meanings, LEFT, GONE, GONE, GONE) == []
    told = ("Ada Quill", "said", "the keeper had left the lock before the flood", "assert")
    assert found(story, meanings, told, told, GONE, STAYED) == []


def test_what_has_a_stance_on_another_point_is_left_to_it(story: Callable[..., Any], meanings: Meanings) -> None:
    told = ("Jo Marr", "said", "the keeper left the lock long before the flood", "assert")
    assert found(story, meanings, LEFT, told, GONE, STAYED, taken=("0-3",)) == []
