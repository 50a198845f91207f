"""Lines and their places, prose and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.lines import BLANKS, ends_sentence, is_prose, lines_of, plain, trimmed


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\u2028", "\x0c", "\x85"])
def test_any_line_end_ends_a_line(end: str) -> None:
    assert [line.text for line in lines_of(f"one{end}two{end}")] == ["one", "two"]


def test_white_space_around_a_line_is_left_out_and_within_it_stays() -> None:
    (line,) = lines_of("\ufeff \xa0 a \xa0 b\u200b\t\n \n")
    assert line.text == "a \xa0 b"
    assert line.start == 4


def test_a_part_of_a_text_can_be_asked_for() -> None:
    assert [line.text for line in lines_of("one\ntwo\nthree", 4, 7)] == ["two"]
    assert trimmed("a   b", 1, 4) is None


@pytest.mark.parametrize(
    "text", ["He left.", "“No,” she said.”", "Why?", "It ended…", "(He left.)", "As told.[3]", "“No!”", "He said ‘no.’"]
)
def test_these_end_a_sentence(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["Port shuts", "He said:", "Lund,", "‘no-go’ zone named ‘safe’", ""])
def test_these_do_not(text: str) -> None:
    assert not ends_sentence(text)


def test_prose_ends_as_a_sentence_or_is_long() -> None:
    assert is_prose("She denied it all.")
    assert is_prose("word " * 30)
    assert not is_prose("Read more.")
    assert not is_prose("Port of Lund shuts its gates for the winter")


def test_plain_words_have_no_case_curls_or_wide_spaces() -> None:
    assert plain("Editor’s\xa0\xa0Picks ") == "editor's picks"


@given(st.text())
def test_every_line_is_its_slice_and_nothing_visible_is_lost(text: str) -> None:
    lines = lines_of(text)
    assert all(text[line.start : line.end] == line.text for line in lines)
    assert all(line.text == line.text.strip(BLANKS) != "" for line in lines)
    visible = [char for char in text if char not in BLANKS]
    assert [char for line in lines for char in line.text if char not in BLANKS] == visible
