"""Fits how two statements of an affair bear on each other: on one point from one side, from both, or not at all.

    python -m training.pairs BENCHMARKS FOLDER... [--measure]

BENCHMARKS is the folder of benchmarks, with the articles that labels/stories.jsonl names: all statements of the reports
on one story, and the points on which they stand. Each FOLDER is an affair with a record by hand, as the bench
takes it. Two statements bear on each other as their positions on the points do. What is fitted, a multinomial logistic
regression over `match.bearings.features`, is written to `src/onrecord/data/en/bearings.toml`. A fifth of the stories is
held aside; with --measure these and each folder are read by what was fitted without them, and nothing is written.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import torch

from onrecord.bench.across import positions
from onrecord.match.affairs import affairs
from onrecord.match.bearings import Affair, features
from onrecord.match.meanings import Meanings
from onrecord.match.topics import topics
from onrecord.match.vocabulary import table
from onrecord.model import Record
from training import stories as known
from training.weights import written

WEIGHTS = Path(__file__).parents[1] / "src" / "onrecord" / "data" / "en" / "bearings.toml"
ABOUT = (
    "How much each thing that two statements are compared by counts for their being on one point: from the same",
    "side, from opposite sides. Fitted by training/pairs.py; match/bearings.py says what each is.",
)
NEITHER, SAME, OPPOSITE = range(3)
DECAY = 0.02
"""Of the squared weights. With 0.002, 0.005, 0.02 and 0.05 the F1 of positions on 56 stories, each read by what was
fitted on others, is 0.374, 0.375, 0.382 and 0.378."""
FOLDER = 2.0  #: what an affair with a record by hand weighs beside a story, as it has several times as many statements
MOST = 2500  #: pairs of an affair that fit, drawn by chance; all its pairs are few statements again and again


@dataclass(frozen=True)
class Pairs:
    """Pairs of statements as rows of numbers, with what they are to each other and what each weighs."""

    rows: np.ndarray
    bearing: np.ndarray
    weight: np.ndarray


def affair_of(record: Record, meanings: Meanings, group: Sequence[str]) -> Affair:
    """The statements of some reports, as the product compares them."""
    told = sorted(record.statements, key=lambda one: one.content[0].start)
    return Affair(
        statements=[one for report in group for one in told if one.report == report],
        reports={report.id: report for report in record.reports},
        meanings=meanings,
    )


def table_of(affair: Affair) -> np.ndarray:
    """(n, n, features) what is compared."""
    return np.stack([values for _, values in features(affair)], axis=-1)


class Known:
    """An affair whose points are known, and what the product makes of its reports."""

    def __init__(self, affair: known.Affair, meanings: Meanings) -> None:
        """An affair; `meanings` tells how near statements are."""
        self.name, self.is_aside = affair.name, affair.is_aside
        self.gold, self.mine, self.record = affair.gold, affair.mine, affair.record
        self.marked = affair.marked
        self.groups = affairs(self.record.reports, self.record.entities, meanings)
        self.meanings = meanings
        self.pairs = self._pairs()

    def _pairs(self) -> Pairs:
        rows, bearing = [], []
        for group in self.groups:
            affair = affair_of(self.record, self.meanings, group)
            here = [n for n, one in enumerate(affair.statements) if one.id in self.marked]
            stances = [self._stances(affair.statements[n].id) for n in here]
            told = table_of(affair)
            for i, a in enumerate(here):
                for j in range(i):
                    if (held := bearing_of(stances[i], stances[j])) is not None:
                        rows.append(told[a, here[j]])
                        bearing.append(held)
        return Pairs(np.array(rows), np.array(bearing), np.full(len(rows), 1 / max(len(rows), 1)))

    def _stances(self, statement: str) -> dict[int, str]:
        own = self.marked[statement]
        return {n: point[own] for n, point in enumerate(self.gold.points) if own in point}

    def positions(self) -> float:
        """The F1 of positions of the points found with the weights as they stand."""
        said = self.mine.statements.keys()
        held: list[dict[str, str]] = []
        for group in self.groups:
            reports = [report for report in self.record.reports if report.id in group]
            told = [one for report in group for one in self.record.statements if one.report == report]
            held += [
                {side.statement.id: side.stance for side in sides if side.statement.id in said}
                for sides in topics(told, reports, self.meanings)
            ]
        mine = msgspec.structs.replace(self.mine, points=tuple(held))
        return positions(self.gold, mine, self.marked) or 0.0


def bearing_of(a: dict[int, str], b: dict[int, str]) -> int | None:
    """How two statements bear on each other by their positions; None where one of them is unclear."""
    shared = [(a[point], b[point]) for point in a.keys() & b.keys()]
    clear = [x == y for x, y in shared if "unclear" not in (x, y)]
    if clear:
        return SAME if sum(clear) * 2 >= len(clear) else OPPOSITE
    return None if shared else NEITHER


def fitted(stories: Sequence[Known], folders: Sequence[Known], names: Sequence[str]) -> dict[str, Any]:
    """The weights of being on one point from the same side and from opposite sides, against not being on one."""
    drawn = [_drawn(one.pairs) for one in stories]
    drawn += [replace(part, weight=FOLDER * part.weight) for part in (_drawn(one.pairs) for one in folders)]
    rows, bearing, weight = (np.concatenate([getattr(part, name) for part in drawn]) for name in Pairs.__match_args__)
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-3
    inputs = torch.tensor((rows - mean) / scale, dtype=torch.float32)
    shares = torch.tensor(weight / weight.sum(), dtype=torch.float32)
    layer = torch.nn.Linear(inputs.shape[1], 3)
    torch.nn.init.zeros_(layer.weight)
    torch.nn.init.zeros_(layer.bias)
    optimiser = torch.optim.LBFGS(layer.parameters(), max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> Any:
        optimiser.zero_grad()
        each = torch.nn.functional.cross_entropy(layer(inputs), torch.tensor(bearing), reduction="none")
        total = (each * shares).sum() + DECAY * (layer.weight**2).sum()
        total.backward()
        return total

    optimiser.step(loss)
    weights = layer.weight.detach().numpy() / scale
    bias = layer.bias.detach().numpy() - weights @ mean
    told = (weights - weights[NEITHER])[1:].T
    return {
        "bias": [round(float(one), 4) for one in (bias - bias[NEITHER])[1:]],
        "weights": {name: [round(float(one), 4) for one in pair] for name, pair in zip(names, told, strict=True)},
    }


def _drawn(part: Pairs) -> Pairs:
    if len(part.rows) <= MOST:
        return part
    kept = np.random.default_rng(0).choice(len(part.rows), MOST, replace=False)
    return Pairs(part.rows[kept], part.bearing[kept], part.weight[kept] * len(part.rows) / MOST)


def area(positive: np.ndarray, scores: np.ndarray) -> float:
    """The area under the curve: how often a right one has a higher score than a wrong one."""
    ranks = np.empty(len(scores))
    ranks[np.argsort(scores, kind="stable")] = np.arange(1, len(scores) + 1)
    right = int(positive.sum())
    below = ranks[positive].sum() - right * (right + 1) / 2
    return float(below / max(right * (len(scores) - right), 1))


def read_by(one: Known, weights: dict[str, Any]) -> tuple[float, float, float]:
    """How an affair is read by some weights: areas under the curve for one point and for its side, F1 of positions."""
    table("bearings").update(weights)
    columns = [np.array(column) for column in zip(*weights["weights"].values(), strict=True)]
    odds = np.exp(np.stack([one.pairs.rows @ column for column in columns], -1) + np.array(weights["bias"]))
    on_one, total = one.pairs.bearing != NEITHER, odds.sum(axis=1)
    return (
        area(on_one, total),
        area(one.pairs.bearing[on_one] == SAME, (odds[:, 0] / total)[on_one]),
        one.positions(),
    )


def measure(stories: Sequence[Known], folders: Sequence[Known], names: Sequence[str]) -> None:
    """Prints how the stories held aside, and each folder, are read by what was fitted on the others."""
    kept = [one for one in stories if not one.is_aside]
    weights = fitted(kept, folders, names)
    held = np.array([read_by(one, weights) for one in stories if one.is_aside])
    print(f"{len(held)} stories held aside: {_told(held.mean(axis=0))}")
    for one in folders:
        others = [other for other in folders if other is not one]
        print(f"{one.name}: {_told(read_by(one, fitted(kept, others, names)))}")


def _told(figures: Sequence[float] | np.ndarray) -> str:
    return "one point {:.3f}, its side {:.3f}, positions F1 {:.3f}".format(*figures)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--measure", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(1)
    meanings = Meanings()
    folders = [Known(known.with_record(folder), meanings) for folder in args.folders]
    stories = [Known(one, meanings) for one in known.stories(args.benchmarks)]
    first = stories[0]
    names = [name for name, _ in features(affair_of(first.record, meanings, first.groups[0]))]
    if args.measure:
        measure(stories, folders, names)
        return
    weights = fitted([one for one in stories if not one.is_aside], folders, names)
    WEIGHTS.write_text(written(ABOUT, weights), encoding="utf-8")


if __name__ == "__main__":
    main()
