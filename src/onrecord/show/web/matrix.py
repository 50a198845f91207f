"""Who stands where: speakers by points, as a table, and the stances of one speaker in their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

from onrecord.keep import Parts
from onrecord.model import Point, Position, Stance, Statement
from onrecord.show.dates import long_date, order
from onrecord.show.disputed import changes
from onrecord.show.lookup import Lookup
from onrecord.show.web.addresses import FEW

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


class Stand(NamedTuple):
    """What one speaker says of a point, with the dates."""

    point: Point
    told: tuple[tuple[Stance, Statement, str], ...]
    changed: bool
    address: str
    """Of the point in the list of all."""


def matrix(lookup: Lookup, points: Sequence[Point]) -> Matrix:
    """The known speakers by the points, those who stand on most of them first."""
    cells = {point.id: _cells(lookup, point) for point in points}
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


def stands(parts: Parts, numbers: Mapping[str, int], entity: str) -> list[Stand]:
    """Where one speaker stands on each of the points, by date, and whether they changed sides.

    `numbers` are those of the points in the list of all, by id.
    """
    points: dict[str, Point] = parts.items("points", numbers)
    lookup = Lookup(parts.around(sorted({one.statement for point in points.values() for one in point.positions})))
    found = []
    for point in points.values():
        cell = _cells(lookup, point).get(entity)
        if cell is not None:
            told = tuple((stance, one, long_date(one.said_on)) for stance, one in cell.told)
            page = (numbers[point.id] - 1) // FEW + 1
            found.append(Stand(point, told, cell.changed, f"/points?page={page}#point-{quote(point.id)}"))
    return found


def _cells(lookup: Lookup, point: Point) -> dict[str, Cell]:
    by_speaker: dict[str, list[Position]] = defaultdict(list)
    for one in point.positions:
        speaker = lookup.statements[one.statement].speaker
        if speaker:
            by_speaker[speaker].append(one)
    changed = {one.speaker for one in changes(lookup, point)}
    return {
        speaker: Cell(
            tuple(
                (one.stance, lookup.statements[one.statement])
                for one in sorted(positions, key=lambda one: order(lookup.statements[one.statement].said_on))
            ),
            speaker in changed,
        )
        for speaker, positions in by_speaker.items()
    }
