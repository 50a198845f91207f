"""Whom words are spoken to and whom they tell of, who hardly say them."""

from __future__ import annotations

import pytest

from onrecord.find.binding import NOTHING, bound

Range = tuple[int, int]


def found(text: str, source: str, content: str) -> tuple[list[str], list[str]]:
    """The names of those who are spoken to, and of those who are told of."""
    names = ("Vance", "Roe")
    places = sorted((text.index(name), n) for n, name in enumerate(names))
    spans = [(text.index(words), text.index(words) + len(words)) for words in (source, content)]
    one = bound(text, [start for start, _ in places], [n for _, n in places], spans[0], [spans[1]])
    return [names[n] for n in sorted(one.hearers)], [names[n] for n in sorted(one.told_of)]


@pytest.mark.parametrize(
    ("text", "source", "content", "hearers", "told"),
    [
        ("Vance came. He told Roe that it held.", "He", "it held", ["Roe"], []),
        ("Vance came. “It held,” she told Roe.", "she", "It held", ["Roe"], []),
        ("Vance came. He said Roe slept.", "He", "Roe slept", [], ["Roe"]),
        ("“It held,” she said. Vance and Roe slept.", "she", "It held", [], []),
        ("“It held,” she said as Vance wrote that Roe slept.", "she", "It held", ["Vance"], []),
    ],
)
def test_names_near_what_is_said(text: str, source: str, content: str, hearers: list[str], told: list[str]) -> None:
    assert found(text, source, content) == (hearers, told)


def test_words_for_roles_count_like_names() -> None:
    text = "He told the weary auditor that the mayor had slept."
    said = text.index("the mayor"), len(text)
    one = bound(text, [], [], (0, 2), [said])
    assert one.numbers(0, frozenset({"auditor"})) == [0.0, 0.0, 1.0, 0.0]
    assert one.numbers(0, frozenset({"mayor"})) == [0.0, 0.0, 0.0, 1.0]
    assert one.numbers(0, frozenset({"baker"})) == [0.0] * 4


def test_where_nothing_is_said_nobody_is_told() -> None:
    assert bound("He told Roe.", [8], [0], (0, 2), []) is NOTHING
