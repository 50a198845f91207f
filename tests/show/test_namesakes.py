"""Whether the speaker of a draft may be the one of a record, by their names."""

from __future__ import annotations

import pytest

from onrecord.model import Entity, EntityType, Mention, Record
from onrecord.show.lookup import Lookup
from onrecord.show.namesakes import agreement


def entity(*names: str, kind: EntityType = "person", key: str = "") -> Entity:
    mentions = tuple(Mention("r", 0, len(name), name, (0, len(name))) for name in names)
    return Entity(id=key or names[0], name=names[0], type=kind, mentions=mentions)


def lookup(*entities: Entity) -> Lookup:
    return Lookup(Record(reports=(), unread=(), entities=entities, statements=(), utterances=()))


GERALD = entity("Gerald Pryce", "Pryce", "Mr Pryce")


@pytest.mark.parametrize(
    "name",
    [
        "Gerald Pryce",
        "Pryce",
        "Mr Pryce",
        "Inspector Pryce",
        "G. Pryce",
        "Gerald R. Pryce",
        "Gerald Robert Pryce",
        "Jerry Pryce",
        "Gerald Pryce Jr.",
        "GERALD PRYCE",
    ],
)
def test_a_surname_an_initial_a_title_and_a_second_given_name_fit(name: str) -> None:
    assert agreement(entity(name, key="draft"), GERALD, lookup(GERALD)) == "same"


@pytest.mark.parametrize("name", ["Owen Pryce", "O. Pryce", "Mr Owen Pryce", "Gerald Price"])
def test_another_given_name_or_surname_does_not(name: str) -> None:
    assert agreement(entity(name, key="draft"), GERALD, lookup(GERALD)) == "other"
    assert agreement(entity(name, "Pryce", key="draft"), GERALD, lookup(GERALD)) == "other"


def test_two_middle_names_or_jr_and_sr_are_two() -> None:
    known = entity("Gerald R. Pryce Sr.")
    assert agreement(entity("Gerald T. Pryce", key="draft"), known, lookup(known)) == "other"
    assert agreement(entity("Gerald R. Pryce Jr.", key="draft"), known, lookup(known)) == "other"


def test_the_name_of_another_entity_is_another() -> None:
    ministry = entity("Ministry of Works", kind="organisation")
    office = entity("Ministry of Works Press Office", kind="organisation")
    draft = entity("Ministry of Works", kind="organisation", key="draft")
    assert agreement(draft, office, lookup(ministry, office)) == "other"
    assert agreement(draft, office, lookup(office)) == "same"


def test_a_surname_alone_in_the_record_may_be_whoever_has_it() -> None:
    bare, hugo = entity("Lamm", key="bare"), entity("Hugo Lamm", "Mr Lamm", key="hugo")
    assert agreement(entity("Hugo Lamm", key="draft"), bare, lookup(bare, hugo)) == "same"


def test_who_is_not_named_agrees_with_nobody_and_differs_from_nobody() -> None:
    source = entity("a person close to the board", kind="unnamed")
    assert agreement(entity("Owen Pryce"), source, lookup(source)) == "unnamed"
    assert agreement(entity("Owen Pryce"), None, lookup()) == "unnamed"
    assert agreement(None, GERALD, lookup(GERALD)) == "open"
    assert agreement(entity("a docker", kind="unnamed"), GERALD, lookup(GERALD)) == "open"
