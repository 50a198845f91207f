"""Fits what tells whom a pronoun or a description stands for, over the shipped encoder.

    python -m training.antecedents src/onrecord/models BENCHMARKS [--measure]

First the quarter of our own labels of which the encoder learnt no links (`data.is_linked`) is read by what was fitted
on the rest, and for several thresholds it is told how many speakers are right, wrong and left open, by the kinds of
`find.speakers.SURE`. With --measure that is all; without, all labels are fitted, the folder gets antecedents.onnx, and
reader.json is sealed anew: put the printed hash into `encoder.py`.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.encoder import WIDTH
from onrecord.find.speakers import SURE
from training import ranking
from training.data import NEWS, is_linked
from training.export import seal_again, write_rows
from training.expressions import (
    BODIES,
    LABELS,
    Document,
    Example,
    ecbplus,
    examples,
    gum,
    labelled,
    meantime,
    whole,
)

HIDDEN, PROJECTED, DROPOUT = 64, 32, 0.3
EPOCHS, BATCH = 8, 32
OWN_WEIGHT = 2.0  #: of our own labels in the loss; all others weigh 1
SEEDS = (1, 2, 3)  #: networks whose probabilities are averaged
STATES = 3  #: of each row: of the expression, of the nearest name, of the first names
LEAST = (0.0, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9)


class Ranker(nn.Module):
    """Scores each row of an expression; the softmax over its rows is the probability of each."""

    def __init__(self, numbers: int) -> None:
        super().__init__()
        self.numbers = numbers
        self.expression = nn.Linear(WIDTH, PROJECTED)
        self.names = nn.ModuleList(nn.Linear(WIDTH, PROJECTED) for _ in range(STATES - 1))
        self.first = nn.Linear(numbers + (2 * STATES - 1) * PROJECTED, HIDDEN)
        self.second = nn.Linear(HIDDEN, HIDDEN // 2)
        self.score = nn.Linear(HIDDEN // 2, 1)
        self.drop, self.drop_number = nn.Dropout(DROPOUT), nn.Dropout(0.05)

    def forward(self, rows: Tensor) -> Tensor:
        """(n, numbers + 3 * 384) to (n,)."""
        parts = rows.split([self.numbers, *[WIDTH] * STATES], dim=1)
        own = self.expression(self.drop(parts[1]))
        others = [layer(self.drop(part)) for layer, part in zip(self.names, parts[2:], strict=True)]
        both = [own, *others, *(own * other for other in others)]
        x = torch.relu(self.first(self.drop(torch.cat([self.drop_number(parts[0]), *both], dim=1))))
        x = torch.relu(self.second(self.drop(x)))
        scores: Tensor = self.score(self.drop(x))[:, 0]
        return scores


class Several(nn.Module):
    """Some rankers as one: the mean of their probabilities."""

    def __init__(self, rankers: Iterable[Ranker]) -> None:
        super().__init__()
        self.rankers = nn.ModuleList(rankers)

    def forward(self, rows: Tensor) -> Tensor:
        """(n, numbers + 3 * 384) to (n,) that sum to 1."""
        return torch.stack([torch.softmax(ranker(rows), dim=0) for ranker in self.rankers]).mean(0)


def fit(weighted: Sequence[tuple[Example, float]], seed: int) -> Ranker:
    """Fits one ranker on examples and their weights."""
    torch.manual_seed(seed)
    ranker = Ranker(weighted[0][0].rows.shape[1] - STATES * WIDTH)
    return ranking.fit(ranker, weighted, seed, epochs=EPOCHS, batch=BATCH)


def own_documents(benchmarks: Path) -> Iterator[Document]:
    """The articles whose expressions we marked; none of those held aside."""
    news = benchmarks / "news" / NEWS
    yield from chain(labelled(LABELS, benchmarks / "polnear" / "train.jsonl"), labelled(BODIES, news), whole(news))


def public_documents(benchmarks: Path) -> Iterator[Document]:
    """The texts of the public sets."""
    yield from ecbplus(benchmarks / "ecbplus" / "train.jsonl")
    yield from meantime(benchmarks / "meantime" / "airbus.jsonl")
    yield from gum(benchmarks / "gum" / "train.jsonl")


def collect(documents: Iterable[Document]) -> list[Example]:
    """The examples of many documents, two read at once."""
    with ProcessPoolExecutor(2) as pool:
        return list(chain.from_iterable(pool.map(_listed, documents, chunksize=4)))


def _listed(document: Document) -> list[Example]:
    return list(examples(document))


def measure(own: list[Example], other: list[Example]) -> None:
    """Prints how the labels are read of which the encoder learnt no links, by what was fitted on the others."""
    apart = [(one, 1.0) for one in other]
    apart += [(one, OWN_WEIGHT) for one in own if is_linked(one.document) and not one.is_lost]
    several = Several([fit(apart, seed) for seed in SEEDS]).eval()
    with torch.no_grad():
        rows = [(one, several(torch.from_numpy(one.rows)).numpy()) for one in own if not is_linked(one.document)]
    for key in ("all", *SURE):
        some = [(one, chances) for one, chances in rows if key in ("all", one.key)]
        for least in LEAST if some else ():
            print(key or "any kind", f"from {least:.2f}:", told(some, least))


def told(rows: Sequence[tuple[Example, np.ndarray]], least: float) -> str:
    """How many are right, wrong, open and invented where a probability of `least` is asked for."""
    right = wrong = invented = known = 0
    for one, chances in rows:
        best = int(chances[:-1].argmax())
        names = chances[best] >= max(least, chances[-1])
        is_known = one.is_lost or one.right != (len(chances) - 1,)
        known += is_known
        right += is_known and names and best in one.right
        wrong += is_known and names and best not in one.right
        invented += names and not is_known
    others = len(rows) - known
    shares = [f"{name} {n / max(known, 1):.3f}" for name, n in (("right", right), ("wrong", wrong))]
    return f"{', '.join(shares)} of {known}; invented {invented / max(others, 1):.3f} of {others}"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("--measure", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(1)  # the network is too small for more
    own = collect(own_documents(args.benchmarks))
    other = [one for one in collect(public_documents(args.benchmarks)) if not one.is_lost]
    print(f"{len(own)} labels of our own, {len(other)} others")
    measure(own, other)
    if args.measure:
        return
    weighted = [(one, OWN_WEIGHT) for one in own if not one.is_lost] + [(one, 1.0) for one in other]
    several = Several([fit(weighted, seed) for seed in SEEDS]).eval()
    write_rows(several, args.model / "antecedents.onnx", own[0].rows.shape[1], "chances")
    seal_again(args.model)


if __name__ == "__main__":
    main()
