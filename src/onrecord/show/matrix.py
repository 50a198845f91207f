"""Who stands where: speakers by points, as a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.model import Point, Position, Stance, Statement
from onrecord.show.lookup import Lookup
from onrecord.show.sides import changes, in_order

MOST_SPEAKERS = 20
"""Rows of the table: those who stand on most points."""


class Cell(NamedTuple):
    """What one speaker says of one point: the stances in the order of their dates, each with its statement."""

    told: tuple[tuple[Stance, Statement], ...]
    changed: bool
    """Whether a later word takes the other side."""


class Matrix(NamedTuple):
    """Points in their order; speakers with a cell for each point, None where they say nothing of it."""

    points: tuple[Point, ...]
    rows: tuple[tuple[str, str, tuple[Cell | None, ...]], ...]
    """Id and name of the speaker, and the cells."""
    left_out: int
    """Speakers for whom there was no room."""


def matrix(lookup: Lookup, points: Sequence[Point]) -> Matrix:
    """The known speakers by the points, those who stand on most of them first."""
    cells = {point.id: cells_of(lookup, point) for point in points}
    counts: dict[str, int] = defaultdict(int)
    for row in cells.values():
        for speaker in row:
            counts[speaker] += 1
    speakers = sorted(counts, key=lambda one: (-counts[one], lookup.name(one) or "", one))
    rows = tuple(
        (one, lookup.name(one) or "", tuple(cells[point.id].get(one) for point in points))
        for one in speakers[:MOST_SPEAKERS]
    )
    return Matrix(tuple(points), rows, max(0, len(speakers) - MOST_SPEAKERS))


def cells_of(lookup: Lookup, point: Point) -> dict[str, Cell]:
    """The cell of each known speaker on a point, by the speaker's id."""
    by_speaker: dict[str, list[Position]] = defaultdict(list)
    for one in point.positions:
        speaker = lookup.statements[one.statement].speaker
        if speaker:
            by_speaker[speaker].append(one)
    changed = {one.speaker for one in changes(lookup, point)}
    return {
        speaker: Cell(
            tuple((one.stance, lookup.statements[one.statement]) for one in in_order(lookup, positions)),
            speaker in changed,
        )
        for speaker, positions in by_speaker.items()
    }
