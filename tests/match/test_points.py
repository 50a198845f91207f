from collections.abc import Callable
from typing import Any

from onrecord.match.meanings import Meanings
from onrecord.match.points import points
from onrecord.model import Point, Utterance, utterance_id

NAMES = {"Tarn Mills": "organisation", "Ada Quill": "person", "Jo Marr": "person"}
REPORTS = [
    [
        ("Ada Quill", "accused Tarn Mills of", "letting four barrels of oil into the river", "allege"),
        ("Tarn Mills", "denied", "that any oil had left its yard", "deny"),
    ],
    [
        ("Jo Marr", "said", "the river had been black since Sunday", "assert"),
        ("Tarn Mills", "denied", "that its yard had let oil into the river", "deny"),
        ("Jo Marr", "accused Tarn Mills of", "pouring oil into the river from its yard", "allege"),
    ],
]


def made(story: Callable[..., Any], meanings: Meanings, groups: Any = None, told: Any = ()) -> tuple[Point, ...]:
    reports, statements, _ = story(REPORTS, NAMES)
    return points(reports, statements, told, groups or [[one.id for one in reports]], meanings)


def test_a_point_is_worded_by_a_sentence_of_those_who_say_so(story: Callable[..., Any], meanings: Meanings) -> None:
    (point,) = made(story, meanings)
    assert point.proposition == "Pouring oil into the river from its yard."
    assert point.taken_from == "1-2"


def test_every_position_says_what_shows_it(story: Callable[..., Any], meanings: Meanings) -> None:
    (point,) = made(story, meanings)
    stances = {one.statement: one.stance for one in point.positions}
    assert stances.pop("0-0") != "against"
    assert stances == {"0-1": "against", "1-0": "for", "1-1": "against", "1-2": "for"}
    assert all(one.why for one in point.positions)


def test_another_telling_of_the_same_words_has_the_same_stance(story: Callable[..., Any], meanings: Meanings) -> None:
    told = [Utterance(utterance_id("0-0"), ("0-0", "1-0"))]
    (point,) = made(story, meanings, told=told)
    assert {one.statement: one.stance for one in point.positions}["1-0"] == "for"


def test_what_is_said_in_another_affair_is_not_on_the_point(story: Callable[..., Any], meanings: Meanings) -> None:
    reports, _, _ = story(REPORTS, NAMES)
    found = made(story, meanings, [[one.id] for one in reports])
    assert all(len({one.statement[0] for one in point.positions}) == 1 for point in found)


def test_the_same_reports_give_the_same_points(story: Callable[..., Any], meanings: Meanings) -> None:
    assert made(story, meanings) == made(story, Meanings())
