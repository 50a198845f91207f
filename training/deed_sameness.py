"""Fits how likely two mentions tell one event, on the training part of ECB+, read as the product reads it.

    python -m training.deed_sameness BENCHMARKS

Pairs are those that the product compares, all documents being one pile, of the sentences whose coreference was checked.
A logistic regression over the features of `match.deed_sameness` is written to
`src/onrecord/data/en/deed_sameness.toml`.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from bench.events import told_in

from onrecord.match.alikeness import Alikeness
from onrecord.match.deed_sameness import DeedSameness
from onrecord.match.events import compared
from onrecord.match.meanings import Meanings
from onrecord.model import Told
from training.sameness import Row, fitted
from training.weights import written

WEIGHTS = Path(__file__).parents[1] / "src" / "onrecord" / "data" / "en" / "deed_sameness.toml"
ABOUT = (
    "How much each thing that two mentions of deeds are compared by counts for their being one event.",
    "Fitted by training/deed_sameness.py; match/deed_sameness.py says what each is.",
)


def pairs(rows: list[dict[str, Any]]) -> Iterator[Row]:
    """The pairs of mentions that are compared, each by its features, and whether they are of one cluster."""
    told, entities = told_in(rows)
    clusters = [_cluster(rows[n], one) for n, one in told]
    mentions, meanings = [one for _, one in told], Meanings()
    sameness = DeedSameness(mentions, Alikeness(entities, {}), meanings)
    for a, b in compared(mentions, [None] * len(mentions), entities, {}, meanings):
        if clusters[a] and clusters[b]:
            yield sameness.features(a, b), clusters[a] == clusters[b]


def _cluster(row: dict[str, Any], one: Told) -> str | None:
    """The cluster of an event; None of what is none, or stands outside the sentences that were checked."""
    start, end = one.mention.trigger
    checked = [row["sentences"][n] for n in row.get("checked", ())]
    if not any(a <= start < b for a, b in checked):
        return None
    events = (mention for mention in row["mentions"] if mention["kind"] == "event")
    return next((str(m["cluster"]) for m in events for a, b in m["spans"] if a < end and start < b), None)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmarks", type=Path)
    args = parser.parse_args()
    lines = (args.benchmarks / "ecbplus" / "train.jsonl").read_text(encoding="utf-8").splitlines()
    told = list(pairs([json.loads(line) for line in lines]))
    WEIGHTS.write_text(written(ABOUT, fitted(told, np.ones(len(told)))), encoding="utf-8")
    print(f"{len(told)} pairs, {sum(is_same for _, is_same in told)} of one event")


if __name__ == "__main__":
    main()
