from hypothesis import given
from hypothesis import strategies as st

from onrecord.bench.letters import letters, overlap


def test_white_space_punctuation_and_quotation_marks_do_not_count() -> None:
    assert letters("“No,” he said.", 0, 14) == {1, 2, 6, 7, 9, 10, 11, 12}


def test_what_lies_outside_the_text_is_left_out() -> None:
    assert letters("abc", -5, 50) == {0, 1, 2}


def test_two_empty_sets_are_the_same() -> None:
    assert overlap(frozenset[int](), frozenset[int]()) == 1.0


@given(st.frozensets(st.integers(0, 9)), st.frozensets(st.integers(0, 9)))
def test_overlap_is_symmetric_and_one_only_for_equal_sets(a: frozenset[int], b: frozenset[int]) -> None:
    assert overlap(a, b) == overlap(b, a)
    assert 0.0 <= overlap(a, b) <= 1.0
    assert (overlap(a, b) == 1.0) == (a == b)
