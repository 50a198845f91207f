"""Events as people are shown them."""

from __future__ import annotations

from typing import Any

from onrecord.model import Entity, Event, EventMention, Mention, Record, Report, Span
from onrecord.show.happened import happened, parties, source_count
from onrecord.show.lookup import Lookup

TEXT = "Police arrested Dorrit Vance in Ostrell on Monday."


def report(number: int, **known: Any) -> Report:
    name = f"r{number}"
    return Report(
        id=name,
        file=f"{name}.txt",
        files=(f"{name}.txt",),
        sha256=name,
        text_sha256=name,
        text=TEXT,
        language="en",
        **known,
    )


def event(name: str, date: str | None, *reports: int, agent: str | None = None, patient: str | None = None) -> Event:
    mentions = tuple(EventMention(f"r{n}", 7, 28, TEXT[7:28], (7, 15)) for n in reports)
    return Event(
        id=name, type="COERCE", what=Span(f"r{reports[0]}", 7, 28, TEXT[7:28]), agent=agent, patient=patient, date=date,
        place=None, status="happened", mentions=mentions,
    )  # fmt: skip


def record(*events: Event, **known: Any) -> Record:
    vance = Entity(
        id="vance", name="Dorrit Vance", type="person", mentions=(Mention("r1", 16, 28, TEXT[16:28], (16, 28)),)
    )
    return Record(reports=(report(1), report(2, **known)), entities=(vance,), events=events)


def test_events_come_by_date_and_unknown_dates_last() -> None:
    found = happened(record(event("a", None, 1), event("b", "2021-03", 1), event("c", "2021-03-01", 1)))
    assert [one.event.id for one in found] == ["c", "b", "a"]


def test_only_events_of_somebody_are_chosen() -> None:
    found = record(event("a", None, 1, patient="vance"), event("b", None, 1))
    assert [one.event.id for one in happened(found, {"vance"})] == ["a"]


def test_copies_do_not_count_as_independent_reports() -> None:
    both, copied = record(event("a", None, 1, 2)), record(event("a", None, 1, 2), copy_of="r1")
    assert source_count(happened(both)[0]) == "2 reports"
    assert source_count(happened(copied)[0]) == "2 reports (1 independent)"
    assert source_count(happened(record(event("a", None, 1)))[0]) == "1 report"


def test_the_parties_are_named_as_far_as_they_are_known() -> None:
    lookup = Lookup(record())
    assert parties(lookup, event("a", None, 1, patient="vance")) == "somebody to Dorrit Vance"
    assert parties(lookup, event("a", None, 1, agent="vance")) == "Dorrit Vance"
    assert parties(lookup, event("a", None, 1)) == ""
