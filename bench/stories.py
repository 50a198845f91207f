"""Measure what is told across the reports of real stories that we marked: utterances, points in dispute, conflicts.

    python -m bench.stories BENCHMARKS [FOLDER...] [--aside]

BENCHMARKS is the folder of benchmarks, with the articles that `training/labels/stories.jsonl` names. Each story is
built as a pile. Printed are, for the stories that weights were fitted on, for those held aside, and for the FOLDERs,
affairs with a record by hand, together:

- pairs of statements that are one utterance by the labels, that were found, and that are right;
- the F1 of positions, a statement on the right side of the right point, on average over the stories;
- stances that are right by the words of the point: whether a statement is on the side of the one that the point is
  worded by, of those that stand with it on a point of the labels;
- conflicts that are marked, that were shown, and that are right, in the stories whose conflicts we marked. What is
  shown and not marked is not always wrong: who marked them read quickly.

What the labels do not list as a statement counts for nothing. Nearly all of the time goes to reading; `--aside` builds
only the stories held aside, a fifth of them.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import msgspec
from training.stories import Affair, Pair, split, stories, with_record

from onrecord.bench.across import conflicts_found, positions
from onrecord.bench.measures import f1

CLEAR = ("for", "against")


def found_in(one: Affair) -> set[Pair]:
    """The pairs of a record that are one utterance, as far as the labels list both."""
    marked = one.marked
    groups = ({marked[key] for key in utterance.statements if key in marked} for utterance in one.record.utterances)
    return {frozenset(pair) for group in groups for pair in combinations(sorted(group), 2)}


def positions_of(one: Affair) -> float:
    """The F1 of positions of a story, as far as the labels list the statements."""
    marked = one.marked
    points = tuple({key: stance for key, stance in point.items() if key in marked} for point in one.mine.points)
    return positions(one.gold, msgspec.structs.replace(one.mine, points=points), marked) or 0.0


def stances(one: Affair) -> Counter[str]:
    """How many stances are right or wrong by the words of their point, or unclear; the statement that words it, of
    which that is known, counts for none."""
    found: Counter[str] = Counter()
    for point in one.record.points:
        source = one.marked.get(point.taken_from, "")
        own = next(position.stance for position in point.positions if position.statement == point.taken_from)
        for known in (known for known in one.gold.points if known.get(source) in CLEAR):
            for position in point.positions:
                stance = known.get(one.marked.get(position.statement, ""))
                if position.statement != point.taken_from and stance in CLEAR:
                    is_right = (position.stance == own) == (stance == known[source])
                    found["unclear" if position.stance not in CLEAR else "right" if is_right else "wrong"] += 1
            break
    return found


def lines(affairs: Sequence[Affair]) -> Iterator[str]:
    """The figures of some stories."""
    pairs = [(found_in(one), one.same) for one in affairs]
    yield "utterances: " + _told(
        sum(len(found & same) for found, same in pairs), *(sum(map(len, side)) for side in zip(*pairs, strict=True))
    )
    yield f"positions: F1 {sum(map(positions_of, affairs)) / len(affairs):.3f} on average"
    sides = sum((stances(one) for one in affairs), Counter[str]())
    clear = sides["right"] + sides["wrong"]
    yield f"stances: {sides.total()}, open {sides['unclear']}, of others right {sides['right'] / max(clear, 1):.3f}"
    marked = [one for one in affairs if one.has_conflicts]
    if not marked:
        return
    both = [(one.mine, one.gold) for one in marked]
    right = sum(conflicts_found(gold, mine) for mine, gold in both)
    shown, known = (sum(len(side.conflicts) for side in sides) for sides in zip(*both, strict=True))
    yield f"conflicts, in {len(marked)} stories: " + _told(right, shown, known)


def _told(right: int, found: int, marked: int) -> str:
    return (
        f"{marked} marked, {found} found, {right} right, precision {right / max(found, 1):.3f}, "
        f"recall {right / max(marked, 1):.3f}, F1 {f1(right, found, marked) or 0:.3f}"
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--aside", action="store_true", help="only the stories held aside")
    args = parser.parse_args()
    fitted, aside = split(list(stories(args.benchmarks, args.aside)))
    folders = list(map(with_record, args.folders))
    for name, some in (("stories fitted on", fitted), ("stories held aside", aside), ("affairs", folders)):
        for line in lines(some) if some else ():
            print(f"{len(some)} {name}, {line}")


if __name__ == "__main__":
    main()
