"""Claims that one speaker makes and another denies, told by what the statements mean and by which of them deny it.

Sentence encoders put "he left the bridge" and "he never left it" near each other; whether each denies what it tells, by
its act or by a negation, parts them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations
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
    near = _near(told, meanings)
    free = set(range(len(told)))
    while group := _fullest(told, near, free):
        free -= group
        yield Topic(None, "claim", tuple(_side(told[n]) for n in sorted(group)))


def _near(told: Sequence[_Claim], meanings: Meanings) -> dict[int, set[int]]:
    """For each statement those that share a word with it and mean nearly the same."""
    holders: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(told):
        for word in one.words:
            holders[word].append(n)
    near: dict[int, set[int]] = defaultdict(set)
    for a, b in {pair for those in holders.values() if len(those) <= _COMMON for pair in combinations(those, 2)}:
        if meanings.near(told[a].turn.text, told[b].turn.text) >= _NEAR:
            near[a].add(b)
            near[b].add(a)
    return near


def _fullest(told: Sequence[_Claim], near: Mapping[int, set[int]], free: Set[int]) -> set[int]:
    """The denial that most statements are near to, with these; empty where no denial makes a dispute."""
    stars = (({n} | (near.get(n, set()) & free), n) for n in sorted(free) if told[n].denies)
    disputed = [(len(group), -n, group) for group, n in stars if _is_disputed([told[m] for m in group])]
    return max(disputed, key=lambda item: item[:2])[2] if disputed else set()


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
