from collections.abc import Callable
from typing import Any

import pytest

from onrecord.match.meanings import Meanings
from onrecord.match.number_conflicts import number_conflicts


def found(
    report_of: Callable[..., Any], meanings: Meanings, *told: tuple[str, str | None]
) -> list[tuple[str, list[str]]]:
    reports = [report_of(text, published=date) for text, date in told]
    return [(about, [side.text for side in sides]) for about, _, sides in number_conflicts(reports, meanings)]


FIRST = "The storm killed four tonnes of eels in the harbour."
SECOND = "The storm in the harbour killed 14 tonnes of eels."


def test_two_numbers_of_one_thing_on_one_day_disagree(report_of: Callable[..., Any], meanings: Meanings) -> None:
    assert found(report_of, meanings, (FIRST, "2024-05-02"), (SECOND, "2024-05-02")) == [
        ("how many tonnes of eels: 4 or 14", ["four tonnes", "14 tonnes"])
    ]


def test_a_later_report_with_a_larger_number_is_an_update(report_of: Callable[..., Any], meanings: Meanings) -> None:
    assert found(report_of, meanings, (FIRST, "2024-05-02"), (SECOND, "2024-05-04")) == []
    assert found(report_of, meanings, (FIRST, "2024-05-04"), (SECOND, "2024-05-02")) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The strike stopped 900 barges on the canal.", "The strike on the canal stopped 904 barges."),
        ("The strike stopped at least 20 barges on the canal.", "The strike on the canal stopped 31 barges."),
        ("The strike stopped 20 barges on the canal.", "The strike on the canal stopped twenty barges."),
        ("The strike stopped 20 barges on the canal.", "The strike on the canal stopped 640 barges."),
        ("The strike stopped 20 barges on the canal.", "The strike on the canal stopped 35-year-old barges."),
        ("The storm drove a barge 36 miles up the canal.", "The storm drove the barge 35 miles up the canal."),
        ("The strike stopped 20 barges on the canal.", "A school bought 12 barges of paper for its pupils."),
        ("The strike stopped 20 barges on the canal.", "The strike on the canal stopped twelve other barges."),
        (
            "The strike stopped 20 barges on the canal.",
            "The strike on the canal stopped 12 barges. Eight other barges sank.",
        ),
        ("Two wardens left the canal strike talks.", "Four wardens shouted at the canal strike talks."),
        ("The strike stopped 20 barges on the canal.", "The strike on the canal stopped 31 barges and sank 2 barges."),
    ],
)
def test_rounding_bounds_the_same_number_and_other_things_do_not(
    report_of: Callable[..., Any], meanings: Meanings, one: str, other: str
) -> None:
    assert found(report_of, meanings, (one, None), (other, None)) == []


def test_two_larger_numbers_told_exactly_are_no_rounding(report_of: Callable[..., Any], meanings: Meanings) -> None:
    one, other = "The strike stopped 187 barges on the canal.", "The strike on the canal stopped 194 barges."
    assert found(report_of, meanings, (one, None), (other, None)) != []


def test_of_people_those_with_one_fate_are_compared(report_of: Callable[..., Any], meanings: Meanings) -> None:
    one = "The union says 14 people were hurt on the quay. It has eleven people for the whole harbour."
    other = "The bosses of the union say 19 people were hurt on the quay."
    assert found(report_of, meanings, (one, None), (other, None)) == [
        ("how many people: 14 or 19", ["14 people", "19 people"])
    ]
    assert found(report_of, meanings, (one, None), (other.replace("hurt", "heard"), None)) == []


def test_every_report_that_tells_one_of_the_numbers_is_a_side(
    report_of: Callable[..., Any], meanings: Meanings
) -> None:
    third = "Boats lifted about four tonnes of eels from the harbour."
    ((_, sides),) = found(report_of, meanings, (FIRST, None), (SECOND, None), (third, None))
    assert sides == ["four tonnes", "14 tonnes", "about four tonnes"]


def test_one_text_printed_twice_with_a_misprint_is_one_source(
    report_of: Callable[..., Any], meanings: Meanings
) -> None:
    first = report_of(FIRST)
    second = report_of(SECOND, copy_of=first.id)
    assert list(number_conflicts([first, second], meanings)) == []
