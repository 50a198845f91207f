"""Names that the reports of one affair write in two ways."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from onrecord.match.spellings import spellings
from onrecord.model import Entity

Make = Callable[..., Entity]


def joins(entities: Sequence[Entity], *groups: Sequence[str]) -> list[tuple[str, str]]:
    return [(one.one.name, one.home.name) for one in spellings(entities, groups or [["r1", "r2"]])]


def two(make: Make, one: str, other: str, kind: Any = "person") -> list[tuple[str, str]]:
    return joins([make(one, "r1", kind, mentions=2), make(other, "r2", kind, at=500)])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammed Vance", "Mohamed Vance"),
        ("Ahmed Lammari", "Ahmad al-Lammarri"),
        ("Volodymyr Lundsky", "Volodimir Lundsky"),
        ("Pam Vancer", "Pam Vanicer"),
        ("Peter van Roesler", "Petter Roesler"),
    ],
)
def test_a_person_is_written_in_two_ways(entity: Make, one: str, other: str) -> None:
    assert two(entity, one, other) == [(other, one)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dan Vance", "Don Vance"),
        ("Maria Vance", "Mario Vance"),
        ("Peter Vance", "Peter Lance"),
        ("Peter Vance", "Petra Vance"),
        ("Peter Vance", "Vance"),
        ("Peter Vance", "Peter Ann Vance"),
    ],
)
def test_two_persons_have_names_that_are_alike(entity: Make, one: str, other: str) -> None:
    assert two(entity, one, other) == []


@pytest.mark.parametrize(
    ("full", "short", "is_one"),
    [
        ("Department of Works", "DOW", True),
        ("U.S. Water Rights Board", "WRB", True),
        ("Water Rights Board", "W.R.B.", True),
        ("Centers for Water Control and Repair", "CWC", True),
        ("Water Rights Board Office", "WRB", False),
        ("Water Rights Board", "WR", False),
        ("Water", "WAT", False),
        ("Water Rights Board", "Wrb", False),
    ],
)
def test_a_body_is_called_by_letters_alone(entity: Make, full: str, short: str, is_one: bool) -> None:
    assert two(entity, full, short, "organisation") == ([(short, full)] if is_one else [])


def test_whom_a_report_names_in_both_ways_and_who_may_be_two_stay_apart(entity: Make) -> None:
    both = [entity("Mohammed Vance", "r1", mentions=2), entity("Mohamed Vance", "r1", at=500)]
    assert joins(both) == []
    boards = [
        entity(name, "r1", "organisation", at=n) for n, name in ((0, "Water Rights Board"), (90, "Weir Road Bank"))
    ]
    assert joins([*boards, entity("WRB", "r2", "organisation")]) == []


def test_of_another_affair_nobody_is_joined(entity: Make) -> None:
    people = [entity("Mohammed Vance", "r1", mentions=2), entity("Mohamed Vance", "r2", at=500)]
    assert joins(people, ["r1"], ["r2"]) == []
