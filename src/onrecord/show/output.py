"""Files that a command writes: the whole file or none of it, and never over a file that onrecord did not write."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from onrecord.errors import RecordUnwritable, UsageError

_HEAD = 4096  # bytes
_OURS = (b'"format":"onrecord/1"', b'name="generator" content="onrecord')
_SQLITE = b"SQLite format 3\x00"


def write(path: Path, data: bytes) -> None:
    """Write `data` beside `path`, then rename it to `path`; an earlier page or export that is there is replaced.

    Raises:
        UsageError: at `path` is a record, or a file that no command of onrecord wrote.
        RecordUnwritable: the file cannot be written there.
    """
    try:
        if _is_database(path):
            raise UsageError(str(path), "this is a database and would be lost", "Name another file after -o")
        if not _is_ours(path):
            raise UsageError(
                str(path), "onrecord did not write this file, and it would be lost", "Name another file after -o"
            )
        _replace(path, data)
    except OSError as error:
        raise RecordUnwritable(
            str(path), f"the file cannot be written ({error.strerror})", "Name a place that can be written to after -o"
        ) from error


def _is_ours(path: Path) -> bool:
    """Whether nothing would be lost: no file, an empty one, or an earlier page or export."""
    if not path.is_file():
        return True
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return not head or any(mark in head for mark in _OURS)


def _is_database(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def _replace(path: Path, data: bytes) -> None:
    if path.exists() and not path.is_file():  # a device or a pipe, such as /dev/stdout: there is nothing to rename
        path.write_bytes(data)
        return
    target = path.resolve()  # through a link, so that the link stays
    handle, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(beside, _mode(target))
        os.replace(beside, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise


def _mode(target: Path) -> int:
    """The access rights of the file that is replaced, or those that a new file gets."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
