"""Things grouped by how strongly they hang together: more strongly within a group than chance would have it.

The groups are those of the greatest modularity (Newman 2004) that moving single things, then whole groups, finds
(Blondel and others 2008). How many there are follows from the strengths. What hangs together with everything does not
draw everything to it, as it does where only averages count.
"""

from __future__ import annotations

import numpy as np

from onrecord.encoder import Floats

_ROUNDS = 20  # passes over all things; six affairs took 9 at most
_GAIN = 1e-6  # what a move must gain, so that rounding moves nothing to and fro


def communities(strength: Floats) -> list[list[int]]:
    """The numbers of the things of each group, in order.

    Args:
        strength: (n, n) how strongly two hang together, 0 or more, symmetric.
    """
    gain = _beyond_chance(strength)
    labels = np.arange(len(gain))
    while True:
        known, number = np.unique(labels, return_inverse=True)
        members = np.eye(len(known))[number]
        labels = _moved(members.T @ gain @ members, np.arange(len(known)))[number]
        if len(np.unique(labels)) == len(known):
            break
    labels = _moved(gain, labels)
    groups = [np.flatnonzero(labels == one).tolist() for one in np.unique(labels)]
    return sorted(groups)


def _beyond_chance(strength: Floats) -> np.ndarray:
    """By how much two hang together more strongly than by how strongly each hangs together with all."""
    links = strength.astype(np.float64)
    np.fill_diagonal(links, 0)
    total = links.sum(axis=1)
    return np.asarray(links - np.outer(total, total) / max(total.sum(), 1e-12))


def _moved(gain: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """The labels after each thing went to the group in which it gains most, until none gains."""
    labels = labels.copy()
    size = labels.max(initial=0) + 1
    for _ in range(_ROUNDS):
        before = labels.copy()
        for one, row in enumerate(gain):
            gains = np.bincount(labels, weights=row, minlength=size)
            gains[labels[one]] -= row[one]
            best = int(gains.argmax())
            if gains[best] > gains[labels[one]] + _GAIN:
                labels[one] = best
        if (labels == before).all():
            break
    return labels
