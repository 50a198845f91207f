from __future__ import annotations

from onrecord.find.happenings import DEED_TYPES
from onrecord.keep import Kept
from onrecord.keep.changes import FIELDS, KINDS, MAKE, ranges, value
from onrecord.keep.draft import LISTS
from onrecord.model import EVENT_TYPES


def test_every_change_but_an_undo_is_made_somehow() -> None:
    assert set(MAKE) == set(KINDS) - {"undo"}
    assert set(FIELDS) <= set(MAKE)
    assert {kind for kinds in KINDS.values() for kind in kinds} == {*LISTS, "correction"}


def test_the_value_of_a_field_is_what_is_shown_of_it(kept: Kept) -> None:
    one = kept.record.statements[0]
    assert value("speaker", one) == one.speaker
    assert value("act", one) == "deny"
    assert value("date", one) is None
    assert value("span", one) == ranges(one.content)
    assert value("reject", one) is None


def test_the_value_of_a_field_of_an_event_is_what_is_shown_of_it(kept: Kept) -> None:
    (event,) = kept.record.events
    values = {change: value(change, event) for change in FIELDS}
    assert values == {
        "speaker": None,
        "act": None,
        "date": "2019",
        "span": None,
        "agent": None,
        "patient": event.patient,
        "type": "fall",
        "status": "possible",
    }


def test_the_types_that_an_event_can_be_given_are_those_that_are_found() -> None:
    assert set(DEED_TYPES) == set(EVENT_TYPES)


def test_limits_are_written_as_they_are_read(kept: Kept) -> None:
    first, second = kept.record.statements[0].content
    assert ranges((first, second)) == f"{first.start}-{first.end},{second.start}-{second.end}"
