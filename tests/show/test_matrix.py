from __future__ import annotations

from msgspec.structs import replace

from onrecord.model import Point, Position, Record
from onrecord.show.lookup import Lookup
from onrecord.show.matrix import matrix


def test_speakers_stand_by_points_in_the_order_of_their_words(record: Record) -> None:
    denial, retold, hidden = record.statements[0], record.statements[4], record.statements[2]
    later = replace(retold, said_on="2024-03-09")
    whole = replace(record, statements=tuple(later if one.id == later.id else one for one in record.statements))
    positions = (Position(later.id, "for"), Position(denial.id, "against"), Position(hidden.id, "for"))
    crack = Point("9" * 12, "it hid the crack", denial.id, positions)
    another = Point("a" * 12, "another", hidden.id, (Position(hidden.id, "unclear"),))
    found = matrix(Lookup(whole), (crack, another))
    brandt, ellery = found.rows
    assert (brandt[1], ellery[1]) == ("Tomas Brandt", "Maud Ellery")  # who stands on more points comes first
    assert ellery[2][1] is None
    cell = ellery[2][0]
    assert cell
    assert [(stance, one.id) for stance, one in cell.told] == [("against", denial.id), ("for", later.id)]
    assert cell.changed
    assert brandt[2][0]
    assert not brandt[2][0].changed


def test_who_is_not_known_has_no_row(record: Record) -> None:
    nobody = next(one for one in record.statements if one.speaker is None)
    found = matrix(Lookup(record), (Point("9" * 12, "it", nobody.id, (Position(nobody.id, "for"),)),))
    assert found.rows == ()
