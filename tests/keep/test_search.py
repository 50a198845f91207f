from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.keep import Kept, save, search
from onrecord.model import Record

DENIAL, WARNING, TAKING = "5a0000000001", "5b0000000002", "5c0000000003"


def test_a_statement_is_found_by_its_words(path: Path) -> None:
    assert search(path, "bridge", 10) == [WARNING]
    assert search(path, "the BRIDGE", 10) == [WARNING]


def test_a_word_is_found_in_its_other_forms(path: Path) -> None:
    assert search(path, "bridges falling", 10) == [WARNING]
    assert search(path, "take euro", 10) == []
    assert search(path, "florin", 10) == [TAKING]


def test_words_in_quotation_marks_are_found_as_they_stand_together(path: Path) -> None:
    assert search(path, '"bridge would"', 10) == [WARNING]
    assert search(path, "“bridge would”", 10) == [WARNING]
    assert search(path, '"would bridge"', 10) == []


def test_statements_with_all_the_words_come_before_those_whose_report_has_the_rest(path: Path) -> None:
    assert search(path, "florins taking", 10) == [TAKING]
    assert search(path, "council florins bridge", 10) == [TAKING, WARNING]  # the shorter first
    assert search(path, "bridge council", 10) == [WARNING]
    assert search(path, "bridge euros", 10) == []


def test_a_short_word_alone_does_not_make_a_statement_fit(path: Path) -> None:
    assert search(path, "the council", 10) == []
    assert search(path, "the council bridge", 10) == [WARNING]
    assert search(path, "the", 10) == [WARNING]


def test_the_limit_is_kept(path: Path) -> None:
    both = search(path, "council florins bridge", 10)
    assert search(path, "council florins bridge", 1) == both[:1]
    assert search(path, "bridge", 0) == search(path, "bridge", -1) == []


def test_equals_are_in_the_order_of_the_record(tmp_path: Path, kept: Kept) -> None:
    same = [replace(kept.record.statements[1], id=one, inside=None) for one in ("f", "a", "5b0000000002", "0")]
    record = replace(kept.record, statements=(kept.record.statements[0], *same, kept.record.statements[2]))
    save(replace(kept, record=record), tmp_path / "b.db", Record())
    assert search(tmp_path / "b.db", "bridge", 10) == ["f", "a", "5b0000000002", "0"]


@pytest.mark.parametrize("words", ["", " ", "*", '"', "()", "\0", "😀", "— …", '""', "“”"])
def test_nothing_to_search_for_finds_nothing(path: Path, words: str) -> None:
    assert search(path, words, 5) == []


HOSTILE = [
    "can't \"AND ( *",
    "bridge AND",
    "NOT bridge",
    "NEAR(bridge fall, 2)",
    "content:bridge",
    "-bridge ^bridge bridge*",
    "bridge' OR 1=1 --",
    "brid\0ge",
    "\ud800bridge",
    "{content}: bridge",
    '“bridge” would "fall',
    "bridge " * 5000,
]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text() | st.text('bridge"“” *()-:^+{}\0ANDORTNEAR', max_size=20))
def test_any_string_is_only_words(path: Path, words: str) -> None:
    assert isinstance(search(path, words, 5), list)


for _words in HOSTILE:
    test_any_string_is_only_words = example(words=_words)(test_any_string_is_only_words)


def test_words_that_mean_something_to_the_search_engine_mean_nothing(path: Path) -> None:
    assert search(path, "bridge OR nonsense", 5) == []
    assert search(path, "bridge*", 5) == search(path, "(bridge)", 5) == search(path, "^bridge", 5) == [WARNING]
    assert search(path, "content:bridge", 5) == []
    assert search(path, "bridge " * 5000, 5) == [WARNING]
