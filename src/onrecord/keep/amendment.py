"""A record that differs in a few items from the one in a file, written into a copy of that file: only what differs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from onrecord.keep import meanings, rows
from onrecord.keep.cells import BETWEEN
from onrecord.keep.tables import TABLES, Table
from onrecord.model import Record

MOST = 2000
"""Items that may differ. Where more do, as when an item is taken out of the middle of a list and all behind it move up,
the file is written whole: that is then as fast."""


class Change(NamedTuple):
    """The places of one list (from 1) at which two records differ, with what stood there and what stands there now."""

    table: Table
    old: dict[int, Any]
    new: dict[int, Any]


def changes(before: Record, now: Record) -> tuple[Change, ...] | None:
    """Where the lists of two records differ; None where too many items do, or a report does."""
    found = tuple(_change(table, getattr(before, table.name), getattr(now, table.name)) for table in TABLES)
    changed = tuple(one for one in found if one.old or one.new)
    many = sum(len(one.new) + len(one.old) for one in changed) > MOST
    return None if many or any(one.table.name == "reports" for one in changed) else changed


def _change(table: Table, before: tuple[Any, ...], now: tuple[Any, ...]) -> Change:
    both = min(len(before), len(now))
    differing = [n for n in range(both) if before[n] is not now[n] and before[n] != now[n]]
    old = {n + 1: before[n] for n in (*differing, *range(both, len(before)))}
    new = {n + 1: now[n] for n in (*differing, *range(both, len(now)))}
    return Change(table, old, new)


def amend(connection: sqlite3.Connection, changed: tuple[Change, ...], known: meanings.Meant) -> None:
    """Put what stands there now into the tables in place of what stood there, and into what is made from them.

    Raises:
        ValueError: a span that must lie in the report of its item does not.
        sqlite3.IntegrityError: a row breaks another rule of its table.
    """
    for one in changed:
        if one.table.name == "statements":
            _forget(connection, one.old)
    for one in changed:
        _delete(connection, one)
    for one in changed:
        rows.put(connection, one.table, one.new)
        if one.table.name == "statements":
            _learn(connection, one.new, known)


def _delete(connection: sqlite3.Connection, one: Change) -> None:
    connection.executemany(f'DELETE FROM "{one.table.name}" WHERE number = ?', ((n,) for n in one.old))
    for inner in one.table.lists:
        owners = ((item.id,) for item in one.old.values())
        connection.executemany(f'DELETE FROM "{inner.name}" WHERE "{inner.owner}" = ?', owners)


def _forget(connection: sqlite3.Connection, old: Mapping[int, Any]) -> None:
    """Take statements out of the full-text index and out of the meanings."""
    query = "INSERT INTO statements_fts (statements_fts, rowid, content) VALUES ('delete', ?, ?)"
    connection.executemany(query, _indexed(old))
    connection.executemany("DELETE FROM meanings WHERE statement = ?", ((one.id,) for one in old.values()))


def _learn(connection: sqlite3.Connection, new: Mapping[int, Any], known: meanings.Meant) -> None:
    connection.executemany("INSERT INTO statements_fts (rowid, content) VALUES (?, ?)", _indexed(new))
    found = meanings.rows_of(new.values(), known)
    rows.insert(connection, "meanings", ("statement", "numbers"), found)


def _indexed(items: Mapping[int, Any]) -> Iterator[tuple[int, str]]:
    return ((n, BETWEEN.join(part.text for part in one.content)) for n, one in items.items())
