"""Where one speaker stands on the points in dispute."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote

from onrecord.keep import Parts
from onrecord.model import Point, Stance, Statement
from onrecord.show.dates import long_date
from onrecord.show.lookup import Lookup
from onrecord.show.matrix import cells_of
from onrecord.show.web.addresses import FEW


class Stand(NamedTuple):
    """What one speaker says of a point, with the dates."""

    point: Point
    told: tuple[tuple[Stance, Statement, str], ...]
    changed: bool
    address: str
    """Of the point in the list of all."""


def stands(parts: Parts, numbers: Mapping[str, int], entity: str) -> list[Stand]:
    """Where one speaker stands on each of the points, by date, and whether they changed sides.

    `numbers` are those of the points in the list of all, by id.
    """
    points: dict[str, Point] = parts.items("points", numbers)
    lookup = Lookup(parts.around(sorted({one.statement for point in points.values() for one in point.positions})))
    found = []
    for point in points.values():
        cell = cells_of(lookup, point).get(entity)
        if cell is not None:
            told = tuple((stance, one, long_date(one.said_on)) for stance, one in cell.told)
            page = (numbers[point.id] - 1) // FEW + 1
            found.append(Stand(point, told, cell.changed, f"/points?page={page}#point-{quote(point.id)}"))
    return found
