"""Reports that name the same people and bodies within a few days of each other, found without comparing all of a pile.

Two reports are held against each other only where they name somebody both and their days allow it: reports are put in
the order of their days, and for each name only those within the days asked for are looked at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import sqrt

import numpy as np
import numpy.typing as npt

from onrecord.days import days_of
from onrecord.encoder import Ints
from onrecord.model import Entity

Cosines = npt.NDArray[np.float64]
_MOST = 64  # reports that one is tied to: of more, those that are most alike
_NO_DAY = date.max.toordinal()  # where reports without a date stand: behind all others, near each of them


def kindred(
    entities: Iterable[Entity], published: Mapping[str, str | None], least: float, days: int
) -> dict[str, list[str]]:
    """For each report those that stand behind it in the order of days and are about as like.

    Args:
        entities: across reports; of those without a name nothing counts.
        published: the dates of the reports, by their ids.
        least: cosine (0–1) of the names of two reports, each counting by the root of its mentions.
        days: between two reports, beyond which they are not compared; a report without a date is near every other.
    """
    weights = _weights(entities)
    reports, firsts, lasts = _in_order(weights, published)
    place = {report: n for n, report in enumerate(reports)}
    held = _held(weights, place)
    undated = int(np.searchsorted(firsts, _NO_DAY))
    alike = np.zeros(len(reports))
    found: dict[str, list[str]] = {}
    for n, report in enumerate(reports):
        end = int(np.searchsorted(firsts, lasts[n] + days, "right")) if n < undated else len(reports)
        ranges = [(n + 1, min(end, undated)), (max(n + 1, undated), len(reports))]
        for name, weight in weights[report].items():
            places, others = held[name]
            for start, stop in ranges:
                near = slice(*np.searchsorted(places, (start, stop)))
                alike[places[near]] += weight * others[near]
        found[report] = [reports[m] for m in _most(alike, ranges, least)]
        for start, stop in ranges:
            alike[start:stop] = 0.0
    return found


def _weights(entities: Iterable[Entity]) -> dict[str, dict[str, float]]:
    """What each name counts in each report; all of a report's together have length one."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for one in entities:
        if one.is_named:
            for report, count in Counter(mention.report for mention in one.mentions).items():
                found[report][one.id] = sqrt(count)
    for own in found.values():
        norm = sqrt(sum(weight * weight for weight in own.values()))
        for name in own:
            own[name] /= norm
    return found


def _in_order(reports: Iterable[str], published: Mapping[str, str | None]) -> tuple[list[str], Ints, Ints]:
    """The reports by their first possible day, with that and the last; those without a date come last."""
    known = {report: days_of(published.get(report)) for report in reports}
    rows = sorted(
        (days.first.toordinal() if days else _NO_DAY, report, days.last.toordinal() if days else _NO_DAY)
        for report, days in known.items()
    )
    firsts, lasts = (np.array([row[n] for row in rows], np.int64) for n in (0, 2))
    return [report for _, report, _ in rows], firsts, lasts


def _held(weights: Mapping[str, Mapping[str, float]], place: Mapping[str, int]) -> dict[str, tuple[Ints, Cosines]]:
    """For each name the places of the reports that have it, in order, and what it counts there."""
    found: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for report, own in weights.items():
        for name, weight in own.items():
            found[name].append((place[report], weight))
    return {
        name: (np.array([n for n, _ in sorted(rows)], np.int64), np.array([w for _, w in sorted(rows)]))
        for name, rows in found.items()
    }


def _most(alike: Cosines, ranges: Sequence[tuple[int, int]], least: float) -> list[int]:
    """The places that are as like as asked, in order: of too many those that are most."""
    places = [int(n) + start for start, stop in ranges for n in np.nonzero(alike[start:stop] >= least)[0]]
    return sorted(sorted(places, key=lambda n: (-round(float(alike[n]), 6), n))[:_MOST])
