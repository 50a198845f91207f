"""Which of the names around a pronoun or a description the network takes for the one that it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.find.name import Named
from onrecord.find.phrases import Range
from onrecord.find.plain import Plain
from onrecord.find.reader import Reading

_MOST = 8.0  # a score counts up to this, either way


@dataclass(frozen=True)
class Linked:
    """What the network makes of one expression."""

    scores: dict[int, float]
    """For each one named in the same window: the log of the odds that it is meant rather than nobody."""
    chances: dict[int, float]
    """The same as probabilities (0–1); what they lack to 1 is nobody's."""

    @property
    def nobody(self) -> float:
        """The probability (0–1) that nobody is meant whom the window names."""
        return 1 - sum(self.chances.values())

    def numbers(self, n: int) -> list[float]:
        """Of one: whether the window names it, its score, its chance, whether that is the greatest of all."""
        if n not in self.scores:
            return [0.0] * 4
        is_best = self.chances[n] == max(self.chances.values())
        return [1.0, max(-_MOST, min(_MOST, self.scores[n])) / 4, self.chances[n], float(is_best)]


class Links:
    """The names of a report as answers to what its expressions ask for."""

    def __init__(self, named: Sequence[Named], plain: Plain, reading: Reading) -> None:
        self._plain, self._reading = plain, reading
        self._names: list[tuple[int, int]] = []
        for n, one in enumerate(named):
            for name in one.names:
                if span := plain.mine((name.name_start, name.end)):
                    self._names.append((reading.pieces_at(span)[0], n))
        self._names.sort()

    def of(self, asked: Range, candidates: Iterable[int]) -> Linked:
        """Whom an expression may stand for, of those given by their numbers.

        All names of one in the window that shows most of what stands before the expression count together.
        """
        among = set(candidates)
        span = self._plain.mine(asked)
        if span is None:
            return Linked({}, {})
        start, end, scores = self._reading.links(self._reading.pieces_at(span))
        found: dict[int, list[float]] = {}
        for piece, n in self._names:
            if n in among and start <= piece < end:
                found.setdefault(n, []).append(float(scores[piece - start]))
        sums = {n: float(np.logaddexp.reduce(each)) for n, each in found.items()}
        every = np.logaddexp.reduce([0.0, *sums.values()])
        return Linked(sums, {n: float(np.exp(one - every)) for n, one in sums.items()})
