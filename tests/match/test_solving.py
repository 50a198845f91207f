"""Days of reports and of what they tell of, solved together, in a window of the year 2021."""

from collections.abc import Callable, Mapping
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.days import Days
from onrecord.match.daysets import Calendar, DaySet
from onrecord.match.solving import Happening, Solved, Telling, solved
from onrecord.model import Time

Times = Callable[..., tuple[Time, ...]]
CALENDAR = Calendar(Days(date(2021, 1, 1), date(2021, 12, 31)))


def on(month: int, day: int) -> DaySet:
    return CALENDAR.between(date(2021, month, day), date(2021, month, day))


def tell(report: str, times: tuple[Time, ...]) -> Telling:
    return Telling(report, next(iter(times), None))


def stretch(days: DaySet | None) -> tuple[str, str]:
    assert days
    first, last = CALENDAR.hull(days)
    return first.isoformat()[5:], last.isoformat()[5:]


def test_a_weekday_of_what_a_dated_report_tells_bounds_the_other_to_a_week(times_of: Times) -> None:
    (monday,), (tuesday,) = times_of("weekday 0"), times_of("weekday 0", "b")
    one = Happening("the words “No”", (Telling("a", monday), Telling("b", tuesday)))
    found = solved({"a": on(3, 10), "b": CALENDAR.whole}, [one], CALENDAR)
    assert stretch(found.happened[0]) == ("03-08", "03-08")
    assert stretch(found.published["b"]) == ("03-08", "03-14")
    assert found.clashes == ()


def test_without_a_time_a_report_is_no_earlier_than_what_it_tells_of(times_of: Times) -> None:
    one = Happening("it", (tell("a", times_of("days -1")), Telling("b")))
    found = solved({"a": on(3, 10), "b": CALENDAR.whole}, [one], CALENDAR)
    assert stretch(found.published["b"]) == ("03-09", "12-31")


def test_two_reports_without_a_date_bound_each_other_through_a_third(times_of: Times) -> None:
    strike = Happening("the strike", (tell("a", times_of("weekday 0")), tell("b", times_of("weekday 0", "b"))))
    vote = Happening("the vote", (tell("b", times_of("days 0", "b")), tell("c", times_of("days -1", "c"))))
    found = solved({"a": on(3, 10), "b": CALENDAR.whole, "c": CALENDAR.whole}, [strike, vote], CALENDAR)
    assert stretch(found.published["b"]) == ("03-08", "03-14")
    assert stretch(found.published["c"]) == ("03-09", "03-15")


def test_a_thing_whose_tense_is_open_lies_on_either_side(times_of: Times) -> None:
    (friday,) = times_of("weekday 4 thing")
    known = tell("a", times_of("date 2021-03-12", "a"))
    found = solved(
        {"a": on(3, 1), "b": CALENDAR.whole},
        [Happening("the vote", (known, Telling("b", friday, is_open=True)))],
        CALENDAR,
    )
    assert stretch(found.published["b"]) == ("03-05", "03-18")


def test_tellings_of_two_days_are_named_and_bind_nothing(times_of: Times) -> None:
    one = Happening("the arrest", (tell("a", times_of("days -1")), tell("b", times_of("days -1", "b"))))
    found = solved({"a": on(3, 10), "b": on(5, 10)}, [one], CALENDAR)
    assert found.happened == (None,)
    (clash,) = found.clashes
    assert clash.about == "the day of the arrest"
    assert [side.report for side in clash.sides] == ["b", "r1"]


def test_what_is_not_surely_one_thing_is_no_conflict(times_of: Times) -> None:
    told = (tell("a", times_of("days -1")), tell("b", times_of("days -1", "b")))
    found = solved({"a": on(3, 10), "b": on(5, 10)}, [Happening("the vote", told, is_sure=False)], CALENDAR)
    assert (found.happened, found.clashes) == ((None,), ())


