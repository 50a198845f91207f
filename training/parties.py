"""Fits what tells who does a deed and to whom it is done, over the shipped reader, on our own labels of events.

    python -m training.parties src/onrecord/models BENCHMARKS [--measure]

The articles that are not held aside are read as the product reads them; each deed that they mark has its candidates for
either side as rows of numbers (`find.party_rows`), and the candidates that the label names are right. Printed is how
often the likeliest is right on the articles held aside. With --measure that is all; without, the folder gets
parties.onnx, and reader.json is sealed anew: put the printed hash into `encoder.py`.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.encoder import Floats
from onrecord.find.events import Finder
from onrecord.find.party import Party
from onrecord.find.party_rows import WIDTH
from onrecord.find.statements import with_finder
from training import ranking
from training.deeds import Deeds, load_deeds
from training.export import seal_again, write_rows
from training.expressions import report_of

HIDDEN, DROPOUT, DROPPED_NUMBERS = 64, 0.25, 0.05
EPOCHS, BATCH = 5, 64
LOST_WEIGHT = 0.5  #: in the loss, of sides whose party is named but is no candidate: nobody is right there
SEEDS = (1, 2, 3)  #: networks whose scores are averaged


@dataclass(frozen=True)
class Side:
    """One side of a deed: its candidates as rows, nobody last, and which of them are right."""

    rows: Floats
    right: tuple[int, ...]
    is_named: bool  #: the label names somebody
    is_lost: bool  #: who is among no candidates


class Weigher(nn.Module):
    """Scores each row by itself."""

    def __init__(self, mean: Floats, spread: Floats) -> None:
        super().__init__()
        self.register_buffer("mean", torch.from_numpy(mean))
        self.register_buffer("spread", torch.from_numpy(spread))
        self.first, self.second = nn.Linear(WIDTH, HIDDEN), nn.Linear(HIDDEN, HIDDEN // 2)
        self.score = nn.Linear(HIDDEN // 2, 1)
        self.drop, self.drop_number = nn.Dropout(DROPOUT), nn.Dropout(DROPPED_NUMBERS)

    def forward(self, rows: Tensor) -> Tensor:
        """(n, 37) to (n,)."""
        x = torch.relu(self.first(self.drop_number((rows - self.mean) / self.spread)))
        x = torch.relu(self.second(self.drop(x)))
        scores: Tensor = self.score(self.drop(x))[:, 0]
        return scores


class Several(nn.Module):
    """Some weighers as one: the mean of their scores."""

    def __init__(self, weighers: Iterable[Weigher]) -> None:
        super().__init__()
        self.weighers = nn.ModuleList(weighers)

    def forward(self, rows: Tensor) -> Tensor:
        """(n, 37) to (n,)."""
        return torch.stack([weigher(rows) for weigher in self.weighers]).mean(0)


def sides(doc: Deeds) -> list[Side]:
    """Both sides of every deed that an article marks and the product tells."""
    _, finder = with_finder(report_of(doc.id, doc.text))
    doings = list(finder.held())
    weighed = finder.parties.weighed(doings)
    return list(
        chain.from_iterable(_of(finder, doc, one.trigger, weighed[2 * n : 2 * n + 2]) for n, one in enumerate(doings))
    )


def _of(
    finder: Finder, doc: Deeds, trigger: tuple[int, int], both: Sequence[tuple[list[Party], Floats]]
) -> Iterator[Side]:
    marked = next((one for one in doc.marks if one.trigger[0] < trigger[1] and trigger[0] < one.trigger[1]), None)
    for (parties, rows), named in zip(both, (marked.agent, marked.patient), strict=True) if marked else ():
        right = [n for n, party in enumerate(parties) if named and _is_named(finder, party, named)]
        yield Side(rows, tuple(right or [len(parties)]), named is not None, named is not None and not right)


def _is_named(finder: Finder, party: Party, named: tuple[tuple[int, int], ...]) -> bool:
    """Whether a party is one whom a label names."""
    if party.phrase is not None:
        spans = [party.phrase]
    else:
        one = finder.read.named[finder.entities.index(party.entity or "")]
        spans = [(name.start, name.end) for name in one.names]
    return any(a < end and start < b for a, b in spans for start, end in named)


def collect(docs: Sequence[Deeds]) -> list[Side]:
    """The sides of many articles, two read at once."""
    with ProcessPoolExecutor(2) as pool:
        return list(chain.from_iterable(pool.map(sides, docs, chunksize=4)))


def fit(learnt: Sequence[Side], seed: int) -> Weigher:
    """Fits one weigher."""
    torch.manual_seed(seed)
    rows = np.concatenate([one.rows for one in learnt])
    weigher = Weigher(rows.mean(0), rows.std(0) + np.float32(1e-3))
    weighted = [(one, LOST_WEIGHT if one.is_lost else 1.0) for one in learnt]
    return ranking.fit(weigher, weighted, seed, epochs=EPOCHS, batch=BATCH)


def told(weigher: nn.Module, aside: Sequence[Side]) -> str:
    """How the likeliest is, each side by itself."""
    found: Counter[str] = Counter()
    for one in aside:
        with torch.no_grad():
            best = int(weigher(torch.from_numpy(one.rows)).argmax())
        nobody = len(one.rows) - 1
        if one.is_named:
            found["open" if best == nobody else "right" if best in one.right and not one.is_lost else "wrong"] += 1
        else:
            found["none" if best == nobody else "invented"] += 1
    shares = ", ".join(f"{kind} {count / len(aside):.3f}" for kind, count in sorted(found.items()))
    return f"{(found['right'] + found['none']) / len(aside):.3f} of {len(aside)}: {shares}"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("--measure", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(1)  # the network is too small for more
    learnt, aside = (collect(load_deeds(args.benchmarks, aside=is_aside)) for is_aside in (False, True))
    several = Several([fit(learnt, seed) for seed in SEEDS]).eval()
    for name, some in (("who does it", aside[::2]), ("whom it is done to", aside[1::2])):
        print(f"{name}: {told(several, some)}")
    if args.measure:
        return
    write_rows(several, args.model / "parties.onnx", WIDTH, "scores")
    seal_again(args.model)


if __name__ == "__main__":
    main()
