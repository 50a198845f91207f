from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from onrecord.errors import UnknownId
from onrecord.keep import correct, parts
from onrecord.model import Record, Span
from onrecord.show.web import views


def test_every_function_for_one_item_says_when_there_is_none(path: Path) -> None:
    with parts(path) as found:
        for show in (views.report, views.statement, views.utterance):
            with pytest.raises(UnknownId):
                show(found, "ffff")
        with pytest.raises(UnknownId):
            views.person(found, "ffff", 1)


def test_a_person_has_said_what_the_record_says_in_order(path: Path, record: Record) -> None:
    ellery = record.entities[0]
    with parts(path) as found:
        content = views.person(found, ellery.id, 1).content
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
        content = views.report(found, record.reports[1].id).content
    own = [card for card in content["cards"].values() if card.statement.report == record.reports[1].id]
    assert sorted(card.number for card in own) == [1, 2, 3, 4]
    assert content["article"].count == 4


def test_tellings_stand_side_by_side_with_what_differs(path: Path, record: Record) -> None:
    told = record.utterances[0].statements
    with parts(path) as found:
        (pair,) = views.statement(found, told[0]).content["pairs"]
    marked = [piece.text for piece in pair.left_pieces if not piece.same]
    assert any("anybody" in piece for piece in marked)
    assert any("anyone" in piece.text for piece in pair.right_pieces if not piece.same)
    assert pair.note == ""


def test_tellings_with_few_words_in_common_are_not_marked(path: Path, record: Record) -> None:
    one, other = record.statements[0], record.statements[2]
    correct(path, one.id, "merge", other.id, by="Di", why="a test")
    with parts(path) as found:
        pair = next(each for each in views.statement(found, one.id).content["pairs"] if each.right.id == other.id)
    assert pair.note == "in other words"
    assert all(piece.same for piece in (*pair.left_pieces, *pair.right_pieces))


def test_facts_end_where_corrections_begin(path: Path, record: Record) -> None:
    one = record.statements[0]
    for act in ("warn", "allege"):
        correct(path, one.id, "act", act, by="Di", why="a test")
    with parts(path) as found:
        content = views.statement(found, one.id).content
    assert len(content["notes"]) == 2
    assert not [fact for fact in content["facts"] if "Di, " in "".join(text for text, _ in fact.value)]


def test_what_was_rejected_is_in_the_list_of_corrections_without_a_page(path: Path, record: Record) -> None:
    one, other = record.statements[0], record.statements[2]
    correct(path, other.id, "act", "warn", by="Di", why="a test")
    correct(path, one.id, "reject", by="Di", why="a test")
    with parts(path) as found:
        rows = views.corrections(found, 1).content["rows"]
    assert [(note.correction.change, address) for note, address in rows] == [
        ("reject", ""),
        ("act", f"/statements/{other.id}"),
    ]


def test_the_address_of_exact_words_is_safe_in_a_text_fragment() -> None:
    span = Span("ab", 0, 9, "well-known,\n& “so” #x")
    assert views.exactly(span) == "/reports/ab#:~:text=well%2Dknown%2C%20%26%20%E2%80%9Cso%E2%80%9D%20%23x"
    assert len(views.exactly(replace(span, text="x" * 9999))) < 300


def test_other_pages_of_a_list_keep_what_it_is_filtered_by() -> None:
    place = views.pages(2, 205, 100, named="a&b", empty="")
    assert (place.number, place.last) == (2, 3)
    assert place.query(3) == "?named=a%26b&page=3"


def test_a_search_for_nothing_finds_nothing(path: Path) -> None:
    with parts(path) as found:
        content = views.search(found, "", 1).content
    assert content["rows"] == content["papers"] == []


def test_a_search_finds_statements_and_reports(path: Path, record: Record) -> None:
    with parts(path) as found:
        content = views.search(found, "inspectors", 1).content
    assert {card.statement.report for card in content["rows"]} == {record.reports[0].id}
    assert [report.id for report, *_ in content["papers"]] == [record.reports[0].id]


def test_the_timeline_has_dates_months_and_what_has_none(path: Path, record: Record) -> None:
    dated = [one for one in record.statements if one.said_on]
    with parts(path) as found:
        all_dates = views.timeline(found, 1, "", undated=False)
        rest = views.timeline(found, 1, "", undated=True)
    assert len(all_dates.record.statements) == len(dated)
    assert len(rest.record.statements) == all_dates.content["without"] == len(record.statements) - len(dated)
    assert rest.content["picture"] is None
    assert all_dates.content["months"] == [("2024-03", "March 2024", len(dated))]
