from __future__ import annotations

from pathlib import Path

from onrecord.keep import correct, parts
from onrecord.model import Record
from onrecord.show.web import lists


def test_what_was_rejected_is_in_the_list_of_corrections_without_a_page(path: Path, record: Record) -> None:
    one, other = record.statements[0], record.statements[2]
    correct(path, other.id, "act", "warn", by="Di", why="a test")
    correct(path, one.id, "reject", by="Di", why="a test")
    with parts(path) as found:
        rows = lists.corrections(found, 1).content["rows"]
    assert [(note.correction.change, address) for note, address in rows] == [
        ("reject", ""),
        ("act", f"/statements/{other.id}"),
    ]


def test_a_search_for_nothing_finds_nothing(path: Path) -> None:
    with parts(path) as found:
        content = lists.search(found, "", "words", 1).content
    assert content["rows"] == content["papers"] == []


def test_a_search_finds_statements_and_reports(path: Path, record: Record) -> None:
    with parts(path) as found:
        content = lists.search(found, "inspectors", "words", 1).content
    assert {card.statement.report for card in content["rows"]} == {record.reports[0].id}
    assert [report.id for report, *_ in content["papers"]] == [record.reports[0].id]


def test_the_timeline_has_dates_months_and_what_has_none(path: Path, record: Record) -> None:
    dated = [one for one in record.statements if one.said_on]
    with parts(path) as found:
        all_dates = lists.timeline(found, 1, "", "", undated=False)
        rest = lists.timeline(found, 1, "", "", undated=True)
    assert len(all_dates.record.statements) == len(dated)
    assert len(rest.record.statements) == all_dates.content["without"] == len(record.statements) - len(dated)
    assert rest.content["picture"] is None
    assert all_dates.content["months"] == [("2024-03", "March 2024", len(dated))]


def test_a_part_of_the_timeline_has_what_may_lie_in_it(path: Path, record: Record) -> None:
    with parts(path) as found:
        first = lists.timeline(found, 1, "2024-03-01", "2024-03-03", undated=False)
        before = lists.timeline(found, 1, "2023", "2023", undated=False)
    said = {one.said_on for one in first.record.statements}
    assert said == {"2024-03-01/2024-03-05", "2024-03"}
    drawn = first.content["picture"]
    assert not any(mark.certain for lane in drawn.lanes for mark in lane.marks if lane.name != "what happened")
    assert before.record.statements == ()
    assert before.content["picture"] is None


def test_where_two_people_differ_is_shown_until_they_agree(path: Path, record: Record) -> None:
    one = record.statements[2].id
    correct(path, one, "act", "warn", by="Di", why="a threat")
    correct(path, one, "act", "criticise", by="Ed", why="none")
    with parts(path) as found:
        ((item, address, (stands, other)),) = lists.differences(found, 1).content["rows"]
        assert lists.corrections(found, 1).content["differing"] == 1
    assert (stands.correction.by, other.correction.by, address) == ("Ed", "Di", f"/statements/{one}")
    assert "company had known" in item
    correct(path, one, "act", "warn", by="Ed", why="Di is right")
    with parts(path) as found:
        assert lists.differences(found, 1).content["rows"] == []
