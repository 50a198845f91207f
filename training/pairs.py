"""Fits how two statements of an affair bear on each other: on one point from one side, from both, or not at all.

    python -m training.pairs STORIES.jsonl FOLDER... [--measure]

STORIES.jsonl holds the articles that labels/pairs.jsonl names, with ranges in their texts: pairs of statements of two
reports on one story. Each FOLDER is an affair with a record by hand, as the bench takes it: two of its statements bear
on each other as their positions on its points do. What is fitted, a multinomial logistic regression over
`match.bearings.features`, is written to `src/onrecord/data/en/bearings.toml`; with --measure each folder is read by
what was fitted without it, and nothing is written.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import torch

from onrecord.bench.across import positions
from onrecord.bench.gold import read_gold, read_texts
from onrecord.bench.gold_side import gold_story
from onrecord.bench.record_side import record_story
from onrecord.bench.score import Found
from onrecord.bench.trial import trial
from onrecord.match.affairs import affairs
from onrecord.match.bearings import Affair, features
from onrecord.match.camps import Camps
from onrecord.match.gathered import gathered
from onrecord.match.meanings import Meanings
from onrecord.match.turns import turns
from onrecord.match.vocabulary import table
from onrecord.model import Record
from onrecord.settings import Settings

LABELS = Path(__file__).parent / "labels" / "pairs.jsonl"
WEIGHTS = Path(__file__).parents[1] / "src" / "onrecord" / "data" / "en" / "bearings.toml"
NEITHER, SAME, OPPOSITE = range(3)
POINT = {None: NEITHER, "same": SAME, "opposite": OPPOSITE}
DECAY = 0.05  #: of the squared weights; of 0.001, 0.01 and 0.05 the best on what was left out
STORIES = 2.0  #: what all labelled pairs weigh together, each affair 1; 5 differs by less than 0.01
UNSURE = 0.5  #: what an unsure label weighs
MOST = 2500  #: pairs of an affair that fit, drawn by chance; all its pairs are few statements again and again


@dataclass(frozen=True)
class Pairs:
    """Pairs of statements as rows of numbers, with what they are to each other and what each weighs."""

    rows: np.ndarray
    bearing: np.ndarray
    weight: np.ndarray


def affair_of(record: Record, meanings: Meanings, group: Sequence[str]) -> Affair:
    """The statements of some reports, as the product compares them."""
    camps = Camps(record.reports, record.statements, record.entities)
    told = turns(record.reports, record.statements, camps)
    return Affair(
        turns=[turn for report in group for turn in told if turn.statement.report == report],
        reports={report.id: report for report in record.reports},
        camps=camps,
        meanings=meanings,
    )


def table_of(affair: Affair) -> np.ndarray:
    """(n, n, features) what is compared."""
    return np.stack([values for _, values in features(affair)], axis=-1)


def stories(articles: Path, meanings: Meanings) -> Iterator[Pairs]:
    """The labelled pairs, story by story, where the product finds both statements."""
    texts = {row["id"]: row["text"] for row in map(json.loads, articles.read_text(encoding="utf-8").splitlines())}
    by_story: dict[str, list[dict[str, Any]]] = {}
    for row in map(json.loads, LABELS.read_text(encoding="utf-8").splitlines()):
        by_story.setdefault(row["story"], []).append(row)
    for rows in by_story.values():
        ids = sorted({row[side]["report"] for row in rows for side in "ab"})
        record = built({one: texts[one] for one in ids})
        stems = {report.id: Path(report.file).stem for report in record.reports}
        affair = affair_of(record, meanings, [report.id for report in record.reports])
        place = {}
        for n, turn in enumerate(affair.turns):
            first, last = turn.statement.content[0], turn.statement.content[-1]
            place[stems[turn.statement.report], first.start, last.end] = n
        found = [(_key(row["a"]), _key(row["b"]), row) for row in rows]
        known = [(place[a], place[b], row) for a, b, row in found if a in place and b in place]
        if known:
            first, second = (np.array([pair[side] for pair in known]) for side in (0, 1))
            bearing = np.array([POINT[row["point"]] for _, _, row in known])
            weight = np.array([1 if row["sure"] else UNSURE for _, _, row in known])
            yield Pairs(table_of(affair)[first, second], bearing, weight)


def _key(side: dict[str, Any]) -> tuple[str, int, int]:
    return side["report"], side["content"][0][0], side["content"][-1][1]


def built(texts: dict[str, str]) -> Record:
    """The record of some texts."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            (Path(folder) / f"{name}.txt").write_text(text, encoding="utf-8")
        return trial(Path(folder), Settings()).record


