"""The machine's own reading, kept in the file beside what the record shows: only where the two differ."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from onrecord.model import Conflict, Entity, Event, Link, Point, Record, Statement, Utterance, encode

NOUNS: dict[str, Any] = {
    "entities": Entity,
    "statements": Statement,
    "utterances": Utterance,
    "events": Event,
    "points": Point,
    "conflicts": Conflict,
    "links": Link,
}
"""The lists that corrections change, each with what it is a list of."""
Row = tuple[str, int, str | None]
"""A list, a place in it (from 1) and an item as JSON; None says that the shown item at that place is a person's."""


def differing(shown: Record, machine: Record) -> Iterator[Row]:
    """Where the machine's reading differs from what is shown."""
    for name in NOUNS:
        ours, theirs = getattr(shown, name), getattr(machine, name)
        if ours != theirs:
            known, read = set(ours), set(theirs)
            yield from ((name, n, None) for n, item in enumerate(ours, start=1) if item not in read)
            yield from ((name, n, encode(item).decode()) for n, item in enumerate(theirs, start=1) if item not in known)


def machine_in(connection: sqlite3.Connection, shown: Record) -> Record | None:
    """What the machine reads, from the file of the record that is `shown`; None where people have changed nothing.

    Raises:
        ValueError: an item is damaged.
    """
    rows: dict[str, list[tuple[int, str | None]]] = {}
    for name, number, item in connection.execute("SELECT list, number, item FROM machine ORDER BY list, number"):
        rows.setdefault(name, []).append((number, item))
    if not rows:
        return None
    lists = {name: _list(getattr(shown, name), found, NOUNS[name]) for name, found in rows.items()}
    return replace(shown, **lists, corrections=())


def _list(shown: tuple[Any, ...], rows: list[tuple[int, str | None]], noun: Any) -> tuple[Any, ...]:
    """The machine's list: the shown one without what is a person's, the machine's own items put where they were."""
    theirs = {number for number, item in rows if item is None}
    items = [item for number, item in enumerate(shown, start=1) if number not in theirs]
    for number, item in rows:
        if item is not None:
            items.insert(number - 1, msgspec.json.decode(item, type=noun))
    return tuple(items)
