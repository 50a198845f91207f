"""Groups in which everything is linked to everything else, made from links between two."""

from __future__ import annotations

from collections.abc import Iterable

_MOST = 64  # members: more than these hanging together are kept as pairs, since cliques would take exponential time


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
