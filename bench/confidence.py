"""Measure how often statements of each kind are right, and write `src/onrecord/data/en/confidence.toml`.

    python bench/confidence.py HELD_OUT.jsonl
    python bench/confidence.py --test DEV.jsonl

HELD_OUT holds articles of PolNeAR's training part that the network did not learn from (`python -m training.data`); the
table is fitted on them. The second form prints how well the table holds on articles that nothing is fitted on: for each
tenth of confidence how many statements, what they were given on average, and what share of them is right.

A statement counts as right when its content overlaps an annotated one by at least 0.8 (F1 of characters) and, where
it has a source, so does the source by at least 0.5. What only a rule finds is counted on `training/labels/alone.jsonl`
instead, statements of unlabelled news read one by one: PolNeAR annotates neither accusations without an accuser nor, as
a rule, what somebody tells that another said.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path

from onrecord.find.attributions import attributed
from onrecord.find.confidence import confidence, family
from onrecord.find.stretch import Attribution
from onrecord.model import Report

TABLE = Path(__file__).parents[1] / "src" / "onrecord" / "data" / "en" / "confidence.toml"
ALONE = Path(__file__).parents[1] / "training" / "labels" / "alone.jsonl"
_SKIPPED = set(" \t\r\n\u00a0,.;:–—-\"'“”‘’«»?!()[]")

Judged = tuple[Attribution, bool]


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


def judged(path: Path) -> Iterator[Judged]:
    """Every attribution found in the articles of a file, with whether it is right."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["text"]
        report = Report(id="", file="", files=(), sha256="", text_sha256="", text=text, language="en")
        gold = [(letters(text, one["content"]), letters(text, one["source"])) for one in row["attributions"]]
        for one in attributed(report).attributions:
            yield one, is_right(one, text, gold)


def scale(pairs: list[tuple[float, bool]]) -> tuple[float, float]:
    """Bias and weight of the logistic curve from log odds to the share that is right, by climbing the likelihood."""
    bias = weight = 0.0
    for _ in range(3_000):
        errors = [right - 1 / (1 + math.exp(-(bias + weight * x))) for x, right in pairs]
        bias += 0.1 * sum(errors) / len(pairs)
        weight += 0.02 * sum(error * x for error, (x, _) in zip(errors, pairs, strict=True)) / len(pairs)
    return bias, weight


def odds(chance: float) -> float:
    """The log odds of a probability, cut near nought and one as `find.confidence` cuts it."""
    chance = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(chance / (1 - chance))


def write(found: list[Judged]) -> None:
    """Fit the table on judged attributions and write it."""
    lines = ["# How often what find/ finds is right, by its kind. Written by bench/confidence.py; do not edit."]
    for name, kind in (("agreed", False), ("read", True)):
        pairs = [(odds(o.chance), r) for o, r in found if o.chance is not None and o.rule.startswith("read") == kind]
        bias, weight = scale(pairs)
        lines += [f"[{name}] # {len(pairs)} statements", f"bias = {bias:.3f}", f"weight = {weight:.3f}"]
    lines += ["[alone]"]
    shares: dict[str, list[bool]] = {}
    for row in map(json.loads, ALONE.read_text(encoding="utf-8").splitlines()):
        shares.setdefault(family(row["rule"]), []).append(row["right"])
    lines += [f"{name} = {sum(alone) / len(alone):.2f} # of {len(alone)}" for name, alone in sorted(shares.items())]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def reliability(found: list[Judged]) -> None:
    """Print what statements of each tenth of confidence were given and what share of them is right."""
    tenths: dict[int, list[tuple[float, bool]]] = {}
    for one, right in found:
        given = confidence(one.rule, one.chance)
        tenths.setdefault(min(int(given * 10), 9), []).append((given, right))
    print("| confidence | statements | given | right |\n|---|---|---|---|")
    for tenth, rows in sorted(tenths.items()):
        given, share = sum(g for g, _ in rows) / len(rows), sum(r for _, r in rows) / len(rows)
        print(f"| {tenth / 10:.1f} to {tenth / 10 + 0.1:.1f} | {len(rows)} | {given:.2f} | {share:.2f} |")


def main(words: list[str]) -> None:
    """Fit the table, or test it."""
    if words[0] == "--test":
        reliability(list(judged(Path(words[1]))))
    else:
        write(list(judged(Path(words[0]))))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(sys.argv[1:])
