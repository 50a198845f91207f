"""Fits how two statements of an affair bear on each other: on one point from one side, from both, or not at all.

    python -m training.pairs BENCHMARKS OUT [FOLDER...]

BENCHMARKS is the folder of benchmarks, with the articles that labels/stories.jsonl names: all statements of the reports
on one story, and the points on which they stand. Two statements bear on each other as their positions on the points do.
What is fitted in one: a weight for each of `match.bearings.features`, written to `src/onrecord/data/en/bearings.toml`,
and two projections of `match.bearings.rows`, what a statement is about and how it stands to that, written to
OUT/bearings.onnx. A fifth of the stories is held aside: how they, and each FOLDER, an affair with a record by hand, are
read is printed. What comes of it, the F1 of positions, `bench.stories` and the bench measure.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.match.affairs import affairs
from onrecord.match.bearings import Affair, features, rows
from onrecord.match.meanings import Meanings
from onrecord.model import Record
from training import stories as known
from training.export import OPSET
from training.weights import written

WEIGHTS = Path(__file__).parents[1] / "src" / "onrecord" / "data" / "en" / "bearings.toml"
ABOUT = (
    "How much each thing that two statements are compared by counts for their being on one point: from the same",
    "side, from opposite sides. Fitted by training/pairs.py; match/bearings.py says what each is.",
)
NEITHER, SAME, OPPOSITE = range(3)
SUBJECT, STAND = 32, 8
"""Numbers of the two projections. On 62 stories held aside and ten affairs with a record by hand the F1 of positions is
0.380 and 0.340 without them, 0.384 and 0.355 with the second, 0.399 and 0.363 with both; twice as many, or other decay,
rate and dropout, differ by less than 0.01."""
EPOCHS, BATCH, RATE, LINEAR_RATE, SLOWER = 15, 8, 2e-3, 5e-3, 0.85
DECAY, LINEAR_DECAY, DROPOUT = 0.1, 1e-3, 0.3
MOST = 1500  #: pairs of an affair that fit at once, drawn by chance; all its pairs are few statements again and again
SEED = 0


@dataclass(frozen=True)
class Pairs:
    """Pairs of statements of an affair whose bearing on each other is known."""

    told: torch.Tensor
    """(n, n, features) what is compared, of all statements of the affair."""
    rows: torch.Tensor
    """(n, numbers) each statement as the projections read it."""
    places: np.ndarray
    """(pairs, 2) the numbers of the two statements of each pair."""
    bearing: np.ndarray
    """(pairs,) what they are to each other."""


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
        self.gold, self.record = affair.gold, affair.record
        self.marked = affair.marked
        self.groups = affairs(self.record.reports, self.record.entities, meanings)
        self.meanings = meanings
        self.pairs = [self._pairs(group) for group in self.groups]

    def _pairs(self, group: Sequence[str]) -> Pairs:
        affair = affair_of(self.record, self.meanings, group)
        here = [n for n, one in enumerate(affair.statements) if one.id in self.marked]
        stances = [self._stances(affair.statements[n].id) for n in here]
        held = [
            (a, here[j], bearing)
            for i, a in enumerate(here)
            for j in range(i)
            if (bearing := bearing_of(stances[i], stances[j])) is not None
        ]
        numbers = np.array(held, np.int64).reshape(-1, 3)
        return Pairs(torch.tensor(table_of(affair)), torch.tensor(rows(affair)), numbers[:, :2], numbers[:, 2])

    def _stances(self, statement: str) -> dict[int, str]:
        own = self.marked[statement]
        return {n: point[own] for n, point in enumerate(self.gold.points) if own in point}


def bearing_of(a: dict[int, str], b: dict[int, str]) -> int | None:
    """How two statements bear on each other by their positions; None where one of them is unclear."""
    shared = [(a[point], b[point]) for point in a.keys() & b.keys()]
    clear = [x == y for x, y in shared if "unclear" not in (x, y)]
    if clear:
        return SAME if sum(clear) * 2 >= len(clear) else OPPOSITE
    return None if shared else NEITHER


class Network(nn.Module):
    """Scores of a pair: a weight for each feature, and the products of two projections of both statements."""

    def __init__(self, mean: torch.Tensor, scale: torch.Tensor, width: int) -> None:
        super().__init__()
        self.mean, self.scale = mean, scale
        self.linear = nn.Linear(len(mean), 3)
        self.subject, self.stand = nn.Linear(width, SUBJECT, bias=False), nn.Linear(width, STAND)
        self.drop = nn.Dropout(DROPOUT)
        nn.init.zeros_(self.linear.weight)
        nn.init.zeros_(self.linear.bias)
        for layer in (self.subject, self.stand):
            nn.init.normal_(layer.weight, std=0.05)

    def forward(self, row: Tensor) -> tuple[Tensor, Tensor]:
        """(..., numbers) to what a statement is about, and how it stands to that; this part is what is exported."""
        read = self.drop(row)
        return self.subject(read), torch.tanh(self.stand(read))

    def scores(self, pairs: Pairs, places: np.ndarray) -> Tensor:
        """(pairs, 3) for some pairs of an affair."""
        first, second = torch.tensor(places).T
        subjects, stands = self(pairs.rows)
        subjects = subjects - subjects.mean(0)
        about, side = ((part[first] * part[second]).sum(-1) for part in (subjects, stands))
        none = torch.zeros_like(about)
        scores: Tensor = self.linear((pairs.told[first, second] - self.mean) / self.scale)
        return scores + torch.stack([none, about, about], -1) + torch.stack([none, side, -side], -1)

    def weights(self, names: Sequence[str]) -> dict[str, Any]:
        """The weights of the features and their bias, against not being on one point."""
        weights = (self.linear.weight / self.scale).detach().numpy()
        bias = self.linear.bias.detach().numpy() - weights @ self.mean.numpy()
        told = (weights - weights[NEITHER])[1:].T
        return {
            "bias": [round(float(one), 4) for one in (bias - bias[NEITHER])[1:]],
            "weights": {name: [round(float(one), 4) for one in pair] for name, pair in zip(names, told, strict=True)},
        }


def fitted(known: Sequence[Known]) -> Network:
    """The network by which most pairs are told right; every affair counts alike."""
    torch.manual_seed(SEED)
    rng = np.random.default_rng(SEED)
    parts = [part for one in known for part in one.pairs if len(part.places)]
    seen = torch.cat([part.told.flatten(0, 1) for part in parts])
    network = Network(seen.mean(0), seen.std(0) + 1e-3, parts[0].rows.shape[1])
    rest = [*network.subject.parameters(), *network.stand.parameters()]
    optimiser = torch.optim.AdamW(
        [
            {"params": network.linear.parameters(), "lr": LINEAR_RATE, "weight_decay": LINEAR_DECAY},
            {"params": rest, "lr": RATE, "weight_decay": DECAY},
        ]
    )
    for _ in range(EPOCHS):
        order = rng.permutation(len(parts))
        for first in range(0, len(order), BATCH):
            losses = [_loss(network, parts[n], rng) for n in order[first : first + BATCH]]
            optimiser.zero_grad()
            torch.stack(losses).sum().backward()  # type: ignore[no-untyped-call]
            optimiser.step()
        for group in optimiser.param_groups:
            group["lr"] *= SLOWER
    return network.eval()


def _loss(network: Network, part: Pairs, rng: np.random.Generator) -> Tensor:
    drawn = np.arange(len(part.places))
    if len(drawn) > MOST:
        drawn = rng.choice(drawn, MOST, replace=False)
    right = torch.tensor(part.bearing[drawn])
    return nn.functional.cross_entropy(network.scores(part, part.places[drawn]), right)


def written_to(network: Network, path: Path) -> str:
    """Writes the projections as an ONNX graph; its SHA-256."""
    torch.onnx.export(
        network,
        (torch.zeros(network.stand.in_features),),
        str(path),
        input_names=["row"],
        output_names=["subject", "stand"],
        opset_version=OPSET,
        dynamo=False,
    )
    return hashlib.sha256(path.read_bytes()).hexdigest()


def area(positive: np.ndarray, scores: np.ndarray) -> float:
    """The area under the curve: how often a right one has a higher score than a wrong one; no number without both."""
    if positive.all() or not positive.any():
        return float("nan")
    ranks = np.empty(len(scores))
    ranks[np.argsort(scores, kind="stable")] = np.arange(1, len(scores) + 1)
    right = int(positive.sum())
    below = ranks[positive].sum() - right * (right + 1) / 2
    return float(below / (right * (len(scores) - right)))


def read_by(one: Known, network: Network) -> tuple[float, float]:
    """How an affair is read by a network: areas under the curve for one point and for its side."""
    parts = [part for part in one.pairs if len(part.places)]
    with torch.no_grad():
        odds = torch.cat([network.scores(part, part.places) for part in parts]).softmax(-1).numpy()
    bearing = np.concatenate([part.bearing for part in parts])
    on_one, total = bearing != NEITHER, odds[:, SAME] + odds[:, OPPOSITE]
    return area(on_one, total), area(bearing[on_one] == SAME, (odds[:, SAME] / total)[on_one])


def measure(network: Network, stories: Sequence[Known], folders: Sequence[Known]) -> None:
    """Prints how the stories held aside, and each folder, are read."""
    held = np.array([read_by(one, network) for one in stories])
    print(f"{len(held)} stories held aside: {_told(np.nanmean(held, axis=0))}")
    for one in folders:
        print(f"{one.name}: {_told(read_by(one, network))}")


def _told(figures: Sequence[float] | np.ndarray) -> str:
    return "one point {:.3f}, its side {:.3f}".format(*figures)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("folders", type=Path, nargs="*")
    args = parser.parse_args()
    torch.set_num_threads(1)
    meanings = Meanings()
    stories = [Known(one, meanings) for one in known.stories(args.benchmarks)]
    first = stories[0]
    names = [name for name, _ in features(affair_of(first.record, meanings, first.groups[0]))]
    network = fitted([one for one in stories if not one.is_aside])
    folders = [Known(known.with_record(folder), meanings) for folder in args.folders]
    measure(network, [one for one in stories if one.is_aside], folders)
    WEIGHTS.write_text(written(ABOUT, network.weights(names)), encoding="utf-8")
    args.out.mkdir(parents=True, exist_ok=True)
    print(f"bearings.onnx has SHA-256 {written_to(network, args.out / 'bearings.onnx')}")


if __name__ == "__main__":
    main()
