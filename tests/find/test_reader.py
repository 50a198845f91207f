"""What the network reads: easy sentences, and what must hold for any text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.decode import Range
from onrecord.find.reader import EDGE, REACH, Read, Reading, near, trim

Make = Callable[[str], Reading]

_PIECES = st.sampled_from(
    [*"“”\"‘’'«».,;:!?…–—-()[] \n\t\u00a0\u200b\u200d\u202e\u2066\ufeff\x00", "\n\n", "\r\n", "’s", ".”\n\n“",
     "Dorrit Vance", "Mr Vance", "Tolland Mills Ltd", "Norway", "the mayor", "said", "told", "denied that", "he",
     "according to", "that", "the weir will hold", "weir" * 200, "각각", "中文", "İ", "ﬁ", "ß", "e\u0301", "😀", "👩‍🚒",
     "ש", "ق", "7", "15%"]
)  # fmt: skip
_TEXTS = st.one_of(
    st.lists(_PIECES, max_size=40).map(" ".join),
    st.lists(_PIECES, max_size=40).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=120),
)


def told(reading: Reading, proposed: tuple[Range, ...] = ()) -> list[tuple[str | None, str, list[str]]]:
    """Source, cue and content of each attribution as words."""
    return [
        (
            reading.text[slice(*one.source)] if one.source else None,
            reading.text[slice(*one.cue)],
            [reading.text[slice(*part)] for part in one.content],
        )
        for one in reading.attributions(proposed)
    ]


def ranges(reading: Reading, reads: list[Read]) -> Iterator[Range]:
    for one in reads:
        yield from (one.cue, *one.content, *([one.source] if one.source else []))
    yield from ((one.start, one.end) for one in reading.names())


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Dorrit Vance said the old weir was sound.", "Dorrit Vance", "said", "the old weir was sound"),
        ("“We will pay in full,” said Maria Vance.", "Maria Vance", "said", "We will pay in full"),
        ("Hugo Lamm denied that the weir was unsafe.", "Hugo Lamm", "denied", "the weir was unsafe"),
        ("According to Maria Vance, the weir is safe.", "Maria Vance", "According to", "the weir is safe"),
        ("It rained in Ostrell.\n\nHugo Lamm said it was closed.\n", "Hugo Lamm", "said", "it was closed"),
    ],
)
def test_an_easy_sentence(reading_of: Make, text: str, source: str, cue: str, content: str) -> None:
    assert told(reading_of(text)) == [(source, cue, [content])]


def test_names_of_an_easy_sentence(reading_of: Make) -> None:
    text = "Dorrit Vance told Hugo Lamm that Norway had signed the treaty."
    found = [(text[one.start : one.end], one.kind) for one in reading_of(text).names()]
    assert found == [("Dorrit Vance", "person"), ("Hugo Lamm", "person"), ("Norway", "place")]


def test_what_is_read_for_certain_has_a_high_chance(reading_of: Make) -> None:
    (one,) = reading_of("Dorrit Vance said the old weir was sound.").attributions()
    assert 0.5 < one.chance == one.cue_chance * one.content_chance <= 1


def test_a_proposed_cue_is_judged_and_marked(reading_of: Make) -> None:
    text = "The weir held all night."
    assert reading_of(text).attributions() == []
    for one in reading_of(text).attributions([(9, 13)]):
        assert text[slice(*one.cue)] == "held"
        assert one.is_proposed
        assert one.chance < 0.5


def test_a_proposed_cue_is_read_no_further_where_its_chance_is_too_low(reading_of: Make) -> None:
    reading = reading_of("The weir held all night.")
    (one,) = reading.attributions([(9, 13)])
    assert reading.attributions([(9, 13)], one.cue_chance) == [one]
    assert reading.attributions([(9, 13)], one.cue_chance + 0.01) == []


@pytest.mark.parametrize("proposed", [(13, 17), (14, 15), (0, 41), (16, 30)])
def test_what_shares_a_character_with_a_cue_of_its_own_is_not_read_twice(reading_of: Make, proposed: Range) -> None:
    reading = reading_of("Dorrit Vance said the old weir was sound.")
    assert reading.attributions([proposed]) == reading.attributions()


def test_the_same_cue_proposed_twice_is_judged_once(reading_of: Make) -> None:
    reading = reading_of("The weir held all night.")
    assert reading.attributions([(9, 13), (9, 13)]) == reading.attributions([(9, 13)])


def test_proposals_change_nothing_of_what_is_read_anyway(reading_of: Make) -> None:
    text = "On Monday the weir held. Dorrit Vance said it was sound. The town slept. Hugo Lamm denied that it was safe."
    reading = reading_of(text)
    own = reading.attributions()
    proposed = [(text.index(word), text.index(word) + len(word)) for word in ("held", "slept", "The town", "safe")]
    assert [one for one in reading.attributions(proposed) if not one.is_proposed] == own != []


def test_a_text_of_many_windows_is_read_to_its_end(reading_of: Make) -> None:
    text = " ".join(f"On day {day} Hugo Lamm said the weir was sound." for day in range(60))
    reading = reading_of(text)
    assert len(reading.windows) > 2
    cues = [reading.text[slice(*one.cue)] for one in reading.attributions()]
    assert cues == ["said"] * 60
    assert [text[one.start : one.end] for one in reading.names()] == ["Hugo Lamm"] * 60


def test_words_are_most_like_themselves(reading_of: Make) -> None:
    text = "The soprano Maria Vance slept. The singer left the house of the farmer."
    reading = reading_of(text)
    spans = {word: (text.index(word), text.index(word) + len(word)) for word in ("singer", "house", "soprano")}
    likeness = {word: reading.likeness(spans[word]) for word in ("singer", "house")}
    at = {word: reading.pieces_at(spans[word]) for word in ("singer", "soprano")}
    assert likeness["singer"][slice(*at["singer"])] == pytest.approx(1.0, abs=1e-5)
    assert likeness["singer"][slice(*at["soprano"])].max() > likeness["house"][slice(*at["soprano"])].max()
    assert all(-1.001 <= one <= 1.001 for one in likeness["house"])


def test_every_piece_is_in_the_window_that_is_said_to_own_it(reading_of: Make) -> None:
    reading = reading_of("The weir held all night. " * 200)
    for piece in range(len(reading.doc)):
        k = reading.window_of(piece)
        assert reading.windows[k][0] <= reading.firsts[k] <= piece < reading.firsts[k + 1] <= reading.windows[k][1]


@settings(max_examples=60, deadline=None)
@given(text=_TEXTS, data=st.data())
def test_any_text_is_read_and_its_ranges_are_inside_it_and_trimmed(
    reading_of: Make, text: str, data: st.DataObject
) -> None:
    reading = reading_of(text)
    ends = st.integers(0, len(text))
    drawn = data.draw(st.lists(st.tuples(ends, ends), max_size=4))
    reads = reading.attributions([(start, stop) for start, stop in drawn if start < stop])
    for start, end in ranges(reading, reads):
        assert 0 <= start < end <= len(text)
        assert text[start] not in EDGE
        assert text[end - 1] not in EDGE
    for one in reads:
        assert all(0 <= chance <= 1 for chance in (one.cue_chance, one.content_chance))
        assert one.content
        assert all(a[1] <= b[0] or a == b for a, b in pairwise(one.content))
    cues = [one.cue for one in reads]
    assert [start for start, _ in cues] == sorted(start for start, _ in cues)
    for name in reading.names():
        assert name.kind in ("person", "organisation", "place")
        assert all(0 <= chance <= 1.01 for chance in name.chances)


@settings(max_examples=15, deadline=None)
@given(text=_TEXTS, other=_TEXTS)
def test_a_reading_does_not_depend_on_the_one_before(reading_of: Make, text: str, other: str) -> None:
    first = reading_of(text)
    before = first.attributions(), first.names()
    second = reading_of(other)
    second.names()
    second.attributions()
    again = reading_of(text)
    assert (again.attributions(), again.names()) == before
    assert (first.attributions(), first.names()) == before


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u202e\u2066", "…", "“”", "😀", "weir" * 5000, "said " * 600])
def test_odd_texts_fail_nowhere(reading_of: Make, text: str) -> None:
    reading = reading_of(text)
    reading.attributions([(0, len(text))] if text else [])
    reading.names()
    if not text.strip():
        assert (reading.attributions(), reading.names(), reading.windows) == ([], [], [])


@pytest.mark.parametrize(
    "text",
    [
        "Hugo Caf\u00e9 said the weir was sound. Mr Caf\u00e9 slept.",
        "Dorrit Roe said the mill had been bought by Hugo Caf\u00e9.",
    ],
)
def test_a_letter_keeps_the_accent_that_is_a_character_of_its_own(reading_of: Make, text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    reading = reading_of(apart)
    found = list(ranges(reading, reading.attributions()))
    assert found
    assert not [apart[start:end] for start, end in found if unicodedata.combining(apart[end : end + 1] or " ")]


@pytest.mark.parametrize(
    ("text", "left"),
    [("weir", "weir"), (" “weir,” ", "weir"), ("(the weir)", "the weir"), ("a–b", "a–b"), ("…", "…"), (" .,", None)],
)
def test_marks_and_space_at_the_ends_are_trimmed(text: str, left: str | None) -> None:
    found = trim(text, 0, len(text))
    assert (text[slice(*found)] if found else None) == left


def test_trimming_does_not_leave_the_range() -> None:
    assert trim("a, b, c", 1, 5) == (3, 4)
    assert trim("a, b", 1, 3) is None


def test_distances_are_counted_from_both_ends_of_a_cue() -> None:
    distance = near(np.zeros((3, 40), np.int64), 18, 21)[0] - REACH
    assert distance[15:24].tolist() == [-3, -2, -1, 0, 0, 0, 1, 2, 3]
    assert distance[2] == -16
    assert (np.diff(distance) >= 0).all()


def test_distances_have_a_limit() -> None:
    distance = near(np.zeros((3, 4000), np.int64), 2000, 2001)[0]
    assert (int(distance.min()), int(distance.max())) == (0, 2 * REACH)


def test_sentence_paragraph_and_quotation_are_told_beside_the_cue_s() -> None:
    sentence = np.array([0, 1, 2, 3, 4, 5])
    paragraph = np.array([0, 0, 1, 1, 2, 2])
    quotation = np.array([1, 0, 0, 2, 2, 0])
    _, relation, state = near(np.stack([sentence, paragraph, quotation]), 3, 4)
    assert relation.tolist() == [0, 0, 4, 7, 11, 14]
    assert state.tolist() == [4, 3, 3, 5, 5, 3]
    _, _, outside = near(np.stack([sentence, paragraph, quotation]), 2, 3)
    assert outside.tolist() == [1, 0, 0, 1, 1, 0]
