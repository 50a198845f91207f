"""Events as people are shown them: by date, with who did it to whom, and how many reports tell it."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from onrecord.model import Event, Record
from onrecord.show.dates import order
from onrecord.show.lookup import Lookup, independent


class Happened(msgspec.Struct, frozen=True):
    """One event with its date, the number of reports that tell it, and the places where each does."""

    date: str | None
    event: Event
    reports: int
    independent: int
    """Reports that are no copies of others."""


def happened(record: Record, among: Collection[str] | None = None) -> tuple[Happened, ...]:
    """The events of a record by date, unknown dates last.

    Args:
        record: the record.
        among: ids of entities: only events that one of them takes part in. None: all.
    """
    reports = {report.id: report for report in record.reports}
    found = [
        Happened(one.date, one, len(told), independent(map(reports.__getitem__, told)))
        for one in record.events
        if among is None or one.agent in among or one.patient in among
        for told in [{mention.report for mention in one.mentions}]
    ]
    rank = {one.id: n for n, one in enumerate(record.events)}
    return tuple(sorted(found, key=lambda one: (order(one.date), rank[one.event.id])))


def parties(lookup: Lookup, event: Event) -> str:
    """Who did it to whom: "police to Dorrit Vance"; empty where the record knows neither."""
    agent, patient = lookup.name(event.agent), lookup.name(event.patient)
    return f"{agent or 'somebody'} to {patient}" if patient else agent or ""


def source_count(one: Happened) -> str:
    """How many reports tell it: "3 reports (2 independent)"."""
    count = f"{one.reports} report{'s' * (one.reports > 1)}"
    return count if one.independent == one.reports else f"{count} ({one.independent} independent)"
