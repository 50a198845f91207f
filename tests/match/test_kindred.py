from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onrecord.match.kindred import kindred
from onrecord.model import Entity, Mention

Make = Callable[..., Any]


def named(entity: Make, name: str, *reports: str) -> Entity:
    mentions = tuple(Mention(report, 0, len(name), name, (0, len(name))) for report in reports)
    return Entity(id=name, name=name, type="person", mentions=mentions)


def test_reports_that_name_the_same_people_are_kindred_once(entity: Make) -> None:
    found = kindred([named(entity, "Dorrit Vance", "a", "b"), named(entity, "Hugo Lamm", "c")], {}, 0.2, 10)
    assert found == {"a": ["b"], "b": [], "c": []}


def test_days_far_apart_part_reports_and_days_that_may_be_near_do_not(entity: Make) -> None:
    vance = named(entity, "Dorrit Vance", "a", "b", "c")
    published = {"a": "2021-03-01", "b": "2021-03-20", "c": "2021-03"}
    assert kindred([vance], published, 0.2, 10) == {"a": ["c"], "c": ["b"], "b": []}


def test_a_report_without_a_date_is_near_every_other(entity: Make) -> None:
    vance = named(entity, "Dorrit Vance", "a", "b", "c", "d")
    found = kindred([vance], {"a": "2021-03-01", "b": "2023-03-01", "c": None, "d": None}, 0.2, 10)
    assert found == {"a": ["c", "d"], "b": ["c", "d"], "c": ["d"], "d": []}


def test_reports_that_share_one_name_of_many_are_not_as_like_as_asked(entity: Make) -> None:
    others = [named(entity, f"{first} {last}", "a") for first in ("Ada", "Bo", "Cy") for last in ("Lind", "Moor")]
    shared = named(entity, "Dorrit Vance", "a", "b")
    assert kindred([shared, *others], {}, 0.5, 10) == {"a": [], "b": []}
    assert kindred([shared, *others], {}, 0.3, 10) == {"a": ["b"], "b": []}


def test_descriptions_do_not_make_reports_kindred(entity: Make) -> None:
    mentions = tuple(Mention(report, 0, 9, "officials", (0, 9)) for report in ("a", "b"))
    unnamed = Entity(id="o", name="officials", type="unnamed", mentions=mentions)
    assert kindred([unnamed, named(entity, "Hugo Lamm", "a"), named(entity, "Ada Lind", "b")], {}, 0.1, 10)["a"] == []
