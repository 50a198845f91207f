"""Capitals, line breaks, quotations and sentences, as the network was taught them."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.layout import BREAKS, CAPS, QUOTES, breaks, capitals, layout

_TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=80),
    st.lists(
        st.sampled_from(
            ["“", "”", '"', "‘", "’", "'", "(", ")", ".", ",", "?", "…", " ", "\n", "\n\n", "\r\n", "\t", "\u00a0",
             "\u2028", "weir", "Weir", "WEIR", "Mr", "U", "S", "7", "didn’t", "中", "İ", "ß", "ǅ", "😀", "\u202e"]
        ),
        max_size=40,
    ).map("".join),
)  # fmt: skip


def states(text: str) -> str:
    """The state of quotation of each character that is no line break, as digits."""
    return "".join(str(state) for char, state in zip(text, layout(text).quote.tolist(), strict=True) if char != "\n")


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("74", 0),
        ("_", 0),
        ("weir", 1),
        ("é", 1),
        ("2nd", 1),
        ("Weir", 2),
        ("A", 2),
        ("WEIR", 3),
        ("OK", 3),
        ("McRoe", 4),
        ("iPad", 4),
        ("中文", 4),
    ],
)
def test_a_letter_has_the_case_of_its_word(word: str, value: int) -> None:
    assert capitals(f"- {word} -").tolist() == [0, 0, *[value] * len(word), 0, 0]


def test_words_of_one_text_have_each_their_own_case() -> None:
    assert "".join(map(str, capitals("The BBC’s weir-Keeper"))) == "222033301011110222222"


@pytest.mark.parametrize(
    ("gap", "value"),
    [
        ("", 0),
        (" ", 1),
        ("\t\u00a0 ", 1),
        ("\n", 2),
        (" \n ", 2),
        ("\r\n", 2),
        ("\n\n", 3),
        ("\n \t\n", 3),
        ("\r\n\r\n", 3),
    ],
)
def test_what_stands_before_a_piece(gap: str, value: int) -> None:
    text = f"“a{gap}b"
    assert breaks(text, np.array([0, 1, len(text) - 1])).tolist() == [3, 0, value]


def test_the_beginning_of_a_text_is_that_of_a_paragraph() -> None:
    assert breaks("weir", np.array([0])).tolist() == [3]
    assert breaks("\nweir", np.array([1])).tolist() == [2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It held.", "00000000"),
        ("“Go,” he", "11111000"),
        ('"Go," he', "11111000"),
        ('“Go," he', "11111000"),
        ('"Go,” he', "11111000"),
        ("‘Go,’ he", "11111000"),
        ("'Go,' he", "11111000"),
        ("he: “Go", "0000222"),
        ('he: "Go', "0000222"),
        ("he: ‘Go", "0000000"),
        ("he: 'Go", "0000000"),
        ("“Go\nhe”", "222000"),
        ('Go” "', "00000"),
    ],
)
def test_quotations_by_marks_of_every_kind(text: str, expected: str) -> None:
    assert states(text) == expected


@pytest.mark.parametrize("text", ["It didn't hold, the Roes' weir.", "It didn’t hold, the Roes’ weir.", "5' 7"])
def test_apostrophes_open_nothing(text: str) -> None:
    assert set(states(text)) == {"0"}


def test_apostrophes_do_not_close_single_marks() -> None:
    text = "‘It didn’t,’ he"
    assert states(text) == "111111111111000"


def test_marks_inside_a_quotation_begin_no_other() -> None:
    seen = layout("“He ‘knew’,” she said. “Go.”")
    assert seen.quotation.tolist() == [1] * 12 + [0] * 11 + [2] * 5


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("It held. We slept.", ["We"]),
        ("It held! (We slept.) Did it?", ["(We", "Did"]),
        ("“It held.” We slept.", ["We"]),
        ("It held. “We slept.”", ["“We"]),
        ("Mr. Vance slept on Jan. 5 in the U.S. Army.", []),
        ("It held at 5 p.m. and slept.", []),
        ("one\ntwo\n\nthree", ["two", "three"]),
        ("Mr.\nVance", ["Vance"]),
    ],
)
def test_where_sentences_begin(text: str, begins: list[str]) -> None:
    steps = np.flatnonzero(np.diff(layout(text).sentence))
    assert [text[at + 1 :].split()[0] for at in steps] == begins


def test_paragraphs_are_lines() -> None:
    assert layout("a. B\nc\n\n\nd").paragraph.tolist() == [0] * 5 + [1] * 4 + [2]


@settings(max_examples=300, deadline=None)
@given(text=_TEXTS)
def test_any_text_has_numbers_in_range_for_every_character(text: str) -> None:
    seen = layout(text)
    caps = capitals(text)
    ahead = breaks(text, np.arange(len(text)))
    assert {len(row) for row in (seen.quote, seen.quotation, seen.sentence, seen.paragraph, caps, ahead)} == {len(text)}
    assert set(caps.tolist()) <= set(range(CAPS))
    assert set(ahead.tolist()) <= set(range(BREAKS))
    assert set(seen.quote.tolist()) <= set(range(QUOTES))
    assert ((seen.quotation > 0) == (seen.quote > 0)).all()
    for row in (seen.sentence, seen.paragraph):
        assert row[:1].tolist() in ([], [0])
        assert set(np.diff(row).tolist()) <= {0, 1}
    assert all(n in seen.quotation for n in range(1, seen.quotation.max(initial=0) + 1))
    for n in range(1, len(seen.quotation)):
        assert not (text[n - 1] == "\n" != text[n] and seen.quotation[n] == seen.quotation[n - 1] > 0)
    seen_at = [at for at, char in enumerate(text) if not char.isspace()]
    assert ((np.diff(seen.sentence[seen_at]) > 0) | (np.diff(seen.paragraph[seen_at]) == 0)).all()


@pytest.mark.parametrize(
    "piece", ["‘", "'a ", "‘a ", "(‘", "“", '"', '" a ', "’", "''", ".'", ". ", "a\n", "a ", "Mr. ", "a" + " " * 99]
)
def test_ten_thousand_marks_take_less_than_a_second(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    start = time.process_time()
    layout(text)
    breaks(text, np.array([at for at, char in enumerate(text) if not char.isspace()]))
    assert time.process_time() - start < 1
