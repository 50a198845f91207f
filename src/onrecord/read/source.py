"""A file's bytes: opened only if it is a plain file, and never more of it read than the limit."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import InputError, MissingInput, OversizeInput, UnreadableInput

STDIN = "-"
"""Standard input, in a pile and as the name of a report."""


def open_file(path: Path, file: str) -> BinaryIO:
    """The plain file at `path`, open for reading; `file` is its name in errors.

    Raises:
        MissingInput: it is not there.
        UnreadableInput: it is a pipe, device or socket, or may not be opened.
    """
    # A pipe that nobody writes to would block the opening, so it is opened without waiting and then looked at.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise UnreadableInput(
                file, "it is not a plain file", 'Name a file or folder, or use "-" for standard input'
            )
        return os.fdopen(os.open(path, flags), "rb")
    except OSError as error:
        raise trouble(file, error) from None


def read_all(stream: BinaryIO, file: str, limit: int, head: bytes = b"") -> bytes:
    """`head` and the rest of `stream`.

    Raises:
        OversizeInput: that is more than `limit` bytes; no more than one byte beyond it is read.
        UnreadableInput: the device fails.
    """
    try:
        size = os.fstat(stream.fileno()).st_size
    except OSError:  # not a file of the system: standard input that a test or a caller put in place
        size = 0
    if size > limit:
        raise oversize(file, limit)
    try:
        data = head + stream.read(max(limit + 1 - len(head), 0))
    except OSError as error:
        raise trouble(file, error) from None
    if len(data) > limit:
        raise oversize(file, limit)
    return data


def oversize(file: str, limit: int) -> OversizeInput:
    """The error for an input of more than `limit` bytes."""
    return OversizeInput(
        file, f"it is larger than {limit:,} bytes", "Split it, or raise the limit with the setting ONRECORD_MAX_BYTES"
    )


def trouble(file: str, error: OSError | ValueError) -> InputError:
    """Our error for one of the operating system."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return MissingInput(file, "there is no such file or folder", "Check the name and the folder it is named from")
    if isinstance(error, PermissionError):
        return UnreadableInput(file, "there is no permission to read it", "Give yourself permission to read it")
    reason = getattr(error, "strerror", None) or str(error)
    return UnreadableInput(file, f"it cannot be read ({reason})", "Copy it to another disk or name and try again")
