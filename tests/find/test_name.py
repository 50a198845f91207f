"""One name, and the one it stands for."""

import pytest

from onrecord.find.name import Name, Named


def named(*titles: str, label: str = "Vance", roles: frozenset[str] = frozenset()) -> Named:
    name = Name(0, 5, 0, ("Vance",), "person", titles)
    return Named([name], "person", label, role_words=roles)


@pytest.mark.parametrize(
    ("one", "gender"),
    [
        (named("mr"), "male"),
        (named("mrs"), "female"),
        (named("dr"), None),
        (named(), None),
        (named(label="Maria Vance"), "female"),
        (named(label="Peter Vance"), "male"),
        (named("mr", label="Maria Vance"), "male"),
        (named(roles=frozenset({"daughter"})), "female"),
        (named(roles=frozenset({"spokesman"})), "male"),
        (named(label=""), None),
    ],
)
def test_gender_goes_by_title_then_role_then_given_name(one: Named, gender: str | None) -> None:
    assert one.gender == gender
