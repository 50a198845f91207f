from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.errors import NotARecord, RecordInUse
from onrecord.keep import Fault, Kept, load, load_record, save, search, verify
from onrecord.model import Record, Span


def test_what_is_loaded_is_what_was_saved(kept: Kept, path: Path) -> None:
    assert load(path) == kept
    assert load_record(path) == kept.record


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_record_comes_back_exactly_and_is_proved(
    kepts: st.SearchStrategy[Kept], tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    kept = data.draw(kepts)
    path = tmp_path_factory.mktemp("any") / "a.db"
    save(kept, path, Record())
    assert load(path) == kept
    assert load_record(path) == kept.record
    assert not [fault for fault in verify(path) if not _made_up(fault)]


def _made_up(fault: Fault) -> bool:
    """Links and file names in made-up records are any words."""
    return "its a names" in fault.problem or "its b names" in fault.problem or "among the files" in fault.problem


def test_an_empty_record_is_kept_too(tmp_path: Path) -> None:
    save(Kept.empty(), tmp_path / "none.db", Record())
    assert load(tmp_path / "none.db") == Kept.empty()
    assert verify(tmp_path / "none.db") == ()


def test_a_report_is_kept_as_it_was_read_and_as_the_record_has_it(tmp_path: Path, kept: Kept) -> None:
    as_read = kept.readings[0].report
    as_dated = replace(as_read, published="2019-01-15", published_basis="inferred", copy_of=kept.record.reports[1].id)
    kept = replace(kept, record=replace(kept.record, reports=(as_dated, kept.record.reports[1])))
    save(kept, tmp_path / "a.db", Record())
    found = load(tmp_path / "a.db")
    assert found.readings[0].report == as_read
    assert found.record.reports[0] == as_dated


def test_a_whole_number_for_a_score_comes_back_as_the_same_number(tmp_path: Path, kept: Kept) -> None:
    whole = replace(kept.record.statements[0], confidence=1)
    record = replace(kept.record, statements=(whole, *kept.record.statements[1:]))
    save(replace(kept, record=record), tmp_path / "a.db", Record())
    assert load_record(tmp_path / "a.db") == record
    assert verify(tmp_path / "a.db") == ()
    save(replace(kept, record=record), tmp_path / "a.db", before=record)


def test_two_saves_are_the_same_byte_for_byte(tmp_path: Path, kept: Kept, path: Path) -> None:
    save(kept, tmp_path / "other.db", Record())
    assert (tmp_path / "other.db").read_bytes() == path.read_bytes()
    save(kept, path, before=kept.record)
    assert (tmp_path / "other.db").read_bytes() == path.read_bytes()


def test_another_process_in_another_place_saves_the_same_bytes(tmp_path: Path, path: Path) -> None:
    code = "import sys; from onrecord.keep import *; k = load(sys.argv[1]); save(k, sys.argv[2], Kept.empty().record)"
    environ = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", code, str(path), "b.db"], cwd=tmp_path, env=environ, check=True)
    assert (tmp_path / "b.db").read_bytes() == path.read_bytes()


def test_reading_leaves_the_file_and_its_folder_as_they_are(path: Path) -> None:
    before, at, beside = path.read_bytes(), path.stat().st_mtime_ns, set(path.parent.iterdir())
    path.chmod(0o444)
    load(path), load_record(path), search(path, "bridge", 5), verify(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns, set(path.parent.iterdir())) == (before, at, beside)


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, OSError(28, "No space left on device")])
def test_a_save_that_fails_leaves_the_old_record_and_nothing_else(
    path: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch, error: Any
) -> None:
    before = path.read_bytes()

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(BaseException):  # noqa: B017
        save(replace(kept, findings=()), path, before=kept.record)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_save_that_is_killed_leaves_the_old_record_and_the_next_one_tidies_up(path: Path, kept: Kept) -> None:
    code = (
        "import os, sys; from onrecord.keep import *; k = load(sys.argv[1]);"
        "os.replace = lambda *_: os._exit(9); save(k, sys.argv[1], k.record)"
    )
    before = path.read_bytes()
    subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert path.read_bytes() == before
    assert len(list(path.parent.iterdir())) == 2
    save(kept, path, before=kept.record)
    assert list(path.parent.iterdir()) == [path]


def test_a_record_that_another_has_changed_meanwhile_is_not_overwritten(path: Path, kept: Kept) -> None:
    corrected = replace(kept.record, corrections=())
    save(replace(kept, record=corrected), path, before=kept.record)
    with pytest.raises(RecordInUse, match="changed it meanwhile"):
        save(kept, path, before=kept.record)
    assert load_record(path) == corrected


def test_of_several_savers_at_once_one_wins_and_the_others_are_told(path: Path, kept: Kept) -> None:
    told: list[str] = []

    def change(name: str) -> None:
        record = replace(kept.record, corrections=(replace(kept.record.corrections[0], by=name),))
        try:
            save(replace(kept, record=record), path, before=kept.record)
        except RecordInUse:
            told.append(name)

    threads = [threading.Thread(target=change, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    winner = load_record(path).corrections[0].by
    assert sorted([*told, winner]) == ["a", "b", "c", "d"]
    assert verify(path) == ()


def _foreign_source(record: Record) -> Record:
    source = Span(record.reports[1].id, 0, 3, "The")
    return replace(record, statements=(replace(record.statements[0], source=source), *record.statements[1:]))


def _unknown_speaker(record: Record) -> Record:
    return replace(record, statements=(replace(record.statements[0], speaker="0"), *record.statements[1:]))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (_foreign_source, "has a span of report"),
        (_unknown_speaker, "statements names one that is not in entities"),
        (lambda record: replace(record, statements=record.statements * 2), "two statements have the id 5a0000000001"),
        (lambda record: replace(record, reports=record.reports[:1]), "readings are not those"),
    ],
)
def test_a_record_whose_items_do_not_fit_together_is_refused(
    tmp_path: Path, kept: Kept, change: Any, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        save(replace(kept, record=change(kept.record)), tmp_path / "a.db", Record())
    assert list(tmp_path.iterdir()) == []


def test_rows_of_the_wrong_type_never_become_items(path: Path, damage: Any) -> None:
    damage("UPDATE statements SET act = 'sing'")
    with pytest.raises(NotARecord, match="damaged"):
        load(path)
    with pytest.raises(NotARecord, match="damaged"):
        load_record(path)


def test_an_original_that_is_gone_is_a_damaged_record(path: Path, damage: Any) -> None:
    damage("DELETE FROM originals")
    with pytest.raises(NotARecord, match="damaged"):
        load(path)


def test_bytes_and_text_may_hold_anything(tmp_path: Path, reading_of: Any) -> None:
    text = "a\0b\r\n\u2028\U0001f600\ufeff"
    one = reading_of("a", text, text.encode("utf-16"))
    record = Record(reports=(replace(one.report, headline=one.report.span(0, len(text))),))
    save(Kept(record, (one,), ()), tmp_path / "a.db", Record())
    assert load_record(tmp_path / "a.db") == record
    assert load(tmp_path / "a.db").readings == (one,)
    assert verify(tmp_path / "a.db") == ()
