"""Groups of what goes together."""

from __future__ import annotations

import random
from itertools import combinations

from onrecord.match.groups import cliques, linked


def test_what_is_linked_to_all_is_one_group() -> None:
    assert cliques(combinations("abcd", 2)) == [("a", "b", "c", "d")]


def test_what_is_linked_to_two_that_are_not_is_in_two_groups() -> None:
    assert cliques([("a", "b"), ("b", "c")]) == [("a", "b"), ("b", "c")]


def test_no_links_are_no_groups() -> None:
    assert cliques([]) == []


def test_the_order_of_links_makes_no_difference() -> None:
    links = [(f"{a:02}", f"{b:02}") for a, b in combinations(range(20), 2) if (a * b) % 3]
    first = cliques(links)
    random.Random(1).shuffle(links)
    assert cliques([(b, a) for a, b in links]) == first


def test_very_many_that_hang_together_are_kept_as_pairs() -> None:
    links = list(combinations([f"{n:03}" for n in range(70)], 2))
    assert cliques(links) == sorted(links)


def test_groups_are_joined_by_the_mean_of_their_chances() -> None:
    chances = {("a", "b"): 0.9, ("c", "d"): 0.8, ("b", "c"): 0.5, ("b", "e"): 0.45}
    for least, groups in ((0.95, []), (0.3, [("a", "b"), ("c", "d")]), (0.1, [("a", "b", "c", "d", "e")])):
        assert linked(chances, least, 0.02, lambda x, y: True) == groups
    assert linked(chances, 0.1, 0.02, lambda x, y: {x, y} != {"a", "d"}) == [("a", "b", "e"), ("c", "d")]
    assert linked(dict(reversed(chances.items())), 0.1, 0.02, lambda x, y: True) == [("a", "b", "c", "d", "e")]
