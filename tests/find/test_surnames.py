"""Whom a surname stands for where it has particles, a suffix or several owners."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.find.name import Name, Named
from onrecord.find.surnames import Surnames, is_one_person


def whom(text: str, full: list[str], short: str, titles: tuple[str, ...] = ()) -> list[str | None]:
    """Whom each of the short names in a text stands for, given the full names in it."""

    def names(words: str, of: tuple[str, ...] = ()) -> list[Name]:
        places = [k for k in range(len(text)) if text.startswith(words, k)]
        return [Name(k, k + len(words), k, tuple(words.split()), "person", of) for k in places]

    whole = [Named(names(label), "person", label) for label in full]
    taken = [(name.start, name.end) for one in whole for name in one.names]
    bare = [one for one in names(short, titles) if not any(a < one.end and one.start < b for a, b in taken)]
    surnames = Surnames(text, whole, bare)
    return [owner.label if (owner := surnames.owner(one)) else None for one in bare]


@pytest.mark.parametrize(
    ("text", "full", "short", "expected"),
    [
        # with what belongs to it
        ("Anna van der Roe came. Van der Roe slept.", ["Anna van der Roe"], "Van der Roe", ["Anna van der Roe"]),
        ("Anna Lund Roe came. Lund Roe slept.", ["Anna Lund Roe"], "Lund Roe", ["Anna Lund Roe"]),
        ("Omar al-Tarn came. Tarn slept.", ["Omar al-Tarn"], "Tarn", ["Omar al-Tarn"]),
        ("Otto Roe Jr. came. Otto Roe came. Roe Jr. slept.", ["Otto Roe Jr.", "Otto Roe"], "Roe Jr.", ["Otto Roe Jr."]),
        # several have it: the one introduced, till another is
        ("Otto Roe came. Roe slept. Anna Roe woke.", ["Otto Roe", "Anna Roe"], "Roe", ["Otto Roe"]),
        ("Otto Roe met Anna Roe. Roe slept.", ["Otto Roe", "Anna Roe"], "Roe", [None]),
        ("Otto Roe came. Roe slept. Anna Roe woke. Roe ate.", ["Otto Roe", "Anna Roe"], "Roe", ["Otto Roe", None]),
        # who was called so often goes on to be in another paragraph
        (
            "Otto Roe came. Roe slept. Roe ate. Anna Roe woke. Roe read.\nRoe sang.",
            ["Otto Roe", "Anna Roe"],
            "Roe",
            ["Otto Roe", "Otto Roe", None, "Otto Roe"],
        ),
        # a head of state is called by the surname long before somebody else of the name is introduced
        ("Roe slept. " * 8 + "Otto Roe came.", ["Otto Roe"], "Roe", [None] * 8),
        ("Roe slept. Otto Roe came.", ["Otto Roe"], "Roe", ["Otto Roe"]),
    ],
)
def test_whom_a_surname_stands_for(text: str, full: list[str], short: str, expected: list[str | None]) -> None:
    assert whom(text, full, short) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Roe came. He met the first lady Anna Roe. Roe slept.",
            {"Roe": ["President Roe", "Roe"], "Anna Roe": ["first lady Anna Roe"]},
        ),
        (
            "President Roe came. He met Otto Roe and President Anna Roe.",
            {"Anna Roe": ["President Roe", "President Anna Roe"], "Otto Roe": ["Otto Roe"]},
        ),
        ("Mayor Robert Roe came. Then Bob Roe slept.", {"Robert Roe": ["Mayor Robert Roe", "Bob Roe"]}),
        ("Mayor Anna Maria Roe came. Then Anna Roe slept.", {"Anna Maria Roe": ["Mayor Anna Maria Roe", "Anna Roe"]}),
        (
            "Mayor Anna Jordan came late to the weir. “It is old,” Jordan said.",
            {"Anna Jordan": ["Mayor Anna Jordan", "Jordan"]},
        ),
    ],
)
def test_the_people_of_a_report(found_in: Callable[..., Any], text: str, expected: dict[str, list[str]]) -> None:
    found = found_in(text).entities
    assert {one.name: [mention.text for mention in one.mentions] for one in found} == expected


@pytest.mark.parametrize(
    ("a", "b", "is_one"),
    [
        ("anna maria roe", "anna roe", True),
        ("bob roe", "robert roe", True),
        ("anna maria roe", "anna lund roe", False),
        ("otto roe", "anna roe", False),
        ("otto roe", "otto roe jr", False),
    ],
)
def test_a_middle_name_or_a_short_one_is_no_other_person(a: str, b: str, is_one: bool) -> None:
    assert is_one_person(a, b) is is_one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Otto Roe met his sister Anna Roe. Roe slept. Then Anna woke.", ["Otto Roe"]),
        ("Anna Roe met her brother Otto Roe. Roe slept. Then Anna woke.", [None]),
        ("Otto Roe met his sister Anna Roe. Roe slept. Then Anna and Otto woke.", [None]),
        ("Otto Roe met his sister Anna Roe. Roe slept. “So Anna woke,” he said.", [None]),
        ("Otto Roe met Anna Roe and Ida Roe. Roe slept. Then Anna woke.", [None]),
    ],
)
def test_a_surname_is_of_whoever_came_first_where_the_others_go_by_their_given_names(
    text: str, expected: list[str | None]
) -> None:
    def places(words: str) -> list[Name]:
        found = [k for k in range(len(text)) if text.startswith(words, k)]
        return [Name(k, k + len(words), k, tuple(words.split()), "person") for k in found]

    whole = [Named(places(label), "person", label) for label in ("Otto Roe", "Anna Roe", "Ida Roe") if label in text]
    taken = [(name.start, name.end) for one in whole for name in one.names]
    bare = [one for words in ("Roe", "Anna", "Otto") for one in places(words)]
    bare = [one for one in bare if not any(a < one.end and one.start < b for a, b in taken)]
    surnames = Surnames(text, whole, bare)
    owners = [surnames.owner(one) for one in bare if one.words == ("Roe",)]
    assert [owner.label if owner else None for owner in owners] == expected
