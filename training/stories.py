"""Real stories of a few reports each with what we marked in them: points, acts of speaking, conflicts.

labels/stories.jsonl: ids of articles and ranges in them, one line a story. Its articles are those of the Partisan Event
Dataset (Zou et al., 2023) and of the unlabelled news; their texts are read from the files of the benchmarks.
"""

import hashlib
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from onrecord.bench.gold import read_gold, read_texts
from onrecord.bench.gold_side import gold_story
from onrecord.bench.letters import letters
from onrecord.bench.record_side import record_story
from onrecord.bench.score import Found
from onrecord.bench.story import Characters, Story, content_alone
from onrecord.bench.trial import trial
from onrecord.model import Record
from onrecord.settings import Settings
from training.data import NEWS, articles

LABELS = Path(__file__).parent / "labels" / "stories.jsonl"
STORIES = "stories/stories.jsonl"  #: the file of paired articles in the folder of benchmarks
ASIDE = 5  #: of so many stories one is held aside
Pair = frozenset[str]


@dataclass(frozen=True)
class Affair:
    """Reports of which we know what is right, and what the product makes of them."""

    name: str
    gold: Story
    mine: Story
    """The record as it is scored."""
    record: Record
    has_conflicts: bool = False
    """Whether somebody looked for conflicts between its reports."""

    @property
    def marked(self) -> dict[str, str]:
        """The marked statement that each of the record's is, by their ids; the others are left out."""
        return {found: marked for marked, found in Found.of(self.gold, self.mine).ids.items()}

    @property
    def same(self) -> frozenset[Pair]:
        """The pairs of marked statements that are one act of speaking."""
        groups = self.gold.utterances
        return frozenset(frozenset(pair) for group in groups for pair in combinations(sorted(group), 2))

    @property
    def is_aside(self) -> bool:
        """Whether it is one of those that nothing is fitted on."""
        return held_aside(self.name)


def held_aside(story: str) -> bool:
    """Whether a story of that name is one of those that nothing is fitted on."""
    return int(hashlib.sha256(story.encode()).hexdigest(), 16) % ASIDE == 0


def with_record(folder: Path) -> Affair:
    """An affair with a record by hand, as the bench takes it."""
    texts = read_texts(folder)
    record = trial(folder / "reports", Settings()).record
    return Affair(folder.name, gold_story(read_gold(folder), texts), record_story(record, texts), record)


def stories(benchmarks: Path, only_aside: bool = False) -> Iterator[Affair]:
    """The stories that we marked, or only those that nothing is fitted on; `benchmarks` is the folder of benchmarks."""
    rows = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if held_aside(row["story"]) or not only_aside]
    wanted = {one["report"] for row in rows for one in row["statements"]}
    files = (benchmarks / STORIES, benchmarks / "news" / NEWS)
    texts = {row["id"]: row["text"] for file in files for row in articles(file) if row["id"] in wanted}
    for row in rows:
        own = {one["report"]: texts[one["report"]] for one in row["statements"]}
        record = _built(own)
        yield Affair(row["story"], _story(row, own), record_story(record, own), record, "conflicts" in row)


def split(affairs: Sequence[Affair]) -> tuple[list[Affair], list[Affair]]:
    """Those that may be fitted on, and those held aside."""
    return [one for one in affairs if not one.is_aside], [one for one in affairs if one.is_aside]


def _built(texts: dict[str, str]) -> Record:
    """The record of some texts."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            (Path(folder) / f"{name}.txt").write_text(text, encoding="utf-8")
        return trial(Path(folder), Settings()).record


def _characters(side: dict[str, Any], texts: dict[str, str]) -> Characters:
    name, (start, end) = side["report"], side["range"]
    return frozenset((name, at) for at in letters(texts[name], start, end))


def _story(row: dict[str, Any], texts: dict[str, str]) -> Story:
    """A story as it is scored: statements have their numbers for ids."""
    statements = {
        str(n): content_alone(
            (one["report"], at) for start, end in one["content"] for at in letters(texts[one["report"]], start, end)
        )
        for n, one in enumerate(row["statements"])
    }
    points = [{str(n): stance for stance, those in point.items() for n in those} for point in row["points"]]
    conflicts = [tuple(_characters(side, texts) for side in sides) for sides in row.get("conflicts", ())]
    return Story(
        reports={},
        entities={},
        statements=statements,
        utterances=tuple(frozenset(map(str, group)) for group in row["same"]),
        events={},
        points=tuple(points),
        conflicts=tuple(conflicts),
    )
