"""Statements with the act that each is, for `training.train`; and the regression that tells acts, fitted once more.

    python -m training.acts MODEL BENCHMARKS

MODEL is a folder that `training.export` wrote; it gets acts.onnx, and reader.json is sealed anew. Multinomial logistic
regression over the exported encoder: the head that was trained with it is of one of the encoders that were averaged.

The labels name articles and ranges in them: labels/acts.jsonl of PolNeAR's training part, labels/acts_news.jsonl of
unlabelled news that tells of disputes (act null: what the program read was no statement). One article in five, by the
hash of its id, measures: training never learns from it, and what is printed comes of the other four; what is written is
fitted on all. An unsure label weighs half. labels/acts_stories.jsonl holds what the program read in the stories of
labels/stories.jsonl: sure where who marked them found it to be no statement or another act, else the act that it read;
they are learnt from and measure nothing.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer

from onrecord.encoder import Encoder, Floats, Ints
from onrecord.find.acts import NO_STATEMENT, act_of, opinion
from onrecord.find.cues import ACTS
from onrecord.find.fusion import meaning
from onrecord.find.reader import GIST, Reading
from onrecord.find.windows import Pieces, cuts, window_arrays
from onrecord.model import Act
from training.data import NEWS, STATEMENTS, Range, held_aside, labelled
from training.export import linear, seal_again
from training.windows import TRAINING_STRIDE, pieces

LABELS = Path(__file__).parent / "labels" / "acts.jsonl"
OF_NEWS = Path(__file__).parent / "labels" / "acts_news.jsonl"
OF_STORIES = Path(__file__).parent / "labels" / "acts_stories.jsonl"
NONE = len(ACTS)  #: the class of what is no statement
DECAY = 0.001  #: of the squared weights
SCALE = 9.2
"""What the states are divided by, so that the decay bears on them as on the lists' opinion, which counts twice."""


@dataclass(frozen=True)
class Acted:
    """One labelled statement."""

    cue: Range
    content: tuple[Range, ...]
    by_lists: Act
    opinion: Floats  #: (11,) what the lists say of it, as `find.acts.opinion` puts it
    act: int  #: its number in `ACTS`, or `NONE`
    is_sure: bool
    is_neutral: bool  #: whether the reporting word performs no act by itself


@dataclass(frozen=True)
class Labelled:
    """A text with its labelled statements."""

    text: str
    acts: tuple[Acted, ...]


@dataclass(frozen=True)
class ActWindow:
    """One window with the statements that it shows.

    `parts` holds for each statement the pieces of its cue and of its content, as numbers in the window.
    """

    inputs: Ints  #: (4, length): ids, caps, breaks, quote
    parts: tuple[tuple[Ints, Ints], ...]
    opinions: Floats  #: (statements, 11)
    acts: Ints
    weights: Floats

    def __len__(self) -> int:
        return int(self.inputs.shape[1])


def _acted(text: str, row: dict[str, Any]) -> Acted:
    cue, content = (row["cue"][0][0], row["cue"][-1][1]), tuple((a, b) for a, b in row["content"])
    words = " ".join(text[a:b] for a, b in content)
    by_cue, mode, _ = meaning(text, cue)
    by_lists = act_of(words, by_cue, "direct" if words[:1] in '"“' else "indirect")
    act = ACTS.index(row["act"]) if row["act"] else NONE
    return Acted(cue, content, by_lists, opinion(by_lists, by_cue, mode), act, bool(row["sure"]), by_cue == "assert")


def load_acts(labels: Path, file: Path, *, aside: bool) -> list[Labelled]:
    """The texts of a file that have labels, those held aside or the others."""
    return [
        Labelled(one["text"], tuple(_acted(one["text"], row) for row in rows if row["cue"]))
        for one, rows in labelled(labels, file)
        if held_aside(one["id"]) == aside
    ]


def _parts(cut: Pieces, one: Acted, start: int, end: int) -> tuple[Ints, Ints] | None:
    """The pieces of a statement in a window, none where it does not show all of the cue and all content that counts."""
    cue = np.arange(*cut.slice_of(one.cue))
    said = np.concatenate([np.arange(*cut.slice_of(part)) for part in one.content])[:GIST]
    both = np.concatenate([cue, said])
    if not len(cue) or not len(said) or both.min() < start or both.max() >= end:
        return None
    return cue - start + 1, said - start + 1


def act_windows(doc: Labelled, tok: Tokenizer, rng: random.Random) -> list[ActWindow]:
    """The windows of a text that show labelled statements; the cuts move with `rng`."""
    cut = pieces(doc.text, tok)
    out = []
    for start, end in cuts(cut, stride=TRAINING_STRIDE, first=rng.randint(48, TRAINING_STRIDE)):
        shown = [(parts, one) for one in doc.acts if (parts := _parts(cut, one, start, end))]
        if shown:
            weights = np.array([1.0 if one.is_sure else 0.5 for _, one in shown], np.float32)
            out.append(
                ActWindow(
                    inputs=window_arrays(cut, start, end)[0],
                    parts=tuple(parts for parts, _ in shown),
                    opinions=np.stack([one.opinion for _, one in shown]),
                    acts=np.array([one.act for _, one in shown]),
                    weights=weights,
                )
            )
    return out


