from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from onrecord.keep.migrations import migrate
from onrecord.keep.tables import TABLES, List, Table
from onrecord.model import Record

EVERY: tuple[Table | List, ...] = (*TABLES, *(one for table in TABLES for one in table.lists))


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection)
        yield connection


def test_every_list_of_the_record_has_its_table() -> None:
    assert {table.name for table in TABLES} | {"format"} == {field.name for field in msgspec.structs.fields(Record)}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_key_of_a_noun_is_in_its_table_or_in_a_list_of_its_own(table: Table) -> None:
    keys = {part.key for part in table.parts} | {inner.key for inner in table.lists}
    assert keys == {field.encode_name for field in msgspec.structs.fields(table.noun)}


@pytest.mark.parametrize("table", EVERY, ids=lambda table: table.name)
def test_the_columns_are_those_of_the_database(table: Table | List, connection: sqlite3.Connection) -> None:
    found = {row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")}
    assert found == set(table.columns)


def test_the_views_read_well(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        views = ("who_said_what", "people", "timeline", "who_stands_where", "where_reports_disagree")
        rows = {view: connection.execute(f"SELECT * FROM {view}").fetchall() for view in views}
        names = [column[0] for column in connection.execute("SELECT * FROM who_said_what").description]
    first = dict(zip(names, rows["who_said_what"][0], strict=True))
    assert first["speaker"] == "Ana Ox"
    assert first["content"] == "No euros 😀 were taken … Nothing"
    assert (first["to"], first["outlet"], first["file"]) == ("Bo Elk", "Ape", "ape/one.txt")
    assert (first["start"], first["end"]) == (31, 73)
    assert [row[0] for row in rows["people"]] == ["Ana Ox", "Bo Elk"]
    assert [row[:3] for row in rows["timeline"]] == [("2019", "event", None), ("2019-01-14", "statement", "Bo Elk")]
    assert rows["who_stands_where"][0][:3] == ("The bridge is safe.", "against", "Bo Elk")
    assert [row[2] for row in rows["where_reports_disagree"]] == ["euros", "florins"]


def test_every_table_names_the_rows_it_refers_to(connection: sqlite3.Connection) -> None:
    for name in ("contents", "candidates", "relays", "utterance_statements", "positions", "mentions", "conflict_sides"):
        assert len(connection.execute(f"PRAGMA foreign_key_list({name})").fetchall()) >= 1


@pytest.mark.parametrize("name", ["statements", "reports"])
def test_datasette_finds_the_full_text_index(name: str, connection: sqlite3.Connection) -> None:
    like = f'%VIRTUAL TABLE%USING FTS%content="{name}"%'
    found = connection.execute("SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE ?", (like,)).fetchall()
    assert found == [(f"{name}_fts",)]
