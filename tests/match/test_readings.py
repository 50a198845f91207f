"""One name that reports of one affair read as several kinds."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from onrecord.match.entities import joined
from onrecord.match.readings import readings
from onrecord.model import Entity, Mention

Make = Callable[..., Entity]
ONE_AFFAIR = [["r1", "r2", "r3"]]


def kinds(entities: list[Entity], groups: list[list[str]] | None = None) -> list[str]:
    return sorted(one.type for one in joined(entities, readings(entities, groups or ONE_AFFAIR))[0])


def test_a_body_read_as_a_person_is_the_body_that_others_tell(entity: Make) -> None:
    mills = entity("Tolland", "r2", "organisation")
    person = entity("Tolland", "r1", mentions=3)
    assert kinds([person, mills]) == ["organisation"]
    assert kinds([person, mills], [["r1"], ["r2", "r3"]]) == ["organisation", "person"]


@pytest.mark.parametrize("full", ["Ann Tolland", "Tolland Roe"])
def test_a_word_of_somebodys_full_name_is_no_body(entity: Make, full: str) -> None:
    entities = [entity("Tolland", "r1"), entity("Tolland", "r2", "organisation"), entity(full, "r3")]
    assert kinds(entities) == ["organisation", "person", "person"]


def test_a_word_behind_a_title_is_no_body(entity: Make) -> None:
    titled = entity("Tolland", "r1")
    mention = Mention("r1", 0, 10, "Mr Tolland", (3, 10))
    titled = msgspec.structs.replace(titled, mentions=(mention,))
    assert kinds([titled, entity("Tolland", "r2", "organisation")]) == ["organisation", "person"]


@pytest.mark.parametrize(("often", "found"), [(1, ["place"]), (2, ["organisation", "place"])])
def test_a_town_and_its_club_are_one_only_where_hardly_anybody_reads_the_club(
    entity: Make, often: int, found: list[str]
) -> None:
    entities = [entity("Ostrell", "r1", "organisation", mentions=often), entity("Ostrell", "r2", "place", mentions=3)]
    assert kinds(entities) == found


def test_a_name_of_several_words_is_of_one_thing(entity: Make) -> None:
    assert kinds([entity("Ostrell Hospital", "r1", "place"), entity("Ostrell’s Hospital", "r2", "organisation")]) == [
        "organisation"
    ]


def test_a_country_is_not_the_town_of_its_name(entity: Make) -> None:
    assert kinds([entity("Ostrell", "r1", "country"), entity("Ostrell", "r2", "place", mentions=4)]) == [
        "country",
        "place",
    ]
