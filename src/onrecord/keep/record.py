"""The record in its file: saved whole, loaded whole."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec

from onrecord import __version__, model
from onrecord.errors import NotARecord, RecordInUse
from onrecord.keep import aliases, amendment, machine, meanings, rows, search
from onrecord.keep.aliases import Alias
from onrecord.keep.file import beside, held, opened, translated
from onrecord.keep.machine import machine_in
from onrecord.keep.meanings import Meant
from onrecord.model import Findings, Reading, Record, Report


class Kept(msgspec.Struct, frozen=True):
    """Everything that a record's file holds.

    `readings` are the reports as they were read, each with its original bytes, in the order of `record.reports`;
    the record may say more of a report, such as when it appeared. `findings` are what `find` said of each report.
    `machine` is the record as no person has changed it, None where nobody has. `meanings` are what the words of
    statements mean, as numbers; a statement whose words are not among them is not found by its meaning.
    """

    record: Record
    readings: tuple[Reading, ...]
    findings: tuple[Findings, ...]
    machine: Record | None = None
    meanings: Meant = {}

    def uncorrected(self) -> Record:
        """The record as the machine reads it."""
        return self.machine or msgspec.structs.replace(self.record, corrections=())

    @classmethod
    def empty(cls) -> Kept:
        """What is kept before anything is read."""
        return cls(Record(), (), ())


def save(kept: Kept, path: str | Path, before: Record) -> None:
    """Write `kept` to `path`: wholly or, whatever happens, not at all. The same `kept` gives the same bytes.

    Args:
        kept: what to write.
        path: where; a record that is there is replaced.
        before: the record that was loaded from `path`, an empty one where that is not to count. An id of `before`
            that `kept` no longer has is kept as an alias of the item that took its place, and so are older aliases.

    Raises:
        RecordInUse: another process is writing to the record at `path`, or has since `before` was loaded.
        RecordUnwritable: it cannot be written there.
        NotARecord, RecordTooNew: what is at `path` is not ours to replace.
        ValueError: the parts of `kept` do not fit together.
    """
    if [reading.report.id for reading in kept.readings] != [report.id for report in kept.record.reports]:
        raise ValueError("the readings are not those of the reports of the record")
    with held(path) as let_go:
        known = _aliases_of(path, record_sha256(before)) if before != Record() else ()
        with beside(path, let_go) as connection:
            _write(connection, kept, aliases.renewed(before, kept.record, known))


def amend(kept: Kept, path: str | Path, before: Record, seen: str) -> None:
    """Write `kept` in the place of the record `before` at `path`, as `save` does, but only what differs.

    The rest is copied as it stands in the file, so that the bytes depend on what was there.

    Args:
        kept: what to write; of the same reports as what is there.
        path: of the record that is replaced.
        before: the record that was loaded from `path`.
        seen: `fingerprint` of the file, as it was before it was loaded.

    Raises:
        RecordInUse, RecordUnwritable, NotARecord, RecordTooNew, ValueError: as `save`.
    """
    changed = amendment.changes(before, kept.record)
    if changed is None:
        save(kept, path, before)
        return
    with held(path) as let_go:
        known = _aliases_of(path, seen)
        with beside(path, let_go, copied=True) as connection, _fitting(connection):
            amendment.amend(connection, changed, kept.meanings)
            for name in ("aliases", "machine", "manifest"):
                connection.execute(f"DELETE FROM {name}")
            _write_rest(connection, kept, aliases.renewed(before, kept.record, known))


def fingerprint(path: str | Path) -> str:
    """What tells whether the record at `path` has changed meanwhile; empty where an earlier version wrote it."""
    with opened(path) as connection, translated(path):
        return manifest_of(connection).get("record_sha256", "")


def load(path: str | Path) -> Kept:
    """Everything that the record at `path` holds.

    Raises:
        NotARecord: nothing is there, or it is no record, or a damaged one.
        RecordTooNew: a later version wrote it.
        RecordInUse: another process is writing to it.
    """
    with opened(path) as connection, translated(path):
        try:
            record = rows.read(connection)
            readings, findings = tuple(_readings(connection, record)), tuple(findings_in(connection))
            meant = meanings.meanings_in(connection)
            return Kept(record, readings, findings, machine_in(connection, record), meant)
        except (ValueError, KeyError) as error:
            raise damaged(path, error) from error


def load_record(path: str | Path) -> Record:
    """The record at `path`, without the bytes and findings that it was made from. Raises what `load` raises."""
    with opened(path) as connection, translated(path):
        try:
            return rows.read(connection)
        except ValueError as error:
            raise damaged(path, error) from error


def findings_in(connection: sqlite3.Connection) -> Iterator[Findings]:
    """What each report says, read by itself.

    Raises:
        ValueError: one is damaged.
    """
    for (found,) in connection.execute("SELECT found FROM findings ORDER BY number"):
        yield model.decode_findings(found.encode())


def manifest_of(connection: sqlite3.Connection) -> dict[str, str]:
    """What wrote the record, and the SHA-256 of what it wrote."""
    return dict(connection.execute("SELECT key, value FROM manifest"))


def record_sha256(record: Record) -> str:
    """The SHA-256 of the record's JSON."""
    data = model.encode(record)
    if _has_whole_numbers(record):
        # Decoded once, so that a whole number for a score counts as the fraction that the file gives back.
        data = model.encode(model.decode_record(data))
    return hashlib.sha256(data).hexdigest()


