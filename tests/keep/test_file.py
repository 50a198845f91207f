from __future__ import annotations

import os
import sqlite3
import stat
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.errors import NotARecord, OnrecordError, RecordExists, RecordInUse, RecordTooNew, RecordUnwritable
from onrecord.keep import Kept, file, load, load_record, refuse_existing, resolve, save, search, verify
from onrecord.model import Reading, Record

READERS: list[Callable[[Path], object]] = [
    load,
    load_record,
    verify,
    lambda path: search(path, "bridge", 3),
    lambda path: resolve(path, "a11a"),
]
ODD = [
    "a b.db",
    "what?.db",
    "50%41.db",
    "#1.db",
    "üß😀.db",
    "'quoted\".db",
    "a&mode=rwc.db",
    ":memory:",
    "-o",
    "x" * 250,
]


def _empty(path: Path) -> None:
    path.touch()


def _text(path: Path) -> None:
    path.write_text("Ana Ox denied it. " * 100)


def _other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE reports (id)")


def _beginning(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


def _folder(path: Path) -> None:
    path.mkdir()


def _nothing(path: Path) -> None:
    pass


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("make", [_empty, _text, _other_database, _beginning, _folder, _nothing])
def test_what_is_no_record_is_told_so(
    tmp_path: Path, make: Callable[[Path], None], reader: Callable[..., object]
) -> None:
    make(tmp_path / "a.db")
    with pytest.raises(NotARecord) as caught:
        reader(tmp_path / "a.db")
    assert caught.value.subject == str(tmp_path / "a.db")


@pytest.mark.parametrize("make", [_empty, _text, _other_database, _folder])
def test_what_is_no_record_is_never_replaced_by_one(tmp_path: Path, make: Callable[[Path], None], kept: Kept) -> None:
    make(tmp_path / "a.db")
    before = sorted(tmp_path.rglob("*")), (tmp_path / "a.db").is_file() and (tmp_path / "a.db").read_bytes()
    with pytest.raises(NotARecord):
        save(kept, tmp_path / "a.db", Record())
    assert before == (sorted(tmp_path.rglob("*")), (tmp_path / "a.db").is_file() and (tmp_path / "a.db").read_bytes())


@pytest.mark.parametrize("reader", READERS)
def test_a_record_by_a_later_version_is_told_so(path: Path, reader: Callable[..., object]) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(RecordTooNew):
        reader(path)


def test_a_record_by_a_later_version_is_not_replaced(path: Path, kept: Kept) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(RecordTooNew):
        save(kept, path, Record())


@pytest.mark.parametrize("reader", [*READERS, lambda path: save(Kept.empty(), path, Record())])
def test_a_record_that_another_writes_to_is_in_use(
    path: Path, reader: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "PATIENCE", 0.01)
    before = path.read_bytes()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(RecordInUse):
            reader(path)
    assert path.read_bytes() == before


def test_a_record_that_is_being_saved_can_be_read_but_not_saved(
    path: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "PATIENCE", 0.01)
    with file.held(path):
        assert load(path) == kept
        with pytest.raises(RecordInUse):
            save(kept, path, kept.record)
    save(kept, path, kept.record)


def test_one_who_reads_on_keeps_the_old_record_while_a_new_one_is_put_there(path: Path) -> None:
    with file.opened(path) as connection:
        save(Kept.empty(), path, Record())
        assert connection.execute("SELECT count(*) FROM statements").fetchone() == (3,)
    assert load(path) == Kept.empty()


@pytest.mark.parametrize("name", ODD)
def test_a_path_may_have_any_characters(tmp_path: Path, name: str, kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for path in (Path(name), tmp_path / name):
        save(kept, path, Record())
        assert load(path) == kept
        assert verify(path) == ()
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(os.name != "posix", reason="other systems have no names that are not Unicode")
def test_a_path_need_not_be_unicode(tmp_path: Path, kept: Kept) -> None:
    path = tmp_path / os.fsdecode(b"\xff\xfe.db")
    save(kept, path, Record())
    assert load(path) == kept


def test_a_link_to_a_record_stays_a_link(path: Path, kept: Kept) -> None:
    link = path.with_name("link.db")
    link.symlink_to(path)
    save(Kept.empty(), link, before=kept.record)
    assert link.is_symlink()
    assert load(path) == load(link) == Kept.empty()


def test_the_file_is_private_while_it_is_written(tmp_path: Path) -> None:
    with file.beside(tmp_path / "a.db", lambda: None) as connection:
        (folder,) = tmp_path.iterdir()
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert folder in Path(connection.execute("PRAGMA database_list").fetchone()[2]).parents


def test_the_file_has_the_permissions_of_any_new_one_or_of_the_old_one(tmp_path: Path, kept: Kept) -> None:
    path, plain = tmp_path / "a.db", tmp_path / "plain"
    plain.touch()
    save(kept, path, Record())
    assert path.stat().st_mode == plain.stat().st_mode
    path.chmod(0o600)
    save(kept, path, kept.record)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_place_with_something_in_it_is_refused(path: Path, tmp_path: Path) -> None:
    with pytest.raises(RecordExists, match="--rebuild"):
        refuse_existing(path)
    with pytest.raises(RecordExists, match="folder of that name"):
        refuse_existing(tmp_path)
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    with pytest.raises(RecordExists):
        refuse_existing(str(tmp_path / "link"))
    refuse_existing(tmp_path / "new.db")


def test_a_folder_that_is_not_there_is_refused_early(tmp_path: Path) -> None:
    with pytest.raises(RecordUnwritable, match="no folder"):
        refuse_existing(tmp_path / "nowhere" / "a.db")


def test_a_folder_that_is_not_writable_is_refused_early(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(RecordUnwritable, match="nothing may be written"):
        refuse_existing(tmp_path / "a.db")


def test_a_record_that_cannot_be_written_is_told_so(
    tmp_path: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(RecordUnwritable):
        save(kept, tmp_path / "nowhere" / "a.db", Record())

    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    with pytest.raises(RecordUnwritable, match="Permission denied"):
        save(kept, tmp_path / "a.db", Record())


def test_a_record_that_is_write_protected_stays_as_it_is(
    path: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda where, mode: Path(where) != path)  # root may write everything
    with pytest.raises(RecordUnwritable, match="protected"):
        save(kept, path, kept.record)


@pytest.mark.parametrize("reader", READERS)
def test_a_record_that_may_not_be_read_is_no_damaged_one(
    path: Path, reader: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise error

    monkeypatch.setattr(sqlite3, "connect", refuse)
    with pytest.raises(NotARecord, match="cannot be opened"):
        reader(path)


def test_a_full_disk_is_told_and_leaves_nothing(
    tmp_path: Path, reading_of: Callable[..., Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = reading_of("long.txt", "She denied it. " * 100_000)
    create = file._create

    def small(path: Path) -> sqlite3.Connection:
        connection = create(path)
        connection.execute("PRAGMA max_page_count = 1")
        return connection

    monkeypatch.setattr(file, "_create", small)
    with pytest.raises(RecordUnwritable, match="full"):
        save(Kept(Record(reports=(one.report,)), (one,), ()), tmp_path / "a.db", Record())
    assert list(tmp_path.iterdir()) == []


def test_no_error_of_sqlite_slips_through_when_bytes_are_changed(path: Path) -> None:
    whole = path.read_bytes()
    for at in range(0, len(whole), 1009):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        for reader in READERS:
            try:
                reader(path)
            except OnrecordError:
                continue


@pytest.mark.parametrize("size", [0, 1, 99, 100, 4096, 10_000, 50_000])
def test_a_record_that_was_cut_off_is_told_so(path: Path, size: int) -> None:
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(NotARecord):
        load(path)


def test_what_a_dead_writer_left_in_another_program_is_undone_before_a_save(path: Path, kept: Kept) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
    assert load(path) == kept
    save(kept, path, kept.record)
    assert load(path) == kept
    assert verify(path) == ()
