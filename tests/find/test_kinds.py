"""What a name is: a person, a body or a place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.find.kinds import has_body_word


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Then Mr Vance slept.", "Vance", "person"),
        ("Then Dorrit Vance, 74, slept.", "Dorrit Vance", "person"),
        ("Then Dorrit Vance said it had held.", "Dorrit Vance", "person"),
        ("Then Maria Vance slept.", "Maria Vance", "person"),
        ("Then the Ostrell Council slept.", "Ostrell Council", "organisation"),
        ("Then the OWB slept.", "OWB", "organisation"),
        ("They live in Ostrell and near Lower Roe.", "Lower Roe", "place"),
        ("Then Norway slept.", "Norway", "country"),
    ],
)
def test_the_kind_of_a_name(found_in: Callable[..., Any], text: str, name: str, kind: str) -> None:
    assert {one.name: one.type for one in found_in(text).entities}[name] == kind


def test_the_whole_report_decides(found_in: Callable[..., Any]) -> None:
    found = found_in("Then Vance slept. Mr Vance woke. So Vance ate.")
    assert [(one.name, one.type, len(one.mentions)) for one in found.entities] == [("Vance", "person", 3)]


def test_words_for_bodies() -> None:
    assert has_body_word(["ostrell", "council"])
    assert not has_body_word(["dorrit", "vance"])
