"""Who a surname alone is, in the reports of one affair."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.match.entities import joined
from onrecord.match.short_names import by_surname, short_names
from onrecord.model import Entity, Mention, Report, Role, Statement, entity_id

Make = Callable[..., Any]
OTHERS = ("Hugo Lamm", "Ida Roe", "Ostrell Council")
AMONG = "Hugo Lamm and Ida Roe met Ostrell Council."


def named(report: Report, *called: str, name: str = "", kind: Any = "person", role: str = "") -> Entity:
    """Somebody whom a report calls by these words, title in front, the bare name being the words with a capital."""
    mentions = []
    for words in called:
        at = report.text.index(words)
        bare = name or words
        inner = at + words.rindex(bare)
        mentions.append(Mention(report.id, at, at + len(words), words, (inner, at + len(words))))
    spot = report.text.find(role)
    roles = (Role(role, None, None, report.span(spot, spot + len(role))),) if role else ()
    label = name or called[0]
    return Entity(id=entity_id(mentions[0]), name=label, type=kind, mentions=tuple(mentions), roles=roles)


def others(report: Report) -> list[Entity]:
    return [named(report, one, kind="organisation" if "Council" in one else "person") for one in OTHERS]


def names(reports: list[Report], entities: list[Entity], said: list[Statement] | None = None) -> list[str]:
    """The names of all persons after the merge but the others."""
    joins = short_names(entities, reports, said or [], [[one.id for one in reports]])
    return sorted(one.name for one in joined(entities, joins)[0] if one.name not in OTHERS)


@pytest.fixture
def full(report_of: Make) -> Callable[..., tuple[Report, Entity]]:
    """A report that gives somebody's full name, with the role if any."""

    def make(n: int = 1, name: str = "Anna Vance", role: str = "") -> tuple[Report, Entity]:
        report = report_of(f"{'x' * n}. {name}, {role or 'in grey'}, spoke.\n\nIt rained.")
        return report, named(report, name, role=role)

    return make


def test_two_reports_with_the_full_name_are_enough_for_one_who_is_taken_to_be_known(
    report_of: Make, full: Make
) -> None:
    short = report_of("The weir held. Vance spoke.")
    (first, one), (second, two) = full(1), full(2)
    both = joined([one, two], [])[0]
    one = Entity(id=one.id, name=one.name, type="person", mentions=(*both[0].mentions, *both[1].mentions))
    (join,) = short_names([one, named(short, "Vance")], [first, second, short], [], [[first.id, second.id, short.id]])
    assert (join.home, join.score) == (one, 0.8)
    assert "2 reports" in join.why


def test_a_surname_alone_with_nothing_else_is_left_open(report_of: Make, full: Make) -> None:
    short = report_of("The weir held. Vance spoke.")
    report, one = full()
    assert names([report, short], [one, named(short, "Vance")]) == ["Anna Vance", "Vance"]


@pytest.mark.parametrize(
    ("role", "text", "called", "count"),
    [
        ("the chief executive", "The boss Vance spoke.", "boss Vance", 1),
        ("the minister", "Then Minister Vance spoke.", "Minister Vance", 1),
        ("the mayor", "Then Judge Vance spoke.", "Judge Vance", 2),
        ("the mayor", "The deputy mayor Vance spoke.", "deputy mayor Vance", 2),
        ("the health secretary", "Defence Secretary Vance spoke.", "Defence Secretary Vance", 2),
        ("the mayor", "Then Mr Vance spoke, the mayor.", "Mr Vance", 2),
        ("the mayor", "Then Mrs Vance spoke.", "Mrs Vance", 2),
    ],
)
def test_role_and_gender(report_of: Make, full: Make, role: str, text: str, called: str, count: int) -> None:
    short = report_of(text)
    report, one = full(role=role)
    own = named(short, called, name="Vance", role="the mayor" if "the mayor" in text else "")
    assert len(names([report, short], [one, own])) == count


def test_a_role_that_the_other_report_tells_of_beside_is_the_same(report_of: Make) -> None:
    one, two = (
        report_of("Police held a diver.\n\nAnna Vance, 46, was taken away."),
        report_of("Vance, the diver, wept."),
    )
    three = report_of("Police held a cook.\n\nAnna Vance, 46, was taken away.")
    short = named(two, "Vance", role="the diver")
    assert names([one, two], [named(one, "Anna Vance"), short]) == ["Anna Vance"]
    assert names([three, two], [named(three, "Anna Vance"), short]) == ["Anna Vance", "Vance"]


def test_a_body_beside_both_names_tells(report_of: Make) -> None:
    one, two = report_of("Anna Vance of Tolland Mills spoke."), report_of("Tolland Mills sent Vance.")
    mills = [named(report, "Tolland Mills", kind="organisation") for report in (one, two)]
    assert names([one, two], [named(one, "Anna Vance"), named(two, "Vance"), *mills[:1]]).count("Vance") == 1
    assert "Vance" not in names([one, two], [named(one, "Anna Vance"), named(two, "Vance"), *mills])


def test_one_quotation_tells(report_of: Make, statement: Make, full: Make) -> None:
    report, one = full()
    short = report_of("The weir held. Vance spoke.")
    own = named(short, "Vance")
    words = "we never had a drop too much of it"
    said = [statement(words, report.id, one.id), statement(f"So {words}, never", short.id, own.id)]
    assert names([report, short], [one, own], said) == ["Anna Vance"]
    assert names([report, short], [one, own], said[:1]) == ["Anna Vance", "Vance"]


