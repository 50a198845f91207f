"""Measure points in dispute and conflicts on the invented affairs that their rules were made on.

    python bench/points.py

For each affair of `bench/disputes`: the F1 of positions (a statement on the paired point, on the right side, as the
bench counts it), and the conflicts found, shown and marked. These are no test figures; see `disputes/README.md`.
"""

from __future__ import annotations

import re
import tempfile
from collections import defaultdict
from pathlib import Path

from onrecord.bench.across import conflicts_found, positions
from onrecord.bench.letters import letters
from onrecord.bench.measures import pairs
from onrecord.bench.record_side import record_story
from onrecord.bench.story import Characters, Story, StoryStatement, content_alone
from onrecord.run import build

FOLDER = Path(__file__).parent / "disputes"
STANCES = {"+": "for", "-": "against", "u": "unclear"}
FOUND = 0.5  # overlap of contents from which two statements are one, as the bench pairs them
_MARK = re.compile(r"<(?P<on>[\d+\-u,]+)\|(?P<said>[^>]*)>|\{(?P<conflict>c\d):(?P<side>[^}]*)\}")


class Marked:
    """An affair with its marks: the plain texts by name, and what the marks say."""

    def __init__(self, folder: Path) -> None:
        self.texts: dict[str, str] = {}
        self.statements: dict[str, StoryStatement] = {}
        self.points: dict[str, dict[str, str]] = defaultdict(dict)
        self.conflicts: dict[str, list[Characters]] = defaultdict(list)
        for path in sorted(folder.glob("*.txt")):
            self._read(path.stem, path.read_text(encoding="utf-8"))

    def story(self) -> Story:
        """The affair as the bench compares it."""
        return Story(
            reports={},
            entities={},
            statements=self.statements,
            utterances=(),
            events={},
            points=tuple(self.points.values()),
            conflicts=tuple(map(tuple, self.conflicts.values())),
        )

    def _read(self, name: str, marked: str) -> None:
        text = _MARK.sub(lambda mark: mark["said"] or mark["side"], marked)
        self.texts[name] = text
        taken = 0
        for mark in _MARK.finditer(marked):
            words = mark["said"] or mark["side"]
            start = mark.start() - taken
            taken += len(mark[0]) - len(words)
            there = frozenset((name, at) for at in letters(text, start, start + len(words)))
            if mark["conflict"]:
                self.conflicts[mark["conflict"]].append(there)
            else:
                self._stand(f"{name}-{start}", there, mark["on"])

    def _stand(self, statement: str, there: Characters, on: str) -> None:
        self.statements[statement] = content_alone(there)
        for one in on.split(","):
            self.points[one[:-1]][statement] = STANCES[one[-1]]


def main() -> None:
    """Print the figures of every affair."""
    for folder in sorted(path for path in FOLDER.iterdir() if path.is_dir()):
        affair = Marked(folder)
        with tempfile.TemporaryDirectory() as place:
            for name, text in affair.texts.items():
                (Path(place) / f"{name}.txt").write_text(text, encoding="utf-8")
            mine = record_story(build([place], Path(place) / "affair.db"), affair.texts)
        gold = affair.story()
        ours, theirs = ({key: one.content for key, one in side.statements.items()} for side in (gold, mine))
        back = {found: marked for marked, found in pairs(ours, theirs, FOUND).items()}
        f1 = positions(gold, mine, back)
        hit = conflicts_found(gold, mine)
        print(
            f"{folder.name}: positions F1 {f1 or 0:.3f}, conflicts {hit} found, "
            f"{len(mine.conflicts)} shown, {len(gold.conflicts)} marked"
        )


if __name__ == "__main__":
    main()
