"""Points in dispute and conflicts as blocks of lines, and those of them that chosen statements bear on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from onrecord.model import Conflict, Point, Position, Span, Statement
from onrecord.show.clashes import Clash, clashes
from onrecord.show.dates import plain_date
from onrecord.show.escapes import one_line
from onrecord.show.lookup import Lookup, counted, words
from onrecord.show.sides import Change, changes, grouped, taken, tally_shown, told_change, who


class Row(msgspec.Struct, frozen=True):
    """One line of a block: its name, words in pieces, some of them lit, and below them where they stand."""

    name: str
    words: tuple[tuple[str, bool], ...]
    below: str


class Block(msgspec.Struct, frozen=True):
    """A heading, a note behind it, and rows; `group` is the heading over this block and those beside it, if any."""

    heading: str
    note: str
    rows: tuple[Row, ...]
    group: str = ""


def about_points(lookup: Lookup, chosen: Collection[str] | None) -> tuple[Point, ...]:
    """The points on which a chosen statement stands, each with these alone; all of them where `chosen` is None."""
    if chosen is None:
        return lookup.record.points
    kept = ((one, tuple(p for p in one.positions if p.statement in chosen)) for one in lookup.record.points)
    return tuple(msgspec.structs.replace(one, positions=positions) for one, positions in kept if positions)


def about_conflicts(lookup: Lookup, chosen: Sequence[Statement] | None) -> tuple[Conflict, ...]:
    """The conflicts a side of which stands in the words of a chosen statement; all of them where `chosen` is None."""
    if chosen is None:
        return lookup.record.conflicts
    parts: dict[str, list[Span]] = defaultdict(list)
    for one in chosen:
        parts[one.report] += one.content

    def is_said(side: Span) -> bool:
        return any(part.start < side.end and side.start < part.end for part in parts.get(side.report, ()))

    return tuple(one for one in lookup.record.conflicts if any(map(is_said, one.sides)))


def points(lookup: Lookup, found: Iterable[Point]) -> Iterator[Block]:
    """A block for each point: what is disputed, who says so and who denies it, by date, and who changed sides.

    A point may come with a part of its positions, as `about_points` gives it: the others are counted with them.
    """
    wanted = {one.id: one for one in found}
    for group, whole in grouped(one for one in lookup.record.points if one.id in wanted):
        for one in whole:
            yield _point(lookup, one, wanted[one.id], group)


def _point(lookup: Lookup, whole: Point, point: Point, group: str) -> Block:
    told = [_position(lookup, one) for _, own in taken(lookup, point) for one in own]
    changed = [_change(lookup, one) for one in changes(lookup, point)]
    note = f"{tally_shown(lookup, whole, point.positions)} · {one_line(point.id)}"
    return Block(one_line(point.proposition), note, (*told, *changed), group)


def _position(lookup: Lookup, one: Position) -> Row:
    statement = lookup.statements[one.statement]
    date = f", {plain_date(statement.said_on)}" if statement.said_on else ""
    why = f" · {one_line(one.why)}" if one.why else ""
    told = ((f"{who(lookup, statement)}{date}: ", False), (words(statement), True))
    return Row(one.stance, told, f"{lookup.statement_place(statement)} · {one_line(statement.id)}{why}")


def _change(lookup: Lookup, one: Change) -> Row:
    return Row(
        "changed",
        ((told_change(lookup, one), False),),
        f"{one_line(one.before.statement)}, {one_line(one.after.statement)}",
    )


def conflicts(lookup: Lookup, found: Iterable[Conflict]) -> Iterator[Block]:
    """A block for each conflict: what it is about, and the words of each side in their sentence."""
    for one in found:
        reports = len({side.report for side in one.sides})
        note = f"{one_line(one.kind)}, {counted(reports, 'report')} · {one_line(one.id)}"
        yield Block(one_line(one.about), note, tuple(map(_side, clashes(lookup, one))))


def _side(one: Clash) -> Row:
    when = plain_date(one.published) if one.published else ""
    below = (one.speaker, one.place, when)
    return Row(one.report, one.sentence, " · ".join(part for part in below if part))
