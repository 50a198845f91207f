from collections.abc import Callable, Sequence
from typing import Any

from onrecord.match.affairs import affairs
from onrecord.match.meanings import Meanings

NAMES = {"Tarn Mills": "organisation", "Ada Quill": "person", "Bel Orchestra": "organisation", "Ivo Sand": "person"}
OIL = [("Ada Quill", "said", "oil from Tarn Mills had reached the river", "assert")]
MORE_OIL = [("Tarn Mills", "denied", "that its oil was in the river, as Ada Quill had said", "deny")]
MUSIC = [("Ivo Sand", "said", "the Bel Orchestra would play in the old theatre in May", "assert")]


def found(
    story: Callable[..., Any], meanings: Meanings, *reports: Any, published: Sequence[str | None] = ()
) -> list[list[int]]:
    made, _, entities = story(reports, NAMES, published)
    place = {one.id: n for n, one in enumerate(made)}
    return [[place[one] for one in affair] for affair in affairs(made, entities, meanings)]


def test_reports_of_the_same_people_and_things_are_one_affair(story: Callable[..., Any], meanings: Meanings) -> None:
    assert found(story, meanings, OIL, MORE_OIL) == [[0, 1]]


def test_reports_of_others_are_apart_whatever_their_order(story: Callable[..., Any], meanings: Meanings) -> None:
    assert found(story, meanings, OIL, MUSIC, MORE_OIL) == [[0, 2], [1]]
    assert found(story, meanings, MUSIC, MORE_OIL, OIL) == [[0], [1, 2]]


def test_no_report_is_left_out(story: Callable[..., Any], meanings: Meanings) -> None:
    assert found(story, meanings, MUSIC) == [[0]]
    assert found(story, meanings) == []


def test_an_affair_of_which_nothing_was_told_for_three_months_is_closed(
    story: Callable[..., Any], meanings: Meanings
) -> None:
    both = (OIL, MORE_OIL)
    assert found(story, meanings, *both, published=("2021-03-01", "2021-04-20")) == [[0, 1]]
    assert found(story, meanings, *both, published=("2021-03-01", "2021-07-20")) == [[0], [1]]
    assert found(story, meanings, *both, published=("2021-03-01", None)) == [[0, 1]]
