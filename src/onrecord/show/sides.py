"""Points in dispute: which of them have two sides, who takes which, in what order, and who changed sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

import msgspec

from onrecord.model import Point, Position, Stance, Statement
from onrecord.show.dates import order, plain_date
from onrecord.show.escapes import one_line
from onrecord.show.lookup import NOBODY, Lookup, listed

SIDES: tuple[Stance, ...] = ("for", "against", "unclear")
TWO_SIDED, ONE_SIDED = "Two sides are taken", "Only one side is on record"
"""The headings under which points stand."""
MOST_NAMES = 3
"""Speakers that are named as those whose words are shown; more are counted."""


class Change(msgspec.Struct, frozen=True):
    """A speaker whose later words take another side than the earlier ones."""

    speaker: str
    before: Position
    after: Position


def heading(point: Point) -> str:
    """The heading under which a point stands."""
    return TWO_SIDED if point.has_two_sides else ONE_SIDED


def grouped(points: Iterable[Point]) -> tuple[tuple[str, tuple[Point, ...]], ...]:
    """The points under their headings, those with two sides first; a heading without points is left out."""
    groups: dict[str, list[Point]] = {TWO_SIDED: [], ONE_SIDED: []}
    for one in points:
        groups[heading(one)].append(one)
    return tuple((name, tuple(group)) for name, group in groups.items() if group)


def taken(lookup: Lookup, point: Point) -> tuple[tuple[Stance, tuple[Position, ...]], ...]:
    """Each side that somebody takes, with those who take it by the dates of their words."""
    by_side = {side: [one for one in point.positions if one.stance == side] for side in SIDES}
    return tuple((side, in_order(lookup, own)) for side, own in by_side.items() if own)


def in_order(lookup: Lookup, positions: Iterable[Position]) -> tuple[Position, ...]:
    """The positions by the dates of their words, unknown dates last."""
    return tuple(sorted(positions, key=lambda one: order(lookup.statements[one.statement].said_on)))


def tally(positions: Collection[Position]) -> str:
    """How many stand where: `2 for, 1 against`."""
    counts = ((side, sum(one.stance == side for one in positions)) for side in SIDES)
    return ", ".join(f"{count:,} {side}" for side, count in counts if count)


def tally_shown(lookup: Lookup, whole: Point, shown: Collection[Position]) -> str:
    """How many stand where in all, and whose words are shown where these are not all."""
    if len(shown) == len(whole.positions):
        return tally(shown)
    names = list(dict.fromkeys(who(lookup, lookup.statements[one.statement]) for one in shown))
    whose = listed(names) if len(names) <= MOST_NAMES else f"{len(names):,} speakers"
    return f"{tally(whole.positions)}; shown only: {tally(shown)}, by {whose}"


def who(lookup: Lookup, statement: Statement) -> str:
    """The speaker's name; where that is not known, the words of the report that say who speaks, if it has any."""
    name = lookup.speaker_name(statement)
    return one_line(statement.source.text) if name == NOBODY and statement.source else name


def told_change(lookup: Lookup, one: Change) -> str:
    """Who changed sides and when, as a sentence without its full stop."""
    name = lookup.name(one.speaker) or NOBODY
    first, then = (plain_date(lookup.statements[each.statement].said_on) for each in (one.before, one.after))
    return f"{name} was {one.before.stance} it {first}, and {one.after.stance} it {then}"


def changes(lookup: Lookup, point: Point) -> Iterator[Change]:
    """Who changed sides on a point, by the dates at which the words were said; what has no date tells nothing."""
    by_speaker: dict[str, list[Position]] = defaultdict(list)
    for one in point.positions:
        statement = lookup.statements[one.statement]
        if one.stance != "unclear" and statement.speaker and statement.said_on:
            by_speaker[statement.speaker].append(one)
    for speaker, told in by_speaker.items():
        for before, after in pairwise(in_order(lookup, told)):
            earlier, later = (order(lookup.statements[one.statement].said_on) for one in (before, after))
            if before.stance != after.stance and earlier[1] < later[0]:
                yield Change(speaker, before, after)
