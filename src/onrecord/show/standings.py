"""Points in dispute as the page and the browser show them: their wording, who takes which side, and who changed it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from onrecord.model import Point, Position, Stance
from onrecord.show.cards import Card
from onrecord.show.lookup import Lookup
from onrecord.show.sides import changes, grouped, taken, tally, told_change, who


class Stood(msgspec.Struct, frozen=True):
    """A statement on a point: its card, who says it, and what shows the side."""

    card: Card
    who: str
    why: str


class Standing(msgspec.Struct, frozen=True):
    """A point with all that is shown of it."""

    point: Point
    tally: str
    worded: Card | None
    """The statement that the wording is taken from; None where it is not at hand."""
    sides: tuple[tuple[Stance, tuple[Stood, ...]], ...]
    turned: tuple[str, ...]
    """Who changed sides, a sentence each."""


def standings(
    lookup: Lookup, points: Iterable[Point], cards: Mapping[str, Card]
) -> tuple[tuple[str, tuple[Standing, ...]], ...]:
    """The points under their headings; `cards` are those of their statements, by the statement's id."""
    return tuple((name, tuple(_standing(lookup, one, cards) for one in group)) for name, group in grouped(points))


def _standing(lookup: Lookup, point: Point, cards: Mapping[str, Card]) -> Standing:
    return Standing(
        point=point,
        tally=tally(point.positions),
        worded=cards.get(point.taken_from),
        sides=tuple(
            (side, tuple(_stood(lookup, one, cards) for one in positions)) for side, positions in taken(lookup, point)
        ),
        turned=tuple(told_change(lookup, one) for one in changes(lookup, point)),
    )


def _stood(lookup: Lookup, one: Position, cards: Mapping[str, Card]) -> Stood:
    return Stood(cards[one.statement], who(lookup, lookup.statements[one.statement]), one.why or "")
