"""Fits what tells the act of a statement, on labels of our own, over the exported encoder.

    python -m training.acts MODEL BENCHMARKS

MODEL is a folder that `training.export` wrote; it gets acts.onnx, and reader.json is sealed anew. The labels name
articles and ranges in them: labels/acts.jsonl of PolNeAR's training part, labels/acts_news.jsonl of unlabelled news
that tells of disputes (act null: what the program read was no statement). Three fifths of the articles fit, two fifths
measure; for the model that is kept, all of them fit. Multinomial logistic regression; an unsure label weighs half.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from onrecord.encoder import Encoder, Floats
from onrecord.find.acts import NO_STATEMENT, act_of, features
from onrecord.find.cues import ACTS
from onrecord.find.fusion import meaning
from onrecord.find.reader import Reading
from training.export import linear, seal_again
from training.expressions import NEWS, articles

LABELS = Path(__file__).parent / "labels" / "acts.jsonl"
OF_NEWS = Path(__file__).parent / "labels" / "acts_news.jsonl"
NONE = len(ACTS)  #: the class of what is no statement
DECAY = 0.001  #: of the squared weights; of 0.003, 0.001 and 0.0003 the best on the measuring part, by 0.02
SCALE = (
    9.2  #: the states are divided by it, so that the decay bears on them as on the lists' opinion, which counts twice
)


@dataclass(frozen=True)
class Labelled:
    """The labelled statements as arrays of one row each."""

    inputs: Floats
    acts: npt.NDArray[np.int64]
    by_lists: npt.NDArray[np.int64]
    sure: npt.NDArray[np.bool_]
    measures: npt.NDArray[np.bool_]
    neutral: npt.NDArray[np.bool_]
    """Whether the reporting word performs no act by itself, so that the regression decides."""

    def with_more(self, other: Labelled) -> Labelled:
        """These and the others."""
        return Labelled(*(np.concatenate([getattr(self, one.name), getattr(other, one.name)]) for one in fields(self)))


def labelled(encoder: Encoder, labels: Path, file: Path) -> Labelled:
    """Reads every article of the file that has labels, and what the lists make of each statement."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in map(json.loads, labels.read_text(encoding="utf-8").splitlines()):
        rows.setdefault(row["article"], []).append(row)
    found: list[tuple[Floats, int, int, bool, bool, bool]] = []
    for article in articles(file):
        mine = rows.get(article["id"], [])
        if not mine:
            continue
        text = article["text"]
        reading = Reading(text, encoder)
        measures = int(hashlib.sha256(article["id"].encode()).hexdigest(), 16) % 5 < 2
        for row in mine:
            cue, content = (row["cue"][0][0], row["cue"][-1][1]), [(a, b) for a, b in row["content"]]
            words = " ".join(text[a:b] for a, b in content)
            by_cue, mode, _ = meaning(text, cue)
            by_lists = act_of(words, by_cue, "direct" if words[:1] in '"“' else "indirect")
            inputs = features(reading, cue, content, by_lists, mode)
            act = ACTS.index(row["act"]) if row["act"] else NONE
            found.append((inputs, act, ACTS.index(by_lists), bool(row["sure"]), measures, by_cue == "assert"))
    inputs, acts, by_lists, *flags = zip(*found, strict=True)
    return Labelled(np.stack(inputs), np.array(acts), np.array(by_lists), *map(np.array, flags))


def scaled(inputs: Floats) -> Floats:
    """The inputs as the regression sees them: states divided, the lists' opinion doubled."""
    scale = np.full(inputs.shape[1], 1 / SCALE, np.float32)
    scale[-11:-2] = 2.0
    scale[-2:] = 1.0
    return inputs * scale


def fit(data: Labelled, rows: npt.NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Weights (779, 10) and bias (10,) on the inputs as they are."""
    mean = data.inputs[rows].mean(0)
    mean[-11:] = 0
    spread = data.inputs[rows].std(0)
    spread[-11:] = 1
    inputs = torch.from_numpy(scaled((data.inputs[rows] - mean) / spread))
    acts, weights = (
        torch.from_numpy(data.acts[rows]),
        torch.from_numpy(np.where(data.sure[rows], 1.0, 0.5).astype(np.float32)),
    )
    table, bias = (
        torch.zeros(inputs.shape[1], NONE + 1, requires_grad=True),
        torch.zeros(NONE + 1, requires_grad=True),
    )
    search = torch.optim.LBFGS([table, bias], max_iter=300)

    def loss() -> torch.Tensor:
        search.zero_grad()
        each = torch.nn.functional.cross_entropy(inputs @ table + bias, acts, reduction="none")
        total = (each * weights).mean() + DECAY * (table**2).sum()
        total.backward()
        return total

    search.step(loss)
    own = scaled(np.ones((1, inputs.shape[1]), np.float32))[0] / spread
    matrix = table.detach().numpy() * own[:, None]
    return matrix.astype(np.float32), (bias.detach().numpy() - mean @ matrix).astype(np.float32)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("benchmarks", type=Path)
    args = parser.parse_args()
    encoder = Encoder(args.model, None, threads=2)
    polnear = labelled(encoder, LABELS, args.benchmarks / "polnear" / "train.jsonl")
    news = labelled(encoder, OF_NEWS, args.benchmarks / "news" / NEWS)
    data = polnear.with_more(news)
    matrix, bias = fit(data, ~data.measures)
    for name, part in (("PolNeAR", polnear), ("news", news)):
        scores = part.inputs @ matrix + bias
        guesses = scores[:, :NONE].argmax(1)
        for kind, rows in (("all", part.measures), ("sure", part.measures & part.sure)):
            rows = rows & part.neutral & (part.acts != NONE)
            print(
                f"{name}, neutral words, {kind}: {rows.sum()} statements;"
                f" right by the lists {(part.by_lists == part.acts)[rows].mean():.3f},"
                f" by the network {(guesses == part.acts)[rows].mean():.3f},"
                f" always assert {(part.acts == 0)[rows].mean():.3f}"
            )
    chances = torch.from_numpy(news.inputs @ matrix + bias).softmax(1).numpy()[:, NONE]
    is_none = news.acts == NONE
    print(
        f"no statements left out {(chances >= NO_STATEMENT)[news.measures & is_none].mean():.3f},"
        f" statements {(chances >= NO_STATEMENT)[news.measures & ~is_none].mean():.3f}"
    )
    matrix, bias = fit(data, np.ones(len(data.acts), np.bool_))
    linear(args.model / "acts.onnx", matrix, bias)
    seal_again(args.model)


if __name__ == "__main__":
    main()
