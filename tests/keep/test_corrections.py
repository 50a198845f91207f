"""What people say stands over what the machine reads, and the machine's reading comes back whole."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.keep import Kept, corrected, load, save, verify
from onrecord.keep.changes import KINDS, NAMING, Pinned, ranges
from onrecord.keep.corrections import standing
from onrecord.keep.draft import LISTS
from onrecord.keep.places import words_of
from onrecord.model import Correction, Record, Span, content_id, encode

Draw = Callable[[st.SearchStrategy[Any]], Any]


def made(number: int, target: str, change: str, new: str | None = None, **rest: Any) -> Correction:
    when = f"2024-01-01T00:00:{number:02}.000Z"
    return Correction(content_id(target, change, new, number), target, change, None, new, "Cy", when, "so", **rest)


def machine_of(kept: Kept) -> Record:
    return replace(kept.record, corrections=())


def statement(kept: Kept, n: int, number: int, change: str, new: str | None = None, **rest: Any) -> Correction:
    one = kept.record.statements[n]
    return made(number, one.id, change, new, at=one.content, **rest)


def states(record: Record) -> list[str]:
    return [one.state for one in record.corrections]


def without(record: Record) -> bytes:
    return encode(replace(record, corrections=()))


@st.composite
def _sequences(draw: Draw, record: Record) -> tuple[Correction, ...]:
    """Corrections of every kind to items of the sample, sensible or not, with undos in between."""
    found: list[Correction] = []
    spans = [part for one in record.statements for part in one.content]
    names = [m for one in record.entities for m in one.mentions]
    for number in count():
        if number == 8 or (not draw(st.booleans()) and number > 2):
            return tuple(found)
        change = draw(st.sampled_from(sorted(KINDS)))
        if change == "undo":
            if found:
                found.append(made(number, draw(st.sampled_from(found)).id, "undo", kind="correction"))
            continue
        kind = draw(st.sampled_from(KINDS[change]))
        item = draw(st.sampled_from(getattr(record, LISTS[kind])))
        at, new = words_of(item, record), None
        new_at: tuple[Span, ...] = ()
        if change == "act":
            new = draw(st.sampled_from(["deny", "warn", "sing"]))
        elif change == "date":
            new = draw(st.sampled_from([None, "2019-02"]))
        elif change == "span":
            new_at = (draw(st.sampled_from(spans)),)
            new = ranges(new_at)
        elif change == "type":
            new = draw(st.sampled_from(["COERCE", "SING"]))
        elif change == "status":
            new = draw(st.sampled_from(["denied", "sung"]))
        elif change in NAMING and draw(st.booleans()):
            new, new_at = "someone", (_plain(draw(st.sampled_from([*names, *spans]))),)
        elif change in ("merge", "split") and kind == "entity":
            new_at = tuple(_plain(one) for one in draw(st.lists(st.sampled_from(names), min_size=1, max_size=3)))
            new = "other"
        elif change in ("merge", "split"):
            other = draw(st.sampled_from(record.statements))
            new, new_at = other.id, other.content
        elif change == "confirm" and kind == "statement":
            new = encode(Pinned(item.act, ranges(item.content), item.said_on, None)).decode()
        found.append(made(number, item.id, change, new, kind=kind, at=at, new_at=new_at))
    raise AssertionError


def _plain(span: Span) -> Span:
    return Span(span.report, span.start, span.end, span.text)


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
def test_any_corrections_and_then_their_undos_give_the_machines_bytes_back(data: Any, kept: Kept) -> None:
    machine = machine_of(kept)
    some = data.draw(_sequences(machine))
    stands = [one for one in corrected(machine, some).corrections if one.state != "undone"]
    undos = [made(20 + n, one.id, "undo", kind="correction") for n, one in enumerate(stands)]
    # An undo that stands is undone together with what it undid: only what was never undone is left to undo.
    undos = [undo for undo, one in zip(undos, stands, strict=True) if one.change != "undo"]
    undone = corrected(machine, (*some, *data.draw(st.permutations(undos))))
    assert without(undone) == encode(machine)
    assert {one.state for one in undone.corrections if one.change != "undo"} <= {"undone"}


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
def test_any_corrections_are_saved_proved_and_leave_the_machines_reading_whole(
    data: Any, kept: Kept, tmp_path: Path
) -> None:
    machine = machine_of(kept)
    record = corrected(machine, data.draw(_sequences(machine)))
    save(Kept(record, kept.readings, kept.findings, machine), tmp_path / "a.db", kept.record)
    assert verify(tmp_path / "a.db") == ()
    again = load(tmp_path / "a.db")
    assert again.record == record
    assert encode(again.uncorrected()) == encode(machine)
    (tmp_path / "a.db").unlink()


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None)
def test_making_the_same_corrections_again_changes_nothing(data: Any, kept: Kept) -> None:
    machine = machine_of(kept)
    once = corrected(machine, data.draw(_sequences(machine)))
    assert corrected(machine, once.corrections) == once


def test_without_corrections_the_machines_reading_is_shown(kept: Kept) -> None:
    assert corrected(machine_of(kept), ()) == machine_of(kept)


def test_a_value_is_given_to_the_statement_and_the_machines_kept_beside(kept: Kept) -> None:
    record = corrected(machine_of(kept), (statement(kept, 1, 1, "act", "deny"),))
    assert record.statements[1].act == "deny"
    assert record.corrections[0].machine == "warn"
    assert record.corrections[0].applies_to == record.statements[1].id


def test_the_last_value_of_a_field_counts_and_other_fields_are_left(kept: Kept) -> None:
    some = (
        statement(kept, 1, 1, "act", "deny"),
        statement(kept, 1, 2, "date", "2019-03"),
        statement(kept, 1, 3, "act", "allege"),
    )
    record = corrected(machine_of(kept), some)
    assert (record.statements[1].act, record.statements[1].said_on) == ("allege", "2019-03")
    assert record.statements[1].said_on_why == "Cy: so"
    assert states(record) == ["overruled", "applied", "applied"]


def test_an_undo_can_be_undone(kept: Kept) -> None:
    act = statement(kept, 1, 1, "act", "deny")
    undo = made(2, act.id, "undo", kind="correction")
    redo = made(3, undo.id, "undo", kind="correction")
    assert states(corrected(machine_of(kept), (act, undo))) == ["undone", "applied"]
    assert states(corrected(machine_of(kept), (act, undo, redo))) == ["applied", "undone", "applied"]
    assert corrected(machine_of(kept), (act, undo, redo)).statements[1].act == "deny"


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_undos_count_in_whatever_order_two_clocks_put_them(order: tuple[int, ...]) -> None:
    act = made(1, "x", "act")
    undo = made(2, act.id, "undo", kind="correction")
    other = made(3, act.id, "undo", kind="correction")
    assert standing([(act, undo, other)[n] for n in order]) == {undo.id, other.id}


def test_a_circle_of_undos_ends() -> None:
    one, other = replace(made(1, "b", "undo"), id="a"), replace(made(2, "a", "undo"), id="b")
    assert len(standing([one, other])) == 1


def test_a_rejected_statement_is_not_shown_and_nothing_names_it(kept: Kept) -> None:
    record = corrected(machine_of(kept), (statement(kept, 0, 1, "reject"),))
    gone = kept.record.statements[0].id
    assert gone not in {one.id for one in record.statements}
    assert record.utterances == ()  # one statement is left of it
    assert record.points == ()  # it was worded after the statement


def test_a_correction_of_what_was_rejected_before_is_overruled(kept: Kept) -> None:
    some = (statement(kept, 1, 1, "act", "deny"), statement(kept, 1, 2, "reject"), statement(kept, 1, 3, "act", "warn"))
    assert states(corrected(machine_of(kept), some)) == ["overruled", "applied", "overruled"]


def test_a_rejected_entity_speaks_no_more(kept: Kept) -> None:
    ana = kept.record.entities[0]
    record = corrected(machine_of(kept), (made(1, ana.id, "reject", kind="entity", at=words_of(ana, kept.record)),))
    assert ana.id not in {one.id for one in record.entities}
    assert record.statements[0].speaker is None
    assert record.statements[0].speaker_why == "Cy: so"
    assert record.statements[2].candidates == ()


def test_a_correction_is_made_to_the_statement_whose_limits_moved(kept: Kept) -> None:
    act = statement(kept, 1, 1, "act", "deny")
    report = kept.record.reports[1]
    start = report.text.index("that the bridge")
    moved = replace(kept.record.statements[1], id="5b00000000ff", content=(report.span(start, start + 26),))
    later = replace(machine_of(kept), statements=(kept.record.statements[0], moved), utterances=(), points=())
    record = corrected(later, (act,))
    assert record.statements[1].act == "deny"
    assert record.corrections[0].applies_to == "5b00000000ff"
    assert record.corrections[0].target == act.target


def test_a_correction_without_a_place_is_kept_as_lost_and_comes_back_with_its_words(kept: Kept) -> None:
    act = statement(kept, 1, 1, "act", "deny")
    less = replace(
        machine_of(kept), statements=kept.record.statements[:1], utterances=(), points=(), links=(), conflicts=()
    )
    lost = corrected(less, (act,))
    assert states(lost) == ["lost"]
    assert lost.corrections[0].applies_to is None
    found = corrected(machine_of(kept), lost.corrections)
    assert states(found) == ["applied"]
    assert found.statements[1].act == "deny"


def test_a_confirmed_statement_stays_as_it_was_seen(kept: Kept) -> None:
    one = kept.record.statements[1]
    pinned = encode(Pinned(one.act, ranges(one.content), one.said_on, one.speaker)).decode()
    speaker = kept.record.entities[1]
    seen = statement(kept, 1, 1, "confirm", pinned, new_at=words_of(speaker, kept.record))
    assert without(corrected(machine_of(kept), (seen,))) == encode(machine_of(kept))
    other = replace(one, act="assert", speaker=kept.record.entities[0].id, said_on=None)
    later = replace(machine_of(kept), statements=(kept.record.statements[0], other, kept.record.statements[2]))
    after = corrected(later, (seen,)).statements[1]
    assert (after.act, after.speaker, after.said_on) == (one.act, one.speaker, one.said_on)


def test_what_was_open_when_it_was_confirmed_may_still_be_found(kept: Kept) -> None:
    one = replace(kept.record.statements[1], speaker=None, said_on=None)
    pinned = encode(Pinned(one.act, ranges(one.content), None, None)).decode()
    seen = statement(kept, 1, 1, "confirm", pinned)
    after = corrected(machine_of(kept), (seen,)).statements[1]
    assert after.speaker == kept.record.statements[1].speaker
    assert after.said_on == kept.record.statements[1].said_on


def test_a_speaker_whom_the_machine_no_longer_names_is_made_of_the_words(kept: Kept) -> None:
    bo = kept.record.entities[1]
    says = statement(kept, 0, 1, "speaker", bo.id, new_at=words_of(bo, kept.record))
    fewer = replace(
        machine_of(kept), entities=kept.record.entities[:1], events=(), links=(),
        statements=(replace(kept.record.statements[0], to=None),), utterances=(), points=(),
    )  # fmt: skip
    record = corrected(fewer, (says,))
    speaker = next(one for one in record.entities if one.id == record.statements[0].speaker)
    assert (speaker.name, speaker.type) == ("Bo Elk", "unnamed")


def test_a_change_that_this_version_does_not_know_is_kept(kept: Kept) -> None:
    record = corrected(machine_of(kept), (statement(kept, 1, 1, "stance", "for"),))
    assert states(record) == ["lost"]
    assert without(record) == encode(machine_of(kept))


@pytest.mark.parametrize("kind", ["event", "point", "conflict", "utterance"])
def test_other_items_can_be_confirmed_and_rejected(kept: Kept, kind: str) -> None:
    item = getattr(kept.record, LISTS[kind])[0]
    at = words_of(item, kept.record)
    seen = corrected(machine_of(kept), (made(1, item.id, "confirm", kind=kind, at=at),))
    assert states(seen) == ["applied"]
    assert without(seen) == encode(machine_of(kept))
    gone = corrected(machine_of(kept), (made(1, item.id, "reject", kind=kind, at=at),))
    assert getattr(gone, LISTS[kind]) == ()


@pytest.mark.parametrize("kind", ["event", "point", "conflict", "utterance"])
def test_other_items_are_found_again_by_their_words(kept: Kept, kind: str) -> None:
    item = getattr(kept.record, LISTS[kind])[0]
    correction = made(1, "0" * 12, "reject", kind=kind, at=words_of(item, kept.record))
    assert getattr(corrected(machine_of(kept), (correction,)), LISTS[kind]) == ()
    elsewhere = made(1, "0" * 12, "reject", kind=kind, at=())
    assert states(corrected(machine_of(kept), (elsewhere,))) == ["lost"]
