"""The best tags and their probabilities, held against all sequences of tags that there are."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.encoder import Floats, Ints, shipped
from onrecord.find.decode import KINDS, NEVER, Cue, Roles, Tagged, cues, names, roles, spans

Doubles = npt.NDArray[np.float64]
_CUE_MOVES = [(0, 2)]
_ROLE_MOVES = [(0, 2), (0, 4), (1, 4), (2, 4), (3, 2), (4, 2)]
_SEEDS = st.integers(0, 2**32 - 1)
_NEAR = 1e-3  # of a sum of single-precision scores


def drawn(seed: int, *shape: int, size: float = 3.0) -> Floats:
    return np.random.default_rng(seed).normal(0, size, shape).astype(np.float32)


def table(seed: int, tags: int, never: list[tuple[int, int]]) -> Floats:
    """Random scores of moves, some of which are never made."""
    found = drawn(seed, tags, tags, size=1.0)
    for move in never:
        found[move] = NEVER
    return found


def sequences(tags: int, length: int) -> Ints:
    """All sequences of tags, a row each."""
    return np.array(list(product(range(tags), repeat=length)), np.int64).reshape(-1, length)


def sums(paths: Ints, scores: Floats, moves: Floats, before: int | None) -> Doubles:
    """The score of each path: of its tags and its moves, the first one from the tag `before` the text."""
    total: Doubles = scores.astype(np.float64)[np.arange(len(scores)), paths].sum(1)
    total += moves.astype(np.float64)[paths[:, :-1], paths[:, 1:]].sum(1)
    if before is not None:
        total += moves.astype(np.float64)[before, paths[:, 0]]
    return total


def tags_of(length: int, ranges: list[tuple[int, int, int]]) -> Ints:
    """Tags in which each (start, end, B) is a span."""
    found = np.zeros(length, np.int64)
    for start, end, begin in ranges:
        found[start:end] = begin + 1
        found[start] = begin
    return found[None]


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ([], []),
        ([0, 0], []),
        ([1, 2, 0, 1], [(0, 2), (3, 4)]),
        ([1, 1, 2], [(0, 1), (1, 3)]),
        ([2, 2, 0, 2], [(0, 2), (3, 4)]),
        ([3, 4, 1, 3, 4], [(2, 3)]),
        ([3, 2, 2], [(1, 3)]),
    ],
)
def test_spans_of_tags(tags: list[int], found: list[tuple[int, int]]) -> None:
    assert spans(tags, 1) == found


@settings(max_examples=60, deadline=None)
@given(seed=_SEEDS, length=st.integers(1, 7))
def test_cues_are_the_best_of_all_sequences(seed: int, length: int) -> None:
    scores, moves = drawn(seed, length, 3), table(seed + 1, 3, _CUE_MOVES)
    found, _ = cues(scores, moves.tolist())
    best = sums(sequences(3, length), scores, moves, before=0).max()
    taken = tags_of(length, [(cue.start, cue.end, 1) for cue in found])
    assert sums(taken, scores, moves, before=0)[0] == pytest.approx(best, abs=_NEAR)
    assert all(0 <= cue.start < cue.end <= length for cue in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@settings(max_examples=60, deadline=None)
@given(seed=_SEEDS, length=st.integers(1, 7))
def test_the_chance_of_a_cue_is_the_share_of_sequences_in_which_it_begins(seed: int, length: int) -> None:
    scores, moves = drawn(seed, length, 3), table(seed + 1, 3, _CUE_MOVES)
    found, chances = cues(scores, moves.tolist())
    paths = sequences(3, length)
    weights = np.exp(sums(paths, scores, moves, before=0))
    expected = [float(weights[paths[:, k] == 1].sum() / weights.sum()) for k in range(length)]
    assert chances == pytest.approx(expected, abs=1e-5)
    assert [cue.chance for cue in found] == [chances[cue.start] for cue in found]


def test_no_pieces_have_no_cues() -> None:
    assert cues(np.zeros((0, 3), np.float32), shipped().tables.cue_moves) == ([], [])


@settings(max_examples=20, deadline=None)
@given(seed=_SEEDS, size=st.sampled_from([0.1, 5.0, 60.0]))
def test_the_chances_of_a_long_text_stay_chances(seed: int, size: float) -> None:
    scores = drawn(seed, 3000, 3, size=size)
    scores[0] = 0
    found, chances = cues(scores, shipped().tables.cue_moves)
    assert len(chances) == 3000
    assert all(0 <= chance <= 1 for chance in chances)
    assert all(isinstance(cue, Cue) for cue in found)


def best_with_content(scores: Floats, moves: Floats) -> float:
    """The best sequence that is sane: outside at first, at most one source, some content."""
    paths = sequences(5, len(scores))
    sane = (paths[:, 0] == 0) & ((paths == 1).sum(1) <= 1) & (paths == 3).any(1)
    return float(sums(paths, scores, moves, before=None)[sane].max())


def content_chance(scores: Floats, moves: Floats) -> float:
    """The share of the sequences, outside at first, that have content."""
    paths = sequences(5, len(scores))
    paths = paths[paths[:, 0] == 0]
    weights = np.exp(sums(paths, scores, moves, before=None))
    return float(weights[(paths >= 3).any(1)].sum() / weights.sum())


def taken_by(one: Roles, length: int) -> Ints:
    source = [(*one.source, 1)] if one.source else []
    return tags_of(length, [*source, *((start, end, 3) for start, end in one.content)])


@settings(max_examples=40, deadline=None)
@given(seed=_SEEDS, length=st.integers(2, 5), count=st.integers(1, 3))
def test_roles_are_the_best_of_all_sane_sequences(seed: int, length: int, count: int) -> None:
    scores, moves = drawn(seed, count, length, 5), table(seed + 1, 5, _ROLE_MOVES)
    found = roles(scores, np.ones((count, length), np.bool_), moves)
    assert len(found) == count
    for one, rows in zip(found, scores, strict=True):
        value = sums(taken_by(one, length), rows, moves, before=None)[0]
        assert value == pytest.approx(best_with_content(rows, moves), abs=_NEAR)


@settings(max_examples=40, deadline=None)
@given(seed=_SEEDS, length=st.integers(2, 5), count=st.integers(1, 3))
def test_the_chance_of_content_is_the_share_of_sequences_that_have_it(seed: int, length: int, count: int) -> None:
    scores, moves = drawn(seed, count, length, 5), table(seed + 1, 5, _ROLE_MOVES)
    found = roles(scores, np.ones((count, length), np.bool_), moves)
    expected = [content_chance(rows, moves) for rows in scores]
    assert [one.chance for one in found] == pytest.approx(expected, abs=1e-5)


@settings(max_examples=40, deadline=None)
@given(seed=_SEEDS, length=st.integers(3, 5), data=st.data())
def test_what_the_mask_leaves_out_has_no_role(seed: int, length: int, data: st.DataObject) -> None:
    end = data.draw(st.integers(2, length - 1))
    scores, moves = drawn(seed, 1, length, 5), table(seed + 1, 5, _ROLE_MOVES)
    mask = np.arange(length)[None] < end
    (one,) = roles(scores, mask, moves)
    assert all(stop <= end for _, stop in (*one.content, *([one.source] if one.source else [])))
    masked = scores[0].copy()
    masked[end:] = [0, NEVER, NEVER, NEVER, NEVER]
    value = sums(taken_by(one, length), masked, moves, before=None)[0]
    assert value == pytest.approx(best_with_content(masked, moves), abs=_NEAR)
    assert one.chance == pytest.approx(content_chance(masked, moves), abs=1e-5)


@settings(max_examples=60, deadline=None)
@given(seed=_SEEDS, length=st.integers(2, 250), count=st.integers(1, 4), size=st.sampled_from([0.5, 5.0, 40.0]))
def test_there_is_one_source_at_most_and_content_always(seed: int, length: int, count: int, size: float) -> None:
    scores, moves = drawn(seed, count, length, 5, size=size), np.array(shipped().tables.role_moves, np.float32)
    mask = np.ones((count, length), np.bool_)
    found = roles(scores, mask, moves)
    for one in found:
        assert one.content
        ranges = sorted([*one.content, *([one.source] if one.source else [])])
        assert all(0 < start < end <= length for start, end in ranges)
        assert all(a[1] <= b[0] for a, b in pairwise(ranges))
        assert list(one.content) == sorted(one.content)
        assert 0 <= one.chance <= 1


@settings(max_examples=30, deadline=None)
@given(seed=_SEEDS, length=st.integers(2, 60), count=st.integers(2, 5))
def test_a_cue_has_the_same_roles_alone_as_among_others(seed: int, length: int, count: int) -> None:
    scores, moves = drawn(seed, count, length, 5), np.array(shipped().tables.role_moves, np.float32)
    mask = np.arange(length)[None] < np.random.default_rng(seed).integers(2, length + 1, count)[:, None]
    alone = [roles(scores[k : k + 1], mask[k : k + 1], moves)[0] for k in range(count)]
    found = roles(scores, mask, moves)
    assert [(one.source, one.content) for one in found] == [(one.source, one.content) for one in alone]
    assert [one.chance for one in found] == pytest.approx([one.chance for one in alone], abs=1e-9)


def test_no_cues_have_no_roles() -> None:
    none = np.zeros((0, 9, 5), np.float32)
    assert roles(none, np.zeros((0, 9), np.bool_), np.zeros((5, 5), np.float32)) == []


@pytest.mark.parametrize("moves", [shipped().tables.cue_moves, shipped().tables.role_moves], ids=["cues", "roles"])
def test_the_learned_moves_go_on_only_with_what_has_begun(moves: list[list[float]]) -> None:
    never = _CUE_MOVES if len(moves) == 3 else _ROLE_MOVES
    found = [(a, b) for a, row in enumerate(moves) for b, score in enumerate(row) if score <= NEVER]
    assert found == never


def log_shares(scores: Floats) -> Doubles:
    rows = scores.astype(np.float64)
    shares: Doubles = rows - np.log(np.exp(rows).sum(1, keepdims=True))
    return shares


@settings(max_examples=60, deadline=None)
@given(seed=_SEEDS, length=st.integers(1, 4))
def test_names_are_the_best_of_all_sane_sequences(seed: int, length: int) -> None:
    scores = drawn(seed, length, 7)
    paths = sequences(7, length)
    goes_on = (paths > 0) & (paths % 2 == 0)
    before = np.concatenate([np.zeros((len(paths), 1), np.int64), paths[:, :-1]], 1)
    sane = (~goes_on | (before == paths) | (before == paths - 1)).all(1)
    logs = log_shares(scores)
    best = logs[np.arange(length), paths[sane]].sum(1).max()
    found = names(scores)
    taken = tags_of(length, [(one.start, one.end, 1 + 2 * KINDS.index(one.kind)) for one in found])[0]
    assert logs[np.arange(length), taken].sum() == pytest.approx(best, abs=_NEAR)
    for one in found:
        shares = np.exp(logs[one.start : one.end]).mean(0)
        assert one.chances == pytest.approx((shares[1:] @ np.repeat(np.eye(3), 2, axis=0)).tolist(), abs=1e-5)


@settings(max_examples=40, deadline=None)
@given(seed=_SEEDS, length=st.integers(0, 400), size=st.sampled_from([0.1, 5.0, 60.0]))
def test_names_are_in_order_and_apart(seed: int, length: int, size: float) -> None:
    found = names(drawn(seed, length, 7, size=size))
    assert all(0 <= one.start < one.end <= length and one.kind in KINDS for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= chance <= 1 + 1e-6 for one in found for chance in one.chances)
    assert all(len(one.chances) == len(KINDS) and sum(one.chances) <= 1 + 1e-5 for one in found)


def test_a_name_keeps_the_kind_that_it_began_with() -> None:
    scores = np.full((3, 7), -9, np.float32)
    scores[0, 1] = scores[1, 2] = scores[2, 6] = 9
    scores[2, 2] = 0
    (one,) = names(scores)
    assert (one.start, one.end, one.kind) == (0, 3, "person")


def test_names_that_touch_are_two() -> None:
    scores = np.full((3, 7), -9, np.float32)
    scores[0, 1] = scores[1, 1] = scores[2, 3] = 9
    assert [(one.start, one.end, one.kind) for one in names(scores)] == [
        (0, 1, "person"),
        (1, 2, "person"),
        (2, 3, "organisation"),
    ]
    assert all(isinstance(one, Tagged) for one in names(scores))
