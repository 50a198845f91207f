from collections.abc import Callable

import msgspec
import pytest

from onrecord.bench.measures import Rows
from onrecord.model import Position, Record, Utterance

Scored = Callable[[Record], Rows]
replace = msgspec.structs.replace


def test_statements_wrongly_said_to_be_one_utterance_cost_precision(full: Record, rows: Scored) -> None:
    wrong = (*full.utterances, Utterance("u9", ("h2", "g2")))
    assert rows(replace(full, utterances=wrong))["same utterance F1"] == pytest.approx(2 / 3)


def test_a_point_worded_the_other_way_round_is_as_right(full: Record, rows: Scored) -> None:
    turned = {"for": "against", "against": "for", "unclear": "unclear"}
    (point,) = full.points
    positions = tuple(Position(one.statement, turned[one.stance]) for one in point.positions)  # type: ignore[arg-type]
    assert rows(replace(full, points=(replace(point, positions=positions),)))["positions F1"] == 1.0


def test_a_position_on_the_wrong_side_is_no_hit(full: Record, rows: Scored) -> None:
    (point,) = full.points
    first, *rest = point.positions
    record = replace(full, points=(replace(point, positions=(Position(first.statement, "against"), *rest)),))
    assert rows(record)["positions F1"] == pytest.approx(2 / 3)


def test_a_conflict_needs_every_side(full: Record, rows: Scored) -> None:
    half = replace(full.conflicts[0], sides=full.conflicts[0].sides[:1])
    figures = rows(replace(full, conflicts=(half,)))
    assert (figures["conflicts recall"], figures["conflicts precision"]) == (0.0, 0.0)


def test_a_conflict_serves_for_one_only(full: Record, rows: Scored) -> None:
    figures = rows(replace(full, conflicts=full.conflicts * 2))
    assert (figures["conflicts recall"], figures["conflicts precision"]) == (1.0, 0.5)


def test_links_between_statements_that_gold_does_not_have_are_wrong(full: Record, rows: Scored) -> None:
    extra = tuple(replace(one, id=one.id + "-again") for one in full.statements[1:3])
    record = replace(
        full,
        statements=(*full.statements, *extra),
        utterances=(*full.utterances, Utterance("u9", ("h2-again", "g1-again"))),
    )
    assert rows(record)["same utterance F1"] == pytest.approx(2 / 3)


def test_one_shared_statement_says_nothing_about_sides(full: Record, rows: Scored) -> None:
    (point,) = full.points
    assert rows(replace(full, points=(replace(point, positions=point.positions[:1]),)))["positions F1"] == 0.0
