"""The measures that every score is made of: F1, a share, the one-to-one pairing of items, B-cubed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import TypeVar

from onrecord.bench.letters import overlap

Rows = dict[str, float | None]
"""Figures by name, in the order they are shown. None: there was nothing to judge."""

A = TypeVar("A")
K = TypeVar("K", int, str)


def f1(hits: float, mine: int, gold: int) -> float | None:
    """Harmonic mean of precision (hits of `mine`) and recall (hits of `gold`), 0–1; None where both sides are empty."""
    return 2 * hits / (mine + gold) if mine + gold else None


def share(verdicts: Iterable[bool]) -> float | None:
    """The share of true ones, 0–1; None where there are none at all."""
    given = list(verdicts)
    return sum(given) / len(given) if given else None


def pairs(gold: Mapping[K, Set[A]], mine: Mapping[K, Set[A]], least: float) -> dict[K, K]:
    """Pairs {gold id: my id}, one to one, taken greedily by overlap, none below `least`; ties go by id."""
    scored = ((-overlap(g, m), gold_id, my_id) for gold_id, g in gold.items() for my_id, m in mine.items() if g & m)
    chosen: dict[K, K] = {}
    used: set[K] = set()
    for score, gold_id, my_id in sorted(scored):
        if -score >= least and gold_id not in chosen and my_id not in used:
            chosen[gold_id] = my_id
            used.add(my_id)
    return chosen


def b_cubed(key: Sequence[Set[A]], response: Sequence[Set[A]]) -> float:
    """B-cubed F1 of two clusterings of mentions, 0–1 (Bagga and Baldwin 1998).

    For each mention, the share of its own cluster that the other side keeps together with it; the mean over the key is
    recall, over the response precision. No mention may stand in two clusters of one side.
    """
    recalled, precise = _kept_together(key, response), _kept_together(response, key)
    if not recalled or not precise:
        return 0.0
    marked, given = sum(map(len, key)), sum(map(len, response))
    return 2 * recalled * precise / (recalled * given + precise * marked)


def _kept_together(clusters: Sequence[Set[A]], other: Sequence[Set[A]]) -> float:
    """Over all mentions, the sum of the share of its cluster that `other` keeps together with it."""
    where = {mention: n for n, cluster in enumerate(other) for mention in cluster}
    kept = 0.0
    for cluster in clusters:
        parts = Counter(where[mention] for mention in cluster if mention in where)
        kept += sum(n * n for n in parts.values()) / len(cluster)
    return kept


def united(sets: Iterable[Set[A]]) -> frozenset[A]:
    """All that is in any of the sets."""
    return frozenset().union(*sets)
