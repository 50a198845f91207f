"""The type of a deed: what the network makes of its words where they stand, and what its verb or noun tells anywhere.

How often the labels of the training articles give a verb or noun each type stands in `data/en/deed_types.toml`, which
`training/deed_types.py` writes; the lists of verbs count as a few labels more.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import log

from onrecord.wordlists import table

LISTED = 4
"""Labels that the type in the lists counts for: on articles held aside 1 and 4 are right alike (0.787, 0.786), on
invented affairs more of them somewhat more often."""
_LITTLE = 1e-3
"""Chance (0–1) that is as good as none: no single witness rules a type out."""


def likeliest(chances: Mapping[str, float], lemma: str, listed: str | None) -> str:
    """The likeliest type of a deed.

    Args:
        chances: what the network gives each type (0–1).
        lemma: the verb or noun by which the deed is known.
        listed: the type that the lists give it; None: it is in none.
    """
    known, usual = _labelled().get(lemma, {}), _usual()
    count = sum(known.values()) + 1 + LISTED * (listed is not None)

    def score(kind: str) -> float:
        share = (known.get(kind, 0) + usual.get(kind, 0.0) + LISTED * (kind == listed)) / count
        return log(chances[kind] + _LITTLE) + log(share + _LITTLE)

    return max(chances, key=score)


@cache
def _labelled() -> dict[str, dict[str, int]]:
    """For each verb or noun the number of labels of each type."""
    found = {}
    for lemma, told in table("deed_types")["lemmas"].items():
        words = told.split()
        found[lemma] = dict(zip(words[::2], map(int, words[1::2]), strict=True))
    return found


@cache
def _usual() -> dict[str, float]:
    """The share (0–1) that each type has in all labels."""
    counts: dict[str, int] = table("deed_types")["all"]
    return {kind: count / sum(counts.values()) for kind, count in counts.items()}
