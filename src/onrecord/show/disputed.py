"""Points in dispute and conflicts as people read them: who stands where, who changed sides, what each report says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from onrecord.model import Conflict, Point, Position, Report, Span, Stance, Statement
from onrecord.show.dates import order, plain_date
from onrecord.show.escapes import one_line
from onrecord.show.lookup import NOBODY, Lookup, counted, report_name, words

AROUND = 60
"""Characters shown of a report on each side of the words that disagree, at most."""
_SIDES: tuple[Stance, ...] = ("for", "against", "unclear")


class Row(msgspec.Struct, frozen=True):
    """One line of a block: its name, words in pieces, some of them lit, and below them where they stand."""

    name: str
    words: tuple[tuple[str, bool], ...]
    below: str


class Block(msgspec.Struct, frozen=True):
    """A heading, a note behind it, and rows."""

    heading: str
    note: str
    rows: tuple[Row, ...]


class Change(msgspec.Struct, frozen=True):
    """A speaker whose later words take another side than the earlier ones."""

    speaker: str
    before: Position
    after: Position


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


def changes(lookup: Lookup, point: Point) -> Iterator[Change]:
    """Who changed sides on a point, by the dates at which the words were said; what has no date tells nothing."""
    by_speaker: dict[str, list[Position]] = defaultdict(list)
    for one in point.positions:
        statement = lookup.statements[one.statement]
        if one.stance != "unclear" and statement.speaker and statement.said_on:
            by_speaker[statement.speaker].append(one)
    for speaker, told in by_speaker.items():
        in_order = sorted(told, key=lambda one: order(lookup.statements[one.statement].said_on))
        for before, after in pairwise(in_order):
            earlier, later = (order(lookup.statements[one.statement].said_on) for one in (before, after))
            if before.stance != after.stance and earlier[1] < later[0]:
                yield Change(speaker, before, after)


def points(lookup: Lookup, found: Iterable[Point]) -> Iterator[Block]:
    """A block for each point: what is disputed, who says so and who denies it, by date, and who changed sides."""
    for point in found:
        counts = [f"{sum(one.stance == side for one in point.positions)} {side}" for side in _SIDES]
        note = ", ".join(count for count in counts if not count.startswith("0 "))
        told = [_position(lookup, one) for side in _SIDES for one in _by_date(lookup, point, side)]
        changed = [_change(lookup, one) for one in changes(lookup, point)]
        yield Block(one_line(point.proposition), f"{note} · {one_line(point.id)}", (*told, *changed))


def _by_date(lookup: Lookup, point: Point, side: Stance) -> list[Position]:
    own = [one for one in point.positions if one.stance == side]
    return sorted(own, key=lambda one: order(lookup.statements[one.statement].said_on))


def _position(lookup: Lookup, one: Position) -> Row:
    statement = lookup.statements[one.statement]
    date = f", {plain_date(statement.said_on)}" if statement.said_on else ""
    speaker = lookup.speaker_name(statement)
    if speaker == NOBODY and statement.source:
        speaker = one_line(statement.source.text)
    why = f" · {one_line(one.why)}" if one.why else ""
    told = ((f"{speaker}{date}: ", False), (words(statement), True))
    return Row(one.stance, told, f"{lookup.statement_place(statement)} · {one_line(statement.id)}{why}")


def _change(lookup: Lookup, one: Change) -> Row:
    name = lookup.name(one.speaker) or NOBODY
    first, then = (plain_date(lookup.statements[each.statement].said_on) for each in (one.before, one.after))
    told = f"{name} was {one.before.stance} it {first}, and {one.after.stance} it {then}"
    return Row("changed", ((told, False),), f"{one_line(one.before.statement)}, {one_line(one.after.statement)}")


def conflicts(lookup: Lookup, found: Iterable[Conflict]) -> Iterator[Block]:
    """A block for each conflict: what it is about, and the words of each side with those around them."""
    for one in found:
        rows = tuple(_side(lookup, side) for side in one.sides)
        reports = len({side.report for side in one.sides})
        note = f"{one_line(one.kind)}, {counted(reports, 'report')} · {one_line(one.id)}"
        yield Block(one_line(one.about), note, rows)


def _side(lookup: Lookup, side: Span) -> Row:
    report = lookup.reports[side.report]
    when = f" · {plain_date(report.published)}" if report.published else ""
    return Row(report_name(report), _in_context(report, side), f"{lookup.place(side)}{when}")


def _in_context(report: Report, side: Span) -> tuple[tuple[str, bool], ...]:
    start, end = max(0, side.start - AROUND), min(len(report.text), side.end + AROUND)
    before, after = report.text[start : side.start], report.text[side.end : end]
    before, after = before.rpartition("\n")[2], after.partition("\n")[0]
    cut_before = len(before) == side.start - start and start > 0
    cut_after = len(after) == end - side.end and end < len(report.text)
    before = f"…{before.partition(' ')[2]}" if cut_before else before
    after = f"{after.rpartition(' ')[0]}…" if cut_after else after
    pieces = ((_kept(before), False), (one_line(side.text), True), (_kept(after), False))
    return tuple(piece for piece in pieces if piece[0])


def _kept(text: str) -> str:
    """Text on one line with the blank at its ends that parts it from the words beside it."""
    bare = one_line(text)
    return f"{' ' * text[:1].isspace()}{bare}{' ' * text[-1:].isspace()}" if bare else ""
