from collections.abc import Sequence

import msgspec
import pytest

from onrecord.model import Conflict, Point, Position, Record, Span, Stance
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


def change(record: Record, first: str | None, then: str | None, stances: Sequence[Stance]) -> list[disputed.Change]:
    """Who changed sides, when the first two statements are of one speaker and said on these dates."""
    speaker = record.entities[0].id
    dated = [
        msgspec.structs.replace(one, speaker=speaker, said_on=date)
        for one, date in zip(record.statements[:2], (first, then), strict=True)
    ]
    lookup = Lookup(with_point(msgspec.structs.replace(record, statements=tuple(dated)), stances))
    return list(disputed.changes(lookup, lookup.record.points[0]))


def test_who_takes_another_side_on_a_later_day_has_changed(record: Record) -> None:
    (one,) = change(record, "2024-03-09", "2024-03-04", ["for", "against"])
    assert (one.before.stance, one.after.stance) == ("against", "for")


@pytest.mark.parametrize(
    ("first", "then", "stances"),
    [
        ("2024-03-04", "2024-03-09", ["for", "for"]),
        ("2024-03-04", "2024-03-09", ["for", "unclear"]),
        ("2024-03", "2024-03-09", ["for", "against"]),
        ("2024-03-04", "2024-03-04", ["for", "against"]),
        (None, "2024-03-09", ["for", "against"]),
    ],
)
def test_the_same_side_the_same_day_and_no_date_are_no_change(
    record: Record, first: str | None, then: str | None, stances: Sequence[Stance]
) -> None:
    assert change(record, first, then, stances) == []


def test_a_conflict_shows_each_side_in_its_sentence_with_its_place(record: Record) -> None:
    lookup = Lookup(with_conflict(record))
    (block,) = disputed.conflicts(lookup, lookup.record.conflicts)
    assert (block.heading, block.note) == ("who hid it", "wording, 2 reports · c1")
    for row, side in zip(block.rows, lookup.record.conflicts[0].sides, strict=True):
        (lit,) = [piece for piece, is_lit in row.words if is_lit]
        assert lit == " ".join(side.text.split())
        assert row.below.startswith(lookup.place(side))


def test_only_conflicts_in_the_words_of_chosen_statements_are_shown(record: Record) -> None:
    lookup = Lookup(with_conflict(record))
    assert disputed.about_conflicts(lookup, record.statements[:1]) == lookup.record.conflicts
    assert disputed.about_conflicts(lookup, record.statements[1:2]) == ()
    assert disputed.about_conflicts(lookup, None) == lookup.record.conflicts


def test_words_around_a_side_end_with_its_line_and_at_whole_words(record: Record) -> None:
    text = "First line.\n" + "word " * 30 + "the crack " + "later " * 30 + "\nLast line."
    report = msgspec.structs.replace(record.reports[0], text=text)
    side = Span(report.id, text.index("the crack"), text.index("the crack") + 9, "the crack")
    pieces = disputed._in_context(report, side)
    shown = "".join(piece for piece, _ in pieces)
    assert "line" not in shown
    assert shown.startswith("…word word")
    assert shown.endswith("later…")


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
