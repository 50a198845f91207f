"""Ids that were once given: when more reports change what an item is made of, its old id leads to the new item.

An id comes from the earliest member of its item, so a new earliest member gives a new id.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import msgspec

from onrecord.model import Conflict, Entity, Event, Point, Record, Span, Utterance

Members = Mapping[str, list[Hashable]]
"""Ids of items, each with what the item is made of, the earliest first."""

LISTS = {
    "entity": "entities",
    "utterance": "utterances",
    "event": "events",
    "point": "points",
    "conflict": "conflicts",
}
"""The kinds of item whose ids may change, each with its list in the record."""


class Alias(msgspec.Struct, frozen=True):
    """An id that was once given to an item of a kind, and the id of the item that took its place."""

    old: str
    new: str
    kind: str


def renewed(before: Record, now: Record, known: tuple[Alias, ...]) -> tuple[Alias, ...]:
    """The aliases that `now` needs: for ids of `before` that it no longer has, and for those of `known`.

    Where nothing in `now` has any part of the old item, there is no alias. In the order of the old ids.
    """
    fresh = {alias.old: alias for kind in LISTS for alias in _renamed(kind, before, now)}
    ids = {item.id for name in LISTS.values() for item in getattr(now, name)}
    for alias in known:
        new = fresh[alias.new].new if alias.new in fresh else alias.new
        if alias.old not in ids and new in ids:
            fresh.setdefault(alias.old, Alias(alias.old, new, alias.kind))
    return tuple(fresh[old] for old in sorted(fresh))


def aliases_in(connection: sqlite3.Connection) -> Iterator[Alias]:
    """The aliases that a record holds."""
    for row in connection.execute("SELECT old, new, kind FROM aliases ORDER BY old"):
        yield Alias(*row)


def _renamed(kind: str, before: Record, now: Record) -> Iterator[Alias]:
    if {one.id for one in getattr(before, LISTS[kind])} <= {one.id for one in getattr(now, LISTS[kind])}:
        return
    old_members, new_members = _members(kind, before), _members(kind, now)
    holders: dict[Hashable, str] = {}
    for new, members in new_members.items():
        for member in members:
            holders.setdefault(member, new)
    for old in old_members:
        if old not in new_members and (new_id := _successor(old_members[old], holders)):
            yield Alias(old, new_id, kind)


def _successor(members: list[Hashable], holders: Mapping[Hashable, str]) -> str | None:
    """The item that now holds the earliest member, or else that which holds the most of them."""
    if members and members[0] in holders:
        return holders[members[0]]
    shared = Counter(holders[member] for member in members if member in holders)
    return max(shared, key=lambda new: shared[new], default=None)


def _members(kind: str, record: Record) -> Members:
    members = {item.id: list(_parts(item)) for item in getattr(record, LISTS[kind])}
    if kind == "entity":
        for statement in record.statements:
            if statement.speaker in members:
                members[statement.speaker].append(statement.id)
    return members


def _parts(item: Any) -> Iterator[Hashable]:
    match item:
        case Entity() | Event():
            yield from map(_place, item.mentions)
        case Utterance():
            yield from item.statements
        case Point():
            yield item.taken_from
            yield from (position.statement for position in item.positions)
        case Conflict():
            yield from map(_place, item.sides)


def _place(span: Span) -> Hashable:
    return (span.report, span.start, span.end)
