"""Which side each statement on a point takes: told by its act and words, and by those it stands with or against."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from onrecord.encoder import Floats
from onrecord.match.bearings import Bearings
from onrecord.match.wording import denies, text_of
from onrecord.model import Stance, Statement

_ROUNDS = 10  # in which every statement hears all others; later ones change nothing on six affairs
_DENIAL, _NEGATION = -1.0, -0.5
"""Where a statement stands before it hears the others, from -1 (against) to 1; else a little for what is said."""
_OTHERS = 1.5
"""How much the others count beside that. Mean F1 of positions on 56 labelled stories, each read by what was fitted on
others, with 0, 1, 1.5, 2 and 3: 0.360, 0.372, 0.382, 0.383 and 0.387. That measure cares little for which side is
which: from 2 on, a plain "should not" is drawn over to what it turns round."""
_SURE = 0.45
"""How far from 0 a statement must stand, from -1 to 1; else its side is unclear. What its own plain words tell alone
stands at 0.46. On 62 labelled stories that nothing was fitted on, with 0, 0.3, 0.45 and 0.6: sides right 0.80, 0.82,
0.83 and 0.84, unclear 0, 0.07, 0.13 and 0.23, F1 of positions 0.397, 0.391, 0.386 and 0.358; on ten affairs with a
record by hand sides right 0.81, 0.83, 0.85 and 0.85, unclear 0, 0.07, 0.11 and 0.19, F1 0.365, 0.361, 0.355, 0.349."""
_SMALL = 9  # statements below which the others count less, since few of them may err together


class Side(NamedTuple):
    """One statement on a point: its stance, and why it is taken to have it."""

    statement: Statement
    stance: Stance
    why: str


def sided(statements: Sequence[Statement], held: Bearings) -> tuple[Side, ...]:
    """The stance of each statement on a point; "for" is the side of those who rather say so than deny it.

    Args:
        statements: those on the point.
        held: how these bear on each other.
    """
    own = np.array([_own(one) for one in statements])
    pulls = _pulls(held)
    stand = own
    for _ in range(_ROUNDS):
        stand = np.tanh(own + pulls @ stand)
    return tuple(_side(one, float(first), float(last)) for one, first, last in zip(statements, own, stand, strict=True))


def _own(one: Statement) -> float:
    if one.act == "deny":
        return _DENIAL
    return _NEGATION if denies(text_of(one)) else -_NEGATION


def _pulls(held: Bearings) -> Floats:
    """How strongly each draws every other to its own side, or to the other one where it is below 0."""
    found = (held.same - held.opposite) / (held.same + held.opposite + 1e-6)
    np.fill_diagonal(found, 0)
    return np.asarray(_OTHERS * found / max(len(found), _SMALL) ** 0.5, np.float32)


def _side(one: Statement, own: float, stand: float) -> Side:
    if abs(stand) < _SURE:
        return Side(one, "unclear", "neither its words nor those near it show a side")
    if (own >= 0) != (stand >= 0):
        return Side(one, "for" if stand >= 0 else "against", "by what those on its side say")
    return Side(one, "for", "says so") if stand >= 0 else Side(one, "against", "denies it, by its act or a negation")
