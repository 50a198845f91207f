from collections.abc import Sequence

import msgspec
import pytest

from onrecord.model import Point, Position, Record, Stance
from onrecord.show import sides
from onrecord.show.lookup import Lookup


def with_point(record: Record, stances: Sequence[Stance]) -> Record:
    """The record with one point, on which its first statements stand."""
    positions = tuple(Position(one.id, stance) for one, stance in zip(record.statements, stances, strict=False))
    return msgspec.structs.replace(record, points=(Point("p1", "It was hidden.", record.statements[0].id, positions),))


def test_a_point_has_two_sides_only_where_somebody_is_for_and_somebody_against_it(record: Record) -> None:
    taken: list[list[Stance]] = [["for", "against"], ["for", "unclear"], ["against", "against"], ["unclear"]]
    points = [with_point(record, stances).points[0] for stances in taken]
    assert [one.has_two_sides for one in points] == [True, False, False, False]
    assert [(name, len(group)) for name, group in sides.grouped(points)] == [(sides.TWO_SIDED, 1), (sides.ONE_SIDED, 3)]
    assert [name for name, _ in sides.grouped(points[1:])] == [sides.ONE_SIDED]


def test_each_side_is_in_the_order_of_its_dates(record: Record) -> None:
    lookup = Lookup(with_point(record, ["for", "against", "for", "for", "for", "for"]))
    told = {side: [one.statement for one in own] for side, own in sides.taken(lookup, lookup.record.points[0])}
    assert list(told) == ["for", "against"]
    dates = [lookup.statements[one].said_on for one in told["for"]]
    assert dates == ["2024-03", "2024-03-04", "2024-03-04", None, None]


def test_many_speakers_whose_words_are_shown_are_counted(record: Record) -> None:
    point = with_point(record, ["for"] * 8).points[0]
    assert sides.tally_shown(Lookup(record), point, point.positions) == "8 for"
    assert sides.tally_shown(Lookup(record), point, point.positions[:7]).startswith("8 for; shown only: 7 for, by 4 ")


def test_who_is_not_known_is_called_by_the_words_of_the_report(record: Record) -> None:
    lookup = Lookup(record)
    named = msgspec.structs.replace(record.statements[3], source=record.statements[5].source)
    assert [sides.who(lookup, one) for one in (named, record.statements[3], record.statements[0])] == [
        "a spokesman",
        "speaker not known",
        "Maud Ellery",
    ]


def change(record: Record, first: str | None, then: str | None, stances: Sequence[Stance]) -> list[sides.Change]:
    """Who changed sides, when the first two statements are of one speaker and said on these dates."""
    speaker = record.entities[0].id
    dated = [
        msgspec.structs.replace(one, speaker=speaker, said_on=date)
        for one, date in zip(record.statements[:2], (first, then), strict=True)
    ]
    lookup = Lookup(with_point(msgspec.structs.replace(record, statements=tuple(dated)), stances))
    return list(sides.changes(lookup, lookup.record.points[0]))


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
