"""Words, sentences and the lists of closed classes."""

import pytest

from onrecord.find.words import sentences, trim, words
from onrecord.wordlists import listed, table


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The weir held.", ["The", "weir", "held", "."]),
        ("the U.S. side", ["the", "U.S.", "side"]),
        ("Vance’s weir", ["Vance", "’s", "weir"]),
        ("it didn't hold", ["it", "didn't", "hold"]),
        ("a no-entry sign", ["a", "no-entry", "sign"]),
        ("1,200.50 crowns, 30% more", ["1,200.50", "crowns", ",", "30%", "more"]),
        ("Ann Roe, R-Ohio, left", ["Ann", "Roe", ",", "R-Ohio", ",", "left"]),
        ("“Go!”", ["“", "Go", "!", "”"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_words_and_marks(text: str, found: list[str]) -> None:
    cut = words(text)
    assert [word.text for word in cut] == found
    assert all(text[word.start : word.end] == word.text for word in cut)


def test_ranges_are_those_of_the_whole_text() -> None:
    text = "Before. The weir held. After."
    assert [text[word.start : word.end] for word in words(text, 8, 22)] == ["The", "weir", "held", "."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The weir held. The town slept.", ["The weir held.", "The town slept."]),
        ("Mr. Vance left. He slept.", ["Mr. Vance left.", "He slept."]),
        ("The U.S. envoy left. He slept.", ["The U.S. envoy left.", "He slept."]),
        ("J. R. Vance left. He slept.", ["J. R. Vance left.", "He slept."]),
        ("“It held.” The town slept.", ["“It held.”", "The town slept."]),
        ("Did it hold? Yes! It did…", ["Did it hold?", "Yes!", "It did…"]),
        ("It rose by 1.5 feet. So what.", ["It rose by 1.5 feet.", "So what."]),
        ("no end", ["no end"]),
        ("She said no. The town slept.", ["She said no.", "The town slept."]),
        ("It shut at 5 p.m. She slept.", ["It shut at 5 p.m.", "She slept."]),
        ("It is No. 12 of them.", ["It is No. 12 of them."]),
        ("  ", []),
    ],
)
def test_a_paragraph_is_cut_into_sentences(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == found


def test_a_range_is_trimmed_of_white_space() -> None:
    assert trim(" \n a b ", 0, 7) == (3, 6)
    assert trim("   ", 0, 3) is None


def test_lists_are_in_lower_case_and_not_empty() -> None:
    assert {"the", "a"} <= listed("words", "determiners")
    assert all(one == one.lower() for one in listed("words", "prepositions"))
    assert table("cues")["assert"]["clause"]


def test_a_word_knows_marks_and_capitals() -> None:
    vance, comma = words("Vance,")
    assert (vance.is_capitalised, vance.is_mark, vance.low) == (True, False, "vance")
    assert comma.is_mark
