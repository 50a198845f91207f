"""Times told in passing."""

import pytest

from onrecord.find.times import times
from onrecord.match.asides import is_aside


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ann Roe, whose mill burnt on Tuesday, wept.", True),
        ("The weir, which broke on Tuesday, was old.", True),
        ("She spoke because the weir broke on Tuesday.", True),
        ("Ann Roe was born on 5 May.", True),
        ("The weir, which was old, broke on Tuesday.", False),
        ("She wept when the mill burnt on Tuesday.", False),
        ("He died. On Tuesday she spoke.", False),
        ("He died, and on Tuesday she spoke.", False),
    ],
)
def test_a_time_in_a_clause_of_its_own_or_of_a_deed_that_has_its_day_is_told_in_passing(text: str, found: bool) -> None:
    (time,) = times("r", text, 0, len(text))
    assert is_aside(text, time) is found
