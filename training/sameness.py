"""Fits how likely two statements report one act of speaking.

    python -m training.sameness BENCHMARKS FOLDER...

BENCHMARKS is the folder of benchmarks, with the articles that labels/stories.jsonl names; stories held aside are left
out. Each FOLDER is an affair with a record by hand, as the bench takes it. What is fitted, a logistic
regression over the features of `match.sameness`, is written to `src/onrecord/data/en/sameness.toml`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch

from onrecord.match.likeness import turned_round
from onrecord.match.meanings import Meanings
from onrecord.match.said import said_in
from onrecord.match.sameness import Heeded
from onrecord.wordlists import table
from training.stories import Affair, stories, with_record
from training.weights import written

WEIGHTS = Path(__file__).parents[1] / "src" / "onrecord" / "data" / "en" / "sameness.toml"
ABOUT = (
    "How much each thing that two statements are compared by counts for their being one act of speaking.",
    "Fitted by training/sameness.py; match/sameness.py says what each is.",
)
DECAY = 1e-4  #: of the squared weights; 1e-3 finds a tenth fewer pairs at the same precision
FOLDER = 2.0  #: what a pair of an affair weighs, one of a story 1: it was read more slowly; 1 to 4 make no difference

Row = tuple[dict[str, float], bool]
"""The features of a pair, and whether it is one act of speaking."""


def rows(affair: Affair, meanings: Meanings) -> Iterator[Row]:
    """The pairs of an affair that are compared, of those whose statements are marked."""
    record, marked, same = affair.record, affair.marked, affair.same
    said = said_in(record.reports, record.statements, record.entities)
    heeded = Heeded(said, record.reports)
    for a, b in heeded.pairs(said):
        names = [marked.get(one.statement.id) for one in (a, b)]
        if None not in names and not turned_round(a.sentences, b.sentences, meanings.near):
            one, other = heeded.heard(a), heeded.heard(b)
            yield heeded.features(one, other, meanings.near(one.text, other.text)), frozenset(names) in same


def fitted(told: list[Row], shares: np.ndarray) -> dict[str, Any]:
    """The weights by which most pairs are told right."""
    names = list(told[0][0])
    values = np.array([[float(one[name]) for name in names] for one, _ in told], np.float32)
    mean, scale = values.mean(axis=0), values.std(axis=0) + 1e-3
    inputs, weight = torch.tensor((values - mean) / scale), torch.tensor(shares / shares.sum(), dtype=torch.float32)
    same = torch.tensor([float(is_same) for _, is_same in told])
    layer = torch.nn.Linear(len(names), 1)
    torch.nn.init.zeros_(layer.weight)
    torch.nn.init.zeros_(layer.bias)
    optimiser = torch.optim.LBFGS(layer.parameters(), max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> Any:
        optimiser.zero_grad()
        each = torch.nn.functional.binary_cross_entropy_with_logits(layer(inputs)[:, 0], same, reduction="none")
        total = (each * weight).sum() + DECAY * (layer.weight**2).sum()
        total.backward()
        return total

    optimiser.step(loss)
    weights = layer.weight.detach().numpy()[0] / scale
    return {
        "bias": round(float(layer.bias.detach()[0] - weights @ mean), 4),
        "weights": {name: round(float(one), 4) for name, one in zip(names, weights, strict=True)},
    }


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    args = parser.parse_args()
    torch.set_num_threads(1)
    meanings = Meanings()
    table("sameness").update(bias=-99.0, weights={"meaning": 0.0})  # what was fitted before is not to be seen
    told = [row for one in stories(args.benchmarks) if not one.is_aside for row in rows(one, meanings)]
    shares = [1.0] * len(told)
    for folder in args.folders:
        told += rows(with_record(folder), meanings)
    shares += [FOLDER] * (len(told) - len(shares))
    WEIGHTS.write_text(written(ABOUT, fitted(told, np.array(shares))), encoding="utf-8")


if __name__ == "__main__":
    main()
