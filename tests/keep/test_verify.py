from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.errors import NotARecord, RecordTooNew
from onrecord.keep import Fault, Kept, load, save, verify
from onrecord.model import Record

Damage = Callable[..., None]


def _places(whole: bytes, words: bytes) -> list[int]:
    places, at = [], whole.find(words)
    while at >= 0:
        places.append(at)
        at = whole.find(words, at + 1)
    return places


def test_a_record_as_it_was_saved_has_no_fault(path: Path) -> None:
    assert verify(path) == ()


def test_a_byte_changed_in_any_copy_of_a_text_or_original_is_found_and_its_report_named(path: Path, kept: Kept) -> None:
    whole = path.read_bytes()
    report = kept.record.reports[0]
    places = _places(whole, report.text.encode())
    assert len(places) == 2  # the text and the original
    for start in places:
        for at in range(start, start + len(report.text.encode())):
            path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
            faults = [fault for fault in verify(path) if fault.item == report.id]
            assert any(report.file in fault.problem and "SHA-256" in fault.problem for fault in faults)


def test_a_byte_changed_in_an_original_is_told_apart_from_one_in_the_text(
    path: Path, kept: Kept, damage: Damage
) -> None:
    report = kept.record.reports[1]
    damage("UPDATE originals SET bytes = bytes || x'20' WHERE report = ?", report.id)
    problems = [fault.problem for fault in verify(path)]
    assert f"{report.file}: its original bytes are not those that were read (SHA-256)" in problems
    assert f"{report.file}: its text is not the one that was read (SHA-256)" not in problems


def test_a_text_that_fits_its_hash_but_not_its_bytes_is_found(tmp_path: Path, reading_of: Callable[..., Any]) -> None:
    one = reading_of("a.txt", "He did not deny it.", b"He did deny it.")
    save(Kept(Record(reports=(one.report,)), (one,), ()), tmp_path / "a.db", Record())
    assert verify(tmp_path / "a.db") == (
        Fault(one.report.id, "a.txt: its text is not what its original bytes say in any encoding"),
    )
    extracted = replace(one, report=replace(one.report, extracted=True))
    save(Kept(Record(reports=(extracted.report,)), (extracted,), ()), tmp_path / "b.db", Record())
    assert verify(tmp_path / "b.db") == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_a_text_may_come_from_bytes_of_any_encoding_that_is_read(
    tmp_path: Path, reading_of: Callable[..., Any], encoding: str
) -> None:
    text = "“Café”, he said.\r\nÉl no."
    one = reading_of("a.txt", text, text.encode(encoding))
    save(Kept(Record(reports=(one.report,)), (one,), ()), tmp_path / "a.db", Record())
    assert verify(tmp_path / "a.db") == ()


