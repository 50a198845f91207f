import os
from pathlib import Path

import pytest

from onrecord.errors import RecordUnwritable, UsageError
from onrecord.show.output import write

OLD = b'<!doctype html><meta name="generator" content="onrecord">old'


def test_a_file_is_written_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "page.html", b"new")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("page.html", b"new")]


def test_an_earlier_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(OLD)
    path.chmod(0o640)
    write(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.html").write_bytes(OLD)
    (tmp_path / "link.html").symlink_to(tmp_path / "real.html")
    write(tmp_path / "link.html", b"new")
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "real.html").read_bytes() == b"new"


def test_a_record_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "affair.db"
    path.write_bytes(b"SQLite format 3\x00 and the rest")
    with pytest.raises(UsageError):
        write(path, b"new")
    assert path.read_bytes().startswith(b"SQLite")


def test_a_failure_leaves_the_earlier_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "page.html").write_bytes(OLD)
    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(RecordUnwritable, match="No space left"):
        write(tmp_path / "page.html", b"new")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("page.html", OLD)]


@pytest.mark.parametrize("name", [".", "missing/page.html"])
def test_a_place_that_cannot_be_written_is_an_error_with_a_cure(tmp_path: Path, name: str) -> None:
    with pytest.raises(RecordUnwritable, match="Name a place"):
        write(tmp_path / name, b"new")


def test_a_pipe_is_written_to_and_not_replaced() -> None:
    write(Path(os.devnull), b"new")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("data", [b"Mayor Roe said the weir would hold.", b"<!doctype html>my own page", b"{}"])
def test_a_file_that_somebody_else_wrote_is_never_lost(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "report.txt").write_bytes(data)
    with pytest.raises(UsageError, match="did not write"):
        write(tmp_path / "report.txt", b"new")
    assert (tmp_path / "report.txt").read_bytes() == data


def test_an_empty_file_and_an_earlier_export_may_be_written_over(tmp_path: Path) -> None:
    (tmp_path / "empty.json").touch()
    (tmp_path / "export.json").write_bytes(b'{"format":"onrecord/1","reports":[]}')
    for name in ("empty.json", "export.json"):
        write(tmp_path / name, b"new")
        assert (tmp_path / name).read_bytes() == b"new"
