import numpy as np
import pytest

from onrecord.match.communities import communities


def strengths(size: int, *groups: list[int], within: float = 0.8, between: float = 0.1) -> np.ndarray:
    found = np.full((size, size), between, np.float32)
    for group in groups:
        found[np.ix_(group, group)] = within
    return found


@pytest.mark.parametrize(
    "groups", [[[0, 2, 4], [1, 3, 5]], [[0, 1, 2], [3, 4, 5, 6, 7], [8, 9, 10]], [[0, 1], [2, 3], [4, 5], [6, 7]]]
)
def test_what_hangs_together_is_one_group_however_many_there_are(groups: list[list[int]]) -> None:
    assert communities(strengths(sum(map(len, groups)), *groups)) == groups


def test_what_is_near_to_everything_draws_nothing_to_it() -> None:
    found = strengths(7, [0, 1, 2], [3, 4, 5])
    found[6, :] = found[:, 6] = 0.5
    groups = communities(found)
    assert [0, 1, 2] in [[n for n in group if n != 6] for group in groups]
    assert len(groups) > 1


def test_the_same_strengths_give_the_same_groups_and_nothing_gives_none() -> None:
    found = strengths(6, [0, 1, 2], [3, 4, 5])
    assert communities(found) == communities(found.copy())
    assert communities(np.zeros((0, 0), np.float32)) == []
