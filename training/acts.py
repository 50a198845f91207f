"""Statements with the act that each is, for `training.train`; and how well an exported model tells them.

    python -m training.acts MODEL BENCHMARKS

The labels name articles and ranges in them: labels/acts.jsonl of PolNeAR's training part, labels/acts_news.jsonl of
unlabelled news that tells of disputes (act null: what the program read was no statement). One article in five, by the
hash of its id, measures and is never learnt from; an unsure label weighs half.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from onrecord.encoder import Encoder, Floats, Ints
from onrecord.find.acts import NO_STATEMENT, act_of, opinion
from onrecord.find.cues import ACTS
from onrecord.find.fusion import meaning
from onrecord.find.reader import GIST, Reading
from onrecord.find.windows import Pieces, cuts, window_arrays
from onrecord.model import Act
from training.data import Range
from training.expressions import NEWS, articles
from training.windows import TRAINING_STRIDE, pieces

LABELS = Path(__file__).parent / "labels" / "acts.jsonl"
OF_NEWS = Path(__file__).parent / "labels" / "acts_news.jsonl"
NONE = len(ACTS)  #: the class of what is no statement


@dataclass(frozen=True)
class Acted:
    """One labelled statement."""

    cue: Range
    content: tuple[Range, ...]
    by_lists: Act
    opinion: Floats  #: (11,) what the lists say of it, as `find.acts.opinion` puts it
    act: int  #: its number in `ACTS`, or `NONE`
    is_sure: bool
    is_neutral: bool  #: whether the reporting word performs no act by itself, so that the network decides


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


def held_aside(article: str) -> bool:
    """Whether the labels of an article measure: one in five, by the hash of its id."""
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % 5 == 0


def _acted(text: str, row: dict[str, Any]) -> Acted:
    cue, content = (row["cue"][0][0], row["cue"][-1][1]), tuple((a, b) for a, b in row["content"])
    words = " ".join(text[a:b] for a, b in content)
    by_cue, mode, _ = meaning(text, cue)
    by_lists = act_of(words, by_cue, "direct" if words[:1] in '"“' else "indirect")
    act = ACTS.index(row["act"]) if row["act"] else NONE
    return Acted(cue, content, by_lists, opinion(by_lists, mode), act, bool(row["sure"]), by_cue == "assert")


def load_acts(labels: Path, file: Path, *, aside: bool) -> list[Labelled]:
    """The texts of a file that have labels, those held aside or the others."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in map(json.loads, labels.read_text(encoding="utf-8").splitlines()):
        if held_aside(row["article"]) == aside:
            rows.setdefault(row["article"], []).append(row)
    texts = {one["id"]: one["text"] for one in articles(file) if one["id"] in rows}
    return [Labelled(texts[i], tuple(_acted(texts[i], row) for row in mine)) for i, mine in rows.items()]


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


def _read(encoder: Encoder, docs: list[Labelled]) -> Iterator[tuple[Acted, Floats]]:
    """Each labelled statement with the probabilities of the nine acts and of no statement."""
    for doc in docs:
        reading = Reading(doc.text, encoder)
        rows = [np.concatenate([reading.meaning(one.cue, one.content), one.opinion]) for one in doc.acts]
        yield from zip(doc.acts, encoder.acts(np.stack(rows)), strict=True)


def _report(name: str, read: list[tuple[Acted, Floats]]) -> None:
    """Prints how many acts behind neutral words are right, and how many statements are taken for none."""
    for kind, sure in (("all", False), ("sure", True)):
        told = [(one, chances) for one, chances in read if one.act != NONE and (one.is_sure or not sure)]
        told = [(one, chances) for one, chances in told if one.is_neutral]
        print(
            f"{name}, neutral words, {kind}: {len(told)} statements;"
            f" right by the lists {np.mean([ACTS[one.act] == one.by_lists for one, _ in told]):.3f},"
            f" by the network {np.mean([one.act == chances[:NONE].argmax() for one, chances in told]):.3f},"
            f" always assert {np.mean([one.act == 0 for one, _ in told]):.3f}"
        )
    for kind, is_none in (("no statements", True), ("statements", False)):
        left = [chances[NONE] >= NO_STATEMENT for one, chances in read if (one.act == NONE) == is_none]
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
    _report("PolNeAR", list(_read(encoder, load_acts(LABELS, polnear, aside=True))))
    _report("news", list(_read(encoder, load_acts(OF_NEWS, news, aside=True))))


if __name__ == "__main__":
    main()
