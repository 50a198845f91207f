from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from onrecord.match.camps import Camps
from onrecord.match.claims import _Claim, _fullest_first, _is_disputed, claims
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


_MANY = st.integers(1, 24).flatmap(
    lambda count: st.lists(
        st.tuples(st.booleans(), st.integers(0, 2), st.sets(st.integers(0, count - 1))),
        min_size=count,
        max_size=count,
    )
)


@given(_MANY)
def test_each_time_the_denial_with_most_of_those_still_free_is_taken(drawn: Any) -> None:
    turns: list[Any] = [
        SimpleNamespace(sides=(str(camp),), statement=SimpleNamespace(id=n, act="allege"))
        for n, (_, camp, _) in enumerate(drawn)
    ]
    told = [_Claim(turn, denies, frozenset()) for turn, (denies, *_) in zip(turns, drawn, strict=True)]
    near = {n: others - {n} for n, (denies, _, others) in enumerate(drawn) if denies}
    free, expected = set(range(len(told))), []
    while True:
        groups = [({n} | (others & free), -n) for n, others in near.items() if n in free]
        disputed = [(len(group), n, group) for group, n in groups if _is_disputed([told[m] for m in group])]
        if not disputed:
            break
        expected.append(max(disputed, key=lambda item: item[:2])[2])
        free -= expected[-1]
    assert list(_fullest_first(near, told)) == expected
