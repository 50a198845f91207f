"""The affairs of a pile: reports that tell of the same people and bodies, and of the same things, about the same time.

Each report, the oldest first, joins the affair that it is most like, or opens one. How alike they are is the cosine of
the meaning of their openings and that of the names in them, rarer names counting more, both on average over the reports
of the affair: so a subject that is always in the news does not draw everything to it. An affair that no report told of
for three months is closed to dated reports.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from math import log, sqrt

import numpy as np

from onrecord.days import days_of
from onrecord.encoder import WIDTH, Floats, Ints
from onrecord.match.meanings import Meanings
from onrecord.model import Entity, Report

ALIKE = 0.4
"""Mean cosine of meaning and mean cosine of names, added (0–2), from which a report belongs to an affair.

Of 47 pairs of real reports on one story (AllSides, as paired in the Partisan Event Dataset) it keeps 44 whole, and the
largest affair has 10 of the 100 reports; the five invented affairs of development stay whole; of 400 articles on one
election the largest has 39. 0.5, with a month, keeps 43 pairs, with an affair of 22 articles. Against the affair as a
whole instead of on average, from 0.6, it kept 40 pairs, with affairs of 13 reports and 74 articles."""
_QUIET = timedelta(days=90)
"""After so long without a report an affair is closed: longer than the pauses of six invented affairs. Of the 47 pairs
44 stay whole, as with four months; 45 with two and 41 with six."""
_NEAREST = 32  # affairs whose names are compared: those nearest in meaning, so that a large pile stays fast
_OPENING = 600  # characters from the headline on by whose meaning a report is known


class _Affairs:
    """The affairs that there are so far, each with what its reports have in common."""

    def __init__(self, most: int) -> None:
        """None yet, of `most` that there may be."""
        self.members: list[list[str]] = []
        self.names: list[dict[str, float]] = []
        self.latest: Ints = np.zeros(most, np.int64)
        self.sizes: Floats = np.zeros(most, np.float32)
        self.meanings: Floats = np.zeros((most, WIDTH), np.float32)

    def most_like(self, meaning: Floats, names: Mapping[str, float], day: date | None) -> int | None:
        """The affair that a report belongs to: the one it is most like, the oldest of several; None if to none."""
        latest = self.latest[: len(self.members)]
        numbers = np.nonzero(latest >= (day.toordinal() - _QUIET.days if day else 0))[0]
        near = (self.meanings[numbers] @ meaning) / self.sizes[numbers]
        nearest = numbers
        if len(numbers) > _NEAREST:
            least = np.partition(near, -_NEAREST)[-_NEAREST]
            nearest = numbers[near >= least]  # all that are as near as the last, so that no order decides
        scored = [(self._likeness(int(n), meaning, names), -int(n)) for n in nearest]
        score, number = max(scored, default=(0.0, 0))
        return -number if score >= ALIKE else None

    def add(self, number: int | None, report: str, meaning: Floats, names: Mapping[str, float], day: date) -> None:
        """Put a report into an affair, or into a new one."""
        if number is None:
            number = len(self.members)
            self.members.append([])
            self.names.append(defaultdict(float))
        self.members[number].append(report)
        self.sizes[number] += 1
        self.meanings[number] += meaning
        self.latest[number] = max(self.latest[number], day.toordinal())
        for name, weight in names.items():
            self.names[number][name] += weight

    def _likeness(self, number: int, meaning: Floats, names: Mapping[str, float]) -> float:
        """The mean cosine of meaning and that of names, of a report and those of an affair.

        The meaning is multiplied row by row: what a whole table gives may depend on the processors at work.
        """
        theirs = self.names[number]
        shared = sum(weight * theirs[name] for name, weight in names.items() if name in theirs)
        return (float(self.meanings[number] @ meaning) + shared) / len(self.members[number])


def affairs(reports: Sequence[Report], entities: Iterable[Entity], meanings: Meanings) -> tuple[tuple[str, ...], ...]:
    """The ids of the reports of each affair, in the order of `reports`; a report alone is an affair."""
    names = _names(entities)
    found = _Affairs(len(reports))
    meanings.read(map(_opening, reports))
    for report in sorted(reports, key=lambda one: (one.published or "9999", one.id)):
        own = names.get(report.id, {})
        meaning = meanings.of(_opening(report))
        days = days_of(report.published)
        number = found.most_like(meaning, own, days.first if days else None)
        found.add(number, report.id, meaning, own, days.last if days else date.max)
    place = {report.id: n for n, report in enumerate(reports)}
    groups = [tuple(sorted(one, key=place.__getitem__)) for one in found.members]
    return tuple(sorted(groups, key=lambda group: place[group[0]]))


def _opening(report: Report) -> str:
    start = report.headline.start if report.headline else 0
    return report.text[start : start + _OPENING]


def _names(entities: Iterable[Entity]) -> dict[str, dict[str, float]]:
    """The weight of each name in each report, all of a report's together of length one."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in entities:
        if one.is_named:
            counts[one.name.casefold()].update(mention.report for mention in one.mentions)
    total = len({report for own in counts.values() for report in own})
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for name, own in counts.items():
        for report, count in own.items():
            found[report][name] = sqrt(count) * log(1 + total / len(own))
    for weights in found.values():
        norm = sqrt(sum(weight * weight for weight in weights.values()))
        for name in weights:
            weights[name] /= norm
    return found
