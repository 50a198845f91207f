"""Measure which statements are taken for one utterance, on real stories of two reports with labels.

    python bench/utterances.py STORIES.jsonl

STORIES.jsonl holds the articles that `training/labels/stories.jsonl` names, with ranges in their texts.
Each story is built as a pile of two files. Printed are the pairs of statements that are one utterance by the labels,
the pairs that were found, and the right ones among them, on the stories that weights were fitted on and on those held
aside. What the labels do not list as a statement counts for nothing.
"""

from __future__ import annotations

import json
import tempfile
import zlib
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from onrecord.bench.letters import letters
from onrecord.bench.measures import f1, pairs
from onrecord.bench.record_side import record_story
from onrecord.bench.score import FOUND
from onrecord.bench.story import Characters
from onrecord.model import Record
from onrecord.run import build

LABELS = Path(__file__).parents[1] / "training" / "labels" / "stories.jsonl"
ASIDE = 5  # one story in so many is held aside
Pair = frozenset[str]


@dataclass(frozen=True)
class Labelled:
    """A story with its labels."""

    name: str
    texts: dict[str, str]
    """The text of each report by its id."""
    statements: dict[str, Characters]
    same: frozenset[Pair]
    """The pairs of statements that report one act of speaking."""

    @property
    def is_aside(self) -> bool:
        """Whether nothing is fitted on it."""
        return zlib.crc32(self.name.encode()) % ASIDE == 0

    def write(self, folder: Path) -> None:
        """Its reports as files."""
        for name, text in self.texts.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")

    def record(self) -> Record:
        """What the product makes of it."""
        with tempfile.TemporaryDirectory() as folder:
            self.write(Path(folder))
            return build([folder], Path(folder) / "story.db")

    def labels(self, record: Record) -> dict[str, str]:
        """The label's name of each statement of a record that the labels list."""
        mine = {key: one.content for key, one in record_story(record, self.texts).statements.items()}
        return {found: marked for marked, found in pairs(self.statements, mine, FOUND).items()}


def read_labelled(stories: Path) -> list[Labelled]:
    """All stories with labels."""
    texts = {row["id"]: row["text"] for row in map(json.loads, stories.read_text(encoding="utf-8").splitlines())}
    return [_labelled(json.loads(line), texts) for line in LABELS.read_text(encoding="utf-8").splitlines()]


def _labelled(row: dict[str, Any], texts: dict[str, str]) -> Labelled:
    own = {one["report"]: texts[one["report"]] for one in row["statements"]}
    statements = {
        str(n): frozenset((one["report"], at) for place in one["content"] for at in letters(own[one["report"]], *place))
        for n, one in enumerate(row["statements"])
    }
    same = frozenset(frozenset(map(str, pair)) for group in row["same"] for pair in combinations(group, 2))
    return Labelled(row["story"], own, statements, same)


def found_in(record: Record, labels: dict[str, str]) -> set[Pair]:
    """The pairs of a record that are one utterance, as far as the labels list both."""
    groups = ({labels[one] for one in utterance.statements if one in labels} for utterance in record.utterances)
    return {frozenset(pair) for group in groups for pair in combinations(sorted(group), 2)}


def line(name: str, counts: Iterable[Sequence[int]]) -> str:
    """The figures of some stories: pairs right, found and marked of each."""
    right, found, marked = map(sum, zip(*counts, strict=True))
    return (
        f"{name}: {marked} pairs marked, {found} found, {right} right, precision {right / max(found, 1):.3f}, "
        f"recall {right / max(marked, 1):.3f}, F1 {f1(right, found, marked) or 0:.3f}"
    )


def counted(found: Set[Pair], one: Labelled) -> tuple[int, int, int]:
    """Pairs right, found and marked."""
    return len(found & one.same), len(found), len(one.same)


def main(stories: Path) -> None:
    """Print the figures."""
    counts: dict[str, list[tuple[int, int, int]]] = {"stories fitted on": [], "stories held aside": []}
    for one in read_labelled(stories):
        record = one.record()
        name = "stories held aside" if one.is_aside else "stories fitted on"
        counts[name].append(counted(found_in(record, one.labels(record)), one))
    for name, told in counts.items():
        print(line(name, told))


if __name__ == "__main__":
    import sys

    main(Path(sys.argv[1]))