@pytest.mark.parametrize(
    ("sql", "item", "problem"),
    [
        ("UPDATE contents SET text = 'bridge will fall' WHERE statement = '5b0000000002'", "5b0000000002", "words"),
        ("UPDATE contents SET start = start + 1 WHERE statement = '5b0000000002'", "5b0000000002", "words"),
        ("UPDATE mentions SET text = 'Ana Oz' WHERE text = 'Ana Ox'", "a11a00000001", "words"),
        ("UPDATE mentions SET name_end = 99 WHERE text = 'Ana Ox'", "a11a00000001", "name of its mention"),
        ("UPDATE roles SET mention = 'the Mayor'", "a11a00000001", "words"),
        ("UPDATE event_mentions SET trigger_start = 0", "e00000000001", "trigger"),
        ('UPDATE conflict_sides SET "end" = 10000', "c00000000001", "words"),
        ("UPDATE conflict_sides SET start = -5", "c00000000001", "words"),
        ("UPDATE events SET place = 'fridge'", "e00000000001", "words"),
        ("UPDATE reports SET headline = 'Ana Ox, the major' WHERE headline IS NOT NULL", "", "words"),
        ("UPDATE noise SET text = 'the'", "", "words"),
        ("UPDATE statements SET speaker = '0' WHERE speaker = 'a11a00000001'", "5a0000000001", "its speaker names 0"),
        ("UPDATE statements SET \"to\" = '0' WHERE \"to\" = 'b00000000002'", "5a0000000001", "its to names 0"),
        ("UPDATE statements SET inside = '0' WHERE inside = '5b0000000002'", "5c0000000003", "its inside names 0"),
        ("UPDATE candidates SET entity = '0'", "5c0000000003", "its candidates names 0"),
        ("UPDATE utterance_statements SET statement = '0' WHERE number = 1", "07a000000001", "its statements names 0"),
        ("UPDATE events SET patient = '0'", "e00000000001", "its patient names 0"),
        ("UPDATE points SET \"from\" = '0'", "90a000000001", "its from names 0"),
        ("UPDATE positions SET statement = '0'", "90a000000001", "its positions names 0"),
        ("UPDATE reports SET copy_of = '0'", "", "its copy_of names 0"),
        ("UPDATE links SET a = '0'", "same 0 b00000000002", "its a names 0"),
        ("DELETE FROM entities WHERE id = 'a11a00000001'", "5a0000000001", "its speaker names a11a00000001"),
        ("DELETE FROM statements WHERE id = '5b0000000002'", "90a000000001", "its positions names"),
        ("INSERT INTO aliases VALUES ('x', '0', 'entity')", "x", "leads to 0"),
        ("UPDATE statements SET content = 'the bridge stood' WHERE number = 2", "5b0000000002", "its parts"),
        ("UPDATE report_files SET file = 'b'", "", "among the files"),
        ("UPDATE statements SET act = 'assert' WHERE number = 1", "the record", "not the record that was saved"),
        ("UPDATE statements SET act = 'sing' WHERE number = 1", "the record", "cannot be read"),
        ("UPDATE statements SET confidence = 'much' WHERE number = 1", "the record", "cannot be read"),
        ("UPDATE contents SET start = 'a' WHERE number = 1", "the record", "cannot be read"),
        ("UPDATE corrections SET \"by\" = 'Di'", "the record", "not the record that was saved"),
        ("DELETE FROM unread", "the record", "not the record that was saved"),
        ("UPDATE findings SET found = replace(found, 'entities', 'x')", "the record", "cannot be read"),
        ("UPDATE findings SET number = number + 5", "the record", "its findings"),
        ("UPDATE originals SET as_read = '{}'", "the record", "reports as read"),
        ("DELETE FROM originals", "", "cannot be read"),
        ("DELETE FROM contents WHERE number = 2", "5a0000000001", "its parts"),
        ("UPDATE contents SET statement = '0' WHERE number = 2", "the record", "of contents belongs to nothing"),
        ("UPDATE reports SET text = NULL WHERE 0; DROP TABLE relays", "the record", "cannot be read"),
        ("DELETE FROM statements_fts_data WHERE id > 1", "the record", "full-text index statements_fts"),
        ("UPDATE reports_fts_docsize SET sz = x'01'", "the record", "full-text index reports_fts"),
    ],
)
def test_whatever_is_changed_is_found(path: Path, sql: str, item: str, problem: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)
        connection.commit()
    assert [fault for fault in verify(path) if item in fault.item and problem in fault.problem], verify(path)


def test_a_changed_id_of_a_report_is_found(path: Path, damage: Damage) -> None:
    damage("UPDATE reports SET id = '000000000000' WHERE number = 1")
    assert [fault for fault in verify(path) if fault.item == "000000000000"]


def test_a_text_that_is_no_utf8_is_found(path: Path, kept: Kept) -> None:
    whole, words = path.read_bytes(), b"The town council"
    for at in _places(whole, words):
        path.write_bytes(whole[:at] + b"\xff" + whole[at + 1 :])
        assert kept.record.reports[1].id in {fault.item for fault in verify(path)}


def test_no_change_of_any_byte_makes_it_stop(path: Path) -> None:
    whole = path.read_bytes()
    for at in range(0, len(whole), 509):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        try:
            assert all(isinstance(fault, Fault) for fault in verify(path))
        except (NotARecord, RecordTooNew):
            assert at < 100  # the header, without which nothing says that this is a record of ours


@pytest.mark.parametrize("size", [4096, 10_000, 50_000, -4096])
def test_a_record_that_was_cut_off_is_a_fault(path: Path, size: int) -> None:
    path.write_bytes(path.read_bytes()[:size])
    assert verify(path)


def test_what_is_no_record_has_no_faults_but_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing was taken, she said. " * 10)
    with pytest.raises(NotARecord):
        verify(tmp_path / "a.txt")


def test_the_file_is_not_changed(path: Path) -> None:
    before = path.read_bytes()
    verify(path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_correction_of_an_item_that_is_gone_is_no_fault(path: Path, kept: Kept) -> None:
    gone = replace(kept.record.corrections[0], target="000000000000")
    save(replace(kept, record=replace(kept.record, corrections=(gone,))), path, before=kept.record)
    assert verify(path) == ()
    assert load(path).record.corrections == (gone,)
