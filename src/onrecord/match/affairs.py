"""The affairs of a pile: reports that tell of the same people and bodies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from onrecord.model import Entity, Report

_SHARED = 3
"""Weight of the names that two reports share from which they are about one affair: two for a person or body, one for a
place or country. One shared name (a president, an agency) joins what has nothing to do with each other."""
_WEIGHT = {"person": 2, "organisation": 2, "place": 1, "country": 1}
_CROWD = 64  # reports: a name that more of them have joins none, so that a large pile stays fast and parts at all


def affairs(reports: Sequence[Report], entities: Iterable[Entity]) -> tuple[tuple[str, ...], ...]:
    """The ids of the reports of each affair, in the order of `reports`; a report alone is an affair."""
    holders: dict[str, set[str]] = defaultdict(set)
    weights: dict[str, int] = {}
    for one in entities:
        if one.type in _WEIGHT:
            name = one.name.casefold()
            holders[name] |= {mention.report for mention in one.mentions}
            weights[name] = max(weights.get(name, 0), _WEIGHT[one.type])
    shared: Counter[tuple[str, str]] = Counter()
    for name, those in holders.items():
        if len(those) <= _CROWD:
            for pair in combinations(sorted(those), 2):
                shared[pair] += weights[name]
    root = {report.id: report.id for report in reports}
    for (a, b), count in sorted(shared.items()):
        if count >= _SHARED:
            root[_top(root, a)] = _top(root, b)
    found: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        found[_top(root, report.id)].append(report.id)
    return tuple(tuple(group) for group in found.values())


def _top(root: dict[str, str], one: str) -> str:
    while root[one] != one:
        root[one] = root[root[one]]
        one = root[one]
    return one
