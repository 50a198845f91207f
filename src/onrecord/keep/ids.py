"""Items by the start of their ids."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import UnknownId
from onrecord.keep.file import opened, translated

TABLES = {
    "report": "reports",
    "entity": "entities",
    "statement": "statements",
    "utterance": "utterances",
    "event": "events",
    "point": "points",
    "conflict": "conflicts",
    "correction": "corrections",
}
"""The kinds of item that have ids, each with its table."""

SHOWN = 8
"""At most so many items are named where several may be meant: enough to see what tells them apart."""


def resolve(path: str | Path, prefix: str, kind: str | None = None) -> str:
    """The full id of the item in the record at `path` whose id, or former id, begins with `prefix`.

    Args:
        path: the record.
        prefix: the first digits of an id, or all of them.
        kind: a key of `TABLES` where only items of that kind are meant.

    Raises:
        UnknownId: no item, or more than one, has such an id.
        RecordError: the record cannot be read.
    """
    start = prefix.strip().lower().encode(errors="replace").decode()
    with opened(path) as connection, translated(path):
        # An id that is written out counts even where it begins another.
        found = dict(_between(connection, start, start, kind))
        if start and not found:
            found = dict(_between(connection, start, start + "\U0010ffff", kind))
    if not found:
        raise UnknownId(prefix, f"no {kind or 'item'} has an id that begins so", "Take an id from `onrecord show`")
    if len(found) > 1:
        names = [f"{found[one]} {one}" for one in sorted(found)]
        some = ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "")
        raise UnknownId(prefix, f"{len(names)} ids begin so: {some}", "Give more of its digits")
    return next(iter(found))


def _between(connection: sqlite3.Connection, first: str, last: str, kind: str | None) -> Iterator[tuple[str, str]]:
    """Ids from `first` to `last`, each with its kind; for a former id, that of the item that took its place."""
    for name, table in TABLES.items():
        if kind in {None, name}:
            for (one,) in connection.execute(f"SELECT id FROM {table} WHERE id BETWEEN ? AND ?", (first, last)):
                yield one, name
    for new, name in connection.execute("SELECT new, kind FROM aliases WHERE old BETWEEN ? AND ?", (first, last)):
        if kind in {None, name}:
            yield new, name
