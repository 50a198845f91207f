from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from onrecord.keep import Kept
from onrecord.keep.places import MOST_REPORTS, SAME, Statements, overlap, placed, words_of
from onrecord.model import Entity, Mention, Record, Span


def texts(record: Record) -> dict[str, str]:
    return {report.id: report.text for report in record.reports}


def words(record: Record, n: int, text: str) -> Span:
    report = record.reports[n]
    start = report.text.index(text)
    return report.span(start, start + len(text))


def test_words_that_stand_where_they_stood_are_there(kept: Kept) -> None:
    span = words(kept.record, 0, "Nothing")
    assert placed(span, texts(kept.record)) == span


def test_words_that_have_moved_are_found_at_their_nearest_occurrence() -> None:
    text = "no, no and no"
    assert placed(Span("r", 5, 7, "no"), {"r": text}) == Span("r", 4, 6, "no")
    assert placed(Span("r", 10, 12, "no"), {"r": text}) == Span("r", 11, 13, "no")


def test_words_whose_report_or_text_is_gone_have_no_place() -> None:
    assert placed(Span("r", 0, 3, "yes"), {"r": "no"}) is None
    assert placed(Span("q", 0, 2, "no"), {"r": "no"}) is None
    assert placed(Span("r", 0, 0, ""), {"r": "no"}) is None


def test_overlap_is_the_f1_of_characters() -> None:
    assert overlap([Span("r", 0, 10, "")], [Span("r", 0, 10, "")]) == 1
    assert overlap([Span("r", 0, 10, "")], [Span("r", 5, 15, "")]) == 0.5
    assert overlap([Span("r", 0, 10, "")], [Span("q", 0, 10, "")]) == 0
    assert overlap([], []) == 0


def test_a_statement_whose_limits_moved_a_little_is_the_same_and_another_is_not(kept: Kept) -> None:
    moved = replace(kept.record.statements[1], id="new", content=(words(kept.record, 1, "that the bridge would fall"),))
    found = Statements((moved,), texts(kept.record))
    assert found.again({"old": kept.record.statements[1].content}) == {"old": "new"}
    assert found.again({"old": kept.record.statements[2].content}) == {}


def test_a_statement_that_shares_less_than_half_of_its_characters_is_another(kept: Kept) -> None:
    old = kept.record.statements[1].content
    part = replace(kept.record.statements[1], id="new", content=(words(kept.record, 1, "fall"),))
    assert overlap(old, part.content) < SAME
    assert Statements((part,), texts(kept.record)).again({"old": old}) == {}


def test_two_earlier_statements_never_become_one_later_one(kept: Kept) -> None:
    new = replace(kept.record.statements[1], id="new", content=(words(kept.record, 1, "the bridge would fall"),))
    near, far = (words(kept.record, 1, "bridge would fall"),), (words(kept.record, 1, "the bridge would"),)
    assert overlap(near, new.content) > overlap(far, new.content) > SAME
    assert Statements((new,), texts(kept.record)).again({"far": far, "near": near}) == {"near": "new"}


def test_a_statement_that_is_still_there_is_not_given_to_another(kept: Kept) -> None:
    one = kept.record.statements[1]
    found = Statements((one,), texts(kept.record)).again({one.id: one.content, "other": one.content})
    assert found == {one.id: one.id}


def test_a_part_of_a_long_content_leads_to_its_statement(kept: Kept) -> None:
    first = kept.record.statements[0]
    found = Statements(kept.record.statements, texts(kept.record))
    assert found.holding(first.content[1]) == first.id
    assert found.holding(words(kept.record, 0, "Bo Elk")) is None


def test_every_kind_of_item_has_words_to_be_found_by(kept: Kept) -> None:
    record = kept.record
    for item in (*record.statements, *record.entities, *record.utterances, *record.events, *record.points):
        assert words_of(item, record)
    assert words_of(record.conflicts[0], record) == record.conflicts[0].sides
    assert words_of(record.reports[0], record) == ()


def test_somebody_whom_every_report_names_is_kept_by_one_mention_of_some(reading_of: Callable[..., Any]) -> None:
    mentions = tuple(Mention(f"r{n // 2}", n, n + 1, "x", (n, n + 1)) for n in range(4 * MOST_REPORTS))
    found = words_of(Entity(id="e", name="x", type="person", mentions=mentions), Record())
    assert [span.report for span in found] == [f"r{n}" for n in range(MOST_REPORTS)]
    assert {type(span) for span in found} == {Span}
