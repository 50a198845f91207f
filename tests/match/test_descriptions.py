from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from onrecord.match.descriptions import described
from onrecord.model import Entity, Role, Span, Statement

Make = Callable[..., Any]


def holder(entity: Make, name: str, *roles: str) -> Entity:
    given = tuple(Role(role, None, None, Span("r1", 0, len(role), role)) for role in roles)
    made: Entity = msgspec.structs.replace(entity(name), roles=given)
    return made


def speaker(statement: Make, source: str, *people: Entity) -> str | None:
    one: Statement = statement("the weir will hold", "r2", None, source=Span("r2", 40, 40 + len(source), source))
    (found,), _ = described((one,), people)
    return found.speaker


@pytest.mark.parametrize(
    ("role", "source"),
    [
        ("Tarn Mills founder", "the founder of Tarn Mills"),
        ("the founder of Tarn Mills", "Tarn founder"),
        ("Tarn’s chief executive", "the chief executive of the weir builder Tarn"),
    ],
)
def test_a_role_with_a_name_given_to_one_person_alone_is_that_person(
    entity: Make, statement: Make, role: str, source: str
) -> None:
    vance, mills = holder(entity, "Dorrit Vance", role), entity("Tarn Mills", kind="organisation")
    assert speaker(statement, source, vance, mills) == vance.id


@pytest.mark.parametrize("source", ["Former minister", "Senior official", "Their lawyer"])
def test_a_capital_that_begins_a_line_is_no_name(entity: Make, statement: Make, source: str) -> None:
    assert speaker(statement, source, holder(entity, "Leo Vane", source)) is None


def test_a_role_of_the_same_report_is_not_called_one_of_another(entity: Make, statement: Make) -> None:
    one: Statement = statement("the weir will hold", "r1", None, source=Span("r1", 40, 60, "the founder of Tarn"))
    (found,), _ = described((one,), (holder(entity, "Dorrit Vance", "Tarn’s founder"),))
    assert found.speaker_why == "“the founder of Tarn”: Dorrit Vance alone is given this role"


@pytest.mark.parametrize(
    "source",
    [
        "the founder",
        "its founder",
        "the founder of Lamm Works",
        "the chairman of Tarn Mills",
        "a friend of the founder",
    ],
)
def test_a_role_without_its_name_or_another_role_is_left_open(entity: Make, statement: Make, source: str) -> None:
    assert speaker(statement, source, holder(entity, "Dorrit Vance", "Tarn Mills founder")) is None


def test_a_role_that_two_are_given_is_left_open(entity: Make, statement: Make) -> None:
    two = holder(entity, "Dorrit Vance", "Tarn founder"), holder(entity, "Piers Lamm", "Tarn founder")
    assert speaker(statement, "the founder of Tarn", *two) is None


@pytest.mark.parametrize(
    ("source", "shared", "found"),
    [
        ("the labour minister", True, True),
        ("Norway’s labour minister, who came late,", True, True),
        ("the labour minister", False, False),
        ("the former minister", True, False),
        ("the trade minister", True, False),
    ],
)
def test_an_office_that_one_alone_holds_is_theirs_in_reports_that_name_the_same(
    entity: Make, statement: Make, source: str, shared: bool, found: bool
) -> None:
    vance = holder(entity, "Dorrit Vance", "Labour Minister")
    others = [
        entity(name, report) for name in ("Piers Lamm", "Hugo Roe") for report in ("r1", "r2" if shared else "r3")
    ]
    joined = [
        msgspec.structs.replace(one, mentions=one.mentions + other.mentions)
        for one, other in zip(others[::2], others[1::2], strict=True)
    ]
    assert (speaker(statement, source, vance, *joined) == vance.id) == found


def test_a_speaker_that_is_known_stays(entity: Make, statement: Make) -> None:
    one = statement("the weir will hold", "r2", "lamm", source=Span("r2", 40, 55, "founder of Tarn"))
    assert described((one,), (holder(entity, "Dorrit Vance", "Tarn founder"),)) == ((one,), ())


def test_an_office_that_another_holds_goes_before_the_one_read_in_its_report(entity: Make, statement: Make) -> None:
    vance = holder(entity, "Dorrit Vance", "Labor Minister")
    shared = [
        msgspec.structs.replace(one, mentions=one.mentions + entity(one.name, "r2").mentions)
        for one in (entity("Piers Lamm", "r1"), entity("Hugo Roe", "r1"))
    ]
    source = Span("r2", 40, 59, "The labour minister")
    one: Statement = statement("the weir will hold", "r2", shared[0].id, source=source)
    (found,), _ = described((one,), (vance, *shared))
    assert found.speaker == vance.id
    (kept,), _ = described((one,), (holder(entity, "Dorrit Vance", "Mayor"), *shared))
    assert kept.speaker == shared[0].id
