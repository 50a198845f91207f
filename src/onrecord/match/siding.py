"""Which side each statement on a point takes: that of the statement which words the point, or the other one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from onrecord.encoder import Floats
from onrecord.match.bearings import Bearings
from onrecord.model import Stance, Statement

_ROUNDS = 10  # in which every statement hears all others; later ones change nothing on six affairs
_OTHERS = 2.0
"""How much the others count. On 72 labelled stories that nothing was fitted on stances are right by the words of the
point in 0.718, 0.718 and 0.724 of 602 with 1, 1.5 and 2, on ten affairs with a record by hand in 0.790, 0.795 and 0.795
of 195; where acts and negations count beside them, as they once did, in 0.689 and 0.749."""
_SURE = 0.25
"""How far from 0 a statement must stand, from -1 to 1; else its side is unclear. On these stories, with 0, 0.25 and
0.45: right 0.724, 0.740 and 0.758, unclear 0, 0.09 and 0.18, F1 of positions 0.379, 0.372 and 0.362; on these affairs
right 0.795, 0.800 and 0.801, unclear 0, 0.03 and 0.07, F1 0.331, 0.334 and 0.326."""
_PLAIN = 0.3
"""Chance that two statements are on one point and on one side, or on two, from which it is said plainly that the one
says so or denies it; below, that it is rather with or against it. A third of the pairs in three affairs have it."""
_SMALL = 9  # statements below which the others count less, since few of them may err together


class Side(NamedTuple):
    """One statement on a point: its stance, and why it is taken to have it."""

    statement: Statement
    stance: Stance
    why: str


def sided(statements: Sequence[Statement], held: Bearings, wording: int) -> tuple[Side, ...]:
    """The stance of each statement on a point; "for" is the side of those who say what its words say.

    Only how two bear on each other counts, acts and negations as far as they are part of that: it goes out from the
    statement that words the point, and each draws all others to its own side or to the other one.

    Args:
        statements: those on the point.
        held: how these bear on each other.
        wording: the number of the one whose words stand for the point; of a denial they are what it denies.
    """
    first = -1.0 if statements[wording].act == "deny" else 1.0
    pulls = _pulls(held)
    stand = np.zeros(len(statements))
    for _ in range(_ROUNDS):
        stand[wording] = first
        stand = np.tanh(pulls @ stand)
    stand[wording] = first
    direct = first * pulls[wording]
    direct[wording] = first
    plain = np.maximum(held.same[wording], held.opposite[wording]) >= _PLAIN
    plain[wording] = True
    rows = zip(statements, direct.tolist(), stand.tolist(), plain.tolist(), strict=True)
    return tuple(_side(one, *told) for one, *told in rows)


def _pulls(held: Bearings) -> Floats:
    """How strongly each draws every other to its own side, or to the other one where it is below 0."""
    found = (held.same - held.opposite) / (held.same + held.opposite + 1e-6)
    np.fill_diagonal(found, 0)
    return np.asarray(_OTHERS * found / max(len(found), _SMALL) ** 0.5, np.float32)


def _side(one: Statement, direct: float, stand: float, is_plain: bool) -> Side:
    if abs(stand) < _SURE:
        return Side(one, "unclear", "neither its words nor those near it show a side")
    stance: Stance = "for" if stand > 0 else "against"
    if (direct > 0) != (stand > 0):
        return Side(one, stance, "by what those on its side say")
    if not is_plain:
        return Side(one, stance, f"on the matter, and rather {'with' if stance == 'for' else 'against'} these words")
    if stance == "for":
        return Side(one, stance, "says so")
    return Side(one, stance, "denies it" if one.act == "deny" else "says the opposite")
