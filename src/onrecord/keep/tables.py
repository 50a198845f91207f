"""The nouns of the model as tables: which column holds what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from onrecord.keep.cells import Part, cells, flag, here, here_or_words, joined, own_report, pair, there
from onrecord.model import (
    Conflict,
    Correction,
    Entity,
    Event,
    Link,
    Point,
    Report,
    Statement,
    Unread,
    Utterance,
)


class Layout(NamedTuple):
    """Where everything stands in a row: a key of one cell with its place, other parts with where they begin and end."""

    plain: tuple[tuple[str, int], ...]
    others: tuple[tuple[Part, int, int], ...]


@dataclass(frozen=True)
class List:
    """A list within each item of a table: one row for each of its values.

    `key` is the JSON key of the list and `owner` the column that holds the id of the item. The values of a `bare`
    list are no objects but one cell each.
    """

    name: str
    key: str
    owner: str
    parts: tuple[Part, ...]
    bare: bool = False

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Every column, in the order of a row."""
        return (self.owner, "number", *_columns(self.parts))

    @cached_property
    def layout(self) -> Layout:
        """Where each part stands in a row."""
        return _layout(self.parts, 2)


@dataclass(frozen=True)
class Table:
    """A list of the record: one row for each `noun` in it.

    `name` is also the JSON key of the list. `report` is the key that holds the report of an item, None where an item
    belongs to no single one.
    """

    name: str
    noun: type
    parts: tuple[Part, ...]
    report: str | None = None
    lists: tuple[List, ...] = ()

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Every column, in the order of a row."""
        return ("number", *_columns(self.parts))

    @cached_property
    def layout(self) -> Layout:
        """Where each part stands in a row."""
        return _layout(self.parts, 1)


def _columns(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        yield from part.columns


def _layout(parts: tuple[Part, ...], start: int) -> Layout:
    plain, others = [], []
    for part in parts:
        end = start + len(part.columns)
        if part.plain:
            plain.append((part.key, start))
        else:
            others.append((part, start, end))
        start = end
    return Layout(tuple(plain), tuple(others))


_OWN_SPAN = (own_report(), *cells("start end text"))
_SPAN = cells("report start end text")

TABLES = (
    Table(
        "reports",
        Report,
        (
            *cells("id file sha256 text_sha256 text language published published_basis published_why copy_of"),
            *(flag("extracted"), here("headline"), here("byline"), here("dateline"), here_or_words("outlet")),
        ),
        report="id",
        lists=(
            List("report_files", "files", "report", cells("file"), bare=True),
            List("noise", "noise", "report", _OWN_SPAN),
        ),
    ),
    Table("unread", Unread, cells("file why")),
    Table(
        "entities",
        Entity,
        cells("id name type"),
        lists=(
            List("mentions", "mentions", "entity", (*_SPAN, pair("name"))),
            List("roles", "roles", "entity", (*cells("role from to"), there("mention"))),
        ),
    ),
    Table(
        "statements",
        Statement,
        (
            *cells("id report form speaker speaker_why to inside act mode said_on said_on_why confidence"),
            *(here("source"), here("cue"), here("when"), here("occasion"), joined("content")),
        ),
        report="report",
        lists=(
            List("contents", "content", "statement", _OWN_SPAN),
            List("candidates", "candidates", "statement", cells("entity score")),
            List("relays", "relayed_by", "statement", _OWN_SPAN),
        ),
    ),
    Table(
        "utterances",
        Utterance,
        cells("id"),
        lists=(List("utterance_statements", "statements", "utterance", cells("statement"), bare=True),),
    ),
    Table(
        "events",
        Event,
        (*cells("id type agent patient date date_why status"), there("what"), there("place")),
        lists=(List("event_mentions", "mentions", "event", (*_SPAN, pair("trigger"))),),
    ),
    Table(
        "points",
        Point,
        cells("id proposition from"),
        lists=(List("positions", "positions", "point", cells("statement stance why")),),
    ),
    Table(
        "conflicts",
        Conflict,
        cells("id about kind"),
        lists=(List("conflict_sides", "sides", "conflict", _SPAN),),
    ),
    Table("links", Link, cells("kind a b score why by")),
    Table(
        "corrections",
        Correction,
        cells("id target change old new by when why kind state applies_to machine"),
        lists=(
            List("correction_places", "at", "correction", _SPAN),
            List("correction_new_places", "new_at", "correction", _SPAN),
        ),
    ),
)
