"""Measure how often each rule of the finder is right, and write `src/onrecord/data/en/confidence.toml`.

    python bench/confidence.py DATA/benchmarks/polnear/train.jsonl

A statement counts as right when its content overlaps an annotated one by at least 0.8 (F1 of characters) and, where
the rule names a source, so does its source by at least 0.5. Only the training part of PolNeAR is used, so that its
development part stays a test.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from onrecord.find.clauses import clause_attributions
from onrecord.find.direct import direct_attributions, stretches
from onrecord.find.passage import paragraphs
from onrecord.find.stretch import Attribution, Stretch
from onrecord.model import Report

FEWEST = 10
TABLE = Path(__file__).parents[1] / "src" / "onrecord" / "data" / "en" / "confidence.toml"
_SKIPPED = set(" \t\r\n\u00a0,.;:–—-\"'“”‘’«»?!()[]")


def attributions(text: str) -> list[Attribution]:
    """What the rules find in a bare text."""
    report = Report(id="", file="", files=(), sha256="", text_sha256="", text=text, language="en")
    body = paragraphs(report)
    direct = direct_attributions(text, body)
    found = list(direct.attributions)
    for paragraph in body:
        for sentence in paragraph.sentences:
            for run, is_quoted in stretches(sentence, paragraph, direct.quotations):
                found += clause_attributions(Stretch(run, is_quoted), direct.taken)
    return found


def letters(text: str, ranges: list[tuple[int, int]]) -> set[int]:
    """The offsets in `ranges` that count: no white space, punctuation or quotation marks."""
    return {i for start, end in ranges for i in range(start, end) if text[i] not in _SKIPPED}


def overlap(a: set[int], b: set[int]) -> float:
    """F1 of two sets of offsets (0–1)."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def is_right(one: Attribution, text: str, gold: list[tuple[set[int], set[int]]]) -> bool:
    """Whether an annotated attribution has the same content and source."""
    content = letters(text, list(one.content))
    source = letters(text, [one.source]) if one.source else None
    return any(
        overlap(content, its_content) >= 0.8 and (source is None or overlap(source, its_source) >= 0.5)
        for its_content, its_source in gold
    )


def main(path: Path) -> None:
    """Measure on the articles in `path` and write the table."""
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        text = row["text"]
        gold = [(letters(text, one["content"]), letters(text, one["source"])) for one in row["attributions"]]
        for one in attributions(text):
            found[one.rule] += 1
            right[one.rule] += is_right(one, text, gold)
    lines = [f'"{rule}" = {right[rule] / n:.2f} # of {n}' for rule, n in sorted(found.items()) if n >= FEWEST]
    head = "# How often each rule of find/ is right, of how many cases. Written by bench/confidence.py; do not edit.\n"
    TABLE.write_text(head + "[rules]\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