def _has_whole_numbers(record: Record) -> bool:
    """Whether a score or confidence is a whole number of Python, which JSON writes without its fraction."""
    scores = (who.score for one in record.statements for who in one.candidates)
    confidences, links = (one.confidence for one in record.statements), (one.score for one in record.links)
    return any(isinstance(each, int) for each in chain(scores, confidences, links))


def rest_sha256(connection: sqlite3.Connection) -> str:
    """The SHA-256 of what the file holds besides the record and the original bytes."""
    digest = hashlib.sha256()
    for query in (
        "SELECT report, as_read FROM originals ORDER BY report",
        "SELECT report, number, found FROM findings ORDER BY number",
        "SELECT old, new, kind FROM aliases ORDER BY old",
        "SELECT list, number, item FROM machine ORDER BY list, number, item",
        "SELECT statement, hex(numbers) FROM meanings ORDER BY statement",
    ):
        for row in connection.execute(query):
            digest.update(model.encode(row))
    return digest.hexdigest()


def _write(connection: sqlite3.Connection, kept: Kept, renamed: tuple[Alias, ...]) -> None:
    with _fitting(connection):
        rows.write(connection, kept.record)
        rows.insert(connection, "originals", ("report", "as_read", "bytes"), _originals(kept))
        rows.insert(connection, "findings", ("number", "report", "found"), _found(kept.findings))
        found = meanings.rows_of(kept.record.statements, kept.meanings)
        rows.insert(connection, "meanings", ("statement", "numbers"), found)
        _write_rest(connection, kept, renamed)
    search.index(connection)


def _write_rest(connection: sqlite3.Connection, kept: Kept, renamed: tuple[Alias, ...]) -> None:
    """What is made from the whole record: former ids, the machine's own reading, the hashes."""
    rows.insert(connection, "aliases", Alias.__struct_fields__, map(msgspec.structs.astuple, renamed))
    differing = () if kept.machine is None else machine.differing(kept.record, kept.machine)
    rows.insert(connection, "machine", ("list", "number", "item"), differing)
    rows.insert(connection, "manifest", ("key", "value"), _manifest(connection, kept.record))


@contextmanager
def _fitting(connection: sqlite3.Connection) -> Iterator[None]:
    """Make sure that what is written meanwhile fits together."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise ValueError(f"the items of the record do not fit together: {error}") from error
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        raise ValueError(f"the items of the record do not fit together: {table} names one that is not in {parent}")


def _manifest(connection: sqlite3.Connection, record: Record) -> Iterator[tuple[str, str]]:
    yield "format", record.format
    yield "onrecord", __version__
    yield "record_sha256", record_sha256(record)
    yield "rest_sha256", rest_sha256(connection)


def _originals(kept: Kept) -> Iterator[tuple[str, str, bytes]]:
    for reading, report in zip(kept.readings, kept.record.reports, strict=True):
        as_read, now = _builtins(reading.report), _builtins(report)
        other = {key: value for key, value in as_read.items() if value != now[key]}
        yield report.id, model.encode(other).decode(), reading.original


def _readings(connection: sqlite3.Connection, record: Record) -> Iterator[Reading]:
    rows = connection.execute("SELECT report, as_read, bytes FROM originals")
    originals = {report: (as_read, original) for report, as_read, original in rows}
    for report in record.reports:
        as_read, original = originals[report.id]
        other = msgspec.json.decode(as_read)
        # Most reports are as they were read, and a long text is not made twice.
        yield Reading(msgspec.convert(_builtins(report) | other, Report) if other else report, original)


def _found(findings: tuple[Findings, ...]) -> Iterator[tuple[int, str, str]]:
    for number, one in enumerate(findings, start=1):
        yield number, one.report, model.encode(one).decode()


def _aliases_of(path: str | Path, seen: str) -> tuple[Alias, ...]:
    """The aliases in the record at `path`, if there is one, which has to have the SHA-256 `seen` still."""
    if not Path(path).exists():
        return ()
    with opened(path) as connection, translated(path):
        if manifest_of(connection).get("record_sha256", "") not in {seen, ""}:
            raise RecordInUse(str(path), "another process has changed it meanwhile", "Give the command again")
        return tuple(aliases.aliases_in(connection))


def _builtins(report: Report) -> dict[str, Any]:
    builtins: dict[str, Any] = msgspec.to_builtins(report)
    return builtins


def damaged(path: str | Path, error: Exception) -> NotARecord:
    """The error for a record whose rows do not make items."""
    return NotARecord(str(path), f"it is damaged ({error})", "`onrecord verify` says where; take it from a copy")
