"""Runs of capitals cut into names."""

import pytest

from onrecord.find.capitals import in_sentence
from onrecord.find.words import words


def names(text: str) -> list[tuple[str, str]]:
    """Each name with its title in front, and the bare name."""
    return [(text[one.start : one.end], text[one.name_start : one.end]) for one in in_sentence(words(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("then Dorrit Vance slept", [("Dorrit Vance", "Dorrit Vance")]),
        ("then Mr Vance slept", [("Mr Vance", "Vance")]),
        ("then Mr. Vance slept", [("Mr. Vance", "Vance")]),
        ("then Brig. Dorrit Vance slept", [("Brig. Dorrit Vance", "Dorrit Vance")]),
        ("then Mayor Dorrit Vance slept", [("Mayor Dorrit Vance", "Dorrit Vance")]),
        ("and former mayor Dorrit Vance slept", [("former mayor Dorrit Vance", "Dorrit Vance")]),
        ("then its founder Dorrit Vance slept", [("founder Dorrit Vance", "Dorrit Vance")]),
        ("the head of the Bank of Ostrell slept", [("Bank of Ostrell", "Bank of Ostrell")]),
        ("then Jan van Roe slept", [("Jan van Roe", "Jan van Roe")]),
        ("then Attorney General Dorrit Vance slept", [("Attorney General Dorrit Vance", "Dorrit Vance")]),
        (
            "and presidential candidate Dorrit Vance slept",
            [("presidential candidate Dorrit Vance", "Dorrit Vance")],
        ),
        ("a major Weir Assembly slept", [("Weir Assembly", "Weir Assembly")]),
        ("they saw Tarn Guard service end", [("Tarn Guard", "Tarn Guard")]),
        ("they saw Tarn fire service boats", [("Tarn fire service", "Tarn fire service")]),
        ("then Vance & Roe slept", [("Vance & Roe", "Vance & Roe")]),
        ("The weir held", []),
        ("On Monday it held", []),
        ("In May it held", []),
        ("nothing here", []),
    ],
)
def test_names_with_titles_in_front(text: str, found: list[tuple[str, str]]) -> None:
    assert names(text) == found


def test_a_country_or_its_people_before_a_role_belong_to_it() -> None:
    assert names("then the Norwegian minister Dorrit Vance slept")[-1] == (
        "Norwegian minister Dorrit Vance",
        "Dorrit Vance",
    )


@pytest.mark.parametrize(
    "role", ["South Carolina Sen.", "South Korean leader", "South Korea’s President", "West Virginia Gov."]
)
def test_a_region_in_front_of_a_role_is_whole(role: str) -> None:
    assert names(f"then {role} Dorrit Vance slept")[-1] == (f"{role} Dorrit Vance", "Dorrit Vance")


def test_a_ministry_of_a_country_of_two_words_is_whole() -> None:
    text = "South Korea’s finance ministry slept"
    assert names(text) == [("South Korea’s finance ministry",) * 2, ("South Korea",) * 2]


def test_a_government_is_its_country() -> None:
    (one,) = in_sentence(words("the Norwegian government slept"))
    assert (one.canonical, one.kind) == ("Norway", "country")


def test_a_capital_behind_a_preposition_is_a_place() -> None:
    (one,) = in_sentence(words("it rained in Oslo"))
    assert one.kind == "place"
