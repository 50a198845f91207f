"""What a name is: a person, a body or a place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.find.capitals import has_body_word
from onrecord.find.kinds import settle_kinds
from onrecord.find.name import Name
from onrecord.model import EntityType

_CHANCES: dict[str, tuple[float, ...]] = {
    "person": (0.9, 0.1, 0.0),
    "organisation": (0.1, 0.9, 0.0),
    "place": (0.0, 0.1, 0.9),
    "nothing": (),
}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Then Mr Vance slept.", "Vance", "person"),
        ("Then Dorrit Vance, 74, slept.", "Dorrit Vance", "person"),
        ("Then Dorrit Vance said it had held.", "Dorrit Vance", "person"),
        ("Then Maria Vance slept.", "Maria Vance", "person"),
        ("Then the Ostrell Council slept.", "Ostrell Council", "organisation"),
        ("A report by the OWB said so. The OWB, a body of engineers, was founded in 1990.", "OWB", "organisation"),
        ("They live in Ostrell and near Lower Roe.", "Lower Roe", "place"),
        ("Then Norway slept.", "Norway", "country"),
    ],
)
def test_the_kind_of_a_name(found_in: Callable[..., Any], text: str, name: str, kind: str) -> None:
    assert {one.name: one.type for one in found_in(text).entities}[name] == kind


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("They bathed in the Vance, which was cold.", {"Vance": "organisation"}),
        ("They bathed in the Vance today.", {"Vance": "organisation"}),
        ("They saw Vermont today.", {"Vermont": "place"}),
        ("They saw Senator Ann Roe of Conn. today.", {"Conn": "place"}),
        ("They saw Málaga today.", {"Málaga": "person"}),
        ("They saw the mayor of Lower Vance.", {"Lower Vance": "place"}),
        ("They joined the Lower Vance-based firm.", {"Lower Vance": "place"}),
        ("They joined the Vance campaign.", {"Vance": "person"}),
        ("Then Vance, the company that made them, slept.", {"Vance": "organisation"}),
        ("Then Vance, a Dutch drugmaker, slept.", {"Vance": "organisation"}),
        ("Then Vance, the company chief, slept.", {"Vance": "person"}),
        ("Then Vance, the bank’s owner, slept.", {"Vance": "person"}),
        ("They saw the wife of Maria Vance.", {"Maria Vance": "person"}),
        (
            "They saw Lower Vance from the Vance, which was cold.",
            {"Lower Vance": "organisation", "Vance": "organisation"},
        ),
    ],
)
def test_an_article_alone_or_a_leader_tells_that_it_is_no_person(text: str, kinds: dict[str, str]) -> None:
    found = [
        Name(at, at + len(name), at, tuple(name.split()), "unnamed", chances=(0.9, 0.1, 0.0))
        for name in kinds
        for at in [text.index(name + ("," if text.count(name) > 1 and " " not in name else ""))]
    ]
    settle_kinds(text, found)
    assert {" ".join(name.words): name.kind for name in found} == kinds


def test_the_whole_report_decides(found_in: Callable[..., Any]) -> None:
    found = found_in("Then Vance slept. Mr Vance woke. So Vance ate.")
    assert [(one.name, one.type, len(one.mentions)) for one in found.entities] == [("Vance", "person", 3)]


def named(words: str, read: str, kind: EntityType = "unnamed", **known: Any) -> Name:
    """A name in a text that says nothing else of it, and what the network reads it as."""
    return Name(0, len(words), 0, tuple(words.split()), kind, chances=_CHANCES[read], **known)


def kinds(*found: Name) -> list[str]:
    settle_kinds(found[0].words[0], list(found))
    return [one.kind for one in found]


def test_names_alike_get_the_kind_that_is_read_most() -> None:
    body, place, roe = named("Tolland", "organisation"), named("Tolland", "place"), named("Maria Roe", "person")
    assert kinds(place, place, body, roe) == ["place", "place", "place", "person"]
    assert kinds(body, place, body, roe) == ["organisation", "organisation", "organisation", "person"]


def test_a_title_tells_the_kind_of_names_alike() -> None:
    found = [*(named("Tolland", "place") for _ in range(5)), named("Tolland", "person", "person", titles=("mr",))]
    assert kinds(*found) == ["person"] * 6


def test_a_name_in_capitals_is_what_it_is_elsewhere() -> None:
    person = named("Tolland", "person")
    assert kinds(person, named("TOLLAND", "organisation"), named("TOLLAND", "organisation")) == ["person"] * 3
    assert kinds(person, named("ROE", "organisation")) == ["person", "organisation"]


def test_a_listed_name_keeps_its_kind() -> None:
    found = [named("Norway", "place", "country", canonical="Norway"), *(named("Norway", "person") for _ in range(5))]
    assert kinds(*found) == ["country"] + ["person"] * 5


def test_what_only_the_rules_found_does_not_vote() -> None:
    assert kinds(named("Kent", "place"), *(named("Kent", "nothing", "organisation") for _ in range(5))) == ["place"] * 6


def test_words_for_bodies() -> None:
    assert has_body_word(["ostrell", "council"])
    assert not has_body_word(["dorrit", "vance"])
