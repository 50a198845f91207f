"""One entity for all names of a person or thing across reports."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from typing import Any

import msgspec
import pytest

from onrecord.match.entities import Join, joined, merged, name_words
from onrecord.model import Entity, Mention, Role, Span

Make = Callable[..., Entity]


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Dorrit Vance", "Dorrit Vance", "person"),
        ("Dorrit Vance", "DORRIT VANCE", "person"),
        ("Zoé Müller", "Zoe Muller", "person"),
        ("Vance Dorrit", "Dorrit Vance", "person"),
        ("Dorrit K. Vance", "Dorrit Vance", "person"),
        ("Lord Hugo Lamm", "Hugo Lamm", "person"),
        ("Tolland Mills", "Tolland Mills Ltd", "organisation"),
        ("The Ostrell Council", "Ostrell Council", "organisation"),
        ("The Department of Works", "Works Department", "organisation"),
        ("Tolland Mills", "Tolland Mills Capital", "organisation"),
        ("OWB", "owb", "organisation"),
        ("Norway", "Norway", "country"),
    ],
)
def test_names_of_one(entity: Make, a: str, b: str, kind: Any) -> None:
    found, renamed, links = merged([entity(a, "r1", kind), entity(b, "r2", kind)])
    assert len(found) == 1
    assert set(renamed.values()) == {found[0].id}
    assert len(links) == 1
    assert {m.report for m in found[0].mentions} == {"r1", "r2"}


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Dorrit Vance", "Hugo Vance", "person"),
        ("Dorrit Vance", "Vance", "person"),
        ("Vance", "Vance", "person"),
        ("A. Vance", "B. Vance", "person"),
        ("OWB", "Ostrell Water Board", "organisation"),
        ("OWB", "OWC", "organisation"),
        ("Tolland Mills", "Tolland Bank", "organisation"),
        ("Tolland Mills", "Tolland Mills Union", "organisation"),
        ("University of Ostrell", "Ostrell University", "organisation"),
        ("a farmer", "a farmer", "unnamed"),
        ("two officials", "two officials", "group"),
        ("Norway", "Sweden", "country"),
    ],
)
def test_names_of_two(entity: Make, a: str, b: str, kind: Any) -> None:
    found, renamed, links = merged([entity(a, "r1", kind), entity(b, "r2", kind)])
    assert len(found) == 2
    assert len(set(renamed.values())) == 2
    assert links == ()


@pytest.mark.parametrize(
    ("others", "count"),
    [
        ((("Tolland Mills Ltd", "organisation"),), 1),
        ((("Tolland Council", "organisation"),), 2),
        ((("Tolland Mills Ltd", "organisation"), ("Tolland Works Ltd", "organisation")), 3),
        ((("Tolland Mills Ltd", "organisation"), ("Ann Tolland", "person")), 3),
    ],
)
def test_one_word_joins_the_only_firm_whose_name_it_begins(
    entity: Make, others: tuple[tuple[str, Any], ...], count: int
) -> None:
    known = [entity(name, f"r{n}", kind) for n, (name, kind) in enumerate(others, 2)]
    assert len(merged([entity("Tolland", "r1", "person"), *known])[0]) == count


def test_a_place_joins_a_firm_that_another_report_calls_so(entity: Make) -> None:
    firm, place = entity("Tolland Mills Ltd", "r1", "organisation"), entity("Tolland", "r2", "place")
    assert len(merged([firm, place])[0]) == 2
    assert len(merged([also_called(firm, "Tolland"), place])[0]) == 1


def test_a_place_is_not_the_country_of_its_name(entity: Make) -> None:
    assert len(merged([entity("Luxembourg", "r1", "country"), entity("Luxembourg", "r2", "place")])[0]) == 2


def test_the_commonest_name_and_kind_stand_for_all(entity: Make) -> None:
    one, two = entity("Tolland Mills Ltd", "r1", "person"), entity("Tolland Mills", "r2", "organisation", mentions=3)
    (found,) = merged([one, two])[0]
    assert (found.name, found.type, len(found.mentions)) == ("Tolland Mills", "organisation", 4)


def test_the_id_is_of_the_earliest_mention(entity: Make) -> None:
    early, late = entity("Dorrit Vance", "r1", at=7), entity("Dorrit Vance", "r2", at=3)
    assert merged([late, early])[0][0].id == early.id


def test_a_longer_name_that_fits_two_is_left_alone(entity: Make) -> None:
    names = ["Anna Maria Roe Vance", "Roe Vance", "Maria Roe Vance"]
    found, renamed, _ = merged([entity(name, f"r{n}") for n, name in enumerate(names)])
    assert set(renamed.values()) == {one.id for one in found}


def test_a_surname_of_two_words_joins_neither_of_two_who_have_it(entity: Make) -> None:
    names = ["Omar bin Vance", "Khalid bin Vance", "bin Vance"]
    found, _, _ = merged([entity(name, f"r{n}") for n, name in enumerate(names)])
    assert len(found) == 3
    found, _, _ = merged([entity(name, f"r{n}") for n, name in enumerate(names[1:])])
    assert len(found) == 1


def test_the_order_makes_no_difference(entity: Make) -> None:
    all_ = [
        entity("Dorrit Vance", "r1"),
        entity("DORRIT VANCE", "r2"),
        entity("Lord Dorrit Vance", "r3"),
        entity("Vance", "r4"),
        entity("Tolland Mills", "r1", "organisation", at=50),
        entity("Tolland Mills Ltd", "r5", "organisation", at=50),
    ]
    results = [merged(order) for order in permutations(all_)]
    assert all((found, renamed) == (results[0][0], results[0][1]) for found, renamed, _ in results)


def test_nothing_gives_nothing() -> None:
    assert merged([]) == ((), {}, ())


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Mr Hugo K. Lamm", ["hugo", "lamm"]),
        ("Tolland Mills Ltd", ["tolland", "mills"]),
        ("The Co", ["the", "co"]),
        ("É", ["e"]),
        ("…", []),
    ],
)
def test_the_words_that_tell_a_name(name: str, found: list[str]) -> None:
    assert name_words(name) == found


def with_role(one: Entity, role: str) -> Entity:
    at = one.mentions[0]
    return msgspec.structs.replace(one, roles=(Role(role, None, None, Span(at.report, 900, 900 + len(role), role)),))


def also_called(one: Entity, name: str) -> Entity:
    at = one.mentions[0]
    mention = Mention(at.report, 800, 800 + len(name), name, (800, 800 + len(name)))
    return msgspec.structs.replace(one, mentions=(*one.mentions, mention))


@pytest.mark.parametrize(
    ("role", "shared"),
    [("mayor", "Mayor"), ("the mayor", "mayor"), ("mayor of Ostrell", "Mayor of Ostrell")],
)
def test_a_surname_alone_joins_the_one_who_has_its_role(entity: Make, role: str, shared: str) -> None:
    full, short = with_role(entity("Dorrit Vance"), role), with_role(entity("Vance", "r2"), shared)
    found, _, (link,) = merged([full, short, entity("Hugo Vance", "r3")])
    assert sorted(one.name for one in found) == ["Dorrit Vance", "Hugo Vance"]
    assert {link.a, link.b} == {full.id, short.id}


@pytest.mark.parametrize(("role", "other"), [("mayor", "farmer"), ("mayor", "")])
def test_a_surname_alone_joins_nobody_without_its_role(entity: Make, role: str, other: str) -> None:
    short = entity("Vance", "r2")
    found, _, links = merged([with_role(entity("Dorrit Vance"), role), with_role(short, other) if other else short])
    assert (len(found), links) == (2, ())


def test_a_surname_alone_joins_nobody_where_two_have_its_role(entity: Make) -> None:
    people = [with_role(entity("Dorrit Vance"), "mayor"), with_role(entity("Hugo Vance", "r3"), "mayor")]
    found, _, links = merged([*people, with_role(entity("Vance", "r2"), "mayor")])
    assert (len(found), links) == (3, ())


def test_an_acronym_joins_the_body_that_another_report_calls_so(entity: Make) -> None:
    board = also_called(entity("Ostrell Water Board", kind="organisation"), "OWB")
    found, _, links = merged([board, entity("OWB", "r2", "organisation"), entity("OWL", "r3", "organisation")])
    assert sorted(one.name for one in found) == ["OWL", "Ostrell Water Board"]
    assert len(links) == 1


def test_an_acronym_of_two_bodies_joins_neither(entity: Make) -> None:
    boards = [
        also_called(entity(name, report, "organisation"), "OWB")
        for name, report in (("Ostrell Water Board", "r1"), ("Old Wool Bank", "r3"))
    ]
    found, _, links = merged([*boards, entity("OWB", "r2", "organisation")])
    assert (len(found), links) == (3, ())


def test_a_surname_alone_also_joins_by_a_role_that_came_with_another_surname(entity: Make) -> None:
    mayor, both = (with_role(one, "mayor") for one in (entity("Dorrit Vance"), entity("Vance", "r2")))
    chair = with_role(entity("Vance", "r3"), "chairwoman")
    both = msgspec.structs.replace(both, roles=(*both.roles, *chair.roles))
    assert len(merged([mayor, both, chair])[0]) == 1


def test_a_full_name_stands_for_a_person_however_often_the_surname_comes(entity: Make) -> None:
    full, short = with_role(entity("Dorrit Vance"), "mayor"), with_role(entity("Vance", "r2", mentions=4), "mayor")
    assert [one.name for one in merged([full, short])[0]] == ["Dorrit Vance"]


def test_mr_is_no_role(entity: Make) -> None:
    assert len(merged([with_role(entity("Dorrit Vance"), "Mr."), with_role(entity("Vance", "r2"), "Mr.")])[0]) == 2


def test_of_several_joins_the_first_holds_and_no_home_is_moved(entity: Make) -> None:
    a, b, c = entity("Vance"), entity("Dorrit Vance", "r2"), entity("Hugo Vance", "r3")
    joins = [Join(a, b, 0.8, "first"), Join(a, c, 0.8, "second"), Join(b, c, 0.8, "third")]
    found, renamed, links = joined([a, b, c], joins)
    assert sorted(one.name for one in found) == ["Dorrit Vance", "Hugo Vance"]
    assert renamed[a.id] == renamed[b.id] != renamed[c.id]
    assert [(link.why, link.score) for link in links] == [("first", 0.8)]
