from __future__ import annotations

from collections.abc import Callable

from onrecord.match.likeness import Likeness
from onrecord.match.meanings import Meanings
from onrecord.match.said import Said, said_in
from onrecord.match.through import further
from onrecord.model import Entity, Mention, Report, Statement

Make = Callable[..., Statement]
NAMED = tuple(
    Entity(id=name, name=name.title(), type="person", mentions=(Mention("r0", 0, 5, name, (0, 5)),))
    for name in ("vance", "lamm")
)


def reached(meanings: Meanings, head: Statement, full: Statement, other: Statement, places: tuple[int, int]) -> int:
    """How many pairs follow from the headline's and the other report's link with the full words."""
    reports = tuple(
        Report(id=one, file=one, files=(one,), sha256="", text_sha256="", text="-" * 900, language="en")
        for one in sorted({head.report, full.report, other.report})
    )
    by_id: dict[str, Said] = {one.statement.id: one for one in said_in(reports, (head, full, other), NAMED)}
    joined = {}
    for one, place in ((head, places[0]), (other, places[1])):
        low, high = sorted((one.id, full.id))
        at = (0, place) if one.id == low else (place, 0)
        joined[low, high] = by_id[low], by_id[high], Likeness(0.8, 3, "", at)
    return len(further(joined, by_id, meanings))


FULL = "The weir leaks every spring. We told the mill in March"


def test_a_headline_is_one_with_what_another_report_tells_of_the_same_sentence(
    statement: Make, meanings: Meanings
) -> None:
    head, full = statement("weir leaks"), statement(FULL, at=300)
    assert reached(meanings, head, full, statement("There was a leak each spring", "r2"), (0, 0)) == 1


def test_two_tellings_of_different_sentences_are_not_one(statement: Make, meanings: Meanings) -> None:
    head, full = statement("weir leaks"), statement(FULL, at=300)
    assert reached(meanings, head, full, statement("The mill had been warned in March", "r2"), (0, 1)) == 0


def test_nothing_follows_across_three_reports(statement: Make, meanings: Meanings) -> None:
    head, full = statement("weir leaks", "r3"), statement(FULL, at=300)
    assert reached(meanings, head, full, statement("There was a leak each spring", "r2"), (0, 0)) == 0


def test_what_is_turned_round_or_said_by_another_does_not_follow(statement: Make, meanings: Meanings) -> None:
    head, full = statement("the weir leaks every spring"), statement(FULL, at=300)
    assert reached(meanings, head, full, statement("The weir leaks no spring", "r2"), (0, 0)) == 0
    assert reached(meanings, head, full, statement("There was a leak each spring", "r2", "lamm"), (0, 0)) == 0
