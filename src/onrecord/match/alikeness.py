"""How much two reports tell of the same people and bodies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import sqrt

from onrecord.days import days_of
from onrecord.model import Entity

FRESH = 10
"""Days between two reports from which a deed that they share without saying whose is not taken for one: a report tells
fresh news."""


class Alikeness:
    """How much two reports tell of the same people and bodies."""

    def __init__(self, entities: Sequence[Entity], published: Mapping[str, str | None]) -> None:
        """Count the names; `published` are the dates of the reports, by their ids."""
        self._published = {report: days for report, date in published.items() if (days := days_of(date))}
        named = [one for one in entities if one.is_named]
        self.named = frozenset(one.id for one in named)
        """The ids of those who have a name."""
        self._weights: dict[str, dict[str, float]] = defaultdict(dict)
        for one in named:
            counts = Counter(m.report for m in one.mentions)
            for report, count in counts.items():
                self._weights[report][one.id] = sqrt(count)
        self._norms = {report: sqrt(sum(w * w for w in own.values())) for report, own in self._weights.items()}

    def of(self, a: str, b: str, *, is_one_day: bool = False) -> float:
        """The cosine of two reports' names, 0–1; 1 for a report and itself, 0 for those far apart in time.

        Args:
            a: the id of a report.
            b: the id of another.
            is_one_day: whether both tell on which day it was that they are compared for: then no time is far.
        """
        if a == b:
            return 1.0
        one, other = self._weights.get(a, {}), self._weights.get(b, {})
        if not is_one_day and self._far(a, b):
            return 0.0
        shared = sum(weight * other[key] for key, weight in one.items() if key in other)
        return shared / (self._norms[a] * self._norms[b]) if shared else 0.0

    def _far(self, a: str, b: str) -> bool:
        """Whether two reports certainly appeared more than `FRESH` days apart."""
        one, other = self._published.get(a), self._published.get(b)
        if one is None or other is None:
            return False
        return one.gap(other) > FRESH