class Known:
    """An affair with a record by hand, and what the product makes of its reports."""

    def __init__(self, folder: Path, meanings: Meanings) -> None:
        self.name = folder.name
        texts = read_texts(folder)
        self.gold = gold_story(read_gold(folder), texts)
        self.record = trial(folder / "reports", Settings()).record
        self.mine = record_story(self.record, texts)
        self.marked = {mine: gold for gold, mine in Found.of(self.gold, self.mine).ids.items()}
        self.groups = affairs(self.record.reports, self.record.entities, meanings)
        self.meanings = meanings
        self.pairs = self._pairs()

    def _pairs(self) -> Pairs:
        rows, bearing = [], []
        for group in self.groups:
            affair = affair_of(self.record, self.meanings, group)
            known = [n for n, turn in enumerate(affair.turns) if turn.statement.id in self.marked]
            stances = [self._stances(affair.turns[n].statement.id) for n in known]
            told = table_of(affair)
            for i, a in enumerate(known):
                for j in range(i):
                    if (held := bearing_of(stances[i], stances[j])) is not None:
                        rows.append(told[a, known[j]])
                        bearing.append(held)
        return Pairs(np.array(rows), np.array(bearing), np.full(len(rows), 1 / max(len(rows), 1)))

    def _stances(self, statement: str) -> dict[int, str]:
        own = self.marked[statement]
        return {n: point[own] for n, point in enumerate(self.gold.points) if own in point}

    def positions(self) -> float:
        """The F1 of positions of what is gathered with the weights as they stand."""
        camps = Camps(self.record.reports, self.record.statements, self.record.entities)
        told = turns(self.record.reports, self.record.statements, camps)
        said = self.mine.statements.keys()
        held = []
        for group in self.groups:
            reports = [report for report in self.record.reports if report.id in group]
            here = [turn for turn in told if turn.statement.report in group]
            for topic in gathered(here, reports, camps, self.meanings):
                sides = {side.turn.statement.id: side.stance for side in topic.sides}
                held.append({one: stance for one, stance in sides.items() if one in said})
        mine = msgspec.structs.replace(self.mine, points=tuple(held))
        return positions(self.gold, mine, self.marked) or 0.0


def bearing_of(a: dict[int, str], b: dict[int, str]) -> int | None:
    """How two statements bear on each other by their positions; None where one of them is unclear."""
    shared = [(a[point], b[point]) for point in a.keys() & b.keys()]
    clear = [x == y for x, y in shared if "unclear" not in (x, y)]
    if clear:
        return SAME if sum(clear) * 2 >= len(clear) else OPPOSITE
    return None if shared else NEITHER


def fitted(parts: Sequence[Pairs], names: Sequence[str]) -> dict[str, Any]:
    """The weights of being on one point from the same side and from opposite sides, against not being on one."""
    drawn = [_drawn(part) for part in parts]
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


def shares(parts: Sequence[Pairs]) -> list[Pairs]:
    """The labelled stories, which together weigh `STORIES`."""
    total = sum(part.weight.sum() for part in parts)
    return [Pairs(part.rows, part.bearing, part.weight * STORIES / total) for part in parts]


def area(positive: np.ndarray, scores: np.ndarray) -> float:
    """The area under the curve: how often a right one has a higher score than a wrong one."""
    ranks = np.empty(len(scores))
    ranks[np.argsort(scores, kind="stable")] = np.arange(1, len(scores) + 1)
    right = int(positive.sum())
    below = ranks[positive].sum() - right * (right + 1) / 2
    return float(below / max(right * (len(scores) - right), 1))


def measure(known: Sequence[Known], labelled: Sequence[Pairs], names: Sequence[str]) -> None:
    """Prints how each affair is read by what was fitted on the others."""
    for one in known:
        weights = fitted([*labelled, *(other.pairs for other in known if other is not one)], names)
        table("bearings").update(weights)
        logits = np.stack(
            [one.pairs.rows @ np.array(column) for column in zip(*weights["weights"].values(), strict=True)], -1
        )
        odds = np.exp(logits + np.array(weights["bias"]))
        on_one = one.pairs.bearing != NEITHER
        print(
            f"{one.name}: one point {area(on_one, odds.sum(axis=1)):.3f}, its side "
            f"{area(one.pairs.bearing[on_one] == SAME, (odds[:, 0] / odds.sum(axis=1))[on_one]):.3f}, "
            f"positions F1 {one.positions():.3f}"
        )


def written(weights: dict[str, Any]) -> str:
    """The weights as TOML."""
    lines = [
        "# How much each thing that two statements are compared by counts for their being on one point: from the same",
        "# side, from opposite sides. Fitted by training/pairs.py; match/bearings.py says what each is.",
        f"bias = {weights['bias']}",
        "",
        "[weights]",
        *(f'"{name}" = {pair}' for name, pair in weights["weights"].items()),
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--measure", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(1)
    meanings = Meanings()
    known = [Known(folder, meanings) for folder in args.folders]
    labelled = shares(list(stories(args.stories, meanings)))
    first = known[0]
    names = [name for name, _ in features(affair_of(first.record, meanings, first.groups[0]))]
    if args.measure:
        measure(known, labelled, names)
        return
    weights = fitted([*labelled, *(one.pairs for one in known)], names)
    WEIGHTS.write_text(written(weights), encoding="utf-8")


if __name__ == "__main__":
    main()
