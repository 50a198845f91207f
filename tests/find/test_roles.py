"""Roles that a report gives to people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Then Mayor Maria Vance slept.", ["Mayor"]),
        ("Then Maria Vance, the mayor of Ostrell, slept.", ["the mayor of Ostrell"]),
        ("Then Maria Vance, who is the mayor of Ostrell, slept.", ["the mayor of Ostrell"]),
        ("Then Maria Vance, its director, slept.", ["its director"]),
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
