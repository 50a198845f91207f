"""The affairs of a pile: reports that tell of the same people and bodies, and of the same things.

Each report, the oldest first, joins the affair that it is most like, or opens one. How alike they are is the cosine of
the meaning of their openings and that of the names in them, rarer names counting more, both against all reports of the
affair together: a report that touches two affairs does not join them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

import numpy as np

from onrecord.encoder import Floats
from onrecord.match.meanings import Meanings
from onrecord.model import Entity, Report

ALIKE = 0.6
"""Cosine of meaning and cosine of names, added (0–2), from which a report belongs to an affair.

Of 44 pairs of real reports on one story (AllSides, as paired in the Partisan Event Dataset) it keeps 37 whole, and the
largest affair has 13 of the 89 reports; the four invented affairs of development stay whole. 0.5 keeps 41 pairs and
makes an affair of 16; 0.7 keeps 35 and parts one of the four."""
_OPENING = 600  # characters from the headline on by whose meaning a report is known


class _Affair:
    """The reports of one affair and what they have in common."""

    def __init__(self) -> None:
        self.members: list[str] = []
        self.meaning: Floats | None = None
        self.names: dict[str, float] = defaultdict(float)

    def likeness(self, meaning: Floats, names: Mapping[str, float]) -> float:
        if self.meaning is None:
            return 0.0
        near = float(self.meaning @ meaning) / float(np.linalg.norm(self.meaning))
        shared = sum(weight * self.names[name] for name, weight in names.items() if name in self.names)
        norms = _norm(names) * _norm(self.names)
        return near + (shared / norms if norms else 0.0)

    def add(self, report: str, meaning: Floats, names: Mapping[str, float]) -> None:
        self.members.append(report)
        self.meaning = meaning if self.meaning is None else self.meaning + meaning
        norm = _norm(names) or 1.0
        for name, weight in names.items():
            self.names[name] += weight / norm


def affairs(reports: Sequence[Report], entities: Iterable[Entity], meanings: Meanings) -> tuple[tuple[str, ...], ...]:
    """The ids of the reports of each affair, in the order of `reports`; a report alone is an affair."""
    names = _names(entities)
    found: list[_Affair] = []
    for report in sorted(reports, key=lambda one: (one.published or "9999", one.id)):
        own = names.get(report.id, {})
        meaning = meanings.of(_opening(report))
        scored = [(one.likeness(meaning, own), -n) for n, one in enumerate(found)]
        score, number = max(scored, default=(0.0, 0))
        if score >= ALIKE:
            found[-number].add(report.id, meaning, own)
        else:
            found.append(_Affair())
            found[-1].add(report.id, meaning, own)
    place = {report.id: n for n, report in enumerate(reports)}
    groups = [tuple(sorted(one.members, key=place.__getitem__)) for one in found]
    return tuple(sorted(groups, key=lambda group: place[group[0]]))


def _opening(report: Report) -> str:
    start = report.headline.start if report.headline else 0
    return report.text[start : start + _OPENING]


def _names(entities: Iterable[Entity]) -> dict[str, dict[str, float]]:
    """The weight of each name in each report."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in entities:
        if one.type not in ("unnamed", "group"):
            counts[one.name.casefold()].update(mention.report for mention in one.mentions)
    total = len({report for own in counts.values() for report in own})
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for name, own in counts.items():
        for report, count in own.items():
            found[report][name] = sqrt(count) * log(1 + total / len(own))
    return found


def _norm(weights: Mapping[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in weights.values()))
