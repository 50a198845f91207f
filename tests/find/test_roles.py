"""Roles that a report gives to people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.find.roles import are_two, words_of


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Then Mayor Maria Vance slept.", ["Mayor"]),
        ("Then Maria Vance, the mayor of Ostrell, slept.", ["the mayor of Ostrell"]),
        ("Then Maria Vance, who is the mayor of Ostrell, slept.", ["the mayor of Ostrell"]),
        ("Then Maria Vance, its director, slept.", ["its director"]),
        ("Then the mill's trade adviser, Maria Vance, slept.", ["the mill's trade adviser"]),
        ("Then the soprano Maria Vance slept.", ["the soprano"]),
        ("Late at night the new bridge provides Maria Vance with light.", []),
        ("Then a top Maria Vance supporter slept.", []),
        ("Then Maria Vance, who is an “odd [and] lazy mayor”, slept.", []),
        ("It rained, while Maria Vance slept.", []),
        ("Then Maria Vance, the way things were, slept.", []),
        ("Then Mrs Maria Vance slept.", []),
        ("Then Maria Vance, tired, slept.", []),
        ("Then Dr Maria Vance slept.", []),
    ],
)
def test_the_roles_of_a_person(found_in: Callable[..., Any], text: str, roles: list[str]) -> None:
    (one,) = [entity for entity in found_in(text).entities if entity.type == "person"]
    assert [role.role for role in one.roles] == roles
    assert all(text[r.mention.start : r.mention.end] == r.mention.text == r.role for r in one.roles)


def test_a_body_has_no_roles(found_in: Callable[..., Any]) -> None:
    (one,) = found_in("Then the Ostrell Council, the owner of the weir, slept.").entities
    assert (one.type, one.roles) == ("organisation", ())


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("Texas senator", {"texas", "senator"}),
        ("the mill's head of trade", {"head"}),
        ("Tolland’s lawyer", {"lawyer"}),
        ("the mayor", {"the", "mayor"}),
    ],
)
def test_the_words_of_a_role_are_not_those_of_whose_it_is(role: str, words: set[str]) -> None:
    assert words_of(role) == words


@pytest.mark.parametrize(
    ("described", "role", "two"),
    [
        ("economic adviser", "security adviser", True),
        ("adviser", "security adviser", False),
        ("security adviser", "national security adviser", False),
        ("veteran senator", "Texas senator", False),
        ("mayor", "deputy mayor", True),
        ("deputy mayor", "deputy mayor", False),
    ],
)
def test_another_domain_or_rank_is_another_person(described: str, role: str, two: bool) -> None:
    assert are_two(words_of(described), words_of(role)) is two