def test_sure_things_hold_where_an_unsure_one_contradicts_them(times_of: Times) -> None:
    sure = Happening("it", (tell("a", times_of("days 0")), tell("b", times_of("days 0", "b"))))
    unsure = Happening(
        "the vote", (tell("b", times_of("days 0", "b")), tell("c", times_of("days 0", "c"))), is_sure=False
    )
    found = solved({"a": on(3, 1), "b": CALENDAR.whole, "c": on(7, 1)}, [sure, unsure], CALENDAR)
    assert stretch(found.published["b"]) == ("03-01", "03-01")
    assert found.clashes == ()


def test_the_one_unsure_thing_that_spoils_the_rest_is_let_go(times_of: Times) -> None:
    spoiling, good = (
        Happening(what, (tell(a, times_of("days 0", a)), tell("b", times_of("days 0", "b"))), is_sure=False)
        for what, a in (("the vote", "c"), ("the march", "a"))
    )
    also = Happening("the talk", (tell("a", times_of("days 0")), tell("b", times_of("days 0", "b"))), is_sure=False)
    found = solved({"a": on(3, 1), "b": CALENDAR.whole, "c": on(7, 1)}, [spoiling, good, also], CALENDAR)
    assert stretch(found.published["b"]) == ("03-01", "03-01")
    assert found.happened[0] is None
    assert found.clashes == ()


REPORTS = "abcdef"
KINDS = ("weekday 0", "weekday 4", "weekday 2 ahead", "days -1", "days 0", "weeks -1", "month 03", "day 03-08", "")
TELLINGS = st.tuples(st.sampled_from(REPORTS), st.sampled_from(KINDS))
HAPPENINGS = st.lists(st.lists(TELLINGS, min_size=2, max_size=4), max_size=5)
PUBLISHED = st.fixed_dictionaries(
    {key: st.one_of(st.none(), st.dates(date(2021, 2, 20), date(2021, 4, 10))) for key in REPORTS}
)


def made(told: list[list[tuple[str, str]]], times_of: Times) -> list[Happening]:
    return [
        Happening(str(n), tuple(tell(report, times_of(kind, report)) for report, kind in one))
        for n, one in enumerate(told)
    ]


def days(published: Mapping[str, date | None]) -> dict[str, DaySet]:
    return {key: CALENDAR.between(day, day) if day else CALENDAR.whole for key, day in published.items()}


def both(told: list[list[tuple[str, str]]], published: Mapping[str, date | None], times_of: Times) -> Solved:
    return solved(days(published), made(told, times_of), CALENDAR)


@settings(deadline=None, max_examples=40)
@given(HAPPENINGS, PUBLISHED)
def test_no_set_of_days_is_empty_and_what_cannot_be_is_named(
    times_of: Times, told: list[list[tuple[str, str]]], published: dict[str, date | None]
) -> None:
    found = both(told, published, times_of)
    assert all(found.published.values())
    assert all(one is None or one for one in found.happened)
    assert (None in found.happened) == bool(found.clashes)


@settings(deadline=None, max_examples=40)
@given(HAPPENINGS, PUBLISHED)
def test_a_report_more_never_widens_the_days_of_another_unless_a_conflict_is_named(
    times_of: Times, told: list[list[tuple[str, str]]], published: dict[str, date | None]
) -> None:
    without = [[one for one in tellings if one[0] != "f"] for tellings in told]
    before, after = both(without, published, times_of), both(told, published, times_of)
    if not after.clashes:
        assert not before.clashes
        assert all(
            after.published[key] & before.published[key] == after.published[key] for key in REPORTS if key != "f"
        )


@settings(deadline=None, max_examples=40)
@given(HAPPENINGS, PUBLISHED)
def test_the_order_of_reports_and_happenings_does_not_matter(
    times_of: Times, told: list[list[tuple[str, str]]], published: dict[str, date | None]
) -> None:
    turned = [list(reversed(one)) for one in reversed(told)]
    one, other = both(told, published, times_of), both(turned, dict(reversed(published.items())), times_of)
    assert one.published == other.published
    assert one.happened == other.happened[::-1]
