"""Whether a person is a man or a woman."""

import re

import pytest

from onrecord.find.genders import gender, gender_of, genders
from onrecord.find.name import Name, Named


def named(*titles: str, label: str = "Vance", roles: frozenset[str] = frozenset()) -> Named:
    name = Name(0, 5, 0, ("Vance",), "person", titles)
    return Named([name], "person", label, role_words=roles)


@pytest.mark.parametrize(
    ("one", "told"),
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
        (named(label="Zoë Vance"), "female"),
        (named(label="Peter"), None),
        (named(label="Andrea Vance"), None),
        (named(label=""), None),
    ],
)
def test_gender_goes_by_title_then_role_then_given_name(one: Named, told: str | None) -> None:
    assert gender(one) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Vance slept on her boat.", {0: "female"}),
        ("Vance slept on his boat, she on hers.", {0: "male"}),
        ("Vance slept. His boat sank.", {}),
        ("Vance slept. She slept.", {}),
        ("Vance slept. She slept. She woke.", {0: "female"}),
        ("Vance slept.", {}),
        ("Vance said that he should resign.", {}),
    ],
)
def test_a_sentence_of_one_person_tells_by_its_pronoun(text: str, told: dict[int, str]) -> None:
    assert genders(text, [named()], [found.span() for found in re.finditer(r"\w[^.]*\.", text)]) == told


def test_a_name_inside_quotation_marks_is_not_whom_the_pronoun_outside_stands_for() -> None:
    one = named()
    one.names[0].quoted = True
    assert genders("Vance slept there, he said.", [one], [(0, 27)]) == {}


def test_one_pronoun_that_is_another_s_does_not_outweigh_many() -> None:
    text = "Vance slept on her boat. " * 4 + "Vance slept on his boat."
    starts = [found.start() for found in re.finditer("Vance", text)]
    one = named()
    one.names = [Name(start, start + 5, start, ("Vance",), "person") for start in starts]
    sentences = [found.span() for found in re.finditer(r"\w[^.]*\.", text)]
    assert genders(text, [one], sentences) == {0: "female"}
    assert genders(text, [one], sentences[2:]) == {}


def test_a_pronoun_does_not_overrule_a_title() -> None:
    assert genders("Vance slept on his boat.", [named("mrs")], [(0, 24)]) == {0: "female"}


@pytest.mark.parametrize(
    ("head", "told"), [("fireman", "male"), ("woman", "female"), ("ombudsman", None), ("german", None)]
)
def test_the_gender_that_a_head_tells(head: str, told: str | None) -> None:
    assert gender_of(head) == told
