from __future__ import annotations

import gzip
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.keep import Kept, correct, file, load, migrations, save, search, verify
from onrecord.model import Record


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The migrations in a folder where a test may add one."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    for entry in migrations.FOLDER.iterdir():
        if entry.name.endswith(".sql"):
            (folder / entry.name).write_text(entry.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(migrations, "FOLDER", folder)
    yield folder
    shutil.rmtree(folder)


def _second(folder: Path) -> None:
    sql = "CREATE TABLE places (name TEXT); INSERT INTO places SELECT text FROM contents;"
    (folder / "0004.sql").write_text(sql)


def test_a_new_record_has_the_latest_number(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (migrations.latest(),)
        assert connection.execute("PRAGMA application_id").fetchone() == (file.APPLICATION_ID,)


def test_an_older_record_is_read_as_if_it_were_new_and_left_as_it_is(path: Path, kept: Kept, folder: Path) -> None:
    _second(folder)
    before = path.read_bytes()
    with file.opened(path) as connection:
        assert connection.execute("SELECT count(*) FROM places").fetchone() == (4,)
    assert load(path) == kept
    assert verify(path) == ()
    assert search(path, "bridge", 1) == ["5b0000000002"]
    assert path.read_bytes() == before


def test_an_older_record_is_brought_up_to_date_by_the_next_save(path: Path, kept: Kept, folder: Path) -> None:
    _second(folder)
    save(kept, path, before=kept.record)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (4,)
    assert load(path) == kept


def test_a_step_that_fails_leaves_no_half_of_itself(folder: Path) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrations.migrate(connection)
        (folder / "0004.sql").write_text("CREATE TABLE half (a); CREATE TABLE half (a);")
        with pytest.raises(sqlite3.DatabaseError):
            migrations.migrate(connection)
        connection.rollback()
        assert connection.execute("PRAGMA user_version").fetchone() == (3,)
        assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'half'").fetchall() == []


def test_a_gap_in_the_numbers_is_a_fault(folder: Path) -> None:
    (folder / "0005.sql").write_text("")
    with pytest.raises(AssertionError, match="numbered"):
        migrations.latest()


def test_a_record_is_too_new_only_beyond_the_last_number(path: Path, folder: Path) -> None:
    _second(folder)
    save(Kept.empty(), path, Record())
    assert load(path) == Kept.empty()


OLD = sorted((Path(__file__).parent / "records").glob("*.db.gz"))
"""The sample as earlier versions wrote it, each under the number of its last migration."""


@pytest.mark.parametrize("old", OLD, ids=lambda old: old.name[:4])
def test_a_record_by_an_earlier_version_is_read_whole_and_corrected(old: Path, tmp_path: Path, kept: Kept) -> None:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress(old.read_bytes()))
    assert load(path) == kept
    assert verify(path) == ()
    correct(path, "5b0000000002", "act", "deny", by="Di", why="she does")
    assert verify(path) == ()
    assert [one.state for one in load(path).record.corrections] == ["applied", "applied"]
