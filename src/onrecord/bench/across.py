"""What joins the reports of a story: statements of one utterance, points in dispute, conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import combinations

from onrecord.bench.letters import overlap
from onrecord.bench.measures import f1
from onrecord.bench.story import Characters, Story

Translation = Mapping[str, str]
"""The gold id of each statement of the record that was paired with one."""


def same_utterance(gold: Story, mine: Story, translation: Translation) -> float | None:
    """F1 of the pairs of statements that report one utterance, 0–1; a pair of unpaired statements is wrong."""
    theirs = _links(gold.utterances, gold.statements.keys())
    ours = {
        frozenset(_in_gold(one, translation) for one in pair)
        for pair in _links(mine.utterances, mine.statements.keys())
    }
    return f1(len(theirs & ours), len(ours), len(theirs))


def positions(gold: Story, mine: Story, translation: Translation) -> float | None:
    """F1 of statements on the right side of the right point, 0–1.

    Points are paired one to one, greedily by hits. A point may be worded either way round, so sides are matched in the
    better of the two ways; one shared statement alone says nothing about sides and is no hit. Unclear stances are left
    out on both sides.
    """
    theirs = [_sides(point) for point in gold.points]
    ours = [_sides({_in_gold(one, translation): stance for one, stance in point.items()}) for point in mine.points]
    ranked = sorted((-_hits(a, b), i, j) for i, a in enumerate(theirs) for j, b in enumerate(ours))
    used_theirs, used_ours, hits = set[int](), set[int](), 0
    for score, i, j in ranked:
        if score and i not in used_theirs and j not in used_ours:
            used_theirs.add(i)
            used_ours.add(j)
            hits -= score
    return f1(hits, sum(map(len, ours)), sum(map(len, theirs)))


def conflicts_found(gold: Story, mine: Story) -> int:
    """How many conflicts of gold the record has: each side of gold overlaps some side of it by 0.2 or more."""
    used: set[int] = set()
    for sides in gold.conflicts:
        for n, given in enumerate(mine.conflicts):
            if n not in used and _covers(given, sides):
                used.add(n)
                break
    return len(used)


def _in_gold(statement: str, translation: Translation) -> str:
    # Unpaired statements get a name that no gold statement has.
    return translation.get(statement, "?" + statement)


def _links(groups: Iterable[Set[str]], known: Set[str]) -> set[frozenset[str]]:
    return {frozenset(pair) for group in groups for pair in combinations(sorted(group & known), 2)}


def _sides(point: Mapping[str, str]) -> dict[str, str]:
    return {statement: stance for statement, stance in point.items() if stance != "unclear"}


def _hits(gold: Mapping[str, str], mine: Mapping[str, str]) -> int:
    agree = [gold[statement] == mine[statement] for statement in gold.keys() & mine.keys()]
    return max(sum(agree), len(agree) - sum(agree)) if len(agree) > 1 else 0


def _covers(given: Sequence[Characters], sides: Sequence[Characters]) -> bool:
    return all(any(overlap(side, mine) >= 0.2 for mine in given) for side in sides)
