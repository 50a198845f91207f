from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.match.age_conflicts import age_conflicts
from onrecord.model import Entity, Mention

NAME = "Ada Quill"


def found(report_of: Callable[..., Any], *told: tuple[str, str]) -> list[tuple[str, list[str]]]:
    reports = [report_of(text, published=date) for text, date in told]
    spans = tuple(
        Mention(one.id, at, at + len(NAME), NAME, (at, at + len(NAME)))
        for one in reports
        for at in [one.text.index(NAME)]
    )
    person = Entity(id="quill", name=NAME, type="person", mentions=spans)
    return [(about, [side.text for side in sides]) for about, _, sides in age_conflicts(reports, [person])]


FIRST = ("Ada Quill, 58, steered the barge.", "2024-05-02")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("The captain, Ada Quill, 56, was asleep.", 56),
        ("The 61-year-old captain, Ada Quill was asleep.", 61),
        ("Ada Quill (63) was asleep.", 63),
        ("Ada Quill, aged 61, was asleep.", 61),
        ("Ada Quill, a 61-year-old skipper, was asleep.", 61),
        ("Ada Quill, who is 61, was asleep.", 61),
        ("Ada Quill died in the hold of the barge, aged 61.", 61),
    ],
)
def test_two_ages_of_one_person_disagree(report_of: Callable[..., Any], text: str, years: int) -> None:
    low, high = sorted((58, years))
    assert found(report_of, FIRST, (text, "2024-05-03")) == [
        (f"the age of Ada Quill: {low} or {high}", ["58", str(years)])
    ]


def test_a_birthday_between_two_reports_explains_a_year(report_of: Callable[..., Any]) -> None:
    assert found(report_of, FIRST, ("Ada Quill, 59, was asleep.", "2024-05-03")) == []
    assert found(report_of, FIRST, ("Ada Quill, 57, was asleep.", "2024-05-03")) != []


def test_years_between_two_reports_explain_as_many(report_of: Callable[..., Any]) -> None:
    assert found(report_of, FIRST, ("Ada Quill, 60, was asleep.", "2026-05-03")) == []
    assert found(report_of, FIRST, ("Ada Quill, 63, was asleep.", "2026-05-03")) != []


def test_the_age_of_another_is_not_that_of_the_one_named(report_of: Callable[..., Any]) -> None:
    assert found(report_of, FIRST, ("Ada Quill died in the hold with her son, aged 9.", "2024-05-03")) == []


def test_other_numbers_beside_a_name_are_no_age(report_of: Callable[..., Any]) -> None:
    assert found(report_of, FIRST, ("Ada Quill, 12.5 miles from Ebb, was asleep.", "2024-05-03")) == []
    assert found(report_of, FIRST, ("It gave Ada Quill 12 and a half years.", "2024-05-03")) == []
    assert found(report_of, FIRST, ("It fined Ada Quill 20, no more.", "2024-05-03")) == []
    assert found(report_of, FIRST, ("Ada Quill, 3 sons and a dog were asleep.", "2024-05-03")) == []
