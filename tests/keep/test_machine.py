from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from msgspec.structs import replace

from onrecord.keep import Kept, correct, load, verify
from onrecord.keep.machine import differing
from onrecord.model import encode


def test_nothing_is_kept_beside_where_nobody_changed_anything(kept: Kept) -> None:
    assert list(differing(kept.record, replace(kept.record, corrections=()))) == []


def test_only_what_differs_is_kept_beside(kept: Kept) -> None:
    said = kept.record.statements
    shown = replace(kept.record, statements=(said[0], replace(said[1], act="deny"), said[2]))
    assert list(differing(shown, kept.record)) == [
        ("statements", 2, None),
        ("statements", 2, encode(said[1]).decode()),
    ]


def test_what_the_machine_reads_is_proved_too(path: Path, damage: Callable[..., None]) -> None:
    correct(path, "5b", "act", "deny", by="Di", why="so")
    damage("UPDATE machine SET item = replace(item, 'the bridge', 'the rudder')")
    problems = [fault.problem for fault in verify(path)]
    assert any("its words are not those of report" in problem for problem in problems)
    assert any("SHA-256" in problem for problem in problems)


def test_a_row_that_is_no_item_is_damage(path: Path, damage: Callable[..., None]) -> None:
    correct(path, "5b", "act", "deny", by="Di", why="so")
    damage("UPDATE machine SET item = '{' WHERE item IS NOT NULL")
    assert any("cannot be read" in fault.problem for fault in verify(path))


def test_the_table_has_the_machines_item_and_marks_the_shown_one(path: Path) -> None:
    correct(path, "5b", "act", "deny", by="Di", why="so")
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT list, number, item IS NULL FROM machine ORDER BY 3").fetchall()
    assert rows == [("statements", 2, 0), ("statements", 2, 1)]
    assert load(path).uncorrected().statements[1].act == "warn"
