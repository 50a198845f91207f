from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from onrecord.match.quantities import Quantity, is_rounding, quantities
from onrecord.model import Span


def told(report_of: Callable[..., Any], text: str) -> list[Quantity]:
    return list(quantities(report_of(text)))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They lifted four tonnes of eels.", "four tonnes", 4),
        ("Some 1,250 dockers went home.", "Some 1,250 dockers", 1250),
        ("It cost the town 2.5 million bricks.", "2.5 million bricks", 2_500_000),
        ("About twenty-five people came.", "About twenty-five people", 25),
        ("They sold 12 red barges.", "12 red barges", 12),
    ],
)
def test_a_number_before_a_plural_is_read(report_of: Callable[..., Any], text: str, words: str, value: float) -> None:
    (one,) = told(report_of, text)
    assert (one.span.text, one.value) == (words, value)


@pytest.mark.parametrize(
    "text",
    [
        "It opened in 2016 and barges came.",
        "He is 52, and barges are his life.",
        "They waited 31 hours.",
        "It was the 3rd time that barges came.",
        "It cost $40 for barges.",
        "Lane 7 was closed.",
    ],
)
def test_years_ages_times_and_sums_of_money_are_no_numbers_of_things(report_of: Callable[..., Any], text: str) -> None:
    assert told(report_of, text) == []


@pytest.mark.parametrize(
    ("text", "is_part"),
    [("Two other barges came.", True), ("Then another 90 dockers came.", True), ("More than 90 dockers came.", False)],
)
def test_a_number_of_others_counts_a_part(report_of: Callable[..., Any], text: str, is_part: bool) -> None:
    (one,) = told(report_of, text)
    assert one.is_part == is_part


def test_what_a_measure_measures_and_how_sure_it_is(report_of: Callable[..., Any]) -> None:
    (one,) = told(report_of, "At least four tonnes of eels died.")
    assert (one.of, one.thing, one.bound) == ("eel", "tonnes of eels", "least")
    (one,) = told(report_of, "Nearly 400 eels died.")
    assert (one.of, one.bound) == ("", "about")


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("Some 40 people had been hurt on the quay.", "hurt"),
        ("The flood injured 40 people.", "hurt"),
        ("They saw 40 people, hurt.", ""),
        ("They saw 40 people.", ""),
    ],
)
def test_what_is_told_of_those_counted(report_of: Callable[..., Any], text: str, fate: str) -> None:
    assert [one.fate for one in told(report_of, text)] == [fate]


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [(904, 900, True), (194, 187, False), (194, 190, True), (12, 13, False), (1150, 1500, False)],
)
def test_a_rounding_is_near_and_round(one: float, other: float, is_one: bool) -> None:
    assert is_rounding(one, other) == is_one


def test_noise_is_passed_over(report_of: Callable[..., Any]) -> None:
    text = "Read 12 stories\nThey lifted four tonnes of eels.\n"
    report = report_of(text)
    noisy = msgspec.structs.replace(report, noise=(Span(report.id, 0, 15, text[:15]),))
    assert [one.span.text for one in quantities(noisy)] == ["four tonnes"]
