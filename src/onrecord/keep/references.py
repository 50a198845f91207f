"""Every id that an item names, and every item that there is to be named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.model import Findings, Record, Statement, event_id


class Reference(NamedTuple):
    """An id that an item names, and the key it stands under; `kind` is what it must be the id of."""

    item: str
    key: str
    kind: str
    id: str | None


def ids(record: Record, findings: Iterable[Findings]) -> dict[str, set[str]]:
    """The ids that there are, by kind; "item" has those of every kind, also of what was found in single reports."""
    known = {
        "report": {report.id for report in record.reports},
        "entity": {entity.id for entity in record.entities},
        "statement": {statement.id for statement in record.statements},
    }
    others = (record.utterances, record.events, record.points, record.conflicts, record.corrections)
    known["item"] = {item.id for items in others for item in items}.union(*known.values())
    for one in findings:
        known["item"].update(item.id for items in (one.entities, one.statements) for item in items)
        known["item"].update(event_id(told.mention) for told in one.events)
    return known


def references(record: Record) -> Iterator[Reference]:
    """Every id that an item of `record` names. The targets of corrections are left out: they may be gone."""
    for report in record.reports:
        yield Reference(report.id, "copy_of", "report", report.copy_of)
    for statement in record.statements:
        yield from _of_statement(statement)
    for utterance in record.utterances:
        for member in utterance.statements:
            yield Reference(utterance.id, "statements", "statement", member)
    for event in record.events:
        yield Reference(event.id, "agent", "entity", event.agent)
        yield Reference(event.id, "patient", "entity", event.patient)
    for point in record.points:
        yield Reference(point.id, "from", "statement", point.taken_from)
        for position in point.positions:
            yield Reference(point.id, "positions", "statement", position.statement)
    for link in record.links:
        yield Reference(f"{link.kind} {link.a} {link.b}", "a", "item", link.a)
        yield Reference(f"{link.kind} {link.a} {link.b}", "b", "item", link.b)


def _of_statement(statement: Statement) -> Iterator[Reference]:
    yield Reference(statement.id, "report", "report", statement.report)
    yield Reference(statement.id, "speaker", "entity", statement.speaker)
    yield Reference(statement.id, "to", "entity", statement.to)
    yield Reference(statement.id, "inside", "statement", statement.inside)
    for candidate in statement.candidates:
        yield Reference(statement.id, "candidates", "entity", candidate.entity)