def _read(encoder: Encoder, docs: list[Labelled]) -> tuple[list[Acted], Floats]:
    """The labelled statements, and the numbers (n, 779) that their acts are told from."""
    acted, rows = [], []
    for doc in docs:
        reading = Reading(doc.text, encoder)
        acted += doc.acts
        rows += [np.concatenate([reading.meaning(one.cue, one.content), one.opinion]) for one in doc.acts]
    return acted, np.stack(rows)


def _scaled(rows: Floats) -> Floats:
    """The numbers as the regression sees them: states divided, the lists' opinion doubled."""
    scale = np.full(rows.shape[1], 1 / SCALE, np.float32)
    scale[-11:-2] = 2.0
    scale[-2:] = 1.0
    return rows * scale


def fit(acted: Sequence[Acted], rows: Floats) -> tuple[Floats, Floats]:
    """Weights (779, 10) and bias (10,) on the numbers as they are."""
    mean, spread = rows.mean(0), rows.std(0)
    mean[-11:], spread[-11:] = 0, 1
    seen = torch.from_numpy(_scaled((rows - mean) / spread))
    acts = torch.tensor([one.act for one in acted])
    weights = torch.tensor([1.0 if one.is_sure else 0.5 for one in acted])
    table, bias = torch.zeros(rows.shape[1], NONE + 1, requires_grad=True), torch.zeros(NONE + 1, requires_grad=True)
    search = torch.optim.LBFGS([table, bias], max_iter=200)

    def loss() -> torch.Tensor:
        search.zero_grad()
        each = torch.nn.functional.cross_entropy(seen @ table + bias, acts, reduction="none")
        total = (each * weights).mean() + DECAY * (table**2).sum()
        total.backward()
        return total

    search.step(loss)
    matrix = table.detach().numpy() * (_scaled(np.ones((1, rows.shape[1]), np.float32))[0] / spread)[:, None]
    return matrix.astype(np.float32), (bias.detach().numpy() - mean @ matrix).astype(np.float32)


def _report(name: str, acted: Sequence[Acted], scores: Floats) -> None:
    """Prints how many acts are right, and how many statements are taken for none."""
    chances = torch.from_numpy(scores).softmax(1).numpy()
    read = list(zip(acted, chances, strict=True))
    for kind, neutral, sure in (("neutral", True, False), ("neutral", True, True), ("other", False, False)):
        known = [(one, row) for one, row in read if one.act != NONE and one.is_neutral == neutral]
        told = [(one, row) for one, row in known if one.is_sure or not sure]
        print(
            f"{name}, {kind} words, {'sure' if sure else 'all'}: {len(told)} statements;"
            f" right by the lists {np.mean([ACTS[one.act] == one.by_lists for one, _ in told]):.3f},"
            f" by the network {np.mean([one.act == row[:NONE].argmax() for one, row in told]):.3f},"
            f" always assert {np.mean([one.act == 0 for one, _ in told]):.3f}"
        )
    for kind, is_none in (("no statements", True), ("statements", False)):
        left = [row[NONE] >= NO_STATEMENT for one, row in read if (one.act == NONE) == is_none]
        if left:
            print(f"{name}, {kind} left out: {np.mean(left):.3f} of {len(left)}")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("benchmarks", type=Path)
    args = parser.parse_args()
    encoder = Encoder(args.model, None, threads=2)
    polnear, news = args.benchmarks / "polnear" / "train.jsonl", args.benchmarks / "news" / NEWS
    sets = {"PolNeAR": (LABELS, polnear), "news": (OF_NEWS, news), "whole articles of news": (STATEMENTS, news)}
    learnt = [_read(encoder, load_acts(*one, aside=False)) for one in (*sets.values(), (OF_STORIES, news))]
    aside = [_read(encoder, load_acts(*one, aside=True)) for one in sets.values()]
    matrix, bias = fit([a for acted, _ in learnt for a in acted], np.concatenate([rows for _, rows in learnt]))
    for name, (acted, rows) in zip(sets, aside, strict=True):
        _report(name, acted, rows @ matrix + bias)
    every = [*learnt, *aside[:-1]]  # `bench/news.py` measures on those of the whole articles
    linear(
        args.model / "acts.onnx", *fit([a for acted, _ in every for a in acted], np.concatenate([r for _, r in every]))
    )
    seal_again(args.model)


if __name__ == "__main__":
    main()
