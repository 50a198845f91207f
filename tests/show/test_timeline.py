from datetime import date

import msgspec
import pytest

from onrecord.days import Days
from onrecord.model import Record, Utterance
from onrecord.show.axis import LEFT, RIGHT, WIDTH
from onrecord.show.lookup import Lookup
from onrecord.show.timeline import MARK, MOST_TRACKS, colour_key, entries, picture


def dated(record: Record, *said_on: str | None) -> Record:
    """The record with as many copies of its first statement as there are dates, and no others."""
    first = record.statements[0]
    copies = [msgspec.structs.replace(first, id=f"{n:012}", said_on=one) for n, one in enumerate(said_on)]
    return msgspec.structs.replace(record, statements=tuple(copies), utterances=())


def test_an_utterance_is_one_entry_with_its_fullest_telling(record: Record) -> None:
    found = entries(Lookup(record), record.statements)
    assert len(found) == len(record.statements) - 1
    (told_twice,) = [entry for entry in found if entry.others]
    assert (told_twice.statement, told_twice.others) == (record.statements[1], (record.statements[4],))


def test_tellings_with_other_dates_stay_apart(record: Record) -> None:
    moved = msgspec.structs.replace(record.statements[4], said_on="2024-03-05")
    statements = tuple(moved if one.id == moved.id else one for one in record.statements)
    found = entries(Lookup(msgspec.structs.replace(record, statements=statements)), statements)
    assert len(found) == len(statements)


def test_a_telling_without_a_date_joins_the_one_that_has_one(record: Record) -> None:
    undated = msgspec.structs.replace(record.statements[1], said_on=None)
    statements = tuple(undated if one.id == undated.id else one for one in record.statements)
    found = entries(Lookup(msgspec.structs.replace(record, statements=statements)), statements)
    (told_twice,) = [entry for entry in found if entry.others]
    assert (told_twice.statement, told_twice.date) == (undated, "2024-03-04")


def test_words_that_no_fuller_telling_has_are_not_dropped(record: Record) -> None:
    """The retold denial also belongs to an utterance that the fuller telling has no part in."""
    further = Utterance("u" * 12, (record.statements[4].id, record.statements[0].id))
    lookup = Lookup(msgspec.structs.replace(record, utterances=(*record.utterances, further)))
    shown = {entry.statement.id for entry in entries(lookup, record.statements)}
    assert {record.statements[1].id, record.statements[0].id} <= shown
    assert record.statements[4].id in shown


def test_entries_are_in_the_order_of_dates_unknown_last(record: Record) -> None:
    found = [entry.date for entry in entries(Lookup(record), record.statements)]
    assert found == ["2024-03-01/2024-03-05", "2024-03", "2024-03-04", "2024-03-04", None, None, None]


def test_nothing_dated_gives_no_picture(record: Record) -> None:
    undated = dated(record, None, "soon")
    assert picture(Lookup(undated), undated.statements) is None
    assert picture(Lookup(Record()), ()) is None


def test_known_days_are_dots_and_uncertain_ones_bars_over_their_days(record: Record) -> None:
    several = dated(record, "2024-03-04", "2024-03", "2024-03-10/2024-03-20", None)
    drawn = picture(Lookup(several), several.statements)
    assert drawn is not None
    marks = {mark.entry.date: mark for mark in drawn.lanes[0].marks}
    assert marks["2024-03-04"].certain
    assert marks["2024-03-04"].width == MARK
    assert not marks["2024-03"].certain
    assert marks["2024-03"].width > marks["2024-03-10/2024-03-20"].width > MARK
    assert drawn.undated == 1


def test_what_goes_on_beyond_the_days_that_are_drawn_is_cut_and_stays_a_bar(record: Record) -> None:
    several = dated(record, "2024-03-04", "2024-03", "2024-03-10/2024-03-20", None)
    within = Days(date(2024, 3, 10), date(2024, 3, 10))
    drawn = picture(Lookup(several), several.statements, within=within)
    assert drawn is not None
    marks = {mark.entry.date: mark for lane in drawn.lanes for mark in lane.marks}
    assert set(marks) == {"2024-03", "2024-03-10/2024-03-20"}
    assert not any(mark.certain for mark in marks.values())
    assert picture(Lookup(several), several.statements, within=Days(date(2023, 1, 1), date(2023, 1, 2))) is None


def test_all_marks_are_inside_the_picture_and_none_lies_on_another(record: Record) -> None:
    drawn = picture(Lookup(record), record.statements)
    assert drawn is not None
    for lane in drawn.lanes:
        for mark in lane.marks:
            assert mark.x >= LEFT - MARK
            assert mark.x + mark.width <= WIDTH - RIGHT + MARK
            assert lane.y <= mark.y < lane.y + lane.height <= drawn.height
        places = [(mark.x, mark.x + mark.width, mark.y) for mark in lane.marks]
        for n, (begin, _, y) in enumerate(places):
            assert all(end + 2 <= begin for other, end, row in places[:n] if row == y and other <= begin)


def test_what_has_no_room_is_counted(record: Record) -> None:
    many = dated(record, *["2024-03-04"] * (MOST_TRACKS + 5))
    drawn = picture(Lookup(many), many.statements)
    assert drawn is not None
    assert (len(drawn.lanes[0].marks), drawn.lanes[0].left_out) == (MOST_TRACKS, 5)


def test_reports_of_one_day_stand_below_each_other(record: Record) -> None:
    many = tuple(msgspec.structs.replace(record.reports[0], id=f"r{n}") for n in range(MOST_TRACKS + 2))
    whole = msgspec.structs.replace(record, reports=(*record.reports, *many))
    drawn = picture(Lookup(whole), whole.statements)
    assert drawn is not None
    places = {(one.x, one.y) for one in drawn.published}
    assert len(places) == len(drawn.published) == MOST_TRACKS + 1
    assert drawn.papers_left_out == 3
    assert all(drawn.foot <= one.y < drawn.height - MARK for one in drawn.published)


def test_the_key_has_the_colours_that_are_drawn_with_the_words_of_the_acts(record: Record) -> None:
    drawn = picture(Lookup(record), record.statements)
    assert drawn is not None
    assert colour_key(drawn) == (("allege", ("accuses",)), ("deny", ("denies",)), ("demand", ("demands",)))


@pytest.mark.parametrize("extreme", ["0001-01-01", "9999-12-31", "0001/9999"])
def test_the_ends_of_the_calendar_can_be_drawn(record: Record, extreme: str) -> None:
    far = dated(record, extreme, "2024-03-04")
    assert picture(Lookup(far), far.statements) is not None


def test_speakers_beyond_the_lanes_share_one(record: Record) -> None:
    entities = tuple(msgspec.structs.replace(record.entities[0], id=f"e{n}", name=f"Speaker {n:02}") for n in range(20))
    statements = tuple(
        msgspec.structs.replace(record.statements[0], id=f"s{n}", speaker=f"e{n}", said_on="2024-03-04")
        for n in range(20)
    )
    crowd = msgspec.structs.replace(record, entities=entities, statements=statements, utterances=())
    drawn = picture(Lookup(crowd), crowd.statements)
    assert drawn is not None
    assert [drawn.lanes[0].name, drawn.lanes[-1].name, len(drawn.lanes)] == ["Speaker 00", "8 others", 13]
