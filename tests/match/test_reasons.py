from collections.abc import Callable
from datetime import date

from onrecord.days import Days
from onrecord.match.constraints import own_days
from onrecord.match.daysets import Calendar
from onrecord.match.reasons import why
from onrecord.match.solving import Happening, Telling
from onrecord.model import Time

CALENDAR = Calendar(Days(date(2021, 1, 1), date(2021, 12, 31)))


def test_a_date_says_its_own_words_then_what_other_reports_fix(times_of: Callable[..., tuple[Time, ...]]) -> None:
    told = times_of("day 03-01 past")
    (monday,) = times_of("weekday 0")
    day = CALENDAR.between(date(2021, 3, 8), date(2021, 3, 8))
    known = [(Happening("the vote", (Telling("a", monday), Telling("b", monday))), day)]
    found = why("a", own_days(told, CALENDAR), known, True, CALENDAR)
    assert found == (
        "its own words force it: “day 03-01 past”; it tells of the vote, “weekday 0”, which other reports put on "
        "2021-03-08; news is fresh, so it is the earliest such day"
    )


def test_what_excludes_no_day_is_no_reason() -> None:
    late = CALENDAR.between(date(2020, 12, 1), date(2020, 12, 1))
    assert why("a", own_days((), CALENDAR), [(Happening("it", (Telling("a"),)), late)], False, CALENDAR) == ""
