"""The steps by which the tables of a record came to be as they are: numbered SQL files, applied in order.

A file is never changed once a version of onrecord has gone out with it; a new need is a new file with the next
number. A record's number is its `PRAGMA user_version`.
"""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from importlib.resources.abc import Traversable

FOLDER: Traversable = files(__name__)


def latest() -> int:
    """The number of the last migration: that of a record which this version writes."""
    return len(_steps())


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the database of `connection` to the latest number, each step whole or not at all.

    Raises:
        sqlite3.DatabaseError: a step does not fit the tables that are there.
    """
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    for step, sql in enumerate(_steps()[number:], start=number + 1):
        connection.executescript(f"BEGIN;\n{sql}\nPRAGMA user_version = {step};\nCOMMIT;")


def _steps() -> list[str]:
    """The SQL of every migration, the first first."""
    names = sorted(entry.name for entry in FOLDER.iterdir() if entry.name.endswith(".sql"))
    if names != [f"{number:04}.sql" for number in range(1, len(names) + 1)]:
        raise AssertionError(f"migrations are not numbered in one row: {names}")
    return [(FOLDER / name).read_text(encoding="utf-8") for name in names]
