"""Each figure moves for the fault it is there for, and for no other."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from onrecord.bench.measures import Rows
from onrecord.bench.score import LESS_IS_BETTER
from onrecord.model import Record, Statement

replace = msgspec.structs.replace


Scored = Callable[[Record], Rows]


def _statement(record: Record, identifier: str, **changes: Any) -> Record:
    def change(one: Statement) -> Statement:
        return replace(one, **changes) if one.id == identifier else one

    return replace(record, statements=tuple(map(change, record.statements)))


def _changed(before: Rows, after: Rows) -> set[str]:
    return {name for name in before if before[name] != after[name]}


def test_gold_itself_scores_full_marks(full: Record, rows: Scored) -> None:
    for name, value in rows(full).items():
        nothing_to_judge = name == "event date invented"
        assert value == (None if nothing_to_judge else 0.0 if name in LESS_IS_BETTER else 1.0), name


def test_an_empty_record_scores_nothing_and_raises_nothing(full: Record, rows: Scored) -> None:
    empty = rows(Record())
    assert empty["attributed statements F1"] == 0.0
    assert empty["statements precision"] == 0.0
    assert empty["speaker right"] is None
    assert empty["headline right"] == 0.0


def test_a_missing_statement_costs_recall_alone(full: Record, rows: Scored) -> None:
    figures = rows(replace(full, statements=full.statements[1:]))
    assert figures["statements recall"] == 0.75
    assert figures["statements precision"] == 1.0


def test_a_date_that_the_words_force_is_right_and_an_invented_one_is_not(full: Record, rows: Scored) -> None:
    assert rows(_statement(full, "h2", said_on=None))["said_on right"] == 1.0
    assert rows(_statement(full, "g2", said_on=None))["said_on right"] == 0.5
    assert rows(_statement(full, "h1", said_on="2021-03-01"))["said_on invented"] == 0.5


@pytest.mark.parametrize(
    ("changes", "figure"),
    [({"act": "commit"}, "act right"), ({"form": "direct"}, "form right"), ({"cue": None}, "cue right")],
)
def test_act_form_and_cue_have_a_figure_each(changes: dict[str, Any], figure: str, full: Record, rows: Scored) -> None:
    assert _changed(rows(full), rows(_statement(full, "h1", **changes))) == {figure}


def test_a_relay_is_right_when_one_name_holds_the_other(full: Record, rows: Scored) -> None:
    (relay,) = full.statements[2].relayed_by
    longer = replace(relay, start=relay.start - 5, text="told the Guild")
    assert rows(_statement(full, "g1", relayed_by=(longer,)))["relay right"] == 1.0
    assert rows(_statement(full, "g1", relayed_by=()))["relay right"] == 0.0


def test_a_report_that_is_missing_has_no_headline_and_no_date(full: Record, rows: Scored) -> None:
    figures = rows(Record(reports=full.reports[:1]))
    assert figures["headline right"] == 0.5
    assert figures["report dates right"] == 0.5
    assert figures["outlet right"] == 0.0


def test_an_event_is_judged_by_type_status_parties_and_date(full: Record, rows: Scored) -> None:
    event = replace(full.events[0], type="OTHER", status="denied", agent=None, patient="brandt", date=None)
    names = {"event type right", "event status right", "event agent right", "event patient right", "event date right"}
    assert _changed(rows(full), rows(replace(full, events=(event,)))) == names
