from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import UnknownId
from onrecord.keep import correct, parts
from onrecord.model import Record
from onrecord.show.web import items


def test_every_function_for_one_item_says_when_there_is_none(path: Path) -> None:
    with parts(path) as found:
        for show in (items.report, items.statement, items.utterance):
            with pytest.raises(UnknownId):
                show(found, "ffff")
        with pytest.raises(UnknownId):
            items.person(found, "ffff", 1)


def test_a_person_has_said_what_the_record_says_in_order(path: Path, record: Record) -> None:
    ellery = record.entities[0]
    with parts(path) as found:
        content = items.person(found, ellery.id, 1).content
    dates = [card.statement.said_on for card in content["entries"]]
    assert {card.statement.id for card in content["entries"]} == {
        s.id for s in record.statements if s.speaker == ellery.id
    }
    assert dates == sorted(dates, key=lambda date: (date is None, date or ""))
    assert [(report.file, count) for report, _, count in content["seen"]] == [
        ("harbour/courier.txt", 2),
        ("telegram.txt", 1),
    ]


def test_the_statements_of_a_report_are_numbered_from_its_beginning(path: Path, record: Record) -> None:
    with parts(path) as found:
        content = items.report(found, record.reports[1].id).content
    own = [card for card in content["cards"].values() if card.statement.report == record.reports[1].id]
    assert sorted(card.number for card in own) == [1, 2, 3, 4]
    assert content["article"].count == 4


def test_tellings_stand_side_by_side_with_what_differs(path: Path, record: Record) -> None:
    told = record.utterances[0].statements
    with parts(path) as found:
        (pair,) = items.statement(found, told[0]).content["pairs"]
    marked = [piece.text for piece in pair.left_pieces if not piece.same]
    assert any("anybody" in piece for piece in marked)
    assert any("anyone" in piece.text for piece in pair.right_pieces if not piece.same)
    assert pair.note == ""


def test_tellings_with_few_words_in_common_are_not_marked(path: Path, record: Record) -> None:
    one, other = record.statements[0], record.statements[2]
    correct(path, one.id, "merge", other.id, by="Di", why="a test")
    with parts(path) as found:
        pair = next(each for each in items.statement(found, one.id).content["pairs"] if each.right.id == other.id)
    assert pair.note == "in other words"
    assert all(piece.same for piece in (*pair.left_pieces, *pair.right_pieces))


def test_facts_end_where_corrections_begin(path: Path, record: Record) -> None:
    one = record.statements[0]
    for act in ("warn", "allege"):
        correct(path, one.id, "act", act, by="Di", why="a test")
    with parts(path) as found:
        content = items.statement(found, one.id).content
    assert len(content["notes"]) == 2
    assert not [fact for fact in content["facts"] if "Di, " in "".join(text for text, _ in fact.value)]
