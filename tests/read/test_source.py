"""A file's bytes: what may be opened, and how much of it is read."""

import io
import os
import sys
from pathlib import Path

import pytest

from onrecord.errors import MissingInput, OversizeInput, UnreadableInput
from onrecord.read.source import open_file, read_all, trouble


def test_a_plain_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")
    with open_file(tmp_path / "a.txt", "a.txt") as stream:
        assert read_all(stream, "a.txt", 3) == b"abc"


def test_a_larger_file_is_not_read_and_the_error_names_limit_and_setting(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"abcd")
    with open_file(tmp_path / "a.txt", "a.txt") as stream, pytest.raises(OversizeInput) as caught:
        read_all(stream, "a.txt", 3)
    assert "3 bytes" in str(caught.value)
    assert "ONRECORD_MAX_BYTES" in str(caught.value)


def test_of_a_stream_without_a_size_one_byte_beyond_the_limit_is_read() -> None:
    stream = io.BytesIO(b"a" * 100)
    with pytest.raises(OversizeInput):
        read_all(stream, "-", 10, b"aa")
    assert stream.tell() == 9


def test_what_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        open_file(tmp_path / "none.txt", "none.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableInput, match="not a plain file"):
        open_file(tmp_path / "pipe.txt", "pipe.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no /dev here")
def test_a_device_is_not_opened() -> None:
    with pytest.raises(UnreadableInput, match="not a plain file"):
        open_file(Path("/dev/zero"), "zero")


def test_a_folder_is_not_opened_as_a_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput):
        open_file(tmp_path, "folder")


def test_no_permission_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")

    def forbidden(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", forbidden)
    with pytest.raises(UnreadableInput, match="no permission"):
        open_file(tmp_path / "a.txt", "a.txt")


def test_a_failing_device_is_unreadable() -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(UnreadableInput, match="Input/output error"):
        read_all(Failing(), "a.txt", 10)


def test_a_name_with_a_nul_is_unreadable() -> None:
    assert isinstance(trouble("a\0b", ValueError("embedded null byte")), UnreadableInput)
