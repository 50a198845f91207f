"""Items written to their tables and read back.

Rows meet the model only as the objects of the export format, which msgspec makes and checks: a row of the wrong type
never becomes an item.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from onrecord.keep.tables import TABLES, Layout, List, Table
from onrecord.model import Record

Item = dict[str, Any]
Row = tuple[Any, ...]


def insert(connection: sqlite3.Connection, name: str, columns: tuple[str, ...], rows: Iterable[Sequence[Any]]) -> None:
    """Put `rows` into the table `name`.

    Raises:
        sqlite3.IntegrityError: a row breaks a rule of the table.
    """
    names, marks = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
    connection.executemany(f'INSERT INTO "{name}" ({names}) VALUES ({marks})', rows)


def write(connection: sqlite3.Connection, record: Record) -> None:
    """Put every item of `record` into its tables, which are empty.

    Raises:
        ValueError: two items of a table have one id, or a span that must lie in the report of its item does not.
        sqlite3.IntegrityError: a row breaks another rule of its table.
    """
    for table in TABLES:
        items = getattr(record, table.name)
        twice = Counter(item.id for item in items if hasattr(item, "id")).most_common(1)
        if twice and twice[0][1] > 1:
            raise ValueError(f"two {table.name} have the id {twice[0][0]}")
        put(connection, table, dict(enumerate(items, start=1)))


def put(connection: sqlite3.Connection, table: Table, items: Mapping[int, Any]) -> None:
    """Put items of one list, each by its place in it, into their tables. Raises what `write` raises."""
    # Plain rows, and not the objects they are made from, wait here: they take less room, and far less time of the
    # garbage collector (half of a save of 10,000 statements).
    rows: dict[str, list[Row]] = {name: [] for name in (table.name, *(inner.name for inner in table.lists))}
    for number, noun in items.items():
        item: Item = msgspec.to_builtins(noun)
        report = item[table.report] if table.report else None
        rows[table.name].append((number, number, *_put(table, item, report)))
        for inner in table.lists:
            rows[inner.name].extend(_inner_rows(inner, item, report))
    # The full-text indexes know a row by its `rowid`, which is its place as well.
    insert(connection, table.name, ("rowid", *table.columns), rows[table.name])
    for inner in table.lists:
        insert(connection, inner.name, inner.columns, rows[inner.name])


def read(connection: sqlite3.Connection) -> Record:
    """The record in the tables.

    Raises:
        msgspec.ValidationError: a row does not make an item.
        sqlite3.DatabaseError: the tables cannot be read.
    """
    items: dict[str, Any] = {table.name: tuple(_items(connection, table)) for table in TABLES}
    return Record(**items)


def some(
    connection: sqlite3.Connection, name: str, ids: Iterable[str], without: Collection[str] = ()
) -> dict[str, Any]:
    """The items of the list `name` with these ids, by id, in the order of the list; unknown ids are passed over.

    Args:
        connection: to the record.
        name: of a list whose items have ids.
        ids: those that are wanted.
        without: keys that are left empty, since they may be long and are not wanted.
    """
    table = next(one for one in TABLES if one.name == name)
    wanted = msgspec.json.encode(sorted(set(ids))).decode()
    return {item.id: item for item in _items(connection, table, wanted, without)}


def _inner_rows(inner: List, owner: Item, report: str | None) -> Iterator[Row]:
    for number, item in enumerate(owner[inner.key], start=1):
        yield (owner["id"], number, *((item,) if inner.bare else _put(inner, item, report)))


def _put(table: Table | List, item: Item, report: str | None) -> Iterator[Any]:
    for part in table.parts:
        yield from part.put(item[part.key], report)


def _items(
    connection: sqlite3.Connection, table: Table, ids: str | None = None, without: Collection[str] = ()
) -> Iterator[Any]:
    """The items of a table: all, or those whose ids are in a JSON list."""
    lists = [inner for inner in table.lists if inner.key not in without]
    inner_rows = [(inner, _by_owner(connection, inner, ids)) for inner in lists]
    where = table.columns.index(table.report) if table.report else None
    for row in _select(connection, table, "number", None if ids is None else ("id", ids), without):
        report = None if where is None else row[where]
        item = _take(table.layout, row, report)
        item.update({inner.key: [] for inner in table.lists if inner.key in without})
        # A row whose owner is gone belongs to nothing; `verify` says so.
        for inner, rows in inner_rows:
            found = rows.get(item["id"], [])
            item[inner.key] = [one[2] if inner.bare else _take(inner.layout, one, report) for one in found]
        yield msgspec.convert(item, table.noun)


def _by_owner(connection: sqlite3.Connection, inner: List, ids: str | None) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {}
    for row in _select(connection, inner, f"{inner.owner}, number", None if ids is None else (inner.owner, ids)):
        rows.setdefault(row[0], []).append(row)
    return rows


def _select(
    connection: sqlite3.Connection,
    table: Table | List,
    order: str,
    among: tuple[str, str] | None = None,
    without: Collection[str] = (),
) -> sqlite3.Cursor:
    """The rows of a table: all, or those that have one of the ids of a JSON list in a column."""
    names = ", ".join("''" if column in without else f'"{column}"' for column in table.columns)
    if among is None:
        return connection.execute(f'SELECT {names} FROM "{table.name}" ORDER BY {order}')
    column, ids = among
    condition = f'"{column}" IN (SELECT value FROM json_each(?))'
    return connection.execute(f'SELECT {names} FROM "{table.name}" WHERE {condition} ORDER BY {order}', (ids,))


def _take(layout: Layout, row: Row, report: str | None) -> Item:
    item = {key: row[at] for key, at in layout.plain}
    for part, start, end in layout.others:
        item[part.key] = part.take(row[start:end], report)
    return item
