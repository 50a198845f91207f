"""What a description says of the one it stands for."""

import pytest

from onrecord.find.described import NO_DESCRIPTION, NO_FIT, Description, description
from onrecord.find.name import Name, Named


def person(label: str, *roles: str) -> Named:
    words = tuple(label.split())
    return Named([Name(0, len(label), 0, words, "person")], "person", label, role_words=frozenset(roles))


Around = tuple[frozenset[str], frozenset[str]]
NOTHING: Around = (frozenset(), frozenset())


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("the mayor", Description("mayor", frozenset(), frozenset(), "the", frozenset(), "mayor")),
        (
            "the Ostrell mayor",
            Description("mayor", frozenset({"Ostrell"}), frozenset(), "the", frozenset({"ostrell"}), "ostrell mayor"),
        ),
        (
            "The mayor of Ostrell",
            Description(
                "mayor", frozenset({"Ostrell"}), frozenset(), "the", frozenset({"ostrell"}), "mayor of ostrell"
            ),
        ),
        ("his lawyer", Description("lawyer", frozenset(), frozenset(), "his", frozenset(), "lawyer")),
        (
            "Vance’s lawyer",
            Description("lawyer", frozenset(), frozenset({"Vance"}), "vance", frozenset(), "’s lawyer"),
        ),
    ],
)
def test_head_names_owners_and_the_rest(words: str, parts: Description) -> None:
    assert description(words, (0, len(words))) == parts


@pytest.mark.parametrize(
    ("words", "role", "holds"),
    [
        ("Maine's governor", "Oregon Gov.", True),
        ("the West Virginia governor", "Virginia Gov.", True),
        ("Oregon's governor", "Oregon Gov.", False),
        ("the governor", "Oregon Gov.", False),
        ("Maine's governor", "Gov.", False),
        ("Maine's senator", "Oregon Gov.", False),
        ("Maine's senator", "US Senator", False),
    ],
)
def test_an_office_of_one_state_is_not_that_of_another(words: str, role: str, holds: bool) -> None:
    told = description(words, (0, len(words)))
    assert told is not None
    assert told.is_elsewhere([role]) is holds


def test_rivals_have_the_very_role_or_one_of_its_class_nearest_first() -> None:
    named = [person("Ann Roe", "farmer"), person("Bo Lund", "owner"), person("Cy Dane", "founder"), person("Di Pell")]
    rivals = description("the founder", (0, 11)).rivals(named, [3, 2, 1, 0], lambda _: NOTHING)
    assert (rivals.role, rivals.like, rivals.kind) == ([2], [2, 1], [3, 2, 1, 0])


def test_rivals_are_those_whose_names_tell_such_a_body() -> None:
    mill = Named([Name(0, 11, 0, ("Tolland", "Ltd"), "organisation")], "organisation", "Tolland Ltd")
    bureau = Named([Name(0, 11, 0, ("Ost", "Bureau"), "organisation")], "organisation", "Ost Bureau")
    named = [person("Ann Roe"), mill, bureau]
    rivals = description("the company", (0, 11)).rivals(named, [0, 1, 2], lambda _: NOTHING)
    assert (rivals.kind, rivals.body) == ([1, 2], [1])


def test_rivals_have_the_words_of_the_description_around_their_names() -> None:
    around: dict[int, Around] = {
        0: (frozenset({"surgeon"}), frozenset({"surgeon", "retired"})),
        1: (frozenset(), frozenset({"weir"})),
    }
    one = description("the retired surgeon", (0, 19))
    rivals = one.rivals([person("Ann Roe"), person("Bo Lund")], [0, 1], around.__getitem__)
    assert (rivals.beside, rivals.best) == ([0], [0])


def test_a_role_with_a_name_fits_the_one_who_has_both() -> None:
    named = [person("Ann Roe", "mayor"), person("Bo Lund", "mayor")]
    one = description("the Ostrell mayor", (0, 17))
    rivals = one.rivals(named, [0, 1], lambda _: NOTHING)
    with_name = one.fit(0, named[0], ["mayor of Ostrell"], rivals, lambda _: NOTHING)
    without = one.fit(1, named[1], ["mayor"], rivals, lambda _: NOTHING)
    assert with_name != without
    assert len(with_name) == len(without) == len(NO_FIT)


@pytest.mark.parametrize("words", ["the mayor", "their companies", "this Ostrell’s farmer", "the", "x"])
def test_numbers_are_as_many_as_for_no_description(words: str) -> None:
    assert len(description(words, (0, len(words))).numbers()) == len(NO_DESCRIPTION)


@pytest.mark.parametrize(
    ("words", "label", "may"),
    [
        ("the company", "Ostrell Health Authority", False),
        ("the authority", "Ostrell Health Authority", True),
        ("the company", "Tolland Mills", True),
        ("the company", "Tolland", True),
        ("the union", "Tolland Ltd", False),
        ("the mayor", "Tolland Ltd", True),
    ],
)
def test_a_body_of_another_class_is_not_meant(words: str, label: str, may: bool) -> None:
    names = tuple(label.split())
    one = Named([Name(0, len(label), 0, names, "organisation")], "organisation", label)
    assert description(words, (0, len(words))).may_be(one) is may


@pytest.mark.parametrize(
    ("words", "several", "owner"),
    [
        ("her advisers", True, ""),
        ("the boss", False, ""),
        ("the actress", False, ""),
        ("the companies", False, ""),
        ("the prime minister’s spokesman", False, "minister"),
        ("the mayors’ lawyer", False, "mayors"),
        ("Vance’s lawyer", False, ""),
    ],
)
def test_whether_it_is_of_several_and_whose_it_is(words: str, several: bool, owner: str) -> None:
    one = description(words, (0, len(words)))
    assert (one.is_several, one.owner) == (several, owner)
