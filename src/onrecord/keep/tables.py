"""The nouns of the model as tables: one line for each column, one for each list within an item.

`write` and `read` go over `TABLES`; they meet the model only as the objects of the export format, which msgspec makes
and checks, so that a row of the wrong type never becomes an item.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import Any

import msgspec

from onrecord.keep.cells import Cell, Flag, Here, HereOrWords, Joined, OwnReport, Part, Range, There, cells
from onrecord.model import Record

Item = dict[str, Any]


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A list of the record, or a list within each of its items, and the table that holds it.

    `key` is the JSON key of the list. `report` is the key that holds the report of an item. A table of a list within
    items has an `owner`, the column that holds the item's id; where its values are no objects, it has one `Cell`
    and is `bare`.
    """

    name: str
    key: str
    parts: tuple[Part, ...]
    report: str | None = None
    owner: str | None = None
    bare: bool = False
    lists: tuple[Table, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column: the owner where there is one, the number, and those of the parts."""
        first = ("number",) if self.owner is None else (self.owner, "number")
        return first + tuple(column for part in self.parts for column in part.columns)


def _list(name: str, key: str, owner: str, *parts: Part, bare: bool = False) -> Table:
    return Table(name=name, key=key, owner=owner, parts=parts, bare=bare)


_OWN_SPAN = (OwnReport(), *cells("start end text"))
_SPAN = tuple(cells("report start end text"))

TABLES = (
    Table(
        name="reports",
        key="reports",
        report="id",
        parts=(
            *cells("id file sha256 text_sha256 text language published published_basis published_why copy_of"),
            *(Flag("extracted"), Here("headline"), Here("byline"), Here("dateline"), HereOrWords("outlet")),
        ),
        lists=(
            _list("report_files", "files", "report", Cell("file"), bare=True),
            _list("noise", "noise", "report", *_OWN_SPAN),
        ),
    ),
    Table(name="unread", key="unread", parts=tuple(cells("file why"))),
    Table(
        name="entities",
        key="entities",
        parts=tuple(cells("id name type")),
        lists=(
            _list("mentions", "mentions", "entity", *_SPAN, Range("name")),
            _list("roles", "roles", "entity", *cells("role from to"), There("mention")),
        ),
    ),
    Table(
        name="statements",
        key="statements",
        report="report",
        parts=(
            *cells("id report form speaker speaker_why to inside act mode said_on confidence"),
            *(Here("source"), Here("cue"), Here("occasion"), Joined("content")),
        ),
        lists=(
            _list("contents", "content", "statement", *_OWN_SPAN),
            _list("candidates", "candidates", "statement", *cells("entity score")),
            _list("relays", "relayed_by", "statement", *_OWN_SPAN),
        ),
    ),
    Table(
        name="utterances",
        key="utterances",
        parts=(Cell("id"),),
        lists=(_list("utterance_statements", "statements", "utterance", Cell("statement"), bare=True),),
    ),
    Table(
        name="events",
        key="events",
        parts=(*cells("id type agent patient date status"), There("what"), There("place")),
        lists=(_list("event_mentions", "mentions", "event", *_SPAN, Range("trigger")),),
    ),
    Table(
        name="points",
        key="points",
        parts=tuple(cells("id proposition from")),
        lists=(_list("positions", "positions", "point", *cells("statement stance")),),
    ),
    Table(
        name="conflicts",
        key="conflicts",
        parts=tuple(cells("id about kind")),
        lists=(_list("conflict_sides", "sides", "conflict", *_SPAN),),
    ),
    Table(name="links", key="links", parts=tuple(cells("kind a b score why by"))),
    Table(name="corrections", key="corrections", parts=tuple(cells("id target change old new by when why"))),
)


def insert(connection: sqlite3.Connection, name: str, columns: tuple[str, ...], rows: Iterable[Iterable[Any]]) -> None:
    """Put `rows` into the table `name`.

    Raises:
        sqlite3.IntegrityError: a row breaks a rule of the table.
    """
    names, marks = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
    connection.executemany(f'INSERT INTO "{name}" ({names}) VALUES ({marks})', rows)


def write(connection: sqlite3.Connection, record: Record) -> None:
    """Put every item of `record` into its tables, which are empty.

    Raises:
        ValueError: a span that must lie in the report of its item lies in another.
        sqlite3.IntegrityError: two items have one id.
    """
    for table in TABLES:
        items: list[Item] = [msgspec.to_builtins(item) for item in getattr(record, table.key)]
        insert(connection, table.name, table.columns, _rows(table, items))
        for inner in table.lists:
            insert(connection, inner.name, inner.columns, _inner_rows(table, inner, items))


def _rows(table: Table, items: Iterable[Item]) -> Iterator[list[Any]]:
    for number, item in enumerate(items, start=1):
        report = item[table.report] if table.report else None
        yield [number, *_put(table, item, report)]


def _inner_rows(outer: Table, inner: Table, items: Iterable[Item]) -> Iterator[list[Any]]:
    for owner in items:
        report = owner[outer.report] if outer.report else None
        for number, item in enumerate(owner[inner.key], start=1):
            yield [owner["id"], number, *((item,) if inner.bare else _put(inner, item, report))]


def _put(table: Table, item: Item, report: str | None) -> Iterator[Any]:
    for part in table.parts:
        yield from part.put(item[part.key], report)


def read(connection: sqlite3.Connection) -> Record:
    """The record in the tables.

    Raises:
        msgspec.ValidationError: a row does not make an item.
        sqlite3.DatabaseError: the tables cannot be read.
    """
    return msgspec.convert({table.key: _items(connection, table) for table in TABLES}, Record)


def _items(connection: sqlite3.Connection, table: Table) -> list[Item]:
    items = []
    for row in _select(connection, table, "number"):
        report = row[table.columns.index(table.report)] if table.report else None
        item = _take(table, row, report)
        items.append(item | {inner.key: [] for inner in table.lists})
    owners = {item.get("id"): item for item in items}
    for inner in table.lists:
        for owner, *row in _select(connection, inner, f"{inner.owner}, number"):
            # A row whose owner is gone belongs to nothing; `verify` says so.
            if item := owners.get(owner):
                report = item[table.report] if table.report else None
                item[inner.key].append(row[1] if inner.bare else _take(inner, row, report))
    return items


def _select(connection: sqlite3.Connection, table: Table, order: str) -> sqlite3.Cursor:
    names = ", ".join(f'"{column}"' for column in table.columns)
    return connection.execute(f'SELECT {names} FROM "{table.name}" ORDER BY {order}')


def _take(table: Table, row: Iterable[Any], report: str | None) -> Item:
    """The object in `row`, whose first cell is its number."""
    row = tuple(row)
    ends = accumulate((len(part.columns) for part in table.parts), initial=1)
    return {part.key: part.take(row[a:b], report) for part, (a, b) in zip(table.parts, pairwise(ends), strict=True)}
