"""The proof of a record: every stored byte against its hash, every span against its text, every id that is named."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from onrecord.errors import NotARecord
from onrecord.keep import tables
from onrecord.keep.aliases import aliases_in
from onrecord.keep.cells import Joined
from onrecord.keep.file import opened
from onrecord.keep.migrations import migrate
from onrecord.keep.record import findings_in, manifest_of, record_sha256, rest_sha256
from onrecord.keep.references import ids, references
from onrecord.model import Findings, Record, Report, Span, report_id

WHOLE = "the record"
"""The item of a fault that lies in no single item."""

ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1")
"""What the bytes of a plain report may be decoded by; a byte-order mark is left out."""


class Fault(msgspec.Struct, frozen=True):
    """Something in a record that is not as it was saved: the id of the item, and what is wrong."""

    item: str
    problem: str


Check = Callable[[sqlite3.Connection], Iterator[Fault]]


def verify(path: str | Path) -> tuple[Fault, ...]:
    """Everything that is wrong with the record at `path`; nothing, where it is proved to be as it was saved.

    Every original and every text is held against its hash, every plain text against its bytes, every span against
    its text, every id that is named against the items that there are, everything that is stored twice against
    itself, and the database against SQLite's own check. No report is extracted again.

    Raises:
        NotARecord: nothing is there, or it is no record at all.
        RecordTooNew: a later version wrote it.
        RecordInUse: another process is writing to it.
    """
    try:
        with opened(path) as connection:
            # What cannot be decoded is to be read all the same, and found to be wrong.
            connection.text_factory = lambda data: data.decode("utf-8", "replace")
            return tuple(dict.fromkeys(fault for check in _CHECKS for fault in _faults(check, connection)))
    except NotARecord as error:
        if error.__cause__ is None:
            raise
        return (Fault(WHOLE, error.problem),)


def _faults(check: Check, connection: sqlite3.Connection) -> Iterator[Fault]:
    """What `check` finds, and the damage that keeps it from going on."""
    try:
        yield from check(connection)
    except (sqlite3.Error, ValueError, TypeError, AttributeError) as error:
        yield Fault(WHOLE, f"its rows cannot be read ({error})")


def _database(connection: sqlite3.Connection) -> Iterator[Fault]:
    for (problem,) in connection.execute("PRAGMA integrity_check"):
        if problem != "ok":
            yield Fault(WHOLE, f"the database is damaged ({problem})")
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Fault(WHOLE, f"row {row} of {table} belongs to nothing in {parent}")


def _originals(connection: sqlite3.Connection) -> Iterator[Fault]:
    for (row,) in connection.execute("SELECT rowid FROM reports ORDER BY number").fetchall():
        yield from _faults(lambda connection, row=row: _original(connection, row), connection)  # type: ignore[misc]


def _original(connection: sqlite3.Connection, row: int) -> Iterator[Fault]:
    """What is wrong with the bytes and the text of one report."""
    query = "SELECT id, file, extracted, sha256, text_sha256 FROM reports WHERE rowid = ?"
    ((report, file, extracted, sha256, text_sha256),) = connection.execute(query, (row,))
    original = _blob(connection, "SELECT CAST(bytes AS BLOB) FROM originals WHERE report = ?", report)
    text = _blob(connection, "SELECT CAST(text AS BLOB) FROM reports WHERE rowid = ?", row)
    if original is None:
        yield Fault(report, f"{file}: its original bytes are not there")
    elif hashlib.sha256(original).hexdigest() != sha256:
        yield Fault(report, f"{file}: its original bytes are not those that were read (SHA-256)")
    elif report_id(original) != report:
        yield Fault(report, f"{file}: its id is not that of its original bytes")
    if text is None or hashlib.sha256(text).hexdigest() != text_sha256:
        yield Fault(report, f"{file}: its text is not the one that was read (SHA-256)")
    elif original is not None and not extracted and text.decode(errors="replace") not in _decodings(original):
        yield Fault(report, f"{file}: its text is not what its bytes say in any encoding")


def _blob(connection: sqlite3.Connection, query: str, value: Any) -> bytes | None:
    try:
        row = connection.execute(query, (value,)).fetchone()
    except sqlite3.DatabaseError:
        return None
    return row[0] if row else None
