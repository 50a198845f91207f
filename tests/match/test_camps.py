from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from onrecord.match.camps import Camps

NAMES = {
    "Tarn Mills": "organisation",
    "Ada Quill": "person",
    "Ilse Brandt": "person",
    "Jo Marr": "person",
    "Norway": "country",
}


def camp(story: Callable[..., Any], source: str, before: str = "Nobody came") -> str | None:
    """For whom the source of the last sentence speaks, as people call it."""
    lines = [
        (None, "", before, "assert"),
        (None, "", "The mill owner Tarn Mills has a works at Ebb and Tarn Mills has a pier", "assert"),
        (source, "said", "the river was clean", "assert"),
    ]
    reports, statements, entities = story([lines], NAMES)
    camps = Camps(reports, statements, entities)
    found = camps.of(statements[-1])
    return camps.name(found) if found else None


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("Norway's fisheries minister, Ada Quill,", "norway"),
        ("A spokesman for the Norwegian government", "norway"),
        ("Ada Quill, the chief executive of Tarn Mills,", "Tarn Mills"),
        ("The company", "Tarn Mills"),
        ("Its founder", "Tarn Mills"),
        ("The union", "union"),
    ],
)
def test_who_has_an_office_speaks_for_its_body_or_state(story: Callable[..., Any], source: str, who: str) -> None:
    assert camp(story, source) == who


@pytest.mark.parametrize(("source", "who"), [("Ada Quill", "Ada Quill"), ("A former engineer at the works", None)])
def test_who_has_none_speaks_for_nobody_else(story: Callable[..., Any], source: str, who: str | None) -> None:
    assert camp(story, source) == who


def test_what_is_told_of_a_source_is_no_office(story: Callable[..., Any]) -> None:
    assert camp(story, "Ada Quill, who stood outside the company's gate,") == "Ada Quill"
    assert camp(story, "Ada Quill, who leads the union,") == "union"


def test_a_spokesman_whose_words_name_no_body_speaks_for_the_one_named_last_before(story: Callable[..., Any]) -> None:
    lines = [
        ("Tarn Mills", "denied", "the charge", "deny"),
        ("A spokeswoman, Ada Quill,", "said", "it was false", "assert"),
    ]
    reports, statements, entities = story([lines], NAMES)
    assert Camps(reports, statements, entities).of(statements[1]) == "e-Tarn Mills"


@pytest.mark.parametrize("source", ["A lawyer for Jo Marr, Ilse Brandt,", "Jo Marr's lawyer, Ilse Brandt,"])
def test_a_lawyer_speaks_for_the_client_named_with_the_office_and_does_so_elsewhere(
    story: Callable[..., Any], source: str
) -> None:
    lines = [(source, "said", "he was ill", "assert"), ("Ilse Brandt", "said", "he slept", "assert")]
    reports, statements, entities = story([lines], NAMES)
    told = [msgspec.structs.replace(one, speaker="e-Ilse Brandt") for one in statements]
    camps = Camps(reports, told, entities)
    assert [camps.sides(one)[0] for one in told] == ["e-Jo Marr", "e-Jo Marr"]


def test_a_lawyer_speaks_for_the_one_named_before(story: Callable[..., Any]) -> None:
    assert camp(story, "Her lawyer, Ilse Brandt,", "A trade in Norway") == "Ilse Brandt"
    reports, statements, entities = story(
        [[(None, "", "Police held Jo Marr", "assert"), ("His lawyer, Ilse Brandt,", "said", "he was ill", "assert")]],
        NAMES,
    )
    assert Camps(reports, statements, entities).sides(statements[0]) == ("e-Jo Marr",)


def test_an_outlet_of_the_pile_is_nobody_to_blame(story: Callable[..., Any]) -> None:
    reports, statements, entities = story([[("Tarn Mills", "said", "it rained", "assert")]], NAMES)
    assert Camps(reports, statements, entities).is_party("e-Tarn Mills")
    printed = tuple(msgspec.structs.replace(report, outlet="Tarn Mills") for report in reports)
    assert not Camps(printed, statements, entities).is_party("e-Tarn Mills")
