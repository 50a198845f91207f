from collections.abc import Callable
from typing import Any

from onrecord.match.conflicts import conflicts
from onrecord.match.meanings import Meanings
from onrecord.model import Conflict, encode

FIRST = "The storm killed four tonnes of eels in the harbour."
SECOND = "The storm in the harbour killed 14 tonnes of eels."


def found(report_of: Callable[..., Any], meanings: Meanings, together: bool = True) -> tuple[Conflict, ...]:
    reports = tuple(map(report_of, (FIRST, SECOND)))
    groups = [[one.id for one in reports]] if together else [[one.id] for one in reports]
    return conflicts(reports, (), (), (), (), groups, meanings)


def test_a_conflict_says_what_it_is_about_and_shows_both_sides(
    report_of: Callable[..., Any], meanings: Meanings
) -> None:
    (one,) = found(report_of, meanings)
    assert (one.about, one.kind) == ("how many tonnes of eels: 4 or 14", "number")
    assert [side.text for side in one.sides] == ["four tonnes", "14 tonnes"]
    texts = {report_of(text).id: text for text in (FIRST, SECOND)}
    assert all(texts[side.report][side.start : side.end] == side.text for side in one.sides)


def test_reports_of_two_affairs_do_not_disagree(report_of: Callable[..., Any], meanings: Meanings) -> None:
    assert found(report_of, meanings, together=False) == ()


def test_the_same_reports_give_the_same_bytes(report_of: Callable[..., Any], meanings: Meanings) -> None:
    assert encode(found(report_of, meanings)) == encode(found(report_of, Meanings()))


def test_reports_that_disagree_on_one_thing_are_sides_of_one_conflict(
    story: Callable[..., Any], meanings: Meanings
) -> None:
    words = ("a hull with a timetable", "a hull that keeps to a timetable", "a hull run to a timetable")
    lines = [[("Ada Quill", "said", f"“That barge was {one}”", "assert")] for one in words]
    reports, statements, entities = story(lines, {"Ada Quill": "person"})
    groups = [[one.id for one in reports]]
    (one,) = conflicts(reports, statements, entities, (), (), groups, meanings)
    assert {side.report for side in one.sides} == set(groups[0])