def test_reports_that_name_the_same_others_tell(report_of: Make) -> None:
    one, two = report_of(f"Anna Vance spoke.\n{AMONG}"), report_of(f"Vance spoke.\n{AMONG}")
    entities = [named(one, "Anna Vance"), named(two, "Vance"), *others(one)]
    assert names([one, two], [*entities, *others(two)]) == ["Anna Vance"]
    assert names([one, two], [*entities, *others(two)[:2]]) == ["Anna Vance", "Vance"]


def known(report_of: Make, text: str, *called: str, beside: str = "", role: str = "") -> list[str]:
    """The names after a report that goes by `text`, among two with the full name of Anna Vance that all name more."""
    pile = [report_of(f"{n}. Anna Vance, the mayor, spoke.{beside}\n{AMONG}") for n in (1, 2)]
    merged = [named(one, "Anna Vance", role="the mayor") for one in pile]
    vance = Entity(
        id=merged[0].id, name="Anna Vance", type="person", mentions=(*merged[0].mentions, *merged[1].mentions)
    )
    short = report_of(f"{text}\n{AMONG}")
    entities = [vance, *(named(short, one, name="Vance", role=role) for one in called), *others(short)]
    if beside:
        entities.append(named(pile[0], beside.strip(" .")))
    return names([*pile, short], entities)


@pytest.mark.parametrize(
    ("text", "called", "role"),
    [
        ("Mr Vance spoke.", "Mr Vance", ""),
        ("The elder Vance spoke.", "Vance", ""),
        ("Vance spoke. He is no relation to the mayor.", "Vance", ""),
        ("Vance, a namesake of the mayor, spoke.", "Vance", ""),
        ("Then her brother Vance spoke.", "Vance", "her brother"),
    ],
)
def test_a_namesake_or_relative_stays_apart(report_of: Make, text: str, called: str, role: str) -> None:
    assert known(report_of, "Vance spoke.", "Vance") == ["Anna Vance"]
    assert known(report_of, text, called, role=role) == ["Anna Vance", "Vance"]


@pytest.mark.parametrize("other", [" Otto Vance.", " Greta Vance."])
def test_two_with_the_surname_leave_it_open(report_of: Make, other: str) -> None:
    assert known(report_of, "Vance spoke.", "Vance", beside=other) == sorted(["Anna Vance", "Vance", other.strip(" .")])


def test_a_namesake_without_a_full_name_leaves_the_bare_surname_open(report_of: Make) -> None:
    pile = [report_of(f"{n}. Anna Vance spoke.") for n in (1, 2)]
    one, two = (named(report, "Anna Vance") for report in pile)
    vance = Entity(id=one.id, name="Anna Vance", type="person", mentions=(*one.mentions, *two.mentions))
    bare, mr = report_of("Vance spoke."), report_of("Mr Vance spoke.")
    entities = [vance, named(bare, "Vance")]
    assert names([*pile, bare], entities) == ["Anna Vance"]
    entities.append(named(mr, "Mr Vance", name="Vance"))
    assert names([*pile, bare, mr], entities) == ["Anna Vance", "Vance", "Vance"]


def test_reports_of_two_affairs_share_no_surname(report_of: Make) -> None:
    one, two = report_of(f"Minister Anna Vance spoke.\n{AMONG}"), report_of(f"Minister Vance spoke.\n{AMONG}")
    entities = [named(one, "Minister Anna Vance", name="Anna Vance"), named(two, "Minister Vance", name="Vance")]
    assert [*short_names(entities, [one, two], [], [[one.id], [two.id]])] == []
    assert len([*short_names(entities, [one, two], [], [[one.id, two.id]])]) == 1


def test_a_given_name_is_somebody_whom_the_report_calls_by_the_surname(report_of: Make) -> None:
    one, two = report_of("Minister Anna Vance spoke."), report_of("Minister Vance spoke. “Anna did,” he said.")
    three = report_of("“Anna did,” he said.")
    full = named(one, "Minister Anna Vance", name="Anna Vance")
    surname = named(two, "Minister Vance", name="Vance")
    assert names([one, two], [full, surname, named(two, "Anna")]) == ["Anna Vance"]
    assert names([one, two, three], [full, surname, named(three, "Anna")]) == ["Anna", "Anna Vance"]


@pytest.mark.parametrize(("title", "count"), [("Minister", 1), ("Judge", 2), ("Mr", 2)])
def test_one_surname_and_one_role_are_one_where_no_report_has_the_full_name(
    report_of: Make, title: str, count: int
) -> None:
    one, two = report_of("Then Minister Vance spoke."), report_of(f"So {title} Vance spoke.")
    entities = [named(one, "Minister Vance", name="Vance"), named(two, f"{title} Vance", name="Vance")]
    assert len(names([one, two], entities)) == count


def test_persons_are_known_by_the_surname_and_others_by_the_name(entity: Make) -> None:
    found = by_surname([entity("Anna Vance"), entity("Vance"), entity("Tolland Mills", kind="organisation")])
    assert [one.name for one in found] == ["vance", "vance", "Tolland Mills"]
