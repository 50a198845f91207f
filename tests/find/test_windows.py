"""A text cut into windows."""

from __future__ import annotations

from itertools import accumulate, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.encoder import Ints, Tokens, shipped
from onrecord.find.windows import BODY, CLS, SEP, STRIDE, Pieces, Range, cuts, owners, pieces, window_arrays


def made(lengths: list[int]) -> Pieces:
    """A document of sentences that have these many pieces, a character each."""
    sentence = np.repeat(np.arange(len(lengths)), lengths)
    at = np.arange(len(sentence))
    zero = np.zeros(len(sentence), np.int64)
    return Pieces(at + 1000, at, at + 1, zero + 1, zero + 2, zero, zero + 3, sentence, sentence // 4)


_LENGTHS = st.lists(st.one_of(st.integers(1, 40), st.integers(1, 600)), min_size=1, max_size=60)


def assert_sound(doc: Pieces, windows: list[Range], stride: int = STRIDE) -> None:
    """The windows cover the document, none is too long, and each begins where it may."""
    assert windows[0][0] == 0
    assert windows[-1][1] == len(doc)
    assert all(0 < end - start <= BODY for start, end in windows)
    assert all(a[0] < b[0] <= a[1] for a, b in pairwise(windows))
    assert all(end - start == BODY for start, end in windows[:-1])
    begins = set(np.flatnonzero(np.diff(doc.sentence, prepend=-1)).tolist())
    for (before, _), (start, _) in pairwise(windows):
        may = {at for at in begins if before + stride // 2 < at <= before + stride}
        assert start == (max(may) if may else before + stride)


@settings(max_examples=200, deadline=None)
@given(lengths=_LENGTHS, stride=st.sampled_from([STRIDE, 128, 254]))
def test_windows_cover_the_text_and_begin_with_sentences_where_they_can(lengths: list[int], stride: int) -> None:
    doc = made(lengths)
    assert_sound(doc, cuts(doc, stride=stride), stride)


@settings(max_examples=100, deadline=None)
@given(lengths=_LENGTHS, first=st.integers(1, STRIDE))
def test_a_short_way_to_the_second_window_moves_all_later_ones(lengths: list[int], first: int) -> None:
    doc = made(lengths)
    windows = cuts(doc, first=first)
    assert windows[-1][1] == len(doc)
    assert all(a[0] < b[0] <= a[1] for a, b in pairwise(windows))
    assert len(windows) == 1 or windows[1][0] <= first


@pytest.mark.parametrize(("count", "windows"), [(1, 1), (BODY, 1), (BODY + 1, 2), (BODY + STRIDE, 2), (5000, 26)])
def test_no_more_windows_than_are_needed(count: int, windows: int) -> None:
    assert len(cuts(made([1] * count))) == windows
    assert len(cuts(made([count]))) == windows


@settings(max_examples=200, deadline=None)
@given(lengths=_LENGTHS)
def test_every_piece_belongs_to_one_window_that_holds_it(lengths: list[int]) -> None:
    doc = made(lengths)
    windows = cuts(doc)
    firsts = [*owners(windows), len(doc)]
    assert firsts[0] == 0
    assert len(firsts) == len(windows) + 1
    assert all(a < b for a, b in pairwise(firsts))
    for (start, end), (first, after) in zip(windows, pairwise(firsts), strict=True):
        assert start <= first < after <= end


def test_a_window_s_own_pieces_have_text_around_them() -> None:
    windows = cuts(made([10] * 200))
    firsts = [*owners(windows), 2000]
    own = zip(windows[1:-1], pairwise(firsts[1:-1]), strict=True)
    assert all(first - start >= 10 and end - after >= 32 for (start, end), (first, after) in own)


def test_the_arrays_of_a_window_have_marks_at_both_ends() -> None:
    doc = made([4, 4, 4])
    inputs, places = window_arrays(doc, 2, 7)
    assert inputs[0].tolist() == [CLS, 1002, 1003, 1004, 1005, 1006, SEP]
    assert inputs[1:, [0, -1]].tolist() == [[0, 0]] * 3
    assert inputs[1:, 1:-1].tolist() == [[1] * 5, [2] * 5, [0] * 5]
    assert places.tolist() == [[0, 0, 0, 1, 1, 1, 1], [0] * 7, [0, 3, 3, 3, 3, 3, 0]]


@settings(max_examples=100, deadline=None)
@given(data=st.data(), gaps=st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), min_size=1, max_size=12))
def test_the_pieces_of_a_span_are_those_that_share_a_character(
    data: st.DataObject, gaps: list[tuple[int, int]]
) -> None:
    ends = list(accumulate(gap + length for gap, length in gaps))
    starts = [end - length for end, (_, length) in zip(ends, gaps, strict=True)]
    some: Ints = np.zeros(len(gaps), np.int64)
    doc = Pieces(some, np.array(starts), np.array(ends), some, some, some, some, some, some)
    begin = data.draw(st.integers(0, ends[-1] - 1))
    stop = data.draw(st.integers(begin + 1, ends[-1] + 2))
    sharing = [k for k in range(len(gaps)) if starts[k] < stop and begin < ends[k]]
    low, high = doc.slice_of((begin, stop))
    assert list(range(low, high)) == sharing


def test_pieces_have_the_features_of_their_first_character() -> None:
    text = "“It held,” the\nBBC said. He slept.\n\nMr. Vance"
    doc = pieces(text, shipped().tokens(text))
    words = [text[a:b] for a, b in zip(doc.starts, doc.ends, strict=True)]
    told = list(zip(words, *(row.tolist() for row in (doc.caps, doc.breaks, doc.quote, doc.sentence)), strict=True))
    assert told[:7] == [
        ("“", 0, 3, 1, 0),
        ("It", 2, 0, 1, 0),
        ("held", 1, 1, 1, 0),
        (",", 0, 0, 1, 0),
        ("”", 0, 0, 1, 0),
        ("the", 1, 1, 0, 0),
        ("BBC", 3, 2, 0, 1),
    ]
    assert [row for row in told if row[0] in ("He", "Mr", "Vance")] == [
        ("He", 2, 1, 0, 2),
        ("Mr", 2, 3, 0, 3),
        ("Vance", 2, 1, 0, 3),
    ]


def test_a_text_without_pieces_has_none() -> None:
    none: Ints = np.zeros(0, np.int64)
    assert len(pieces(" \n", Tokens(none, none, none))) == 0
