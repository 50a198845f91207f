"""Measure which statements are taken for one utterance, on real stories that we marked.

    python -m bench.utterances BENCHMARKS [--aside]

BENCHMARKS is the folder of benchmarks, with the articles that `training/labels/stories.jsonl` names. Each story is
built as a pile. Printed are the pairs of statements that are one utterance by the labels, the pairs that were found,
and the right ones among them, on the stories that weights were fitted on and on those held aside. What the labels do
not list as a statement counts for nothing. Nearly all of the time goes to reading; `--aside` builds only the
stories held aside, a fifth of them.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from training.stories import Affair, Pair, split, stories

from onrecord.bench.measures import f1


def found_in(one: Affair) -> set[Pair]:
    """The pairs of a record that are one utterance, as far as the labels list both."""
    marked = one.marked
    groups = ({marked[key] for key in utterance.statements if key in marked} for utterance in one.record.utterances)
    return {frozenset(pair) for group in groups for pair in combinations(sorted(group), 2)}


def line(name: str, affairs: Sequence[Affair]) -> str:
    """The figures of some stories."""
    pairs = [(found_in(one), one.same) for one in affairs]
    right = sum(len(found & same) for found, same in pairs)
    found, marked = (sum(map(len, side)) for side in zip(*pairs, strict=True))
    return (
        f"{name}: {marked} pairs marked, {found} found, {right} right, precision {right / max(found, 1):.3f}, "
        f"recall {right / max(marked, 1):.3f}, F1 {f1(right, found, marked) or 0:.3f}"
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("--aside", action="store_true", help="only the stories held aside")
    args = parser.parse_args()
    fitted, aside = split(list(stories(args.benchmarks, args.aside)))
    if fitted:
        print(line("stories fitted on", fitted))
    print(line("stories held aside", aside))


if __name__ == "__main__":
    main()
