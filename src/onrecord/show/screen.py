"""Standard output: tables as wide as the screen, in colour where that is wanted, and JSON."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

from onrecord.model import encode
from onrecord.show.escapes import visible_json

if TYPE_CHECKING:
    from onrecord.show.terminal import Table


def print_table(content: Table) -> None:
    """Print what `terminal` made, as wide as the screen; without colour into a pipe or where NO_COLOR is set."""
    from onrecord.show.terminal import render

    text = render(content, width(), _colour())
    _write(text.encode(sys.stdout.encoding or "utf-8", errors="backslashreplace"))


def print_json(value: Any) -> None:
    """Print nouns of the model as JSON, on one line."""
    print_bytes(encode(value) + b"\n")


def print_bytes(data: bytes) -> None:
    """Print JSON as it is; only a screen is spared the characters that it would obey."""
    _write(visible_json(data) if sys.stdout.isatty() else data)


def _write(data: bytes) -> None:
    """Write all of `data`: with PYTHONUNBUFFERED the stream may take only as much of it as a pipe holds."""
    sys.stdout.flush()
    rest = memoryview(data)
    while rest:
        rest = rest[sys.stdout.buffer.write(rest) :]
    sys.stdout.buffer.flush()


def width() -> int:
    """Columns of the screen; 80, or what COLUMNS says, where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def _colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
