"""Groups of what goes together, made from what is known of pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from heapq import heapify, heappop, heappush
from typing import TypeVar

from onrecord.model import Utterance

_MOST = 64  # members: more than these hanging together are kept as pairs, since cliques would take exponential time


Key = TypeVar("Key", str, int)


def linked(
    chances: Mapping[tuple[Key, Key], float], least: float, unknown: float, may_be: Callable[[Key, Key], bool]
) -> list[tuple[Key, ...]]:
    """Groups of two or more whose members go together by the mean of their chances (average linkage). In order.

    The two groups between which the mean is highest are joined first, and so on down to `least`. So what is like one
    member only does not join the rest, as it would in a chain.

    Args:
        chances: of pairs of ids or numbers, the lower first.
        least: the mean chance (0–1) at which two groups are joined.
        unknown: the chance of a pair of which none is given.
        may_be: whether nothing keeps two ids apart; asked of all that would come into one group.
    """
    open_ = [(-chance, a, b, 2) for (a, b), chance in chances.items() if chance >= least]
    part = _parts((a, b) for _, a, b, _ in open_)
    members: dict[Key, list[Key]] = {one: [one] for one in part}
    near: dict[Key, dict[Key, float]] = {one: {} for one in part}
    for (a, b), chance in chances.items():
        if a in part and b in part and part[a] == part[b]:  # between two parts no mean reaches `least`
            near[a][b] = near[b][a] = chance - unknown  # what is known beyond the usual, summed up over the pairs
    heapify(open_)
    while open_:
        _, a, b, size = heappop(open_)
        if a not in members or b not in near[a] or len(members[a]) + len(members[b]) != size:
            continue  # one of the two has grown since, or is no more
        if not all(may_be(x, y) for x in members[a] for y in members[b]):
            del near[a][b], near[b][a]
            continue
        _join(members, near, a, b)
        for other, sum_ in near[a].items():
            mean = sum_ / (len(members[a]) * len(members[other])) + unknown
            if mean >= least:
                heappush(open_, (-mean, min(a, other), max(a, other), len(members[a]) + len(members[other])))
    return sorted(tuple(sorted(group)) for group in members.values() if len(group) > 1)


def _parts(pairs: Iterable[tuple[Key, Key]]) -> dict[Key, Key]:
    """For each id in pairs one that stands for all that hang together with it."""
    top: dict[Key, Key] = {}

    def root(one: Key) -> Key:
        while top[one] != one:
            top[one] = top[top[one]]
            one = top[one]
        return one

    for a, b in pairs:
        top.setdefault(a, a)
        top.setdefault(b, b)
        top[root(b)] = root(a)
    return {one: root(one) for one in top}


def _join(members: dict[Key, list[Key]], near: dict[Key, dict[Key, float]], a: Key, b: Key) -> None:
    """The group `b` taken into `a`; `near` then holds the sums of both."""
    members[a] += members.pop(b)
    theirs = near.pop(b)
    for other, chance in theirs.items():
        del near[other][b]
        if other != a:
            near[a][other] = near[other][a] = near[a].get(other, 0.0) + chance


def cliques(links: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The largest groups of ids in which each is linked to every other; an id may be in several. In order."""
    return sorted(group for near in _components(links) for group in _largest(near))


def _components(links: Iterable[tuple[str, str]]) -> list[dict[str, set[str]]]:
    """The ids that hang together by links, each with its neighbours."""
    near: dict[str, set[str]] = {}
    for a, b in links:
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)
    found, seen = [], set[str]()
    for start in sorted(near):
        if start in seen:
            continue
        reached, open_ = {start}, [start]
        while open_:
            fresh = near[open_.pop()] - reached
            reached |= fresh
            open_ += fresh
        found.append({node: near[node] for node in reached})
        seen |= reached
    return found


def _largest(near: dict[str, set[str]]) -> list[tuple[str, ...]]:
    """The largest groups of one component (Bron and Kerbosch 1973, with Tomita's pivot)."""
    if len(near) > _MOST:
        return sorted({(min(a, b), max(a, b)) for a in near for b in near[a]})
    found: list[tuple[str, ...]] = []

    def extend(group: set[str], candidates: set[str], done: set[str]) -> None:
        if not candidates and not done:
            found.append(tuple(sorted(group)))
            return
        pivot = max(sorted(candidates | done), key=lambda n: len(near[n] & candidates))
        for node in sorted(candidates - near[pivot]):
            extend(group | {node}, candidates & near[node], done & near[node])
            candidates = candidates - {node}
            done = done | {node}

    extend(set(), set(near), set())
    return found


def linked_by(utterances: Iterable[Utterance]) -> dict[str, set[str]]:
    """The statements that tell one act of speaking with each, itself among them."""
    found: dict[str, set[str]] = {}
    for utterance in utterances:
        for one in utterance.statements:
            found.setdefault(one, set()).update(utterance.statements)
    return found
