"""What a description says of the one it stands for."""

import pytest

from onrecord.find.described import NO_DESCRIPTION, NO_FIT, Description, description
from onrecord.find.name import Name, Named


def person(label: str, *roles: str) -> Named:
    words = tuple(label.split())
    return Named([Name(0, len(label), 0, words, "person")], "person", label, role_words=frozenset(roles))


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("the mayor", Description("mayor", frozenset(), frozenset(), "the")),
        ("the Ostrell mayor", Description("mayor", frozenset({"Ostrell"}), frozenset(), "the")),
        ("The mayor of Ostrell", Description("mayor", frozenset({"Ostrell"}), frozenset(), "the")),
        ("his lawyer", Description("lawyer", frozenset(), frozenset(), "his")),
        ("Vance’s lawyer", Description("lawyer", frozenset(), frozenset({"Vance"}), "vance")),
    ],
)
def test_head_names_and_owners(words: str, parts: Description) -> None:
    assert description(words, (0, len(words))) == parts


def test_holders_have_the_very_role_or_one_of_its_class_nearest_first() -> None:
    named = [person("Ann Roe", "farmer"), person("Bo Lund", "owner"), person("Cy Dane", "founder"), person("Di Pell")]
    assert description("the founder", (0, 11)).holders(named, [3, 2, 1, 0]) == ([2], [2, 1])


def test_a_role_with_a_name_fits_the_one_who_has_both() -> None:
    named = [person("Ann Roe", "mayor"), person("Bo Lund", "mayor")]
    one = description("the Ostrell mayor", (0, 17))
    holders = one.holders(named, [0, 1])
    with_name = one.fit(0, named[0], ["mayor of Ostrell"], holders)
    without = one.fit(1, named[1], ["mayor"], holders)
    assert with_name != without
    assert len(with_name) == len(without) == len(NO_FIT)


@pytest.mark.parametrize("words", ["the mayor", "their companies", "this Ostrell’s farmer", "the", "x"])
def test_numbers_are_as_many_as_for_no_description(words: str) -> None:
    assert len(description(words, (0, len(words))).numbers()) == len(NO_DESCRIPTION)
