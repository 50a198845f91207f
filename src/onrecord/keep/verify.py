"""The proof of a record: every stored byte against its hash, every span against its text, every id that is named."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path

import msgspec

from onrecord.errors import NotARecord
from onrecord.keep import rows
from onrecord.keep.aliases import aliases_in
from onrecord.keep.cells import BETWEEN
from onrecord.keep.file import opened
from onrecord.keep.machine import machine_in
from onrecord.keep.record import findings_in, manifest_of, record_sha256, rest_sha256
from onrecord.keep.references import ids, references
from onrecord.keep.search import INDEXES
from onrecord.model import EventMention, Mention, Record, report_id

WHOLE = "the record"
"""The item of a fault that lies in no single item."""

ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252")
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
    except (sqlite3.Error, LookupError, ValueError, TypeError, AttributeError) as error:
        yield Fault(WHOLE, f"its rows cannot be read ({error})")


def _database(connection: sqlite3.Connection) -> Iterator[Fault]:
    for (problem,) in connection.execute("PRAGMA integrity_check"):
        if problem != "ok":
            yield Fault(WHOLE, f"the database is damaged ({problem})")
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Fault(WHOLE, f"row {row} of {table} belongs to nothing in {parent}")


def _reports(connection: sqlite3.Connection) -> Iterator[Fault]:
    for row, report, file in connection.execute("SELECT rowid, id, file FROM reports ORDER BY number").fetchall():
        try:
            yield from (Fault(report, f"{file}: {problem}") for problem in _report(connection, row, report))
        except (sqlite3.Error, ValueError, TypeError) as error:
            yield Fault(str(report), f"{file}: it cannot be read ({error})")


def _report(connection: sqlite3.Connection, row: int, report: str) -> Iterator[str]:
    """What is wrong with the bytes and the text of one report."""
    query = "SELECT extracted, sha256, text_sha256, CAST(text AS BLOB) FROM reports WHERE rowid = ?"
    ((extracted, sha256, text_sha256, text),) = connection.execute(query, (row,))
    if hashlib.sha256(text).hexdigest() != text_sha256:
        yield "its text is not the one that was read (SHA-256)"
    query = "SELECT CAST(bytes AS BLOB) FROM originals WHERE report = ?"
    ((original,),) = connection.execute(query, (report,))
    if hashlib.sha256(original).hexdigest() != sha256:
        yield "its original bytes are not those that were read (SHA-256)"
    if report_id(original) != report:
        yield "its id is not that of its original bytes"
    if not extracted and text.decode(errors="replace") not in _decodings(original):
        yield "its text is not what its original bytes say in any encoding"


def _decodings(original: bytes) -> Iterator[str]:
    for encoding in ENCODINGS:
        with suppress(UnicodeDecodeError):
            yield original.decode(encoding)


def _items(connection: sqlite3.Connection) -> Iterator[Fault]:
    """What is wrong with the items of the record, and with what was found in single reports."""
    record, findings = rows.read(connection), tuple(findings_in(connection))
    texts = {report.id: report.text for report in record.reports}
    known = ids(record, findings)
    yield from _spans(record, texts)
    yield from _corrections(record, texts)
    if (machine := machine_in(connection, record)) is not None:
        yield from _spans(machine, texts)
        known["item"] |= ids(machine, ())["item"]
    for one in findings:
        yield from _spans(Record(entities=one.entities, statements=one.statements), texts)
    for item, key, kind, named in references(record):
        if named is not None and named not in known[kind]:
            yield Fault(item, f"its {key} names {named}, which is no {kind} of the record")
    for alias in aliases_in(connection):
        if alias.new not in known["item"]:
            yield Fault(alias.old, f"this former id leads to {alias.new}, which is no item of the record")
    yield from _twice(connection, record)


def _spans(record: Record, texts: Mapping[str, str]) -> Iterator[Fault]:
    for item, span in record.spans():
        if span.report not in texts:
            yield Fault(item, f"it has a span of report {span.report}, which is not in the record")
        elif not 0 <= span.start < span.end or texts[span.report][span.start : span.end] != span.text:
            yield Fault(item, f"its words are not those of report {span.report} at {span.start}-{span.end}")
        if isinstance(span, Mention) and not span.start <= span.name[0] < span.name[1] <= span.end:
            yield Fault(item, f"the name of its mention at {span.start}-{span.end} is not within it")
        if isinstance(span, EventMention) and not span.start <= span.trigger[0] < span.trigger[1] <= span.end:
            yield Fault(item, f"the trigger of its mention at {span.start}-{span.end} is not within it")


def _corrections(record: Record, texts: Mapping[str, str]) -> Iterator[Fault]:
    """The words that corrections were made on, where their report is there and its text is not taken out anew."""
    extracted = {report.id for report in record.reports if report.extracted}
    for one in record.corrections:
        for span in (*one.at, *one.new_at):
            text = texts.get(span.report)
            if text is not None and span.report not in extracted and text[span.start : span.end] != span.text:
                yield Fault(one.id, f"its words are not those of report {span.report} at {span.start}-{span.end}")


def _twice(connection: sqlite3.Connection, record: Record) -> Iterator[Fault]:
    """What is stored twice and differs."""
    for report in record.reports:
        if report.file not in report.files:
            yield Fault(report.id, f"{report.file}: it is not among the files of its report")
    joined = dict(connection.execute("SELECT id, content FROM statements"))
    for statement in record.statements:
        if joined[statement.id] != BETWEEN.join(span.text for span in statement.content):
            yield Fault(statement.id, "its content is not that of its parts")
    manifest = manifest_of(connection)
    if manifest.get("record_sha256") not in {None, record_sha256(record)}:
        yield Fault(WHOLE, "it is not the record that was saved (SHA-256)")
    if manifest.get("rest_sha256") not in {None, rest_sha256(connection)}:
        yield Fault(WHOLE, "its findings, aliases or reports as read are not those that were saved (SHA-256)")


def _full_text(connection: sqlite3.Connection) -> Iterator[Fault]:
    """What the full-text indexes have that the tables have not, or the other way round."""
    # The check of an index is an INSERT, which a record that is only read would refuse.
    with closing(sqlite3.connect("", isolation_level=None)) as copy:
        connection.backup(copy)
        for name in INDEXES:
            try:
                copy.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
            except sqlite3.DatabaseError as error:
                yield Fault(WHOLE, f"the full-text index {name} is not that of its table ({error})")


_CHECKS: tuple[Check, ...] = (_database, _reports, _items, _full_text)
