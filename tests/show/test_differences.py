import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.show.differences import MOST_WORDS, Piece, differences, shared


def changed(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in pieces if not piece.same]


@pytest.mark.parametrize(
    ("left", "right", "gone", "new"),
    [
        ("we never hid it from anybody", "we never hid it from anyone", ["anybody"], ["anyone"]),
        ("we will sign", "we won’t sign", ["will"], ["won’t"]),
        ("we did know", "we did not know", [], ["not "]),
        ("a big red ship", "a very small ship", ["big red"], ["very small"]),
        ("the ship, she said", "the ship she said", [","], []),
    ],
)
def test_other_words_are_found(left: str, right: str, gone: list[str], new: list[str]) -> None:
    both = differences(left, right)
    assert both is not None
    assert [[one.strip() for one in changed(side)] for side in both] == [
        [one.strip() for one in gone],
        [one.strip() for one in new],
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“We don’t know”", '"We don\'t know"'),
        ("we ‘know’", "we know"),
        ("no-one – ever", "no‐one — ever"),
        ("and so…", "and so..."),
        ("a\u00a0b\n c", "a b c"),
        ("co\u00adoperate", "cooperate"),
    ],
)
def test_typographic_marks_are_no_difference(left: str, right: str) -> None:
    both = differences(left, right)
    assert both is not None
    assert [changed(side) for side in both] == [[], []]


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_pieces_joined_are_the_text(left: str, right: str) -> None:
    both = differences(left, right)
    assert both is not None
    assert tuple("".join(piece.text for piece in side) for side in both) == (left, right)


@given(st.text(max_size=60))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    both = differences(text, text)
    assert both is not None
    assert [changed(side) for side in both] == [[], []]


def test_texts_too_long_to_compare_are_not_compared() -> None:
    began = time.monotonic()
    assert differences("a " * (2 * MOST_WORDS), "b " * 3) is None
    assert time.monotonic() - began < 2


def test_shared_is_the_part_that_both_have() -> None:
    assert shared((Piece("abc", True), Piece("d", False))) == 0.75
    assert shared(()) == 1.0
