from collections.abc import Sequence

import msgspec
import pytest

from onrecord.model import Conflict, Point, Position, Record, Stance
from onrecord.show import disputed
from onrecord.show.escapes import is_unseen
from onrecord.show.lookup import Lookup
from onrecord.show.terminal import blocks, render


def with_point(record: Record, stances: Sequence[Stance]) -> Record:
    """The record with one point, on which its first statements stand."""
    positions = tuple(
        Position(one.id, stance, "by its act") for one, stance in zip(record.statements, stances, strict=False)
    )
    point = Point("p1", "The crack was hidden.", record.statements[0].id, positions)
    return msgspec.structs.replace(record, points=(point,))


def with_conflict(record: Record) -> Record:
    one, other = record.statements[0].content[0], record.statements[-1].content[0]
    return msgspec.structs.replace(record, conflicts=(Conflict("c1", "who hid it", "wording", (one, other)),))


def test_a_point_shows_who_says_so_before_who_denies_it_with_the_reason(record: Record) -> None:
    lookup = Lookup(with_point(record, ["against", "for", "unclear"]))
    (block,) = disputed.points(lookup, lookup.record.points)
    assert block.heading == "The crack was hidden."
    assert block.note == "1 for, 1 against, 1 unclear · p1"
    assert [row.name for row in block.rows] == ["for", "against", "unclear"]
    assert all(row.below.endswith("by its act") for row in block.rows)


def test_only_points_of_the_chosen_statements_are_shown_and_there_these_alone(record: Record) -> None:
    lookup = Lookup(with_point(record, ["against", "for"]))
    (kept,) = disputed.about_points(lookup, {record.statements[1].id})
    assert [one.statement for one in kept.positions] == [record.statements[1].id]
    assert disputed.about_points(lookup, {record.statements[-1].id}) == ()
    assert disputed.about_points(lookup, None) == lookup.record.points


def test_a_conflict_shows_each_side_in_its_sentence_with_its_place(record: Record) -> None:
    lookup = Lookup(with_conflict(record))
    (block,) = disputed.conflicts(lookup, lookup.record.conflicts)
    assert (block.heading, block.note) == ("who hid it", "wording, 2 reports · c1")
    for row, side in zip(block.rows, lookup.record.conflicts[0].sides, strict=True):
        (lit,) = [piece for piece, is_lit in row.words if is_lit]
        assert lit == " ".join(side.text.split())
        assert lookup.place(side) in row.below
    first, _ = block.rows
    assert first.below == f"Maud Ellery · {lookup.place(lookup.record.conflicts[0].sides[0])} · 2024-03-04"


def test_who_is_asked_for_is_marked_beside_the_whole_tally(record: Record) -> None:
    lookup = Lookup(with_point(record, ["against", "for", "for", "unclear"]))
    (shown,) = disputed.points(lookup, disputed.about_points(lookup, {record.statements[2].id}))
    assert shown.note == "2 for, 1 against, 1 unclear; shown only: 1 for, by Tomas Brandt · p1"
    assert [row.name for row in shown.rows] == ["for"]
    assert shown.group == "Two sides are taken"


def test_points_with_two_sides_come_first_each_under_its_heading(record: Record) -> None:
    (two,) = with_point(record, ["against", "for"]).points
    (one,) = with_point(record, ["for", "for", "for", "unclear"]).points
    lookup = Lookup(msgspec.structs.replace(record, points=(msgspec.structs.replace(one, id="p0"), two)))
    found = list(disputed.points(lookup, lookup.record.points))
    assert [(block.group, block.note[-2:]) for block in found] == [
        ("Two sides are taken", "p1"),
        ("Only one side is on record", "p0"),
    ]
    text = render(blocks(found, "None."), 80, colour=False)
    assert text.index("Two sides are taken") < text.index("p1") < text.index("Only one side") < text.index("p0")


def test_only_conflicts_in_the_words_of_chosen_statements_are_shown(record: Record) -> None:
    lookup = Lookup(with_conflict(record))
    assert disputed.about_conflicts(lookup, record.statements[:1]) == lookup.record.conflicts
    assert disputed.about_conflicts(lookup, record.statements[1:2]) == ()
    assert disputed.about_conflicts(lookup, None) == lookup.record.conflicts


@pytest.mark.parametrize("width", [40, 80, 120])
def test_tables_fit_the_screen_and_nothing_hostile_reaches_it(hostile: Record, width: int) -> None:
    record = with_conflict(with_point(hostile, ["for", "against", "for", "against"]))
    lookup = Lookup(record)
    shown = [*disputed.points(lookup, record.points), *disputed.conflicts(lookup, record.conflicts)]
    text = render(blocks(shown, "None."), width, colour=False)
    assert max(len(line) for line in text.splitlines()) <= width
    assert not [character for character in text if is_unseen(character) and character != "\n"]


def test_none_is_said_to_be_none() -> None:
    assert render(blocks([], "No points."), 80, colour=False) == "No points.\n"
