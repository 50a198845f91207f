"""Tellings that are one act of speaking because both are one with a third.

A headline shares little with how another report tells the words that it condenses; but where the headline condenses a
sentence of its own report, and another report tells that very sentence, all three are one act of speaking. One step is
taken, over a link within a report, and never where the two turn each other round, or their days or speakers differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from onrecord.match.candidates import days_fit, one_side
from onrecord.match.likeness import Likeness, turned_round
from onrecord.match.meanings import Meanings
from onrecord.match.said import Said

Joined = dict[tuple[str, str], tuple[Said, Said, Likeness]]
"""Two tellings and how alike they are, by the ids of the statements that stand for them, the lower first."""
_CROWD = 32  # tellings that one is joined with: of more, no others are joined through it


class _Neighbour(NamedTuple):
    """A telling that another is joined with."""

    key: str
    place: int | None
    """The number of the sentence of that other which it tells; None where it is the whole."""
    in_report: bool
    score: float


def further(joined: Joined, stand_for: Mapping[str, Said], meanings: Meanings) -> Joined:
    """The further pairs, each through the telling that both are joined with.

    Args:
        joined: the pairs so far.
        stand_for: the statement that stands for each telling, by its id.
        meanings: tells how near words are.
    """
    found: Joined = {}
    for middle, others in _neighbours(joined).items():
        if len(others) <= _CROWD:
            for one, other in _reached(others):
                pair = (min(one.key, other.key), max(one.key, other.key))
                a, b = stand_for[pair[0]], stand_for[pair[1]]
                if pair not in joined and pair not in found and _may_be_one(a, b, meanings):
                    why = f"both are one with “{_opening(stand_for[middle])}”"
                    found[pair] = a, b, Likeness(round(min(one.score, other.score), 3), 0, why)
    return found


def _neighbours(joined: Joined) -> dict[str, list[_Neighbour]]:
    found: dict[str, list[_Neighbour]] = defaultdict(list)
    for (low, high), (a, b, likeness) in joined.items():
        in_report = a.statement.report == b.statement.report
        places = likeness.places or (None, None)
        here, there = places if a.statement.id == low else (places[1], places[0])
        found[low].append(_Neighbour(high, here, in_report, likeness.score))
        found[high].append(_Neighbour(low, there, in_report, likeness.score))
    return found


def _reached(others: list[_Neighbour]) -> Iterator[tuple[_Neighbour, _Neighbour]]:
    """The pairs of which one is of the same report, and which tell the same sentence."""
    for one, other in combinations(others, 2):
        is_same = one.place is None or other.place is None or one.place == other.place
        if is_same and (one.in_report or other.in_report):
            yield one, other


def _may_be_one(a: Said, b: Said, meanings: Meanings) -> bool:
    if not days_fit(a, b) or not one_side(a, b) or a.statement.id == b.statement.inside:
        return False
    return b.statement.id != a.statement.inside and not turned_round(a.sentences, b.sentences, meanings.near)


def _opening(one: Said) -> str:
    words = one.statement.content[0].text
    return words if len(words) <= 40 else f"{words[:40].rstrip()}…"
