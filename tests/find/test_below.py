"""Who is described first and named further down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Make = Callable[..., Any]
_REST = " The weir held. The mill stood. The river rose. The boats slept. The fields dried."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A Norwegian judge said it had held.{} Ann Roe, the Norwegian judge, slept.", "Ann Roe"),
        ("A Norwegian spokesman said it had held.{} Spokeswoman Ann Roe of Oslo slept.", "Ann Roe"),
        # another country, another office, two of them
        ("A Norwegian judge said it had held.{} Ann Roe, a Swedish judge, slept.", None),
        ("A Norwegian judge said it had held.{} Ann Roe, a Norwegian baker, slept.", None),
        ("A Norwegian judge said it had held.{} Ann Roe, a Norwegian judge, met Bob Low, a Norwegian judge.", None),
    ],
)
def test_a_person_whose_role_is_told_below(found_in: Make, text: str, speaker: str | None) -> None:
    found = found_in(text.format(_REST))
    (one,) = found.statements
    assert {entity.id: entity.name for entity in found.entities}.get(one.speaker) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The weir held, according to a new report. The Ostrell Gazette reported on Monday that it was old.", 0),
        ("The weir held, according to a new report.{} Then Ostrell slept.", None),
    ],
)
def test_the_outlet_that_reports_right_behind_a_report(found_in: Make, text: str, speaker: int | None) -> None:
    found = found_in(text.format(_REST))
    named = {entity.id: entity.name for entity in found.entities}
    expected = "a new report" if speaker is None else "Ostrell Gazette"
    assert named[found.statements[0].speaker] == expected


def test_behind_the_lead_nobody_is_looked_for_below(found_in: Make) -> None:
    text = f"The day began.{_REST} A Norwegian judge said it had held. Ann Roe, the Norwegian judge, slept."
    found = found_in(text)
    (one,) = found.statements
    assert {entity.id: entity.name for entity in found.entities}[one.speaker] == "A Norwegian judge"
