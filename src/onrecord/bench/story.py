"""A story in the form that is scored: gold or a record, its spans as sets of (report, character).

Both sides take the same form, so that every comparison is one of like with like. A date is a set: of all that count
as right in gold, of the one that is given in a record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from onrecord.bench.measures import united

Characters = frozenset[tuple[str, int]]
"""Characters of a story, each as (stem of the report's file name, offset)."""
Dates = frozenset[str | None]
"""EDTF strings; None stands for "not known"."""

UNDATED: Dates = frozenset({None})
NAMED = frozenset({"person", "organisation", "country", "place"})
"""Types whose mentions are names; those of groups and unnamed sources are descriptions."""


class StoryReport(msgspec.Struct, frozen=True, kw_only=True):
    """What is told of one report."""

    headline: Characters
    noise: Characters
    outlet: str | None
    published: Dates
    dated: bool
    """The date is known, not only what the words force of it."""


class StoryEntity(msgspec.Struct, frozen=True, kw_only=True):
    """Someone or something."""

    mentions: Characters
    ends: Characters
    """The last character of each mention: enough to tell one name from another, title in front or not."""
    names: frozenset[str]
    named: bool


class StoryStatement(msgspec.Struct, frozen=True, kw_only=True):
    """An attribution."""

    content: Characters
    source: Characters
    cue: Characters
    speaker: str | None
    act: str
    form: str
    said_on: Dates
    relayed_by: frozenset[str]


class StoryEvent(msgspec.Struct, frozen=True, kw_only=True):
    """Something done."""

    mentions: Characters
    type: str
    status: str
    agent: str | None
    patient: str | None
    date: Dates


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """All that is scored of a story; ids are those of the side it came from."""

    reports: Mapping[str, StoryReport]
    entities: Mapping[str, StoryEntity]
    statements: Mapping[str, StoryStatement]
    utterances: tuple[frozenset[str], ...]
    events: Mapping[str, StoryEvent]
    points: tuple[Mapping[str, str], ...]
    """Each point as {statement: stance}."""
    conflicts: tuple[tuple[Characters, ...], ...]
    """Each conflict as its sides."""


def story_entity(mentions: Iterable[Characters], names: Iterable[str], kind: str) -> StoryEntity:
    """An entity by the characters of each mention and its names in any case; `kind` is its type."""
    known = [mention for mention in mentions if mention]
    return StoryEntity(
        mentions=united(known),
        ends=frozenset(map(max, known)),
        names=frozenset(name.casefold() for name in names),
        named=kind in NAMED,
    )


def content_alone(characters: Iterable[tuple[str, int]]) -> StoryStatement:
    """A statement of which nothing is known but the characters of what was said."""
    empty: Characters = frozenset()
    return StoryStatement(
        content=frozenset(characters),
        source=empty,
        cue=empty,
        speaker=None,
        act="",
        form="",
        said_on=frozenset(),
        relayed_by=frozenset(),
    )
