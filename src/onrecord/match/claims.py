"""Claims that one speaker makes and another denies, told by what the statements mean and by which of them deny it.

Sentence encoders put "he left the bridge" and "he never left it" near each other; whether each denies what it tells, by
its act or by a negation, parts them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from onrecord.match.disputes import Side
from onrecord.match.meanings import Meanings
from onrecord.match.topics import Topic
from onrecord.match.turns import Turn
from onrecord.match.wording import CONTENT, denies, sentences

_NEAR = 0.4
"""Least cosine to the denial. Of 0.35, 0.4 and 0.45 the first two raise the F1 of positions on an affair on which
no rule had been made from 0.13 to 0.23, and change nothing on four others."""
_TELLING = 3  # words that tell what a statement is about, at least
_COMMON = 24  # statements of an affair that have a word: what more have brings none together
_LEAST = 4  # statements that make a claim a point in dispute
_STANDS = frozenset({"deny", "allege", "concede", "criticise", "warn"})
"""Acts of which a claim needs one: what is merely told with and without "not" is no dispute."""


class _Claim(NamedTuple):
    """A statement as it bears on what it tells."""

    turn: Turn
    denies: bool
    words: frozenset[str]


def claims(turns: Sequence[Turn], taken: Set[str], meanings: Meanings) -> Iterator[Topic]:
    """The claims on which statements of two camps stand against each other, those with most statements first.

    Each is a denial with the statements that mean nearly the same, every statement in one of them at most.

    Args:
        turns: the statements of an affair.
        taken: the ids of those that have a stance on another point.
        meanings: tells how near statements are.
    """
    told = [one for turn in turns if turn.statement.id not in taken and (one := _claim(turn))]
    for group in _fullest_first(_near(told, meanings), told):
        yield Topic(None, "claim", tuple(_side(told[n]) for n in sorted(group)))


def _near(told: Sequence[_Claim], meanings: Meanings) -> dict[int, set[int]]:
    """For each denial those that share a word with it and mean nearly the same, where they may make a dispute.

    The meaning is looked at last, as it costs most: only of what shares a word with a denial that enough others do.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(told):
        for word in one.words:
            holders[word].append(n)
    beside: dict[int, set[int]] = {}
    for n, one in enumerate(told):
        if one.denies:
            those = {n}.union(*(found for word in one.words if len(found := holders[word]) <= _COMMON))
            if _is_disputed([told[m] for m in those]):
                beside[n] = those - {n}
    texts = [one.turn.text for one in told]
    meanings.read(texts[n] for n in sorted(beside.keys() | set().union(*beside.values())))
    return {n: {m for m in those if meanings.near(texts[n], texts[m]) >= _NEAR} for n, those in beside.items()}


def _fullest_first(near: Mapping[int, Set[int]], told: Sequence[_Claim]) -> Iterator[set[int]]:
    """Each denial that makes a dispute with those near to it that are still free, the one with most of them first.

    What is taken only makes the others fewer: one that is still as large as it was when it was put in line is the
    largest, and one that makes no dispute any more never will.
    """
    free = set(range(len(told)))
    line = [(-1 - len(others), n) for n, others in near.items()]
    heapify(line)
    while line:
        size, n = heappop(line)
        group = {n} | (near[n] & free)
        if n in free and _is_disputed([told[m] for m in group]):
            if len(group) == -size:
                free -= group
                yield group
            else:
                heappush(line, (-len(group), n))


def _side(one: _Claim) -> Side:
    return Side(one.turn, "against" if one.denies else "for", "denies it" if one.denies else "says so")


def _is_disputed(members: Sequence[_Claim]) -> bool:
    camps = {one.turn.sides[-1:] or (one.turn.statement.id,) for one in members}
    is_told = any(one.turn.statement.act in _STANDS for one in members)
    return is_told and len(members) >= _LEAST and len({one.denies for one in members}) > 1 and len(camps) > 1


def _claim(turn: Turn) -> _Claim | None:
    tokens = [token for one in sentences(turn.text) for token in one.tokens]
    words = frozenset(token.form for token in tokens if token.kind in CONTENT)
    if turn.is_pointer or len(words) < _TELLING or turn.statement.act in ("demand", "commit", "support"):
        return None
    return _Claim(turn, turn.statement.act == "deny" or denies(turn.text), words)
