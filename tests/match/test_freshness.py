from collections.abc import Callable
from datetime import date

import msgspec

from onrecord.days import Days
from onrecord.match.daysets import Calendar, DaySet
from onrecord.match.freshness import earliest, is_one_affair, opening
from onrecord.model import Entity, Mention, Time

Times = Callable[..., tuple[Time, ...]]
CALENDAR = Calendar(Days(date(2021, 1, 1), date(2021, 12, 31)))
LATER = CALENDAR.since(date(2021, 3, 4)) & CALENDAR.whole
FRIDAY = CALENDAR.since(date(2021, 3, 5)) & CALENDAR.whole
LEAD = "The weir at Ostrell held all night. " * 6


def on(first: int, last: int | None = None) -> DaySet:
    return CALENDAR.between(date(2021, 3, first), date(2021, 3, last or first))


def named(name: str, *reports: str) -> Entity:
    mentions = tuple(Mention(key, 0, 1, "x", (0, 1)) for key in reports)
    return Entity(id=name, name=name, type="person", mentions=mentions)


def test_reports_that_share_their_names_are_of_one_affair() -> None:
    assert is_one_affair(3, [named("a", "1", "2", "3"), named("b", "1", "2"), named("c", "3")])
    assert not is_one_affair(3, [named(str(n), str(n % 3)) for n in range(9)])
    assert not is_one_affair(1, [named("a", "1")])
    assert not is_one_affair(3, [])


def test_a_report_with_a_weekday_is_of_the_earliest_day(times_of: Times) -> None:
    told = times_of("day 03-01 past; weekday 0")
    assert earliest(LATER, told, [], LEAD, CALENDAR) == on(8)  # a week after what is told by its date


def test_without_a_weekday_or_a_known_day_nothing_is_fresh(times_of: Times) -> None:
    assert earliest(LATER, times_of("day 03-01 past"), [], LEAD, CALENDAR) == LATER
    assert earliest(LATER, times_of("weekday 0"), [], LEAD, CALENDAR) == LATER


def test_what_is_more_than_ten_days_older_is_no_news(times_of: Times) -> None:
    late = CALENDAR.since(date(2021, 3, 20)) & CALENDAR.whole
    assert earliest(late, times_of("day 03-01 past; weekday 0"), [], LEAD, CALENDAR) == late


def test_a_weekday_that_opens_the_report_is_its_news(times_of: Times) -> None:
    told = times_of("weekday 0; weekday 4; date 2021-03-01 past")
    assert earliest(FRIDAY, told, [], LEAD, CALENDAR) == on(8)  # the first Monday that no Friday is later than


def test_without_a_day_in_the_paragraph_that_opens_it_a_report_has_no_earliest_day(times_of: Times) -> None:
    told = times_of("weekday 0; weekday 4; date 2021-03-01 past")
    assert earliest(FRIDAY, told, [], f"{'x' * 60}\n{LEAD}", CALENDAR) == FRIDAY


def test_a_post_is_as_good_as_a_day_in_the_opening_paragraph(times_of: Times) -> None:
    told = times_of("weekday 4; day 03-05 post")
    assert earliest(FRIDAY, told, [(told[0], on(5))], "", CALENDAR) == on(5)


def test_a_post_stands_for_itself_wherever_the_report_shows_it(times_of: Times) -> None:
    friday, post = times_of("weekday 4; day 03-05 post")
    down = msgspec.structs.replace(post, start=len(LEAD) + 90, end=len(LEAD) + 99)
    caption = msgspec.structs.replace(friday, start=len(LEAD) + 10, end=len(LEAD) + 19)
    assert earliest(FRIDAY, (caption, down), [], LEAD * 2, CALENDAR) == on(5)


def test_a_picture_of_the_opening_weekday_or_the_day_before_is_of_the_news(times_of: Times) -> None:
    friday, *shown = times_of("weekday 4; date 2021-03-04 picture; date 2021-02-02 picture")
    told = (friday, *(msgspec.structs.replace(one, start=len(LEAD) + 9) for one in shown))
    assert earliest(LATER, told, [(told[0], FRIDAY)], LEAD, CALENDAR) == on(5)
    assert earliest(LATER, told, [], LEAD, CALENDAR) == LATER  # nobody else tells anything of it
    older = times_of("weekday 4; date 2021-03-03 picture")
    assert earliest(LATER, older, [(None, FRIDAY)], LEAD, CALENDAR) != on(5)


def test_a_date_in_the_second_half_of_a_report_is_no_news(times_of: Times) -> None:
    monday, friday, day = times_of("weekday 0; weekday 4; date 2021-03-01 past")
    down = msgspec.structs.replace(day, start=len(LEAD) - 30, end=len(LEAD) - 10)
    assert earliest(FRIDAY, (monday, friday, down), [], LEAD, CALENDAR) == FRIDAY


def test_what_a_report_tells_without_a_time_may_be_old(times_of: Times) -> None:
    (friday,) = times_of("weekday 4")
    assert earliest(FRIDAY, (friday,), [(friday, on(5))], LEAD, CALENDAR) == on(5)
    assert earliest(FRIDAY, (friday,), [(None, on(5))], LEAD, CALENDAR) == FRIDAY


def test_a_day_that_other_reports_leave_open_leaves_as_many(times_of: Times) -> None:
    assert earliest(CALENDAR.whole, times_of("weekday 0"), [(None, on(2, 9))], "", CALENDAR) == on(2, 9)
    (sunday,) = times_of("weekday 6")
    assert earliest(CALENDAR.whole, (sunday,), [(sunday, on(6, 8))], "", CALENDAR) == on(7)


def test_the_body_opens_with_its_first_long_paragraph() -> None:
    text = "A headline\n\nBy Ida Brandt\n\n" + "The weir at Ostrell held all night, " * 5 + "\n\nMore."
    start, end = opening(text)
    assert text[start:end].startswith("The weir")
    assert text[end:] == "\n\nMore."
    assert opening("Short.") == (0, 0)
